"""Sees campaigning or party work with what the council provides: devices, mail, rooms, lists of addresses.

Authority: the Model Code of Conduct (resources of the council are not for party politics); Local Government Act 1986
s.2; UK GDPR Art 5(1)(b) where addresses from casework are used. Quiet: one's own devices, council work, and saying
that council things are not used. Which device a draft is written on is known only where the author says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._council_accounts import offered
from cllr.core.detectors._elections import pleas, stands
from cllr.core.detectors._voice import for_council, others_words
from cllr.core.model import NotChecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "political-use-of-council-equipment"
USED = "You tell of campaign or party work with what the council provides."
DEVICE = "You say that you write on the council's device, and the words are for a campaign."
OFFERED = "A council account offers what the council provides for a campaign."
UNKNOWN = "on which device this is written is not known"


def _look(scene: Scene) -> Iterator[Said]:
    if for_council(scene):
        # What a council's own channels print and film is its work; only an offer to a campaign is not.
        for hit in _kit(scene):
            thing = scene.near(hit, "campaign-thing", sentences=1)
            if thing is not None and scene.has_near(hit, "offers-help", sentences=1):
                yield scene.sentence_match(PROVISION, hit, "sure" if offered(scene, thing) else "likely", OFFERED)
                return
        return
    for hit in _kit(scene):
        if _political(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", USED)
            return
    campaign = pleas(scene) or scene.hits("campaign-thing")
    if not campaign:
        return
    if scene.context.device == "council":
        # The device is a record, not a guess at the words.
        yield scene.match(PROVISION, campaign[0], "sure", DEVICE)
    elif scene.context.device is None and scene.context.capacity is None:
        yield NotChecked(PROVISION, UNKNOWN)


def _kit(scene: Scene) -> Iterator[Hit]:
    for hit in scene.hits("council-kit"):
        if not others_words(scene, hit) and not scene.negated(hit, reach=4) and not scene.is_question(hit):
            yield hit
    for hit in scene.hits("council-premises"):
        if scene.negated(hit) or others_words(scene, hit) or scene.is_question(hit):
            continue
        work = scene.near(hit, "kit-work", sentences=1)
        if work is not None and not scene.negated(work):
            yield hit


def _political(scene: Scene, hit: Hit) -> bool:
    if scene.has_near(hit, "campaign-work", "campaign-thing", "plea-for-vote", sentences=2) or pleas(scene):
        return True
    return stands(scene.context) and scene.has_near(hit, "printed-thing", sentences=1)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("council-kit", "council-premises", "plea-for-vote", "campaign-thing"),
)
