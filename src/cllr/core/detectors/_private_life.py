"""Who is meant by a private fact, and whether it is somebody else's, told without leave.

A fact ("on dialysis", "behind with the rent") counts only where it is said of one person who can be picked out: by
name, by home, by an office or a tie. What the author tells of himself or his own family, what those concerned
asked to have told, the dead, and what is said of people in general stay out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cllr.core.detectors._identifiers import identifiers

if TYPE_CHECKING:
    from collections.abc import Callable

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

HEALTH = ("illness", "pregnancy")
SENSITIVE = (*HEALTH, "money-trouble", "care-or-court", "staff-matter", "hidden-identity")
"""Facts that are personal data of a kind people expect to be kept."""
INTIMATE = (*HEALTH, "love-life", "family-break", "money-trouble", "care-or-court", "hidden-identity")
"""Facts of somebody's private life."""
_NEED_SUBJECT = frozenset(("illness", "staff-matter", "care-or-court", "money-trouble"))
WAKES = tuple(dict.fromkeys(SENSITIVE + INTIMATE))

_THIRD = frozenset(
    [
        "he",
        "she",
        "hes",
        "shes",
        "his",
        "her",
        "him",
        "hers",
        "himself",
        "herself",
        "who",
        "whos",
        "whose",
        "hed",
        "shed",
        "hell",
    ]
)
_SOMEBODY = frozenset(
    [
        "lad",
        "lads",
        "lass",
        "girl",
        "boy",
        "bairn",
        "child",
        "kid",
        "baby",
        "woman",
        "man",
        "lady",
        "bloke",
        "chap",
        "fella",
        "feller",
        "husband",
        "wife",
        "partner",
        "missus",
        "daughter",
        "son",
        "mum",
        "mam",
        "dad",
        "mother",
        "father",
        "neighbour",
        "neighbours",
        "family",
        "couple",
        "tenant",
        "resident",
        "objector",
        "complainant",
        "clerk",
        "colleague",
        "councillor",
        "cllr",
        "member",
        "widow",
        "widower",
        "brother",
        "sister",
        "ex",
        "people",
        "someone",
        "somebody",
        "director",
        "manager",
        "officer",
        "mayor",
        "leader",
        "chair",
    ]
)
_TOPICS = frozenset(
    [
        "motion",
        "speech",
        "charity",
        "charitys",
        "campaign",
        "question",
        "support",
        "awareness",
        "policy",
        "strategy",
        "service",
        "services",
        "debate",
        "budget",
        "funding",
        "report",
        "petition",
        "fund",
        "fundraiser",
        "fundraising",
        "appeal",
        "event",
        "talk",
        "stall",
        "raffle",
        "walk",
        "marathon",
        "run",
        "group",
        "cafe",
        "centre",
        "committee",
        "about",
        "against",
        "tackling",
        "fight",
        "fighting",
        "beat",
        "prevent",
        "prevention",
        "help",
        "helping",
        "training",
        "work",
        "working",
    ]
)
_GENERAL = frozenset(
    [
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "people",
        "residents",
        "those",
        "families",
        "patients",
        "many",
        "some",
        "most",
        "all",
        "if",
        "every",
        "sufferers",
        "parents",
        "households",
        "thousands",
        "hundreds",
    ]
)
_DEAD = frozenset(
    [
        "rip",
        "died",
        "dies",
        "dead",
        "passed",
        "death",
        "funeral",
        "condolences",
        "memorial",
        "memory",
        "late",
        "obituary",
        "bereaved",
        "mourn",
        "mourning",
        "tribute",
        "tributes",
        "remembered",
    ]
)
_MEMORY_PLACES = frozenset(["cafe", "café", "clinic", "club", "choir", "ward"])
_RAISING = frozenset(
    ["fundraiser", "fundraising", "justgiving", "gofundme", "donate", "donations", "sponsor", "sponsored", "raising"]
)


class Told(NamedTuple):
    """A private fact of somebody else: the hit, how the person can be picked out, and signs around it."""

    scene: Scene
    hit: Hit
    by: str
    """`name`, `home`, `office`, `role`, `colleague` (the only one in the context) or `he or she`."""

    @property
    def gossip(self) -> bool:
        """Say whether it is told as gossip."""
        return self.scene.has_near(self.hit, "gossip-frame", sentences=1)

    @property
    def unwilling(self) -> bool:
        """Say whether the words say that those concerned do not know or do not wish it."""
        return self.scene.has_near(self.hit, "against-their-wish", sentences=1)


def told(
    scene: Scene, *tags: str, counts: Callable[[Told], bool] | None = None, released: bool = False
) -> list[Told]:
    """Return the private facts of the given tags that are somebody else's and were told without leave.

    With `counts`, only those for which it holds: it is asked before what takes longer to tell. With `released`,
    return those that the words say may be told instead.
    """
    hits = scene.hits(*tags)
    if not hits:
        return []
    judged = scene.once(_judged)
    found = []
    for hit in hits:
        if hit not in judged.by:
            judged.by[hit] = _of_whom(scene, hit)
        by = judged.by[hit]
        if by is None:
            continue
        fact = Told(scene, hit, by)
        if counts is not None and not counts(fact):
            continue
        if hit not in judged.released:
            judged.released[hit] = None if _own(scene, hit) else _released(scene, hit)
        if judged.released[hit] is released:
            found.append(fact)
    return found


