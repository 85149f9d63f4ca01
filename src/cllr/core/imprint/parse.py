"""Finds an imprint in a text, however it is worded, and says word for word what it names.

The law fixes the content, not the words (Elections Act 2022, section 41). We look for the phrases that introduce a
promoter, a printer and the person on whose behalf, in English and Welsh, and read what follows up to the next phrase
or the end of the imprint. Every pattern is bounded and works on at most `REACH` characters, so that the time grows
with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REACH = 320
"""How many characters after an introducing phrase may belong to it."""

_GAP = 40
"""How many characters may lie between the end of one part and the phrase of the next."""

_MOST_PHRASES = 400
"""Of more introducing phrases than this the last are read: no imprint has so many."""

Part = Literal["promoter", "printer", "on_behalf_of"]


class Span(NamedTuple):
    """Code points of the text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an imprint names, in the words of the text; None where it does not say.

    `spans` holds where each field stands, under the name of the field, and the whole under `imprint`. An address that
    is said once for two people stands under both. `agent` is true where the promoter is called an agent.
    """

    promoter: str | None = None
    promoter_address: str | None = None
    on_behalf_of: str | None = None
    on_behalf_address: str | None = None
    printer: str | None = None
    printer_address: str | None = None
    agent: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict)


_VERB = (
    r"(?:promoted|published|issued|produced|printed|posted|paid\s{1,3}for|"
    r"hyrwyddwyd|hyrwyddir|cyhoeddwyd|cyhoeddir|argraffwyd|argraffir)"
)
_VERBS = rf"{_VERB}(?:\s{{0,3}}(?:,|&|/|\band\b|\ba\b)\s{{0,3}}(?:and\s{{1,3}})?{_VERB}){{0,2}}"
_PHRASES = re.compile(
    rf"\b(?P<acts>{_VERBS})\s{{1,3}}(?:by|gan)\b\s{{0,3}}:?"
    r"|\b(?P<label>promoter|printer|imprint|hyrwyddwr|argraffydd|argraffnod)(?:'s\s{1,3}(?:name|details))?\s{0,3}:"
    rf"|\b(?P<behalf>(?:{_VERBS}\s{{1,3}})?(?:for\s{{1,3}}and\s{{1,3}})?on\s{{1,3}}(?:the\s{{1,3}})?behalf\s{{1,3}}of"
    r"|o/b/o|ar\s{1,3}ran|(?:election\s{1,3})?agent\s{1,3}(?:for|to))\b\s{0,3}:?",
    re.IGNORECASE,
)
_PRINTING = re.compile(r"(?<!im)print|argraff(?!nod)", re.IGNORECASE)
_PUBLISHING = re.compile(
    r"promot|publish|issued|produced|posted|paid|imprint|argraffnod|hyrwydd|cyhoedd", re.IGNORECASE
)

_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s{0,2}\d[A-Za-z]{2}\b")
_BOX = re.compile(r"\b(?:p\.?\s?o\.?\s{0,2}box|blwch\s{1,2}(?:post|sp)|freepost)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|way|place|square|terrace|crescent|court|gardens|grove|hill|"
    r"row|walk|park|mews|parade|green|wharf|quay|gate|rise|view|estate|yard|wynd|loan|brae|heol|stryd|ffordd|lôn|"
    r"house|hall|farm|cottage|lodge|office|offices|centre|building|buildings|mill|works|unit|suite|flat|floor)\b\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![\w@.])\d{1,5}[A-Za-z]?(?:\s{0,2}[-–/]\s{0,2}\d{1,5}[A-Za-z]?)?,?\s{1,3}[^\W\d_]{2}")
_ELECTRONIC = re.compile(r"@|https?:|www\.|\.(?:co|com|org|uk|net|gov|wales|scot|info)\b", re.IGNORECASE)

_SHARED = re.compile(
    r"[\s,(;–-]{1,4}(?P<all>both|all|each|y\s{1,2}ddau|pawb)\s{1,3}(?:of|at|from|o|yn)\b\s{0,3}:?\s{0,3}",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"[\s,(;–-]{0,4}\b(?:(?:both|all)\s{1,3})?(?:"
    r"(?:(?:of|at|from|c/o)\s{1,3})?(?:(?:the\s{1,3})?same\s{1,3}address|(?:the\s{1,3})?above\s{1,3}address|"
    r"(?:the\s{1,3})?address(?:\s{1,3}as)?\s{1,3}above|as\s{1,3}above)"
    r"|(?:of|at)\s{1,3}the\s{1,3}(?:same|above)|o['’]r\s{1,3}un\s{1,3}cyfeiriad)\b",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"\s{0,3}[,;\n\r|•]|\s{1,3}[-–—]\s{1,3}"
    r"|\s{0,3}\((?=\d|p\.?\s?o\.?\s?box|of\b|at\b)"
    r"|\s{1,3}(?:of|at|from|o|yn)\s{1,3}(?=\d|p\.?\s?o\.?\s?box|flat\b|unit\b|suite\b)",
    re.IGNORECASE,
)
_NUMBER_FOLLOWS = re.compile(r"\s{1,3}(?=\d{1,5}[A-Za-z]?,?\s{1,3}[^\W\d_])")
_LATER_OF = re.compile(r"\s{1,3}(?:of|at|from)\s{1,3}", re.IGNORECASE)
_FOR = re.compile(r"\s{1,3}for\s{1,3}(?=[^\W\d_])", re.IGNORECASE)
_ROLE = re.compile(
    r"[\s,(]{0,4}(?P<role>(?:the\s{1,3})?(?:election\s{1,3}agent|agent|candidate|treasurer|secretary|chair|organiser))\b\)?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\n[ \t\r]{0,5}\n|https?:|www\.|(?<!\w)#\w|"
    r"(?<!\bSt)(?<!\bRd)(?<!\bAve)(?<!\bLtd)(?<!\bCo)(?<!\bNo)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bCllr)(?<!\b\w)"
    r"[.!?](?=\s|$)",
)
_AFTER_CODE = re.compile(
    r"\s{0,3}(?:,\s{0,3})?(?:UK|U\.K\.|England|Wales|Cymru|Scotland|Northern\s{1,3}Ireland)\b", re.IGNORECASE
)
_LABEL = re.compile(r"(?:(?:postal\s{1,3})?address|cyfeiriad)\s{0,3}:\s{0,3}|(?:of|at|from)\s{1,3}", re.IGNORECASE)
ORGANISATION = re.compile(
    r"\b(?:party|plaid|labour|conservatives?|unionists?|liberal|democrats?|greens?|reform|independents?|residents?|ltd|"
    r"limited|plc|llp|cic|council|cyngor|association|assoc|society|group|club|union|campaign|committee|branch|alliance|"
    r"trust|federation|network|company|press|print|printers|printing|friends|together|first|action|forum|team|snp|dup|"
    r"sdlp|ukip|tuc|coalition|movement|foundation|charity|ward|parish|community|constituency)\b",
    re.IGNORECASE,
)
"""Words that name an organisation."""
_BY = re.compile(r"\s{1,3}(?:by|gan)\s{1,3}", re.IGNORECASE)
_TRIM = " \t\r\n,;:.()[]|–—-•\"'“”‘’*_"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one introducing phrase brings: who is named, and the address that stands behind the names."""

    parts: tuple[Part, ...]
    start: int
    end: int
    names: tuple[tuple[Part, Span], ...] = ()
    owner: Part | None = None
    """Whose address it is, where it is that of one."""
    address: Span | None = None
    shared: Literal["both", "all"] | None = None
    above: bool = False
    agent: bool = False


