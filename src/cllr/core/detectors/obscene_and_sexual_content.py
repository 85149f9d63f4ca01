"""Sees sexual material: film and pictures offered or shared, acts told crudely, sexual jokes about a person.

Authority: Sexual Offences Act 2003 ss.66B to 66D (sharing intimate images), Abusive Behaviour and Sexual Harm
(Scotland) Act 2016 s.2, Obscene Publications Act 1959 s.1, Communications Act 2003 s.127. Quiet: health, art, law,
charity calendars, animals and place names; swearing at a drain. Pictures are not looked into, only what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._treatment import Aims, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "obscene-and-sexual-content"
SHOWN = "The words offer or share a sexual picture or film."
TOLD = "The words tell of a sexual act in a crude way."
_ACTS = ("sex act", "sexual act", "having sex", "sexual intercourse", "masturbat")
JOKE = "The words make a sexual joke about a person."


def _look(scene: Scene) -> Iterator[Said]:
    if _pictured(scene):
        yield scene.whole(PROVISION, "sure", SHOWN)
        return
    shared = scene.shared
    for text in (scene, shared):
        if text is None or text.has("sex-decent") or (text is shared and scene.has("distance-taken", "sex-decent")):
            continue
        for hit in text.hits("sex-media"):
            if not text.quoted(hit) and not told_of(text, hit) and _sexual(text, scene):
                yield text.match(PROVISION, hit, "likely", SHOWN)
                return
        for hit in text.hits("sex-explicit", "sex-crude"):
            if not text.quoted(hit) and not told_of(text, hit):
                yield text.match(PROVISION, hit, "sure" if hit.tag == "sex-explicit" else "likely", TOLD)
                return
    if scene.has("sex-decent", "own-joke"):
        return
    aims = Aims(scene)
    for hit in scene.hits("bed-jibe"):
        seen = None if told_of(scene, hit) else aims.at(hit)
        if seen is not None and (seen.who != "you" or scene.has("sex-sign")):
            yield scene.match(PROVISION, hit, "likely", JOKE)
            return


def _pictured(scene: Scene) -> bool:
    """Say whether the picture's own description tells of an act, and the words leer at it."""
    alts = [(a.alt or "").lower() for a in scene.context.attachments or ()]
    shown = any(act in alt for alt in alts for act in _ACTS)
    return shown and scene.has("sex-sign") and not scene.has("condemnation", "abuse-told")


def _sexual(text: Scene, scene: Scene) -> bool:
    if text.has("sex-sign") or scene.has("sex-sign"):
        return True
    shown = " ".join((a.alt or "").lower() for a in scene.context.attachments or ())
    return any(word in shown for word in ("undressed", "naked", "nude", "topless", "genital", "sexual", "couple in"))


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("sex-media", "sex-explicit", "sex-crude", "bed-jibe"),
    wakes_on=("attachments",),
)
