"""Weigh a threat: words that promise, wish or deserve harm; veiled ones; signs that say something side by side.

What somebody knows of a home, a family or a way home is one kind of sign; a warning, a weapon, a fate hinted at is
the other. Thanks, the ballot box, due process, a contest and casework weigh against all but plain words.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

GRAVE = "The words threaten you or somebody of yours with harm."
WISHED = "The words wish you or somebody of yours harm."
VEILED = "The words may be a warning that something will happen to you or to somebody of yours."
KNOWN = "The words show that the writer knows where to find you or yours, and carry a warning."
ARMED = "The words set a weapon beside you, a place or a time."
WATCHED = "The words say that somebody watches or follows you."
FORCED = "The words demand something, or something will happen to you."

INSULTS = ("insult-name", "insult-name-double", "insult-quality", "put-down")
SLURS = (
    "slur-race", "slur-traveller", "slur-religion", "slur-orientation", "slur-trans", "slur-disability", "slur-sex",
)  # fmt: skip
YOU = frozenset(
    ["you", "your", "yours", "yourself", "youre", "youve", "youll", "youd", "yous", "ye", "yer", "ur", "u"]
)
_OFFICE = frozenset(["cllr", "councillor", "mayor"])
WAKES = (
    "threat-grave", "harm-promised", "harm-wished", "harm-wish", "watched", "stalks", "omen", "weapon-sign", "veiled",
    "coerced", "blackmailed", "armed", "family-shown", "family-known", "knows-where", "at-your-home", "threat-soft",
    "menace",
)  # fmt: skip
PLACES = ("family-shown", "family-known", "knows-where", "at-your-home")
WARNINGS = ("veiled", "menace", "menace-mild", "threat-soft", "armed", "weapon-sign", "omen", "deadline")


class Seen(NamedTuple):
    """What was seen, at which words, how surely, and the reason in one sentence."""

    where: Hit | tuple[int, int]
    confidence: Confidence
    because: str


@lru_cache(1)
def fields(about: str) -> dict[str, frozenset[str]]:
    """Return the fields of words of one table of fields.toml."""
    return _fields()[about]


@lru_cache(1)
def _fields() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads(files("cllr.core").joinpath("fields.toml").read_text(encoding="utf-8"))
    return {table: {name: frozenset(words.split()) for name, words in held.items()} for table, held in data.items()}


def hostile(scene: Scene) -> bool:
    """Say whether the words abuse somebody."""
    return scene.has(*INSULTS, *SLURS, "vermin-name")


def addressed(scene: Scene) -> bool:
    """Say whether the words speak to somebody, or of the office, anywhere."""
    return not YOU.isdisjoint(scene.words) or not _OFFICE.isdisjoint(scene.words)


def threat(scene: Scene) -> Seen | None:
    """Return the strongest threat against the person addressed, or None."""
    if scene.has("contest") and not hostile(scene):
        return None
    friend = scene.has("warm", "stands-by-you")
    for tag, because in (
        ("threat-grave", GRAVE),
        ("harm-promised", GRAVE),
        ("harm-wished", WISHED),
        ("harm-wish", WISHED),
    ):
        for hit in scene.hits(tag):
            if not (scene.reported(hit) or (friend and not hostile(scene))):
                return Seen(hit, "likely", because)
    if friend:
        return None
    for tag in ("watched", "stalks"):
        for hit in scene.hits(tag):
            return Seen(hit, "likely", WATCHED)
    return _forced(scene) or _armed(scene) or _hinted(scene)


def _forced(scene: Scene) -> Seen | None:
    if scene.has("ballot-frame"):
        return None
    return next((Seen(hit, "likely", FORCED) for hit in scene.hits("coerced", "blackmailed")), None)


def _armed(scene: Scene) -> Seen | None:
    near = addressed(scene) or scene.has("place-met", "deadline")
    for hit in scene.hits("armed"):
        if near and not scene.negated(hit):
            return Seen(hit, "likely", ARMED)
    for hit in scene.hits("omen"):
        return Seen(hit, "likely", ARMED)
    for hit in scene.hits("weapon-sign"):
        if addressed(scene) or len(scene.words) < 6:
            return Seen(hit, "possible", ARMED)
    return None


def _hinted(scene: Scene) -> Seen | None:
    """Return a veiled threat: one hint where nothing weighs against it, or a place and a warning together."""
    if scene.has("ballot-frame") or not fields("threat")["service"].isdisjoint(scene.words):
        return None
    for hit in scene.hits("veiled"):
        return Seen(hit, "possible", VEILED)
    place = next(iter(scene.hits(*PLACES)), None)
    if place is not None and (scene.has(*WARNINGS) or hostile(scene) or len(apart(scene.hits(*PLACES))) > 1):
        return Seen(place, "possible", KNOWN)
    warnings = apart(scene.hits(*WARNINGS))
    if len(warnings) > 1 and addressed(scene):
        return Seen(warnings[0], "possible", VEILED)
    return None


def apart(hits: list[Hit]) -> list[Hit]:
    """Return hits that do not overlap, the first of each place."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept
