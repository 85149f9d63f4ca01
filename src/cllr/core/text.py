"""One normalised view of a text, its words and its sentences; every span points back into the original.

A text is normalised once: NFKC, lower case, look-alike letters in mixed-script words, zero-width and
direction marks taken out, typographic quotes and dashes made plain. Nearly all posts need only replacements
of one character by one, where offsets stay what they are; the slow road with an offset map is taken where
the text asks for it.

All positions inside this module and in detectors count characters of `View.norm`; `View.span` turns them into
code points of the text as sent.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cllr.core.model import Language

# Replacements of one character by one, so that offsets do not move.
_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-",
        "…": ".", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u2028": "\n", "\u2029": "\n",
        "\u0085": "\n", "\r": "\n", "\t": " ", "\v": "\n", "\f": "\n",
    }
)  # fmt: skip

_NOT_PLAIN = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "]")

# What the quick road cannot do: combining marks, format characters beside letters, compatibility forms,
# letters of other scripts (for look-alikes), and letters whose lower case has another length.
_NEEDS_MAP = re.compile(
    "[\u00ad\u0130\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1ab0-\u1aff"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2071-\u209c\u20d0-\u20ff\u2100-\u218f\u2460-\u24ff"
    "\ua640-\ua69f\ufb00-\ufb06\ufe20-\ufe2f\ufeff\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189"
    "\U000e0020-\U000e007f]"
)
_JOINED = re.compile("[\u200d\ufe0e\ufe0f](?<=[^\\W_].)")

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f\u180e")
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")

# Letters of other scripts that look like Latin ones; used only in a word that also holds Latin letters.
# The pairs are those of Unicode Technical Standard 39 (confusables), Cyrillic, Greek, Armenian and Cherokee.
_LOOKALIKE = str.maketrans(
    dict(
        pair.split("=")
        for pair in [
            "а=a",
            "в=b",
            "е=e",
            "ё=e",
            "з=3",
            "і=i",
            "ї=i",
            "ј=j",
            "к=k",
            "м=m",
            "н=h",
            "о=o",
            "п=n",
            "р=p",
            "с=c",
            "т=t",
            "у=y",
            "ѕ=s",
            "х=x",
            "ԁ=d",
            "ԛ=q",
            "ԝ=w",
            "һ=h",
            "ӏ=l",
            "г=r",
            "α=a",
            "β=b",
            "ε=e",
            "η=n",
            "ι=i",
            "κ=k",
            "ν=v",
            "ο=o",
            "ρ=p",
            "τ=t",
            "υ=u",
            "χ=x",
            "ω=w",
            "γ=y",
            "օ=o",
            "ս=u",
            "ց=g",
            "հ=h",
            "ո=n",
            "ꭰ=d",
            "ꭱ=e",
            "ꮋ=h",
            "ꮃ=w",
            "ꮪ=s",
            "ꮯ=c",
        ]
    )
)

_SQUARED = {chr(0x1F130 + i): chr(97 + i) for i in range(26)}
_SQUARED |= {chr(0x1F110 + i): chr(97 + i) for i in range(26)}
_SQUARED |= {chr(0x1F150 + i): chr(97 + i) for i in range(26)}
_SQUARED |= {chr(0x1F170 + i): chr(97 + i) for i in range(26)}

EMOJI = (
    "\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"
)


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return an expression for any lower-case text, and a faster one for ASCII; `norm.isascii()` is the index."""
    narrow = pattern.replace(r"[^\W\d_]", "[a-z]").replace(r"[^\W_]", "[a-z0-9]").replace(r"\d", "[0-9]")
    return re.compile(pattern), re.compile(narrow)


# Words, numbers and emoji. The ends of sentences never lie inside one.
_TOKEN = _both(
    r"[@#]?[^\W\d_](?:-mail[^\W_]*|[^\W_]*)(?:['*][^\W_]+)*|[£€$]?\d+(?:[.,:/]\d+)*[^\W\d_]*"
    rf"|[{EMOJI}]"
)
# Line breaks, or stops taken from the first of them.
_BREAK = re.compile(r"[.!?\n](?:(?<=\n)\n*|(?<=[.!?])(?<![.!?]{2})[.!?]*+(?=[\"')\]]*(?:\s|$)))")

