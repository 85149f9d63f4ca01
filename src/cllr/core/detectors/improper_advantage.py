"""Sees office turned to gain or held over somebody: favours traded, a seat used for oneself or one's own, a threat.

Authority: LGA Model Code of Conduct 2020, paragraph 6 (using one's position to the advantage or disadvantage of
anyone); Localism Act 2011, ss.26-28; Bribery Act 2010, ss.1-2. Quiet on a trade advertised on one's own account, on
an interest told openly, on help open to everybody, and on favours refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._ties import told_openly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "improper-advantage"
PLUG = "A council's account advertises the trade of a member."
WAYS = {
    "favour-traded": "The words offer what your seat can do in return for something.",
    "office-threat": "The words hold your seat over somebody.",
    "own-gain": "The words tell of a gain that comes to you or your own through your seat.",
}


def _look(scene: Scene) -> Iterator[Said]:
    context = scene.context
    if context.role == "member-of-public" or told_openly(scene):
        return
    plug = next(iter(scene.hits("member-trade")), None) if context.account == "council" else None
    if plug is not None and scene.has("custom-sought"):
        yield scene.match(PROVISION, plug, "possible", PLUG)
        return
    for tag, because in WAYS.items():
        for hit in scene.hits(tag):
            if scene.reported(hit) or scene.negated(hit, reach=2):
                continue
            if not (scene.has_near(hit, "office-lever", sentences=2) or context.committees):
                continue
            if tag == "favour-traded" and scene.has_near(hit, "open-to-everybody"):
                continue
            yield scene.match(PROVISION, hit, "possible", because)
            return


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(*WAYS, "member-trade"),
    languages=("en", "sco"),
)
