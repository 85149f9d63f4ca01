"""Cues: what in a statement's words speaks for a provision, a kind or a value of a setting. Data, compiled once.

A cue is one or more patterns of the lexicon language joined by `&`; one led by `!` must not be there. The patterns
may stand anywhere in the statement, in any order. Words stand for all their forms (`stems`), except in the cues of
kinds. Its weight is how sure the cue is on its own, 0 to 1.

Each table of cues says what it was written from: `[blind]` from the catalogue and from how councils write in
general; `[[seen]]` with the named policies in view. `without` leaves out the cues written in view of a policy, so
that how well the others teach can be measured
(docs/decisions/policies-are-mapped-by-cues-that-say-what-they-were-written-from.md).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cllr.core.errors import BadInput
from cllr.core.lexicon import Lexicon
from cllr.core.lexicon.index import Index, index
from cllr.core.mapping.stems import joined, stem
from cllr.core.text import view as view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from cllr.core.text import View

CUE, TERM, AGAINST = 0.75, 0.3, 0.5
"""Weights where none is written: a cue decides by itself, two terms together do not, what speaks against halves."""

Zone = Literal[0, 1, 2]
"""Where a pattern was found: 0 in the sentence itself, 1 in the lead-in of its list, 2 in the heading above."""

_REMEDY = "docs/reference/cues.md has the form of a cue"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of one name. `against` where it speaks against it; `policies` in whose view it was written."""

    of: str
    wants: tuple[str, ...]
    bars: tuple[str, ...]
    weight: float
    against: bool
    policies: frozenset[str]


class Fired(NamedTuple):
    """A cue that was found, the furthest zone it needed, and the words."""

    cue: Cue
    zone: Zone
    nearest: Zone
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement's words with what stands around it, ready to be scanned."""

    text: str
    intro: str = ""
    heading: str = ""


