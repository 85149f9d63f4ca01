"""Sees somebody else's private life told: illness, love, family, money, a hidden name, a moment not meant for others.

Authority: European Convention on Human Rights Article 8 as a value; misuse of private information (Campbell v MGN
[2004] UKHL 22, general knowledge); intimate images: Sexual Offences Act 2003 s.66B; the founding policies. Quiet: the
author's own life, what those concerned asked to have told, the dead, public acts, people in general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _private_life as life

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detectors._private_life import Told
    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "others-privacy"
FACT = "The words tell something of another person's private life, and that person can be picked out."
PICTURE = "Somebody is shown who did not want it, or at a moment that is nobody else's."
HUNT = "The words set others to find out who somebody is."
PROTECTED = "The words lead to a person who may not be named."
ANSWERED = "The words tell a private matter of the person you answer, where others read along."
PICKED = ("one-office", "dwelling", "advising-officer")
_POINTING = ("accuser-meant", "casualty-named", "soft-private", "your-private", "my-caller")
_TOLD_AS = ("gossip-frame", "against-their-wish")
_TITLES = frozenset(("mr", "mrs", "miss", "ms"))
_WEAK = frozenset(
    [
        "age", "bins", "court", "curtains", "dating", "ex", "fella", "funeral", "heart", "hip", "hospital",
        "hospitals", "hotel", "husband", "hubby", "infirmary", "inside", "lodger", "married", "marriage",
        "missus", "moved", "nurse", "operation", "police", "records", "recycling", "results", "savings",
        "seeing", "sofa", "surgery", "tag", "test", "tests", "texts", "ward", "wedding", "wheelchair", "wife",
        "exams", "failed", "letters", "loan", "loans", "bed", "benefits", "clinic", "stroke", "gin",
        "honeymoon", "postbag", "fired", "grave", "disability", "will", "crush",
    ]
)  # fmt: skip
_BARE = re.compile(r"\b(?:topless|naked|nudes?|undressed|in (?:her|his) underwear|in lingerie|upskirt)\b")
ANSWERS = frozenset(("reply", "comment"))


def _look(scene: Scene) -> Iterator[Said]:
    yield from _in(scene)
    if scene.shared is not None:
        yield from _in(scene.shared)


def _in(scene: Scene) -> Iterator[Said]:
    for fact in life.told(scene, *life.INTIMATE, counts=_counts):
        confidence: Confidence = (
            "likely" if fact.by in {"name", "home", "office"} or fact.gossip or fact.unwilling else "possible"
        )
        because = PROTECTED if fact.hit.tag == "hidden-identity" else FACT
        yield scene.sentence_match(PROVISION, fact.hit, confidence, because)
    for hit in scene.hits("intimate-footage"):
        if not scene.condemned(hit):
            yield scene.sentence_match(PROVISION, hit, "likely", PICTURE)
    if scene.has(*_POINTING) or scene.shared is not None:
        yield from _pointed_at(scene)
    if scene.has("private-word"):
        yield from _adds_up(scene)
    shown = any(one.people for one in scene.context.attachments or ())
    if _undressed(scene):
        yield scene.match(PROVISION, None, "likely", PICTURE)
    for hit in scene.hits("against-their-wish") if shown and scene.has("private-ground") else ():
        yield scene.sentence_match(PROVISION, hit, "likely", PICTURE)
    for hit in scene.hits("private-message", "sighting", "prying"):
        meant = scene.person_near(hit, sentences=1) or scene.has_near(hit, "one-office", "dwelling", sentences=1)
        if meant and not (life.with_leave(scene, hit) or scene.has_near(hit, "own-circle")):
            yield scene.sentence_match(PROVISION, hit, "likely", FACT)
    set_on = scene.could_have("hunt") and (shown or scene.has("illness", "dwelling"))
    for hit in scene.hits("hunt") if set_on else ():
        yield scene.sentence_match(PROVISION, hit, "possible", HUNT)


def _adds_up(scene: Scene) -> Iterator[Said]:
    """See words of private life beside one person: told as gossip, of a resident by name, or to the one answered."""
    of = scene.view.of_sentence
    private = scene.hits("private-word")
    if all(life.general(scene, hit) for hit in private):
        return
    for hit in scene.hits(*_TOLD_AS) if _may_be_gossip(scene, private) else ():
        here = of[hit.first]
        near = [one for one in private if abs(of[one.first] - here) <= 1]
        several = len({scene.words[one.first] for one in near}) > 1 or any(of[one.first] == here for one in near)
        picked = scene.person_near(hit, sentences=1) or scene.has_near(hit, *PICKED, sentences=1)
        if several and picked and not life.open_or_general(scene, near[0]):
            yield scene.sentence_match(PROVISION, near[0], "possible", FACT)
            return
    for hit in private if scene.people else ():
        named = scene.person_near(hit) if _WEAK.isdisjoint(scene.words[hit.first : hit.last]) else None
        if named is None:
            continue
        answered = scene.kind in ANSWERS and scene.addressed(hit)
        meant = answered or scene.words[named.first] in _TITLES
        if meant and not life.open_or_general(scene, hit) and not scene.has("private-door", "public-already"):
            yield scene.sentence_match(PROVISION, hit, "possible", ANSWERED if answered else FACT)
            return


def _may_be_gossip(scene: Scene, private: list[Hit]) -> bool:
    """Say whether words of gossip could stand beside those of private life; one word needs them in its sentence."""
    reach = int(len({scene.words[hit.first] for hit in private}) > 1)
    return any(scene.could_be_near(hit, *_TOLD_AS, sentences=reach) for hit in private)


def _undressed(scene: Scene) -> bool:
    """Say whether somebody is shown undressed, and nothing says that it is art, health or with leave."""
    bare = scene.part == "draft" and any(
        one.people and _BARE.search(f"{one.alt or ''} {one.source or ''}".lower())
        for one in scene.context.attachments or ()
    )
    return bare and not scene.has("sex-decent", "with-leave")


def _pointed_at(scene: Scene) -> Iterator[Said]:
    """See people who are picked out without a name: an accuser, the one answered, somebody from a surgery."""
    meant = scene.hits("accuser-meant")
    if not meant and scene.kind == "share" and scene.shared is not None and scene.shared.has("accuser-meant"):
        meant = scene.hits("picks-out")
    for hit in meant:
        led_to = scene.has_near(hit, "picks-out", sentences=2) or scene.person_near(hit) is not None
        if led_to and not (scene.reported(hit) or life.with_leave(scene, hit)):
            yield scene.sentence_match(PROVISION, hit, "likely", PROTECTED)
            return
    for hit in scene.hits("casualty-named"):
        if not life.with_leave(scene, hit) and not scene.has("public-already"):
            yield scene.sentence_match(PROVISION, hit, "likely", FACT)
            return
    for hit in scene.hits("soft-private"):
        picked = scene.person_near(hit) or scene.has_near(hit, "one-office", "dwelling")
        told = scene.has_near(hit, "gossip-frame", "against-their-wish", sentences=1)
        if picked and told and not (life.with_leave(scene, hit) or scene.has_near(hit, "own-circle")):
            yield scene.sentence_match(PROVISION, hit, "possible", FACT)
            return
    for hit in scene.hits("your-private"):
        if scene.kind in ANSWERS and not scene.negated(hit):
            yield scene.sentence_match(PROVISION, hit, "likely", ANSWERED)
            return
    yield from _callers(scene)


def _callers(scene: Scene) -> Iterator[Said]:
    for caller in scene.hits("my-caller") if scene.kind not in ANSWERS else ():
        fact = scene.near(caller, *life.INTIMATE, sentences=2)
        if fact is None or life.with_leave(scene, fact):
            continue
        if scene.has_near(caller, "care-or-court", *life.HEALTH, sentences=2):
            yield scene.sentence_match(PROVISION, fact, "possible", FACT)
            return


def _counts(fact: Told) -> bool:
    """Weigh how plainly the person is meant against how private the fact is and how it is told."""
    scene = fact.scene
    if fact.hit.tag == "hidden-identity":
        others = [
            hit for hit in scene.hits("hidden-identity") if hit.first >= fact.hit.last or hit.last <= fact.hit.first
        ]
        return bool(others)
    if fact.by in {"name", "home", "office", "colleague"}:
        return True
    # In an answer the thread knows who is meant.
    told_on = scene.kind in ANSWERS and fact.hit.tag in {"care-or-court", "illness", "money-trouble"}
    return fact.gossip or fact.unwilling or told_on


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        *life.INTIMATE,
        "intimate-footage",
        "private-message",
        "sighting",
        "prying",
        "accuser-meant",
        "your-private",
        "my-caller",
        "casualty-named",
        "soft-private",
        "private-word",
    ),
    wakes_on=("attachments",),
    languages=("en", "sco"),
)
