"""Printed numbers, letters and bullets: told from the words they stand before.

A number at the beginning of a line is a marker only if it can be one: "2.1.3 Heightened" is, "14 May" and
"24.16 of the Code" are not. What the shape leaves open, the order decides (`Sequence`): 5.7 follows 5.6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

MarkerKind = Literal["number", "letter", "bullet"]

_STRONG = "•●○◦▪▫■□◾◆◇‣⁃∙·➢➤➔✓✔✗✘\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d"
"""Bullets that are nothing else. The private-use ones are what Symbol and Wingdings leave of theirs."""
_WEAK = "→»›*–—―−-"
"""Bullets only where white space follows."""

_BULLET = re.compile(rf"(?:[{_STRONG}]|[{re.escape(_WEAK)}](?=\s|$)|o(?=\s+\S)|§(?=\s+[^\d\s]))\s*")
_NUMBER = re.compile(
    r"""(?P<printed>
          \d{1,3}(?:\.\d{1,3}){1,4}(?:\([a-z]{1,4}\))*   # 2.1, 2.1.3, 7.3(b)
        | \d{1,3}(?:\([a-z\d]{1,4}\))+                   # 7(3)(b)
        | \d{1,3}[a-z]?                                  # 3, 3a
        | [A-Z]{1,2}\.?\d{1,2}(?:\.\d{1,3})*             # A1, B.2.1
      )
      (?P<stop>[.):]*)
      (?:\s+|$|(?<=[.)])(?=[A-Z“‘"'])|(?<=\.\d)(?=[A-Z][a-z]))   # "1.3All" lost its space
    """,
    re.VERBOSE,
)
_LETTER = re.compile(
    r"""(?P<printed>\((?:([a-z])\2?|[ivx]{1,5}|\d{1,2})\)
      | (?:([a-z])\3?|[ivx]{1,5})\)
      | (?:[a-hA-H]|[ivx]{1,5}|[IVX]{2,5})\.
      )(?P<stop>)(?:\s+|$|(?<=\))(?=[A-Z]))""",
    re.VERBOSE,
)
_QUESTION = re.compile(r"(?P<printed>Q(?:uestion)?\s?\d{1,3})(?P<stop>[.):]*)\s+", re.IGNORECASE)

_MONTHS = frozenset(
    re.findall(r"\w+", "january february march april may june july august september october november december")
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker taken apart: "7.3(b)" is the path ("7", "3", "(b)"); a bullet has no path."""

    printed: str
    kind: MarkerKind
    path: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Say whether it is a single number with nothing to show that it is a marker."""
        return self.printed.isdigit()


def parse(printed: str) -> Marker:
    """Take a printed marker apart. What is neither number nor letter counts as a bullet."""
    text = re.sub(r"^(?:Q|question|section|clause|rule|part|article)\s?(?=\d)", "", printed.strip(), flags=re.I)
    text = text.rstrip(".: ")
    found = re.fullmatch(
        r"([A-Z]{0,2}\d{1,3}[a-z]?|[A-Z]{1,2}(?=\.\d))((?:\.\d{1,3})*)((?:\([a-z\d]{1,4}\))*)\)?", text
    )
    if found and not (text.endswith(")") and text[0].isdigit() and not found[2] and not found[3]):
        figures = [part for part in found[2].split(".") if part]
        letters = re.findall(r"\([a-z\d]+\)", found[3])
        return Marker(printed, "number", (found[1], *figures, *letters))
    bare = text.strip("()")
    if printed == "o":
        # Word's bullet of the second level; a letter in a list would have a bracket or a full stop.
        return Marker(printed, "bullet")
    if text.endswith(")") and bare.isdigit() and not text.startswith("("):
        return Marker(printed, "number", (bare,))
    if re.fullmatch(r"([a-z])\1?|[A-Z]|[ivxlc]+|[IVXLC]+|\d{1,2}", bare):
        return Marker(printed, "letter", (f"({bare})",))
    return Marker(printed, "bullet")


def rank(sign: str, *, roman: bool = False) -> int:
    """Return the place of a sign in its count: "3", "(c)" and, as a roman numeral, "(iii)" are all 3; else 0."""
    bare = sign.strip("().").lower()
    if bare.isdigit():
        return int(bare)
    if roman:
        values = [_ROMAN.get(letter, 0) for letter in bare]
        if 0 in values:
            return 0
        return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))
    if re.fullmatch(r"\d+[a-z]", bare):
        return int(bare[:-1])
    if re.fullmatch(r"([a-z])\1?", bare):
        return ord(bare[0]) - 96 + 26 * (len(bare) - 1)
    return 0


def split(text: str, sequence: Sequence, *, firm: bool = True) -> tuple[str | None, str]:
    """Part a typed marker from the words after it; (None, text) where there is none.

    `firm` says that the place speaks for a marker (a paragraph begins here); otherwise a number is taken only
    where it comes next in `sequence`. An accepted marker is entered in `sequence`.
    """
    found = _BULLET.match(text)
    # A dash at the beginning of a line may be a dash of the sentence that runs on from the line above.
    if found and (firm or found[0].strip() not in _WEAK):
        rest = text[found.end() :]
        again = _BULLET.match(rest)
        return found[0].strip(), rest[again.end() :] if again else rest
    for pattern in (_QUESTION, _NUMBER, _LETTER):
        found = pattern.match(text)
        if found is None:
            continue
        printed, rest = found["printed"] + found["stop"], text[found.end() :]
        marker = parse(printed)
        if marker.kind != "bullet" and _believable(marker, rest, sequence, firm=firm):
            sequence.enter(marker)
            return printed, rest
    return None, text


def _believable(marker: Marker, rest: str, sequence: Sequence, *, firm: bool) -> bool:
    follows = sequence.follows(marker)
    if not rest:
        # A number alone on its line: a page number looks the same, unless it has parts or comes next.
        return follows or (firm and len(marker.path) > 1)
    capital = rest.lstrip("“‘\"'([*_")[:1].isupper()
    if marker.kind == "number":
        if len(marker.path) == 1 and rest[0] in "/%-–":
            return False
        if marker.bare:
            # "14 May" is a date, "1. May I film?" a question.
            word = rest.split(maxsplit=1)[0].rstrip(".,;)").lower()
            return follows and capital and word not in _MONTHS
        return (capital or follows) if firm else follows and (capital or len(marker.path) > 1)
    if marker.printed.startswith("(c)") and re.match(r"(?i)crown|copyright|\d{4}", rest):
        return False
    if not marker.printed.endswith(")"):
        return follows and firm
    if not firm and f"({chr(ord(marker.path[-1][1]) + 1)})" in rest:
        # "must not / (a) shout or (b) lie": a sentence that counts, broken at the end of a line.
        return False
    return follows or firm


@dataclass(slots=True)
class Sequence:
    """What has been counted so far, so that the next number can be expected."""

    last: dict[tuple[str, ...], int] = field(default_factory=dict)
    outer: list[int] = field(default_factory=list)
    """Counts of single numbers that a list inside them, beginning at 1 again, has interrupted."""
    letter: int = 0
    roman: int = 0

    def follows(self, marker: Marker) -> bool:
        """Say whether the marker begins a count or comes next in one, allowing for one that is missing."""
        if marker.kind == "letter" or not marker.path[-1][-1:].isalnum():
            as_letter, as_roman = rank(marker.path[-1]), rank(marker.path[-1], roman=True)
            return as_letter == 1 or as_roman == 1 or as_letter == self.letter + 1 or as_roman == self.roman + 1
        parent, place = marker.path[:-1], rank(marker.path[-1])
        before = self.last.get(parent)
        if before is not None and before <= place <= before + 2 and (before, place) != (place, 0):
            return before < place or not marker.path[-1].isdigit()
        if parent:
            above = self.last.get(parent[:-1])
            return place == 1 and (above is None or above <= rank(parent[-1]) <= above + 1)
        return place == 1 or any(count < place <= count + 1 for count in self.outer)

    def enter(self, marker: Marker) -> None:
        """Take note of an accepted marker; what was counted below an earlier one starts afresh."""
        if marker.kind == "letter":
            as_letter, as_roman = rank(marker.path[-1]), rank(marker.path[-1], roman=True)
            if as_roman and as_letter != self.letter + 1 and as_roman in {1, self.roman + 1}:
                self.roman = as_roman
            else:
                self.letter, self.roman = as_letter, 0
            return
        numbers = tuple(part for part in marker.path if not part.startswith("("))
        self.letter = self.roman = 0
        if len(numbers) == 1:
            place, before = rank(numbers[0]), self.last.get((), 0)
            if place == 1 and before:
                self.outer.append(before)
            elif place != before + 1 and place - 1 in self.outer:
                del self.outer[self.outer.index(place - 1) :]
        self.last = {numbers[:depth]: rank(numbers[depth]) for depth in range(len(numbers))}
