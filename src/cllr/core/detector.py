"""What a detector is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cllr.core.model import Ask, DraftKind, Language, Match, NotChecked

if TYPE_CHECKING:
    from cllr.core.scene import Scene

Said = Match | Ask | NotChecked
Look = Callable[["Scene"], Iterable[Said]]

AUTHORED: frozenset[DraftKind] = frozenset(
    {"post", "share", "like", "reply", "comment", "forum-post", "message", "wiki-edit"}
)
"""Kinds that the person who checks wrote, profiles apart."""
PUBLISHED: frozenset[DraftKind] = AUTHORED | {"profile"}
PROFILE: frozenset[DraftKind] = frozenset({"profile"})
RECEIVED: frozenset[DraftKind] = frozenset({"comment-received"})


def _always(scene: Scene) -> bool:
    del scene
    return True


@dataclass(frozen=True, slots=True)
class Detector:
    """Code that sees one thing in a draft.

    It is woken when one of the tags in `wakes` was found in the draft (or in what it shares), or one of the
    context fields in `wakes_on` is known, or `always`. It reads the `languages` it names; sentences in any
    other are told to the author as not looked at.
    """

    provisions: tuple[str, ...]
    """What it may raise; the first gives it its name."""
    kinds: frozenset[DraftKind]
    look: Look
    wakes: tuple[str, ...] = ()
    wakes_on: tuple[str, ...] = ()
    always: bool = False
    languages: tuple[Language, ...] = ("en", "sco")
    stands: Callable[[Scene], bool] = _always
    """Whether the facts around a draft allow a match that rests on its words alone; asked before the model speaks."""
    name: str = ""
    """Set from the name of its file."""

    def named(self, name: str) -> Detector:
        """Return this detector under the name of its file."""
        return replace(self, name=name)
