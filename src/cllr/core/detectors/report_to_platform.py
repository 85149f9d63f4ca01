"""Sees what the platform can deal with: an account posing as the councillor, made-up media, scams, threats, hate.

Authority: the founding policies (use the platform's own reporting tools; what may be a crime is reported as soon as
seen). Quiet on a new page that somebody announces as his own, and on talk about artificial intelligence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import RECEIVED, Detector, Said
from cllr.core.detectors import _received, _threat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detectors._threat import Seen
    from cllr.core.scene import Scene

PROVISION = "report-to-platform"


def _look(scene: Scene) -> Iterator[Said]:
    for seen in (
        _received.posing(scene),
        _received.made_up(scene),
        _received.scam(scene),
        *(_criminal(scene) if _received.on_a_page(scene) else ()),
    ):
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)
            return


def _criminal(scene: Scene) -> Iterator[Seen]:
    """Yield what the platform's own rules forbid as the law does: threats, hate, calls to harm somebody."""
    for seen in (_threat.threat(scene), _received.hate(scene), _received.incitement(scene)):
        if seen is not None and seen.confidence == "likely":
            yield seen


DETECTOR = Detector(provisions=(PROVISION,), kinds=RECEIVED, look=_look, always=True, languages=("en", "sco"))
