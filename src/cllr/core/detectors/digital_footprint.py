"""Sees quizzes, birthdays and pictures that give away what banks and platforms ask to know somebody again.

Authority: the founding policies; National Cyber Security Centre, "Social media: how to use it safely". Two answers in
one text, one in a name game, or a date of birth are a set; one given with its name may be; a taste is small talk.
Quiet: warnings against such quizzes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Attachment
    from cllr.core.scene import Scene

PROVISION = "digital-footprint"
ANSWERS = "The words give away what is used to prove who you are: pets, schools, streets, maiden names."
BIRTH = "The words tell when you were born, which many use to prove who you are."
CARD = "The picture shows a card or document with which somebody could pass for you."
_CARD = re.compile(
    r"\b(?:(?:debit|credit|bank) cards?|cards spread|passports?|driving licen[cs]e|"
    r"(?:birth|degree|marriage) certificate|boarding pass(?:es)?|cheque|signature|registration document|v5c?|"
    r"log ?book|birth notice|payslip|bank (?:letter|statement)|(?:qr|bar) ?codes?|"
    r"(?:letter|card|document|form) with .{0,30}(?:account|sort code|number|address)|"
    r"booking (?:confirmation|reference|name)|passwords? (?:readable|visible|showing)|card digits|date of birth|"
    r"(?:council|staff|access|id|library|club|loyalty|insurance|vaccination|membership) (?:card|pass|badge)|"
    r"(?:card|letter|certificate|document|pass|licen[cs]e|form|bill|tickets?|statement|badge|contract|screenshot|"
    r"envelope|label|notice|diary|page|app|profile|invitation|confirmation)\b.{0,40}\b(?:numbers?|reference|"
    r"date of birth|address|account|codes?|barcode|full name|names?,? (?:and|date)|readable|legible))\b"
)
_SAFE = re.compile(
    r"\b(?:blurred|covered|covering|hidden|redacted|blacked out|obscured|mock-?up|specimen|sample|novelty|oversized|"
    r"giant|no (?:account|number|name)|drawing|someone else|residents?'?s?|constituents?|visitor|"
    r"poster|leaflet|stall)\b"
)
_NAME = re.compile(r"\s[\"'(]?(?:[A-Z][a-z]|\d)")
_FIRST_PERSON = frozenset(["i", "my", "me", "mine", "im", "ive", "our", "we", "us", "fy", "mi", "fi", "myself"])


def _look(scene: Scene) -> Iterator[Said]:
    if scene.has("footprint-warning"):
        return
    if any(_shows_card(attachment) for attachment in scene.context.attachments or ()):
        yield scene.match(PROVISION, None, "likely", CARD)
    if scene.context.attachments is None:
        for hit in scene.hits("my-documents"):
            yield scene.sentence_match(PROVISION, hit, "possible", CARD)
    yield from _told(scene)
    yield from _answered(scene)


def _told(scene: Scene) -> Iterator[Said]:
    """See what gives away much at once: a password, a filled-in list, a date of birth."""
    for hit in scene.hits("gives-away"):
        if not scene.negated(hit):
            yield scene.sentence_match(PROVISION, hit, "likely", ANSWERS)
    if not _FIRST_PERSON.isdisjoint(scene.words):
        for hit in scene.hits("own-birthday"):
            if _dated(scene, hit):
                yield scene.sentence_match(PROVISION, hit, "likely", BIRTH)


def _answered(scene: Scene) -> Iterator[Said]:
    """See single answers that make a set, or that come with their name."""
    answers = _apart(scene.hits("security-answer", "small-answer", "own-birthday"))
    strong = [hit for hit in answers if hit.tag != "small-answer"]
    if (strong and len(answers) > 1) or len(answers) > 2 or (strong and scene.has("name-game")):
        yield scene.sentence_match(PROVISION, answers[0], "likely", ANSWERS)
    for hit in strong:
        if hit.tag == "security-answer" and _named_by_author(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", ANSWERS)


def _shows_card(attachment: Attachment) -> bool:
    described = (attachment.alt or "").lower()
    return _CARD.search(described) is not None and not _SAFE.search(described)


def _dated(scene: Scene, hit: Hit) -> bool:
    """Say whether a day, month or year stands near words of a birthday."""
    return scene.has_near(hit, "date-told", sentences=1)


def _named_by_author(scene: Scene, hit: Hit) -> bool:
    """Say whether the author speaks, and a name or number follows in the sentence."""
    start, end = scene.view.span(scene.view.starts[hit.first], scene.sentence(hit).end)
    return not _FIRST_PERSON.isdisjoint(scene.sentence_words(hit)) and _NAME.search(scene.text[start:end]) is not None


def _apart(hits: list[Hit]) -> list[Hit]:
    """Return the hits that do not overlap one before them."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("security-answer", "gives-away", "own-birthday", "small-answer", "my-documents"),
    wakes_on=("attachments",),
    languages=("en", "sco"),
)
