"""Sees words that wish people harm, make them into vermin, or call for them to be driven out, and slurs dealt out.

Authority: Public Order Act 1986 ss.4A, 5, 18 and 29B; Online Safety Act 2023 s.181; Communications Act 2003 s.127;
the Code of Conduct. Quiet: quotation, report and condemnation; contests, weeds and budgets; a group's own words for
itself. Whether a threshold of the criminal law is reached is never said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _slight
from cllr.core.detectors._treatment import of_self, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "abusive-or-hateful-content"
HARM = "The words wish people harm or call for it."
VERMIN = "The words make people into vermin or dirt."
DRIVEN_OUT = "The words call for people to be driven out."
SLUR = "The words use a slur for people."
CROWD = "The words abuse people for being poor, homeless or addicted."
FIRE = "The words hint at fire where people stay."
CHEERED = "The words are glad of harm that came to people."
SHARED = "What you share wishes people harm or makes them into vermin."

_PEOPLE = frozenset(
    {
        "they", "theyre", "them", "em", "you", "youre", "he", "she", "hes", "shes", "him", "her", "people", "lot",
        "these", "those", "squatters", "tenants", "protesters", "councillors", "supporters", "voters", "residents",
        "homeless", "beggars", "addicts", "junkies", "cyclists", "students", "families", "men", "women", "youse",
        "yous", "objectors", "campaigners", "occupants", "that",
    }
)  # fmt: skip
_LINKS = frozenset(
    {"are", "is", "were", "theyre", "youre", "hes", "shes", "you", "bunch", "pure", "absolute", "of", "such"}
)
_ALL = (
    ["every", "one", "of", "them"],
    ["every", "last", "one", "of"],
    ["the", "lot", "of", "them"],
    ["the", "whole", "lot", "of"],
)
_MYSELF = frozenset({"me", "myself", "my", "mysel"})
_HINTS = 3
"""Signs of fire that have to stand beside a place where people stay."""


def _look(scene: Scene) -> Iterator[Said]:
    found = next(_seen(scene), None)
    if found is not None:
        hit, because = found
        yield scene.match(PROVISION, hit, "likely", because)
    shared = scene.shared
    if shared is not None and not scene.has("distance-taken", "condemnation", "abuse-told"):
        there = next(_seen(shared), None)
        if there is not None:
            yield shared.match(PROVISION, there[0], "likely", SHARED)
    if shared is not None and shared.has("harm-done"):
        glad = next((hit for hit in scene.hits("harm-cheered") if _own(scene, hit)), None)
        if glad is not None and not scene.has("condemnation"):
            yield scene.match(PROVISION, glad, "likely", CHEERED)


def _seen(scene: Scene) -> Iterator[tuple[Hit, str]]:
    for hit in scene.hits("harm-wish"):
        myself = not _MYSELF.isdisjoint(scene.words[hit.first : hit.last])
        if not (myself or scene.negated(hit) or told_of(scene, hit)):
            yield hit, HARM
    for hit in scene.hits("vermin-name"):
        if not scene.negated(hit) and _of_people(scene, hit) and _own(scene, hit):
            yield hit, VERMIN
    for hit in scene.hits("driven-out", "none-wanted"):
        if not (hit.tag == "driven-out" and scene.negated(hit)) and _own(scene, hit):
            yield hit, DRIVEN_OUT
    for hit in scene.hits("crowd-abuse"):
        if _own(scene, hit):
            yield hit, CROWD
    for hit in scene.hits(*_slight.SLURS):
        if _own(scene, hit):
            yield hit, SLUR
    yield from _fire(scene)


def _fire(scene: Scene) -> Iterator[tuple[Hit, str]]:
    """See hints of fire gathered round a place where people stay."""
    if not scene.has("sneer-cue"):
        return
    of = scene.view.of_sentence
    hints = {hit.first: of[hit.first] for hit in scene.hits("burn-hint")}
    for hit in _lodgings(scene):
        if sum(abs(sentence - of[hit.first]) < 2 for sentence in hints.values()) >= _HINTS:
            yield hit, FIRE


def _lodgings(scene: Scene) -> list[Hit]:
    """Return the first places where people stay; a text full of them needs no more."""
    return scene.hits("lodging")[:4]


def _own(scene: Scene, hit: Hit) -> bool:
    return not (of_self(scene, hit) or told_of(scene, hit))


def _of_people(scene: Scene, hit: Hit) -> bool:
    """Say whether people are called so: "they are vermin", "you scum", or "Vermin." beside words for people."""
    sentence = scene.sentence(hit)
    words = scene.words
    before = words[max(sentence.first, hit.first - 4) : hit.first]
    if not _LINKS.isdisjoint(before[-3:]) and not _PEOPLE.isdisjoint(words[sentence.first : hit.first]):
        return True
    # "Parasites, every one of them" says of whom it is, as "vermin" alone does.
    alone = sentence.last - sentence.first <= 2 or words[hit.last : hit.last + 4] in _ALL
    return (alone or words[hit.first] == "vermin") and scene.has_near(
        hit, *_slight.GROUPS, "crowd-named", sentences=1
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "harm-wish",
        "vermin-name",
        "driven-out",
        "none-wanted",
        "crowd-abuse",
        "fire-hint",
        "harm-cheered",
        *_slight.SLURS,
    ),
    languages=("en", "sco", "cy", "pl", "ur"),
)
