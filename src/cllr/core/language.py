"""Tell the language of a sentence from its script and its commonest words; nothing is downloaded.

English, Welsh, Scots, Gaelic, Irish, Polish, Urdu and Panjabi (in their scripts and romanised) are told apart,
everything else is `other`. A sentence without a telling word takes the language of the text around it.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from cllr.core.model import Language
    from cllr.core.text import Sentence, View

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_GURMUKHI = re.compile("[\u0a00-\u0a7f]")
_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0900-\u09ff\u0a80-\u0dff\u0e00-\u0e7f\u1100-\u11ff"
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
# Particles of Panjabi written in Arabic script (Shahmukhi) that Urdu does not have.
_SHAHMUKHI = re.compile(r"(?<!\w)(?:دا|دی|دے|نوں|وچ|توں|اے|تسی|ساڈا|تہاڈا|نال|ایہہ|اوہ)(?!\w)")
_POLISH = re.compile("[ąćęłńśźż]")
_WELSH = re.compile("[ŵŷ]")
_TELLING = re.compile(
    "[" + "".join(script.pattern[1:-1] for script in (_ARABIC, _GURMUKHI, _FOREIGN, _POLISH, _WELSH)) + "]"
)

# A Scots sentence is mostly made of words English has too: this share of Scots words makes it Scots.
_SCOTS_SHARE = 0.12


@lru_cache(1)
def _votes() -> dict[str, tuple[tuple[Language, float], ...]]:
    """Return word -> languages it speaks for, with the weight of its vote."""
    data = tomllib.loads(files("cllr.core").joinpath("languages.toml").read_text(encoding="utf-8"))
    held: dict[str, dict[Language, float]] = {}
    for language, lists in data.items():
        for key, weight in (("words", 1.0), ("weak", 0.5)):
            # A hyphen parts words in a text too.
            for word in lists.get(key, "").replace("-", " ").split():
                held.setdefault(word.replace("'", ""), {}).setdefault(cast("Language", language), weight)
    shared = {}
    for word, languages in held.items():
        # Scots and English share their grammar: a word of both tells nothing against either.
        parts = len(languages) if "sco" not in languages else 1
        shared[word] = tuple((language, weight / parts) for language, weight in languages.items())
    return shared


@lru_cache(1)
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Return the spellings of every sentence, and those of Scots, which are more."""
    data = tomllib.loads(files("cllr.core").joinpath("spellings.toml").read_text(encoding="utf-8"))

    def plain(table: dict[str, str]) -> dict[str, str]:
        made = {word.replace("'", ""): value.replace("'", "") for word, value in table.items()}
        return {word: value for word, value in made.items() if word != value}

    everywhere = plain(data["everywhere"])
    return everywhere, everywhere | plain(data["scots"])


def tell(found: View) -> None:
    """Write the language into each sentence of a view, and put known spellings in place of unusual ones."""
    norm, words = found.norm, found.words
    script = not norm.isascii() and _TELLING.search(norm) is not None
    if not script and _unusual().isdisjoint(words):
        _tell_english(found)
        return
    if script or not _told_apart()[1].isdisjoint(words):
        _tell_apart(found, script=script)
    else:
        _tell_english(found)
    _respell(found)


def _tell_english(found: View) -> None:
    """Write into each sentence that it is English, or no language where it has no word."""
    words = found.words
    for sentence in found.sentences:
        # Most begin with a word, and all are held to be English until told otherwise.
        if not words[sentence.first].isalpha() and not _has_word(found, sentence):
            sentence.language = "none"


