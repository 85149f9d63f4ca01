"""Sees that the author writes after drink, without sleep, or shaking with anger.

Authority: good practice in the founding policies; no law. The hour alone says nothing: it is asked about only
where the local time is known and falls in the quiet hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "pause-before-posting"
QUIET_HOURS = (23, 6)
"""From eleven at night to six in the morning, local time."""


def _look(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("drink"):
        if not scene.reported(hit):
            yield scene.match(PROVISION, hit, "likely", "The words say that you post after a drink.")
    for hit in scene.hits("tired-or-upset"):
        if not scene.reported(hit):
            yield scene.match(PROVISION, hit, "likely", "The words say that you are tired or upset as you post.")
    at = scene.context.local_time
    if at is not None and (at.hour >= QUIET_HOURS[0] or at.hour < QUIET_HOURS[1]):
        yield scene.ask(PROVISION, "same-words-tomorrow", "It is late where you are.")


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=AUTHORED, look=_look, wakes=("drink", "tired-or-upset"), wakes_on=("local_time",)
)
