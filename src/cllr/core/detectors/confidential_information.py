"""Sees that something told in confidence comes out: the words of a closed paper, a figure of it, a hint to act on.

Authority: Local Government Act 1972 s.100A(3) (confidential) and Schedule 12A (exempt information); the duty of
confidentiality in the codes of conduct. A mark ("not for publication"), a frame ("between ourselves") or an inside
place ("sat on the panel") says nothing alone: something has to be told with it. An open source, and words that keep
the matter back, quiet it; reported speech does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core import people
from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors import _closed_doors as doors
from cllr.core.detectors import _exempt_papers as papers
from cllr.core.detectors import _private_life as life
from cllr.core.model import NotChecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "confidential-information"
ECHO = "Your words hold a {kind} that stands in a paper closed to the public."
MARKED = "The words pass on something that is marked or said to be closed."
INSIDE = "The words tell what you know from a closed panel, a briefing or a sealed bid."
HINT = "The words hint at something that others do not know yet, so that they can act on it."
COMPLAINANT = "The words tell who complained or reported something."
ITEM = "The words say what became of an item that the meeting takes in private."
ATTACHED = "What you attach is described as closed or as a staff matter."
FILE = "The words tell, in an answer others read, what you know of somebody's case."
ANSWERS = frozenset(("reply", "comment"))
UNTOLD = "You say yourself that this is not to be told, and tell it."


def _look(scene: Scene) -> Iterator[Said]:
    if papers.not_read(scene):
        yield NotChecked(PROVISION, "the exempt paper is too long to be compared whole; its beginning was")
    for echo in papers.echoes(scene):
        if doors.public(scene):
            yield scene.ask(PROVISION, "how-do-you-know", "A closed paper and an open source seem to hold the same.")
            return
        yield scene.match(
            PROVISION, (echo.first, echo.last), papers.how_sure(scene, echo), ECHO.format(kind=echo.kind)
        )
    told = list(_told(scene))
    if not told or doors.public(scene) or doors.kept_back(scene) or doors.wants_it_open(scene):
        return
    if scene.has("closed-mark", "press-out", "told-to-me-inside") or not scene.has("harmless-secret"):
        yield from told


def _told(scene: Scene) -> Iterator[Said]:
    if doors.closed_attachment(scene):
        yield scene.match(PROVISION, None, "likely", ATTACHED)
    for hit, because in _told_outright(scene):
        yield scene.sentence_match(PROVISION, hit, "likely", because)
    for hit in scene.hits("secret-hint"):
        if _another_hint(scene, hit) and doors.substance(scene, hit, 1):
            yield scene.sentence_match(PROVISION, hit, "possible", UNTOLD)
    for hit in scene.hits("outed-complainant"):
        if scene.person_near(hit, sentences=1):
            yield scene.sentence_match(PROVISION, hit, "possible", COMPLAINANT)
    if scene.kind in ANSWERS:
        for hit in scene.hits("your-private"):
            if scene.has("from-the-file"):
                yield scene.sentence_match(PROVISION, hit, "likely", FILE)
        for fact in life.told(scene, "care-or-court"):
            yield scene.sentence_match(PROVISION, fact.hit, "possible", FILE)
    item = doors.about_exempt_item(scene)
    if item is not None and (people.sums(scene.view) or scene.has("said-inside", *doors.HINTS)):
        yield scene.match(PROVISION, item, "possible", ITEM)


def _told_outright(scene: Scene) -> Iterator[tuple[Hit, str]]:
    """Yield marks, hints, inside places and frames that have something told with them, and why they count."""
    for hit in scene.hits("closed-mark", "press-out"):
        if doors.substance(scene, hit) or scene.has_near(hit, "secret-frame", "tip-off", sentences=2):
            yield hit, MARKED
    for hit in scene.hits("tip-off"):
        if scene.has_near(hit, *doors.HINTS, "closed-mark", "not-telling", sentences=1):
            yield hit, HINT
    for hit in scene.hits("told-to-me-inside"):
        if scene.has_near(hit, "secret-frame", "closed-mark", sentences=1) or doors.substance(scene, hit):
            yield hit, INSIDE
    for hit in scene.hits("secret-frame"):
        if doors.substance(scene, hit, 1):
            yield hit, UNTOLD


def _another_hint(scene: Scene, hit: Hit) -> bool:
    """Say whether a second sign of secrecy stands beside a weak one."""
    of = scene.view.of_sentence
    return any(
        abs(of[other.first] - of[hit.first]) <= 1 and (other.last <= hit.first or other.first >= hit.last)
        for other in scene.hits("secret-hint", "knowing-look", "not-telling", "tip-off", "closed-mark")
    )


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        "closed-mark",
        "press-out",
        "secret-frame",
        "secret-hint",
        "told-to-me-inside",
        "tip-off",
        "outed-complainant",
        "your-private",
        "care-or-court",
    ),
    wakes_on=("exempt_text", "attachments", "meeting"),
    languages=("en", "sco"),
)
