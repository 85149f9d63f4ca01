"""Sees a profile that names an office and says nothing of whose views it holds.

Authority: the founding policies (a profile that names the councillor states that its views are personal); no law.
Quiet where any wording says so ("for the council, ask the council"), on accounts that are private, the council's or
nameless, and on profiles that name no office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "disclaimer-views-own"
BECAUSE = "The profile names your office and does not say that the views are yours and not the council's."


def _look(scene: Scene) -> Iterator[Said]:
    if not _profile.members(scene) or scene.context.account not in {None, "councillor"}:
        return
    lines = _profile.lines(scene)
    if _profile.disclaims(scene) or _profile.is_private(scene, lines):
        return
    held = _profile.office(scene, lines)
    if held is not None:
        # Where the author gives his words out as the council's, the want of the line is no guess.
        yield scene.match(PROVISION, held, "sure" if scene.has("as-the-council") else "likely", BECAUSE)


def _leaves_it_open(scene: Scene) -> bool:
    return not _profile.disclaims(scene)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PROFILE,
    look=_look,
    always=True,
    languages=("en", "sco", "cy", "pl"),
    stands=_leaves_it_open,
)
