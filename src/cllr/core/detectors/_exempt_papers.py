"""What of an exempt paper shows in a draft: its figures (also in words, also rounded), its passages, its names.

The text of the paper is handed in with the context, read anew at every check and kept nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cllr.core import people
from cllr.core.model import Context
from cllr.core.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.model import Confidence
    from cllr.core.scene import Scene
    from cllr.core.text import View

WORDS_READ = 4000
"""Words of each paper and of the draft that are compared; the rest is told as not read."""
TELLING_DIGITS = 3
"""Digits of a figure, noughts at its ends apart, by which it is known again."""
PASSAGE = 6
"""Words in a row that make a passage."""
NEARLY = 0.035
"""How far a rounded figure may lie from the one in the paper."""

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {
    "hundred": 100.0, "thousand": 1e3, "k": 1e3, "grand": 1e3, "million": 1e6, "mil": 1e6, "mill": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9,
}  # fmt: skip
_FIGURE = re.compile(r"([£€$]?)(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(k|m|mn|bn|million|grand)?\.?$")
_NOT_A_SUM = frozenset(
    [
        "item", "items", "page", "pages", "para", "paragraph", "paragraphs", "appendix", "annex", "section",
        "part", "ward", "minute", "minutes", "schedule", "number", "no", "ch", "chapter", "slide", "stage",
        "phase", "route", "class", "year", "room",
    ]
)  # fmt: skip
_MONTHS = frozenset(
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
        "dec",
    ]
)  # fmt: skip

# Words that say nothing about which paper is meant.
_COMMON = frozenset(
    [
        "about", "above", "after", "again", "against", "agenda", "agreed", "allow", "also", "amount", "annex",
        "another", "appendix", "approve", "approved", "asked", "authorise", "authorised", "authority", "award",
        "been", "before", "being", "below", "board", "borough", "building", "cabinet", "chair", "close",
        "committee", "confidential", "confirmed", "consider", "considered", "could", "council", "councillor",
        "councillors", "county", "cost", "costs", "decide", "decided", "decision", "director", "district",
        "each", "exempt", "figures", "first", "former", "from", "further", "given", "have", "head", "here",
        "information", "into", "investigation", "issue", "item", "items", "just", "last", "leader", "letter",
        "like", "list", "made", "make", "many", "meeting", "member", "members", "minute", "minutes", "month",
        "monthly", "more", "most", "much", "must", "next", "note", "noted", "number", "offer", "offered",
        "offers", "officer", "officers", "only", "open", "option", "options", "order", "other", "over", "page",
        "pages", "panel", "paper", "papers", "para", "paragraph", "parish", "part", "people", "personal",
        "pink", "price", "prices", "private", "proposal", "proposed", "public", "publication", "published",
        "purchase", "received", "recommend", "recommended", "recommends", "release", "report", "reports",
        "review", "said", "sale", "same", "says", "section", "service", "services", "should", "site", "some",
        "staff", "standards", "still", "street", "such", "team", "than", "that", "their", "them", "then",
        "there", "these", "they", "this", "those", "three", "through", "time", "title", "town", "under",
        "until", "upon", "vendor", "very", "view", "ward", "week", "were", "what", "when", "where", "which",
        "while", "will", "with", "within", "without", "words", "would", "year", "years", "your",
    ]
)  # fmt: skip


class Echo(NamedTuple):
    """Words [first, last) of a draft that stand in an exempt paper, and in what way."""

    first: int
    last: int
    kind: str
    """`figure`, `rounded figure`, `passage`, `name` or `statement` (told in other words)."""


@dataclass(frozen=True, slots=True)
class _Sum:
    first: int
    last: int
    value: float
    scaled: bool
    """False where the order of magnitude was left out ("sixty-one four")."""
    money: bool


def distinctive(found: View) -> frozenset[str]:
    """Return the words of a text that tell which matter it is about, without the s of a plural."""
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > 4 else word
        for word in found.words[:WORDS_READ]
        if len(word) > 3 and word.isalpha() and word not in _COMMON
    )


def echoes(scene: Scene) -> list[Echo]:
    """Return what of the exempt papers in the context shows in a draft; empty where none are known."""
    return scene.once(_echoes) if scene.context.exempt_text else []


def _echoes(scene: Scene) -> list[Echo]:
    papers = scene.context.exempt_text or ()
    words = distinctive(scene.view)
    sums = list(_sums(scene.view))
    found: list[Echo] = []
    for paper in papers:
        other = view(paper)
        shared = words & distinctive(other)
        found += _figures(sums, list(_sums(other)), related=bool(shared))
        found += _passages(scene.view, other)
        found += _named(scene, other, shared)
        found += _retold(scene.view, other)
    return found


def how_sure(scene: Scene, echo: Echo) -> Confidence:
    """Return how sure an echo is: a passage, or a figure of three digits and more, is the paper's own."""
    if echo.kind == "passage":
        return "sure"
    if echo.kind != "figure":
        return "possible"
    digits = "".join(c for word in scene.words[echo.first : echo.last] for c in word if c.isdigit())
    return "sure" if len(digits.strip("0")) >= TELLING_DIGITS else "likely"


