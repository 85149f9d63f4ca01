"""Sees a colleague who belittles or harasses the person addressed, and a report of such a colleague.

Authority: one founding policy (tell the clerk or the chair); Localism Act 2011 s.27 (the code of conduct). Quiet on
robust disagreement between members.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import RECEIVED, Detector, Said
from cllr.core.detectors import _received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "colleague-harassment-report"


def _look(scene: Scene) -> Iterator[Said]:
    seen = _received.colleague(scene)
    if seen is not None:
        yield _received.marked(scene, PROVISION, seen)


DETECTOR = Detector(provisions=(PROVISION,), kinds=RECEIVED, look=_look, always=True, languages=("en", "sco"))
