"""Sees words that can end in court besides libel, from a call to break the law to fault owned in a council's name.

Between these: telling of a trial or of somebody who must not be named, telling how people voted, keeping people out.
Authority: Serious Crime Act 2007, ss.44-46 (encouraging an offence); Contempt of Court Act 1981, ss.1-2 and 8,
Criminal Justice Act 1925, s.41 (photographs in court); Sexual Offences (Amendment) Act 1992, s.1, Youth Justice and
Criminal Evidence Act 1999, s.44 and Children and Young Persons Act 1933, s.49 (persons not to be named);
Representation of the People Act 1983, ss.66 and 66A (secrecy) and 114 (treating); Gambling Act 2005 (lotteries);
Wildlife and Countryside Act 1981; Equality Act 2010 (who is shut out). Quiet on orders obeyed, sourced reports of a
case that is over, and restraint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "content-creating-legal-liability"
URGED = "The words urge others to do damage, or to disobey an order or a rule."
TRIAL = "The words settle in advance what a court still has to decide, or speak to those who decide it."
NAMED = "The words tell who somebody is whom the law may keep from being named."
VOTES = "The words tell how people voted before it may be told."
OWNED = "The words own fault, or promise payment, in a council's name."
PICTURED = "The words say that a picture or recording was made in a court or where people vote."
TRADE = "The words laugh off a licence or a rule."
CREATURE = "The words urge harm to wild creatures, many of which the law protects."
SHUT_OUT = "The words keep a job, a home or a service from a group that the law protects."
EXPOSED = "The words tell where somebody lives or who he is, and put a crime on him."
HELD_OVER = "The words hold something over somebody."

_LAW = frozenset(
    [
        "injunction", "order", "notice", "limit", "limits", "bailiffs", "bailiff", "closure", "cordon", "tpo",
        "curfew", "judge", "court", "eviction", "law", "tax", "fine", "fines", "twice", "polling", "postal", "ballot",
        "vote", "say", "bolt", "boltcutters", "crowbar", "crowbars", "grinder", "balaclavas", "masks", "cutters",
    ]
)  # fmt: skip
_OVER = frozenset(["sentenced", "pleaded", "convicted", "acquitted", "jailed", "granted"])


def _look(scene: Scene) -> Iterator[Said]:
    if scene.context.role in {"member-of-public"}:
        return
    for hit in scene.hits("urged-wrong"):
        if _urges(scene, hit):
            yield scene.match(PROVISION, hit, "possible", URGED)
            break
    for hit in scene.hits("urged-crime"):
        if not (scene.reported(hit) or scene.negated(hit, reach=2) or scene.has_near(hit, "condemnation")):
            yield scene.match(PROVISION, hit, "possible", URGED)
            break
    yield from _of_courts(scene)
    yield from _plain(scene)


def _urges(scene: Scene, hit: Hit) -> bool:
    """Say whether the words really urge: an order defied, or two signs of it together."""
    if scene.reported(hit) or scene.negated(hit, reach=2) or scene.has_near(hit, "condemnation"):
        return False
    others = [other for other in scene.hits("urged-wrong") if other.first >= hit.last or other.last <= hit.first]
    return bool(others) or not _LAW.isdisjoint(scene.words[hit.first : hit.last])


def _of_courts(scene: Scene) -> Iterator[Said]:
    over = not _OVER.isdisjoint(scene.words) and scene.has("shown-where")
    if scene.has("trial-on") and not over:
        for hit in scene.hits("prejudges"):
            if scene.has_near(hit, "trial-on", sentences=2) and not scene.reported(hit):
                yield scene.match(PROVISION, hit, "possible", TRIAL)
                break
    for hit in scene.hits("banned-name"):
        if not scene.has("restraint-shown"):
            yield scene.sentence_match(PROVISION, hit, "possible", NAMED)
            break
    pieces = scene.hits("pieced-together") if scene.has("anonymity-word") else []
    if pieces and not scene.condemned(pieces[0]):
        yield scene.sentence_match(PROVISION, pieces[0], "possible", NAMED)
    for hit in scene.hits("offender-told"):
        if not scene.reported(hit) and not over and (scene.has("locates-home") or scene.people):
            yield scene.sentence_match(PROVISION, hit, "possible", EXPOSED)
            break
    for hit in scene.hits("court-pictured"):
        yield scene.match(PROVISION, hit, "possible", PICTURED)
        break


def _plain(scene: Scene) -> Iterator[Said]:
    for tag, because in (
        ("ballot-secret", VOTES),
        ("liability-owned", OWNED),
        ("licence-shrugged", TRADE),
        ("creature-harmed", CREATURE),
        ("shut-out", SHUT_OUT),
        ("blackmail", HELD_OVER),
    ):
        hit = next((h for h in scene.hits(tag) if not scene.reported(h) and not _denied(scene, h)), None)
        if hit is not None and (tag != "ballot-secret" or _polling(scene)):
            yield scene.match(PROVISION, hit, "possible", because)


def _denied(scene: Scene, hit: Hit) -> bool:
    """Say whether words are denied; those that shut somebody out are denials themselves ("no kids, no DSS")."""
    return scene.condemned(hit) if hit.tag == "shut-out" else scene.negated(hit, reach=2)


def _polling(scene: Scene) -> bool:
    """Say whether the poll may still be open: its day is unknown, today or yet to come."""
    election, on = scene.context.election, scene.context.on
    return election is not None and (on is None or on <= election.poll)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        "urged-wrong",
        "urged-crime",
        "prejudges",
        "banned-name",
        "court-pictured",
        "anonymity-word",
        "offender-told",
        "ballot-secret",
        "liability-owned",
        "licence-shrugged",
        "creature-harmed",
        "shut-out",
        "blackmail",
    ),
    languages=("en", "sco"),
)
