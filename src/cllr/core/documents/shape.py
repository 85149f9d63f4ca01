"""What the words of a line or paragraph show of its part: a sentence, a heading, a question, a fact, a list item."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TERMINAL = re.compile(r"[.!?…]['\"”’)\]]*$")
_CLOSED = re.compile(r"[.!?…:;]['\"”’)\]]*(?:\s*[-–—]|\s+(?:and|or))?$")
_LEAD_IN = re.compile(r"(?:^|\s)(?:[^\s.!?:]+\s+){2}[^\s.!?:]+:\s*[-–—]?\s*$")
_ABBREVIATED = re.compile(r"(?i)(?:\b(?:e\.g|i\.e|cllrs?|mrs?|ms|dr|prof|para|vs|(?<=\w )no|cf)|\(etc)\.$")
_VERB = re.compile(
    r"(?i)\b(?:must|shall|should|will|would|may|might|can|cannot|could|is|are|was|were|has|have|had|does|do|did|"
    r"don't|don’t|please|contact|ensure|avoid|never|remember)\b"
)
_IMPERATIVE = re.compile(
    r"(?i)(?:take|keep|use|make|think|ask|check|follow|consider|read|tell|treat|report|note|see|write|send|show|speak|"
    r"act|seek|stay|stop|delete|block|ignore|post|share|be|go|give|get|put|look|let|save|set|try|beware)\b"
)
_SPEAKS = re.compile(r"(?i)\b(?:you|we|they|he|she|it|i)\b")
_ASKS = re.compile(r"(?i)(?:how|what|when|who|whom|why|where|which|things|dos?|do['’]s|don['’]?ts?(?=:?$))\b")
_FACT = re.compile(
    r"(?i)^\(?(?:last )?(?:adopted|approved|agreed|updated|reviewed|revised|amended|published|ratified|"
    r"next review|review date|date of|version|issued|effective|in force)\b.*\d"
)
_REFERS = re.compile(
    r"(?i)\b(?:section|sections|paragraph|paragraphs|para|paras|clause|clauses|appendix|annex|annexe|part|article|"
    r"no|no\.|rule|rules|act|page|schedule|standard|regulation|chapter|version)$"
)
_REFERS_FURTHER = re.compile(r"(?i)\b(?:and|or|to|of|the|under|see|in)$")
_GOES_ON = re.compile(r"(?i)(?:[,(/]|\b(?:a|an|the|of|and|or|to|in|on|by|with|for|from|at|as|that|your|their|its))$")
_END = 40
"""Characters in which the end of a text shows what it is."""
_LONGEST_HEADING = 110
"""Characters of a heading that only its shape shows."""
_LONGEST = 14
"""The most words of a heading that only its shape shows."""


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    end = text.rstrip()[-_END:]
    return bool(_TERMINAL.search(end)) and not _ABBREVIATED.search(end)


def is_closed(text: str) -> bool:
    """Say whether a text ends as a paragraph or list item may: also at a colon or semicolon, or "; and"."""
    end = text.rstrip()[-_END:]
    return bool(_CLOSED.search(end)) and not _ABBREVIATED.search(end)


def leads_in(text: str) -> bool:
    """Say whether a text ends in a colon, with or without a dash, and in more words than a label has."""
    return bool(_LEAD_IN.search(text[-_END:]))


def runs_on(text: str) -> bool:
    """Say whether a text begins like the middle of a sentence: with a small letter, or with a closing sign."""
    bare = text.lstrip("“‘\"'([ ")
    return bare[:1].islower() or text[:1] in "),.;:%&/"


def goes_on(text: str) -> bool:
    """Say whether a text cannot be over: it ends in a comma, an opening bracket, or a word that others follow."""
    return bool(_GOES_ON.search(text[-_END:]))


def begins_large(text: str) -> bool:
    """Say whether a text begins with a capital or a figure, quotation marks apart."""
    return text.lstrip("“‘\"'([")[:1].isupper() or text[:1].isdigit()


def refers_on(text: str, *, full: bool) -> bool:
    """Say whether a text ends in a word that a number or letter completes: "as set out in paragraph".

    At the end of a full line it may also be "paragraphs 3 and".
    """
    if is_closed(text):
        return False
    end = text.rstrip()[-_END:]
    return bool(_REFERS.search(end)) or (full and bool(_REFERS_FURTHER.search(end)))


def is_fact(text: str) -> bool:
    """Say whether a line tells when a policy was adopted, last changed or is due for review."""
    return bool(_FACT.match(text.strip()))


def asks(text: str) -> bool:
    """Say whether a text begins as a heading does that asks or lists: how, what, who, things, do's."""
    return bool(_ASKS.match(text))


def has_verb(text: str) -> bool:
    """Say whether a text holds a verb that makes a sentence of it."""
    return bool(_VERB.search(text))


def without_dash(text: str) -> str:
    """Return a text without the colon or dash it ends in."""
    return text.rstrip(" :–—-")


def is_imperative(text: str) -> bool:
    """Say whether a text begins with a verb that tells somebody to do something."""
    return bool(_IMPERATIVE.match(text))


def titled(words: Sequence[str]) -> bool:
    """Say whether the words are set as in a title: nearly all with a capital."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def like_heading(text: str) -> bool:
    """Say whether a line without a number could be a heading: short, no sentence, begins with a capital."""
    if len(text) > _LONGEST_HEADING:
        return False
    words, bare = text.split(), without_dash(text)
    if not words or len(words) > _LONGEST or is_fact(text) or not begins_large(bare):
        return False
    if (ends_sentence(bare) and not bare.endswith("?")) or bare.endswith((";", ",")):
        return False
    speaks = has_verb(bare) or is_imperative(bare) or bool(_SPEAKS.search(bare))
    if text.endswith(":") and speaks and not asks(bare):
        return False
    return asks(bare) or (not has_verb(bare) and not bare.endswith("?")) or titled(words)


def parted(rows: Sequence[str]) -> list[bool]:
    """Say for each row of a paragraph with line breaks whether it begins a paragraph of its own.

    Where most rows end as paragraphs do, a break parts paragraphs; else it only breaks a line, and parts where
    the row above ends a sentence.
    """
    above = rows[:-1]
    closed = sum(is_closed(row) or like_heading(row) or is_fact(row) for row in above)
    habit = closed * 2 > len(above)
    out = [True] * len(rows)
    for place in range(1, len(rows)):
        before, row = rows[place - 1], rows[place]
        out[place] = not runs_on(row) and (habit or is_closed(before) or is_fact(before))
    return out


def collapsed(pieces: Sequence[tuple[str, bool]]) -> tuple[str, int]:
    """Join runs of words, each bold or not, with single spaces; return the text and the length of its bold beginning.

    Line breaks stay.
    """
    text = "".join(words for words, _ in pieces)
    lead = "".join(words for words, _ in takewhile(lambda piece: piece[1] or not piece[0].strip(), pieces))
    clean = "\n".join(_single_spaced(row) for row in text.strip().split("\n"))
    return clean, min(len(_single_spaced(lead)), len(clean))


def _single_spaced(text: str) -> str:
    """Return a text with single spaces, and without the hyphens that show only at the end of a line."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())
