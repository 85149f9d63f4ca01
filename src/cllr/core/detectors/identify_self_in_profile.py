"""Sees a profile used on council matters that does not let readers see whose it is.

Authority: the founding policies (accounts clearly identifiable; name and capacity shown when commenting on the
council); no law. Quiet on private accounts without council business, on other people than councillors, where a name
stands anywhere in the profile, and where a reason of safety is given (then the exception is asked about instead).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PROFILE, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "identify-self-in-profile"
BECAUSE = "The profile touches the council's work and does not show who you are."


def _look(scene: Scene) -> Iterator[Said]:
    hidden = _profile.unnamed(scene)
    if hidden is not None and not scene.has("safety-reason"):
        # Whose account it is comes from the context, and the name line is plainly a mask: nothing is left to guess.
        known = scene.context.role == "councillor" and scene.context.account in {"councillor", "anonymous"}
        masked = known and not scene.people and _profile.shows_name(scene, _profile.lines(scene)) is False
        yield scene.match(PROVISION, hidden, "sure" if masked else "likely", BECAUSE)


def _shows_nobody(scene: Scene) -> bool:
    """Say whether the profile may hide whose it is; a name that is there settles it, however the rest reads."""
    return _profile.shows_name(scene, _profile.lines(scene)) is not True


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PROFILE,
    look=_look,
    always=True,
    languages=("en", "sco", "cy", "pl"),
    stands=_shows_nobody,
)