_ABBREVIATIONS = frozenset(
    {
        "cllr", "cllrs", "mr", "mrs", "ms", "dr", "rev", "st", "sgt", "insp", "prof", "hon", "vs",
        "eg", "ie", "e.g", "i.e", "para", "paras", "ref", "tel", "approx", "ltd", "co", "inc", "jan", "feb",
        "aug", "sept", "oct", "nov", "dec",
    }
)  # fmt: skip

_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-_*/][^\W\d_]){2,}(?![^\W_])")
_SIGNS = r"[*@$!|+]"
# These begin with a small set of characters, which is quick to look for.
# A sign in a word or before it, or two stars.
_SIGNED = _both(rf"{_SIGNS}(?:(?<=[^\W_].){_SIGNS}*[^\W_]|(?<=[@$!|])[^\W\d_]{{2}}|(?<=\*)\*)")
# A figure between letters.
_FIGURED = _both(r"\d(?<=[^\W\d_]\d)[^\W_]")
# The end of letters that are spaced out: told sooner than their beginning.
_SPACED_END = _both(r"[ .\-_*/][^\W\d_][ .\-_*/][^\W\d_](?![^\W_])")
_MASKED = _both(r"(?<![^\W_])(?:[@$!|][^\W_]{1,40}|[^\W_]{1,40}[*@$!|+])(?:[*@$!|+]{0,12}[^\W_]{0,40}){0,6}")
UNMASKED_AT_MOST = 60
"""Masked words read in one text. A text that hides more than that is found by the first sixty."""
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
# A one may stand for i or for l.
_LEET = (str.maketrans("013457@$!|+", "oieastasilt"), str.maketrans("013457@$!|+", "oleastasilt"))


@dataclass(slots=True)
class Sentence:
    """A sentence as a range of characters of the view and of its words."""

    start: int
    end: int
    first: int
    """Index of its first word."""
    last: int
    """One past the index of its last word."""
    language: Language = "en"


@dataclass(slots=True)
class View:
    """A text and its normal form. `map_starts`/`map_ends` are None where offsets are the same in both."""

    text: str
    norm: str
    map_starts: list[int] | None = None
    map_ends: list[int] | None = None
    direction_marks: bool = False
    words: list[str] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    of_sentence: list[int] = field(default_factory=list)
    """Index of the sentence of each word."""
    moved: bool = False
    """Whether a word of the view is no longer one of the text: several became one, or one several."""
    tokens: list[str] = field(default_factory=list)
    """The words as they stand in the normal form, apostrophes and all."""
    _places: tuple[list[int], list[int]] | None = None

    @property
    def starts(self) -> list[int]:
        """Return where each word begins in the normal form."""
        return (self._places or self.places())[0]

    @property
    def ends(self) -> list[int]:
        """Return where each word ends in the normal form."""
        return (self._places or self.places())[1]

    def places(self) -> tuple[list[int], list[int]]:
        """Return starts and ends. Most texts are never asked; whoever changes the number of words asks first."""
        if self._places is None:
            starts, ends = self._places = [], []
            find, end = self.norm.index, 0
            for token in self.tokens:
                start = find(token, end)
                end = start + len(token)
                starts.append(start)
                ends.append(end)
        return self._places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return code points of the text as sent for characters [start, end) of the normal form.

        An empty or inverted range gives an empty span at its start.
        """
        if self.map_starts is None or self.map_ends is None:
            return start, max(start, end)
        if end <= start or start >= len(self.map_starts):
            at = self.map_starts[start] if start < len(self.map_starts) else len(self.text)
            return at, at
        return self.map_starts[start], self.map_ends[end - 1]


def view(text: str, *, disguised: frozenset[str] = frozenset()) -> View:
    """Return the normal form of a text with words and sentences (language not yet told).

    `disguised` holds the words that are looked for also when they are masked ("sh*t"), spelt with signs
    ("$hit"), spaced out ("s h i t") or drawn out ("shiiit").
    """
    if not text.isascii() and (_NEEDS_MAP.search(text) or _JOINED.search(text)):
        found = _mapped(text)
    else:
        norm = _plain(text).lower()
        found = View(text, norm) if len(norm) == len(text) else _mapped(text)
    _walk(found)
    if disguised and _may_disguise(found.norm):
        _unmask(found, disguised)
    return found


def _plain(text: str) -> str:
    """Return a text with typographic marks made plain, one character for one."""
    for char in set(_NOT_PLAIN.findall(text)):
        text = text.replace(char, _PLAIN[ord(char)])
    return text


def _mapped(text: str) -> View:
    """Return the normal form with an offset map, cluster by cluster (a letter and its marks)."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    direction = False
    position = 0
    length = len(text)
    while position < length:
        char = text[position]
        after = position + 1
        if char in _DIRECTION:
            direction = True
            position = after
            continue
        if char in _DROPPED or "\U000e0020" <= char <= "\U000e007f":
            position = after
            continue
        while after < length and (unicodedata.combining(text[after]) or text[after] in _DROPPED):
            after += 1
        plain = _SQUARED.get(char)
        if plain is None:
            cluster = text[position:after] if after > position + 1 else char
            plain = unicodedata.normalize("NFKC", cluster).translate(_PLAIN).lower()
            if len(plain) > 1:
                # What does not compose is decoration; dots that lower() makes are decoration too.
                plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in _DROPPED)
        for c in plain:
            out.append(c)
            starts.append(position)
            ends.append(after)
        position = after
    return View(text, _without_lookalikes("".join(out)), starts, ends, direction)


