"""How like a sentence's words are to the words of a provision: weak evidence beside the cues.

Each provision has a weighted bag of words: its own text in the catalogue and the words of its cues. Likeness is the
cosine of two such bags, words weighing more the fewer provisions use them (tf-idf with logarithms, Manning, Raghavan
and Schütze 2008, chapter 6).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from cllr.core import catalogue
from cllr.core.mapping.stems import joined, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cllr.core.catalogue import Provision
    from cllr.core.mapping.cues import Cue

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in plain form."""
    return [stem(word) for word in _WORD.findall(joined(text).lower().replace("'", "").replace("’", ""))]


def _own_words(provision: Provision) -> dict[str, float]:
    """Return the words of a provision with their counts; title and name count three times, what it asks twice."""
    told = [provision.why, provision.instead, provision.until, provision.limits]
    named = [provision.title, provision.id.replace("-", " ")] * 3
    counted = Counter(words_of(" ".join([*named, provision.asks, provision.asks, *told])))
    return {word: float(count) for word, count in counted.items()}


class Likeness:
    """Bags of words of all provisions, as an index from word to provisions."""

    def __init__(self, rarity: Mapping[str, float], index: Mapping[str, Sequence[tuple[str, float]]]) -> None:
        self._rarity = rarity
        self._index = index

    @classmethod
    def made(cls, cues: Iterable[Cue]) -> Likeness:
        """Return the likeness to the provisions of the catalogue, with the words of these cues."""
        bags = {provision.id: _own_words(provision) for provision in catalogue.provisions()}
        for cue in cues:
            bag = bags.get(cue.of)
            if bag is not None and not cue.against:
                for word in sorted({word for want in cue.wants for word in _WORD.findall(want)}):
                    bag[word] = bag.get(word, 0.0) + cue.weight
        spread = Counter(word for bag in bags.values() for word in bag)
        rarity = {word: math.log((len(bags) + 1) / (count + 0.5)) for word, count in spread.items()}
        index: dict[str, list[tuple[str, float]]] = {}
        for name, bag in bags.items():
            for word, weight in _normed({w: (1 + math.log(1 + c)) * rarity[w] for w, c in bag.items()}).items():
                index.setdefault(word, []).append((name, round(weight, 5)))
        return cls(rarity, index)

    def to_keep(self) -> dict[str, Any]:
        """Return what the constructor takes, as plain data."""
        return {"rarity": self._rarity, "index": self._index}

    def of(self, text: str) -> dict[str, float]:
        """Return the likeness of a text to each provision it shares a word with, 0 to 1."""
        counted = Counter(word for word in words_of(text) if word in self._rarity)
        like: dict[str, float] = {}
        for word, weight in _normed({w: (1 + math.log(c)) * self._rarity[w] for w, c in counted.items()}).items():
            for name, other in self._index[word]:
                like[name] = like.get(name, 0.0) + weight * other
        return like


def _normed(bag: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in bag.values())) or 1.0
    return {word: weight / length for word, weight in bag.items()}