def find(text: str) -> Imprint | None:
    """Return the imprint of a text, or None where there is none.

    Where there are several, the one that names most; of equals the last, as imprints stand at the end.
    """
    best: Imprint | None = None
    weight = 0
    for chain in _chains(text):
        imprint = _read(text, chain)
        if (imprint.promoter or imprint.printer) and len(imprint.spans) >= weight:
            best, weight = imprint, len(imprint.spans)
    return best


def is_postal(address: str) -> bool:
    """Say whether an address is one that a letter can be sent to: a postcode, a box, or a numbered or named house.

    An e-mail address or website is none. Whether anybody can be reached there is for people to know.
    """
    if len(address) > REACH:
        return False
    plain = address.strip(_TRIM)
    if _POSTCODE.search(plain) or (_BOX.search(plain) and not _ELECTRONIC.search(plain)):
        return bool(_POSTCODE.sub("", plain, count=1).strip(_TRIM)) or bool(_BOX.search(plain))
    if _ELECTRONIC.search(plain):
        return False
    if _NUMBERED.search(plain) and _STREET.search(plain):
        return True
    parts = [part for part in re.split(r"[,\n]", plain) if part.strip()]
    return len(parts) >= 2 and bool(_STREET.search(plain)) and plain[:1].isupper()


def _chains(text: str) -> Iterator[list[_Piece]]:
    """Yield runs of pieces that stand close together and each bring another part."""
    chain: list[_Piece] = []
    for piece in _pieces(text):
        held = {part for each in chain for part in each.parts}
        joined = chain and piece.start - chain[-1].end <= _GAP and not held & set(piece.parts)
        if not joined:
            if chain:
                yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _pieces(text: str) -> Iterator[_Piece]:
    phrases = deque(_PHRASES.finditer(text), maxlen=_MOST_PHRASES)
    starts = [*(phrase.start() for phrase in islice(phrases, 1, None)), len(text)]
    previous_end = -_GAP
    for phrase, following in zip(phrases, starts, strict=False):
        piece = _piece(text, phrase, min(following, phrase.end() + REACH))
        if not piece.names and not piece.above:
            continue
        if "promoter" not in piece.parts and "printer" not in piece.parts:
            # "On behalf of" belongs to an imprint only beside a promoter.
            beside = phrase.start() - previous_end <= _GAP or piece.end >= following - 2 < len(text) - 2
        else:
            beside = _is_introduced(text, piece)
        if beside:
            previous_end = piece.end
            yield piece


