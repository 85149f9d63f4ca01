"""Sees election material without a whole imprint: a plea for votes, or a post that somebody pays to have shown.

Authority: Elections Act 2022 ss.41 to 47 (paid material: anyone, all year; unpaid: candidates, parties and holders
of elected office, where a particular election is aimed at; republished whole: none of one's own). Quiet: a whole
imprint in the text or in the description of a picture, a share that carries its imprint, a message to one person, a
poll that is over, votes in the chamber and in contests. The council's own accounts are left to the provisions that
keep them out of politics.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._elections import Standing, hints, pleas, standing, stands
from cllr.core.detectors._voice import STAFF, for_council, others_words
from cllr.core.imprint import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.imprint import ImprintAnswer, Medium, Publisher
    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence, Context
    from cllr.core.scene import Scene

PROVISION = "digital-imprint"
PLEA = "The words ask for votes, and no whole imprint stands with them."
HINT = "The words hint at how to vote in an election that is near, and no whole imprint stands with them."
PAID = "The words say that somebody pays to have this shown, and no whole imprint stands with them."
SHARED = "What you share asks for votes and carries no whole imprint."
# A house number before two names: an address in a form that core.imprint does not take for postal.
_NUMBERED = re.compile(r"\b\d{1,4}[A-Za-z]?,? [A-Z][\w'’]{1,30} [A-Z]")
_ONLY_ONLINE = re.compile(r"\S{1,60}@\S{1,60}|(?:https?://|www\.)\S{1,80}|@\w{1,40}", re.IGNORECASE)
_SHARES = frozenset({"share", "like"})
_THIS = frozenset({"this", "it", "these"})
_WEEK = 7


def _look(scene: Scene) -> Iterator[Said]:
    context = scene.context
    if for_council(scene) or context.role in STAFF or scene.kind == "message":
        return
    at = standing(context)
    if at.before_close is False:
        return
    if scene.kind in _SHARES and scene.shared is not None:
        yield from _shared(scene, scene.shared)
    paid = [hit for hit in scene.hits("boosted") if not others_words(scene, hit) and not scene.negated(hit)]
    now = [hit for hit in paid if not _THIS.isdisjoint(scene.words[hit.first : hit.last])]
    asked = pleas(scene)
    if context.role == "member-of-public":
        said: list[Said] = [scene.match(PROVISION, asked[0], "likely", PAID)] if asked and now else []
    else:
        said = list(_said(scene, at, asked, now)) or list(_questions(scene, at, asked, paid))
    if said and not _whole(scene, "paid-digital" if now else "organic-digital"):
        yield from said


def _said(scene: Scene, at: Standing, asked: list[Hit], paid: list[Hit]) -> Iterator[Said]:
    context = scene.context
    if asked and at.before_close and stands(context) and _no_address(scene):
        # Who stands, asks for votes and names himself as promoter means an imprint: what it lacks can be read off it.
        yield scene.match(PROVISION, asked[0], "sure", PLEA)
        return
    for hit in asked:
        # Without an election to aim at, an unpaid plea is only talk of politics.
        if context.election is not None or paid or scene.has_near(hit, "poll-word"):
            yield scene.match(PROVISION, hit, "likely", PLEA)
    if asked:
        return
    if context.election is not None and context.role in {"candidate", "councillor"}:
        sure: Confidence = "likely" if stands(context) and at.before_close else "possible"
        for hit in _hints(scene):
            yield scene.match(PROVISION, hit, sure, HINT)
    for hit in paid:
        yield scene.match(PROVISION, hit, "likely" if stands(context) else "possible", PAID)


def _hints(scene: Scene) -> list[Hit]:
    """Return veiled pleas; of a member who is not known to stand, only beside words of a campaign or a poll."""
    hits = [hit for hit in hints(scene) if not scene.is_question(hit)]
    if stands(scene.context):
        return hits
    return [h for h in hits if scene.has_near(h, "campaign-work", "poll-word", sentences=1) or _on_the_day(scene, h)]


def _on_the_day(scene: Scene, hit: Hit) -> bool:
    """Say whether the weekday of a poll of the coming days stands beside a hint."""
    election, days = scene.context.election, standing(scene.context).days
    if election is None or days is None or not 0 <= days < _WEEK:
        return False
    return f"{election.poll:%A}".lower() in scene.sentence_words(hit)


def _questions(scene: Scene, at: Standing, asked: list[Hit], paid: list[Hit]) -> Iterator[Said]:
    if asked:
        yield scene.ask(PROVISION, "aims-at-election", "The words ask for votes; no election is known.")
    elif any(not scene.quoted(hit) for hit in scene.hits("plea-against")):
        yield scene.ask(PROVISION, "aims-at-election", "The words speak against somebody as voters would hear it.")
    elif paid or (stands(scene.context) and scene.has("free-campaign-gift")):
        yield scene.ask(PROVISION, "paid-or-boosted", "The words speak of advertising.")
    elif at.before_close and (_campaign(scene) or (stands(scene.context) and scene.has("printed-thing"))):
        yield scene.ask(PROVISION, "aims-at-election", "The words speak of a campaign while a poll is near.")


def _campaign(scene: Scene) -> bool:
    """Say whether campaign work is spoken of, and not only the election itself."""
    return any(
        scene.words[h.first : h.last] != ["the", "election"] for h in scene.hits("campaign-work", "campaign-thing")
    )


def _shared(scene: Scene, shared: Scene) -> Iterator[Said]:
    """Look at the plea in what is shared; with its imprint, untouched, it needs none of the sharer's."""
    if scene.context.election is None or scene.context.role == "member-of-public":
        return
    asked = pleas(shared)
    if asked and not _whole(shared, "organic-digital"):
        yield shared.match(PROVISION, asked[0], "possible", SHARED)


