"""Sees a question that waits (asked again; whom, how, where or when to ask) and a reply that waves it away.

Authority: one founding policy (answer in time or put people in touch with somebody who can). Quiet on rhetorical
questions and criticism, and where the words are something else first: a threat, a trick, a flood, a worry. A reply
that names whom to ask is quiet too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _received, _threat, _worry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "responsiveness-and-signposting"
WAVED_AWAY = "You wave a question away without an answer or a contact."


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind != "comment-received":
        if scene.kind in {"reply", "comment"} and not scene.has("signposts"):
            for hit in scene.hits("brushes-off")[:1]:
                if not scene.reported(hit):
                    yield scene.sentence_match(PROVISION, hit, "likely", WAVED_AWAY)
        return
    seen = _received.question(scene)
    if seen is None or scene.has("bait") or _received.floods(scene):
        return
    first = (_threat.threat, _received.hate, _worry.worry, _received.stranger, _received.posing)
    if all(other(scene) is None for other in first):
        yield _received.marked(scene, PROVISION, seen)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED | RECEIVED,
    look=_look,
    wakes=("asks-again", "asks-pointer", "brushes-off"),
    languages=("en", "sco", "cy", "pl"),
)
