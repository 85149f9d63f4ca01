"""Sees a council account that sells or promotes what belongs to a member, an officer or their family.

Authority: the founding policies (council accounts are for council matters); the Model Code of Conduct (no advantage
for oneself or others, use of resources). Quiet: markets and events with all who take part, the council's own sales
and fees, and what people sell from accounts of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._voice import for_council, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "council-accounts-no-personal-promotion"
BECAUSE = "A council account promotes what belongs to a member, an officer or their family."
_THIRD = frozenset({"his", "her"})


def _look(scene: Scene) -> Iterator[Said]:
    if not for_council(scene):
        return
    for hit in scene.hits("own-tie"):
        if others_words(scene, hit) or scene.has_near(hit, "interest-told", sentences=1):
            continue
        if scene.words[hit.first] in _THIRD and not scene.has_near(hit, "member-named", "officer-team", sentences=1):
            continue
        if scene.has_near(hit, "sells", sentences=2):
            yield scene.sentence_match(PROVISION, hit, "likely", BECAUSE)
            return


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=AUTHORED, look=_look, stands=for_council, wakes_on=("account", "role")
)
