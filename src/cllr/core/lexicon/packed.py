"""Rows as text: worked out once, kept as JSON, and made into rows again when a text first needs them.

Reading and hanging a pattern costs three times as much as unpacking it. A set of words is written once, whatever
rows have it, and becomes one object. An element is a set's number (one's complement where it may be missing), a
choice is the list of its branches, and any other is text with its kind in the first character.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cllr.core.lexicon.patterns import Alt, Edge, Element, Gap, Ref, Row, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Packer:
    """Writes rows as text, and the sets of words they have."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def sets(self) -> list[str]:
        """Return all sets of words that were met, each joined by spaces, by number."""
        return list(self._numbers)

    def pack(self, rows: Iterable[Row]) -> str:
        """Return rows of one tag as text."""
        packed = [
            [
                [self._element(element) for element in row.before],
                [self._element(element) for element in row.after],
                self._set(row.words),
                row.woken_by,
                [self._set(need) for need in row.needs],
                row.places,
            ]
            for row in rows
        ]
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))

    def _set(self, words: frozenset[str]) -> int:
        return self._numbers.setdefault(" ".join(sorted(words)), len(self._numbers))

    def _element(self, element: Element) -> Any:
        if isinstance(element, Words):
            number = self._set(element.words)
            return ~number if element.optional else number
        if isinstance(element, Alt):
            return [[self._element(part) for part in branch] for branch in element.branches]
        if isinstance(element, Ref):
            return "<" + element.tag
        if isinstance(element, Gap):
            return f"_{element.least} {element.most}"
        return "^" if element.at_start else "$"


class Unpacker:
    """Makes rows of what a `Packer` wrote."""

    def __init__(self, sets: Sequence[str]) -> None:
        self._sets = sets
        self._made: dict[int, frozenset[str]] = {}
        self._elements: dict[int | str, Element] = {}

    def unpack(self, tag: str, text: str) -> list[Row]:
        """Return the rows of a tag."""
        return [
            Row(
                tag=tag,
                before=self._row(before),
                after=self._row(after),
                words=self._set(words),
                woken_by=woken_by,
                needs=tuple([self._set(need) for need in needs]),
                places=tuple(places),
            )
            for before, after, words, woken_by, needs, places in json.loads(text)
        ]

    def _set(self, number: int) -> frozenset[str]:
        held = self._made.get(number)
        if held is None:
            held = self._made[number] = frozenset(self._sets[number].split())
        return held

    def _row(self, packed: list[Any]) -> tuple[Element, ...]:
        return tuple(
            [
                Alt(tuple([self._row(branch) for branch in one])) if isinstance(one, list) else self._element(one)
                for one in packed
            ]
        )

    def _element(self, packed: int | str) -> Element:
        held = self._elements.get(packed)
        if held is None:
            held = self._elements[packed] = self._read(packed)
        return held

    def _read(self, packed: int | str) -> Element:
        if isinstance(packed, int):
            return Words(self._set(packed if packed >= 0 else ~packed), optional=packed < 0)
        kind, rest = packed[0], packed[1:]
        if kind == "<":
            return Ref(rest)
        if kind == "_":
            least, most = rest.split()
            return Gap(int(least), int(most))
        return Edge(at_start=kind == "^")
