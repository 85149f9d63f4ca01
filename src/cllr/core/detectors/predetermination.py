"""Sees a mind closed on a matter that the author will decide; tells it apart from a view held with an open mind.

Authority: Localism Act 2011 s.25 (an earlier view is not by itself a closed mind); Porter v Magill [2002] 2 AC
357 (the fair-minded observer). Who does not decide may campaign: the committee of the matter is compared with
the author's. Where the author decides a pending matter and the words are about it, idioms of a settled outcome
count too; where it is not known who decides, plain words lead to a question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._exempt_papers import distinctive
from cllr.core.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Matter
    from cllr.core.scene import Scene

PROVISION = "predetermination"
BECAUSE = "The words say that your mind is made up on a matter you will decide."
SETTLED = "The words sound as if the outcome of a matter you will decide were settled."
SHARED = "You pass on, in agreement, words that want a matter you will decide to end in one way."
ASKED = "Your words say that a mind is made up."

_AUTHOR = frozenset(["i", "ive", "we", "weve", "man", "me", "id", "already", "ill"])
_NOT_TELLING = frozenset(
    ["committee", "committees", "sub", "subcommittee", "panel", "board", "the", "of", "and", "pwyllgor", "is"]
)
_WELSH = {"cynllunio": "planning", "trwyddedu": "licensing", "cyllid": "finance", "addysg": "education"}
_WHOLE_COUNCIL = frozenset(("council", "full council", "cyngor llawn", "county council", "parish council"))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WELSH_DAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")


def _look(scene: Scene) -> Iterator[Said]:
    context = scene.context
    if context.role in {"member-of-public", "officer", "clerk"}:
        return
    if context.committees is None or context.pending_matters is None:
        yield from _unsure(scene)
        return
    decided = [matter for matter in context.pending_matters if _decides(matter, context.committees)]
    if not any(_about(scene, matter) for matter in decided):
        return
    for hit in _own(scene, "closed-mind"):
        # What is pending, and that the author decides it, is known: plain words leave nothing to guess.
        yield scene.sentence_match(PROVISION, hit, "sure", BECAUSE)
    for hit in scene.hits("mock-listening"):
        yield scene.sentence_match(PROVISION, hit, "likely", BECAUSE)
    if not _opening(scene):
        for hit in _own(scene, "settled"):
            yield scene.sentence_match(PROVISION, hit, "possible", SETTLED)
    if scene.shared is not None and _agrees(scene) and scene.shared.has("closed-mind", "settled", "campaigning"):
        yield scene.match(PROVISION, None, "possible", SHARED)


def _unsure(scene: Scene) -> Iterator[Said]:
    """Raise plain words on what the author's own committee decides; ask where it is not known who decides."""
    context = scene.context
    if context.pending_matters == () or not scene.has("closed-mind") or not scene.has("matter-word"):
        return
    hits = _own(scene, "closed-mind")
    if not hits:
        return
    if context.committees:
        words = set(scene.words)
        for hit in hits if any(_kind(held) & words for held in context.committees) else ():
            yield scene.sentence_match(PROVISION, hit, "possible", BECAUSE)
    yield scene.ask(PROVISION, "will-you-decide", ASKED)


def _agrees(scene: Scene) -> bool:
    return scene.kind == "like" or (scene.has("agreeing") and not scene.has("open-mind"))


def _opening(scene: Scene) -> list[Hit]:
    """Return phrases of an open mind; one that runs into a closed phrase means the contrary.

    "I have not read it and I am not going to" holds "I have not read it".
    """
    hits = scene.hits("open-mind")
    closed = scene.hits("closed-mind", "settled") if hits else []
    return [hit for hit in hits if not any(other.first < hit.last and hit.first < other.last for other in closed)]


def _own(scene: Scene, tag: str) -> list[Hit]:
    """Return phrases of a closed mind that are the author's own and that nothing around them opens again."""
    hits = scene.hits(tag)
    if not hits:
        return []
    opening = _opening(scene)
    of = scene.view.of_sentence
    return [
        hit
        for hit in hits
        if not _of_others(scene, hit) and not any(abs(of[hit.first] - of[other.first]) <= 1 for other in opening)
    ]


def _of_others(scene: Scene, hit: Hit) -> bool:
    """Say whether a phrase is quoted, or told as another's; what the author told others is his own."""
    if scene.quoted(hit):
        return True
    verb = scene.near(hit, "reporting-verb")
    if verb is None or verb.last > hit.first:
        return False
    before = scene.words[max(scene.sentence(hit).first, verb.first - 3) : verb.first + 1]
    return _AUTHOR.isdisjoint(before)


def _about(scene: Scene, matter: Matter) -> bool:
    """Say whether the words are about a matter: its name, its reference, its day, or a decision ahead at all."""
    texts = [scene.view, *([scene.shared.view] if scene.shared is not None else [])]
    subject = distinctive(view(matter.subject))
    if any(subject & distinctive(text) for text in texts):
        return True
    if matter.ref is not None and matter.ref.lower() in scene.norm:
        return True
    return _on_its_day(scene, matter) or scene.has("decision-ahead")


def _on_its_day(scene: Scene, matter: Matter) -> bool:
    if matter.decides_on is None:
        return False
    weekday = matter.decides_on.weekday()
    days = {_DAYS[weekday], _WELSH_DAYS[weekday], f"{_DAYS[weekday]}s"}
    return not days.isdisjoint(scene.words) or bool(
        re.search(rf"\b{matter.decides_on.day}(?:st|nd|rd|th)\b", scene.norm)
    )


def _decides(matter: Matter, committees: tuple[str, ...]) -> bool:
    if matter.committee is None or matter.committee.lower().strip() in _WHOLE_COUNCIL:
        return True
    wanted = _kind(matter.committee)
    return any(wanted <= held or held <= wanted for held in map(_kind, committees) if held)


def _kind(committee: str) -> frozenset[str]:
    """Return the words that tell one committee from another: "Licensing Sub-Committee" is {"licensing"}."""
    words = re.findall(r"[^\W\d_]+", committee.lower())
    return frozenset(_WELSH.get(word, word) for word in words if word not in _NOT_TELLING)


def _known_to_decide(scene: Scene) -> bool:
    context = scene.context
    return any(_decides(m, context.committees or ()) and _about(scene, m) for m in context.pending_matters or ())


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    stands=_known_to_decide,
    wakes=("closed-mind", "mock-listening"),
    wakes_on=("pending_matters",),
    languages=("en", "sco", "cy", "pl"),
)
