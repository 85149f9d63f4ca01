"""Sees a quotation or a figure whose source is waved away, others' words under one's own name, unwanted links.

Authority: the founding policies (name the source; a link rather than a copy; look whether links are allowed);
Copyright, Designs and Patents Act 1988, ss.77 and 178 (right to be named; sufficient acknowledgement). Quiet where
author, place or link is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "source-attribution-and-linking"
WAVED = "You give words or figures and do not tell readers where they come from."
OWN = "The words put somebody else's text under your own name."
STRIPPED = "You seem to have taken off the name of the author or the source."
LINKED = "Your link goes where its owner may not want one, or to a copy that ought not to be there."
MOUTH = "You put words into a well-known mouth and name no place where they stand."


def _look(scene: Scene) -> Iterator[Said]:
    for tags, look in _WAYS:
        found = next(look(scene), None) if scene.has(*tags) else None
        if found is not None:
            if not scene.has("complies"):
                yield found
            return


def _outright(scene: Scene) -> Iterator[Said]:
    for tag, because in (("own-words-claimed", OWN), ("pirate-link", LINKED), ("source-refused", WAVED)):
        for hit in scene.hits(tag):
            if scene.negated(hit) or scene.quoted(hit):
                continue
            if tag != "source-refused" or not _placed(scene, hit):
                yield scene.match(PROVISION, hit, "likely", because)


def _placed(scene: Scene, hit: Hit) -> bool:
    """Say whether readers are told nearby where exactly the source stands."""
    return scene.has_near(hit, "place-given", sentences=1)


def _lifted(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("lifted-text"):
        mine = scene.has_near(hit, "as-mine", sentences=1) and not scene.negated(hit)
        if mine and scene.has_near(hit, "told-figure", sentences=1):
            yield scene.match(PROVISION, hit, "possible", OWN)


def _stripped(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("credit-noun"):
        if not scene.could_be_near(hit, "told-figure", sentences=1):
            continue
        stripped, shrugged = scene.has_near(hit, "strips"), scene.has_near(hit, "source-shrug")
        if not (stripped or shrugged) or not scene.has_near(hit, "told-figure", sentences=1):
            continue
        if stripped:
            yield scene.match(PROVISION, hit, "likely", STRIPPED)
        if shrugged:
            yield scene.match(PROVISION, hit, "possible", WAVED)


def _linked(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("link-word"):
        could = scene.could_be_near(hit, "all-the-same", sentences=1)
        if (
            could
            and scene.has_near(hit, "site-forbids", sentences=1)
            and scene.has_near(hit, "all-the-same", sentences=1)
        ):
            yield scene.match(PROVISION, hit, "likely", LINKED)


def _unsourced(scene: Scene) -> Iterator[Said]:
    for hit in scene.hits("unsourced"):
        if (scene.quotations or scene.has("figure-told")) and not _placed(scene, hit):
            yield scene.match(PROVISION, hit, "possible", WAVED)
    for hit in scene.hits("famous-mouth"):
        if scene.has_near(hit, "mouth-doubt", sentences=1) and not scene.has("link-given"):
            yield scene.match(PROVISION, hit, "possible", MOUTH)


_WAYS = (
    (("own-words-claimed", "pirate-link", "source-refused"), _outright),
    (("lifted-text",), _lifted),
    (("credit-noun",), _stripped),
    (("link-word",), _linked),
    (("unsourced", "famous-mouth"), _unsourced),
)
"""What is looked for, and the tags one of which it takes."""

DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=tuple(tag for tags, _look_for in _WAYS for tag in tags),
    languages=("en", "sco", "pl", "cy"),
)
