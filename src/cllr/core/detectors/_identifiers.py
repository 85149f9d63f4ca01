"""See details that lead to one person: telephone, e-mail, address, car, numbers of the state and of banks.

Formats are those of the United Kingdom. A number with a check digit is taken only where the digit agrees; one
without is taken only with words beside it that say what it is. Formats and check digits are general knowledge:
NHS number (modulus 11, NHS Data Dictionary), National Insurance number (HMRC manual NIM39110), IBAN (ISO 13616,
modulus 97), registration marks (DVLA INF104), postcodes (Royal Mail), telephone numbers (Ofcom numbering plan).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, AnyStr, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

Kind = Literal[
    "telephone number",
    "e-mail address",
    "postcode",
    "home address",
    "registration mark",
    "National Insurance number",
    "NHS number",
    "bank account",
    "date of birth",
    "case reference",
]
AT_MOST = 40
"""Details of one kind that are looked at; further ones tell nothing new."""


class Identifier(NamedTuple):
    """Characters [start, end) of the normal form that hold a detail, and of what kind."""

    kind: Kind
    start: int
    end: int


# Below, what must stand in a text for an expression to find anything: it begins with a digit or a mark that few
# texts hold, so that the search runs past all else. An expression that begins with letters is tried everywhere.
_DIGIT = re.compile(r"\d")
_SHAPES = bytes(48 if 48 <= one < 58 else 97 if 97 <= one < 123 else one for one in range(256))
"""Every digit as 0 and every letter as a: the shape of a text says sooner than a search what cannot stand in it."""
_NUMBERED = (b"0 a", b"0a a", b"0, a", b"0a, a")
"""The shapes of a number before a name, as that of a house."""
_AT = re.compile(r"@(?<=[\w+-]@)[\w-]{1,63}\.[\w-]")
_SIX_AND_LETTER = re.compile(r"\d\d ?\d\d ?\d\d ?[a-d](?!\w)")
_OF_BIRTH = ("born", "birth", "dob", "d.ob", "do.b", "d.o.b")
_OF_CASE = ("ref", "case", "claim", "account", "file", "tenancy", "application", "client", "crime", "hospital")

_PHONE = re.compile(r"(?<![\w£.,/+-])(?:\+44 ?(?:\(0\))?|\(?0)[1-37](?:[ \-().]{0,2}\d){7,9}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_POSTCODE = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?!\w)")
_PLATE = re.compile(r"(?<!\w)[a-z]{2}\d\d ?[a-z]{3}(?!\w)")
_PLATE_BEGUN = re.compile(r"(?<!\w)[a-z]{2}[0-7]\d(?!\w)")
_NINO = re.compile(
    r"(?<!\w)(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\d\d ?\d\d ?\d\d ?[a-d](?!\w)"
)
_TEN_DIGITS = re.compile(r"(?<![\w£.,+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)")
_SORT_CODE = re.compile(r"(?<!\w)\d\d-\d\d-\d\d(?!\w)")
_ACCOUNT = re.compile(r"(?<![\w£])\d{8}(?!\w)")
_IBAN = re.compile(r"(?<!\w)[a-z]{2}\d\d(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?!\w)")
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?(?: the)?)\W{0,3}"
    r"\d{1,2}(?:st|nd|rd|th)?(?:[./ -]| of ){1,2}(?:\d{1,2}|[a-z]{3,9})[./ ,-]{1,2}(?:19|20)?\d\d\b"
)
_CASE = re.compile(
    r"\b(?:ref|refs|reference|case|claim|account|file|tenancy|application|client|crime|hospital)"
    r"(?: (?:number|no|num|ref|reference|is|was|should be|ought to be)){0,2}[.:# ]{1,3}(?:something )?"
    r"(?:[a-z]{1,5}[/ -]?\d{2,}[\w/-]{0,12}|\d{4,}[\w/-]{0,12})"
)
_STREET = (
    "street|st|road|rd|lane|ln|avenue|ave|close|drive|way|row|terrace|place|square|court|crescent|grove|gardens|"
    "yard|fold|end|hill|mews|walk|rise|view|green|bank|croft|brow|gate|parade|cottages|villas|buildings|heights|"
    "vale|wynd|brae|loan|park|fields|meadow|meadows|lea|drift|quay|wharf|bridge|mount|chase|garth|nook|house|tower|"
    "towers|point|lodge|mansions|estate|heol|ffordd|stryd|lon|maes"
)
_NUMBER = r"\d{0,3}[a-h]?,? "
_NAMED = rf"(?:[a-z][a-z'.-]{{1,20}} ){{1,3}}?(?:{_STREET})(?!\w|'(?!s\b))"
_NAMED_WELSH = r"(?:heol|ffordd|stryd|lon|maes|bryn|rhes|cwrt) (?:yr? )?[a-z][a-z'-]{1,20}"
_STREETS = frozenset([*_STREET.split("|"), *(f"{word}'s" for word in _STREET.split("|")), "bryn", "rhes", "cwrt"])
_HOUSE = re.compile(rf"\d(?<![\w£.:/-]\d){_NUMBER}(?:{_NAMED}|{_NAMED_WELSH})")
_ADDRESS = re.compile(rf"(?<![\w£.:/-])(?:(?:flat [\da-z]{{1,4}},? )?\d{_NUMBER}{_NAMED}|\d{_NUMBER}{_NAMED_WELSH})")
_BESIDE = 60
"""Characters on either side in which words may say what a number is."""
_VEHICLE = re.compile(
    r"\b(?:van|car|cars|lorry|truck|pickup|transit|corsa|fiesta|focus|golf|polo|bmw|audi|merc|mercedes|range rover|"
    r"land rover|volvo|skoda|vauxhall|ford|nissan|toyota|astra|clio|mini|suv|4x4|motorbike|moped|scooter|quad|"
    r"reg|registration|plate|number plate|parked|driver|vehicle|taxi|tipper|vw|kia|hyundai|peugeot|renault|tesla)\b"
)


def identifiers(scene: Scene) -> list[Identifier]:
    """Return the details in a draft, in the order of the text; one place gives one detail."""
    return scene.once(_identifiers)


def _identifiers(scene: Scene) -> list[Identifier]:
    norm = scene.norm
    found = _all("e-mail address", _EMAIL, norm) if "@" in norm and _AT.search(norm) else []
    shape = _shape(norm)
    if b"0" in shape:
        starts = [one.start for one in found]
        for one in _with_digits(scene, shape):
            at = bisect_left(starts, one.end)
            if not at or found[at - 1].end <= one.start:
                starts.insert(at, one.start)
                found.insert(at, one)
    return found


def _shape(norm: str) -> bytes:
    """Return a text, one byte for a character, with 0 for every digit and a for every letter from a to z."""
    if not norm.isascii():
        norm = _DIGIT.sub("0", norm)
    return norm.encode("ascii", "replace").translate(_SHAPES)


def _with_digits(scene: Scene, shape: bytes) -> Iterator[Identifier]:
    """Yield details with digits in them, the surest kind first."""
    norm, digits = scene.norm, shape.count(b"0")
    letters = b"aa00" in shape
    if letters:
        yield from (one for one in _all("bank account", _IBAN, norm) if _iban(norm[one.start : one.end]))
    if digits >= 6 and _SIX_AND_LETTER.search(norm):
        yield from _all("National Insurance number", _NINO, norm)
    if digits >= 10 and "nhs" in norm:
        yield from (
            one for one in _all("NHS number", _TEN_DIGITS, norm)
            if nhs_number(norm[one.start : one.end]) and "nhs" in _beside(norm, one)
        )  # fmt: skip
    if digits >= 14 and "-" in norm:
        yield from (one for one in _all("bank account", _SORT_CODE, norm) if _ACCOUNT.search(_beside(norm, one)))
    if digits >= 3 and _holds(norm, _OF_BIRTH):
        yield from _all("date of birth", _BIRTH, norm)
    if digits >= 10:
        yield from (one for one in _all("telephone number", _PHONE, norm) if _dialled(norm[one.start : one.end]))
    if letters:
        yield from _marks(scene)
    if _holds(shape, _NUMBERED) and _may_hold_street(scene) and _HOUSE.search(norm):
        yield from (one for one in _all("home address", _ADDRESS, norm) if _street_named(scene, one))
    if b"a0" in shape and b"0aa" in shape:
        yield from (one for one in _all("postcode", _POSTCODE, norm) if _sent_in_capitals(scene, one))
    if b"00" in shape and _holds(norm, _OF_CASE):
        yield from _all("case reference", _CASE, norm)


def _holds(text: AnyStr, some: tuple[AnyStr, ...]) -> bool:
    """Say whether a text holds any of some pieces."""
    for piece in some:  # noqa: SIM110  a generator costs more than the search
        if piece in text:
            return True
    return False


def _may_hold_street(scene: Scene) -> bool:
    """Say whether a word for a street begins a token; behind it only an s, or signs few texts hold, may follow."""
    return not _STREETS.isdisjoint(scene.view.tokens) or "*" in scene.norm or "'s'" in scene.norm


def _marks(scene: Scene) -> Iterator[Identifier]:
    """Yield registration marks; one that is only begun needs capitals and a vehicle beside it."""
    norm = scene.norm
    yield from (
        one for one in _all("registration mark", _PLATE, norm)
        if _sent_in_capitals(scene, one) or _VEHICLE.search(_beside(norm, one))
    )  # fmt: skip
    yield from (
        one for one in _all("registration mark", _PLATE_BEGUN, norm)
        if _sent_in_capitals(scene, one) and _VEHICLE.search(_beside(norm, one))
    )  # fmt: skip


def _all(kind: Kind, pattern: re.Pattern[str], norm: str) -> list[Identifier]:
    found = []
    for match in pattern.finditer(norm):
        found.append(Identifier(kind, match.start(), match.end()))
        if len(found) == AT_MOST:
            break
    return found


def _beside(norm: str, one: Identifier) -> str:
    return norm[max(0, one.start - _BESIDE) : one.end + _BESIDE]


def _dialled(text: str) -> bool:
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    length = len(digits) - (1 if digits.startswith("44") else 0)
    return 10 <= length <= 11


def _sent_in_capitals(scene: Scene, one: Identifier) -> bool:
    start, end = scene.view.span(one.start, one.end)
    return scene.text[start:end].upper() == scene.text[start:end]


def _street_named(scene: Scene, one: Identifier) -> bool:
    """Say whether the words of a street are written as a name; in a text without capitals none need be."""
    start, end = scene.view.span(one.start, one.end)
    words = re.findall(r"[^\W\d_][\w'’.-]*", scene.text[start:end])
    if not scene.text[:400].islower():
        return all(word[:1].isupper() or word in {"the", "of", "flat", "yr"} or len(word) == 1 for word in words)
    return True


def nhs_number(text: str) -> bool:
    """Say whether ten digits are an NHS number by its check digit (modulus 11)."""
    digits = [int(char) for char in text if char.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and digits[9] == check % 11


def _iban(text: str) -> bool:
    """Say whether a row of letters and digits is an IBAN by its check digits (modulus 97)."""
    plain = text.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    moved = plain[4:] + plain[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1
