"""The numbers Word prints by itself: counted as the numbering definitions of a document say.

A paragraph names a list (`numId`) and a level, itself or through its style; the list names a definition, and
the definition says for each level how the number looks ("%1.%2", "(%3)"). The rules are those of ECMA-376
part 1, section 17.9: all lists of one definition share one count unless a list says that it starts afresh, and
a level starts afresh after a level above it was used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks."""

    form: str
    text: str
    start: int = 1
    style: str | None = None
    restarts_after: int | None = None
    """Level, counted from 1, after which this one starts afresh; None for any above, 0 for never."""
    legal: bool = False
    """Whether all numbers in it are shown in plain figures."""


@dataclass(slots=True)
class Numbering:
    """The definitions of a document and the counts so far."""

    definitions: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = field(default_factory=dict)
    """For each list its definition, the levels at which it starts afresh with what, and levels it redefines."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def place_of_style(self, number: str, style: str) -> int:
        """Return the level that a list gives to a paragraph style, counted from 0; 0 where it names none."""
        levels = self.definitions.get(self.lists.get(number, ("", {}, {}))[0], {})
        return next((place for place, level in levels.items() if level.style == style), 0)

    def next(self, number: str, place: int) -> str | None:
        """Count one paragraph and return its marker; None where the list has none."""
        if number not in self.lists or not 0 <= place < _DEEPEST:
            return None
        definition, afresh, redefined = self.lists[number]
        levels: Mapping[int, Level] = self.definitions.get(definition, {}) | redefined
        level = levels.get(place)
        if level is None:
            return None
        counts = self.counts.setdefault(definition, [None] * _DEEPEST)
        if place in afresh and (number, place) not in self.begun:
            counts[place] = afresh[place]
        elif counts[place] is None:
            counts[place] = level.start
        else:
            counts[place] = (counts[place] or 0) + 1
        self.begun.add((number, place))
        for deeper in range(place + 1, _DEEPEST):
            after = levels[deeper].restarts_after if deeper in levels else None
            if after is None or (after and place < after):
                counts[deeper] = None
        return _printed(level, levels, counts)


def _printed(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str | None:
    if level.form == "none" and "%" not in level.text:
        return None
    if level.form == "bullet":
        return level.text.strip() or "•"

    def figure(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        named = levels.get(place, level)
        count = counts[place] if counts[place] is not None else named.start
        return formed(count or 0, "decimal" if level.legal else named.form)

    return re.sub(r"%([1-9])", figure, level.text).strip() or None


def formed(count: int, form: str) -> str:
    """Write a count in one of Word's forms; forms that are not known come out in figures."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 400:
        out = ""
        for value, sign in _ROMAN:
            while count >= value:
                out, count = out + sign, count - value
        return out if form == "lowerRoman" else out.upper()
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form == "none" else str(count)


def numbering_of(root: Any, styles: Mapping[str, str | None]) -> Numbering:
    """Read the definitions from the root of numbering.xml; none where the document has no such part.

    `styles` gives for each style the list it names: a definition may point to a style, and through it to another.
    """
    numbering = Numbering()
    if root is None:
        return numbering
    links: dict[str, str] = {}
    for element in root.iterchildren(f"{W}abstractNum"):
        known = element.get(f"{W}abstractNumId", "")
        numbering.definitions[known] = {
            int(level.get(f"{W}ilvl", "0")): _level(level) for level in element.iterchildren(f"{W}lvl")
        }
        link = element.find(f"{W}numStyleLink")
        if link is not None:
            links[known] = link.get(f"{W}val", "")
    for element in root.iterchildren(f"{W}num"):
        pointed = element.find(f"{W}abstractNumId")
        definition = pointed.get(f"{W}val", "") if pointed is not None else ""
        afresh: dict[int, int] = {}
        redefined: dict[int, Level] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            place = int(override.get(f"{W}ilvl", "0"))
            level, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
            if level is not None:
                redefined[place] = _level(level)
            if start is not None:
                afresh[place] = int(start.get(f"{W}val", "1"))
        numbering.lists[element.get(f"{W}numId", "")] = (definition, afresh, redefined)
    for known, style in links.items():
        through = styles.get(style)
        if through in numbering.lists:
            numbering.definitions[known] = numbering.definitions.get(numbering.lists[through][0], {})
    return numbering


def _level(element: Any) -> Level:
    def value(name: str, default: str | None = None) -> str | None:
        found = element.find(f"{W}{name}")
        return default if found is None else found.get(f"{W}val", default)

    restart = value("lvlRestart")
    legal = element.find(f"{W}isLgl")
    return Level(
        form=value("numFmt", "decimal") or "decimal",
        text=value("lvlText", "") or "",
        start=int(value("start", "1") or 1),
        style=value("pStyle"),
        restarts_after=int(restart) if restart is not None else None,
        legal=legal is not None and legal.get(f"{W}val", "1") not in {"0", "false"},
    )
