"""Sentences of policy prose: where one ends and the next begins.

A full stop ends a sentence unless it belongs to an abbreviation, a number, an initial or an address; nothing
inside brackets or quotation marks ends one. Colons and semicolons never do: a list item that ends in a semicolon
is one sentence.
"""

from __future__ import annotations

import re

_END = re.compile(
    r"""(?P<sign>[.!?]+|…)
        (?P<close>['"”’)\]]*)
        (?P<space>\s+(?:[-–—•]\s+)?|(?=[A-Z][a-z]+\s))""",
    re.VERBOSE,
)
_WINDOW = 120
"""Characters before and after a sign in which it shows what it is."""
_TITLES = re.compile(
    r"(?i)(?:mr|mrs|ms|mx|dr|prof|cllrs?|cyng|revd?|st|hon|messrs|e\.g|eg|i\.e|ie|viz|vs?|cf|approx|h\.y|e\.e)"
)
"""No sentence ends with these."""
_BEFORE_NUMBERS = re.compile(
    r"ss?|rr?|pp?|(?i:nos?|paras?|regs?|sch|sched|arts?|cls?|ch|figs?|vols?|tel|ext|ref|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec)"
)
"""These are words or answers too ("No. You must not"), and abbreviations only before a number."""
_BEFORE_DAYS = re.compile(r"(?i)(?:a\.?m|p\.?m)")
_DAYS = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)|GMT|BST|UTC|\d)"
)
_CAPITALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_BEGINS = re.compile(
    r"(?:The|This|That|These|Those|It|In|If|You|Your|We|They|A|An|All|Any|No|Where|When|Please|Do|For|As|At|On)\b"
)
_LETTERED = re.compile(r"(?i)(?:appendix|annexe?|part|section|schedule|option|plan|class|group|category|form|type)")
_OPENING = "“‘\"'([{"
_PAIRS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\([^()]*\)",
        r"\[[^\][]*\]",
        r"“[^“”]*”",
        r"(?<!\w)\"[^\"]*\"(?!\w)",
        r"(?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)",
    )
)
_LONGEST_PAIR = 400
"""Characters: what stands longer in one pair of marks has lost a mark, or is text like any other."""


def sentences(text: str) -> list[str]:
    """Part a paragraph into its sentences. Joined by a space they are the paragraph, but for dashes between them."""
    inside = _inside_marks(text)
    out: list[str] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end("close")
        if not inside[found.end("sign") - 1] and _is_end(text, start, found):
            out.append(text[start:end].strip())
            start = found.end()
    out.append(text[start:].strip())
    return [sentence for sentence in out if re.search(r"\w", sentence)] or [text.strip()][: bool(text.strip())]


def _is_end(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a sign ends a sentence, by the word before it and the words after it."""
    sign, closed = found["sign"], bool(found["close"])
    before = text[max(start, found.start() - _WINDOW) : found.start()]
    after = text[found.end() : found.end() + _WINDOW]
    if not after.strip():
        return False
    if not found["space"]:
        # "nature.The" is a sentence that lost its space; "www.Council.gov" is an address.
        return sign == "." and not closed and bool(re.search(r"(?:^|\s)[a-z’'-]{3,}$", before))
    bare = after.lstrip(_OPENING)
    if not (bare[:1].isupper() or bare[:1].isdigit() or after.startswith(("http", "www."))):
        # A note in brackets after a full stop is a sentence of its own, whatever letter it begins with.
        return sign == "." and not closed and after.startswith("(") and not _abbreviated(before, after)
    if sign != ".":
        return sign in "!?" or bare[:1].isupper() or "?" in sign or "!" in sign
    return closed or not _abbreviated(before, after)


def _abbreviated(before: str, after: str) -> bool:
    """Say whether a full stop belongs to the word before it and ends no sentence."""
    words = before.split()
    word = words[-1].lstrip(_OPENING) if words else ""
    if not word or _TITLES.fullmatch(word):
        return True
    if _BEFORE_NUMBERS.fullmatch(word):
        return after[:1].isdigit()
    if _BEFORE_DAYS.fullmatch(word):
        return bool(_DAYS.match(after))
    if _CAPITALS.fullmatch(word):
        return not _BEGINS.match(after)
    if len(word) == 1 and word.isupper() and word != "I":
        # The initial of a name, but not "Appendix A. You must".
        return not (len(words) > 1 and _LETTERED.fullmatch(words[-2]))
    return word.isdigit() and len(words) == 1


def _inside_marks(text: str) -> bytearray:
    """Return for each character whether it stands inside brackets or quotation marks, and not last in them.

    A quotation that stands by itself is no part of a sentence: sentences in it are parted.
    """
    inside = bytearray(len(text))
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if end - start <= _LONGEST_PAIR and not (text[start] not in "([" and _stands_alone(text, start, end)):
                inside[start : end - 2] = b"\x01" * max(0, end - 2 - start)
    return inside


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _WINDOW) : start].rstrip()
    after = text[end : end + _WINDOW].lstrip()
    return (not before or before[-1] in ".!?") and (not after or after[:1].isupper())
