"""Sees an account that is meant for family and friends and stands open to everybody.

Authority: the founding policies (understand and set the privacy settings of every account not meant for press and
public); no law. Quiet on accounts meant for the public, on locked ones, and on a page for a club or a hobby.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "privacy-settings"
SAID = "Your account is private by its purpose, and you say that everybody can look in."
SET = "Your account is meant for people you know, and this setting lets everybody look in."


def _look(scene: Scene) -> Iterator[Said]:
    lines = _profile.lines(scene)
    if not _profile.members(scene) or not _profile.is_private(scene, lines):
        return
    said = next(_profile.stated(scene, "open-to-all", reach=2), None)
    if said is not None and not _profile.is_closed(scene, lines):
        yield scene.match(PROVISION, said, "likely", SAID)
    setting = _profile.is_open(scene, lines)
    if setting is not None and scene.has("meant-private"):
        yield scene.match(PROVISION, setting, "likely", SET)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PROFILE,
    look=_look,
    stands=_profile.may_be_private,
    always=True,
    languages=("en", "sco", "cy", "pl"),
)
