"""The number of a clause, put together from the markers of the document: (b) under 7.3 is 7.3(b)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cllr.core.documents.markers import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cllr.core.documents.markers import Marker


def reference(path: Sequence[str]) -> str:
    """Write a path as it is quoted: ("7", "3", "(b)") is "7.3(b)"."""
    out = ""
    for part in path:
        out += part if not out or part.startswith("(") else f".{part}"
    return out


@dataclass(slots=True)
class Number:
    """The number that is open: that of the section, of the clause in it, and of lettered items below.

    `listed` is the last number of a list that counts from 1 inside a numbered section, where the document has
    "3 Rules" and then "1.", "2.": those are 3(1) and 3(2).
    """

    section: str | None = None
    path: tuple[str, ...] = ()
    letters: list[tuple[str, str]] = field(default_factory=list)
    """Style and sign of each, outermost first: ("()alpha", "(b)")."""
    listed: int | None = None

    @property
    def printed(self) -> str:
        """Return the whole number as it is quoted."""
        return reference((*self.path, *(sign for _, sign in self.letters)))

    @property
    def depth(self) -> int:
        """Return how many parts the number has."""
        return len(self.path) + len(self.letters)

    @property
    def is_item(self) -> bool:
        """Say whether a clause or item is open, and not only the section."""
        return bool(self.letters) or (bool(self.path) and reference(self.path) != self.section)

    def enter(self, marker: Marker) -> None:
        """Go on to the number that a marker gives."""
        if marker.kind == "letter":
            self._enter_letter(marker)
            return
        figures = tuple(part for part in marker.path if not part.startswith("("))
        letters = [("()alpha", part) for part in marker.path if part.startswith("(")]
        place = rank(figures[0])
        begins = place == 1 or (self.listed is not None and place == self.listed + 1)
        if self.section and len(figures) == 1 and not letters and begins:
            self.listed, self.path, self.letters = place, (self.section,), [("1", f"({figures[0]})")]
        else:
            self.listed, self.path, self.letters = None, figures, letters

    def _enter_letter(self, marker: Marker) -> None:
        sign = marker.path[0]
        style = re.sub(r"[A-Za-z0-9]+", "", marker.printed)
        key = style + self._kind(sign.strip("()"), style)
        for level, (known, _) in enumerate(self.letters):
            if known == key:
                del self.letters[level:]
                break
        self.letters.append((key, sign))

    def _kind(self, bare: str, style: str) -> str:
        """Say how a sign counts. "i" and "v" are letters after "h" and "u", roman numerals otherwise."""
        if bare.isdigit():
            return "digit"
        if bare.isupper():
            return "upper"
        held = dict(self.letters)
        roman, alpha = held.get(f"{style}roman"), held.get(f"{style}alpha")
        value = rank(bare, roman=True)
        if value and roman is not None and rank(roman, roman=True) + 1 == value:
            return "roman"
        if alpha is not None and rank(alpha) + 1 == rank(bare):
            return "alpha"
        return "roman" if value and (bare == "i" or len(set(bare)) > 1 or bare in {"ii", "iii"}) else "alpha"

    def close_items(self) -> None:
        """Leave letters and lists; the number of the clause stays."""
        self.letters, self.listed = [], None
