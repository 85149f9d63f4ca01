"""Sees that somebody connects with just anybody: requests accepted or people followed without a look.

Authority: the founding policies (think before following or befriending); good practice, no law. Quiet: limits on
whom one accepts, a public page that everybody may follow, and welcomes to an event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._voice import for_council, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "connection-discretion"
BECAUSE = "The words say that you connect with people without knowing who they are."


def _look(scene: Scene) -> Iterator[Said]:
    if for_council(scene) or scene.context.role == "member-of-public":
        return
    for hit in scene.hits("accepts-anybody") if scene.has("connecting") else ():
        if not others_words(scene, hit) and scene.has_near(hit, "connecting", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "likely", BECAUSE)
            return
    if not scene.has("platform-friend") or not scene.has("takes-in"):
        return
    for hit in scene.hits("careless"):
        if not others_words(scene, hit) and _lets_in(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", BECAUSE)
            return


def _lets_in(scene: Scene, hit: Hit) -> bool:
    """Say whether somebody is accepted as a friend or follower near words of carelessness."""
    of = scene.view.of_sentence
    lets_in = (h for h in scene.hits("takes-in") if abs(of[h.first] - of[hit.first]) <= 1 and h is not hit)
    return (
        any(not scene.negated(h, reach=1) for h in lets_in)
        and scene.has_near(hit, "platform-friend", sentences=1)
        and not scene.has_near(hit, "careful-with-requests", sentences=1)
        and not scene.is_question(hit)
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("connecting", "platform-friend"),
    languages=("en", "sco", "cy", "pl"),
)
