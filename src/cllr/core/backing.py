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
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from struct import Struct
from typing import TYPE_CHECKING, Any, NamedTuple

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
_ENDINGS_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in {e[-1] for e in _ENDINGS}}


def stem(word: str) -> str:
    """Return a word without its ending; rough, but the same for training and for use."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in _ENDINGS_BY_LAST.get(word[-1], ()):
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


Name = str | tuple[str, str]
"""A word without its ending, or two that follow one another."""
_EXACT = 3.0 * 2**51
"""As a double it ends in a whole number of 52 bits: what is added to its bits is as much added to its value."""
_FIELD = 32
_SIGN = 1 << (_FIELD - 1)


class _Sum(NamedTuple):
    """The sum of some rows. Its scores are (weights - `_EXACT`) * factor, and what is in `more`."""

    factor: float
    weights: tuple[float, ...]
    """By head, and for anything last."""
    more: Sequence[tuple[float, Sequence[tuple[int, float]]]]
    """For what stands more than once, a factor for how much more it weighs, and its row: head, weight."""


class _Rows(dict[Name, int]):
    """The rows of the model, each as one large number: one addition adds the weights of all heads.

    A number has a field of 32 bits for the weight of each head, times the idf, and above them the square of the idf.
    The fields of the first half of the heads alternate with those of the second, so that a mask leaves room behind
    each. A row is made when it is first asked for. No text is long enough for a field to run over: the weights of
    all rows together have 28 bits.
    """

    def __init__(self, raw: Mapping[Name, Sequence[int]], scale: float, heads: int) -> None:
        """Hold raw rows: [100 idf, anything, head, weight, head, weight ...], weights in steps of `scale`."""
        super().__init__()
        self.raw = raw
        self._plain: dict[Name, tuple[tuple[int, float], ...]] = {}
        self._scale = scale
        self._anything = heads
        self._half = half = heads // 2 + 1
        self._above = 2 * half * _FIELD
        self._signs = sum(_SIGN << (_FIELD * field) for field in range(2 * half))
        pairs = [1 << (2 * _FIELD * pair) for pair in range(half)]
        self._mask = sum(pairs) * ((1 << _FIELD) - 1)
        self._exact = sum(pairs) * (int.from_bytes(Struct("<d").pack(_EXACT), "little") - _SIGN)
        self._doubles = Struct(f"<{heads + 1}d")

    def __missing__(self, name: Name) -> int:
        row = self.raw[name]
        made = row[1] << self._place(self._anything)
        for head, weight in zip(row[2::2], row[3::2], strict=True):
            made += weight << self._place(head)
        made = self[name] = made * row[0] + (row[0] ** 2 << self._above)
        return made

    def _place(self, head: int) -> int:
        return _FIELD * (2 * head if head < self._half else 2 * (head - self._half) + 1)

    def sum(self, counted: Mapping[Any, int]) -> _Sum:
        """Return the sum of rows: each weighs 1 + log(count), and all together have length one."""
        total = sum(map(self.__getitem__, counted), self._signs)
        squares = float(total >> self._above)
        again = [(name, math.log(count)) for name, count in counted.items() if count > 1]
        for name, weight in again:
            squares += weight * (2 + weight) * self.raw[name][0] ** 2
        mask, exact, size = self._mask, self._exact, 8 * self._half
        first = ((total & mask) + exact).to_bytes(size, "little")
        second = ((total >> _FIELD & mask) + exact).to_bytes(size, "little")
        factor = self._scale / math.sqrt(squares) if squares else 0.0
        more = [(factor * weight, self._plain.get(name) or self._made_plain(name)) for name, weight in again]
        return _Sum(factor, self._doubles.unpack_from(first + second), more)

    def _made_plain(self, name: Name) -> tuple[tuple[int, float], ...]:
        """Return and keep a row as heads and their weights times the idf, the weight for anything last."""
        idf, anything, *row = self.raw[name]
        heads = (*row[::2], self._anything)
        weights = (*row[1::2], anything)
        made = self._plain[name] = tuple((h, float(idf * w)) for h, w in zip(heads, weights, strict=True))
        return made


class _Stems(dict[str, str]):
    """The stems of words, those that the model knows; "" for others, of which nothing is kept."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> str:
        found = self._known.get(stem(word))
        if found is None:
            return ""
        if len(self) < 50_000:
            self[word] = found
        return found


class Backing:
    """The trained model: weights by word and by pair of words."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.provisions: tuple[str, ...] = tuple(raw["heads"])
        self.number = {provision: index for index, provision in enumerate(self.provisions)}
        self.weighing = Weighing(**raw["weighing"])
        self._biases: tuple[float, ...] = (*raw["heads"].values(), raw["anything"])
        # Each word is one string wherever it stands, so that it is found without looking at its letters.
        same: dict[str, str] = {word: word for word in raw["words"]}
        pairs: dict[Name, list[int]] = {}
        for pair, row in raw["pairs"].items():
            before, _, word = pair.partition(" ")
            pairs[same.get(before, before), same.get(word, word)] = row
        self._words = _Rows(raw["words"], raw["scale"], len(self.provisions))
        self._pairs = _Rows(pairs, raw["scale"], len(self.provisions))
        self._stems = _Stems(same)

    def scores(self, words: Sequence[str]) -> Read:
        """Return the scores of a row of words."""
        singles, pairs = self.features(words)
        single, pair = self._words.sum(singles), self._pairs.sum(pairs)
        by_single, by_pair, exact = single.factor, pair.factor, _EXACT
        heads = [
            bias + by_single * (of_single - exact) + by_pair * (of_pair - exact)
            for bias, of_single, of_pair in zip(self._biases, single.weights, pair.weights, strict=True)
        ]
        for factor, row in (*single.more, *pair.more):
            for head, weight in row:
                heads[head] += factor * weight
        return Read(heads.pop(), heads)

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
        if max(read.heads) <= edge:
            return []
        return [name for name, score in zip(self.provisions, read.heads, strict=True) if score > edge]

    def features(self, words: Sequence[str]) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
        """Return the words and pairs of words that the model knows, with how often each stands in a text."""
        stems = list(map(self._stems.__getitem__, words))
        singles = Counter(stems)
        del singles[""]
        known = self._pairs.raw
        found = [pair for pair in pairwise(stems) if pair in known]
        pairs = dict.fromkeys(found, 1)
        return singles, pairs if len(pairs) == len(found) else Counter(found)

    def read(self, view: View) -> Read:
        """Return the scores of a text: its English and Scots, a few sentences at a time where it is long."""
        scored = [self.scores(words) for words in _windows(view)]
        if not scored:
            return Read(-math.inf, [-math.inf] * len(self.provisions))
        if len(scored) == 1:
            return scored[0]
        columns = zip(*(read.heads for read in scored), strict=True)
        return Read(max(read.anything for read in scored), [max(column) for column in columns])


def _windows(view: View) -> Iterable[list[str]]:
    if len(view.words) <= WINDOW and all(sentence.language in READ for sentence in view.sentences):
        if view.words:
            yield view.words
        return
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
