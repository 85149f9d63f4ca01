"""Sees a damaging claim about a candidate's person, or that a candidate no longer stands.

Authority: Representation of the People Act 1983, s.106 (false statements of fact about personal character or
conduct; s.106(5) on withdrawal); R (Woolas) v Parliamentary Election Court [2010] EWHC 3169 (Admin). Whether a claim
is true is not known here. Quiet on votes, record and politics, on corrections, and where no election is near.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._allegation import WRONGS, Claim, claims, takes_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "false-statement-about-candidate"
NEAR = 120
"""Days before a poll in which a named person whom a rival writes about is taken to be a rival."""
PERSON = "Near an election the words say something damaging about a candidate's person."
WITHDRAWN = "The words say that a candidate is no longer standing."
UNTRUE = "Near an election the words say of somebody what they own is not so."
DOUBTED = "Near an election the words say that a candidate is not what they claim to be."


def _look(scene: Scene) -> Iterator[Said]:
    if not _election_near(scene):
        return
    for text in (scene, scene.shared):
        if text is not None and not takes_back(text) and not takes_back(scene):
            yield from _seen(text)


def _seen(scene: Scene) -> Iterator[Said]:
    meant = scene.has("candidate-meant")
    found = [claim for claim in claims(scene) if _about_a_person(claim)]
    for claim in found:
        if meant or _rival_writes(scene):
            yield scene.match(PROVISION, claim.hit, "likely" if claim.outright and meant else "possible", PERSON)
    for hit in scene.hits("withdrawal-said"):
        if (scene.people or meant) and not scene.negated(hit) and not scene.about_self(hit):
            yield scene.match(PROVISION, hit, "possible", WITHDRAWN)
    for hit in scene.hits("admits-untrue")[:1]:
        if (meant or scene.people) and not found and not scene.quoted(hit):
            yield scene.match(PROVISION, hit, "possible", UNTRUE)
    if found or not meant or not scene.has("nudge", "accusing-frame"):
        return
    for hit in scene.hits("doubted-claim"):
        if scene.has("he-or-she"):
            yield scene.match(PROVISION, hit, "possible", DOUBTED)
            return


def _about_a_person(claim: Claim) -> bool:
    return claim.target in {"named", "likely-name", "somebody"}


def _election_near(scene: Scene) -> bool:
    election, on = scene.context.election, scene.context.on
    if election is None:
        return False
    return on is None or 0 <= (election.poll - on).days <= NEAR


def _rival_writes(scene: Scene) -> bool:
    election = scene.context.election
    return scene.context.role == "candidate" or (election is not None and election.candidate is True)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(*WRONGS, "withdrawal-said", "doubted-claim", "accusing-frame", "admits-untrue"),
    languages=("en", "sco", "cy", "pl"),
)
