"""The plain form of an English word, so that one cue stands for all its forms.

"post" in a cue is found as post, posts, posted, posting; "organise" as organize and organising. The rules are a
short form of what Porter (1980) describes, without the endings that change what a word is: "policy" and "police",
"council" and "councillor" stay apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    form: plain
    for plain, forms in {
        "agree": "agreed agreeing agrees",
        "be": "am is are was were been being",
        "bring": "brought",
        "child": "children childs",
        "choose": "chose chosen choosing",
        "cllr": "cllrs",
        "do": "does did done doing",
        "draw": "drew drawn",
        "get": "got gotten getting",
        "give": "gave given",
        "go": "went gone goes going",
        "have": "has had having",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left leaves leaving",
        "lose": "lost losing",
        "make": "made makes making",
        "man": "men",
        "mean": "meant",
        "meet": "met",
        "meeting": "meeting meetings",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "send": "sent",
        "speak": "spoke spoken",
        "steal": "stole stolen",
        "sue": "sued sues suing",
        "take": "took taken takes taking",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "use": "used uses using",
        "whilst": "while",
        "woman": "women",
        "write": "wrote written writes writing",
    }.items()
    for form in forms.split()
}
_STAYS_LISTED = (
    "always anything basis being bias business during evening everything his its less media news nothing perhaps "
    "plus process series something species thing this thus unless us various was yes"
)
_STAYS = frozenset(_STAYS_LISTED.split())
_VOWEL = re.compile("[aeiouy]")
_SIBILANT = ("ss", "x", "z", "ch", "sh")


@lru_cache(8192)
def stem(word: str) -> str:
    """Return the plain form of a lower-case word without apostrophes."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _STAYS or not word.isalpha():
        return word
    return _without_e(_without_ing_or_ed(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(_SIBILANT):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ing_or_ed(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest) and not word.endswith("eed"):
            if rest[-1] == rest[-2] and rest[-1] not in "lsz":
                return rest[:-1]
            return rest
    return word


def _without_e(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    # Double l of "controlled" and "labelled" against single l of "control" and "label".
    if word.endswith("ll") and len(word) > 5:
        word = word[:-1]
    if word.endswith("iz") and len(word) > 4:
        word = word[:-1] + "s"
    return word


_PREFIX = re.compile(r"\b(anti|co|e|micro|mis|non|on|pre|re|web)-(?=\w)", re.IGNORECASE)


def joined(text: str) -> str:
    """Return a text with hyphens after short prefixes taken out: e-mail, co-opted, pre-election are one word."""
    return _PREFIX.sub(r"\1", text)