def _whole(scene: Scene, medium: Medium) -> bool:
    """Say whether a whole imprint stands in the text, or is described in a picture that goes with it."""
    context = scene.context
    pictures = [a.alt for a in context.attachments or () if a.alt] if scene.part == "draft" else []
    nation = (context.election.nation if context.election else None) or context.nation or "england"
    if scene.has("imprint-elsewhere") or any("imprint" in alt.lower() for alt in pictures):
        # Whether it could not stand in the material itself is for people to decide.
        return True
    for text in (scene.text, *pictures):
        answer = check(text, medium=medium, by=_by(context), nation=nation, purpose="electoral")
        if answer.complete or _may_have_address(text, answer):
            return True
    return False


def _no_address(scene: Scene) -> bool:
    """Say whether an imprint names its promoter with a mail or web address, or none, where a postal one belongs."""
    answer = check(scene.text, medium="organic-digital", by="candidate", nation="england", purpose="electoral")
    imprint = answer.found
    if imprint is None or imprint.promoter is None or imprint.on_behalf_of is not None or imprint.promoter_address:
        return False
    behind = scene.text[imprint.spans["promoter"][1] : imprint.spans["imprint"][1]].strip(" .,;:")
    return not behind or _ONLY_ONLINE.fullmatch(behind) is not None


def _may_have_address(text: str, answer: ImprintAnswer) -> bool:
    """Say whether an imprint lacks nothing but an address, and holds a number and names that may well be one."""
    imprint = answer.found
    if imprint is None or imprint.promoter is None or not all("address" in part for part in answer.missing):
        return False
    start, end = imprint.spans["imprint"]
    return _NUMBERED.search(text, start, end) is not None


def _by(context: Context) -> Publisher:
    if context.role == "member-of-public":
        return "resident"
    return "candidate" if stands(context) else "sitting-councillor"


def _with_a_poll(scene: Scene) -> bool:
    return scene.context.election is not None and not for_council(scene)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_with_a_poll,
    wakes=("plea-for-vote", "vote-word", "plea-against", "boosted"),
    wakes_on=("election",),
    languages=("en", "sco", "cy", "pl", "ur"),
)
