"""Sees instructions or unconfirmed news in an emergency that those who lead the response have not given.

Authority: the founding policies (talk to those in charge first); Civil Contingencies Act 2004 (who warns and
informs), general knowledge. Where an emergency is known, an instruction of one's own or hearsay speaks; where none
is known, only an instruction set against the responders does. Quiet: the responders' own message, passed on with its
source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "emergency-posting"
ORDER = "The words tell people what to do in an emergency, and not on the word of those who lead the response."
RUMOUR = "The words pass on news of an emergency that nobody has confirmed."


def _look(scene: Scene) -> Iterator[Said]:
    known = scene.context.emergency is not None
    defiant = scene.has("against-the-responders")
    official = scene.has("official-line") and not defiant
    if official:
        return
    for hit in scene.hits("order-of-ones-own"):
        if known or (scene.has("grave-news") and (defiant or scene.has("heard-of-the-emergency")) and _urgent(scene)):
            yield scene.sentence_match(PROVISION, hit, "likely" if known else "possible", ORDER)
    for hit in scene.hits("heard-of-the-emergency") if known else ():
        if scene.has_near(hit, "grave-news", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "possible", RUMOUR)


def _urgent(scene: Scene) -> bool:
    return not {"now", "immediately", "quick", "out", "evacuate", "🚨"}.isdisjoint(scene.words)


def _in_an_emergency(scene: Scene) -> bool:
    return scene.context.emergency is not None


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_in_an_emergency,
    wakes=("order-of-ones-own",),
    wakes_on=("emergency",),
    languages=("en", "sco"),
)
