"""Weigh the signs that something closed comes out: how it is marked, how it is said, whether it is said at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core import people
from cllr.core.detectors._exempt_papers import distinctive
from cllr.core.lexicon import Hit
from cllr.core.text import view

if TYPE_CHECKING:
    from cllr.core.scene import Scene

_CLOSED_ATTACHMENT = re.compile(
    r"\b(?:confidential|exempt|not for publication|restricted|embargo(?:ed)?|eyes only|grievance|disciplinary"
    r"|(?:closed|private|members?'?) briefing|leaked|in confidence|legal advice|sickness record|personnel file)\b"
)
HINTS = ("secret-frame", "secret-hint", "tip-off", "knowing-look")
"""Tags of what is half said."""
SUBSTANCE = ("said-inside", "handed-out", "inside-object")


def public(scene: Scene) -> bool:
    """Say whether the words name an open source: published papers, an open meeting, a decision notice."""
    return scene.has("public-already")


def kept_back(scene: Scene) -> bool:
    """Say whether the author declines to tell, and then tells nothing and hints at nothing."""
    if not scene.has("not-telling") or scene.has("tip-off"):
        return False
    return not any(_opens_again(scene, hit) for hit in scene.hits("secret-frame", "secret-hint"))


def wants_it_open(scene: Scene) -> bool:
    """Say whether the author asks for closed things to be opened, and neither hands out nor hints at any."""
    return scene.has("wants-openness") and not scene.has("handed-out", "tip-off", "told-to-me-inside", "secret-frame")


def _opens_again(scene: Scene, hit: Hit) -> bool:
    """Say whether a frame goes on to tell ("what I can tell you is", "but I'll say this", "let's just say")."""
    words = scene.words[hit.first : hit.last]
    return words[0] in {"what", "all", "but", "lets", "let", "suffice", "so"} and words[-1] not in {"ask", "why"}


def substance(scene: Scene, hit: Hit, sentences: int = 2) -> Hit | None:
    """Return what is told near a hit: somebody's words or act, a page, a sum; not the hit itself."""
    of = scene.view.of_sentence
    here = of[hit.first]
    for other in scene.hits(*SUBSTANCE):
        if abs(of[other.first] - here) <= sentences and not (other.first >= hit.first and other.last <= hit.last):
            return other
    for first, last in people.sums(scene.view):
        if abs(of[first] - here) <= sentences:
            return Hit("sum", first, last)
    return None


def about_exempt_item(scene: Scene) -> tuple[int, int] | None:
    """Return words that name an item which the meeting in the context takes in private, or None."""
    meeting = scene.context.meeting
    if meeting is None or not meeting.exempt_items:
        return None
    wanted = frozenset().union(*(distinctive(view(item)) for item in meeting.exempt_items))
    numbers = {view(item).words[0] for item in meeting.exempt_items if item[:1].isdigit()}
    for index, word in enumerate(scene.words):
        if word in wanted or (word.endswith("s") and word[:-1] in wanted):
            return index, index + 1
        if word in numbers and index and scene.words[index - 1] == "item":
            return index - 1, index + 1
    return None


def closed_attachment(scene: Scene) -> bool:
    """Say whether an attachment is described as closed: marked, leaked, or a staff matter."""
    return any(
        attachment.alt is not None and _CLOSED_ATTACHMENT.search(attachment.alt.lower())
        for attachment in scene.context.attachments or ()
    )
