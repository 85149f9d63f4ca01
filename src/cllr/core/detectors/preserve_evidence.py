"""Sees what to copy before anything else: threats, hate, blackmail, doxxing, made-up media, what will vanish.

Authority: the founding policies (keep evidence, then have it taken down); good practice of the police and the Local
Government Association. Quiet on criticism, on bait that is only to be deleted, and on ordinary spam.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import RECEIVED, Detector, Said
from cllr.core.detectors import _received, _threat, _worry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "preserve-evidence"
VANISHES = "The writer means these words to disappear or not to be believed."
BLACKMAIL = "The words demand something from you, or else."
LAID_OPEN = "The words lay open where somebody lives, or ask for it."
COUNTED = "The writer says that he has done this many times and will go on."
MESSAGES = "The messages that are spoken of may be needed later."


def _look(scene: Scene) -> Iterator[Said]:
    for seen in (_threat.threat(scene), _received.hate(scene), _received.incitement(scene), _received.made_up(scene)):
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)
            return
    for tag, because in (("will-vanish", VANISHES), ("blackmailed", BLACKMAIL), ("doxxing", LAID_OPEN)):
        for hit in scene.hits(tag)[:1]:
            if not _received.is_warm(scene):
                yield scene.sentence_match(PROVISION, hit, "likely", because)
                return
    for seen in (_received.posing(scene), _received.colleague(scene)):
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)
            return
    flood = _received.floods(scene)
    if flood is not None:
        yield scene.sentence_match(PROVISION, flood, "possible", COUNTED)
    elif _worry.groomed(scene):
        yield scene.sentence_match(PROVISION, scene.hits("uneasy", "harm-to-me")[0], "possible", MESSAGES)
    elif not _received.is_warm(scene):
        for hit in scene.hits("child-used")[:1]:
            yield scene.sentence_match(PROVISION, hit, "possible", MESSAGES)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=RECEIVED, look=_look, always=True, languages=("en", "sco", "cy", "pl")
)
