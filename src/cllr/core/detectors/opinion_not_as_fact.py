"""Sees a judgement declared to be a fact, or a claim to speak for everybody.

Authority: the founding policies; Defamation Act 2013, s.3 (an opinion has to be recognisable as one). Quiet where a
source is given, where the words say that it is a view, and on votes that were unanimous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "opinion-not-as-fact"
FACT = "The words declare a judgement to be a fact."
ALL = "The words say that everybody thinks alike, which nobody has counted."


def _look(scene: Scene) -> Iterator[Said]:
    if scene.has("link-given", "as-opinion"):
        return
    for hit in scene.hits("called-fact"):
        if scene.negated(hit) or scene.is_question(hit) or scene.quoted(hit):
            continue
        if scene.has_near(hit, "judgement-of-things", "all-agree", sentences=1):
            yield scene.match(PROVISION, hit, "possible", FACT)
            break
    hits = scene.hits("all-agree")
    if len(hits) > 1 or (hits and scene.has("called-fact")):
        yield scene.match(PROVISION, hits[0], "possible", ALL)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=AUTHORED, look=_look, wakes=("called-fact", "all-agree"), languages=("en", "sco")
)
