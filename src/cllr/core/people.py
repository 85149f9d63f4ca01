"""See that a person, a firm or a sum is meant: from titles, capitals, first names and the context.

This says only that words name somebody. Who it is, and anything about them, is never concluded.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cllr.core.model import Context
    from cllr.core.text import View

PersonKind = Literal["councillor", "officer", "associate", "person"]


class Mention(NamedTuple):
    """Words [first, last) of a view that name somebody, and as what."""

    first: int
    last: int
    kind: PersonKind
    known: bool
    """True where the name stands in the context."""


class _Names(NamedTuple):
    first: frozenset[str]
    doubtful: frozenset[str]
    titles: frozenset[str]
    councillor_titles: frozenset[str]
    places: frozenset[str]
    firms: frozenset[str]
    no_name: frozenset[str]


@lru_cache(1)
def _names() -> _Names:
    data = tomllib.loads(files("cllr.core").joinpath("names.toml").read_text(encoding="utf-8"))
    return _Names(**{key: frozenset(data[key].replace("'", "").split()) for key in _Names._fields})


def first_names() -> frozenset[str]:
    """Return the first names we know, those apart that are common words as well."""
    return _names().first - _names().doubtful


@lru_cache(1)
def _naming_words() -> frozenset[str]:
    """Return all words that make somebody's name likely: titles, and first names with their possessives."""
    names = _names()
    return names.titles | names.first | {f"{name}s" for name in names.first}


# A capitalised word, and a group where another stands right behind it: for any text (where a letter counts as a
# capital that is none of a to z), and for one in ASCII.
_CAPITALISED = (
    re.compile(r"(?<![^\W_])[^\W\d_a-z](?:[^\W_]|['‘’‚‛′`´*](?=[^\W_]))*+(\W(?=[^\W\d_a-z]))?"),
    re.compile(r"[A-Z](?<![a-zA-Z0-9].)(?:[a-zA-Z0-9]|['*`](?=[a-zA-Z0-9]))*+([ \t'`-](?=[A-Z]))?"),
)


def _may_name(view: View) -> bool:
    """Say whether a text could name somebody who is not known from the context; soon told, for most could not."""
    if view.moved or view.map_starts is not None or "-mail" in view.norm:
        # The words are not so plainly those of the text.
        return True
    if not _naming_words().isdisjoint(view.words):
        return True
    words = _CAPITALISED[view.text.isascii()].finditer(view.text)
    rows = [match.start() for match in words if match.lastindex]
    # Two capitals name nobody where the first of them begins the sentence.
    return bool(rows) and not {sentence.start for sentence in view.sentences}.issuperset(rows)


def capitals(view: View) -> list[bool]:
    """Say for each word whether it begins with a capital in the text as sent."""
    text, starts = view.text, view.map_starts
    if starts is None:
        return [text[start].isupper() for start in view.starts]
    return [text[starts[start]].isupper() for start in view.starts]


def mentions(view: View, context: Context) -> list[Mention]:
    """Return who is named, in the order of the text; places are longest first and do not overlap."""
    known = _known(context)
    if not view.words or not (known or _may_name(view)):
        return []
    names = _names()
    words, upper = view.words, capitals(view)
    shouted = _shouted(words, sum(upper))
    found: list[Mention] = []
    naming = _naming_words()
    behind = 0
    for index, (word, capital, another) in enumerate(zip(words, upper, [*upper[1:], False], strict=True)):
        if index < behind or not (word in naming or (capital and (another or known))):
            continue
        mention = _known_at(view, index, known, upper) or _titled_at(view, index, upper, names)
        if mention is None and capital and not shouted:
            mention = _named_at(view, index, upper, names)
        if mention is not None:
            found.append(mention)
            behind = mention.last
    return found


def _shouted(words: list[str], capitals: int) -> bool:
    """Say whether most words begin with a capital, so that it tells nothing of any of them."""
    if len(words) < 4 or capitals <= 0.7 * sum(map(str.isalpha, words)):
        return False
    return capitals > 0.7 * max(1, sum(word[:1].isalpha() for word in words))


def _known(context: Context) -> dict[str, tuple[PersonKind, frozenset[str]]]:
    """Return each word of a name in the context -> the kind of person and all words of that name."""
    held: dict[str, tuple[PersonKind, frozenset[str]]] = {}
    if not (context.associates or context.officers or context.colleagues):
        return held
    groups: tuple[tuple[PersonKind, tuple[str, ...] | None], ...] = (
        ("associate", context.associates),
        ("officer", context.officers),
        ("councillor", context.colleagues),
    )
    for kind, people in groups:
        for person in people or ():
            name = re.split(r"[,(]", person)[0]
            words = frozenset(
                w for w in re.findall(r"[^\W\d_]+", name.lower()) if len(w) > 2 and w not in _names().titles
            )
            for word in words:
                held[word] = (kind, words)
    return held


def _known_at(
    view: View, index: int, known: dict[str, tuple[PersonKind, frozenset[str]]], upper: list[bool]
) -> Mention | None:
    if not known:
        return None
    words = view.words
    start = index
    if words[index] in _names().titles and index + 1 < len(words):
        index += 1
    entry = known.get(_base(words[index], known))
    if entry is None or not (upper[index] or start != index):
        return None
    kind, whole = entry
    last = index + 1
    while last < len(words) and upper[last] and _base(words[last], known) in whole:
        last += 1
    return Mention(start, last, kind, known=True)


