"""Put a policy together from a document: its statements, what they mean, whose it is and from when."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from cllr.core import policy_file
from cllr.core.clauses import statements
from cllr.core.mapping import map_policy
from cllr.core.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.documents import Document

UNNAMED = "This council"

_MONTHS_LISTED = "january february march april may june july august september october november december"
_MONTHS = _MONTHS_LISTED.split()
_DAY = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[a-z]+),?\s+(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
)
_ADOPTED = re.compile(r"\b(?:adopted|approved|agreed)\b(?P<rest>[^.\n]{0,60})", re.IGNORECASE)
_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated|revised|reviewed|amended)\b[^.\n]{0,20}?(?P<when>[A-Z][a-z]+\s+\d{4})|\bversion\s+(?P<version>\d[\d.]*)",
    re.IGNORECASE,
)
_KINDS = r"(?:(?:County|City|Borough|District|Town|Parish|Community|Village|Metropolitan|Unitary|Combined)\s+){0,3}"
_NOT_FIRST = (
    r"(?!(?:The|This|Our|Your|Every|Each|Any|A|An|On|In|By|For|To|Of|From|With|When|If|And|As|At|All|Adopted"
    r"|Approved)\b)"
)
# "Thornbeck Town Council", "the London Borough of Hob"; never "the Parish Council" alone.
_COUNCIL = re.compile(
    rf"\b{_NOT_FIRST}(?P<name>(?:[A-Z][\w'’-]+(?:\s+(?:and|upon|on|under|in|of|the|with|le|by)\b){{0,2}}\s+){{1,5}}?"
    rf"{_KINDS}Council)\b"
    r"|\b(?P<borough>(?:London|Royal)\s+Borough\s+of\s+(?:[A-Z][\w'’-]+)(?:(?:\s+(?:and|upon))?\s+[A-Z][\w'’-]+){0,3})"
)
_SHOUTED = re.compile(r"\b(?:[A-Z][A-Z'’-]+\s+){1,6}COUNCIL\b")
_SMALL = frozenset({"and", "upon", "on", "under", "in", "of", "the", "with", "le", "by"})
_KIND_ONLY = re.compile(
    r"^(?:(?:County|City|Borough|District|Town|Parish|Community|Village|Metropolitan|Unitary|Full|Member|Local)\s+)*Council$"
)
# "Chief Executive of Thornbeck Council" names the council behind "of"; "City of Thornbeck Council" is its name.
_OFFICE = re.compile(r"^(?!.*\b(?:City|Borough|County|Isle|Isles|Vale|Forest)\s+of\b).*\bof\s+(?:the\s+)?(?=[A-Z])")


def from_document(
    document: Document, *, council: str | None = None, adopted: dt.date | None = None, version: str | None = None
) -> Policy:
    """Return the policy of a document, sealed.

    What is not handed in is taken from the document where it prints it: the name of the council, the day of
    adoption, the month of the last update (as version). Raises NothingRecognised where there is no statement.
    """
    held, remainder = statements(document)
    mapped, settings = map_policy(held)
    words = [block.text for block in document.blocks]
    day = adopted or next(_adopted(words), None)
    return policy_file.sealed(
        Policy(
            council=council or next(_councils(words), None) or UNNAMED,
            version=version or next(_versions(words), None) or (day.isoformat() if day else "1"),
            digest="",
            title=next((block.text for block in document.blocks if block.kind == "heading"), None),
            adopted=day,
            statements=mapped,
            remainder=remainder,
            settings=settings,
            source=document.name,
        )
    )


def _adopted(words: list[str]) -> Iterator[dt.date]:
    """Yield the days behind a word of adoption."""
    for text in words:
        for match in _ADOPTED.finditer(text):
            found = _DAY.search(match["rest"].lower())
            day = _date(found) if found else None
            if day is not None:
                yield day


def _date(match: re.Match[str]) -> dt.date | None:
    """Return the day a match stands for (day before month, as in Britain), or None where there is no such day."""
    year, month, day = (
        match["y"] or match["y2"] or match["y3"],
        match["m"] or match["m3"] or _month(match["name"]),
        match["d"] or match["d2"] or match["d3"],
    )
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str | None) -> int:
    return next((n for n, held in enumerate(_MONTHS, 1) if name and len(name) > 2 and held.startswith(name)), 0)


def _versions(words: list[str]) -> Iterator[str]:
    for text in words:
        for match in _UPDATED.finditer(text):
            when = match["when"]
            if when is None:
                yield match["version"]
            elif _month(when.split()[0].lower()):
                yield " ".join(when.split())


def _councils(words: list[str]) -> Iterator[str]:
    """Yield the names of councils in printed order; a name in capitals is written as names are."""
    for text in words:
        for match in _COUNCIL.finditer(_SHOUTED.sub(_spoken, text)):
            name = _OFFICE.sub("", " ".join((match["name"] or match["borough"]).split()))
            if not _KIND_ONLY.match(name):
                yield name


def _spoken(match: re.Match[str]) -> str:
    words = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in match.group().split()]
    return " ".join(words)
