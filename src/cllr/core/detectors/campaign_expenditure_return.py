"""Sees campaign costs that are hidden, left out of the return, or wrongly held not to count.

Authority: Representation of the People Act 1983 ss.72, 75, 76, 81 and 90C (expenses, limits, returns, goods and
services free or at a discount). Quiet: a cost that is declared, told to the agent or in the return, and bills that
have nothing to do with an election.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._elections import stands
from cllr.core.detectors._voice import STAFF, for_council, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "campaign-expenditure-return"
HIDDEN = "The words hide a campaign cost, or hold that it need not be declared."
GIFT = "The words tell of a service for a campaign that was free or cheap; its usual price may count."


def _look(scene: Scene) -> Iterator[Said]:
    if for_council(scene) or scene.context.role in STAFF | {"member-of-public"}:
        return
    electoral = stands(scene.context) or scene.has("campaign-thing", "campaign-work", "return-word")
    electoral = electoral or (scene.context.election is not None and scene.has("cost-paper"))
    if not electoral:
        return
    for hit in scene.hits("off-the-return"):
        if scene.quoted(hit) or scene.has_near(hit, "told-the-agent", sentences=1):
            continue
        if _about_a_cost(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", HIDDEN)
            return
    yield from _gifts(scene)


def _about_a_cost(scene: Scene, hit: Hit) -> bool:
    """Say whether a campaign cost, a sum or the campaign's accounts stand near; one who stands needs the least."""
    reach = 2 if stands(scene.context) else 1
    if scene.has_near(hit, "boosted", "campaign-cost", "free-campaign-gift", "campaign-thing", sentences=reach):
        return True
    if not stands(scene.context):
        return False
    return scene.has_near(hit, "return-word", "cost-paper", sentences=1) or any(
        w[0] == "£" for w in scene.sentence_words(hit)
    )


def _gifts(scene: Scene) -> Iterator[Said]:
    """See what a business gave to somebody who stands."""
    if not stands(scene.context) or scene.has("told-the-agent"):
        return
    for hit in scene.hits("free-campaign-gift"):
        if not others_words(scene, hit) and _of_trade(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", GIFT)
            return


def _of_trade(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "campaign-trade") and scene.has_near(hit, "campaign-cost", "campaign-thing")


def _with_a_poll(scene: Scene) -> bool:
    return scene.context.election is not None and not for_council(scene)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_with_a_poll,
    wakes=("return-word", "cost-paper", "campaign-thing", "campaign-work", "boosted"),
    wakes_on=("election",),
)
