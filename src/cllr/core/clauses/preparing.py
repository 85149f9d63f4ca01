"""What has to be known of the blocks before clauses are made: torn paragraphs, run-in headings, questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cllr.core.clauses.sentences import sentences
from cllr.core.documents.markers import parse
from cllr.core.documents.shape import has_verb, is_closed, is_fact, is_imperative, runs_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cllr.core.documents.blocks import Block

_ANSWER = re.compile(r"(?i)(?:yes|no|never|always|maybe|possibly|perhaps|not|stop|wait|sometimes|often)\b")
_FAQ = re.compile(r"(?i)\bFAQs?\b|frequently asked|questions? (?:and|&) answers?|\bQ ?(?:&|and) ?A\b|\bquestions\b")
_ASKED = re.compile(r"Q[.:]?\s")
_NOTE = re.compile(r"(?P<heading>.*\S)\s+(?P<note>\([^()]+\))")
_RUN_IN_WORDS = 7
"""The most words of a run-in heading that ends in a full stop."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its sentences, as clauses are made from it."""

    block: Block
    sentences: tuple[str, ...] = ()
    question: bool = False
    """Whether it is a question of a list of questions: one statement, its number part of it."""


def pieces(blocks: Sequence[Block]) -> list[Piece]:
    """Cut blocks into sentences; headings and furniture have none."""
    whole = _rejoined(blocks)
    questions = _questions(whole)
    out: list[Piece] = []
    for index, read in enumerate(whole):
        # Under a question "A." stands for the answer, and not for the first of a list.
        answers = index - 1 in questions and read.marker == "A."
        block = replace(read, text=read.printed, marker=None) if answers else read
        if index in questions:
            out.append(Piece(block, (block.printed,), question=True))
        elif block.kind == "furniture" or (block.kind == "heading" and not _NOTE.fullmatch(block.text)):
            out.append(Piece(block))
        elif block.kind == "heading":
            out.extend(_noted(block))
        else:
            out.append(Piece(block, tuple(sentences(block.text))))
    return _with_run_in(out)


def _noted(block: Block) -> list[Piece]:
    """Part a heading from the note in brackets that tells when the policy was last changed."""
    found = _NOTE.fullmatch(block.text)
    if found is None or not is_fact(found["note"]):
        return [Piece(block)]
    heading = replace(block, text=found["heading"], bold=min(block.bold, len(found["heading"])))
    note = replace(block, kind="paragraph", text=found["note"], marker=None, level=0, bold=0, glued=False)
    return [Piece(heading), Piece(note, (note.text,))]


def _rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Join a paragraph that goes on in the middle of a sentence to the one it was torn from."""
    out: list[Block] = []
    torn: dict[int, list[str]] = {}
    last: int | None = None
    for block in blocks:
        before = out[last] if last is not None else None
        if before is not None and last is not None and _is_torn(before, torn.get(last, [before.text])[-1], block):
            torn.setdefault(last, [before.text]).append(block.text)
            continue
        if block.kind != "furniture":
            last = len(out)
        out.append(block)
    for index, texts in torn.items():
        out[index] = replace(out[index], text=" ".join(texts))
    return out


def _is_torn(before: Block, end: str, block: Block) -> bool:
    """Say whether a block goes on with the one before it, which so far ends in `end`."""
    if block.kind != "paragraph" or block.marker is not None or block.cell is not None or is_closed(end):
        return False
    whole = before.kind == "paragraph" and before.marker is None
    return runs_on(block.text) and (
        whole or (before.kind in {"paragraph", "list-item"} and block.page != before.page)
    )


def _questions(blocks: Sequence[Block]) -> set[int]:
    """Return which blocks are questions of a list of questions, not headings that ask."""
    found: set[int] = set()
    under = False
    for index, block in enumerate(blocks):
        asks = block.text.endswith("?")
        if block.kind == "heading" and not asks:
            under = bool(_FAQ.search(block.text))
        if not asks or block.kind not in {"heading", "paragraph"} or block.cell is not None:
            continue
        numbered = block.marker is not None and parse(block.marker).kind == "number"
        by_letter = (block.marker or "")[:1] in {"Q", "q"} or _ASKED.match(block.text) is not None
        if by_letter or (under and (numbered or block.kind == "heading")) or (numbered and block.kind == "paragraph"):
            found.add(index)
    return found


def _with_run_in(pieces: list[Piece]) -> list[Piece]:
    """Join run-in headings that end in a full stop to the sentence after them.

    "Forum posts. If you ..." is one statement where the heading is bold, or where at least half of the items of
    the list begin so: it is a habit of a list, not of one item.
    """
    out = list(pieces)
    body = [index for index, piece in enumerate(out) if piece.block.kind != "furniture"]
    start = 0
    while start < len(body):
        end = start + 1
        while end < len(body) and _same_list(out[body[start]], out[body[end]]):
            end += 1
        fragments = [index for index in body[start:end] if _begins_with_fragment(out[index])]
        habit = len(fragments) > 1 and 2 * len(fragments) >= end - start
        for index in fragments:
            piece = out[index]
            first, second, *rest = piece.sentences
            if habit or len(first) - 1 <= piece.block.bold < len(first) + 3:
                out[index] = replace(piece, sentences=(f"{first} {second}", *rest))
        start = end
    return out


def _same_list(one: Piece, other: Piece) -> bool:
    return (one.block.kind, one.block.level) == (other.block.kind, other.block.level) and (
        one.block.kind == "list-item" or (one.block.marker is not None and other.block.marker is not None)
    )


def _begins_with_fragment(piece: Piece) -> bool:
    if len(piece.sentences) < 2 or piece.question:
        return False
    first = piece.sentences[0]
    words = len(first.split())
    if not first.endswith(".") or words > _RUN_IN_WORDS or _ANSWER.match(first):
        return False
    return words == 1 or not (has_verb(first) or is_imperative(first) or re.search(r"\bnot\b", first))
