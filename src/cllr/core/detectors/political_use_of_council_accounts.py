"""Sees party politics on a council account: praise, blame, emblems, pleas for votes, a side without a name.

Authority: Local Government Act 1986 s.2 (all year); Code of Recommended Practice on Local Authority Publicity
(England), 2011. Quiet: facts that name a party (results, candidates, groups in an agenda), calls on a government for
money in neutral words, and what members say on accounts of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._council_accounts import offered, partisan
from cllr.core.detectors._elections import hints, pleas
from cllr.core.detectors._voice import for_council, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "political-use-of-council-accounts"
SIDE = "The words take a party's side, and they go out from a council account."
PLEA = "The words ask for votes, and they go out from a council account."
HELP = "A council account offers help with a campaign."
LENT = "The words tell of a council account that is used for a party or a campaign."
TAG = "A hashtag takes a party's side, and it goes out from a council account."
_NEUTRAL = ("polling-help",)
# A party and a verb of campaigns run together in one tag. Names of parties that are also other words ("green",
# "reform") count only behind a call to vote.
_PARTY_TAG = re.compile(
    r"#(?:(?:vote|elect|back|only|never|stop)(?:labour|conservatives?|tor(?:y|ies)|libdems?|plaid|snp|ukip|dup|sdlp|"
    r"greens?|reform)\w{0,30}"
    r"|(?:labour|conservatives?|tor(?:y|ies)|libdems?|plaid|snp)(?:wins?|winning|works?|delivers?|delivering|gets?|"
    r"fail(?:s|ed|ing)?|lies|out|chaos|cuts|mess|gain|forthewin)\w{0,30})\b",
    re.IGNORECASE,
)


def _look(scene: Scene) -> Iterator[Said]:
    if not for_council(scene):
        for hit in own(scene, "council-account-used"):
            if scene.has_near(hit, "campaign-work", "campaign-thing", "party", "plea-for-vote"):
                yield scene.sentence_match(PROVISION, hit, "possible", LENT)
        return
    yield from _sides(scene)
    if _PARTY_TAG.search(scene.text) is not None:
        # The account is known, and a tag like that has no other meaning.
        yield scene.match(PROVISION, None, "sure", TAG)
    if scene.shared is not None:
        yield from _sides(scene.shared)
    for hit in scene.hits("campaign-thing"):
        if scene.has_near(hit, "offers-help", sentences=1):
            yield scene.sentence_match(PROVISION, hit, "sure" if offered(scene, hit) else "possible", HELP)


def _sides(scene: Scene) -> Iterator[Said]:
    """See pleas and sides in the words, or in what a council account shares."""
    near_poll = scene.context.election is not None or scene.has("poll-word")
    # That the account is the council's is known, so plain words of a plea leave nothing to guess.
    sure: tuple[tuple[list[Hit], Confidence], ...] = (
        (pleas(scene), "sure"),
        (hints(scene) if near_poll else [], "likely"),
    )
    for hits, confidence in sure:
        for hit in hits:
            if not scene.has_near(hit, *_NEUTRAL):
                yield scene.sentence_match(PROVISION, hit, confidence, PLEA)
    for hit in partisan(scene):
        if not scene.has_near(hit, *_NEUTRAL):
            yield scene.sentence_match(PROVISION, hit, "likely", SIDE)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=for_council,
    wakes=("council-account-used",),
    wakes_on=("account", "role"),
)
