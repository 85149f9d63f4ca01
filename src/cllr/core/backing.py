"""A small trained model that backs the rules: it doubts some of what they saw, and adds a little of its own.

Rules decide; the model backs. A match that needs no backing (`sure`: a record, a check digit, an explicit phrase; or
one that rests on context, without words of its own) stays whatever the model says. A `likely` or `possible` one has
to look, word by word, a little like what people write who mean that; otherwise it becomes a note, shown but weighing
nothing. And where words look very much like it and no rule spoke, the model raises a match of its own, `possible` at
most. It reads words alone, no names and no parties, and only English and Scots.

What it was trained on, how, and how good it is stands in `model_files/backing.md`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cllr.core.model import Match
    from cllr.core.text import View

READ = frozenset({"en", "sco"})
WINDOW = 60
"""Words. A longer text is read a few sentences at a time, as long as what the model was trained on."""

_ENDINGS = (
    "ations", "ation", "ements", "ement", "ingly", "edly", "ously", "ness", "ities", "ity", "ings", "ing", "ers",
    "er", "ies", "ied", "ed", "es", "ly", "s",
)  # fmt: skip


def stem(word: str) -> str:
    """Return a word without its ending; rough, but the same for training and for use."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            rest = word[: -len(ending)]
            if len(rest) > 3 and rest[-1] == rest[-2]:
                rest = rest[:-1]
            return rest.rstrip("ei") if len(rest) > 4 else rest
    return word.rstrip("e") if len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class Read:
    """What the model makes of a text; 0 is the middle, more is more like it.

    `anything`: how much the text is like those that raise something at all. `heads`: one score a provision.
    """

    anything: float
    heads: list[float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """How a match of a rule and the scores of its text become one figure; fitted on rows no rule was written from."""

    start: float
    possible: float
    likely: float
    score: float
    anything: float
    top: float
    several: float
    keep: float
    """At or above it the match stays; below it becomes a note."""
    lift: float
    """What `anything` adds to the score of a head that may speak itself, up to `lift_to`."""
    lift_to: float
    speak: float
    """Above it a head speaks itself."""


class Backing:
    """The trained model: weights by word and by pair of words."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.provisions: tuple[str, ...] = tuple(raw["heads"])
        self.number = {provision: index for index, provision in enumerate(self.provisions)}
        self.weighing = Weighing(**raw["weighing"])
        self._biases: tuple[float, ...] = tuple(raw["heads"].values())
        self._bias: float = raw["anything"]
        scale = raw["scale"]
        self._words = {word: _unpacked(row, scale) for word, row in raw["words"].items()}
        self._pairs = {pair: _unpacked(row, scale) for pair, row in raw["pairs"].items()}
        self._stems: dict[str, str | None] = {}

    def scores(self, words: Sequence[str]) -> Read:
        """Return the scores of a row of words."""
        singles, pairs = self.features(words)
        total = list(self._biases)
        anything = self._bias
        for counted, known in ((singles, self._words), (pairs, self._pairs)):
            rows = [(1.0 + math.log(count) if count > 1 else 1.0, known[name]) for name, count in counted.items()]
            norm = math.sqrt(sum((weight * row[0]) ** 2 for weight, row in rows))
            if not norm:
                continue
            for weight, (idf, something, heads, weights) in rows:
                factor = weight * idf / norm
                anything += factor * something
                for head, value in zip(heads, weights, strict=True):
                    total[head] += factor * value
        return Read(anything, total)

    def doubts(self, match: Match, read: Read, *, several: bool) -> bool:
        """Return whether the words around a match of a rule are too unlike what people write who mean that.

        `several`: the rules see more than one provision in the text.
        """
        number = self.number.get(match.provision)
        if number is None or match.confidence == "sure" or match.start is None:
            return False
        score = read.heads[number]
        by = self.weighing
        figure = by.start + by.score * score + by.anything * read.anything
        figure += by.likely if match.confidence == "likely" else by.possible
        figure += by.top * (score >= max(read.heads)) + by.several * several
        # A text with nothing the model reads tells it nothing.
        return score > -math.inf and figure < by.keep

    def says(self, read: Read) -> list[str]:
        """Return the provisions that the words alone are very much like."""
        by = self.weighing
        edge = by.speak - by.lift * min(read.anything, by.lift_to)
        return [name for name, score in zip(self.provisions, read.heads, strict=True) if score > edge]

    def features(self, words: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
        """Return the words and pairs of words that the model knows, with how often each stands in a text."""
        singles: dict[str, int] = {}
        pairs: dict[str, int] = {}
        before: str | None = None
        for word in words:
            known = self._stems.get(word, "")
            if known == "":
                known = stem(word)
                if known not in self._words:
                    known = None
                if len(self._stems) < 50_000:
                    self._stems[word] = known
            if known is not None:
                singles[known] = singles.get(known, 0) + 1
                if before is not None:
                    pair = f"{before} {known}"
                    if pair in self._pairs:
                        pairs[pair] = pairs.get(pair, 0) + 1
            before = known
        return singles, pairs

    def read(self, view: View) -> Read:
        """Return the scores of a text: its English and Scots, a few sentences at a time where it is long."""
        scored = [self.scores(words) for words in _windows(view)]
        if not scored:
            return Read(-math.inf, [-math.inf] * len(self.provisions))
        if len(scored) == 1:
            return scored[0]
        columns = zip(*(read.heads for read in scored), strict=True)
        return Read(max(read.anything for read in scored), [max(column) for column in columns])


def _unpacked(row: Sequence[int], scale: float) -> tuple[float, float, tuple[int, ...], tuple[float, ...]]:
    """Return idf, weight for anything, heads and their weights, from whole numbers.

    A row is [100 idf, anything, head, weight, head, weight ...], weights in steps of `scale`.
    """
    return row[0] / 100, row[1] * scale, tuple(row[2::2]), tuple(value * scale for value in row[3::2])


def _windows(view: View) -> Iterable[list[str]]:
    held: list[str] = []
    for sentence in view.sentences:
        if sentence.language not in READ:
            continue
        for first in range(sentence.first, sentence.last, WINDOW):
            words = view.words[first : min(first + WINDOW, sentence.last)]
            if held and len(held) + len(words) > WINDOW:
                yield held
                held = []
            held = held + words
    if held:
        yield held


@lru_cache(1)
def shipped() -> Backing | None:
    """Return the model that ships with cllr, or None where its file is missing."""
    path = files("cllr.core").joinpath("model_files", "backing.json")
    try:
        return Backing(json.loads(path.read_text(encoding="utf-8")))
    except OSError:
        return None
