"""Whom the author is linked to, as the context tells it, and whether the words name them or tell of the link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cllr.core.people import capitals

if TYPE_CHECKING:
    from cllr.core.model import Matter
    from cllr.core.scene import Scene

_SPLIT = re.compile(r"[^\W\d_]+")
_SLACK = frozenset(
    [
        "the",
        "and",
        "ltd",
        "limited",
        "plc",
        "llp",
        "group",
        "company",
        "council",
        "committee",
        "owned",
        "spouse",
        "wife",
        "husband",
        "partner",
        "playing",
        "member",
        "director",
        "list",
        "contractors",
        "contractor",
        "chair",
        "friend",
        "club",
        "trust",
        "society",
        "association",
        "firm",
        "son",
        "daughter",
        "brother",
        "sister",
        "cllr",
        "mrs",
        "her",
        "his",
        "their",
        "with",
        "for",
        "from",
        "club's",
        "community",
        "local",
        "town",
        "parish",
        "village",
        "street",
        "road",
        "lane",
    ]
)


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody the author is linked to, who is meant by the words or by a pending matter."""

    name: str
    pending: bool
    """True where a matter that concerns them waits for a committee the author sits on."""


def ties_named(scene: Scene) -> list[Tie]:
    """Return the ties of the context that the words, or a matter the words may be about, name."""
    context = scene.context
    if not (context.associates or context.interests):
        return []
    told = frozenset(scene.words) | frozenset(word.removesuffix("s") for word in scene.words)
    found = []
    for held in (*(context.associates or ()), *(context.interests or ())):
        words = _telling(held)
        matter = next((m for m in context.pending_matters or () if words & _telling(m.subject)), None)
        if words & told or (matter is not None and decides(scene, matter) and _may_be_about(scene, matter)):
            found.append(Tie(held, matter is not None and decides(scene, matter)))
    return found


def decides(scene: Scene, matter: Matter) -> bool:
    """Say whether a matter waits for a committee on which the author sits; unknown is no."""
    if matter.committee is None:
        return False
    wanted = matter.committee.lower()
    return any(wanted in held.lower() or held.lower() in wanted for held in scene.context.committees or ())


def told_openly(scene: Scene) -> bool:
    """Say whether the words tell of the link or of standing aside."""
    return scene.has("interest-told")


def _may_be_about(scene: Scene, matter: Matter) -> bool:
    """Say whether the words share a telling word with the subject of a matter: "pavement licence"."""
    return bool(_telling(matter.subject) & frozenset(scene.words))


def _telling(text: str) -> frozenset[str]:
    return frozenset(w for w in _SPLIT.findall(text.lower()) if len(w) > 3 and w not in _SLACK)


def names_in(scene: Scene, subject: str) -> bool:
    """Say whether the words hold a telling word of the subject of a matter, as a name: "Pybus Aggregates"."""
    upper = capitals(scene.view)
    wanted = _telling(subject) - _GENERAL
    return any(
        up and (word in wanted or word.removesuffix("s") in wanted)
        for word, up in zip(scene.words, upper, strict=True)
    )


_GENERAL = frozenset(
    [
        "homes",
        "houses",
        "dwellings",
        "extension",
        "quarry",
        "licence",
        "review",
        "application",
        "applicant",
        "site",
        "land",
        "pavement",
        "scheme",
        "planning",
        "reserved",
        "matters",
        "outline",
        "change",
        "hours",
        "variation",
        "premises",
        "conversion",
        "demolition",
        "erection",
        "storey",
        "development",
        "flats",
    ]
)
