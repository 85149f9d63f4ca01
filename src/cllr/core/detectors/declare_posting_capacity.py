"""Sees that readers cannot tell in which role somebody speaks: hats mixed up, or the office played down.

Authority: the founding policies and the Model Code of Conduct (when the Code applies depends on the capacity in
which a member acts, or seems to act); no law of its own. Quiet: a role that is named, also several one by one, and
private matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._voice import beside, for_council, of_member, others_words, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "declare-posting-capacity"
WHICH = "The words leave open in which of several roles you speak."
HIDDEN = "The words play down that you are a councillor, on business of the council."
MIXED = 'The words say "we" for one body and name your office in another.'
PERSONAL = "The words give a personal view from an account of the council."
OFFICIAL = "The words speak for the council from a private account."
_SELF = frozenset({"i", "im", "ive", "ill", "me", "my", "myself", "am", "id"})
_ASKED = frozenset({"am", "was", "is"})
_UNNAMED = frozenset({"private", "anonymous"})


def _look(scene: Scene) -> Iterator[Said]:
    if for_council(scene):
        for hit in own(scene, "personal-view"):
            yield scene.match(PROVISION, hit, "possible", PERSONAL)
    if not of_member(scene) or scene.kind == "share":
        return
    yield from _unclear(scene)
    yield from _slides(scene)
    if scene.context.account in _UNNAMED:
        yield from _hidden(scene)
    for hit in scene.hits("also-holds-office"):
        if beside(scene, hit, "we-decide", sentences=2) and not scene.has("capacity-stated"):
            yield scene.match(PROVISION, hit, "possible", MIXED)


def _slides(scene: Scene) -> Iterator[Said]:
    """See that somebody who calls himself a mere resident tells what only the office knows or did."""
    if scene.context.role not in {"councillor", "candidate"} or scene.has("capacity-stated"):
        return
    for hit in scene.hits("just-a-resident")[:1]:
        if not others_words(scene, hit) and beside(scene, hit, "knows-from-inside", sentences=1):
            yield scene.match(PROVISION, hit, "possible", WHICH)


def _hidden(scene: Scene) -> Iterator[Said]:
    """See that an account without the office speaks for the council, or plays the office down on its business."""
    for hit in own(scene, "we-at-council"):
        yield scene.match(PROVISION, hit, "possible", OFFICIAL)
    if scene.context.role != "councillor" or not scene.has("council-matter", "council-body"):
        return
    for hit in scene.hits("just-a-resident"):
        if not others_words(scene, hit):
            yield scene.match(PROVISION, hit, "likely", HIDDEN)
    for hit in scene.hits("as-somebody"):
        if not others_words(scene, hit) and beside(scene, hit, "knows-from-inside", sentences=2):
            yield scene.match(PROVISION, hit, "possible", HIDDEN)


def _unclear(scene: Scene) -> Iterator[Said]:
    """See that the author will not say, or does not know, which of his roles it is."""
    found = next(_which(scene), None)
    if found is not None and not scene.has("capacity-stated"):
        plain = found.tag != "role-as"
        yield scene.sentence_match(PROVISION, found, "likely" if plain else "possible", WHICH)


def _which(scene: Scene) -> Iterator[Hit]:
    """Yield places where several roles stand open, the plainest first."""
    yield from (hit for hit in scene.hits("which-of-me") if not others_words(scene, hit))
    yield from (hit for hit in scene.hits("cannot-tell-which") if _open_roles(scene, hit))
    for hit in scene.hits("role-as"):
        if _roles(scene, hit, "role-as", 0) < 2 or not _of_self(scene, hit):
            continue
        if scene.has_near(hit, "perhaps-which") or (scene.has_near(hit, "hat") and scene.has_near(hit, "hat-mixed")):
            yield hit
        if scene.is_question(hit) and not _ASKED.isdisjoint(scene.sentence_words(hit)):
            yield hit


def _open_roles(scene: Scene, hit: Hit) -> bool:
    """Say whether what the author will not tell is which of his roles it is."""
    if others_words(scene, hit):
        return False
    roles = _roles(scene, hit, "role-as")
    if roles >= 2:
        return True
    if scene.has_near(hit, "hat", sentences=1) and (roles or scene.has("council-matter")):
        return True
    return _of_self(scene, hit) and _roles(scene, hit, "role-word") >= 2


def _of_self(scene: Scene, hit: Hit) -> bool:
    """Say whether the sentence of a hit speaks of the author, or names nobody at all (a mere list of roles)."""
    if scene.kind == "profile" or scene.words[scene.sentence(hit).first] in {"councillor", "cllr"}:
        return True
    return not _SELF.isdisjoint(scene.sentence_words(hit))


def _roles(scene: Scene, hit: Hit, tag: str, sentences: int = 1) -> int:
    """Count the different roles that stand near a hit."""
    of = scene.view.of_sentence
    here = of[hit.first]
    return len({scene.words[h.last - 1] for h in scene.hits(tag) if abs(of[h.first] - here) <= sentences})


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("which-of-me", "cannot-tell-which", "also-holds-office", "hat", "role-as"),
    wakes_on=("account", "role"),
)
