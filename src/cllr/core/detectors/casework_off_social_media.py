"""Sees a resident's case invited or taken up in public: "put your reference in the comments", "I see from your file".

Authority: the founding policies (no casework on social media, no invitation to it); for what is told, UK GDPR and the
Information Commissioner's guidance for elected representatives. Quiet: a private route is offered instead, general
questions, reports of a bin or a lamp. In a comment received it speaks only of cases that can be told apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _casework as casework
from cllr.core.detectors._identifiers import identifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "casework-off-social-media"
INVITED = "The words invite people to set out private troubles where everybody reads them."
TAKEN_UP = "The words go through somebody's case in public."
LIVE = "The words announce a surgery before an audience."
RECEIVED_CASE = "The comment sets out a case, with details by which the person can be found, on a public page."

_SUBJECTS = frozenset(
    ["i", "ive", "weve", "they", "theyve", "he", "she", "was", "were", "been", "have", "has", "had", "to"]
)
_NOUN_AFTER = frozenset(["this", "a", "my", "your", "that", "each", "every", "another"])
_TROUBLES = ("illness", "care-or-court", "money-trouble", "private-trouble")


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind == "comment-received":
        yield from _received(scene)
        return
    for hit in scene.hits("bring-here") if _asks(scene) and scene.has("in-public-here") else ():
        if _invites(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", INVITED)
    for hit in scene.hits("live-surgery"):
        if not scene.has_near(hit, "private-door", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "likely", LIVE)
    for hit in scene.hits("one-at-surgery"):
        if _gone_through(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", TAKEN_UP)
    for hit in casework.taken_up(scene) if scene.kind in casework.ANSWERS else ():
        yield scene.sentence_match(PROVISION, hit, "likely", TAKEN_UP)


def _asks(scene: Scene) -> bool:
    """Say whether what is asked for stands anywhere, where people are invited to set out their troubles."""
    if scene.has("personal-number", "plight"):
        return True
    weak = scene.has("personal-detail"), scene.has("private-trouble")
    return any(weak) if scene.kind in casework.ANSWERS else all(weak)


def _invites(scene: Scene, hit: Hit) -> bool:
    """Say whether something personal is asked for, in a public place, and no private door is shown."""
    answer = scene.kind in casework.ANSWERS
    if not scene.has_near(hit, "in-public-here", sentences=int(answer)):
        return False
    if scene.has_near(hit, "private-door", sentences=1) or scene.negated(hit) or _told_by_author(scene, hit):
        return False
    if scene.has_near(hit, "personal-number", sentences=int(answer)):
        return True
    if scene.has_near(hit, "personal-detail"):
        return answer or scene.has_near(hit, "private-trouble", sentences=1)
    if scene.has_near(hit, "plight", sentences=1):
        return True
    return answer and scene.has_near(hit, "private-trouble") and scene.addressed(hit)


def _gone_through(scene: Scene, hit: Hit) -> bool:
    """Say whether a post tells how one visitor's case goes on."""
    if scene.has_near(hit, "with-leave", sentences=2) or scene.quoted(hit):
        return False
    return scene.has_near(hit, "case-goes-on", sentences=2)


def _told_by_author(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb is no request: "I've put the details below", "they give"."""
    before = scene.words[max(scene.sentence(hit).first, hit.first - 2) : hit.first]
    return not _SUBJECTS.isdisjoint(before) or not _NOUN_AFTER.isdisjoint(before[-1:])


def _received(scene: Scene) -> Iterator[Said]:
    found = [one for one in identifiers(scene) if one.kind in {"home address", "case reference", "date of birth"}]
    hits = scene.hits(*_TROUBLES)
    if found and hits:
        yield scene.sentence_match(PROVISION, hits[0], "likely", RECEIVED_CASE)


def _no_private_door(scene: Scene) -> bool:
    return not scene.has("private-door")


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED | RECEIVED,
    look=_look,
    stands=_no_private_door,
    wakes=(
        "personal-number",
        "personal-detail",
        "plight",
        "live-surgery",
        "one-at-surgery",
        *casework.WAKES,
        *_TROUBLES,
    ),
    languages=("en", "sco", "cy", "pl"),
)
