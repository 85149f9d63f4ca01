"""Sees pressure on officers' advice, an officer claimed for a side, or one used for a campaign.

Authority: the Code of Conduct on impartiality of officers (LGA Model Code 2020, part 3); Local Government and Housing
Act 1989 s.2 (politically restricted posts); the council's protocol on members and officers. Quiet: disagreement with
a report, thanks for service, questions asked of an officer. What was said between them is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "officer-impartiality"
PRESSED = "The words tell of an officer pressed towards a recommendation."
OURS = "The words claim an officer for a side."
CAMPAIGN = "The words show an officer at work for a campaign or a group."
SINGLED = "The words call for an officer to go."
SQUARED = "The words say that a thing was settled with an officer beforehand."

_SEEN = {
    "squared": (SQUARED, 1),
    "one-of-ours": (OURS, 0),
    "officer-out": (SINGLED, 0),
    "partisan-act": (CAMPAIGN, 0),
    "party-work": (CAMPAIGN, 0),
}
"""What is seen beside an officer, its reason, and how many sentences away the officer may stand."""


def _look(scene: Scene) -> Iterator[Said]:
    found = next(_seen(scene), None)
    if found is not None:
        hit, because = found
        yield scene.match(PROVISION, hit, "possible", because)


def _seen(scene: Scene) -> Iterator[tuple[Hit, str]]:
    for hit in scene.hits("leaned-on"):
        if _away(scene, hit) or not _officer(scene, hit):
            continue
        if scene.has_near(hit, "advice-word", sentences=1) and scene.has_near(hit, "wanted-outcome", sentences=1):
            yield hit, PRESSED
    for hit in scene.hits("lean-on"):
        if not _away(scene, hit) and _one_officer(scene, hit) and scene.has_near(hit, "advice-given", sentences=1):
            yield hit, PRESSED
    for hit in scene.hits("party-help"):
        if not _away(scene, hit) and _one_officer(scene, hit):
            yield hit, CAMPAIGN
    for tag, (because, sentences) in _SEEN.items():
        for hit in scene.hits(tag):
            if _away(scene, hit) or not _officer(scene, hit, sentences):
                continue
            if tag != "party-work" or scene.has_near(hit, "works-on"):
                yield hit, because


def _one_officer(scene: Scene, hit: Hit) -> bool:
    """Say whether one officer, and not officers as a body, stands near."""
    of = scene.view.of_sentence
    near = [role for role in scene.hits("officer-who-advises") if abs(of[role.first] - of[hit.first]) <= 1]
    if any(scene.words[role.last - 1] not in {"officers", "planners"} for role in near):
        return True
    return any(m.kind == "officer" and abs(of[m.first] - of[hit.first]) <= 1 for m in scene.people)


def _away(scene: Scene, hit: Hit) -> bool:
    return scene.quoted(hit) or scene.negated(hit) or scene.is_question(hit)


def _officer(scene: Scene, hit: Hit, sentences: int = 1) -> bool:
    """Say whether an officer stands near: by role, by name as known, or inside the hit."""
    if scene.has_near(hit, "officer-who-advises", sentences=sentences):
        return True
    of = scene.view.of_sentence
    return any(m.kind == "officer" and abs(of[m.first] - of[hit.first]) <= sentences for m in scene.people)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "squared",
        "leaned-on",
        "lean-on",
        "party-help",
        "one-of-ours",
        "party-work",
        "partisan-act",
        "officer-out",
    ),
)