def _base(word: str, known: Iterable[str]) -> str:
    """Return a name without the s of its possessive."""
    return word[:-1] if word.endswith("s") and word not in known and word[:-1] in known else word


def _titled_at(view: View, index: int, upper: list[bool], names: _Names) -> Mention | None:
    words = view.words
    title = words[index]
    if title not in names.titles or index + 1 >= len(words) or not upper[index + 1]:
        return None
    if view.of_sentence[index] != view.of_sentence[index + 1]:
        return None
    last = index + 1
    while last < len(words) and last - index <= 3 and upper[last] and _is_name(words[last], names):
        last += 1
    if last == index + 1:
        return None
    kind: PersonKind = "councillor" if title in names.councillor_titles else "person"
    return Mention(index, last, kind, known=False)


def _is_name(word: str, names: _Names) -> bool:
    return word[:1].isalpha() and word not in names.no_name and word not in names.places


def _named_at(view: View, index: int, upper: list[bool], names: _Names) -> Mention | None:
    """See a first name, or two capitalised words in a row that are neither place nor firm."""
    words, of = view.words, view.of_sentence
    word = words[index]
    if not _is_name(word, names) or word[0] in "@#":
        return None
    last = index + 1
    while (
        last < len(words) and last - index < 4 and upper[last] and of[last] == of[index] and words[last][:1].isalpha()
    ):
        if view.norm[view.ends[last - 1] : view.starts[last]] not in {" ", "-", "'"}:
            break
        last += 1
    row = words[index:last]
    if any(w in names.places or w in names.firms for w in row[1:]):
        return None
    row = [w for w in row if w not in names.no_name]
    first = word if word in names.first else word[:-1] if word.endswith("s") and word[:-1] in names.first else None
    opens = index == view.sentences[of[index]].first
    if first is not None:
        if word in names.doubtful and opens and len(row) == 1:
            return None
        return Mention(index, index + max(1, len(row)), "person", known=False)
    if len(row) == 2 and not opens and all(_is_name(w, names) for w in row) and _surname_like(row[1]):
        return Mention(index, index + 2, "person", known=False)
    return None


def _surname_like(word: str) -> bool:
    return len(word) > 2 and not word.endswith("ing")


def firms(view: View) -> list[tuple[int, int]]:
    """Return rows of capitalised words that name a firm: "Kelso Homes", "Hallam & Pike"."""
    names = _names()
    words = view.words
    if "&" not in view.norm and names.firms.isdisjoint(words):
        return []
    upper = capitals(view)
    found = []
    index = 0
    while index < len(words):
        if not upper[index] or words[index] in names.no_name:
            index += 1
            continue
        last = index + 1
        ampersand = False
        while last < len(words) and upper[last] and view.of_sentence[last] == view.of_sentence[index]:
            between = view.norm[view.ends[last - 1] : view.starts[last]].strip()
            if between not in {"", "&", "-"}:
                break
            ampersand |= between == "&"
            last += 1
        if ampersand or (last - index > 1 and words[last - 1] in names.firms):
            found.append((index, last))
        index = last
    return found


# Anything that is not in ASCII may be a figure too.
_FIGURE = re.compile("[0-9\u0080-\U0010ffff]")
_SUM = re.compile(r"[£€$]\d")
_SUM_WORDS = frozenset(["pounds", "quid", "grand", "million", "billion", "pence", "k", "fiver", "tenner"])
_NUMBER_WORDS = frozenset(
    [
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
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "couple",
        "few",
        "several",
        "dozen",
    ]
)


def sums(view: View) -> list[tuple[int, int]]:
    """Return sums of money: "£14k", "four million quid", "fifty quid"."""
    words, norm = view.words, view.norm
    if _SUM_WORDS.isdisjoint(words) and "£" not in norm and "€" not in norm and "$" not in norm:
        return []
    found = []
    for index, word in enumerate(words):
        if _SUM.match(word):
            last = index + 1
            while last < len(words) and words[last] in _SUM_WORDS:
                last += 1
            found.append((index, last))
        elif word in _SUM_WORDS and index and _is_number(words[index - 1]):
            first = index - 1
            while first and _is_number(words[first - 1]):
                first -= 1
            found.append((first, index + 1))
    return found


def numbers(view: View) -> list[tuple[int, int]]:
    """Return numbers in figures or words, one word each."""
    words = view.words
    if _NUMBER_WORDS.isdisjoint(words) and _FIGURE.search(view.norm) is None:
        return []
    return [(i, i + 1) for i, word in enumerate(words) if word in _NUMBER_WORDS or word[:1].isdigit()]


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in _NUMBER_WORDS


class Named:
    """Who and what a text names, each worked out when it is first asked for."""

    def __init__(self, view: View, context: Context) -> None:
        self._view = view
        self._context = context

    @cached_property
    def people(self) -> list[Mention]:
        """Return who is named."""
        return mentions(self._view, self._context)

    @cached_property
    def firms(self) -> list[tuple[int, int]]:
        """Return firms, as ranges of words."""
        return firms(self._view)

    def places(self, name: str) -> Mapping[int, int]:
        """Return where a dynamic class of the lexicon stands: first word -> one past its last word."""
        if name in {"person", "name"}:
            return {m.first: m.last for m in self.people}
        if name in {"councillor", "officer"}:
            return {m.first: m.last for m in self.people if m.kind == name}
        if name == "firm":
            return dict(self.firms)
        if name == "money":
            return dict(sums(self._view))
        if name == "number":
            return dict(numbers(self._view))
        return {i: i + 1 for i, word in enumerate(self._view.words) if word[0] == "@"}
