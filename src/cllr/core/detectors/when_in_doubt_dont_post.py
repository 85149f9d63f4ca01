"""Sees that the author doubts whether this may be posted, and posts it.

Authority: the founding policies (when unsure, do not post until it is cleared). Quiet where the doubt leads to not
posting or to asking first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "when-in-doubt-dont-post"
BECAUSE = "The words say that you are not sure this may be posted."
SHRUG = "The words shrug off something that may have to be cleared before you post."


def _look(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("unsure-if-allowed"):
        if not (scene.reported(hit) or _asks_first(scene, hit)):
            yield scene.match(PROVISION, hit, "likely", BECAUSE)
            return
    for hit in scene.hits("shrugs-it-off"):
        if scene.has_near(hit, "held-back", sentences=1) and not scene.reported(hit):
            yield scene.match(PROVISION, hit, "possible", SHRUG)
            return


def _asks_first(scene: Scene, hit: Hit) -> bool:
    """Say whether the author waits or asks rather than go on."""
    return scene.has_near(hit, "asks-first", sentences=1) and not scene.has("shrugs-it-off")


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("unsure-if-allowed", "shrugs-it-off"),
    languages=("en", "sco", "cy", "pl"),
)
