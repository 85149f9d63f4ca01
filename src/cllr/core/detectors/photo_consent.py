"""Asks whether people in a picture agreed; speaks where the words say that they did not, or do not know.

Authority: UK GDPR Article 6; the founding policies (permission to take and to post). Consent that the words claim is
asked about too, so that it can be recorded. Quiet: a picture without people, or of the author alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _pictures as pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "photo-consent"
UNWILLING = "The words say that somebody in the picture did not agree to it, or does not know of it."


def _look(scene: Scene) -> Iterator[Said]:
    shown = pictures.people_shown(scene)
    if shown is False:
        return
    hit = pictures.against_wish(scene)
    if hit is not None and (shown or _taken(scene)):
        yield scene.sentence_match(PROVISION, hit, "likely", UNWILLING)
    elif shown and not scene.has("own-picture"):
        yield scene.ask(PROVISION, "did-they-agree", "People can be seen in what you attach.")


def _taken(scene: Scene) -> bool:
    """Say whether a picture is spoken of where no attachment is known."""
    return scene.has("picture")


def _people_shown(scene: Scene) -> bool:
    return pictures.people_shown(scene) is not False


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_people_shown,
    wakes=("picture",),
    wakes_on=("attachments",),
    languages=("en", "sco"),
)
