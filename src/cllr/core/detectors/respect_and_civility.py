"""Sees insult to a person: names, jibes at wits, looks, smell, age or health, and words that talk somebody down.

Authority: the council's Code of Conduct on respect (Localism Act 2011 s.27; LGA Model Code 2020, part 1); Article
10 as read in Heesom v PSOW [2014] EWHC 1504 (Admin). Quiet: words about a party, a policy, a vote or an office;
quotation and report; the author's jokes about himself; hard names for things, animals and unknown wrongdoers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _slight
from cllr.core.detectors._treatment import OF_WHOM, Aim, Aims, denied, of_self, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Confidence
    from cllr.core.scene import Scene

PROVISION = "respect-and-civility"
_JIBES = {
    "wit-jibe": "make fun of the wits of",
    "worse-than": "set down",
    "decline-jibe": "make fun of the mind or health of",
    "looks-jibe": "make fun of the looks of",
    "hygiene-jibe": "make fun of the cleanliness of",
    "bed-jibe": "make a sexual joke about",
}
_COMPARING = frozenset(["like", "than"])
_BESIDE = (["of", "a"], ["of", "an"], ["than", "a"], ["like", "a"])
"""Before a beast they tell that somebody is only held beside it."""


def _look(scene: Scene) -> Iterator[Said]:
    for text in (scene, scene.shared):
        if text is None or (text is not scene and scene.has("distance-taken")):
            continue
        seen = list(_in(text))
        if seen and not text.has("own-joke"):
            yield from seen
    yield from _likeness(scene)


def _in(text: Scene) -> Iterator[Said]:
    aims = Aims(text)
    yield from _names(aims)
    yield from _jibes(aims)
    yield from _talked_down(aims)
    for hit, seen in _slight.at_a_person(aims):
        yield _match(text, hit, seen, "possible", "belittle")


def _match(scene: Scene, hit: Hit, seen: Aim, confidence: Confidence, doing: str) -> Said:
    because = f"The words {doing} {OF_WHOM[seen.who]}; they do not criticise what was done."
    return scene.match(PROVISION, hit, confidence, because)


def _own(scene: Scene, hit: Hit) -> bool:
    return not (of_self(scene, hit) or others_words(scene, hit))


def _names(aims: Aims) -> Iterator[Said]:
    scene = aims.scene
    for hit in scene.hits("insult-name", "insult-name-double"):
        if denied(scene, hit) or _unknown_doer(scene, hit) or not _own(scene, hit):
            continue
        seen = aims.called(hit)
        # "X is a pillock" leaves nothing to guess; a name for people somewhere near somebody does.
        sure: Confidence = "sure" if seen is not None and hit.tag == "insult-name" else "likely"
        if seen is None and hit.tag == "insult-name":
            seen = aims.at(hit, reach=1 if scene.kind == "reply" else 0)
        if seen is not None and (seen.who == "you" or not scene.has_near(hit, "animal-meant")):
            yield _match(scene, hit, seen, sure, "call names at")
    for hit in scene.hits("you-insult"):
        if _own(scene, hit):
            yield _match(scene, hit, Aim("you", here=True), "likely", "call names at")
    for hit in scene.hits("insult-quality"):
        if not denied(scene, hit):
            seen = _described(aims, hit)
            if seen is not None and _own(scene, hit):
                yield _match(scene, hit, seen, "possible", "belittle")


def _unknown_doer(scene: Scene, hit: Hit) -> bool:
    """Say whether the name is for somebody unknown who did wrong: "some idiot dumped", "the yobs who"."""
    words = scene.words
    sentence = scene.sentence(hit)
    before = set(words[max(sentence.first, hit.first - 3) : hit.first])
    if "whoever" in words[sentence.first : hit.first]:
        return True
    if before & {"some", "any", "another", "whichever", "which", "every", "whoever"}:
        return True
    return words[hit.last : hit.last + 1] == ["who"] and not before & {"is", "hes", "shes", "youre", "a"}


def _described(aims: Aims, hit: Hit) -> Aim | None:
    """Return who is given an unkind quality: "she is thick", "you grubby little man"."""
    scene = aims.scene
    words = scene.words
    sentence = scene.sentence(hit)
    start = set(words[max(sentence.first, hit.first - 3) : hit.first])
    nouns = scene.hits("person-noun") if scene.could_be_near(hit, "person-noun") else []
    noun = next((h for h in nouns if hit.last <= h.first <= hit.last + 2), None)
    if noun is not None and noun.first < sentence.last:
        framed = start & {"you", "that", "what", "such", "this", "is", "hes", "shes", "youre"}
        return aims.at(hit) if framed or scene.kind == "reply" else None
    if hit.last < sentence.last and words[hit.last] not in {"and", "or", "as", "mate", "love", "pal", "too", "hen"}:
        return None
    if hit.last in aims.named and words[hit.first] not in {"wet", "bald", "balding", "fat", "dim"}:
        return Aim(aims.named[hit.last], here=True)
    named = any(place in aims.named for place in range(max(sentence.first, hit.first - 4), hit.first))
    if named and "is" in start:
        return aims.at(hit, reach=0)
    if start & {"youre", "hes", "shes"} or (start & {"you", "he", "she"} and start & {"are", "is"}):
        return aims.at(hit)
    return None


def _jibes(aims: Aims) -> Iterator[Said]:
    scene = aims.scene
    for tag, doing in _JIBES.items() if scene.has(*_JIBES) else ():
        for hit in scene.hits(tag):
            seen = aims.at(hit)
            if seen is None or (not seen.here and seen.who == "you" and scene.kind != "reply"):
                continue
            if _own(scene, hit) and not _about_animal(scene, hit, seen):
                yield _match(scene, hit, seen, "likely" if seen.here else "possible", doing)
    for hit in scene.hits("dull-thing") if not _COMPARING.isdisjoint(scene.words) else ():
        if _compared(scene, hit) and _own(scene, hit):
            seen = aims.at(hit, reach=0)
            if seen is not None and seen.here and not _about_animal(scene, hit, seen):
                yield _match(scene, hit, seen, "possible", "liken to a thing or beast")


def _about_animal(scene: Scene, hit: Hit, seen: Aim) -> bool:
    """Say whether a beast is meant; one that somebody is only held beside ("the brain of a pigeon") is not."""
    if seen.who == "you":
        return False
    words = scene.words
    return any(
        abs(scene.view.of_sentence[beast.first] - scene.view.of_sentence[hit.first]) < 2
        and words[max(0, beast.first - 2) : beast.first] not in _BESIDE
        for beast in scene.hits("animal-meant")
    )


def _compared(scene: Scene, hit: Hit) -> bool:
    """Say whether a person is held beside a thing: "more sense than a brick", "looks like an unmade bed"."""
    sentence = scene.sentence(hit)
    before = scene.words[max(sentence.first, hit.first - 3) : hit.first]
    return not _COMPARING.isdisjoint(before)


def _talked_down(aims: Aims) -> Iterator[Said]:
    scene = aims.scene
    for hit in scene.hits("put-down"):
        if not _own(scene, hit):
            continue
        seen = aims.at(hit, reach=2)
        if seen is None and scene.kind == "reply" and not _third(aims, hit):
            seen = Aim("you", here=False)
        if seen is not None:
            yield _match(scene, hit, seen, "possible", "talk down to")


def _third(aims: Aims, hit: Hit) -> bool:
    """Say whether the sentence names somebody or some body else than the person answered."""
    sentence = aims.scene.sentence(hit)
    return aims.of_a_body(hit) or any(place in aims.named for place in range(sentence.first, sentence.last))


def _likeness(scene: Scene) -> Iterator[Said]:
    """See a mocking picture or text held against somebody who is left to be guessed."""
    hit = next(iter(scene.hits("likeness")), None)
    if hit is None:
        return
    shown = scene.context.shared_from or " ".join(a.alt or "" for a in scene.context.attachments or ())
    if shown and not scene.has("distance-taken"):
        because = "The words invite people to see somebody they know in a mocking picture."
        yield scene.match(PROVISION, hit, "possible", because)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "insult-name",
        "called-that",
        "insult-quality",
        "you-insult",
        *_JIBES,
        "likened",
        "put-down",
        "likeness",
        *_slight.WAKES,
    ),
    languages=("en", "sco", "cy", "pl", "ur"),
)
