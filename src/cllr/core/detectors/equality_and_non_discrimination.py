"""Sees words that demean people for a protected characteristic, and says which.

Authority: Equality Act 2010 s.4 (the nine characteristics), s.26 (harassment) and s.149 (the council's duty); the
Code of Conduct on discrimination (LGA Model Code 2020, part 2). Quiet: quotation, report and condemnation of such
words; welcome and solidarity; policy discussion; a belief plainly put. Manner is looked at, never belief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _slight
from cllr.core.detectors._treatment import told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "equality-and-non-discrimination"
_SLANTED = ("set-apart", "turned-from", "slant-strong")
SLANTED = "The words seem to bring in scorn for people for what they are."
REFUSED = "The words turn people away, or urge others to, for what they are."


def _look(scene: Scene) -> Iterator[Said]:
    for text in (scene, scene.shared):
        if text is None or (text is not scene and scene.has("distance-taken", "condemnation")):
            continue
        for slight in _slight.slights(text):
            because = f"The words touch a protected characteristic ({slight.of}) in a way that demeans people."
            yield text.match(PROVISION, slight.hit, "likely" if slight.strong else "possible", because)
        slanted = (_slight.set_apart(text) or _slight.slanted(text)) if text.has(*_SLANTED) else None
        if slanted is not None:
            yield text.match(PROVISION, slanted, "possible", SLANTED)
        for hit in text.hits("refuses-group"):
            if not told_of(text, hit):
                yield text.match(PROVISION, hit, "possible", REFUSED)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(*_slight.WAKES, "refuses-group", *_SLANTED),
    languages=("en", "sco", "cy", "pl", "ur"),
)
