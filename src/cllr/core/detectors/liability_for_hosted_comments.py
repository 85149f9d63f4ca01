"""Sees comments for which the owner of a page may come to answer: libel, and a call to harm, left where they are.

Authority: Defamation Act 2013 s.5 and SI 2013/3028 (operators of websites), Tamiz v Google [2013] EWCA Civ 68; the
founding policies. Whether it is libel is for the courts. Quiet on what is said of the councillor or the council.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _received

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cllr.core.scene import Scene

PROVISION = "liability-for-hosted-comments"
LEFT = "The words say that comments about a person stay up though their content is known."


def _look(scene: Scene) -> Iterable[Said]:
    if scene.kind == "comment-received":
        return _received_here(scene)
    return _received.left(scene, PROVISION, LEFT)


def _received_here(scene: Scene) -> Iterator[Said]:
    if not _received.on_a_page(scene):
        return
    for seen in (_received.libel(scene), _received.incitement(scene)):
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)
            return
    if scene.has("hate-hint", "harm-wish"):
        seen = _received.hate(scene)
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED | RECEIVED,
    look=_look,
    wakes=_received.HOSTED,
    languages=("en", "sco"),
)
