"""A text as two strings, so that rows without references to other tags can be tried by compiled expressions.

Forwards every word is followed by a space and every sentence by a line break; backwards the same from the last word
to the first. A part of a row becomes a regular expression over such a string: it begins where a word ends, takes
whole words only, and no line break, so that no row crosses the end of a sentence.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cllr.core.lexicon.patterns import Alt, Edge, Element, Gap, Ref, Words, first_words

if TYPE_CHECKING:
    from cllr.core.lexicon.patterns import Match
    from cllr.core.text import View

_ANY = "[^ \n]+ "
_END = "(?=\n)"


class Strings:
    """The words of a view, forwards and backwards, with the word that every offset stands for."""

    def __init__(self, view: View) -> None:
        self.words = frozenset(view.words)
        self._view = view

    @cached_property
    def forwards(self) -> tuple[str, list[int], dict[int, int]]:
        """Return the string, the offset behind each word, and the index one past the word by that offset."""
        last = {sentence.last - 1 for sentence in self._view.sentences}
        parts: list[str] = []
        behind: list[int] = []
        at = 0
        for index, word in enumerate(self._view.words):
            at += len(word) + 1
            behind.append(at)
            if index in last:
                parts.append(f"{word} \n")
                at += 1
            else:
                parts.append(f"{word} ")
        return "".join(parts), behind, {offset: index + 1 for index, offset in enumerate(behind)}

    @cached_property
    def backwards(self) -> tuple[str, list[int], dict[int, int]]:
        """Return the string, the offset behind each word (before it in the text), and the word by that offset."""
        first = {sentence.first for sentence in self._view.sentences}
        words = self._view.words
        parts: list[str] = []
        behind = [0] * len(words)
        at = 0
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            at += len(word) + 1
            behind[index] = at
            if index in first:
                parts.append(f"{word} \n")
                at += 1
            else:
                parts.append(f"{word} ")
        return "".join(parts), behind, {offset: index for index, offset in enumerate(behind)}


def compilable(elements: tuple[Element, ...]) -> bool:
    """Say whether elements need nothing but words."""
    return not any(
        isinstance(element, Ref) or (isinstance(element, Alt) and not all(map(compilable, element.branches)))
        for element in elements
    )


@lru_cache(None)
def matching(elements: tuple[Element, ...]) -> Match:
    """Return what tries the elements at an offset of a string. Rows that share a part share its expression."""
    return re.compile("".join(map(_expression, elements))).match


def _expression(element: Element) -> str:
    """Return an element as an expression that tries in the very order in which the walk over elements tries."""
    if isinstance(element, Words):
        words = _choice([re.escape(word) for word in sorted(element.words)])
        return f"(?:{words} )?" if element.optional else f"{words} "
    if isinstance(element, Gap):
        return f"(?:{_ANY}){{{element.least},{element.most}}}?"
    if isinstance(element, Edge):
        return _END
    if isinstance(element, Alt):
        # Branches that begin with a word of their own come first.
        led = [branch for branch in element.branches if first_words(branch) is not None]
        rest = [branch for branch in element.branches if first_words(branch) is None]
        return _choice(["".join(map(_expression, branch)) for branch in (*led, *rest)])
    raise TypeError(f"{element} refers to another tag")


def _choice(options: list[str]) -> str:
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
