"""Sees contempt for a belief, or for a war and those it touches, and a council's account that takes a side.

Authority: good practice in the founding policies; for a council's account also Local Government Act 1986 s.2 and the
Code of Recommended Practice on publicity. Quiet: greetings, vigils and commemoration, practical notices, a view put
without contempt. No side of any question is treated differently from another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._treatment import told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "controversial-topics"
FAITH = "The words laugh at belief as such."
WAR = "The words wave away a conflict and the people it touches."
NO_MIDDLE = "The words leave no room for anybody who stands elsewhere on a conflict."
COUNCIL = "A council's account takes a side in what divides people."


def _look(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("faith-scorn"):
        if not told_of(scene, hit):
            yield scene.match(PROVISION, hit, "possible", FAITH)
            return
    for tag, because in (("conflict-scorn", WAR), ("no-middle", NO_MIDDLE)):
        for hit in scene.hits(tag):
            if not told_of(scene, hit) and scene.has_near(hit, "conflict", sentences=2):
                yield scene.match(PROVISION, hit, "possible", because)
                return
    if scene.context.account == "council":
        for hit in scene.hits("takes-side"):
            if scene.has_near(hit, "conflict", "divides", sentences=1) and not scene.quoted(hit):
                yield scene.match(PROVISION, hit, "possible", COUNCIL)
                return


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("faith-scorn", "conflict-scorn", "no-middle", "takes-side"),
)
