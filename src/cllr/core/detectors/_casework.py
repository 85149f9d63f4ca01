"""See that one resident's case is gone through in a public answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

ANSWERS = frozenset(("reply", "comment"))
PRIVATE = ("private-trouble", "personal-number", "illness", "money-trouble", "care-or-court")
WAKES = ("case-told", "case-work")


def taken_up(scene: Scene) -> list[Hit]:
    """Return the places of an answer that go through somebody's case, where no private door is shown instead."""
    if scene.kind not in ANSWERS or not scene.has(*WAKES) or scene.has("private-door"):
        return []
    hits = list(scene.hits("case-told"))
    if scene.has("case-work") and scene.has(*PRIVATE):
        hits += [
            hit for hit in scene.hits("case-work") if scene.addressed(hit) or scene.person_near(hit, sentences=1)
        ]
    return hits
