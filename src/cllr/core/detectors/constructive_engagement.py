"""Sees criticism turned away: a resident sent off, questions neither read nor answered, scorn for an answer.

Authority: good practice in the founding policies; no law. Quiet: a reason why one may not answer, an answer by
another road, abuse left unanswered. Nobody has to answer everybody; this is about a door shut in the face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "constructive-engagement"
AWAY = "The words send a critic away instead of answering."
UNREAD = "The words say that you neither read nor answer what people write to you."
TAGS = {"turned-away": AWAY, "refuses-answers": UNREAD}


def _look(scene: Scene) -> Iterator[Said]:
    for tag, because in TAGS.items():
        for hit in scene.hits(tag):
            if scene.quoted(hit) or scene.has_near(hit, "reason-given", sentences=1) or scene.has("own-joke"):
                continue
            if tag == "turned-away" and scene.kind not in {"reply", "comment", "message", "forum-post"}:
                continue
            yield scene.match(PROVISION, hit, "possible", because)
            return


DETECTOR = Detector(provisions=(PROVISION,), kinds=AUTHORED, look=_look, wakes=tuple(TAGS))
