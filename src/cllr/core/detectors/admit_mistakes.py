"""Sees a mistake taken down in silence, denied, laughed off, pinned on another or left standing.

Authority: the founding policies (admit a mistake and do not cover it up). Quiet where the words name what was wrong,
correct it or say sorry, unless they say in the same breath that nobody is to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "admit-mistakes"
COVERED = "Your words speak of covering up, denying or shifting a mistake."
LEFT = "Your words own that something was wrong, and leave it standing or hush it up."


def _look(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("cover-plan"):
        if not scene.quoted(hit) and not _owned(scene):
            yield scene.match(PROVISION, hit, "likely", COVERED)
            return
    for hit in scene.hits("hushed"):
        if scene.has_near(hit, "error-own", sentences=1) and not scene.quoted(hit) and not _owned(scene):
            yield scene.match(PROVISION, hit, "possible", LEFT)
            return


def _owned(scene: Scene) -> bool:
    """Say whether the mistake is owned, and not merely spoken of ("no apology", "quietly changed the figure")."""
    plans = scene.hits("cover-plan")
    return any(
        not scene.negated(hit) and not any(plan.first < hit.last and hit.first < plan.last for plan in plans)
        for hit in scene.hits("mistake-owned")
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("cover-plan", "hushed"),
    languages=("en", "sco", "cy", "pl"),
)
