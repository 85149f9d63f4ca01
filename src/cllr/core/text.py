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

# What the quick road cannot do: combining marks, format characters beside letters, compatibility forms,
# letters of other scripts (for look-alikes), and letters whose lower case has another length.
_NEEDS_MAP = re.compile(
    "[\u00ad\u0130\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1ab0-\u1aff"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2071-\u209c\u20d0-\u20ff\u2100-\u218f\u2460-\u24ff"
    "\ua640-\ua69f\ufb00-\ufb06\ufe20-\ufe2f\ufeff\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189"
    "\U000e0020-\U000e007f]"
    "|(?<=[^\\W_])[\u200d\ufe0e\ufe0f]"
)

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

# One walk over the text yields numbers, words, emoji and the ends of sentences.
_WALK = re.compile(
    r"(?:[@#]?[^\W\d_](?:-mail[^\W_]*|[^\W_]*)(?:['*][^\W_]+)*|[£€$]?\d+(?:[.,:/]\d+)*[^\W\d_]*"
    rf"|[{EMOJI}])"
    r"|([.!?]+(?=[\"')\]]*(?:\s|$))|\n+)"
)
_BREAK = 1

_ABBREVIATIONS = frozenset(
    {
        "cllr", "cllrs", "mr", "mrs", "ms", "dr", "rev", "st", "sgt", "insp", "prof", "hon", "vs",
        "eg", "ie", "e.g", "i.e", "para", "paras", "ref", "tel", "approx", "ltd", "co", "inc", "jan", "feb",
        "aug", "sept", "oct", "nov", "dec",
    }
)  # fmt: skip

_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-_*/][^\W\d_]){2,}(?![^\W_])")
_DISGUISED = re.compile(r"[^\W_][*@$!|+]+[^\W_]|[@$!|][^\W\d_]{2}|[^\W\d_]\d[^\W_]|([^\W\d_])\1\1|\*\*")
_MASKED = re.compile(r"(?<![^\W_])(?:[@$!|][^\W_]{1,40}|[^\W_]{1,40}[*@$!|+])(?:[*@$!|+]{0,12}[^\W_]{0,40}){0,6}")
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
    """A text and its normal form. `starts`/`ends` are None where offsets are the same in both."""

    text: str
    norm: str
    map_starts: list[int] | None = None
    map_ends: list[int] | None = None
    direction_marks: bool = False
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    of_sentence: list[int] = field(default_factory=list)
    """Index of the sentence of each word."""

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
    if text.isascii():
        plain = text.translate(_PLAIN) if _HAS_CONTROL.search(text) else text
        found = View(text, plain.lower())
    elif _NEEDS_MAP.search(text) is None:
        norm = text.translate(_PLAIN).lower()
        found = View(text, norm) if len(norm) == len(text) else _mapped(text)
    else:
        found = _mapped(text)
    _walk(found)
    if disguised and (_DISGUISED.search(found.norm) or _SPACED.search(found.norm)):
        _unmask(found, disguised)
    return found


_HAS_CONTROL = re.compile(r"[\t\r\v\f`]")


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
    """Fill words and sentences in one pass."""
    words, starts, ends, of_sentence = found.words, found.starts, found.ends, found.of_sentence
    norm = found.norm
    sentences = found.sentences
    first = 0
    begun = 0
    number = 0
    for match in _WALK.finditer(norm):
        start, end = match.span()
        if match.lastindex == _BREAK:
            if len(words) == first:
                continue
            if end - start == 1 and ends[-1] == start and _abbreviated(norm, words[-1], end):
                continue
            sentences.append(Sentence(begun, end, first, len(words)))
            first = len(words)
            number += 1
            continue
        if len(words) == first:
            begun = start
        word = norm[start:end]
        if "'" in word:
            word = word.replace("'", "")
        # The hyphen of "e-mail" is the only one inside a word.
        words.append(word.replace("-", "") if word[1:2] == "-" else word)
        starts.append(start)
        ends.append(end)
        of_sentence.append(number)
    if len(words) > first:
        sentences.append(Sentence(begun, len(norm), first, len(words)))


def _abbreviated(norm: str, word: str, after: int) -> bool:
    """Say whether the full stop behind a word belongs to it ("Cllr.", "No. 7")."""
    if norm[after - 1] != ".":
        return False
    return word in _ABBREVIATIONS or (word in _BEFORE_A_NUMBER and norm[after : after + 2].strip().isdigit())


_BEFORE_A_NUMBER = frozenset({"no", "nos", "p", "pp"})


def _unmask(found: View, disguised: frozenset[str]) -> None:
    """Put the plain word in the place of a masked one, where it is one we look for in disguise."""
    for index, word in enumerate(found.words):
        if _REPEATED.search(word):
            short = _REPEATED.sub(r"\1", word)
            doubled = _REPEATED.sub(r"\1\1", word)
            found.words[index] = doubled if doubled in disguised and short not in disguised else short
        elif any(c.isdigit() for c in word) and not word.isdigit():
            found.words[index] = _from_signs(word, disguised) or word
    for match in islice(_MASKED.finditer(found.norm), UNMASKED_AT_MOST):
        plain = _from_signs(match.group(), disguised) or _behind_stars(match.group(), disguised)
        if plain is not None:
            _merge(found, match.start(), match.end(), plain)
    for match in islice(_SPACED.finditer(found.norm), UNMASKED_AT_MOST):
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
    fits = re.compile(
        "".join(
            f"[a-z]{{1,{max(1, len(part))}}}" if part[0] == "*" else re.escape(part)
            for part in re.findall(r"\*+|[^*]+", masked)
        )
    )
    return next((word for word in sorted(disguised) if fits.fullmatch(word)), None)


def _merge(found: View, start: int, end: int, plain: str) -> None:
    """Make one word out of all words that touch [start, end)."""
    first = bisect_left(found.ends, start + 1)
    last = bisect_left(found.starts, end)
    if first >= last:
        return
    gone = last - first - 1
    found.words[first:last] = [plain]
    found.starts[first:last] = [min(start, found.starts[first])]
    found.ends[first:last] = [max(end, found.ends[last - 1])]
    found.of_sentence[first:last] = [found.of_sentence[first]]
    if not gone:
        return
    for sentence in found.sentences:
        if sentence.first > first:
            sentence.first = max(first + 1, sentence.first - gone)
        if sentence.last > first:
            sentence.last = max(first + 1, sentence.last - gone)