class _Judged(NamedTuple):
    """The facts of a scene that were judged, for several detectors ask about the same."""

    by: dict[Hit, str | None]
    """How the person can be picked out; None where it is nobody in particular."""
    released: dict[Hit, bool | None]
    """Whether it may be told; None where it is the author's own."""


def _judged(scene: Scene) -> _Judged:
    del scene
    return _Judged({}, {})


def _of_whom(scene: Scene, hit: Hit) -> str | None:
    """Return how the person a fact is told of can be picked out, or None."""
    if hit.tag in _NEED_SUBJECT and not _predicated(scene, hit):
        return None
    return None if general(scene, hit) else _by(scene, hit)


def open_or_general(scene: Scene, hit: Hit) -> bool:
    """Say whether a fact is the author's own, told with leave, of the dead, or of people in general."""
    return _own(scene, hit) or _released(scene, hit) or general(scene, hit)


def with_leave(scene: Scene, hit: Hit, sentences: int = 2) -> bool:
    """Say whether those concerned are said to have agreed, and nothing says the contrary."""
    return scene.has_near(hit, "with-leave", sentences=sentences) and not scene.has_near(
        hit, "against-their-wish", sentences=sentences
    )


def _released(scene: Scene, hit: Hit) -> bool:
    words = scene.words
    dead = _DEAD.intersection(words)
    if "memory" in dead and not _MEMORY_PLACES.isdisjoint(words):
        dead -= {"memory"}
    if dead or not _RAISING.isdisjoint(words):
        return not scene.has("against-their-wish")
    return with_leave(scene, hit)


def general(scene: Scene, hit: Hit) -> bool:
    """Say whether the sentence speaks of people in general, and names nobody."""
    words = scene.sentence_words(hit)
    if _GENERAL.isdisjoint(words):
        return False
    return _THIRD.isdisjoint(words) and scene.person_near(hit) is None and not scene.has_near(hit, "dwelling")


def _own(scene: Scene, hit: Hit) -> bool:
    """Say whether the author speaks of himself or of his own family."""
    words = scene.words
    inside = words[hit.first : hit.last]
    if not {"my", "ive", "im", "our", "weve", "me", "us"}.isdisjoint(inside) and hit.tag != "love-life":
        return True
    of = scene.view.of_sentence
    for own in scene.hits("own-circle"):
        if of[own.first] == of[hit.first] and own.first <= hit.last + 1:
            return True
        # "Three weeks of my mum in hospital. She has ...": the pronoun of the next sentence is hers.
        if 0 < of[hit.first] - of[own.first] <= 2 and scene.person_near(hit, sentences=1) is None:
            return True
    return False


def _predicated(scene: Scene, hit: Hit) -> bool:
    """Say whether a word of illness is said of somebody: a subject goes before it and no topic lies between."""
    words = scene.words
    first = max(scene.sentence(hit).first, hit.first - 14)
    row = words[first : hit.last]
    subject = max(
        (index for index, word in enumerate(row) if word in _THIRD or word in _SOMEBODY),
        default=None,
    )
    named = [m for m in scene.people if first <= m.first <= hit.last]
    if subject is None and not named:
        return scene.person_near(hit, sentences=1) is not None and scene.has_near(hit, "dwelling", "gossip-frame")
    begun = first + (subject or 0) if subject is not None else named[-1].last
    after = words[hit.last : hit.last + 2]
    return _TOPICS.isdisjoint(words[begun : hit.first]) and _TOPICS.isdisjoint(after)


def _by(scene: Scene, hit: Hit) -> str | None:
    """Return how the person can be picked out, or None where nobody is meant."""
    words = set(scene.sentence_words(hit))
    if scene.person_near(hit) is not None:
        return "name"
    if scene.person_near(hit, sentences=1) is not None and not _THIRD.isdisjoint(words):
        return "name"
    if scene.has_near(hit, "dwelling", sentences=1) or _address_near(scene, hit):
        return "home"
    if scene.has_near(hit, "one-office"):
        return "office"
    if scene.has_near(hit, "one-office", sentences=1) and not _THIRD.isdisjoint(words):
        return "office"
    if scene.has_near(hit, "one-role", sentences=1):
        return "role"
    if _THIRD & words or words & {"lass", "lad"}:
        known = (*(scene.context.colleagues or ()), *(scene.context.officers or ()))
        return "colleague" if len(known) == 1 else "he or she"
    return None


def _address_near(scene: Scene, hit: Hit) -> bool:
    sentence = scene.sentence(hit)
    return any(
        one.kind in {"home address", "postcode"} and sentence.start <= one.start < sentence.end
        for one in identifiers(scene)
    )
