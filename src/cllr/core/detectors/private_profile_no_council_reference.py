"""Sees the council in a profile that is meant to be private: the office named, or council business spoken of.

Authority: one founding policy (a private account describes nobody as a member and keeps council business out); no
law. Quiet where the words deny it ("nothing to do with any council"), and on accounts that are not private.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "private-profile-no-council-reference"
OFFICE = "Your profile is meant to be private and names your office."
BUSINESS = "Your profile is meant to be private and speaks of council business."


def _look(scene: Scene) -> Iterator[Said]:
    lines = _profile.lines(scene)
    if not _profile.members(scene) or not _profile.is_private(scene, lines):
        return
    held = _profile.office(scene, lines)
    if held is not None:
        # A title in the name of an account that is recorded as private leaves nothing to guess.
        plain = scene.context.account == "private" and _profile.title_in(scene, _profile.names(scene, lines))
        yield scene.match(PROVISION, held, "sure" if plain else "likely", OFFICE)
        return
    business = next(_profile.stated(scene, "council-in-profile", "council-matter", reach=20), None)
    if business is not None:
        yield scene.match(PROVISION, business, "possible", BUSINESS)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PROFILE,
    look=_look,
    stands=_profile.may_be_private,
    always=True,
    languages=("en", "sco", "cy", "pl"),
)
