"""Says whether material needs an imprint, and whether the imprint it carries is whole.

Own words after the Elections Act 2022, sections 39 to 54, and the Electoral Commission's statutory guidance on
digital imprints; the rules on print are older. Rules as in force on 25 November 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from cllr.core.errors import BadInput
from cllr.core.imprint.parse import ORGANISATION, Imprint, find

if TYPE_CHECKING:
    from cllr.core.model import Nation

Medium = Literal["paid-digital", "organic-digital", "print"]
Publisher = Literal["candidate", "sitting-councillor", "party", "campaigner", "council", "resident"]
Purpose = Literal["electoral", "none"]
_NATIONS = ("england", "wales", "scotland", "northern-ireland")
_Reading = Literal["electoral", "none", "political", "quiet"]
_Needed = bool | Literal["depends"]


@dataclass(frozen=True, slots=True)
class ImprintAnswer:
    """Whether an imprint is needed, and what the one in the text lacks.

    `complete` and `missing` measure the text against what the medium asks, whether or not an imprint is needed here:
    `needed` says whether that matters.
    """

    needed: bool | Literal["depends"]
    complete: bool
    missing: tuple[str, ...]
    because: str
    sources: tuple[str, ...]
    found: Imprint | None


_LEG = "https://www.legislation.gov.uk"
_EC = "https://www.electoralcommission.org.uk"
_GUIDANCE = f"Electoral Commission, statutory guidance on digital imprints, {_EC}/statutory-guidance-digital-imprints"
_LAW: dict[Medium, tuple[str, ...]] = {
    "paid-digital": (f"Elections Act 2022, sections 41 to 43, {_LEG}/ukpga/2022/37/section/43", _GUIDANCE),
    "organic-digital": (f"Elections Act 2022, sections 41, 44 and 45, {_LEG}/ukpga/2022/37/section/44", _GUIDANCE),
    "print": (
        f"Representation of the People Act 1983, section 110, {_LEG}/ukpga/1983/2/section/110",
        f"Political Parties, Elections and Referendums Act 2000, section 143, {_LEG}/ukpga/2000/41/section/143",
    ),
}
_SCOTLAND = (
    "Scottish Elections (Representation and Reform) Act 2025; Electoral Commission, "
    f"{_EC}/full-guidance/imprints-non-party-campaigners-scottish-parliamentary-elections-and-council-elections-scotland-0"
)
_PUBLICITY = f"Local Government Act 1986, section 2, {_LEG}/ukpga/1986/10/section/2"

_PARTY = (
    r"(?:labour|lab|conservatives?|tory|tories|lib\s?dems?|liberal\s{1,3}democrats?|greens?|reform|plaid|snp|ukip|dup|"
    r"sinn\s{1,3}f[eé]in|sdlp|alliance|uup|tuv|alba|independents?)"
)
_ASKS = re.compile(
    rf"\bvot(?:e|ing)\s{{1,3}}(?:for|against)\s{{1,3}}(?:the\s{{1,3}})?(?:me|us|him|her|them|change|{_PARTY})\b"
    rf"|\bvote\s{{1,3}}{_PARTY}\b"
    r"|\bvote\s{1,3}(?:me|us|them|him|her|this\s{1,3}lot)\s{1,3}(?:in|out)\b"
    rf"|\b(?:kick|get|throw|boot)\s{{1,3}}(?:the\s{{1,3}})?(?:them|{_PARTY})\s{{1,3}}out\b"
    r"|\bre-?elect(?:ing)?\s{1,3}\w|\belect\s{1,3}(?:me|us|him|her|them)\b"
    r"|\b(?:lend|give|giving|lending)\s{1,3}(?:me|us|him|her|them|\w{2,20})\s{1,3}your\s{1,3}(?:votes?|support)\b"
    r"|\b(?:box|cross)\s{1,3}(?:next\s{1,3}to|beside|by|against)\s{1,3}(?:my|our|his|her|their)\s{1,3}names?\b"
    r"|\bstanding\s{1,3}again\b"
    r"|\b(?:need|want|earn|win|have|asking\s{1,3}for|ask\s{1,3}for|count\s{1,3}on|grateful\s{1,3}for|hope\s{1,3}for)"
    r"\s{1,3}your\s{1,3}(?:votes?|support)\b(?!\s{1,3}(?:for|with|in|to)\b)"
    r"|\b(?:back|support|choose)\s{1,3}(?:\w{1,20}\s{1,3}){1,4}(?:on|at|in)\s{1,3}(?:polling\s{1,3}day|the\s{1,3}polls|"
    r"the\s{1,3}(?:\w{1,12}\s{1,3})?elections?|\d{1,2}(?:st|nd|rd|th)?\s{1,3}may|may\s{1,3}\d)"
    r"|\b(?:standing|running)\s{1,3}(?:again\s{1,3})?(?:for\s{1,3}(?:re-?)?(?:election|(?:the\s{1,3})?council|mayor|"
    r"parliament|the\s{1,3}senedd)|as\s{1,3}an\s{1,3}independent|in\s{1,3}(?:\w{1,12}\s{1,3}){0,3}(?:by-)?elections?|"
    r"to\s{1,3}be\s{1,3}(?:\w{1,12}\s{1,3}){1,3}(?:councillor|mayor|mp|commissioner))\b"
    r"|\bstand(?:ing|s)\s{1,3}as\s{1,3}(?:\w{1,20}\s{1,3}){1,3}candidate\b"
    r"|\b(?:your|our|my)\s{1,3}(?:\w{1,20}\s{1,3}){0,3}candidates?\b",
    re.IGNORECASE,
)
# "Vote for Jane", not "vote for the budget" or "vote for the lido": what is asked for has a capital.
_ASKS_FOR_NAME = re.compile(
    r"\b(?:[Vv]ot(?:e|ing)|VOTE)\s{1,3}(?:[Ff]or|FOR|[Aa]gainst|AGAINST)\s{1,3}(?:[Tt]he\s{1,3})?[A-Z][\w'’-]"
)
_NAMES_ONE = re.compile(
    r"\b(?:[Vv]ote|VOTE|[Ee]lect|ELECT|[Rr]e-?elect|RE-?ELECT)\s{1,3}(?:[Ff]or\s{1,3}|FOR\s{1,3})?(?:Cllr\s{1,3})?"
    r"(?P<name>[A-Z][\w'’-]{0,30}(?:\s{1,2}[A-Z][\w'’-]{0,30}){1,3})"
)
_POLITICS = re.compile(
    r"(?i:\b(?:by-?elections?|elections?|candidates?|manifestos?|canvass\w{0,6}|doorsteps?|hustings|ballots?|polling|"
    r"vot(?:e|es|ed|er|ers|ing)|campaign\w{0,6}|leaflet\w{0,6}|political|politics|opponents?|rivals?)\b)"
    r"|\b(?:Labour|Conservatives?|Tory|Tories|Lib\s?Dems?|Liberal\s{1,3}Democrats?|Greens?|Reform|Plaid|SNP|UKIP|DUP|"
    r"Sinn\s{1,3}F[eé]in|SDLP|Alba)\b"
)


def check(
    text: str,
    *,
    medium: Medium,
    by: Publisher,
    nation: Nation,
    purpose: Purpose | None = None,
    published_for: str | None = None,
) -> ImprintAnswer:
    """Return whether a text needs an imprint, and whether it has a whole one.

    `purpose` is what the publisher says; where that is not known, the words are read: a plain plea for votes needs no
    telling, and where they leave it open the answer is "depends". `published_for` is the candidate or party it is
    published for, if somebody else publishes it. BadInput for a medium, publisher, nation or purpose that does not
    exist.
    """
    _refuse("medium", medium, get_args(Medium))
    _refuse("publisher", by, get_args(Publisher))
    _refuse("nation", nation, _NATIONS)
    _refuse("purpose", purpose, (None, *get_args(Purpose)))
    found = find(text)
    reading = purpose or _read(text, found)
    needed, because = _needed(medium, by, reading)
    missing = _missing(text, found, medium, by, published_for)
    reasons, sources = [because], [*_LAW[medium]]
    if by == "council" and reading not in {"none", "quiet"}:
        reasons.append(
            "A council may not publish what seems meant to win or lose support for a party, imprint or not."
        )
        sources.append(_PUBLICITY)
    if nation == "scotland" and by in {"campaigner", "party", "candidate"}:
        reasons.append("Elections in Scotland have rules of their own beside these.")
        sources.append(_SCOTLAND)
    if needed and missing:
        reasons.append(_lacking(missing, medium))
    return ImprintAnswer(needed, not missing, missing, " ".join(reasons), tuple(sources), found)


def _refuse(what: str, value: str | None, known: tuple[str | None, ...]) -> None:
    if value not in known:
        names = ", ".join(name for name in known if name)
        raise BadInput(f"no {what} {value}", because=f"it is one of: {names}", remedy="Choose one of these")


def _read(text: str, found: Imprint | None) -> _Reading:
    """Read the purpose off the words, without those of the imprint itself."""
    if found is not None:
        start, end = found.spans["imprint"]
        text = f"{text[:start]} {text[end:]}"
    if _ASKS.search(text) or _ASKS_FOR_NAME.search(text) or _NAMES_ONE.search(text):
        return "electoral"
    return "political" if _POLITICS.search(text) else "quiet"


_OFFICE = frozenset({"candidate", "sitting-councillor", "party"})


def _needed(medium: Medium, by: Publisher, reading: _Reading) -> tuple[_Needed, str]:
    if medium == "paid-digital":
        return _paid(by, reading)
    if medium == "organic-digital":
        return _organic(by, reading)
    if reading == "electoral":
        return (
            True,
            "Printed material meant to get a candidate or a party elected, or to harm a rival, needs an imprint.",
        )
    if reading == "none":
        return False, "Printed material without an electoral purpose needs no imprint."
    if reading == "political" or by in {"candidate", "party"}:
        return "depends", "Print needs an imprint where it is meant to help or harm a candidate or a party: is it?"
    return False, "Nothing in the words is about a candidate, a party or an election. Print that is needs an imprint."


def _paid(by: Publisher, reading: _Reading) -> tuple[_Needed, str]:
    if reading == "electoral":
        return (
            True,
            "A paid post that mainly seeks support for a party or a candidate needs an imprint, all year, by anyone.",
        )
    if by in _OFFICE and reading != "none":
        return True, (
            "A post that is paid for may seek support for a candidate, a party or the holder of an office in that "
            "role, at any time of the year: take it that an imprint is needed."
        )
    if by in _OFFICE:
        return "depends", (
            "Without an electoral purpose it still needs an imprint if it is mainly meant to win support for "
            "somebody as holder of an office."
        )
    if reading == "political":
        return (
            "depends",
            "Paid posts need an imprint where they mainly seek support for a party, candidate or office-holder.",
        )
    return False, "A paid post that does not seek support for a party, candidate or office-holder needs no imprint."


def _organic(by: Publisher, reading: _Reading) -> tuple[_Needed, str]:
    if by in {"council", "resident"}:
        return False, (
            "Posts that nobody paid to publish need an imprint only where they are published by or on behalf of a "
            "party, candidate, elected office-holder or registered campaigner."
        )
    if reading == "electoral":
        if by == "campaigner":
            return "depends", (
                "Campaigners who are registered with the Electoral Commission need an imprint on such a post; others "
                "do not, save organisations at elections in Scotland."
            )
        return True, (
            "A post by a candidate, a party or somebody who holds elected office needs an imprint where winning or "
            "losing votes at an election is any part of its purpose, though nobody paid for it."
        )
    if reading == "none":
        return False, "Without a purpose that touches an election or referendum an unpaid post needs no imprint."
    if reading == "political" or by in {"candidate", "party"}:
        return "depends", (
            "An unpaid post needs an imprint if any part of its purpose is to help or harm somebody at an election: "
            "is it?"
        )
    return False, (
        "Nothing in the words is about an election. Ward news and casework need no imprint while nobody pays to "
        "spread them."
    )


def _missing(
    text: str, found: Imprint | None, medium: Medium, by: Publisher, published_for: str | None
) -> tuple[str, ...]:
    """Name what the imprint lacks."""
    imprint = found or Imprint()
    missing = []
    if imprint.promoter is None:
        missing.append("promoter")
    if imprint.promoter_address is None:
        missing.append("promoter's postal address")
    if imprint.on_behalf_of is None and _acts_for_another(text, imprint, by, published_for):
        missing.append("on whose behalf it is published")
    other = imprint.on_behalf_of is not None and imprint.on_behalf_of != imprint.promoter
    if other and imprint.on_behalf_address is None:
        missing.append("postal address of the person on whose behalf it is published")
    if medium == "print":
        missing += [] if imprint.printer else ["printer"]
        missing += [] if imprint.printer_address else ["printer's postal address"]
    return tuple(missing)


def _acts_for_another(text: str, imprint: Imprint, by: Publisher, published_for: str | None) -> bool:
    """Say whether the promoter is somebody else than the person it is published for.

    Told, or said by the imprint ("agent"), or plain from the words: a candidate's post that asks votes for one name
    and is promoted by another.
    """
    if imprint.promoter is None:
        return False
    if imprint.agent:
        return True
    promoter = _words(imprint.promoter)
    if published_for:
        return not _words(published_for) <= promoter and not promoter <= _words(published_for)
    if by != "candidate" or ORGANISATION.search(imprint.promoter):
        return False
    start, end = imprint.spans["imprint"]
    named = _NAMES_ONE.search(f"{text[:start]}\n{text[end:]}")
    if named is None or ORGANISATION.search(named["name"]):
        return False
    return not _words(named["name"]) & promoter


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", name.casefold())) - {"cllr", "the"}


def _lacking(missing: tuple[str, ...], medium: Medium) -> str:
    words = f"The imprint lacks: {', '.join(missing)}."
    if medium == "print":
        return f"{words} It stands on the face of a single sheet, else on the first or last page."
    return (
        f"{words} It stands in the material itself, as text; only where that is not reasonably practicable, one step "
        "away: in the profile, a pinned post or a page the post links to."
    )
