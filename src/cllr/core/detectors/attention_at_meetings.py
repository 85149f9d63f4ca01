"""Sees that somebody posts from a meeting with the mind elsewhere: games, a match, no idea what was voted on.

Authority: the founding policies (use at meetings is discreet and takes nothing from the debate); a decision can be
challenged where a member did not attend to it. A short, allowed report of an open meeting is free (SI 2014/2095).
Quiet: the meeting is known to be over, or an officer reports as is his job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _closed_doors as doors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "attention-at-meetings"
ELSEWHERE = "The words say that your mind was elsewhere while the meeting went on."
REPORTING = "You report live from the part of a meeting that is closed."


def _look(scene: Scene) -> Iterator[Said]:
    meeting = scene.context.meeting
    going_on = meeting.in_progress if meeting is not None else None
    if going_on is False or scene.context.role in {"officer", "clerk", "member-of-public"}:
        return
    for hit in scene.hits("elsewhere-in-mind"):
        if going_on or scene.has_near(hit, "in-the-room", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "likely" if going_on else "possible", ELSEWHERE)
    if going_on and scene.has("press-out") and not doors.kept_back(scene) and not doors.public(scene):
        hit = scene.hits("press-out")[0]
        if scene.has("said-inside", "handed-out"):
            yield scene.sentence_match(PROVISION, hit, "possible", REPORTING)


def _in_a_meeting(scene: Scene) -> bool:
    meeting = scene.context.meeting
    return meeting is not None and meeting.in_progress is True


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_in_a_meeting,
    wakes=("in-the-room",),
    wakes_on=("meeting",),
    languages=("en", "sco"),
)