def _tell_apart(found: View, *, script: bool) -> None:
    """Write the language into each sentence of a view that may hold several; `script`: letters tell of some."""
    votes = _votes()
    undecided: list[Sentence] = []
    seen: dict[Language, int] = {}
    for sentence in found.sentences:
        language = _script(found.norm[sentence.start : sentence.end]) if script else None
        if language is None:
            language = _by_words(found.words[sentence.first : sentence.last], votes)
        if language is None:
            undecided.append(sentence)
            continue
        sentence.language = language
        seen[language] = seen.get(language, 0) + sentence.last - sentence.first
    main: Language = max(seen, key=lambda name: seen[name]) if seen else "en"
    if seen.get("sco"):
        # Scots is written in and out of English; its spellings are read throughout a text that uses it.
        for sentence in found.sentences:
            if sentence.language == "en":
                sentence.language = "sco"
    for sentence in undecided:
        sentence.language = main if _has_word(found, sentence) else "none"


def _has_word(found: View, sentence: Sentence) -> bool:
    """Say whether a sentence holds anything but figures and emoji."""
    words, first = found.words, sentence.first
    return words[first][:1].isalpha() or any(word[:1].isalpha() for word in words[first + 1 : sentence.last])


def _script(text: str) -> Language | None:
    if _ARABIC.search(text):
        return "pa" if _SHAHMUKHI.search(text) else "ur"
    if _GURMUKHI.search(text):
        return "pa"
    if _FOREIGN.search(text):
        return "other"
    if _POLISH.search(text):
        return "pl"
    return "cy" if _WELSH.search(text) else None


@lru_cache(1)
def _told_apart() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that speak for English, and those that speak for any other language but not for it."""
    english = frozenset(word for word, held in _votes().items() if any(language == "en" for language, _ in held))
    return english, frozenset(_votes()) - english


@lru_cache(1)
def _unusual() -> frozenset[str]:
    """Return the words of which a text without any is plain English, or in no language we know."""
    return _told_apart()[1] | _spellings()[1].keys()


def _by_words(words: list[str], votes: dict[str, tuple[tuple[Language, float], ...]]) -> Language | None:
    english_words, foreign_words = _told_apart()
    if foreign_words.isdisjoint(words):
        return None if english_words.isdisjoint(words) else "en"
    tally: dict[Language, float] = {}
    native = 0.0
    for word in filter(votes.__contains__, words):
        own = 0.0
        for language, weight in votes[word]:
            tally[language] = tally.get(language, 0.0) + weight
            if language in {"en", "sco"}:
                own = max(own, weight)
        # A word of English and of Scots speaks once against all others.
        native += own
    if not tally:
        return None
    scots = tally.pop("sco", 0.0)
    english = tally.pop("en", 0.0)
    if tally:
        best = max(tally, key=lambda name: tally[name])
        # One short foreign-looking word does not make an English sentence foreign.
        if tally[best] > native and (tally[best] >= 1.0 or english == 0):
            return best
    if scots >= 2.0 or (scots >= 1.0 and scots >= _SCOTS_SHARE * len(words)):
        return "sco"
    # A single shared little word ("i", "a") does not tell.
    return "en" if native >= 1.0 else None


def _respell(found: View) -> None:
    """Put known spellings in place of unusual ones."""
    everywhere, scots = _spellings()
    words = found.words
    if scots.keys().isdisjoint(words):
        return
    # From the end, because a spelling may stand for two words and moves what follows.
    for sentence in reversed(found.sentences):
        if sentence.language not in {"en", "sco"}:
            continue
        table = scots if sentence.language == "sco" else everywhere
        if table.keys().isdisjoint(words[sentence.first : sentence.last]):
            continue
        for index in [i for i in range(sentence.last - 1, sentence.first - 1, -1) if words[i] in table]:
            plain = table[words[index]]
            if " " in plain:
                _split(found, index, plain.split(" "))
            else:
                words[index] = plain


def _split(found: View, index: int, plain: list[str]) -> None:
    """Let several words stand for the one at `index`; all have its place in the text."""
    more = len(plain) - 1
    starts, ends = found.places()
    found.moved = True
    found.words[index : index + 1] = plain
    starts[index:index] = [starts[index]] * more
    ends[index:index] = [ends[index]] * more
    found.of_sentence[index:index] = [found.of_sentence[index]] * more
    for sentence in found.sentences:
        if sentence.first > index:
            sentence.first += more
        if sentence.last > index:
            sentence.last += more
