"""Sees officers who help with a campaign or with party work, offered, asked for or thanked for.

Authority: Local Government and Housing Act 1989 s.2 and the rules on officers' political restriction; Local
Government Act 1986 s.2; the Model Code of Conduct (impartiality of officers, use of resources). Quiet: help with
council business, help that was refused or has to wait until after the poll, and helpers from party or family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._council_accounts import offered
from cllr.core.detectors._elections import stands
from cllr.core.detectors._voice import STAFF, for_council

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "council-support-withdrawn"
HELPED = "The words tell of an officer who helps with a campaign or with party work."
OFFERED = "The words offer an officer's help with a campaign or with party work."
_SAYS = frozenset({"says", "said", "promises", "promised", "argues", "argued", "calls", "asks"})
_OFFICIAL = frozenset({"nomination", "nominations"})


def _look(scene: Scene) -> Iterator[Said]:
    officer_writes = for_council(scene) or scene.context.role in STAFF
    staged = None if officer_writes else _shown_off(scene)
    if staged is not None:
        yield scene.sentence_match(PROVISION, staged, "possible", HELPED)
        return
    for hit in _things(scene):
        if scene.quoted(hit) or _is_only_told(scene, hit) or scene.has_near(hit, "help-refused", sentences=1):
            continue
        if officer_writes:
            if scene.has_near(hit, "offers-help", sentences=1) and not scene.has_near(hit, "polling-help"):
                yield scene.sentence_match(PROVISION, hit, "sure" if offered(scene, hit) else "likely", OFFERED)
                return
        elif _helped(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", HELPED)
            return


def _shown_off(scene: Scene) -> Hit | None:
    """Return where the council's publicity people stage something for somebody who stands, or None."""
    if not stands(scene.context):
        return None
    for hit in scene.hits("staged-by-council"):
        if not scene.has_near(hit, "help-refused", sentences=1) and not scene.negated(hit) and not scene.quoted(hit):
            return hit
    return None


def _things(scene: Scene) -> list[Hit]:
    """Return campaign things; for somebody who stands, leaflets and films count without the word."""
    hits = scene.hits("campaign-thing", "campaign-work", "plea-for-vote")
    if stands(scene.context) or (hits and scene.has("side-group")):
        return [*hits, *scene.hits("printed-thing")]
    return hits


def _is_only_told(scene: Scene, hit: Hit) -> bool:
    """Say whether it is told what a campaign thing says, or that papers were handed in as every candidate has to."""
    behind = scene.words[hit.last : hit.last + 2]
    return not _SAYS.isdisjoint(behind) or not _OFFICIAL.isdisjoint(scene.words[hit.first : hit.last])


def _helped(scene: Scene, hit: Hit) -> bool:
    for team in scene.hits("officer-team"):
        if abs(scene.view.of_sentence[team.first] - scene.view.of_sentence[hit.first]) <= 1:
            return scene.has_near(team, "helps", "thanks-for-help", sentences=1)
    return False


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("campaign-thing", "campaign-work"),
    wakes_on=("election",),
    languages=("en", "sco", "cy"),
)
