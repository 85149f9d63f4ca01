"""A text as the lexicon reads it: where each word stands, and where the tags that were looked for begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cllr.core.text import View

Dynamic = Callable[[str], Mapping[int, int]]
"""Gives the places of a dynamic class (`person`, `money`) as first word -> one past its last word."""


def _nowhere(name: str) -> Mapping[int, int]:
    del name
    return {}


class Reading:
    """A view being read. Lives as long as its scene and keeps nothing beyond."""

    __slots__ = ("_inside", "dynamic", "padded", "places", "starts", "view", "words")

    def __init__(self, view: View, dynamic: Dynamic | None = None) -> None:
        self.view = view
        self.dynamic = dynamic or _nowhere
        places: dict[str, list[int]] = {}
        for index, word in enumerate(view.words):
            if word in places:
                places[word].append(index)
            else:
                places[word] = [index]
        self.places = places
        """Where each word stands."""
        self.words = frozenset(places)
        self.padded = [*view.words, ""]
        """The words with an empty one behind the last, which is also before the first (index -1)."""
        self.starts: dict[str, dict[int, list[int]]] = {}
        """First word -> ends of the hits of each tag that a row referred to."""
        self._inside: dict[int, frozenset[str]] = {}

    def inside(self, word: int) -> frozenset[str]:
        """Return the words of the sentence in which a word stands, by its index."""
        if len(self.view.sentences) == 1:
            return self.words
        number = self.view.of_sentence[word]
        held = self._inside.get(number)
        if held is None:
            found = self.view.sentences[number]
            held = self._inside[number] = frozenset(self.view.words[found.first : found.last])
        return held
