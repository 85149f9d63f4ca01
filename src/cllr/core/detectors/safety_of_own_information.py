"""Sees what leaves the author vulnerable: an empty house, a hidden key, a lonely routine, a home with an open door.

Authority: the founding policies; Local Government Association and police advice to councillors on personal safety;
Localism Act 2011 s.32 for addresses kept out of the register. Single signs are everyday life: two that fit together
are needed, save for a key, a live location or a document shown. Quiet: what is over ("back since Saturday"), a
public venue, an office, an imprint, advice to others, published contact details.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._identifiers import identifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "safety-of-own-information"
EMPTY = "The words say that your home is or will be empty."
KEY = "The words say where a key is, or how to get in."
ALONE = "The words say that you are alone, and where or when."
ROUTINE = "The words say where you are to be found at a fixed time."
HOME = "The words lead to your home, or show how easily it is entered."
PLACE = "The words let others see where you are at this moment."
WORTH = "The words say what is worth stealing, and where it is."
CHILD = "The words say where your child is, or when nobody is with it."
NUMBER = "The words hold a number, address or date of your own with which you could be found or copied."
ANSWERS = "The words answer what banks ask to know you again: a first pet, a school, a maiden name."
PAPER = "What you show is a card, map or document that can be misused."

_PAPERS = re.compile(
    r"\b(?:boarding pass(?:es)?|passports?|driving licen[cs]e|(?:debit|credit|bank) cards?|bank statement|payslip|"
    r"house keys?|door keys?|house number|name and address|address label|number plate.{0,40}(?:house|home|drive)|"
    r"route.{0,30}(?:start|from|home|house|pinned)|"
    r"(?:map|app|tracker)\b.{0,40}\b(?:starts?|finish\w*|ends?|pinned)\b.{0,30}\b"
    r"(?:house|home|flat|front gate|drive)\b|(?:council|staff|access|key|id) (?:card|pass|badge)|"
    r"parking permit|booking reference|school (?:badge|gate|sign|uniform|jumper)|(?:street|road|gate) sign|"
    r"live location|front door|photo ?card licen[cs]e|(?:provisional|full) licen[cs]e|"
    r"(?:address|date of birth|card number|account number|sort code|postcode)\b[^.]{0,40}\b"
    r"(?:readable|visible|legible|showing|on show|in view))\b"
)
_COVERED = re.compile(
    r"\b(?:blurred|covered|hidden|redacted|blacked out|obscured|mock-?up|specimen|sample|drawing)\b"
)
_FIRST_PERSON = frozenset(
    ["i", "ive", "im", "ill", "my", "we", "weve", "our", "me", "id", "us", "ma", "mine", "ours", "fy", "dw", "rydym"]
)
_OWN = frozenset(["my", "our", "ours", "mine", "ma", "wor", "fy"])
_PARENT = frozenset(["dads", "mums", "mams", "daddy", "daddys", "mummy", "mummys", "grandads", "nans"])
_OTHERS = frozenset(["tenants", "his", "her", "their", "residents", "somebodys", "constituent", "constituents"])
_MY_NUMBER = re.compile(r"\b(?:my|mine|me|i was|i'm|home|personal|private|us)\b")
_NUMBERS = frozenset(("National Insurance number", "NHS number", "bank account", "date of birth"))
_REACHED = frozenset(("telephone number", "e-mail address", "registration mark"))
_PUBLIC = re.compile(
    r"\b(?:hall|chapel|church|library|office|offices|centre|shop|surgery|pub|cafe|café|club|council|hustings|stall|"
    r"market|museum|station|hospital|committee|campaign|candidate)\b"
)


class _Rule(NamedTuple):
    """Words of `anchor` count where one of `beside` stands in the same sentence or the next to it."""

    anchor: str
    beside: tuple[str, ...]
    confidence: Confidence
    because: str


_LONELY = ("routine", "route", "own-absence", "locates-home", "own-home", "own-walk")
_RULES = (
    _Rule("hidden-key", (), "likely", KEY),
    _Rule("house-empty", ("own-absence", "away-now", "everybody-gone", "own-home", "routine"), "likely", EMPTY),
    _Rule("own-absence", ("everybody-gone",), "possible", EMPTY),
    _Rule("away-now", ("own-absence", "everybody-gone"), "possible", EMPTY),
    _Rule("location-shared", (), "likely", PLACE),
    _Rule("child-at-home", (), "likely", CHILD),
    _Rule("alone", ("routine", "no-help", "home-told", "unlocked", "weak-door"), "likely", ALONE),
    _Rule("alone", _LONELY, "possible", ALONE),
    _Rule("own-walk", ("routine",), "possible", ROUTINE),
    _Rule("own-walk", ("no-help",), "possible", ROUTINE),
    _Rule("unlocked", ("own-home", "home-told", "locates-home"), "likely", HOME),
    _Rule("weak-door", ("own-home", "valuables"), "likely", HOME),
    _Rule("home-told", ("locates-home",), "likely", HOME),
    _Rule("valuables", (), "possible", WORTH),
)
_ANCHORS = tuple({rule.anchor: None for rule in _RULES})
_AT_HOME = frozenset(("house-empty", "unlocked", "weak-door", "home-told", "valuables"))
"""Anchors that say nothing of a home where the sentence is about a hall, an office or a shop."""
_OF_ANY_HOME = frozenset(("unlocked", "weak-door"))
"""Anchors that name a door and not whose it is."""


def _look(scene: Scene) -> Iterator[Said]:
    yield from _papers(scene)
    said = [*_at_home(scene), *_numbers(scene), *_answers(scene)]
    if said and not scene.has("safety-advice"):
        yield from said


def _at_home(scene: Scene) -> Iterator[Said]:
    """See that a rule holds: words that say something of a home or a routine, beside others that make it risky."""
    if not scene.has(*_ANCHORS):
        return
    home = _Home(scene)
    for rule in _RULES:
        for hit in scene.hits(rule.anchor):
            if home.holds(hit, rule):
                yield scene.sentence_match(PROVISION, hit, rule.confidence, rule.because)


def _answers(scene: Scene) -> Iterator[Said]:
    """See several answers to security questions in one text, or one in a game that gathers them."""
    if not scene.has("security-answer") or (_FIRST_PERSON.isdisjoint(scene.words) and not scene.has("name-game")):
        return
    apart: list[Hit] = []
    for hit in scene.hits("security-answer"):
        if not apart or hit.first >= apart[-1].last:
            apart.append(hit)
    if len(apart) > 2 or (apart and len(apart) + scene.has("name-game") > 1 and not scene.has("footprint-warning")):
        yield scene.sentence_match(PROVISION, apart[0], "possible", ANSWERS)


class _Home:
    """What the sentences of a draft say of whose home and which door; each sentence is read once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._first_person: dict[int, bool] = {}
        self._others_door: dict[int, bool] = {}
        self._public: dict[int, bool] = {}
        self._beside: dict[str, dict[int, list[Hit]]] = {}

    def holds(self, hit: Hit, rule: _Rule) -> bool:
        """Say whether a rule holds at a hit of its anchor."""
        scene = self._scene
        here = scene.view.of_sentence[hit.first]
        if rule.beside and not scene.could_be_near(hit, *rule.beside, sentences=1):
            return False
        if scene.negated(hit, 2) or not (self._says_i(here) or self._nobody_else(rule)):
            return False
        if rule.anchor in _OF_ANY_HOME and self._is_others_door(here):
            return False
        if rule.anchor in _AT_HOME and self._is_public(here):
            return False
        return not rule.beside or any(
            other.first >= hit.last or other.last <= hit.first
            for tag in rule.beside
            for at in (here - 1, here, here + 1)
            for other in self._hits_by_sentence(tag).get(at, ())
        )

    def _says_i(self, here: int) -> bool:
        """Say whether a sentence, the one before or the one after is in the first person."""
        said = self._first_person.get(here)
        if said is None:
            scene = self._scene
            row = scene.sentences[max(0, here - 1) : here + 2]
            # Without its apostrophe "we're" is the word "were".
            said = not _FIRST_PERSON.isdisjoint(scene.words[row[0].first : row[-1].last]) or "we're" in scene.norm
            self._first_person[here] = said
        return said

    def _is_others_door(self, here: int) -> bool:
        said = self._others_door.get(here)
        if said is None:
            sentence = self._scene.sentences[here]
            words = self._scene.words[sentence.first : sentence.last]
            said = self._others_door[here] = _OWN.isdisjoint(words) and not _OTHERS.isdisjoint(words)
        return said

    def _is_public(self, here: int) -> bool:
        said = self._public.get(here)
        if said is None:
            sentence = self._scene.sentences[here]
            said = _PUBLIC.search(self._scene.norm[sentence.start : sentence.end]) is not None
            self._public[here] = said
        return said

    def _nobody_else(self, rule: _Rule) -> bool:
        """Say whether an empty house or a child can only be the author's: many leave "we" and "our" out."""
        return self._parent if rule.because == CHILD else rule.because in {EMPTY, KEY} and self._alone

    @cached_property
    def _parent(self) -> bool:
        return not _PARENT.isdisjoint(self._scene.words)

    @cached_property
    def _alone(self) -> bool:
        return not self._scene.people and _OTHERS.isdisjoint(self._scene.words)

    def _hits_by_sentence(self, tag: str) -> dict[int, list[Hit]]:
        held = self._beside.get(tag)
        if held is None:
            held = self._beside[tag] = {}
            for hit in self._scene.hits(tag):
                held.setdefault(self._scene.view.of_sentence[hit.first], []).append(hit)
        return held


