"""Sees words that do not match: two faces, made-up support, one's own words denied, others misled, a hidden tie.

It asks where a tie is known from the context and nothing says that it was told.

Authority: the Nolan principles of honesty and openness; Consumer Protection from Unfair Trading Regulations 2008 and
Digital Markets, Competition and Consumers Act 2024, sch.20 (fake reviews), for traders; the founding policies. Quiet
on an open change of mind, on an interest that is named, and on words of others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._ties import ties_named, told_openly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "honesty-and-consistency"
QUESTION = "own-interest"
QUESTION_SAID = "said-otherwise-before"
WAYS = {
    "two-faced": "The words say that different people are told different things.",
    "faked-support": "The words say that support, an account or a quotation is bought, planted or made up.",
    "deceives": "The words own that what others are told, or left to believe, is not so.",
    "hides-tie": "The words say that a tie or favour of your own is not to be known.",
}
DENIED = "The words deny or hide something that you said before."
BYSTANDER = "You speak of your own office as if you were a bystander, from an account that does not show it."
HIDDEN = "You write about somebody close to you whose matter is to be decided, and the words do not say so."

_RECORD = re.compile(
    r"\b(?:minutes|leaflet|manifesto|speech|voting record|post|tweet|newsletter|letter|video|clip)\b"
)
_OFFICE = r"(?:portfolio holder|portfolio lead|cabinet member|executive member|lead member)"
_HELD = re.compile(rf"\b{_OFFICE} for ([a-z]+)")
_SHOWN = re.compile(r"\b(?:as|am|i'm|im|i was|being|my|your)\b[^.!?]{0,25}$")
_OWN = frozenset(["i", "im", "ive", "me", "my", "mine", "we", "weve", "our", "us", "id", "ill", "were", "lets", "ah"])


def _look(scene: Scene) -> Iterator[Said]:
    # Without its apostrophe "we'll" is the word "well".
    own = not _OWN.isdisjoint(scene.words) or "we'll" in scene.norm
    for tag, because in WAYS.items():
        hit = next((hit for hit in scene.hits(tag) if own and _meant(scene, hit)), None)
        if hit is not None:
            yield scene.match(PROVISION, hit, "possible" if tag == "two-faced" else "likely", because)
    for hit in scene.hits("deceit"):
        if own and _meant(scene, hit) and scene.has_near(hit, "thing-of-trust"):
            yield scene.match(PROVISION, hit, "possible", WAYS["deceives"])
            break
    yield from _bought(scene)
    yield from _bystander(scene)
    yield from _denied(scene)
    ties = ties_named(scene)
    if ties and not told_openly(scene):
        if any(tie.pending for tie in ties):
            yield scene.match(PROVISION, None, "likely", HIDDEN)
        else:
            yield scene.ask(PROVISION, QUESTION, "Somebody you are linked to is named.")


def _meant(scene: Scene, hit: Hit) -> bool:
    """Say whether a hit is the author's own doing: not quoted, condemned, owned up to or openly told."""
    if scene.quoted(hit) or scene.negated(hit, reach=4) or scene.has("mistake-owned", "condemnation"):
        return False
    return hit.tag != "hides-tie" or not told_openly(scene)


def _bought(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("crowd-word"):
        if scene.has_near(hit, "bought-word", sentences=1):
            yield scene.match(PROVISION, hit, "possible", WAYS["faked-support"])
            return


def _bystander(scene: Scene) -> Iterator[Said]:
    """See the author's own office spoken of by somebody who says that he is only a resident."""
    context = scene.context
    if context.role != "councillor" or context.account not in {"private", "anonymous"}:
        return
    held = [subject for one in context.committees or () for subject in _HELD.findall(one.lower())]
    for subject in held if scene.has("just-a-resident") else ():
        office = re.search(rf"\b(?:{subject} {_OFFICE}|{_OFFICE} for {subject})\b", scene.norm)
        # "I'm the cabinet member for parks" shows who speaks.
        if office and not _SHOWN.search(scene.norm[max(0, office.start() - 40) : office.start()]):
            yield scene.match(PROVISION, scene.hits("just-a-resident")[0], "sure", BYSTANDER)
            return


def _denied(scene: Scene) -> Iterator[Said]:
    hit = next(iter(scene.hits("denies-own-words")), None)
    changed = next(iter(scene.hits("own-record")), None)
    if hit is None and changed is not None and not scene.reported(changed):
        yield scene.ask(PROVISION, QUESTION_SAID, "The words tell what you did or said before.")
    if hit is None or scene.has("mistake-owned"):
        return
    shown = any(_RECORD.search((one.alt or "").lower()) for one in scene.context.attachments or ())
    if not shown and scene.words[hit.first] in {"always", "all", "from", "ever"} and not scene.has("cover-plan"):
        yield scene.ask(PROVISION, QUESTION_SAID, "The words say what you always said.")
    else:
        yield scene.match(PROVISION, hit, "possible", DENIED)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        "two-faced",
        "faked-support",
        "bought-word",
        "deceives",
        "deceit",
        "hides-tie",
        "denies-own-words",
        "own-record",
        "just-a-resident",
    ),
    wakes_on=("associates", "interests"),
    languages=("en", "sco"),
)
