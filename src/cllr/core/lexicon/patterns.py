"""The pattern language: from a written pattern to rows of elements, each hung on its rarest word.

docs/reference/lexicon.md has the language. Choices stay choices (`Alt`), so that a pattern with many of them is
still one row; only where no word must be there outside a choice is that one choice unfolded into rows.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, cast

from cllr.core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cllr.core.lexicon.walk import Step

DYNAMIC = frozenset({"person", "councillor", "officer", "firm", "money", "number", "name", "handle"})
"""What `<...>` may name besides tags: places that the scene works out from capitals and context."""

WORDS_PER_CHOICE = 4000
"""A pattern whose choices hold more words is refused: it is a mistake in the data."""


class Words(NamedTuple):
    """One word out of several; `optional` where it may be missing."""

    words: frozenset[str]
    optional: bool = False


class Alt(NamedTuple):
    """One row out of several; an empty one means that it may be missing."""

    branches: tuple[tuple[Element, ...], ...]


class Ref(NamedTuple):
    """A hit of another tag, or a place that the scene knows."""

    tag: str


class Gap(NamedTuple):
    """Any words, from `least` to `most` of them."""

    least: int
    most: int


class Edge(NamedTuple):
    """Begin or end of the sentence."""

    at_start: bool


Element = Words | Alt | Ref | Gap | Edge


@dataclass(slots=True)
class Row:
    """A row hung on its anchor. `before` runs leftwards from the anchor, branches of its choices too."""

    tag: str
    before: tuple[Element, ...]
    after: tuple[Element, ...]
    words: frozenset[str]
    """The words that wake it; empty where a tag does."""
    woken_by: str | None
    """The tag that wakes it, where no plain word can."""
    needs: tuple[frozenset[str], ...]
    """Sets of words: of each, one must stand in the sentence for it to fit at all. The rarest come first."""

    places: tuple[str, ...]
    """Other tags that must stand in the text for it to fit at all."""
    chains: tuple[Step | None, Step | None] | None = None
    """What tries it behind and before its anchor, once it was tried."""

    @property
    def alone(self) -> bool:
        """Say whether its words are found by themselves."""
        return not self.before and not self.after and self.woken_by is None


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
        words = frozenset([word for branch in filled for e in branch if isinstance(e, Words) for word in e.words])
        return (Words(words, optional=len(filled) < len(distinct)),)
    singles = [branch[0] for branch in filled if len(branch) == 1 and _plain(branch[0])]
    rest = [branch for branch in distinct if not (len(branch) == 1 and _plain(branch[0]))]
    if singles:
        rest.insert(0, (Words(frozenset(word for e in singles if isinstance(e, Words) for word in e.words)),))
    return (Alt(tuple(rest)),)


def _plain(element: Element) -> bool:
    return isinstance(element, Words) and not element.optional


@lru_cache(None)
def _element(piece: str) -> Element:
    """Return a piece that is no choice; the same one wherever it is written."""
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
def frequency() -> Mapping[str, int]:
    """Return how often the commonest words stand in 100,000 words (made by tools/word_frequency.py)."""
    return cast("dict[str, int]", json.loads(files("cllr.core").joinpath(FREQUENCY).read_text(encoding="utf-8")))


FREQUENCY = "frequency.json"

_RARE = 4
"""What a word counts that is not among the commonest, in 100,000."""
_TOO_COMMON = 700
"""An anchor this common is tried in every third text; a tag, where the row has one, is tried less."""
_SAYS_LITTLE = 4000
"""Words so common together that nearly every sentence has one of them: no use asking for them first."""
_NEEDS = 3
"""So many needs of a row are asked for before it is tried, the rarest first."""


@lru_cache(None)
def how_common(words: frozenset[str]) -> int:
    """Return how often one of some words stands in 100,000 words."""
    often = frequency()
    return sum([often.get(word, _RARE) for word in words])


def hang(tag: str, elements: tuple[Element, ...]) -> list[Row]:
    """Return a row hung on its rarest required word; several where a choice had to be unfolded for it."""
    costs = [(_cost(element), index) for index, element in enumerate(elements)]
    known = [(cost, index) for cost, index in costs if cost is not None]
    too_common = not known or min(known)[0] >= _TOO_COMMON
    places = [index for index, element in enumerate(elements) if isinstance(element, Ref)]
    if too_common and places:
        # Where the scene has to look for a place it costs more than where a pattern was found.
        at = min(places, key=lambda index: cast("Ref", elements[index]).tag in DYNAMIC)
        return [_row(tag, elements, at)]
    at = min(known)[1]
    chosen = elements[at]
    if isinstance(chosen, Alt):
        return [
            row for branch in chosen.branches for row in hang(tag, (*elements[:at], *branch, *elements[at + 1 :]))
        ]
    return [_row(tag, elements, at)]


def _cost(element: Element) -> int | None:
    """Return how often rows would be tried, or None where the element cannot be an anchor."""
    if isinstance(element, Words) and not element.optional:
        return how_common(element.words)
    if isinstance(element, Alt):
        held = [
            min((c for part in branch if (c := _cost(part)) is not None), default=None) for branch in element.branches
        ]
        known = [cost for cost in held if cost is not None]
        # Unfolding makes rows: only worth it where it is clearly rarer.
        return 4 * sum(known) if len(known) == len(held) else None
    return None


def _row(tag: str, elements: tuple[Element, ...], at: int) -> Row:
    anchor = elements[at]
    others = elements[:at] + elements[at + 1 :]
    needs = {words: how_common(words) for element in others if (words := _needed(element)) is not None}
    rarest = sorted((words for words, cost in needs.items() if cost < _SAYS_LITTLE), key=needs.__getitem__)
    return Row(
        tag=tag,
        before=_reversed(elements[:at]),
        after=elements[at + 1 :],
        words=anchor.words if isinstance(anchor, Words) else frozenset(),
        woken_by=anchor.tag if isinstance(anchor, Ref) else None,
        needs=tuple(rarest[:_NEEDS]),
        places=tuple(e.tag for e in others if isinstance(e, Ref) and e.tag not in DYNAMIC),
    )


def _needed(element: Element) -> frozenset[str] | None:
    """Return words of which one must be there for an element to fit, or None."""
    if isinstance(element, Words):
        return None if element.optional else element.words
    if isinstance(element, Alt):
        held = [
            min((w for e in branch if (w := _needed(e)) is not None), key=how_common, default=None)
            for branch in element.branches
        ]
        known = [words for words in held if words is not None]
        return frozenset().union(*known) if len(known) == len(held) else None
    return None


def _reversed(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(
        Alt(tuple(_reversed(branch) for branch in e.branches)) if isinstance(e, Alt) else e
        for e in reversed(elements)
    )


def refs(elements: tuple[Element, ...]) -> Iterator[str]:
    """Yield the tags a row refers to."""
    for element in elements:
        if isinstance(element, Ref):
            yield element.tag
        elif isinstance(element, Alt):
            for branch in element.branches:
                yield from refs(branch)


def no_circles(rows: Mapping[str, Iterable[tuple[Element, ...]]]) -> None:
    """Refuse (BadInput) tags that refer to each other in a circle, or to a name that is not there."""
    needs = {name: sorted({ref for elements in held for ref in refs(elements)}) for name, held in rows.items()}
    sound: set[str] = set()

    def follow(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise bad(name, " -> ".join((*above, name)), "tags refer to each other in a circle")
        if name not in needs:
            raise bad(above[-1], f"<{name}>", "there is no tag of that name")
        if name not in sound:
            for ref in needs[name]:
                if ref not in DYNAMIC:
                    follow(ref, (*above, name))
            sound.add(name)

    for name in needs:
        follow(name, ())