def _papers(scene: Scene) -> Iterator[Said]:
    if scene.context.attachments is None and not scene.has("my-documents"):
        return
    others = not _OTHERS.isdisjoint(scene.words)
    for attachment in scene.context.attachments or ():
        alt = (attachment.alt or "").lower()
        if _PAPERS.search(alt) and not _COVERED.search(alt) and not others:
            yield scene.match(PROVISION, None, "likely", PAPER)
    if scene.context.attachments is None and not others:
        for hit in scene.hits("my-documents"):
            yield scene.sentence_match(PROVISION, hit, "possible", PAPER)


def _numbers(scene: Scene) -> Iterator[Said]:
    """Raise details of the author's own: numbers of the state, the way home, a private telephone or car."""
    found = identifiers(scene)
    if not found or not scene.sentences:
        return
    ends = [sentence.end for sentence in scene.sentences]
    public: dict[int, bool] = {}
    for one in found:
        if one.kind in _NUMBERS:
            if _MY_NUMBER.search(scene.norm[max(0, one.start - 60) : one.end]):
                yield scene.match(PROVISION, None, "likely", NUMBER)
            continue
        reached = one.kind in _REACHED and scene.has("reach-me")
        if not reached and not (one.kind == "home address" and scene.has("home-told", "my-place")):
            continue
        at = min(bisect_right(ends, one.start), len(ends) - 1)
        sentence = scene.sentences[at]
        if at not in public:
            around = scene.norm[max(0, sentence.start - 80) : sentence.end]
            public[at] = _PUBLIC.search(around) is not None
        if not public[at]:
            because = NUMBER if reached else HOME
            yield scene.match(PROVISION, (sentence.first, sentence.last), "likely", because)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "hidden-key",
        "house-empty",
        "own-absence",
        "location-shared",
        "child-at-home",
        "alone",
        "unlocked",
        "home-told",
        "valuables",
        "reach-me",
        "my-documents",
        "own-walk",
        "weak-door",
        "away-now",
        "security-answer",
    ),
    wakes_on=("attachments",),
    languages=("en", "sco"),
)
