"""Sees office and private life, or office and a business, on one account.

Authority: the founding policies (separate accounts are recommended, none requires them); no law. A hobby or a trade
named in a biography is quiet: it takes family life shown in several things, wares on offer, or the owner's own word
that everything stands in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "separate-accounts"
MIXED = "The words say that your office and your private life share one account."
WARES = "Your office stands on the same account as what you sell."
FAMILY = "Your office stands on the same account as your family's life."


def _look(scene: Scene) -> Iterator[Said]:
    account = scene.context.account
    if not _profile.members(scene) or account not in {None, "councillor", "private"}:
        return
    if scene.kind == "profile":
        yield from _in_profile(scene) if account != "private" else _in_private(scene)
        return
    if account == "private":
        return
    mixed = next((hit for hit in scene.hits("mixed-all") if not scene.is_question(hit)), None)
    if mixed is not None and scene.has("family-life") and scene.has("member-speaks", "council-in-profile"):
        yield scene.match(PROVISION, mixed, "likely", MIXED)


def _in_profile(scene: Scene) -> Iterator[Said]:
    lines = _profile.lines(scene)
    if _profile.office(scene, lines) is None and not scene.has("council-in-profile"):
        return
    family = _apart(_profile.stated(scene, "family-life", reach=4))
    for hit in scene.hits("mixed-all")[:1]:
        yield scene.match(PROVISION, hit, "likely", MIXED)
    for hit in scene.hits("sells-wares")[:1]:
        yield scene.match(PROVISION, hit, "likely", WARES)
    if len(family) > 1:
        yield scene.match(PROVISION, (family[0].first, family[-1].last), "possible", FAMILY)


def _in_private(scene: Scene) -> Iterator[Said]:
    """See council business among what is shown to family and friends."""
    business = next(_profile.stated(scene, "council-in-profile", "council-matter", reach=20), None)
    if (
        business is not None
        and scene.has("meant-private", "family-life")
        and scene.has("mixed-all", "council-matter")
    ):
        yield scene.match(PROVISION, business, "possible", MIXED)


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits that do not overlap, the first of each place."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("mixed-all", "sells-wares", "family-life", "meant-private"),
)
