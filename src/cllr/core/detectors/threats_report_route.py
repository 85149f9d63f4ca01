"""Sees a threat in what a councillor receives, open or veiled: harm, weapons, home, family, a wish of death.

Authority: Online Safety Act 2023 s.181 (threatening communications), Protection from Harassment Act 1997, the
founding policies (report to the group leader, the officers named, the police). What one knows of a home or a family
counts only beside a warning. Quiet on contests, laughter among friends, the ballot box, thanks, and on whoever
stands by the person threatened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import RECEIVED, Detector, Said
from cllr.core.detectors import _received, _threat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "threats-report-route"


def _look(scene: Scene) -> Iterator[Said]:
    seen = _threat.threat(scene) or _received.harasses(scene)
    if seen is not None:
        yield _received.marked(scene, PROVISION, seen)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=RECEIVED, look=_look, always=True, languages=("en", "sco", "cy", "pl")
)
