"""Sees a claim of fact that would harm somebody who can be picked out; knows that asking or winking says it too.

Authority: Defamation Act 2013 ss.1-4 (serious harm; truth, honest opinion, public interest), in Scotland the
Defamation and Malicious Publication (Scotland) Act 2021; Defamation Act 1996 sch.1 (fair and accurate reports).
Quiet on parties, bodies and decisions, on the author's own doings, on doers nobody names, on a report of a court,
auditor or open meeting that says where to check it, and on words that correct or reject the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._allegation import HINTS, WRONGS, claims, takes_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "defamation"
OUTRIGHT = "The words say as fact that somebody who can be picked out did wrong."
AFFIRMED = "What you share says that somebody did wrong, and your own words say that you believe it."
HINTED = "The words hint that somebody who can be picked out did wrong."


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind == "share" and scene.shared is not None and not takes_back(scene) and scene.has("affirms"):
        for claim in claims(scene.shared):
            if claim.outright:
                yield scene.sentence_match(PROVISION, scene.hits("affirms")[0], "likely", AFFIRMED)
                return
    for claim in claims(scene):
        sure: Confidence = "likely" if claim.outright and claim.target in {"named", "firm"} else "possible"
        yield scene.match(PROVISION, claim.hit, sure, OUTRIGHT if claim.outright else HINTED)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=AUTHORED, look=_look, wakes=(*WRONGS, *HINTS, "affirms"),
    wakes_on=("shared_from",), languages=("en", "sco", "cy", "pl"),
)  # fmt: skip
