"""Sees an online friendship with an officer of the council: a request, an acceptance, private messages.

Authority: the founding policies and the protocol on relations of members and officers; good practice, no law. Who
is an officer is known from the context, or from what the words say he or she does. Quiet: a request declined,
contact in the way of work, thanks, and officers of other bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._voice import STAFF, for_council, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "befriending-council-officers"
BECAUSE = "Your words show an online friendship with an officer of the council."


def _look(scene: Scene) -> Iterator[Said]:
    if for_council(scene) or scene.context.role in STAFF | {"member-of-public"}:
        return
    for hit in scene.hits("friend-request"):
        if others_words(scene, hit) or scene.negated(hit):
            continue
        if scene.has_near(hit, "advising-officer", sentences=1) and not _kept_apart(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", BECAUSE)
            return


def _kept_apart(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "kept-apart", sentences=1)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("friend-request",),
    languages=("en", "sco", "cy", "pl"),
)
