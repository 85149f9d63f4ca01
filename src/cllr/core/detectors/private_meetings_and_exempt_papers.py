"""Sees that a meeting or paper closed to the public is reported or passed on.

Authority: Local Government Act 1972 s.100A and Schedule 12A; Public Bodies (Admission to Meetings) Act 1960 s.1
(parishes); the founding policies. Anybody may report the open part of a meeting (SI 2014/2095). To say that an item
is private tells nothing: what was said there has to follow. An open source, or keeping it back, quiets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core import people
from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _closed_doors as doors
from cllr.core.detectors import _exempt_papers as papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "private-meetings-and-exempt-papers"
PAPER = "Your words hold a {kind} of a paper that is closed to the public."
REPORT = "You tell what was said or decided where the public was shut out."
INTERNAL = "You tell what was said in an internal meeting or briefing."
ITEM = "You say what became of an item that the meeting takes in private."
SLIDE = "What you attach is described as a closed paper or briefing."


def _look(scene: Scene) -> Iterator[Said]:
    if doors.public(scene):
        return
    for echo in papers.echoes(scene):
        sure = papers.how_sure(scene, echo)
        yield scene.match(PROVISION, (echo.first, echo.last), sure, PAPER.format(kind=echo.kind))
    if doors.kept_back(scene) or doors.wants_it_open(scene):
        return
    for hit in scene.hits("closed-mark", "press-out"):
        if doors.substance(scene, hit) or scene.has_near(hit, "tip-off", sentences=2):
            yield scene.sentence_match(PROVISION, hit, "likely", REPORT)
    for hit in scene.hits("internal-meeting"):
        if doors.substance(scene, hit, 1) and scene.has_near(hit, "secret-frame", "closed-mark", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "likely", INTERNAL)
    item = doors.about_exempt_item(scene)
    if item is not None and (people.sums(scene.view) or scene.has("said-inside", *doors.HINTS)):
        yield scene.match(PROVISION, item, "possible", ITEM)
    if doors.closed_attachment(scene) and scene.has("closed-mark", "handed-out"):
        yield scene.match(PROVISION, None, "likely", SLIDE)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("closed-mark", "press-out", "internal-meeting"),
    wakes_on=("exempt_text", "attachments", "meeting"),
    languages=("en", "sco"),
)
