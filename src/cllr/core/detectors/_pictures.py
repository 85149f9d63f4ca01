"""What is known of the pictures that go with a draft: whether people and children are in them, and at whose wish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.model import Attachment
    from cllr.core.scene import Scene

_SELF = ("selfie", "self-portrait", "own portrait", "of the author", "of myself")
_YOUNG = re.compile(
    r"\b(?:child|children|kids?|pupils?|schoolchildren|toddlers?|bab(?:y|ies)|infants?|teenagers?|teens?|youngsters?|cadets|"
    r"scouts|brownies|cubs|beavers|schoolboys?|schoolgirls?|little (?:boy|girl)|(?:boy|girl)s?|under-\d+s|nativity|"
    r"(?:primary|nursery|reception) (?:class|school)|playgroup|year \d+)\b"
)
_MAY_BE_YOUNG = re.compile(rf"{_YOUNG.pattern}|\byoung\b|\bclass\b|\bstudents?\b")
_PEOPLE = re.compile(
    rf"{_YOUNG.pattern}|\b(?:people|persons?|m[ae]n|wom[ae]n|faces?|crowd|couple|group|team|queue|family|families|residents?|"
    r"volunteers?|staff|workers?|crew|pensioners?|neighbours?|lady|ladies|gentlem[ae]n|passengers?|shoppers?|players?|"
    r"dancers?|singers?|audience|congregation|nurses?|patients?|driver|someone|somebody|protesters?|marchers?|officers?|"
    r"councillors?|mayor|bride|groom|students?|lad|lads|lass|father|mother|mum|dad|son|daughter|grandmother|grandfather)\b"
)
_PICTURES = frozenset(("image", "video"))


def people_shown(scene: Scene) -> bool | None:
    """Say whether somebody other than the author is shown; None where it is not known."""
    shown = _shown(scene)
    if not shown:
        return None if scene.context.attachments is None and scene.has("picture") else False
    others = [one for one in shown if not any(word in _described(one) for word in _SELF)]
    if any(one.people or (one.people is None and _PEOPLE.search(_described(one))) for one in others):
        return True
    return None if any(one.people is None for one in others) else False


def children_shown(scene: Scene) -> bool | None:
    """Say whether children are shown; None where it is not known."""
    shown = _shown(scene)
    if not shown:
        return None if scene.context.attachments is None and scene.has("picture") else False
    if any(one.children or (one.children is None and _YOUNG.search(_described(one))) for one in shown):
        return True
    return None if any(one.children is None and one.people is not False for one in shown) else False


def young(scene: Scene) -> bool:
    """Say whether a picture is described as one of somebody young, and nothing says that it is not."""
    return any(one.children is not False and _MAY_BE_YOUNG.search(_described(one)) for one in _shown(scene))


def _shown(scene: Scene) -> list[Attachment]:
    return [one for one in scene.context.attachments or () if one.kind in _PICTURES]


def _described(one: Attachment) -> str:
    return f"{one.alt or ''} {one.source or ''}".lower()


def against_wish(scene: Scene) -> Hit | None:
    """Return words that say that somebody shown did not agree or does not know, or None."""
    hits = [hit for hit in scene.hits("against-their-wish") if not scene.quoted(hit)]
    return hits[0] if hits else None
