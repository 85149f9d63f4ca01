"""Sees others' pictures, words or music used as if free to take; asks where the words leave it open.

Authority: Copyright, Designs and Patents Act 1988, ss.16-20 (copying, performing, communicating), s.30 (quotation,
criticism; reporting events, but not with photographs), s.296ZG (rights management information, such as a watermark).
Crediting is not permission. Quiet on the author's own work, on a link and on leave that is told; a permission that is
claimed is asked about, so that it can be recorded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Attachment, Confidence
    from cllr.core.scene import Scene

PROVISION = "copyright-permission"
QUESTION = "whose-work"
TAKEN = "The words say that this is somebody else's work, and not that anybody was asked."
MARK = "A mark that says whose work it is seems to have been cut off or painted out."
SHRUGGED = "The words make light of the owner's rights."
FREE = "Work that is sold is handed round or shown, where a link would send people to it."

_OWN = re.compile(r"\b(?:own|mine|myself|selfie|councillor's|council|museum|archive|commissioned)\b", re.IGNORECASE)
_WATERMARK = re.compile(r"\b(?:watermark\w*|copyright|proof)\b|©", re.IGNORECASE)
_CREDITING = frozenset({"by", "from", "credit", "credits", "courtesy", "thanks"})
_MINE = frozenset({"me", "my", "myself", "our", "ours", "us"})
_ALLOWED = frozenset(
    ["permission", "consent", "leave", "licence", "license", "blessing", "agreement", "cleared", "agreed", "approved"]
)
_CARELESS = ("not-asked", "owner-shrugged", "told-not-to", "own-words-claimed")


def _look(scene: Scene) -> Iterator[Said]:
    for hit, confidence, because in _ways(scene):
        if not scene.negated(hit) and not scene.quoted(hit):
            yield scene.match(PROVISION, hit, confidence, because)
            return
    if _marked(scene):
        yield scene.match(PROVISION, None, "possible", MARK)
    elif _ask(scene):
        yield scene.ask(
            PROVISION, QUESTION, "What you post shows or quotes something that may be somebody else's work."
        )


def _ways(scene: Scene) -> Iterator[tuple[Hit, Confidence, str]]:
    """Yield the ways of taking a work, the surest first."""
    yield from _slights(scene)
    if any(_leave(scene, hit) for hit in scene.hits("leave-given")):
        return
    yield from _takings(scene)
    for hit in scene.hits("public-showing", "music-under"):
        yield hit, "possible", FREE if hit.tag == "public-showing" else TAKEN


def _slights(scene: Scene) -> Iterator[tuple[Hit, Confidence, str]]:
    """Yield marks taken off and objections laughed off: leave is no answer to them."""
    for hit in scene.hits("mark-removed", "claim-shrugged-off"):
        yield hit, "likely", MARK if hit.tag == "mark-removed" else SHRUGGED
    for hit in scene.hits("claim-made"):
        if scene.has_near(hit, "claim-ignored", sentences=1):
            yield hit, "likely", SHRUGGED


def _takings(scene: Scene) -> Iterator[tuple[Hit, Confidence, str]]:
    careless = scene.has(*_CARELESS)
    for hit in scene.hits("taken-verb"):
        if _work(scene, hit):
            yield hit, "likely" if careless or scene.has_near(hit, "where-from") else "possible", TAKEN
    for hit in scene.hits("not-asked", "owner-shrugged", "told-not-to"):
        if _work(scene, hit) and scene.has_near(
            hit, "used-verb", "copy-verb", "where-from", "famous-work", sentences=1
        ):
            yield hit, "likely", SHRUGGED if hit.tag == "owner-shrugged" else TAKEN
    for hit in scene.hits("copy-verb"):
        if scene.has_near(hit, "sold-work") and scene.has_near(hit, "free-of-charge", sentences=1):
            yield hit, "likely", FREE
    for hit in scene.hits("where-from"):
        if scene.has_near(hit, "copy-verb") or (scene.has_near(hit, "used-verb") and _work(scene, hit)):
            yield hit, "likely" if careless else "possible", TAKEN


def _work(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "work-of-others", "famous-work", sentences=1) or any(
        not _OWN.search(a.source or "own") for a in _pictures(scene)
    )


def _pictures(scene: Scene) -> list[Attachment]:
    return [a for a in scene.context.attachments or () if a.kind in {"image", "video"}]


def _marked(scene: Scene) -> bool:
    return any(_WATERMARK.search(a.alt or "") or _WATERMARK.search(a.source or "") for a in _pictures(scene))


def _ask(scene: Scene) -> bool:
    if any(a.source is not None and not _OWN.search(a.source) for a in _pictures(scene)):
        return True
    return any(scene.has_near(hit, "work-of-others") and _credits(scene, hit) for hit in scene.hits("leave-given"))


def _leave(scene: Scene, hit: Hit) -> bool:
    """Say whether leave was given: a mere credit is none where nobody was asked, nor is the name of a famous work."""
    words = set(scene.words[hit.first : hit.last])
    if _CREDITING.isdisjoint(words) or not words.isdisjoint(_MINE | _ALLOWED):
        return True
    famous = any(hit.first <= other.first < hit.last for other in scene.hits("famous-work"))
    return not famous and not scene.has_near(hit, "not-asked", sentences=1)


def _credits(scene: Scene, hit: Hit) -> bool:
    """Say whether leave is given by somebody else, not by the author's own hand."""
    return scene.words[hit.first] not in {"my", "our", "i", "we", "on"}


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        "mark-removed",
        "claim-shrugged-off",
        "claim-made",
        "taken-verb",
        "not-asked",
        "owner-shrugged",
        "told-not-to",
        "where-from",
        "copy-verb",
        "public-showing",
        "music-under",
        "leave-given",
    ),
    wakes_on=("attachments",),
    languages=("en", "sco", "cy", "pl"),
)
