"""Sees council matters written about by a councillor who shows no name or another one.

Authority: the founding policies (no comment on council matters anonymously or under a pseudonym); Localism Act 2011
s.27 (the Code can reach such an account all the same). Quiet on residents, on pen names used for other things, on a
nickname beside the real name, and where a reason of safety is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "anonymity-and-pseudonyms"
CIVIC = ("council-matter", "party", "credit-to-member", "role-held", "just-a-resident")
"""Tags of other files that show council matters, or a councillor praised or played."""
PROFILE_HIDES = "The profile speaks of the council's work under a name that does not show who you are."
NAMELESS = "You write about the council from an account that does not show who you are."
PEN_NAME = "The words say that you write about the council under another name."


def _look(scene: Scene) -> Iterator[Said]:
    account = scene.context.account
    profile = scene.kind == "profile"
    if not profile and (account not in {None, "anonymous"} or (account is None and not scene.has("pen-name"))):
        return
    if not _profile.members(scene):
        return
    if profile:
        hidden = _profile.unnamed(scene)
        if hidden is not None and not scene.has("safety-reason"):
            yield scene.match(PROVISION, hidden, "likely", PROFILE_HIDES)
        return
    role = scene.context.role
    if not scene.has("member-speaks", *CIVIC):
        return
    if account == "anonymous" and role == "councillor":
        # A member, a nameless account and his own word that he sits there: nothing is left to guess.
        yield scene.whole(PROVISION, "sure" if scene.has("insider-claim", "hides-who") else "likely", NAMELESS)
    elif account == "anonymous" and scene.has("insider-claim"):
        yield scene.ask(
            PROVISION, "under-which-name", "The account shows no name, and you write as one who sits there."
        )
    elif account is None and scene.has("pen-name") and (role == "councillor" or scene.has("insider-claim")):
        yield scene.match(PROVISION, scene.hits("pen-name")[0], "possible", PEN_NAME)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "member-speaks",
        "council-matter",
        "credit-to-member",
        "pen-name",
        "insider-claim",
        "hides-who",
        "plays-hidden",
    ),
)
