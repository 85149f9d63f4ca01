"""Sees a blog, page or website that is open to comments and does not say how they are dealt with.

Authority: one founding policy (a blog carries a statement on inappropriate comments), as good practice; it also
helps with Defamation Act 2013 s.5 (operators of websites). Quiet where any rule is stated, where comments are
closed, and on comments upon plans and applications.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors import _profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "publish-moderation-statement"
OPEN = "Comments are open here, and you do not say how you deal with them."
UNRULED = "You open comments to everybody and say that no rule applies."
ELSEWHERE = frozenset(
    [
        "consultation",
        "planning",
        "application",
        "applications",
        "draft",
        "strategy",
        "portal",
        "survey",
        "deadline",
        "closing",
        "proposal",
        "proposals",
        "licence",
        "licensing",
        "hearing",
        "inquiry",
        "inspector",
        "questionnaire",
        "examination",
    ]
)
"""Words of comments on a plan or application, which are another thing."""
PLACES = frozenset(["blog", "wordpress", "website", "substack", "tumblr", "blogger", "medium"])


def _look(scene: Scene) -> Iterator[Said]:
    account = scene.context.account
    if not _profile.members(scene) or account in {"private", "anonymous"}:
        return
    if any(True for _ in _profile.stated(scene, "comments-ruled", reach=3)):
        return
    opened = next(iter(scene.hits("comments-open")), None)
    unruled = next(iter(scene.hits("comments-unruled")), None)
    if scene.kind == "profile":
        setting = _profile.comments_on(scene, _profile.lines(scene))
        place = scene.has("blog-place") or scene.context.platform in PLACES
        where = opened or setting or (unruled if place or "comments" in scene.words else None)
        if where is not None:
            yield scene.match(PROVISION, where, "likely", UNRULED if unruled else OPEN)
        return
    if opened is None or not ELSEWHERE.isdisjoint(scene.words):
        return
    of_ones_own = scene.has("blog-place") or scene.context.platform in PLACES
    if of_ones_own and (unruled is not None or "comments" in scene.words):
        yield scene.match(PROVISION, opened, "likely", UNRULED if unruled else OPEN)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=("comments-open", "comments-unruled", "blog-place"),
    languages=("en", "sco", "cy", "pl"),
)
