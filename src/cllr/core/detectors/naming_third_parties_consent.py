"""Asks whether an officer, a colleague or a supplier agreed to be named; speaks where the naming is no friendly one.

Authority: two founding policies (prior consent of those named; written in one). Public acts of public people stay
open to comment by name: a colleague's vote or speech is left alone, a colleague's private view is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._voice import others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.people import Mention
    from cllr.core.scene import Scene

PROVISION = "naming-third-parties-consent"
OFFICER = "The words name an officer in a way the officer cannot answer: for a side, as a friend, or as a target."
VIEW = "The words tell what a colleague or an officer said or thinks in private."
QUESTION = "has-the-person-agreed"
_OFFICES = frozenset(
    ["head", "officer", "clerk", "director", "manager", "inspector", "engineer", "planner", "secretary", "assistant"]
)


def _look(scene: Scene) -> Iterator[Said]:
    officer = next((m for m in scene.people if m.kind == "officer" and m.known), None)
    if officer is not None:
        yield from _officer(scene, officer)
    for hit in scene.hits("private-view"):
        mention = scene.person_near(hit)
        if mention is not None and (mention.kind == "councillor" or (mention.kind == "officer" and mention.known)):
            yield scene.sentence_match(PROVISION, hit, "likely", VIEW)
    if officer is not None:
        return
    if any(m.kind == "associate" and m.known for m in scene.people):
        yield scene.ask(PROVISION, QUESTION, "Somebody with whom you have a tie is named.")
    elif scene.context.officers and scene.has("council-matter", "one-office") and _office_meant(scene):
        yield scene.ask(PROVISION, QUESTION, "An officer can be picked out by the office.")
    elif _named_with(scene, "officer-role"):
        yield scene.ask(PROVISION, QUESTION, "Somebody who works for a council is named.")
    elif scene.firms and scene.has("supplier", "thanked-firm"):
        yield scene.ask(PROVISION, QUESTION, "A firm is named that may supply the council.")
    elif any(m.kind == "councillor" for m in scene.people) and not scene.has("public-act"):
        yield scene.ask(PROVISION, QUESTION, "A colleague is named, and no public act of the colleague's.")


def _officer(scene: Scene, officer: Mention) -> Iterator[Said]:
    hits = scene.hits("officer-partisan")
    of = scene.view.of_sentence
    # Whoever pillories an officer often gives the name a second time.
    named = {of[m.first] for m in scene.people if m.kind == "officer" and m.known} | {of[officer.first]}
    near = next((hit for hit in hits if not named.isdisjoint(range(of[hit.first] - 1, of[hit.first] + 2))), None)
    if near is not None and not (scene.negated(near) or others_words(scene, near)) and not scene.has("with-leave"):
        yield scene.sentence_match(PROVISION, near, "likely", OFFICER)
    else:
        yield scene.ask(PROVISION, QUESTION, "An officer of the council is named.")


def _named_with(scene: Scene, tag: str) -> bool:
    """Say whether somebody who is no councillor is named in the sentence of a hit."""
    return any(
        (mention := scene.person_near(hit)) is not None and mention.kind in {"person", "officer"}
        for hit in scene.hits(tag)
    )


def _office_meant(scene: Scene) -> bool:
    """Say whether the words speak of one officer by office: "our head of planning", "the tree officer"."""
    words = scene.words
    return any(
        word in _OFFICES
        and index
        and words[index - 1] in {"our", "the", "my", "monitoring", "tree", "town", "parish", "planning"}
        for index, word in enumerate(words)
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=("supplier", "private-view", "officer-role", "firm-word"),
    wakes_on=("officers", "associates", "colleagues"),
    languages=("en", "sco"),
)