_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z]")


def _without_lookalikes(norm: str) -> str:
    """Replace look-alike letters in words that mix Latin with another script; one letter for one."""

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(_LOOKALIKE) if not word.isascii() and _LATIN.search(word) else word

    return _WORD.sub(plain, norm)


def _walk(found: View) -> None:
    """Fill words and sentences, from one end of a sentence to the next."""
    norm, tokens, sentences = found.norm, found.tokens, found.sentences
    take = _TOKEN[norm.isascii()].findall
    first = begun = at = 0
    for stop in _BREAK.finditer(norm):
        start, end = stop.span()
        more = take(norm, at, start)
        if more and len(tokens) == first:
            begun = norm.index(more[0], at)
        tokens += more
        at = end
        if len(tokens) == first or (end - start == 1 and _abbreviated(norm, tokens[-1], end)):
            continue
        sentences.append(Sentence(begun, end, first, len(tokens)))
        first = len(tokens)
    if at < len(norm):
        more = take(norm, at)
        if more and len(tokens) == first:
            begun = norm.index(more[0], at)
        tokens += more
    if len(tokens) > first:
        sentences.append(Sentence(begun, len(norm), first, len(tokens)))
    for number, sentence in enumerate(sentences):
        found.of_sentence += [number] * (sentence.last - sentence.first)
    found.words = _without_marks(tokens, norm)


def _without_marks(tokens: list[str], norm: str) -> list[str]:
    """Return tokens without apostrophes, and "e-mail" without its hyphen, the only one inside a word."""
    words = " ".join(tokens).replace("'", "").split(" ") if tokens and "'" in norm else tokens[:]
    if "-mail" in norm:
        return [word.replace("-", "") if word[1:2] == "-" else word for word in words]
    return words


def _abbreviated(norm: str, word: str, after: int) -> bool:
    """Say whether the full stop behind a word belongs to it ("Cllr.", "No. 7")."""
    if norm[after - 1] != "." or not norm[after - 2].isalnum():
        return False
    word = word.replace("'", "")
    return word in _ABBREVIATIONS or (word in _BEFORE_A_NUMBER and norm[after : after + 2].strip().isdigit())


_BEFORE_A_NUMBER = frozenset({"no", "nos", "p", "pp"})


def _may_disguise(norm: str) -> bool:
    """Say whether anything in a text looks like a word in disguise."""
    ascii_ = norm.isascii()
    return bool(
        _SIGNED[ascii_].search(norm) or _FIGURED[ascii_].search(norm) or _drawn_out(norm) or _has_spaced(norm)
    )