def _parts(phrase: re.Match[str]) -> tuple[Part, ...]:
    if phrase["behalf"]:
        return ("on_behalf_of",)
    words = phrase["acts"] or phrase["label"]
    parts: list[Part] = []
    if _PUBLISHING.search(words):
        parts.append("promoter")
    if _PRINTING.search(words):
        parts.append("printer")
    return tuple(parts)


_BEFORE = frozenset({"imprint", "material", "advert", "advertisement", "ad", "and", "legal", "wedi'i"})


def _is_introduced(text: str, piece: _Piece) -> bool:
    """Say whether a phrase begins a line, a sentence or a part of an imprint: "he was promoted by" does not.

    What stands within a sentence counts where a postal address follows.
    """
    if piece.address and is_postal(text[slice(*piece.address)]):
        return True
    name = text[slice(*piece.names[0][1])] if piece.names else ""
    if len(name) > 120 or not any(character.isupper() for character in name):
        return False
    before = text[max(0, piece.start - 24) : piece.start].rstrip(" \t")
    return not before or not before[-1].isalnum() or before.split()[-1].lower() in _BEFORE


def _piece(text: str, phrase: re.Match[str], limit: int) -> _Piece:
    """Read the names and the address behind a phrase."""
    parts = _parts(phrase)
    start, limit = _tight(text, phrase.end(), _end(text, phrase.end(), limit))
    if start >= limit:
        return _Piece(parts, phrase.start(), phrase.end())
    shared, above = _SHARED.search(text, start, limit), _ABOVE.search(text, start, limit)
    address: Span | None = None
    name_limit = limit
    if above and (not shared or above.start() <= shared.start()):
        name_limit, shared = above.start(), None
    elif shared:
        name_limit, address, above = shared.start(), _span(text, shared.end(), limit), None
    elif cut := _cut(text, start, limit):
        name_limit, address = cut.start(), _span(text, cut.end(), limit)
    name, agent = _named(text, start, name_limit)
    if address and (role := _ROLE.match(text, *address)):
        agent, address = agent or "agent" in role["role"].lower(), _span(text, role.end(), address.end)
    if address and (label := _LABEL.match(text, *address)):
        address = _span(text, label.end(), address.end)
    names = _names(text, parts, name)
    return _Piece(
        parts=tuple(part for part, _ in names) or parts,
        start=phrase.start(),
        end=limit,
        names=names,
        owner=names[-1][0] if names and not shared else None,
        address=address,
        shared=None if not shared else "both" if shared["all"].lower() in {"both", "y ddau"} else "all",
        above=above is not None,
        agent=agent,
    )


def _names(text: str, parts: tuple[Part, ...], name: Span | None) -> tuple[tuple[Part, Span], ...]:
    """Say who is named; "X for Y" and, behind "on behalf of", "Y by X" name two."""
    if name is None or _ELECTRONIC.search(text, *name):
        return ()
    divide, order = (
        (_FOR, ("promoter", "on_behalf_of")) if "promoter" in parts else (_BY, ("on_behalf_of", "promoter"))
    )
    if parts != ("printer",) and (found := divide.search(text, *name)):
        first, second = _span(text, name.start, found.start()), _span(text, found.end(), name.end)
        if first and second and (divide is _BY or all(_is_person(text[slice(*each)]) for each in (first, second))):
            return ((cast("Part", order[0]), first), (cast("Part", order[1]), second))
    return tuple((part, name) for part in parts)


