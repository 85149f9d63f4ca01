"""Clauses and statements: what each sentence of a policy is called, and where it stands.

A *clause* is a numbered, lettered or bulleted item or a paragraph; a *statement* is one sentence of it. Every
word of a document ends up in one statement or in the remainder (docs/decisions/the-remainder-is-shown.md); how
sentences are told apart is described in docs/decisions/sentences-by-rules.md.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from cllr.core.clauses.sentences import sentences
from cllr.core.clauses.structure import clauses_of
from cllr.core.errors import NothingRecognised
from cllr.core.policy import Remainder, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.clauses.structure import Clause
    from cllr.core.documents import Document

__all__ = ["identity", "sentences", "statements"]


def statements(document: Document) -> tuple[tuple[Statement, ...], tuple[Remainder, ...]]:
    """Return the statements of a document, and the words that are none, both in document order.

    Kinds, provisions and settings are left empty: what a statement means is for the mapping to say. `ref` is
    the printed number with the number of the sentence ("5.6 sentence 2"), or the heading with a count
    ("Elections / 3", "Elections / bullet 2"). A lead-in is a statement itself, and the `intro` of each item of
    its list. Raises NothingRecognised where there is no statement.
    """
    clauses, remainder = clauses_of(document.blocks)
    held = tuple(_statements(clauses))
    if not held:
        raise NothingRecognised(
            "No statement was found in the document",
            because="it holds no sentence, only headings or page furniture",
            remedy="Check that this is the policy itself and not a cover page or a list of contents",
        )
    return held, tuple(remainder)


def identity(text: str) -> str:
    """Return 12 hexadecimal digits that stand for the words of a text, whatever its marks, spaces and case."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def _statements(clauses: list[Clause]) -> Iterator[Statement]:
    ids: Counter[str] = Counter()
    refs: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    names = _unique_names(clauses)
    lengths: Counter[str] = Counter()
    for clause, name in zip(clauses, names, strict=True):
        lengths[name] += len(clause.sentences)
    for clause, name in zip(clauses, names, strict=True):
        for text, intro in clause.sentences:
            counted_in = clause.counted_in or f"{name} sentence "
            counts[counted_in] += 1
            alone = clause.counted_in is None and lengths[name] == 1
            ref = name if alone else f"{counted_in}{counts[counted_in]}"
            refs[ref] += 1
            digest = identity(text)
            ids[digest] += 1
            yield Statement(
                id=digest if ids[digest] == 1 else f"{digest}-{ids[digest]}",
                ref=ref if refs[ref] == 1 else f"{ref} ({refs[ref]})",
                printed_ref=clause.printed_ref,
                clause=name,
                text=text,
                intro=intro,
                heading=clause.heading,
            )


def _unique_names(clauses: list[Clause]) -> list[str]:
    """Name each clause once: "Rules / item 1" again, in a second list, is "Rules / item 1 (2)"."""
    held: Counter[str] = Counter()
    names: dict[int, str] = {}
    for clause in clauses:
        root = clause.goes_on or clause
        if id(root) not in names and clause.sentences:
            held[root.name] += 1
            names[id(root)] = root.name if held[root.name] == 1 else f"{root.name} ({held[root.name]})"
    return [names.get(id(clause.goes_on or clause), clause.name) for clause in clauses]
