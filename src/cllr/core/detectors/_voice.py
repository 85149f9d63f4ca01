"""What the detectors of voice, elections and council accounts ask of a scene in common.

Whose account a draft goes out from decides much here: a clerk who posts for the council speaks for it by duty, and
a member on his own page never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

STAFF = frozenset({"officer", "clerk"})
APRIL_FOOL = (4, 1)

_TELLS = frozenset(["said", "says", "say", "told", "tells", "claims", "claimed", "announced", "reckons"])
_ONESELF = frozenset(["i", "ive", "ill", "im", "we", "weve", "well", "to", "can", "be", "me"])


def for_council(scene: Scene) -> bool:
    """Say whether the draft goes out from an account of the council."""
    context = scene.context
    return context.account == "council" or (context.account is None and context.role in STAFF)


def of_member(scene: Scene) -> bool:
    """Say whether a member speaks, or an officer from an account of his own (or nothing says otherwise)."""
    context = scene.context
    if context.account == "council":
        return context.role in {"councillor", "candidate"}
    return not for_council(scene) and context.role != "member-of-public"


def others_words(scene: Scene, hit: Hit) -> bool:
    """Say whether a hit is quoted, or stands behind somebody else's saying ("she said we at the council ...").

    The author's own telling ("I have told the press that ...", "Told them that ...") is not somebody else's.
    """
    if scene.quoted(hit):
        return True
    first = scene.sentence(hit).first
    words = scene.words
    return any(
        words[index] in _TELLS and _ONESELF.isdisjoint(words[max(first, index - 3) : index])
        for index in range(first + 1, hit.first)
    )


def own(scene: Scene, *tags: str) -> Iterator[Hit]:
    """Yield the hits of the tags that are the author's own words and that nothing shortly before denies."""
    for hit in scene.hits(*tags):
        if not others_words(scene, hit) and not scene.negated(hit):
            yield hit


def beside(scene: Scene, hit: Hit, *tags: str, sentences: int = 1) -> bool:
    """Say whether each of the tags stands within some sentences of a hit."""
    return all(scene.has_near(hit, tag, sentences=sentences) for tag in tags)


def is_fooling(scene: Scene) -> bool:
    """Say whether the text is satire by its own marks, or by the date of the first of April."""
    on = scene.context.on
    return scene.has("satire-cue") or (on is not None and (on.month, on.day) == APRIL_FOOL)
