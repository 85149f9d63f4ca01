"""Sees details by which another person can be found or known: number, address, car, a house with an illness.

Authority: UK GDPR Articles 6 and 9; Data Protection Act 2018 s.170 and, for a councillor's casework, the Information
Commissioner's guidance for elected representatives. Quiet: the author's own published contact details, an imprint
(Elections Act 2022 s.41 asks for its address), a council's or an organiser's number, a public venue, a planning
application. Where somebody is said to have agreed, or a name stands with a number for an event, it asks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _casework as casework
from cllr.core.detectors import _private_life as life
from cllr.core.detectors._identifiers import Identifier, identifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detectors._private_life import Told
    from cllr.core.scene import Scene

PROVISION = "personal-data"
DETAIL = "The words hold another person's {kind}."
FACT = "The words say what is going on in somebody's life, and that person can be picked out."
CASE = "The words tell in public what stands in somebody's case."
INVITED = "The words ask people to set down personal details where everybody reads them."
CHILD = "A child can be found from these words."
LIST = "What you attach or show holds people's names and details."

_ALWAYS = frozenset(("National Insurance number", "NHS number", "bank account", "date of birth"))
_IMPRINT = re.compile(
    r"\b(?:promoted|printed|published|hyrwyddwyd|argraffwyd|cyhoeddwyd)\b.{0,60}\b(?:by|gan|behalf|ar ran)\b|"
    r"\bimprint\b"
)
_OWN = re.compile(
    r"\b(?:my|mine|me on|me at|come to mine|call me|ring me|text me|email me|reach me|contact me|message me|"
    r"write to me|"
    r"i live|ours|our house|i'm at|im at|we're at|cllr\.|councillor@|@.{0,40}gov\.uk)\b"
)
_PUBLIC_PLACE = re.compile(
    r"\b(?:hall|chapel|church|mosque|temple|gurdwara|synagogue|library|office|offices|pub|inn|arms|cafe|café|club|"
    r"school|"
    r"centre|center|surgery|shop|store|meeting|event|committee|room|rooms|museum|gallery|theatre|clinic|pharmacy|"
    r"market|"
    r"stall|bookings?|tickets?|doors open|venue|application|applications|planning|extension|dormer|proposal|site|"
    r"development|demolition|licen[cs]e|licensing|polling|depot|garage|hotel|restaurant|takeaway|open day|fair|"
    r"fete|"
    r"coffee morning|drop-in|drop in|hub|festival|collection point|closure|closed|roadworks|diversion|bus stop)\b"
)
_ORGANISER = re.compile(
    r"\b(?:tickets?|book|booking|bookings|enter|entry|entries|volunteer|volunteers|details|info|information|"
    r"contact|"
    r"stall|stalls|register|join|rsvp|organiser|secretary|sign up|council|office|helpline|hotline|line|"
    r"switchboard|desk|"
    r"reception|team|advice|centre|surgery|police|101|crimestoppers|samaritans|box office|order|orders|deliver|"
    r"enquiries)\b"
)
_OTHERS = re.compile(
    r"\b(?:his|her|their|hers|he|she|him|them|who|mr|mrs|ms|miss|whoever|driver|owner|somebody|someone)\b"
)
_INCITED = re.compile(
    r"\b(?:give (?:him|her|them) a (?:bell|ring|call|wave|knock|shout|piece)|ring (?:him|her|them) (?:and|up|"
    r"yourself|now|at|to)|ring (?:him|her|them)[.!]|ring round|have a (?:chat|word)|"
    r"pay (?:him|her|them) a|pop round|knock on|let (?:him|her|them) know|go and (?:see|tell|have|ask|knock)|"
    r"love to hear|"
    r"tell (?:him|her|them)|you know where (?:he|she|they) lives?|ask (?:him|her|them)|say (?:hi|hello|ta)|"
    r"show up|turn up|"
    r"somebody will know|anyone know (?:who|him|her)|name and shame|spread the word|do(?:es)? not pick up|"
    r"find (?:him|her)|fill your boots|go wild|morning noon and night|"
    r"help yourselves|have fun|give (?:him|her) hell)\b"
)
_ACCUSED = re.compile(
    r"\b(?:fly.?tipp\w{0,4}|parked|parking|idiot|selfish|speeding|speeder|blue badge|dog mess|caught|culprit|"
    r"grassed|"
    r"complained|complainant|objector|reported|dobbed|snitch\w{0,4}|litter\w{0,4}|dealer|dealing|thief|banned|"
    r"blocking|"
    r"owner|driver|who owns|whose)\b"
)
_CRIME_APPEAL = re.compile(r"\b(?:stolen|nicked|theft|crime (?:ref|number)|missing|lost|found|appeal)\b")
_DETAILS_SHOWN = re.compile(
    r"\b(?:passport|driving licen[cs]e|bank statement|payslip|benefits? letter|birth certificate|"
    r"medical (?:record|letter|"
    r"notes)|hospital letter|tenancy agreement|(?:names?|addresses|phone numbers|telephone numbers|emails?)(?:,|"
    r" and)? "
    r"(?:and )?(?:home |house |flat |door )?(?:addresses|telephone|phone|emails?|numbers)|petition sheets?|"
    r"sign.?up sheet|"
    r"membership list|"
    r"electoral roll|register of electors|canvass (?:sheet|list|card)|contact list|case ?file|"
    r"spreadsheet of (?:names|residents))\b"
)
_THEIR_NUMBER = re.compile(
    r"\b(?:(?:his|her|their) (?:own |home |mobile |private )?(?:number|mobile|landline|email)|"
    r"home (?:number|phone|landline)|at home|(?:own number|personal mobile|private number)|"
    r"(?:his|her|their) (?:wife|husband|mum|mother|dad|son|daughter|partner)'?s(?: (?:number|mobile|phone))?)\b"
)
_AGED_CHILD = re.compile(r"\b[A-Z][a-z]{1,15},? \(?(?:aged? )?(?:[4-9]|1[0-7])\)")
_OFFERED = re.compile(
    r"\b(?:zoom in|you(?:'ll| will|'d)? (?:find|see)|so you can see|numbers?|names|addresses|enjoy|have a look|"
    r"put|posted|"
    r"here's|here is|here are|see who|screenshot|up|below|attached)\b"
)


def _look(scene: Scene) -> Iterator[Said]:
    found = identifiers(scene)
    if found:
        yield from _details(scene, found)
    if not _TAGS.isdisjoint(scene.found):
        yield from _facts(scene)
        yield from _case(scene)
        yield from _lists(scene)
    if scene.context.attachments:
        yield from _attached(scene)


# ---- details


def _details(scene: Scene, found: list[Identifier]) -> Iterator[Said]:
    if not scene.words or _IMPRINT.search(scene.norm):
        return
    asked = False
    around = _Around(scene)
    # A number or an e-mail address says more where a further way to the same door stands beside it.
    several = sum(one.kind in {"telephone number", "home address", "e-mail address"} for one in found) > 1
    for one in found:
        said = _weigh(scene, one, around, several=several)
        if said == "raise":
            yield scene.match(PROVISION, around.words(one), "likely", DETAIL.format(kind=one.kind))
        elif said == "ask" and not asked:
            asked = True
            yield scene.ask(PROVISION, "lawful-basis", f"The words hold a {one.kind}.")


class _Stretch:
    """Some sentences. What is looked for in them is looked for once, however many details they hold."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: dict[int, bool] = {}
        self._beside: dict[str, bool] = {}

    def says(self, what: re.Pattern[str]) -> bool:
        """Say whether an expression (one of this module) finds anything."""
        said = self._said.get(id(what))
        if said is None:
            said = self._said[id(what)] = what.search(self._text) is not None
        return said

    def public_place_beside(self, address: str) -> bool:
        """Say whether a public place is named in other words than those of an address."""
        if not self.says(_PUBLIC_PLACE):
            return False
        said = self._beside.get(address)
        if said is None:
            # One that stands apart from every place where the address stands says it without a second search.
            reach = len(address) - 1
            said = self._beside[address] = any(
                self._text.find(address, max(0, start - reach), end + reach) < 0 for start, end in self._places
            ) or bool(_PUBLIC_PLACE.search(self._text.replace(address, " ")))
        return said

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in _PUBLIC_PLACE.finditer(self._text)]