def _drawn_out(norm: str) -> bool:
    """Say whether the same letter stands three times in a row."""
    if norm.isascii():
        # Two zero bytes are left where a text and itself, moved by one, agree twice in a row.
        number = int.from_bytes(norm.encode(), "big")
        if b"\0\0" not in (number ^ number >> 8).to_bytes(len(norm), "big"):
            return False
    return _REPEATED.search(norm) is not None


def _has_spaced(norm: str) -> bool:
    """Say whether a word of three or more letters is spaced out."""
    return _SPACED_END[norm.isascii()].search(norm) is not None and _SPACED.search(norm) is not None


def _unmask(found: View, disguised: frozenset[str]) -> None:
    """Put the plain word in the place of a masked one, where it is one we look for in disguise."""
    words = found.words
    drawn_out = _REPEATED.search(" ".join(words)) is not None
    for index, word in enumerate(words):
        if drawn_out and _REPEATED.search(word):
            short = _REPEATED.sub(r"\1", word)
            doubled = _REPEATED.sub(r"\1\1", word)
            words[index] = doubled if doubled in disguised and short not in disguised else short
        elif not word.isalpha() and any(c.isdigit() for c in word) and not word.isdigit():
            words[index] = _from_signs(word, disguised) or word
    norm = found.norm
    for match in islice(_MASKED[norm.isascii()].finditer(norm), UNMASKED_AT_MOST):
        plain = _from_signs(match.group(), disguised) or _behind_stars(match.group(), disguised)
        if plain is not None:
            _merge(found, match.start(), match.end(), plain)
    if _has_spaced(norm):
        for match in islice(_SPACED.finditer(norm), UNMASKED_AT_MOST):
            _join(found, match, disguised)


def _join(found: View, spaced: re.Match[str], disguised: frozenset[str]) -> None:
    """Join spaced-out letters; a word may stand among other single letters ("a s h i t day")."""
    letters = spaced.group()[::2][:40]
    for length in range(len(letters), 2, -1):
        for first in range(len(letters) - length + 1):
            joined = letters[first : first + length]
            if joined in disguised:
                start = spaced.start() + 2 * first
                _merge(found, start, start + 2 * length - 1, joined)
                return


def _from_signs(word: str, disguised: frozenset[str]) -> str | None:
    """Return the word behind signs that stand for letters ("sh1t", "$hit"), if it is one we look for."""
    return next((plain for table in _LEET if (plain := word.translate(table)) in disguised), None)


def _behind_stars(masked: str, disguised: frozenset[str]) -> str | None:
    """Return the first word that fits a form with stars for letters ("sh*t"), if at least two letters stand."""
    if "*" not in masked or sum(c.isalpha() for c in masked) < 2:
        return None
    letters = "".join(
        f"[a-z]{{1,{max(1, len(part))}}}" if part[0] == "*" else re.escape(part)
        for part in re.findall(r"\*+|[^*]+", masked)
    )
    fits = re.search(rf"\n{letters}(?=\n)", _listed(disguised))
    return fits.group()[1:] if fits else None


@lru_cache(4)
def _listed(words: frozenset[str]) -> str:
    """Return words in their order, a line break before and behind each."""
    return "\n".join(("", *sorted(words), ""))


def _merge(found: View, start: int, end: int, plain: str) -> None:
    """Make one word out of all words that touch [start, end)."""
    starts, ends = found.places()
    first = bisect_left(ends, start + 1)
    last = bisect_left(starts, end)
    if first >= last:
        return
    found.moved = True
    gone = last - first - 1
    found.words[first:last] = [plain]
    starts[first:last] = [min(start, starts[first])]
    ends[first:last] = [max(end, ends[last - 1])]
    found.of_sentence[first:last] = [found.of_sentence[first]]
    if not gone:
        return
    for sentence in found.sentences:
        if sentence.first > first:
            sentence.first = max(first + 1, sentence.first - gone)
        if sentence.last > first:
            sentence.last = max(first + 1, sentence.last - gone)
