"""What the paragraph styles of a Word document say: which are headings, which number or mark their paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cllr.core.documents.word_numbers import W

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENTS_LEVEL = -1
"""Level of an entry of a contents list, where headings have 1 and more and a title has 0."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style, with what it says itself; the rest it takes from the style it is based on."""

    name: str
    based_on: str | None
    list: str | None
    place: int | None
    outline: int | None
    bold: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All paragraph styles by their ids, and the id of the one that paragraphs have which name none."""

    known: dict[str, Style]
    default: str

    def of(self, properties: Any) -> str:
        """Return the id of the style of a paragraph, from its properties."""
        named = None if properties is None else properties.find(f"{W}pStyle")
        return self.default if named is None else named.get(f"{W}val", self.default)

    def chain(self, style: str) -> Iterator[tuple[str, Style]]:
        """Yield a style, the one it is based on, and so on."""
        seen: set[str] = set()
        while style in self.known and style not in seen:
            seen.add(style)
            yield style, self.known[style]
            style = self.known[style].based_on or ""

    def is_bold(self, style: str) -> bool:
        """Say whether words of a style are bold if they do not say otherwise."""
        return next((held.bold for _, held in self.chain(style) if held.bold is not None), False)

    def has_bullets(self, style: str) -> bool:
        """Say whether a style is one of Word's own for bulleted lists."""
        return any(held.name.lower().startswith("list bullet") for _, held in self.chain(style))

    def heading_level(self, properties: Any, style: str) -> int | None:
        """Return the level of a heading, 0 for a title, `CONTENTS_LEVEL`, or None for text."""
        outline = outline_of(properties)
        for _, held in self.chain(style):
            name = held.name.lower()
            if re.match(r"toc \d|toc heading|table of figures", name):
                return CONTENTS_LEVEL
            if found := re.match(r"heading (\d)", name):
                return int(found[1])
            if name in {"title", "subtitle"}:
                return 0
            outline = held.outline if outline is None else outline
        return None if outline is None or outline > 8 else outline + 1


def styles_of(root: Any) -> Styles:
    """Read the paragraph styles from the root of styles.xml."""
    known: dict[str, Style] = {}
    default = ""
    for element in root.iterchildren(f"{W}style"):
        if element.get(f"{W}type") != "paragraph":
            continue
        name, based, properties = (element.find(f"{W}{tag}") for tag in ("name", "basedOn", "pPr"))
        held, place = list_named(properties)
        style = element.get(f"{W}styleId", "")
        known[style] = Style(
            name="" if name is None else name.get(f"{W}val", ""),
            based_on=None if based is None else based.get(f"{W}val"),
            list=held,
            place=place,
            outline=outline_of(properties),
            bold=is_on(element.find(f"{W}rPr/{W}b")),
        )
        if element.get(f"{W}default") in {"1", "true"}:
            default = style
    return Styles(known, default)


def list_named(properties: Any) -> tuple[str | None, int | None]:
    """Return the list and level that paragraph properties name, each None where they name none."""
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None, None
    held, place = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    return (
        None if held is None else held.get(f"{W}val"),
        None if place is None else int(place.get(f"{W}val", "0")),
    )


def outline_of(properties: Any) -> int | None:
    """Return the outline level that paragraph properties name, counted from 0."""
    found = None if properties is None else properties.find(f"{W}outlineLvl")
    return None if found is None else int(found.get(f"{W}val", "9"))


def is_on(element: Any) -> bool | None:
    """Say whether a switch such as bold is on; None where it is not there."""
    if element is None:
        return None
    return element.get(f"{W}val", "1") not in {"0", "false", "off", "none"}