class _Around:
    """What stands around the details of a draft."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._stretches: dict[tuple[int, int], _Stretch] = {}

    def words(self, one: Identifier) -> tuple[int, int]:
        """Return the words of a detail; the last of the text where it is made of signs alone."""
        view = self._scene.view
        first = min(bisect_right(view.ends, one.start), len(view.ends) - 1)
        return first, max(bisect_left(view.starts, one.end, first), first + 1)

    def sentences(self, one: Identifier, reach: int) -> _Stretch:
        """Return the sentence that holds a detail, and up to `reach` before and after it."""
        scene = self._scene
        of = scene.view.of_sentence
        first, last = self.words(one)
        low = max(0, of[first] - reach)
        high = min(len(scene.sentences) - 1, of[last - 1] + reach)
        held = self._stretches.get((low, high))
        if held is None:
            text = scene.norm[scene.sentences[low].start : scene.sentences[high].end]
            held = self._stretches[low, high] = _Stretch(text)
        return held

    def named(self, one: Identifier) -> bool:
        """Say whether somebody is named near a detail: in its sentence, the one before or the one after."""
        of = self._scene.view.of_sentence
        first, last = self.words(one)
        here = of[first]
        low, high = bisect_left(of, here - 1), bisect_right(of, here + 1)
        return self._named_within(low, first) or self._named_within(last, high)

    @cached_property
    def _people(self) -> list[int]:
        return sorted(mention.first for mention in self._scene.people)

    def _named_within(self, low: int, high: int) -> bool:
        return bisect_left(self._people, low) < bisect_left(self._people, high)


def _weigh(scene: Scene, one: Identifier, around: _Around, *, several: bool) -> str | None:
    """Return whether a detail is raised, asked about or left alone."""
    here = around.sentences(one, 0)
    own = here.says(_OWN)
    if one.kind in _ALWAYS:
        return None if own else "raise"
    if own or one.kind == "postcode":
        return None
    if one.kind == "case reference":
        return "raise" if scene.kind == "reply" and not here.says(_ORGANISER) else None
    near = around.sentences(one, 1)
    if one.kind == "registration mark":
        return "ask" if near.says(_CRIME_APPEAL) else _weigh_door(here, near, one, around)
    if scene.has("with-leave") and not scene.has("against-their-wish"):
        return "ask"
    if one.kind == "home address":
        public = here.public_place_beside(scene.norm[one.start : one.end])
        return None if public else _weigh_door(here, near, one, around)
    return _weigh_contact(here, near, named=around.named(one), several=several)


def _weigh_door(here: _Stretch, near: _Stretch, one: Identifier, around: _Around) -> str | None:
    """Weigh a car or a home: it is somebody's where one is blamed, sent for, named or spoken of."""
    meant = near.says(_INCITED) or near.says(_ACCUSED) or here.says(_OTHERS) or around.named(one)
    return "raise" if meant else None


