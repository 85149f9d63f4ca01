"""Asks whether a council account is among those that pause before a poll.

Authority: the founding policies (some accounts close for a time before elections; which, the council says); Code of
Recommended Practice on Local Authority Publicity (England), 2011, on hosted third-party content. Asked only for a
council account near a poll, and where the words are about members or about the page itself; services are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._council_accounts import credited, promoted
from cllr.core.detectors._elections import COUNCIL_PAGE_DAYS, standing
from cllr.core.detectors._voice import for_council

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "account-closure-pre-election"
BECAUSE = "You write from a council account, and a poll is near."


def _look(scene: Scene) -> Iterator[Said]:
    if not for_council(scene) or scene.context.election is None:
        return
    at = standing(scene.context)
    if at.days is not None and not 0 <= at.days <= COUNCIL_PAGE_DAYS:
        return
    if scene.has("page-rests") or any(credited(scene)) or any(promoted(scene)):
        yield scene.ask(PROVISION, "on-the-list", BECAUSE)


DETECTOR = Detector(provisions=(PROVISION,), kinds=PUBLISHED, look=_look, wakes_on=("election",))
