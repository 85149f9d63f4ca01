"""Sees the council's crest, logo or other marks on a member's own page or post.

Authority: the founding policies (who may use the council's marks, and where); the marks may be protected as arms or
trade marks. Quiet: the council's own accounts, a grant for the use that is in force, pictures in which the mark only
happens to be (a letter, a slide, a van, a wall), and talk about the crest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said
from cllr.core.detectors._voice import of_member, others_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "logo-use-permission"
PICTURE = "The picture that goes with this shows the council's crest or logo on a page of your own."
WORDS = "The words say that the council's crest, logo or other material is used on something of your own."

# The mark itself is what the picture shows, or it is put on a banner, a portrait, a leaflet.
_MARK = re.compile(
    r"\b(?:crest|logo|coat of arms|arms|emblem|shield|seal|branding|letterhead|insignia|strapline|masthead|arfbais|"
    r"herb)\b",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"\b(?:letter|notice|slide|report|agenda|papers?|screenshot|scan|van|lorry|truck|sign|door|wall|building|gates?|"
    r"lectern|podium|chamber|ribbon|hi-?vis|uniform|bin|ceremony|plaque|map|chart|invoice|ticket|email|poster|"
    r"timetable|advert|web ?site|web ?page|app|bus|stall|gazebo|tent|award|flag|robes?|chain|jacket|counter|desk|"
    r"certificate)\b",
    re.IGNORECASE,
)

_OWN = frozenset({"i", "ive", "my", "me", "mine", "own", "we", "weve", "our", "im"})
_NO = frozenset(
    ["no", "not", "never", "without", "havent", "hasnt", "didnt", "dont", "wouldnt", "nobody", "forgiveness", "who"]
)


def _look(scene: Scene) -> Iterator[Said]:
    if not of_member(scene) or _granted(scene):
        return
    said = [] if scene.kind == "share" else list(_pictures(scene))
    said += [scene.match(PROVISION, hit, "likely", WORDS) for hit in scene.hits("crest-word") if _put_on(scene, hit)]
    if said and not _allowed(scene):
        yield from said


def _granted(scene: Scene) -> bool:
    """Say whether a grant for the marks is recorded that has not run out by the day of posting."""
    on = scene.context.on
    return any(
        ("logo" in grant.use.lower() or "crest" in grant.use.lower())
        and (grant.until is None or on is None or on <= grant.until)
        for grant in scene.context.grants or ()
    )


def _allowed(scene: Scene) -> bool:
    """Say whether the words claim leave for the use."""
    return any(_NO.isdisjoint(scene.sentence_words(hit)) for hit in scene.hits("crest-allowed"))


def _pictures(scene: Scene) -> Iterator[Said]:
    for attached in scene.context.attachments or ():
        if attached.council_logo is not True or attached.kind == "document":
            continue
        alt = attached.alt or ""
        if scene.kind == "profile" or (_MARK.search(alt) and (_issued(scene) or not _IN_PASSING.search(alt))):
            yield scene.match(PROVISION, None, "sure" if scene.kind == "profile" else "likely", PICTURE)
            return


def _issued(scene: Scene) -> bool:
    """Say whether the words are a notice in the council's name: the mark heads it and is not there in passing."""
    return scene.has("council-body") and any(
        not others_words(scene, hit) and not scene.has_near(hit, "points-to-source", sentences=1)
        for hit in scene.hits("official-notice")
    )


def _put_on(scene: Scene, hit: Hit) -> bool:
    """Say whether the mark is taken and put on something of one's own."""
    if others_words(scene, hit) or scene.negated(hit, reach=4):
        return False
    if scene.has_near(hit, "mark-talked-of"):
        return False
    if scene.kind == "profile":
        return True
    if _OWN.isdisjoint(scene.sentence_words(hit)) or not scene.has_near(hit, "puts-mark"):
        return False
    return scene.has_near(hit, "own-page-thing", sentences=1)


DETECTOR = Detector(
    provisions=(PROVISION,), kinds=PUBLISHED, look=_look, wakes=("crest-word",), wakes_on=("attachments",)
)
