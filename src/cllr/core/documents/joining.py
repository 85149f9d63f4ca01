r"""Two lines put together: with a space, or as one word where one was broken at the end of the line.

Whether a hyphen at the end of a line was printed by the typesetter or belongs to the word is told by the rest of
the document: "pre-\\nelection" is kept where "pre-election" stands elsewhere, "respon-\\nsible" is mended where
"responsible" does. What stays open is mended only in a document that plainly breaks words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KEPT_AFTER = re.compile(
    r"(?:anti|co|e|ex|inter|micro|multi|non|on|post|pre|pro|re|self|semi|sub|under|well)", re.IGNORECASE
)
"""Beginnings that English writes with a hyphen more often than not."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/&=?_-]$")
_ADDRESS = re.compile(r"https?://|www\.")
_LEAST = 2
"""Words that must be shown broken before others are taken for broken."""


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a document shows of its hyphens: the words it writes whole, and whether it breaks words at all."""

    words: Counter[str]
    breaks_words: bool

    @classmethod
    def of(cls, texts: Sequence[str]) -> Hyphens:
        """Learn from the lines of a document."""
        # The first and the last word of a line may be parts of words.
        words = Counter(word.lower() for text in texts for word in _WORD.findall(text)[1:-1])
        shown = Counter(_shown(*pair, words) for pair in _broken(texts))
        return cls(words, shown["mend"] >= _LEAST and shown["mend"] > shown["keep"])

    def joined(self, above: str, below: str) -> tuple[str, str]:
        """Return the upper text as it should end, and the lower as it should follow, with its space if it has one."""
        last = above.rsplit(maxsplit=1)[-1] if above.strip() else ""
        if not last:
            return above, below
        if last.endswith("\u00ad"):
            return above[:-1], below
        address = _ADDRESS.match(last) is not None
        if last[-1] in "-‐" and last[-2:-1].isalnum() and below[:1].isalpha() and not address:
            shown = _shown(last, below, self.words)
            mend = shown == "mend" or (shown == "open" and self.breaks_words and below[0].islower())
            return (above[:-1] if mend else above[:-1] + "-"), below
        if _OPEN_ADDRESS.match(last) or (last[-1] == "/" and len(last) > 1) or (address and below.startswith("/")):
            return above, below
        return above, f" {below}"


def _broken(texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((above, below) for above, below in pairwise(texts) if above.endswith(("-", "‐")))


def _shown(above: str, below: str, words: Counter[str]) -> str:
    """Say what the rest of the document shows of a hyphen at the end of a line: "mend", "keep" or "open"."""
    first = re.search(r"[^\W\d_]+(?=[-‐]$)", above[-60:])
    second = _WORD.match(below)
    if first is None or second is None:
        return "keep"
    one, two = first[0].lower(), second[0].lower()
    if words[f"{one}-{two}"] or _KEPT_AFTER.fullmatch(one):
        return "keep"
    if words[one + two]:
        return "mend"
    return "keep" if words[one] and words[two] else "open"