def not_read(scene: Scene) -> bool:
    """Say whether a paper in the context, or the draft, is longer than what is compared."""
    papers = scene.context.exempt_text or ()
    # A word of English has five letters and a space; a longer text is certainly not read whole.
    return any(len(paper) > 6 * WORDS_READ for paper in papers) or len(scene.words) > WORDS_READ


class _Known:
    """The figures of a paper, ready to be asked for: a draft and a paper may hold thousands each."""

    def __init__(self, sums: list[_Sum], *, related: bool) -> None:
        self._related = related
        """Whether draft and paper are about the same matter; if not, only telling figures count."""
        held = [one for one in sums if related or _telling(one)]
        self._values = sorted(one.value for one in held if one.scaled)
        self._open = {digits for one in held if not one.scaled and len(digits := _digits(one)) >= TELLING_DIGITS}
        self._all = self._open | {digits for one in held if len(digits := _digits(one)) >= TELLING_DIGITS}
        self._money = sorted(one.value for one in sums if related and one.money and one.value >= 1000)
        self._leading = sorted(map(_leading, self._money))

    def kind(self, one: _Sum) -> str | None:
        """Return as what a figure of a draft stands in the paper, or None."""
        if self._related or _telling(one):
            if one.scaled and _among(self._values, one.value, 1e-6 * max(1.0, one.value)):
                return "figure"
            # Where one of the two leaves its order of magnitude out, its digits have to do.
            if _digits(one) in (self._open if one.scaled else self._all):
                return "figure"
        if not one.value:
            return None
        if one.scaled:
            near = (one.money or one.value >= 1000) and _among(self._money, one.value, NEARLY * one.value)
        else:
            near = _among(self._leading, _leading(one.value), NEARLY * _leading(one.value))
        return "rounded figure" if near else None


def _among(held: list[float], value: float, within: float) -> bool:
    """Say whether sorted values hold one that is not further from a value than that."""
    at = bisect_left(held, value - within)
    return at < len(held) and held[at] <= value + within


def _figures(mine: list[_Sum], theirs: list[_Sum], *, related: bool) -> Iterator[Echo]:
    known = _Known(theirs, related=related)
    seen: dict[tuple[float, bool, bool], str | None] = {}
    for one in mine:
        figure = one.value, one.scaled, one.money
        if figure not in seen:
            seen[figure] = known.kind(one)
        kind = seen[figure]
        if kind is not None:
            yield Echo(one.first, one.last, kind)


def _telling(one: _Sum) -> bool:
    """Say whether a figure is rare enough to be known again by itself: three digits of it are not nought."""
    return len(_digits(one)) >= TELLING_DIGITS and (one.money or one.value >= 1000)


def _digits(one: _Sum) -> str:
    return f"{one.value:.10g}".replace(".", "").strip("0")


def _leading(value: float) -> float:
    """Return a figure without its order of magnitude: 4.12 for 412,000."""
    return float(f"{value:e}".split("e")[0])


def _passages(mine: View, theirs: View) -> Iterator[Echo]:
    rows = {
        tuple(theirs.words[index : index + PASSAGE])
        for index in range(min(len(theirs.words), WORDS_READ) - PASSAGE + 1)
    }
    index = 0
    limit = min(len(mine.words), WORDS_READ) - PASSAGE + 1
    while index < limit:
        row = tuple(mine.words[index : index + PASSAGE])
        if row in rows and sum(len(word) > 3 and word not in _COMMON for word in row) >= 2:
            yield Echo(index, index + PASSAGE, "passage")
            index += PASSAGE
        else:
            index += 1


