"""Asks about pictures of children and of people at risk; speaks where the words name a child or consent is missing.

Authority: the founding policies (a parent's clear agreement, or avoid altogether); UK GDPR Article 6 and recital 38
(children merit specific protection). Backs of heads and signed forms are asked about too, so that it can be recorded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _pictures as pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "children-and-vulnerable-images"
NAMED = "The words tell which child is in the picture, or where the child can be found."
UNWILLING = "The words say that nobody agreed to the picture of a child or of somebody at risk."
_AGED = re.compile(r"\b[A-Z][a-z]{1,15},? \(?(?:aged? )?(?:[4-9]|1[0-7])\)")


def _look(scene: Scene) -> Iterator[Said]:
    shown = pictures.children_shown(scene)
    if shown and (scene.has("child-whereabouts") or _AGED.search(scene.text)):
        hits = scene.hits("child-whereabouts")
        yield (
            scene.sentence_match(PROVISION, hits[0], "likely", NAMED)
            if hits
            else scene.whole(PROVISION, "likely", NAMED)
        )
        return
    people = pictures.people_shown(scene)
    at_risk = bool(people) and scene.has("at-risk")
    unwilling = pictures.against_wish(scene) if shown or at_risk else None
    if unwilling is not None:
        yield scene.sentence_match(PROVISION, unwilling, "likely", UNWILLING)
        return
    maybe = shown is None and scene.has("children") and (scene.has("picture") or people)
    if shown or maybe or pictures.young(scene):
        yield scene.ask(PROVISION, "child-or-at-risk", "A child may be seen in what you show.")
    elif at_risk:
        yield scene.ask(PROVISION, "child-or-at-risk", "Somebody at risk may be seen in what you show.")


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("picture",),
    wakes_on=("attachments",),
    languages=("en", "sco", "cy"),
)
