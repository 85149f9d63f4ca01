"""Sees that somebody may be in danger: a farewell, a child's hint, a neighbour's worry, an old person robbed.

Authority: one founding policy (safeguarding worries about other users are reported); Care Act 2014 s.42 and Children
Act 1989 s.47 for the councils that receive them. Quiet on figures of speech, campaigns and the past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import RECEIVED, Detector, Said
from cllr.core.detectors import _received, _worry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "safeguarding-concern-report"


def _look(scene: Scene) -> Iterator[Said]:
    seen = _worry.worry(scene)
    if seen is not None:
        yield _received.marked(scene, PROVISION, seen)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=RECEIVED,
    look=_look,
    wakes=("self-harm", "last-things", "despair", "harm-to-me", "uneasy", "sign-of-harm"),
    languages=("en", "sco"),
)
