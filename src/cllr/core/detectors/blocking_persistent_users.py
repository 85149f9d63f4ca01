"""Sees somebody who says that he floods a page, and an author who blocks people for a view or a question.

Authority: one founding policy (persistent vexatious users may be blocked); Human Rights Act 1998, article 10 (a
reason is needed; disagreement is none). A flood takes two signs: counted messages, every thread, new names, until
he is given his way. Quiet on disagreement, on a question asked two or three times, on blocks for abuse or spam.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "blocking-persistent-users"
BECAUSE = "The writer says that the same comes again and again, whatever you answer."
FOR_A_VIEW = "The words say that people are blocked for a view or a question, which is no reason to block."


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind in AUTHORED:
        yield from _blocks(scene)
        return
    flood = _received.floods(scene)
    if flood is not None and _received.harasses(scene) is None:
        yield scene.sentence_match(PROVISION, flood, "likely", BECAUSE)


def _blocks(scene: Scene) -> Iterator[Said]:
    """See that the author tells of blocking people for no more than a view or a question."""
    if not scene.has("block-told"):
        return
    for hit in scene.hits("blocks-for-view")[:1]:
        if not (scene.quoted(hit) or scene.negated(hit)):
            yield scene.sentence_match(PROVISION, hit, "possible", FOR_A_VIEW)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=RECEIVED | AUTHORED,
    look=_look,
    wakes=(
        "numbered-message",
        "every-thread",
        "dodges-block",
        "came-back",
        "until-you",
        "keeps-on",
        "blocks-for-view",
    ),
    languages=("en", "sco"),
)
