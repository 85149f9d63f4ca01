"""A part of a row as a chain of steps, tried word by word from its anchor outwards.

A step knows what follows it, so that trying one makes nothing. Choices are tried in the order in which they are
written, those that begin with the word at hand first; a gap is tried from its shortest width.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol

from cllr.core.lexicon.patterns import Alt, Element, Gap, Ref, Words, first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Ground(Protocol):
    """What a chain is tried on: words, and where other tags stand."""

    words: list[str]

    def starting(self, tag: str) -> Mapping[int, list[int]]:
        """Return first word -> ends of the hits of a tag."""

    def ending(self, tag: str) -> Mapping[int, list[int]]:
        """Return end -> first words of the hits of a tag."""


class Step(ABC):
    """A step of a chain that runs onwards (`way` 1) or backwards (-1) through the words of a sentence."""

    __slots__ = ("ahead", "then", "way")

    def __init__(self, then: Step | None, way: int) -> None:
        self.then = then
        self.way = way
        self.ahead = 0 if way == 1 else -1
        """From a place between words to the index of the word that comes next."""

    @abstractmethod
    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        """Return where the chain ends when tried from `at` towards `limit`, or None where it does not fit."""


class _Word(Step):
    __slots__ = ("words",)

    def __init__(self, words: frozenset[str], then: Step | None, way: int) -> None:
        super().__init__(then, way)
        self.words = words

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        if at == limit or ground.words[at + self.ahead] not in self.words:
            return None
        return at + self.way if self.then is None else self.then.end(ground, at + self.way, limit)


class _Perhaps(_Word):
    __slots__ = ()

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        found = super().end(ground, at, limit)
        if found is not None:
            return found
        return at if self.then is None else self.then.end(ground, at, limit)


class _Edge(Step):
    __slots__ = ()

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        if at != limit:
            return None
        return at if self.then is None else self.then.end(ground, at, limit)


class _Gap(Step):
    __slots__ = ("least", "most", "next_words")

    def __init__(self, gap: Gap, next_words: frozenset[str] | None, then: Step | None, way: int) -> None:
        super().__init__(then, way)
        self.least = gap.least
        self.most = gap.most
        self.next_words = next_words
        """Words of which one must stand right behind, where that can be said."""

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        wanted, words, then = self.next_words, ground.words, self.then
        for width in range(self.least, min(self.most, abs(limit - at)) + 1):
            reached = at + self.way * width
            if wanted is None or (reached != limit and words[reached + self.ahead] in wanted):
                found = reached if then is None else then.end(ground, reached, limit)
                if found is not None:
                    return found
        return None


class _Place(Step):
    __slots__ = ("tag",)

    def __init__(self, tag: str, then: Step | None, way: int) -> None:
        super().__init__(then, way)
        self.tag = tag

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        held = ground.starting(self.tag) if self.way == 1 else ground.ending(self.tag)
        for reached in held.get(at, ()):
            if (limit - reached) * self.way >= 0:
                found = reached if self.then is None else self.then.end(ground, reached, limit)
                if found is not None:
                    return found
        return None


class _Choice(Step):
    __slots__ = ("by_first", "others")

    def __init__(self, choice: Alt, then: Step | None, way: int) -> None:
        super().__init__(then, way)
        self.by_first: dict[str, list[Step | None]] = {}
        """Branches by the word they begin with, so that the others need not be tried."""
        self.others: list[Step | None] = []
        """Branches that may begin with any word, or with none."""
        for branch in choice.branches:
            step = chain(branch, way, then)
            words = first_words(branch)
            if words is None:
                self.others.append(step)
            for word in words or ():
                self.by_first.setdefault(word, []).append(step)

    def end(self, ground: Ground, at: int, limit: int) -> int | None:
        if at != limit:
            found = _first(self.by_first.get(ground.words[at + self.ahead], ()), ground, at, limit)
            if found is not None:
                return found
        return _first(self.others, ground, at, limit)


def _first(branches: Iterable[Step | None], ground: Ground, at: int, limit: int) -> int | None:
    for branch in branches:
        found = at if branch is None else branch.end(ground, at, limit)
        if found is not None:
            return found
    return None


def chain(elements: tuple[Element, ...], way: int, then: Step | None = None) -> Step | None:
    """Return elements, in the order they are met, as a chain that goes on with `then`; None for none at all."""
    for index in range(len(elements) - 1, -1, -1):
        element = elements[index]
        if isinstance(element, Words):
            then = (_Perhaps if element.optional else _Word)(element.words, then, way)
        elif isinstance(element, Gap):
            then = _Gap(element, first_words(elements[index + 1 :]), then, way)
        elif isinstance(element, Ref):
            then = _Place(element.tag, then, way)
        elif isinstance(element, Alt):
            then = _Choice(element, then, way)
        else:
            then = _Edge(then, way)
    return then
