"""Sees that somebody else has the password, or writes under the author's name.

Authority: the founding policies (no password shared, no access by others); good practice, no law. Quiet: a password
changed, "only I post here", an account hacked or cloned, a council's own account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "account-access-not-shared"
KNOWN = "The words say that others know your password."
WRITER = "The words say that somebody else writes here under your name."
_FIRST_PERSON = frozenset(
    ["i", "my", "me", "mine", "im", "ive", "ill", "this", "our", "we", "us", "councillor", "cllr", "himself"]
)

_PUBLIC = frozenset(
    [
        "people", "anyone", "anybody", "everyone", "everybody", "others", "they", "theyve", "theyre", "whoever",
        "someone", "somebody", "residents", "folk", "him", "her",
    ]
)  # fmt: skip


def _look(scene: Scene) -> Iterator[Said]:
    if scene.context.account == "council":
        return
    for hit in scene.hits("password-shared", "posts-for-me"):
        if _denied(scene, hit) or _FIRST_PERSON.isdisjoint(scene.words):
            continue
        because = KNOWN if hit.tag == "password-shared" else WRITER
        yield scene.sentence_match(PROVISION, hit, "likely", because)


def _denied(scene: Scene, hit: Hit) -> bool:
    """Say whether the access is denied or kept; "it is not me who writes" is no denial."""
    if scene.has("access-kept"):
        return True
    inside = scene.words[hit.first : hit.last]
    if hit.tag == "posts-for-me":
        # What the public posts on a page nobody writes for its owner.
        public = inside[0] in _PUBLIC and not {"as", "for"}.intersection(inside)
        about = inside[-2:-1] == ["my"] and inside[-3] in {"on", "under", "to", "about", "below"}
        public = public or (about and inside[-1] not in {"behalf", "name", "voice"})
        return public or scene.negated(hit)
    return scene.negated(hit) or not {"not", "doesnt", "dont", "never", "wont", "didnt", "no"}.isdisjoint(inside)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("password-shared", "posts-for-me"),
    languages=("en", "sco"),
)