def _retold(mine: View, theirs: View) -> Iterator[Echo]:
    """See a sentence of the paper told in other words: most of what it is about stands in the draft."""
    words = [word[:-1] if word.endswith("s") and len(word) > 4 else word for word in mine.words[:WORDS_READ]]
    held = set(words)
    for sentence in theirs.sentences:
        if sentence.last > WORDS_READ:
            return
        about = {
            word[:-1] if word.endswith("s") and len(word) > 4 else word
            for word in theirs.words[sentence.first : sentence.last]
            if len(word) > 3 and word.isalpha() and word not in _COMMON
        }
        shared = about & held
        if len(shared) >= 2 and len(shared) >= 0.25 * len(about):
            first = min(words.index(word) for word in shared)
            yield Echo(first, first + 1, "statement")


def _named(scene: Scene, paper: View, shared: frozenset[str]) -> Iterator[Echo]:
    """See a person or firm that the paper names, where the draft is about the same matter and names it too."""
    told = (
        set(re.findall(r"[^\W\d_]+", " ".join(scene.context.meeting.exempt_items or ()).lower()))
        if (scene.context.meeting)
        else set()
    )
    names = {
        word
        for first, last in [(m.first, m.last) for m in people.mentions(paper, Context())] + people.firms(paper)
        for word in paper.words[first:last]
        if len(word) > 3 and word.isalpha() and word not in told and word not in _COMMON and word not in _FIRM_WORDS
    }
    for index, word in enumerate(scene.words[:WORDS_READ]):
        name = word if word in names else word[:-1]
        if name in names and len(shared - {name, *names}) >= 1:
            yield Echo(index, index + 1, "name")


_FIRM_WORDS = frozenset(
    [
        "limited", "developments", "homes", "group", "holdings", "services", "trust", "company", "contractors",
        "construction", "builders", "estates", "properties", "partners", "solutions", "environmental",
        "leisure", "trustees",
    ]
)  # fmt: skip


def _sums(found: View) -> Iterator[_Sum]:
    """Return the figures of a text, in digits or in words."""
    words = found.words[:WORDS_READ]
    index = 0
    while index < len(words):
        one = _in_digits(words, index) or _in_words(words, index)
        if one is None:
            index += 1
            continue
        before = words[index - 1] if index else ""
        after = words[one.last] if one.last < len(words) else ""
        if before not in _NOT_A_SUM and (one.money or (before not in _MONTHS and after not in _MONTHS)):
            yield one
        index = one.last


def _in_digits(words: list[str], index: int) -> _Sum | None:
    match = _FIGURE.match(words[index])
    if match is None:
        return None
    sign, figure, scale = match.groups()
    value = float(figure.replace(",", ""))
    last = index + 1
    if scale:
        value *= {"mn": 1e6, "grand": 1e3}.get(scale) or _SCALES[scale]
    scaled = bool(sign or scale or "," in figure)
    while last < len(words) and words[last] in _SCALES:
        value *= _SCALES[words[last]]
        scaled = True
        last += 1
    money = bool(sign) or (last < len(words) and words[last] in {"pounds", "quid"})
    if 1900 <= value <= 2100 and not money:
        return None
    # "the vendor would have taken 1.9": a fraction alone stands for millions or thousands.
    return _Sum(index, last, value, scaled or "." not in figure, money or scaled)


def _in_words(words: list[str], index: int) -> _Sum | None:
    """Read "four hundred and twelve thousand", "two point three million", "sixty-one four", "three ninety"."""
    if words[index] not in _UNITS and words[index] not in _TENS:
        return None
    total = current = 0.0
    parts: list[str] = []
    scaled = False
    last = index
    tens_open = False
    while last < len(words):
        word = words[last]
        if word in _UNITS:
            value = _UNITS[word]
            if tens_open and 0 < value < 10:
                parts[-1] = str(int(parts[-1]) + value)
            else:
                parts.append(str(value))
            current += value
            tens_open = False
        elif word in _TENS:
            parts.append(str(_TENS[word]))
            current += _TENS[word]
            tens_open = True
        elif word in _SCALES and last > index:
            scaled = True
            tens_open = False
            if word == "hundred":
                current *= 100
            else:
                total += current * _SCALES[word]
                current = 0.0
        elif word == "point" and last > index and last + 1 < len(words) and words[last + 1] in _UNITS:
            current += _UNITS[words[last + 1]] / 10
            last += 1
        elif not (word == "and" and scaled and last + 1 < len(words) and _is_part(words[last + 1])):
            break
        last += 1
    money = last < len(words) and words[last] in {"pounds", "quid"}
    if scaled:
        return _Sum(index, last, total + current, scaled=True, money=True)
    if len(parts) > 1:
        return _Sum(index, last, float("".join(parts)), scaled=False, money=money)
    return _Sum(index, last, current, scaled=True, money=money)


def _is_part(word: str) -> bool:
    return word in _UNITS or word in _TENS
