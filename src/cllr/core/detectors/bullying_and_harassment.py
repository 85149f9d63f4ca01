"""Sees pressure on one person: rows of posts, pursuit, shunning, threats of consequences, others set on somebody.

Authority: the Code of Conduct on bullying and harassment (LGA Model Code 2020, part 2); Protection from Harassment
Act 1997 ss.1, 2, 4 and 7 (a course of conduct is two occasions or more). Quiet: persistence against a body, a policy
or a missing document; calls to be civil; contests; quotation. How often somebody was posted about is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._treatment import Aims, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "bullying-and-harassment"
ROW = "The words are one more in a row about the same person."
PURSUED = "The words promise to go on at a person until he or she gives in."
UNHEEDED = "The words go on about a person who has asked you to stop."
SHUNNED = "The words hold somebody up to be shunned, and spur others on."
THREAT = "The words hold out consequences for a person's work, home or good name."
SET_ON = "The words send other people after one person."
LED_THERE = "The words tell people where somebody is to be found and send them there."
HARM = "The words speak of harming people."
MOCKED = "The words collect a person's slips or looks for others to laugh at."
PRESSED = "The words tell of pressure put on an officer."

_NO = frozenset({"dont", "not", "never", "no", "please", "stop", "nobody", "instead", "without", "kindly"})
_HE_OR_SHE = frozenset({"he", "she", "him", "her", "his", "hers", "hes", "shes", "himself", "herself"})
_I = frozenset({"i", "im", "ill", "id", "ive", "we", "well"})
_JIBES = ("looks-jibe", "wit-jibe", "sexual-jibe", "belittles")
_OURS = frozenset({"our", "my", "us", "me"})
_YOU = frozenset({"you", "your", "youre", "youll", "youve"})


def _look(scene: Scene) -> Iterator[Said]:
    found = next(_seen(Aims(scene)), None)
    if found is not None and not scene.has("own-joke"):
        hit, confidence, because = found
        yield scene.match(PROVISION, hit, confidence, because)


def _seen(aims: Aims) -> Iterator[tuple[Hit, Confidence, str]]:
    scene = aims.scene
    yield from _threats(aims)
    yield from _rows(aims)
    yield from _hounding(aims)
    for hit in scene.hits("shunned"):
        if _one(aims) and _own(scene, hit) and _spurred(scene, hit):
            yield hit, "possible", SHUNNED
    yield from _others(aims)
    for hit in scene.hits("mock-award", "kept-slips", "reduced"):
        if _one(aims) and _own(scene, hit):
            yield hit, "possible", MOCKED


def _own(scene: Scene, hit: Hit) -> bool:
    return not (scene.negated(hit) or scene.quoted(hit) or told_of(scene, hit))


def _one(aims: Aims) -> bool:
    """Say whether the text is about one person: named, in a role, or "he" or "she"."""
    scene = aims.scene
    return bool(aims.named) or not _HE_OR_SHE.isdisjoint(scene.words) or _spoken_to(scene)


def _spoken_to(scene: Scene) -> bool:
    return scene.kind in {"reply", "message", "comment"} and not _YOU.isdisjoint(scene.words)


def _spurred(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "keep-it-up", "goes-on", "gives-in", sentences=2) or "coventry" in scene.words


def _threats(aims: Aims) -> Iterator[tuple[Hit, Confidence, str]]:
    scene = aims.scene
    you = _spoken_to(scene) or not _YOU.isdisjoint(scene.words)
    for hit in scene.hits("never-work", "office-over-you", "employer-next"):
        if not _own(scene, hit):
            continue
        threatens = not _I.isdisjoint(scene.sentence_words(hit)) or scene.has("pursuit", "regret-it")
        if hit.tag == "office-over-you" or (threatens and _one(aims)):
            yield hit, "likely" if you else "possible", THREAT
    held = scene.has("never-work", "office-over-you", "employer-next", "in-my-gift")
    meant = (you or bool(aims.named)) and (_spoken_to(scene) or held)
    for hit in scene.hits("regret-it"):
        if meant and _own(scene, hit):
            yield hit, "possible", THREAT
    for hit in scene.hits("or-else"):
        if you and _own(scene, hit):
            yield hit, "likely", THREAT
    for hit in scene.hits("harm-wish"):
        first_person = not _I.isdisjoint(scene.sentence_words(hit))
        if first_person and (_one(aims) or scene.has("council-matter")) and _own(scene, hit):
            yield hit, "possible", HARM
    for hit in scene.hits("leaned-on"):
        if _own(scene, hit) and scene.has("officer-who-advises") and _cowed(scene, hit):
            yield hit, "possible", PRESSED


def _cowed(scene: Scene, hit: Hit) -> bool:
    return (
        scene.words[hit.first] in {"he", "she", "they"}
        and scene.has_near(hit, "advice-word")
        and scene.has_near(hit, "wanted-outcome", sentences=1)
    )


_BESIDE = (
    ("resigns", ("pursuit", "set-on", "kept-slips"), 1, PURSUED),
    ("once-more", ("gets-to-them", "ring-them-all", "officer-out"), 2, ROW),
    ("series", ("gets-to-them",), 2, ROW),
)
"""Tags that say something only beside others: the others, within how many sentences, and what it then is."""


def _rows(aims: Aims) -> Iterator[tuple[Hit, Confidence, str]]:
    scene = aims.scene
    if not _one(aims):
        return
    for hit in scene.hits("asked-stop"):
        if scene.has_near(hit, "goes-on", "series", "pursuit", sentences=2) and not scene.quoted(hit):
            yield hit, "likely", UNHEEDED
    for hit in scene.hits("gives-in"):
        if _own(scene, hit) and _meant(aims, hit):
            yield hit, "likely", PURSUED
    for tag, beside, sentences, because in _BESIDE:
        for hit in scene.hits(tag):
            if scene.has_near(hit, *beside, sentences=sentences) and _own(scene, hit):
                yield hit, "possible", because
    for hit in scene.hits("series", "pursuit"):
        if _own(scene, hit):
            yield from _one_more(scene, hit)
    if scene.has("series") and scene.has("asked-stop", "gives-in"):
        yield scene.hits("series")[0], "possible", ROW


def _hounding(aims: Aims) -> Iterator[tuple[Hit, Confidence, str]]:
    """See what is plain by itself: one person hounded, shamed or made to fear."""
    scene = aims.scene
    if not _one(aims):
        return
    for hit in scene.hits("hounding", "cowing"):
        if _own(scene, hit):
            yield hit, "likely", PURSUED
    for hit in scene.hits("one-in-a-row"):
        if _own(scene, hit) and scene.has("pursuit", "gives-in", "resigns", "kept-slips"):
            yield hit, "likely", ROW


def _one_more(scene: Scene, hit: Hit) -> Iterator[tuple[Hit, Confidence, str]]:
    """See whether a post of a row, or the promise of more, is about one person."""
    target = scene.has_near(hit, "still-employed", "mock-award", sentences=1)
    if target and scene.person_near(hit, sentences=1) is not None:
        yield hit, "likely", ROW
    elif scene.has("employer-next") and _spoken_to(scene):
        yield hit, "likely", PURSUED
    elif scene.has_near(hit, "insult-name", *_JIBES, sentences=1) and scene.person_near(hit, sentences=1):
        yield hit, "possible", ROW


def _meant(aims: Aims, hit: Hit) -> bool:
    """Say whether the author, or others at his bidding, go on until somebody gives in."""
    scene = aims.scene
    return scene.has_near(hit, "pursuit", "series", "set-on", "keep-it-up", "mock-award", sentences=2) or not (
        _I.isdisjoint(scene.sentence_words(hit))
    )


def _others(aims: Aims) -> Iterator[tuple[Hit, Confidence, str]]:
    scene = aims.scene
    strangers = bool(aims.named) or not _HE_OR_SHE.isdisjoint(scene.words)
    for hit in scene.hits("set-on"):
        if not strangers or not _own(scene, hit) or _kindly(scene, hit):
            continue
        more = scene.has(
            "gives-in", "resigns", "pursuit", "keep-it-up", "goes-on", "insult-name", "mock-award", "held-up", *_JIBES
        )  # fmt: skip
        if more or scene.has_near(hit, "where-they-live", sentences=2):
            yield hit, "likely", SET_ON
    for hit in scene.hits("ring-them-all"):
        if strangers and _own(scene, hit) and not _kindly(scene, hit):
            yield hit, "possible", SET_ON
    for hit in scene.hits("visit-them"):
        if not strangers or not _own(scene, hit) or _kindly(scene, hit):
            continue
        place = scene.near(hit, "where-they-live", sentences=2)
        if place is not None and _OURS.isdisjoint(scene.sentence_words(place)) and _accused(scene):
            yield hit, "likely", LED_THERE


def _kindly(scene: Scene, hit: Hit) -> bool:
    """Say whether people are asked to be civil, or bidden to something pleasant."""
    return not _NO.isdisjoint(scene.words[max(0, hit.first - 4) : hit.first]) or scene.has("kind-call")


def _accused(scene: Scene) -> bool:
    """Say whether the person is held up for something done: only then is being sent there a pressure."""
    return scene.has("held-up")


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "series", "pursuit", "gives-in", "asked-stop", "mock-award", "kept-slips", "reduced", "shunned", "never-work",
        "office-over-you", "regret-it", "employer-next", "set-on", "visit-them", "harm-wish", "leaned-on", "or-else",
        "ring-them-all", "gets-to-them", "hounding", "cowing", "one-in-a-row",
    ),
    languages=("en", "sco"),
)  # fmt: skip
