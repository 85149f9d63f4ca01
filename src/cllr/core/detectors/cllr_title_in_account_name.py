"""Sees the title of a councillor in the name or handle of an account that is meant to be off duty.

Authority: the founding policies (the title in an account name points to the Code applying); Localism Act 2011
s.27 (a code applies to members when they act in that capacity). Quiet where the account is the councillor's working
account, and on joke names that deny the office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "cllr-title-in-account-name"
PRIVATE = "The name carries your title on an account that is meant to be private."
OFF_DUTY = "The name carries your title while the profile says that the Code or the office does not reach it."


def _look(scene: Scene) -> Iterator[Said]:
    if not _profile.members(scene):
        return
    account = scene.context.account
    lines = _profile.lines(scene)
    title = _profile.title_in(scene, _profile.names(scene, lines))
    if title is None:
        return
    if account == "private" or (account is None and scene.has("meant-private")):
        # A title in the name of an account that is known to be private is read off, not guessed.
        yield scene.match(PROVISION, title, "sure" if account == "private" else "likely", PRIVATE)
    elif account in {None, "councillor"} and scene.has("off-duty"):
        yield scene.match(PROVISION, title, "likely", OFF_DUTY)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=PROFILE, look=_look, always=True, languages=("en", "sco", "cy", "pl")
)
