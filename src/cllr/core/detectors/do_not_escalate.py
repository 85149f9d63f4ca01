"""Sees a quarrel carried on for its own sake: rounds counted, an opponent dared, an evening cleared for it.

Authority: good practice in the founding policies (silence first, or one calm answer); no law. Quiet: a quarrel
brought to an end, a correction with its source, contests and rounds of other things. How heated a thread is, is not
known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "do-not-escalate"
BECAUSE = "The words carry a quarrel on for its own sake."
_SCORN = ("insult-name", "wit-jibe", "looks-jibe", "put-down", "turned-away", "refuses-answers")
"""Beside a dare these make a quarrel of it: an insult, or a person brushed off."""
CUES = ("row-count", "row-ready", "row-dare")


def _look(scene: Scene) -> Iterator[Said]:
    if scene.has("row-calm"):
        return
    vow = _first(scene, "row-vow")
    if vow is not None:
        yield scene.match(PROVISION, vow, "likely", BECAUSE)
        return
    snarl = _first(scene, "row-dare")
    if snarl is not None and scene.has_near(snarl, *_SCORN, sentences=1):
        yield scene.match(PROVISION, snarl, "possible", BECAUSE)
        return
    held = [hit for tag in CUES if (hit := _first(scene, tag)) is not None]
    if len(held) >= 2 or len(_apart(scene)) >= 3:
        first = min(held, key=lambda hit: hit.first)
        yield scene.match(PROVISION, first, "likely" if len(held) > 2 else "possible", BECAUSE)


def _first(scene: Scene, tag: str) -> Hit | None:
    return next((hit for hit in scene.hits(tag) if not scene.quoted(hit)), None)


def _apart(scene: Scene) -> list[Hit]:
    """Return cues that do not overlap."""
    kept: list[Hit] = []
    for hit in scene.hits(*CUES):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=frozenset({"reply", "comment", "forum-post", "message"}),
    look=_look,
    wakes=("row-vow", *CUES),
)
