"""Sees that what is shared, liked or linked makes a claim against somebody, and that the author does not reject it.

Authority: sharing a libel is publishing it (Defamation Act 2013, ss.1 and 8; in Scotland the 2021 Act, s.3; LGA,
"Councillors and social media"). "Not my words" and "make up your own minds" quiet nothing. Quiet where the share
corrects or rejects, where what is shared is a fair report that says where to check it, and on official notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._allegation import WRONGS, claims, takes_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "republication-liability"
SHARED = "What you share says that somebody who can be picked out did wrong, and to pass it on is to publish it."
LINKED = "You point to a claim that others did wrong, and to pass it on is to publish it."
HEARD = "You tell what was said of somebody, and to repeat it is to publish it."


def _look(scene: Scene) -> Iterator[Said]:
    said = next(_said(scene), None)
    if said is not None and not takes_back(scene):
        yield said


def _said(scene: Scene) -> Iterator[Said]:
    if scene.shared is not None:
        found = claims(scene.shared)
        if found:
            outright = any(claim.outright for claim in found)
            yield scene.shared.match(PROVISION, found[0].hit, "likely" if outright else "possible", SHARED)
        else:
            yield from _accused(scene.shared)
        return
    if not scene.has(*WRONGS):
        return
    for hit in scene.hits("passes-on"):
        wrong = next((w for w in scene.hits(*WRONGS) if not (scene.negated(w) or _by_nobody(scene, w))), None)
        if wrong is not None and not scene.has("fair-source"):
            yield scene.match(PROVISION, hit, "possible", LINKED)
            return
    told = next(iter(scene.hits("hearsay")), None)
    if told is None or scene.has("abuse-told"):
        return
    if any(claim.outright for claim in claims(scene)):
        yield scene.match(PROVISION, told, "possible", HEARD)


def _accused(shared: Scene) -> Iterator[Said]:
    """See plain accusations in what is shared of somebody named, where no court or audit is reported."""
    if shared.has("court-report", "fair-source") or takes_back(shared):
        return
    for hit in shared.hits("accuses-post", "trade-wrong"):
        if shared.negated(hit) or _by_nobody(shared, hit):
            continue
        if shared.people or shared.firms or shared.has("of-trade"):
            yield shared.match(PROVISION, hit, "possible", SHARED)
            return


def _by_nobody(scene: Scene, wrong: Hit) -> bool:
    """Say whether just before a wrong an unknown doer stands: "somebody has been stealing bikes"."""
    return any(doer.first <= wrong.first <= doer.last + 1 for doer in scene.hits("doer-unknown"))


def _somebody_meant(scene: Scene) -> bool:
    """Say whether what is shared may be about somebody; the sharer's own words cannot tell."""
    shared = scene.shared
    return shared is None or bool(shared.people or shared.firms) or shared.has(*WRONGS)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("passes-on", "hearsay"),
    wakes_on=("shared_from",),
    languages=("en", "sco", "cy", "pl"),
    stands=_somebody_meant,
)
