"""Sees a council channel that promotes a member's own account, page or blog.

Authority: Code of Recommended Practice on Local Authority Publicity (England), 2011; Local Government Act 1986 s.2;
the founding policies (political blogs are never linked; before a poll no member's account is promoted). Quiet: all
members listed alike with their contacts, channels of services, and what members do on accounts of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._council_accounts import boasted, praised, promoted, put_forward, resting
from cllr.core.detectors._elections import standing
from cllr.core.detectors._voice import for_council, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "council-promotion-restrictions"
ACCOUNT = "A council account calls on people to follow or read a member's own page."
BLOG = "A council channel promotes a member's blog."
STAGE = "A council account gives a member or a candidate a stage of his own while a poll is near."
PLUGGED = "The words tell of a council channel that promotes your own page."


def _look(scene: Scene) -> Iterator[Said]:
    if not for_council(scene):
        for hit in own(scene, "plugged-by-council"):
            yield scene.match(PROVISION, hit, "possible", PLUGGED)
        return
    at = standing(scene.context)
    for hit in scene.hits("political-blog"):
        if not scene.has_near(hit, "not-a-member") and not resting(scene, hit):
            yield scene.match(PROVISION, hit, "likely", BLOG)
    for hit in promoted(scene):
        sure: Confidence = "likely" if at.in_period else "possible"
        yield scene.sentence_match(PROVISION, hit, sure, f"{ACCOUNT} {at.note if at.in_period else ''}".strip())
    # The rest of the year a council may let its members speak; before a poll it is publicity for them.
    if at.in_period:
        for hit in praised(scene):
            # The account and the period are known, and so plain a call has no other reading.
            yield scene.sentence_match(PROVISION, hit, "sure", f"{STAGE} {at.note}".strip())
            return
        for hit in (*put_forward(scene), *boasted(scene)):
            yield scene.sentence_match(PROVISION, hit, "likely", f"{STAGE} {at.note}".strip())
            return


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=for_council,
    wakes=("plugged-by-council",),
    wakes_on=("account", "role"),
)