def toml(path: Traversable) -> dict[str, Any]:
    """Return the data of a file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(1)
def classes() -> dict[str, tuple[str, ...]]:
    """Return the classes of words that cues share, by name."""
    data = toml(files("cllr.core") / "mapping" / "words.toml")
    return {name: tuple(patterns) for name, patterns in data.items()}


class CueBook:
    """Cues compiled together. Immutable once made; `read` may be called from several threads."""

    def __init__(self, cues: Iterable[Cue], made: Index | None = None, *, exact: bool = False) -> None:
        self.exact = exact
        self.cues = tuple(cues)
        self._index = (
            index({pattern: {"find": [pattern]} for pattern in sorted(self._patterns())}) if made is None else made
        )
        self._lexicon = Lexicon(self._index)
        self._waking: dict[str, list[Cue]] = {}
        for cue in self.cues:
            self._waking.setdefault(cue.wants[0], []).append(cue)

    @classmethod
    def made(cls, cues: Iterable[Cue], *, exact: bool = False) -> CueBook:
        """Return a book of cues as they are written: words are brought to plain form and classes written out."""
        form: Callable[[str], str] = _same if exact else stem
        return cls([_plain(cue, form, classes()) for cue in cues], exact=exact)

    @classmethod
    def kept(cls, data: Mapping[str, Any], *, exact: bool = False) -> CueBook:
        """Return a book from what `to_keep` gave."""
        cues = [
            Cue(of, tuple(wants), tuple(bars), weight, against, frozenset(policies))
            for of, wants, bars, weight, against, policies in data["cues"]
        ]
        return cls(cues, Index(**data["index"]), exact=exact)

    def to_keep(self) -> dict[str, Any]:
        """Return the book as plain data."""
        cues = [[c.of, c.wants, c.bars, c.weight, c.against, sorted(c.policies)] for c in self.cues]
        return {"cues": cues, "index": asdict(self._index)}

    def _patterns(self) -> set[str]:
        return {pattern for cue in self.cues for pattern in (*cue.wants, *cue.bars)}

    def read(self, passage: Passage, without: frozenset[str] = frozenset()) -> list[Fired]:
        """Return the cues found in a passage, leaving out those written in view of the named policies."""
        view, starts = self._view(passage)
        if not view.words:
            return []
        found = {
            name: min(((_zone(view, hit.first, starts), hit.first, hit.last) for hit in hits), key=lambda at: at[0])
            for name, hits in self._lexicon.scan(view).items()
        }
        return [
            fired
            for name in found
            for cue in self._waking.get(name, ())
            if not (cue.policies & without) and (fired := _fired(cue, found, view)) is not None
        ]

    def _view(self, passage: Passage) -> tuple[View, tuple[int, int]]:
        """Return heading, lead-in and sentence as one view, and where lead-in and sentence begin in it.

        The lead-in runs on into the sentence, as it is read; the heading stands apart.
        """
        heading = joined(passage.heading).strip().rstrip(".:")
        before = f"{heading}.\n" if heading else ""
        intro = joined(passage.intro).strip().rstrip(":.…-–— ")
        lead = f"{before}{' '.join(intro.split())} " if intro else before
        made = view_of(lead + " ".join(joined(passage.text).split()))
        if not self.exact:
            made.words[:] = [stem(word) for word in made.words]
        return made, (len(before), len(lead))


def _zone(view: View, first: int, starts: tuple[int, int]) -> Zone:
    at = view.starts[first]
    return 0 if at >= starts[1] else 1 if at >= starts[0] else 2


def _fired(cue: Cue, found: Mapping[str, tuple[Zone, int, int]], view: View) -> Fired | None:
    if any(bar in found for bar in cue.bars) or not all(want in found for want in cue.wants):
        return None
    zones = [found[want][0] for want in cue.wants]
    words = tuple(
        view.norm[view.starts[first] : view.ends[last - 1]] for _, first, last in (found[w] for w in cue.wants)
    )
    return Fired(cue, max(zones), min(zones), words)


def _same(word: str) -> str:
    return word


_WORD = re.compile(r"<([^<>]+)>|[^\s()|<>]+")


def formed(pattern: str, form: Callable[[str], str], classes: Mapping[str, Sequence[str]]) -> str:
    """Return a pattern with its words in plain form and its classes written out."""

    def written(match: re.Match[str]) -> str:
        word = match.group()
        if match.group(1):
            if match.group(1) not in classes:
                raise _bad(pattern, f"there is no class {word} in words.toml")
            return "(" + "|".join(formed(held, form, classes) for held in classes[match.group(1)]) + ")"
        return word if set(word) <= set("_^$") else form(word.replace("'", "").lower())

    return " ".join(_WORD.sub(written, joined(pattern)).split())


def _plain(cue: Cue, form: Callable[[str], str], classes: Mapping[str, Sequence[str]]) -> Cue:
    return replace(
        cue,
        wants=tuple(formed(p, form, classes) for p in cue.wants),
        bars=tuple(formed(p, form, classes) for p in cue.bars),
    )


_LISTS = {"cues": (CUE, False), "terms": (TERM, False), "against": (AGAINST, True)}


def cues_of(of: str, data: Mapping[str, Any]) -> Iterator[Cue]:
    """Yield the cues in the `blind` and `seen` tables of a file; BadInput says which is wrong."""
    unknown = set(data) - {"blind", "seen"}
    if unknown:
        raise _bad(of, f"the table {sorted(unknown)[0]} is not known")
    yield from _cues_in(of, data.get("blind", {}), frozenset())
    for table in data.get("seen", ()):
        policies = frozenset(table.get("policies", ()))
        if not policies:
            raise _bad(of, "a [[seen]] table does not name the policies it was written from")
        yield from _cues_in(of, table, policies)


def _cues_in(of: str, table: Mapping[str, Any], policies: frozenset[str]) -> Iterator[Cue]:
    unknown = set(table) - {*_LISTS, "policies"}
    if unknown:
        raise _bad(of, f"the key {sorted(unknown)[0]} is not known")
    for name, (usual, against) in _LISTS.items():
        for entry in table.get(name, ()):
            pattern, weight = entry if isinstance(entry, list) else (entry, usual)
            if not isinstance(pattern, str) or not 0 < weight <= 1:
                raise _bad(of, f"{entry!r} is neither a pattern nor a pattern with a weight up to 1")
            parts = [" ".join(part.split()) for part in pattern.split("&")]
            wants = tuple(part for part in parts if not part.startswith("!"))
            if not wants or not all(parts):
                raise _bad(of, f"{pattern!r} wants nothing")
            yield Cue(
                of, wants, tuple(p[1:].strip() for p in parts if p.startswith("!")), float(weight), against, policies
            )


def _bad(of: str, because: str) -> BadInput:
    return BadInput(f"the cues of {of}", because=because, remedy=_REMEDY)