def _weigh_contact(here: _Stretch, near: _Stretch, *, named: bool, several: bool) -> str | None:
    """Weigh a telephone number or an e-mail address."""
    if (named or near.says(_OTHERS)) and near.says(_INCITED):
        return "raise"
    if not named:
        return None
    if several and not here.says(_ORGANISER):
        return "raise"
    return "raise" if here.says(_THEIR_NUMBER) else "ask"


# ---- facts and children


def _facts(scene: Scene) -> Iterator[Said]:
    for fact in life.told(scene, *life.SENSITIVE, counts=_counts):
        yield scene.sentence_match(PROVISION, fact.hit, "likely", FACT)
    if life.told(scene, *life.SENSITIVE, counts=_may_be_known, released=True):
        yield scene.ask(PROVISION, "lawful-basis", "The words tell of somebody's life, and say that it may be told.")
    hits = scene.hits("child-whereabouts")
    told = hits or scene.has("care-or-court")
    if told and _AGED_CHILD.search(scene.text) and not scene.has("with-leave"):
        yield scene.whole(PROVISION, "likely", CHILD)
    apart = len(hits) > 1 and max(hit.first for hit in hits) >= min(hit.last for hit in hits)
    if apart and not life.with_leave(scene, hits[0]) and not scene.has("own-circle"):
        yield scene.sentence_match(PROVISION, hits[0], "likely", CHILD)


def _counts(fact: Told) -> bool:
    """Say whether the person is plainly meant."""
    if fact.hit.tag == "hidden-identity" and fact.by != "home":
        return False
    if fact.by == "role":
        return fact.hit.tag == "staff-matter" or fact.gossip or fact.unwilling
    return fact.by in {"name", "home", "office", "colleague"}


def _may_be_known(fact: Told) -> bool:
    return fact.by in {"name", "home", "role", "colleague"}


def _case(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("bring-here") if "asked-detail" in scene.found else ():
        public = scene.has_near(hit, "in-public-here") and not scene.has("private-door")
        if public and scene.has_near(hit, "asked-detail") and not scene.negated(hit):
            yield scene.sentence_match(PROVISION, hit, "likely", INVITED)
            break
    for hit in casework.taken_up(scene) if scene.kind in casework.ANSWERS else ():
        yield scene.sentence_match(PROVISION, hit, "likely", CASE)


def _lists(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("documents-shown"):
        if not life.with_leave(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "likely", LIST)
    for hit in scene.hits("list-of-people"):
        if scene.words[hit.first] in {"pasting", "posting", "publishing", "putting", "sharing", "post", "publish"}:
            yield scene.sentence_match(PROVISION, hit, "likely", LIST)
        else:
            yield scene.ask(PROVISION, "lawful-basis", "A list of people is put to another use.")


def _attached(scene: Scene) -> Iterator[Said]:
    for attachment in scene.context.attachments or ():
        if attachment.alt and _DETAILS_SHOWN.search(attachment.alt.lower()) and _OFFERED.search(scene.norm):
            yield scene.match(PROVISION, None, "likely", LIST)


_WAKES = (
    *life.SENSITIVE,
    "asked-detail",
    "child-whereabouts",
    "documents-shown",
    "list-of-people",
    *casework.WAKES,
)
_TAGS = frozenset(_WAKES)

DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    # Details are seen by their form, so every draft is looked at; the tags are named to be looked for first.
    always=True,
    wakes=_WAKES,
    languages=("en", "sco"),
)
