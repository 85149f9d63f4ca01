"""The parts of a sentence that can be of different kinds, and what in each part says which: its main clause.

"If you post in haste, you must say sorry, as others may be hurt": the main clause is "you must say sorry". What is
told in the side clauses is not what the sentence asks.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|do|does|did|it's|you're|applies|means|includes"
    r"|should|must|shall|cannot|can't|don't|won't|need|needs)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"[;:]\s+|\s[–—-]\s|(?<=[.!?])\s+"
    r"|,?\s(?:but(?!\s(?:is |are )?not\s+(?:limited|restricted|exclusively)\b)|however|whereas)\b,?"
    r"|,?\s(?:and|or|so)\s+(?=(?:must|should|shall|may|can|do|will|please do)\s+(?:not|never)\b)"
    r"|,?\s(?:and|or|so)\s+(?=never\b|avoid\b|don['’]t\b)"
    r"|,?\s+(?:and|as)\s+(?=it is (?:also )?(?:important|essential|advisable))"
    r"|,\s+(?:and|so)\s+(?=(?:you|they|it|councillors|members|this)\s+(?:must|should|shall|may|can|could|will)\b)"
)
_BEFORE = re.compile(
    r"^(?:if|when|whenever|where|wherever|while|whilst|although|though|as|because|unless|once|before|after|since"
    r"|given|in order|even|whether|during|until|by|for|in|with|without|on)\b[^,]{3,}?,\s+"
    r"(?!(?:to|and|or|nor|but|including|such|which|who)\b)(?=\w+\s+\w+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",?\s+(?:which|who|whom|whose|that|if|when|whenever|where|unless|because|so that|so as|in order to|whether|until"
    r"|since|whilst|while|although|even if|how|what|why|as\s+(?:this|these|they|you|it|there|the|that|such|a))\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?:which|who|whom|whose|that|if|when|whenever|where|unless|because|until|since|whilst|while|although|whether|how"
    r"|what|why)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:if|when|where|unless|once)\b", re.IGNORECASE)
_ENTRY = re.compile(r"^[^:.?!]{2,40}(?::|\s[–—-])\s+(?:an?|short for)\s+\W?\w+", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?!(?:any|all|the|an?|every|each|no|those|such|some|many|most|other|anyone|everyone|nobody|\w{2,}[^su]s)\b)"
    r"(?:please\s+|always\s+|and\s+)?(?:do not|don['’]t|never|\w+)\s+(?!that\b|sure\b)\w+",
    re.IGNORECASE,
)


def entry(text: str) -> bool:
    """Say whether a text has the form of an entry in a glossary: "Blog: a diary that anyone may read"."""
    return bool(_ENTRY.match(text))


PLACES = 12
"""Places of a part where a side clause may begin that are looked at."""


class Part(NamedTuple):
    """A part of a sentence: its main clause, the side clauses behind it, and all of it."""

    main: str
    side: str
    whole: str


def bare(text: str) -> bool:
    """Say whether a text opens without a subject, as an item of a list does."""
    return not finite(" ".join(text.split()[:3]))


def finite(text: str) -> bool:
    """Say whether a text has a verb that makes it a sentence."""
    return bool(_FINITE.search(text))


def states(text: str) -> bool:
    """Say whether a text is a sentence: it has a verb that is not that of a side clause."""
    return len(_FINITE.findall(text)) > len(_OPENED.findall(text))


def parts(text: str) -> list[Part]:
    """Return the parts of a sentence in order; a part of one or two words is no part of its own."""
    held = [piece for piece in _SPLIT.split(text) if piece and len(piece.split()) > 2] or [text]
    return [_part(piece.strip()) for piece in held]


def _part(piece: str) -> Part:
    main = piece
    for _ in range(2):
        main = _BEFORE.sub("", main, count=1)
    places = [] if _CONDITION.match(main) else [found.start() for found in islice(_AFTER.finditer(main), PLACES)]
    at = next((place for place in places if _whole(main[:place])), None)
    if at is None:
        return Part(main, "", piece)
    return Part(main[:at], main[at:].lstrip(" ,"), piece)


def _whole(before: str) -> bool:
    """Say whether what stands before a side clause can be the main clause: it has a verb, or is an imperative."""
    words = before.split()
    if len(words) < 2 or words[-1].lower() in {"sure", "ensure", "aware", "mind", "remember", "note", "mindful"}:
        return False
    return states(before) or (len(words) > 2 and words[0][:1].isupper() and bool(_OPENS.match(before)))
