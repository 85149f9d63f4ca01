"""Sees a member's post that readers would take for a notice of the council, or for something it endorses.

Authority: the founding policies and the Model Code of Conduct (a councillor's words are not to be presented as the
council's); no law of its own. Quiet: a post from the council's account, a share or a pointer to the real notice, a
message passed on at somebody's wish, and satire that calls itself so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._voice import is_fooling, of_member, others_words, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "no-false-council-voice"
WE = 'The words say "we" from inside the council, so that readers hear the council.'
NOTICE = "The words have the form of a council's own notice."
NAME = "The name of the profile is the council's, and none of a councillor stands with it."
PASSES = "The words or their look make people take them for the council's."


_NO_COUNCIL_NAME = frozenset(
    [
        "against", "at", "candidate", "cllr", "cllrs", "clerk", "councillor", "councillors", "critic", "deputy", "ex",
        "for", "former", "leader", "mayor", "member", "not", "of", "on", "parody", "spoof", "unofficial", "watch",
    ]
)  # fmt: skip


def _look(scene: Scene) -> Iterator[Said]:
    if not of_member(scene) or scene.kind == "share":
        return
    said = [*_speaking(scene), *_looking(scene)]
    if said and not is_fooling(scene) and not scene.has("distancing-link"):
        yield from said


def _speaking(scene: Scene) -> Iterator[Said]:
    """See words that the council itself would say."""
    for hit in own(scene, "we-at-council"):
        if not scene.has_near(hit, "civic-courtesy"):
            yield scene.match(PROVISION, hit, "likely", WE)
    for hit in own(scene, "council-announces"):
        if not scene.has_near(hit, "rests-on-record", "points-to-source"):
            yield scene.match(PROVISION, hit, "possible", NOTICE)
    for hit in own(scene, "service-voice"):
        yield scene.match(PROVISION, hit, "possible", WE)
    for hit in own(scene, "speaks-for-council"):
        if "quote" in scene.words[hit.first : hit.last] or "endorse" in scene.sentence_words(hit):
            yield scene.match(PROVISION, hit, "possible", PASSES)


def _looking(scene: Scene) -> Iterator[Said]:
    """See a form, a look or a name that is the council's."""
    if scene.kind == "profile" and (named := _named_as_council(scene)) is not None:
        yield scene.match(PROVISION, named, "likely", NAME)
    for hit in own(scene, "official-notice"):
        if scene.has("council-body") and not scene.has_near(hit, "capacity-stated"):
            yield scene.match(PROVISION, hit, "likely", NOTICE)
    for hit in scene.hits("passes-for-council"):
        if not others_words(scene, hit):
            yield scene.match(PROVISION, hit, "sure" if _claims_office(scene, hit) else "possible", PASSES)


def _claims_office(scene: Scene, hit: Hit) -> bool:
    """Say whether a profile, known to be a member's own, calls itself the official page for council business."""
    words = scene.words[hit.first : hit.last]
    return (
        scene.kind == "profile"
        and "official" in words
        and _NO_COUNCIL_NAME.isdisjoint({*words} - {"of", "for", "on"})
    )


def _named_as_council(scene: Scene) -> Hit | None:
    """Return the council in the first line of a profile that names no councillor: "Marshwick Council News"."""
    end = scene.norm.find("\n")
    line = [i for i, start in enumerate(scene.view.starts) if end < 0 or start < end]
    words = {scene.words[index] for index in line}
    if not _NO_COUNCIL_NAME.isdisjoint(words):
        return None
    return next((hit for hit in scene.hits("council-body") if hit.last <= len(line)), None)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "we-at-council",
        "council-announces",
        "service-voice",
        "official-notice",
        "passes-for-council",
        "speaks-for-council",
        "council-body",
    ),
)
