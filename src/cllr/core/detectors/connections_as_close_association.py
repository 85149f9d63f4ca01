"""Sees a link between the author and somebody whose matter is to be decided; asks where a link is known and no more.

Authority: Localism Act 2011, s.31 (disclosable pecuniary interests); LGA Model Code of Conduct 2020, appendix B
(close associates). Contact alone settles nothing. Quiet where the link, or standing aside, is told openly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._ties import decides, names_in, ties_named, told_openly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "connections-as-close-association"
OWN = "own-link"
DECLARED = "declared"
PENDING = "You write about somebody close to you, and a matter that concerns them waits for your committee."
TREATED = "The words tell of time spent with, or a treat from, somebody whose matter waits for your committee."
TOOK_PART = "The words tell of a business of your family, and that you took part where it came up."
SUPPLIER = "The words tell of closeness to a business, and your committee deals with such business."

_OWN = frozenset(["i", "im", "ive", "me", "my", "we", "weve", "us", "our", "man", "id", "mine"])


def _look(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("kin-business"):
        if scene.has_near(hit, "took-part", sentences=1) and not scene.reported(hit):
            yield scene.sentence_match(PROVISION, hit, "likely", TOOK_PART)
            return
    ties = ties_named(scene)
    if not ties and not scene.has("treated-by", "hats-mixed"):
        return
    if told_openly(scene):
        if ties:
            yield scene.ask(PROVISION, DECLARED, "Somebody you are linked to is named.")
        return
    if any(tie.pending for tie in ties):
        yield scene.match(PROVISION, None, "likely", PENDING)
        return
    treats = scene.hits("treated-by")
    own = not _OWN.isdisjoint(scene.words)
    if treats and own:
        waiting = [m for m in scene.context.pending_matters or () if decides(scene, m) and names_in(scene, m.subject)]
        if waiting:
            yield scene.match(PROVISION, treats[0], "likely", TREATED)
            return
        if _deals_with_business(scene) and (scene.firms or ties) and scene.has("stake-word"):
            yield scene.match(PROVISION, treats[0], "possible", SUPPLIER)
            return
    if ties:
        yield scene.ask(PROVISION, DECLARED, "Somebody you are linked to is named.")
    elif scene.has("hats-mixed") and scene.has("signs-off"):
        yield scene.ask(PROVISION, OWN, "Several of your roles meet in one matter.")


def _deals_with_business(scene: Scene) -> bool:
    return any(
        word in held.lower()
        for held in scene.context.committees or ()
        for word in ("procurement", "contract", "planning", "licensing", "property", "finance", "cabinet")
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("treated-by", "hats-mixed", "kin-business"),
    wakes_on=("associates", "interests"),
    languages=("en", "sco"),
)
