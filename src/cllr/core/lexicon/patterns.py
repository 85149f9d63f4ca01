"""The pattern language: from a written pattern to rows of elements, each hung on its rarest word.

docs/reference/lexicon.md has the language. Choices stay choices (`Alt`), so that a pattern with many of them is
still one row; only where no word must be there outside a choice is that one choice unfolded into rows.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from cllr.core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DYNAMIC = frozenset({"person", "councillor", "officer", "firm", "money", "number", "name", "handle"})
"""What `<...>` may name besides tags: places that the scene works out from capitals and context."""

WORDS_PER_CHOICE = 4000
"""A pattern whose choices hold more words is refused: it is a mistake in the data."""


class Words(NamedTuple):
    """One word out of several; `optional` where it may be missing."""

    words: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Alt:
    """One row out of several; an empty one means that it may be missing."""

    branches: tuple[tuple[Element, ...], ...]
    by_first: dict[str, list[tuple[Element, ...]]] = field(init=False, compare=False, repr=False)
    """Branches by the word they begin with, so that the others need not be tried."""
    others: tuple[tuple[Element, ...], ...] = field(init=False, compare=False, repr=False)
    """Branches that may begin with any word, or with none."""

    def __post_init__(self) -> None:
        by_first: dict[str, list[tuple[Element, ...]]] = {}
        others = []
        for branch in self.branches:
            words = first_words(branch)
            if words is None:
                others.append(branch)
            for word in words or ():
                by_first.setdefault(word, []).append(branch)
        object.__setattr__(self, "by_first", by_first)
        object.__setattr__(self, "others", tuple(others))


class Ref(NamedTuple):
    """A hit of another tag, or a place that the scene knows."""

    tag: str


class Gap(NamedTuple):
    """Any words, from `least` to `most` of them."""

    least: int
    most: int
    then: frozenset[str] | None = None
    """Words of which one must stand right behind the gap, where that can be said; set for the way a row runs."""


class Edge(NamedTuple):
    """Begin or end of the sentence."""

    at_start: bool


Element = Words | Alt | Ref | Gap | Edge

Match = Callable[[str, int], re.Match[str] | None]
Compiled = tuple[Match | None, Match | None]
"""What tries a row behind and before its anchor, at an offset of a string (core/lexicon/strings.py)."""


@dataclass(slots=True)
class Row:
    """A row hung on its anchor. `before` runs leftwards from the anchor, branches of its choices too."""

    tag: str
    before: tuple[Element, ...]
    after: tuple[Element, ...]
    level: int
    """0 where it needs no other tag, else one more than the deepest tag it needs."""
    words: frozenset[str]
    """The words that wake it; empty where a tag does."""
    woken_by: str | None
    """The tag that wakes it, where no plain word can."""
    need: frozenset[str] | None
    """Words of which one must stand somewhere in the text for it to fit at all."""
    tried: int = 0
    """How often it was walked element by element; kept by the engine."""
    compiled: Compiled | None = None
    """What the engine made of it once it was tried often."""

    @property
    def alone(self) -> bool:
        """Say whether its words are found by themselves."""
        return not self.before and not self.after and not self.level


class Beside(NamedTuple):
    """Words of which one must stand from `least` to `most` words beside an anchor."""

    least: int
    most: int
    words: frozenset[str]


def beside(elements: tuple[Element, ...]) -> Beside | None:
    """Return what must stand beside an anchor on the side these elements run to, or None."""
    least = most = 1
    rest = elements
    while rest and isinstance(rest[0], Gap):
        least, most = least + rest[0].least, most + rest[0].most
        rest = rest[1:]
    words = first_words(rest)
    return None if words is None else Beside(least, most, words)


def first_words(elements: tuple[Element, ...]) -> frozenset[str] | None:
    """Return the words of which one must come first, or None where that cannot be said."""
    held: set[str] = set()
    for element in elements:
        if isinstance(element, Words):
            held |= element.words
            if not element.optional:
                return frozenset(held)
        elif isinstance(element, Alt):
            for branch in element.branches:
                words = first_words(branch) if branch else frozenset()
                if words is None:
                    return None
                held |= words
            if all(element.branches):
                return frozenset(held)
        else:
            return None
    return None


def bad(tag: str, pattern: str, because: str) -> BadInput:
    """Return the error of a pattern."""
    shown = pattern if len(pattern) <= 120 else pattern[:117] + "..."
    return BadInput(f"pattern {shown!r} of tag {tag}", because=because, remedy="See docs/reference/lexicon.md")


# ---- reading a pattern

_PIECE = re.compile(r"\(|\)|\||[^()|\s]+|\s+")
_SPECIAL: dict[str, Element] = {
    "_": Gap(1, 1),
    "__": Gap(0, 3),
    "___": Gap(0, 6),
    "^": Edge(at_start=True),
    "$": Edge(at_start=False),
}


def parse(pattern: str, tag: str) -> tuple[tuple[Element, ...], ...]:
    """Return the rows a pattern stands for: one, or one for each choice at its top."""
    pieces = _PIECE.findall(pattern)
    branches, position = _branches(pieces, 0, pattern, tag)
    if position != len(pieces):
        raise bad(tag, pattern, "a bracket closes that was not opened")
    if sum(_size(branch) for branch in branches) > WORDS_PER_CHOICE:
        raise bad(tag, pattern, f"its choices hold more than {WORDS_PER_CHOICE} words")
    for branch in branches:
        if not any(_must(element) for element in branch):
            raise bad(tag, pattern, "one of its choices holds no word that must be there")
    return branches


def _branches(
    pieces: list[str], position: int, pattern: str, tag: str
) -> tuple[tuple[tuple[Element, ...], ...], int]:
    """Return the choices from `position` to the bracket that closes them, and where that stands."""
    found: list[tuple[Element, ...]] = []
    current: list[Element] = []
    while position < len(pieces):
        piece = pieces[position]
        if piece == "(":
            inner, position = _branches(pieces, position + 1, pattern, tag)
            if position >= len(pieces):
                raise bad(tag, pattern, "a bracket is not closed")
            current += _choice(inner)
        elif piece == ")":
            break
        elif piece == "|":
            found.append(tuple(current))
            current = []
        elif not piece.isspace():
            current.append(_element(piece))
        position += 1
    return (*found, tuple(current)), position


def _choice(branches: tuple[tuple[Element, ...], ...]) -> tuple[Element, ...]:
    """Return a choice as one element; choices of one word each become a set of words."""
    distinct = tuple(dict.fromkeys(branches))
    if len(distinct) == 1:
        return distinct[0]
    filled = [branch for branch in distinct if branch]
    if all(len(branch) == 1 and _plain(branch[0]) for branch in filled):
        words = frozenset(word for branch in filled for e in branch if isinstance(e, Words) for word in e.words)
        return (Words(words, optional=len(filled) < len(distinct)),)
    singles = [branch[0] for branch in filled if len(branch) == 1 and _plain(branch[0])]
    rest = [branch for branch in distinct if not (len(branch) == 1 and _plain(branch[0]))]
    if singles:
        rest.insert(0, (Words(frozenset(word for e in singles if isinstance(e, Words) for word in e.words)),))
    return (Alt(tuple(rest)),)


def _plain(element: Element) -> bool:
    return isinstance(element, Words) and not element.optional


def _element(piece: str) -> Element:
    if piece in _SPECIAL:
        return _SPECIAL[piece]
    if piece.startswith("<") and piece.endswith(">"):
        return Ref(piece[1:-1])
    return Words(frozenset({piece.replace("'", "").replace("’", "").lower()}))


def _must(element: Element) -> bool:
    """Say whether an element takes a word, or a place, wherever its row fits."""
    if isinstance(element, Words):
        return not element.optional
    if isinstance(element, Alt):
        return all(any(_must(part) for part in branch) for branch in element.branches)
    return isinstance(element, Ref)


def _size(elements: tuple[Element, ...]) -> int:
    return sum(
        len(e.words) if isinstance(e, Words) else sum(map(_size, e.branches)) if isinstance(e, Alt) else 1
        for e in elements
    )


# ---- hanging rows on their rarest word


@lru_cache(1)
def _common() -> frozenset[str]:
    """Return the commonest words of English: poor anchors, since rows on them would be tried in every sentence."""
    data = tomllib.loads(files("cllr.core").joinpath("languages.toml").read_text(encoding="utf-8"))
    return frozenset(data["en"]["words"].replace("'", "").split())


def word_counts(rows: Iterable[tuple[Element, ...]]) -> dict[str, int]:
    """Return how often each word stands in all patterns together."""
    return dict(sorted(Counter(word for elements in rows for word in _all_words(elements)).items()))


_COMMON_COST = 1000
"""What a common word costs as an anchor: more than any word of the lexicon."""


class Hanger:
    """Hangs rows. Knows how often each word occurs among all patterns, and how deep each tag goes."""

    def __init__(self, often: Mapping[str, int], levels: Mapping[str, int]) -> None:
        self._often = often
        self._levels = levels

    def hang(self, tag: str, elements: tuple[Element, ...]) -> list[Row]:
        """Return a row hung on its rarest required word; several where a choice had to be unfolded for it."""
        costs = [(self._cost(element), index) for index, element in enumerate(elements)]
        known = [(cost, index) for cost, index in costs if cost is not None]
        only_common = not known or min(known)[0] >= _COMMON_COST
        if only_common and any(isinstance(element, Ref) for element in elements):
            at = next(index for index, element in enumerate(elements) if isinstance(element, Ref))
            return [self._row(tag, elements, at)]
        at = min(known)[1]
        chosen = elements[at]
        if isinstance(chosen, Alt):
            return [
                row
                for branch in chosen.branches
                for row in self.hang(tag, (*elements[:at], *branch, *elements[at + 1 :]))
            ]
        return [self._row(tag, elements, at)]

    def _cost(self, element: Element) -> int | None:
        """Return how often rows would be tried for nothing, or None where the element cannot be an anchor."""
        if isinstance(element, Words) and not element.optional:
            return sum(_COMMON_COST if word in _common() else 1 + self._often[word] for word in element.words)
        if isinstance(element, Alt):
            held = [
                min((c for part in branch if (c := self._cost(part)) is not None), default=None)
                for branch in element.branches
            ]
            known = [cost for cost in held if cost is not None]
            # Unfolding makes rows: only worth it where it is clearly rarer.
            return 4 * sum(known) if len(known) == len(held) else None
        return None

    def _row(self, tag: str, elements: tuple[Element, ...], at: int) -> Row:
        anchor = elements[at]
        others = [words for i, e in enumerate(elements) if i != at and (words := _needed(e)) is not None]
        return Row(
            tag=tag,
            before=_looking_ahead(_reversed(elements[:at])),
            after=_looking_ahead(elements[at + 1 :]),
            level=max((1 + self._levels.get(name, 0) for name in refs(elements)), default=0),
            words=anchor.words if isinstance(anchor, Words) else frozenset(),
            woken_by=anchor.tag if isinstance(anchor, Ref) else None,
            need=min(others, key=lambda words: sum(self._often[word] for word in words), default=None),
        )


def _needed(element: Element) -> frozenset[str] | None:
    """Return words of which one must be there for an element to fit, or None."""
    if isinstance(element, Words):
        return None if element.optional else element.words
    if isinstance(element, Alt):
        held = [next((w for e in branch if (w := _needed(e)) is not None), None) for branch in element.branches]
        known = [words for words in held if words is not None]
        return frozenset().union(*known) if len(known) == len(held) else None
    return None


def _reversed(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(
        Alt(tuple(_reversed(branch) for branch in e.branches)) if isinstance(e, Alt) else e
        for e in reversed(elements)
    )


def _looking_ahead(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Tell each gap which words may stand behind it, so that most of its widths need not be tried."""
    return tuple(
        Gap(e.least, e.most, first_words(elements[at + 1 :])) if isinstance(e, Gap) else e
        for at, e in enumerate(elements)
    )


def _all_words(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Words):
            yield from element.words
        elif isinstance(element, Alt):
            for branch in element.branches:
                yield from _all_words(branch)


def refs(elements: tuple[Element, ...]) -> Iterator[str]:
    """Yield the tags a row refers to."""
    for element in elements:
        if isinstance(element, Ref):
            yield element.tag
        elif isinstance(element, Alt):
            for branch in element.branches:
                yield from refs(branch)


def levels(rows: Mapping[str, Iterable[tuple[Element, ...]]]) -> dict[str, int]:
    """Return how deep each tag refers to others; a circle or an unknown name is refused."""
    needs = {name: sorted({ref for elements in held for ref in refs(elements)}) for name, held in rows.items()}
    found: dict[str, int] = {}

    def depth(name: str, above: tuple[str, ...]) -> int:
        if name in above:
            raise bad(name, " -> ".join((*above, name)), "tags refer to each other in a circle")
        if name in found:
            return found[name]
        if name not in needs:
            if name in DYNAMIC:
                return 0
            raise bad(above[-1], f"<{name}>", "there is no tag of that name")
        found[name] = max((1 + depth(ref, (*above, name)) for ref in needs[name]), default=0)
        return found[name]

    for name in needs:
        depth(name, ())
    return found
