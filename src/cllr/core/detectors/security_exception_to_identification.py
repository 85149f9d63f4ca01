"""Asks whether an exception for safety is on record, where a councillor's profile shows no name.

Authority: the founding policies (a councillor at risk need not be identifiable once the responsible officer was
consulted); no law. Quiet where a name is shown, and where the words say that hiding is by choice alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "security-exception-to-identification"


def _look(scene: Scene) -> Iterator[Said]:
    if scene.context.account == "anonymous" or _profile.unnamed(scene) is None:
        return
    if scene.has("safety-reason"):
        yield scene.ask(
            PROVISION, "exception-recorded", "Your profile gives safety as the reason for showing no name."
        )
    elif not scene.has("hides-who"):
        yield scene.ask(PROVISION, "exception-recorded", "Your profile shows no name and gives no reason.")


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=PROFILE, look=_look, always=True, languages=("en", "sco", "cy", "pl")
)