def _is_person(name: str) -> bool:
    """Say whether a name is that of a person, by its form: two to four words with capitals, none of an organisation.

    "Residents for Newtown" is no promoter who acts for somebody.
    """
    words = name.replace("Cllr", "").split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words) and not ORGANISATION.search(name)


def _named(text: str, start: int, end: int) -> tuple[Span | None, bool]:
    """Return a name without "election agent" before or after it, and whether it had that."""
    name = _span(text, start, end)
    if name is None:
        return None, False
    for role in (_ROLE.match(text, *name), _last(_ROLE, text, name)):
        if role is None:
            continue
        rest = (
            _span(text, role.end(), name.end) if role.start() == name.start else _span(text, name.start, role.start())
        )
        return rest or name, "agent" in role["role"].lower()
    return name, False


def _last(pattern: re.Pattern[str], text: str, span: Span) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(text, *span) if found.end() == span.end), None)


def _cut(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Return what stands between a name and its address."""
    if cut := _NAME_ENDS.search(text, start, limit):
        # "Jane Doe 1 High Street, Town" has its address before the comma; "Newtown 2030 Group, 1 High St" has not.
        number = _NUMBER_FOLLOWS.search(text, start, cut.start())
        return number if number and _STREET.search(text, number.end(), cut.start()) else cut
    for pattern in (_NUMBER_FOLLOWS, _LATER_OF):
        for found in islice(pattern.finditer(text, start, limit), 4):
            # "Friends of Newtown Library" has no address behind its "of".
            if is_postal(text[found.end() : limit]):
                return found
    return None


def _end(text: str, start: int, limit: int) -> int:
    """Return where a part ends: behind its postcode, before a blank line, at the end of its sentence."""
    code, stop = _POSTCODE.search(text, start, limit), _STOP.search(text, start, limit)
    if stop and (code is None or stop.start() < code.start()):
        # A full stop inside an address ("1 High St. Newtown. AB1 2CD") does not end it.
        inside = code is not None and text[stop.start()] == "." and code.start() - stop.end() <= 60
        if not inside or not _NUMBERED.search(text, start, stop.start()):
            return stop.start()
    if code is None:
        return limit
    country = _AFTER_CODE.match(text, code.end(), limit)
    return country.end() if country else code.end()


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """Take spaces and punctuation from both ends; a bracket that closes within stays."""
    while start < end and text[start] in _TRIM:
        start += 1
    limit = end
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    if end < limit and text[end] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return start, end


def _span(text: str, start: int, end: int) -> Span | None:
    start, end = _tight(text, start, end)
    return Span(start, end) if start < end else None


def _read(text: str, chain: list[_Piece]) -> Imprint:
    """Put the pieces of one imprint together."""
    spans: dict[str, Span] = {}
    agent = False
    for piece in chain:
        agent = agent or (piece.agent and "promoter" in piece.parts)
        for part, name in piece.names:
            spans.setdefault(part, name)
        postal = piece.address if piece.address and is_postal(text[slice(*piece.address)]) else None
        if piece.above:
            known = [span for name, span in spans.items() if name.endswith("address")]
            postal = known[-1] if known else None
        for dweller in _dwellers(piece, spans):
            if postal:
                spans.setdefault(_address_of(dweller), postal)
    if spans:
        spans["imprint"] = Span(chain[0].start, max(chain[-1].end, *(span.end for span in spans.values())))
    said = {name: text[slice(*span)] for name, span in spans.items() if name != "imprint"}
    return Imprint(agent=agent, spans=spans, **said)


def _dwellers(piece: _Piece, spans: Mapping[str, Span]) -> tuple[str, ...]:
    """Say whose the address of a piece is: its own name's, or ("both of", "all of") also that of earlier names."""
    named = tuple(part for part in spans if not part.endswith("address"))
    if piece.shared:
        return named[-2:] if piece.shared == "both" else named
    if piece.owner and len(piece.parts) == 2 and piece.names[0][1] != piece.names[1][1]:
        return (piece.owner,)
    return piece.parts


def _address_of(part: str) -> str:
    return "on_behalf_address" if part == "on_behalf_of" else f"{part}_address"
