"""Sees promises, admissions, permissions and announcements that only the council can make.

Authority: the founding policies (who may speak for the council is for each council to say); no law of its own,
though one member can bind nobody: Local Government Act 1972 s.101 (functions are discharged by the council, a
committee or an officer). Quiet: a post from the council's account, thanks and ceremony in the council's name, a
decision that is reported with its source, and asking for something instead of promising it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._voice import beside, for_council, is_fooling, others_words, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "authority-to-speak-for-council"
SPEAKS = "The words say that the council speaks through you."
PROMISES = "You promise, admit or announce what only the council can."
GRANTS = "You give leave or lift a charge as if that were yours to do."
WE_REACH = 3
"""Words between the "we" and what it gives."""
_WE = frozenset({"we", "well", "were", "weve"})
_VOUCHED = ("my-warrant", "told-for-council", "without-leave")


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind == "share":
        return
    # Who posts for the council by duty speaks for it, unless the words say that nobody agreed to them.
    if for_council(scene) and not scene.has("without-leave"):
        return
    # One place is enough to say it; the likeliest comes first.
    found = next(_said(scene), None)
    if found is not None and not is_fooling(scene):
        yield found


def _said(scene: Scene) -> Iterator[Said]:
    for hit in own(scene, "speaks-for-council"):
        if scene.has_near(hit, "civic-courtesy") and not scene.has_near(hit, "council-gives"):
            continue
        yield scene.match(PROVISION, hit, "likely", SPEAKS)
    yield from _promises(scene)
    for hit in own(scene, "we-at-council"):
        if scene.has_near(hit, "council-gives", "my-warrant", "council-will", sentences=1):
            yield scene.match(PROVISION, hit, "likely", SPEAKS)
    for hit in own(scene, "council-will", "council-announces"):
        if not _rests(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", PROMISES)
    for hit in own(scene, "author-grants"):
        if not _rests(scene, hit):
            yield scene.sentence_match(PROVISION, hit, "possible", GRANTS)


def _promises(scene: Scene) -> Iterator[Said]:
    """See that something of the council's is given, and whether the author vouches for it or lets on too much."""
    for hit in scene.hits("council-gives"):
        if others_words(scene, hit) or scene.is_question(hit):
            continue
        here = scene.has_near(hit, "council-body")
        vouched = scene.has_near(hit, *_VOUCHED, sentences=1)
        stated = vouched or _we_give(scene, hit) or (here and _stated(scene, hit))
        if not stated or _rests(scene, hit, vouched=vouched):
            continue
        if vouched and (here or beside(scene, hit, "council-body")):
            yield scene.sentence_match(PROVISION, hit, "likely", PROMISES)
        else:
            yield scene.sentence_match(PROVISION, hit, "possible", PROMISES)


def _we_give(scene: Scene, hit: Hit) -> bool:
    """Say whether a we that can only be the council gives something ("we will refund you all")."""
    first = max(scene.sentence(hit).first, hit.first - WE_REACH)
    return not _WE.isdisjoint(scene.words[first : hit.first])


def _stated(scene: Scene, hit: Hit) -> bool:
    """Say whether it is stated flatly what the council will do, or a sum is named."""
    return scene.has_near(hit, "council-will") or any(word[0] == "£" for word in scene.sentence_words(hit))


def _rests(scene: Scene, hit: Hit, *, vouched: bool = False) -> bool:
    """Say whether the words near a hit only ask, or rest on a decision or a record; a question promises nothing.

    Who vouches for it has said more than a link or a "would" can take back.
    """
    if scene.is_question(hit) or scene.has_near(hit, "rests-on-record"):
        return True
    if scene.has_near(hit, "asks-only", sentences=1):
        return True
    return not vouched and scene.has_near(hit, "might-or-ought", "points-to-source")


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "speaks-for-council",
        "council-gives",
        "author-grants",
        "we-at-council",
        "council-will",
        "council-announces",
    ),
    languages=("en", "sco", "cy", "ur", "pl"),
)
