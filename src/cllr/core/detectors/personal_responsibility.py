"""Sees that the author says he does not answer for what goes out under his name.

Authority: the founding policies; the publisher answers in law (Defamation Act 2013; Data Protection Act 2018). A line
in a profile changes nothing. "Views my own" says the opposite and is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._voice import others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "personal-responsibility"
BECAUSE = "The words pass on the answer for what is published under your name."


def _look(scene: Scene) -> Iterator[Said]:
    # "Don't hold me to it" disowns a page in a profile, and one guess in a post.
    loose = ("disowns-profile",) if scene.kind == "profile" else ()
    for hit in scene.hits("disowns", "disowns-more", *loose):
        if not others_words(scene, hit):
            yield scene.match(PROVISION, hit, "likely", BECAUSE)
            return


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("disowns", "disowns-more", "disowns-profile"),
    languages=("en", "sco", "cy", "pl"),
)
