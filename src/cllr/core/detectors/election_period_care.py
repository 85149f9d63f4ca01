"""Sees what should wait until the polls close: promotion from council accounts, and word of how votes are going.

Authority: Code of Recommended Practice on Local Authority Publicity (England), 2011, on periods of heightened
sensitivity; Local Government Act 1986 s.2; Representation of the People Act 1983 ss.66 and 66A (secrecy, no word of
how people voted before the close of poll). Quiet: neutral help for voters, services, factual lists, results that are
declared, and a member's own campaigning on an account of his own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._council_accounts import (
    credited,
    partisan,
    praised,
    promoted,
    put_forward,
    resting,
    staged,
)
from cllr.core.detectors._elections import hints, pleas, standing
from cllr.core.detectors._voice import for_council, others_words
from cllr.core.model import NotChecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detectors._elections import Standing
    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "election-period-care"
COUNCIL = "A council account gives a member or a side a stage while a poll is near."
HELP = "A council account offers help with a campaign while a poll is near."
SCORNED = "The words put the council's publicity to use for a candidate, or laugh off the rules before a poll."
HANDLED = "The words offer that campaigners take or fill in the postal votes of other people."
SHOWN = "The picture that goes with this shows a ballot paper that has been marked."
LEAK = "The words tell how votes are going, or how somebody voted, before the polls have closed."

_MARKED = re.compile(
    r"\b(?:completed|marked|filled[- ]in)\b.{0,30}\b(?:ballot(?! box)|postal vote|voting paper)\b|"
    r"\b(?:ballot paper|postal vote|voting paper)s?\b.{0,30}\b"
    r"(?:completed|marked|filled in|(?:with|showing) (?:a|an|the|her|his|my|two|three) (?:cross|x|tick|crosses)\b)",
    re.IGNORECASE,
)
_NO_REAL_PAPER = re.compile(
    r"\b(?:sample|specimen|mock|dummy|blank|unmarked|example|drawing|drawn|cartoon|graphic|illustration|poster|school|"
    r"historic|museum|leaflet|invalid|spoilt)\b",
    re.IGNORECASE,
)


def _look(scene: Scene) -> Iterator[Said]:
    at = standing(scene.context)
    yield from _leaks(scene, at)
    yield from _papers(scene, at)
    if for_council(scene):
        yield from _from_council(scene, at)
    elif at.in_period is not False and scene.context.election is not None:
        for hit in scene.hits("purdah-scorned")[:1]:
            if not (others_words(scene, hit) or scene.negated(hit)):
                yield scene.sentence_match(PROVISION, hit, "possible", SCORNED)


def _from_council(scene: Scene, at: Standing) -> Iterator[Said]:
    if at.in_period is False:
        return
    where, hit, because = scene, *_promotion(scene)
    if hit is None and scene.shared is not None:
        where, hit, because = scene.shared, *_promotion(scene.shared)
    if hit is None:
        return
    if scene.context.election is None:
        yield NotChecked(PROVISION, "no poll is known, so nothing says whether this goes out shortly before one")
        return
    sure: Confidence = "likely" if at.in_period else "possible"
    if at.in_period and where is scene and (plain := _plain(scene)) is not None:
        # The account and the period are known; a link to a member's blog or a call to praise members is what it is.
        hit, sure = plain, "sure"
    yield where.sentence_match(PROVISION, hit, sure, f"{because} {at.note}".strip())


def _plain(scene: Scene) -> Hit | None:
    """Return a link to a member's blog, or a call to praise members, that cannot be read in another way."""
    for hit in scene.hits("political-blog"):
        told_not = scene.negated(hit) or scene.quoted(hit) or resting(scene, hit)
        if (
            not told_not
            and not scene.has_near(hit, "not-a-member")
            and scene.has_near(hit, "follow-plea", sentences=1)
        ):
            return hit
    return next(praised(scene), None)


def _promotion(scene: Scene) -> tuple[Hit | None, str]:
    """Return the first words that promote somebody or take a side, and what they do."""
    offered = next((h for h in scene.hits("campaign-thing") if scene.has_near(h, "offers-help", sentences=1)), None)
    if offered is not None:
        return offered, HELP
    boasts = scene.hits("council-boast")
    for hits in (
        credited(scene),
        promoted(scene),
        praised(scene),
        put_forward(scene),
        partisan(scene),
        pleas(scene),
        hints(scene),
        boasts,
        staged(scene),
    ):
        hit = next(iter(hits), None)
        if hit is not None:
            return hit, COUNCIL
    return None, ""


def _papers(scene: Scene, at: Standing) -> Iterator[Said]:
    """See other people's postal votes taken in by a campaign, and pictures of papers that are marked."""
    if at.before_close is False:
        return
    if not for_council(scene) and (scene.context.election is not None or scene.has("poll-word")):
        for hit in scene.hits("votes-handled"):
            if scene.has_near(hit, "postal-vote", sentences=1) and not (
                others_words(scene, hit) or scene.negated(hit)
            ):
                yield scene.sentence_match(PROVISION, hit, "likely", HANDLED)
                break
    if scene.context.election is None or scene.part != "draft":
        return
    for attached in scene.context.attachments or ():
        alt = attached.alt or ""
        if attached.kind != "document" and _MARKED.search(alt) and not _NO_REAL_PAPER.search(alt):
            # What the picture shows is on record, and there is no other reading of a paper that is marked.
            yield scene.match(PROVISION, None, "sure", SHOWN)
            return


def _leaks(scene: Scene, at: Standing) -> Iterator[Said]:
    if at.before_close is False:
        return
    for hit in scene.hits("vote-leak"):
        if others_words(scene, hit) or scene.negated(hit) or scene.is_question(hit):
            continue
        shown = scene.has_near(hit, "ballot-shown")
        led = scene.has_near(hit, "who-leads", sentences=1) and not scene.has_near(hit, "polling-help")
        placed = scene.context.election is not None or scene.has("poll-word", "at-the-count")
        if placed and (shown or led):
            yield scene.sentence_match(PROVISION, hit, "likely" if at.before_close else "possible", LEAK)
            return


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=for_council,
    wakes=("vote-leak", "purdah-scorned", "votes-handled"),
    wakes_on=("account", "role", "attachments"),
)
