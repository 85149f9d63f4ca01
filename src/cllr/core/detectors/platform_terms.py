"""Sees what every platform forbids: coming back after a ban, bought followers, made-up people, floods by machine.

Authority: the founding policies (read and keep to the terms of each platform); the platforms' own terms. Quiet on
what others did, on warnings against it, and on a new account for an honest reason. In somebody else's words it sees
a spammer who says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, RECEIVED, Detector, Said
from cllr.core.detectors import _received
from cllr.core.detectors._council_accounts import credited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "platform-terms"
EVADES = "The words speak of a further account after a platform closed or limited one."
BOUGHT = "The words say that followers, likes or praise were bought or traded."
VOICES = "The words say that one person speaks or votes as several."
MACHINE = "The words say that posts, likes or messages are sent by machine or in a flood."
POSES = "You praise a councillor, or speak as a resident, from an account that does not show who you are."
FLOOD = "The writer says that they flood your page or come back under new names."
_FOLLOWERS = frozenset(
    [
        "follower",
        "followers",
        "following",
        "likes",
        "views",
        "subscribers",
        "retweets",
        "reviews",
        "shares",
        "fans",
        "page",
        "account",
        "engagement",
        "upvotes",
        "f4f",
        "l4l",
        "pod",
    ]
)
_PLACES = frozenset(
    [
        "poll",
        "polls",
        "vote",
        "votes",
        "voting",
        "survey",
        "petition",
        "thread",
        "threads",
        "comments",
        "account",
        "accounts",
        "profile",
        "profiles",
        "review",
        "reviews",
        "login",
        "logins",
        "names",
        "facebook",
        "twitter",
        "page",
    ]
)
_PAID = frozenset(
    ["paid", "bought", "quid", "pounds", "tenner", "fiver", "cost", "grand", "pay", "buy", "package", "promoted"]
)
_NOT_SO = frozenset(
    [
        "not",
        "never",
        "no",
        "charity",
        "raised",
        "donated",
        "appeal",
        "fundraiser",
        "didnt",
        "havent",
        "wont",
        "dont",
        "without",
    ]
)
_OURS = frozenset(
    ["i", "im", "ive", "id", "ill", "me", "my", "mine", "we", "our", "ours", "us", "weve", "were", "myself", "this"]
)
_SELF = frozenset(["i", "ive"])
NEAR = 5
"""Words before a phrase in which its doer stands."""
_OTHERS = frozenset(
    [
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "someone",
        "somebody",
        "scammers",
        "scammer",
        "theyve",
        "hes",
        "shes",
        "theyre",
    ]
)


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind == "comment-received":
        flood = _received.floods(scene)
        if flood is not None and scene.has("made-by-machine", "dodges-block", "came-back"):
            yield scene.match(PROVISION, flood, "likely", FLOOD)
        return
    yield from _accounts(scene)
    yield from _followers(scene)
    end = 0
    for hit in sorted(scene.hits("made-by-machine"), key=lambda h: (h.first, -h.last)):
        if hit.first >= end and _own(scene, hit):
            end = hit.last
            yield scene.match(PROVISION, hit, "possible", MACHINE)


def _accounts(scene: Scene) -> Iterator[Said]:
    """See further accounts after a ban, made-up voices, and a councillor in the dress of a resident."""
    for hit in scene.hits("other-account"):
        ban = scene.near(hit, "suspension", sentences=2)
        if ban is not None and _own(scene, hit) and not (scene.negated(ban) or scene.reported(ban)):
            yield scene.match(PROVISION, hit, "likely", EVADES)
    for hit in scene.hits("fake-voices"):
        if _own(scene, hit) and not _PLACES.isdisjoint(scene.words):
            yield scene.match(PROVISION, hit, "likely", VOICES)
    context = scene.context
    if context.account == "anonymous" and context.role == "councillor":
        for hit in [*scene.hits("just-a-resident"), *credited(scene)][:1]:
            yield scene.sentence_match(PROVISION, hit, "possible", POSES)


def _followers(scene: Scene) -> Iterator[Said]:
    """See followers, likes or praise that were bought or traded."""
    for hit in scene.hits("bought-following"):
        if _own(scene, hit) and _about_followers(scene) and _NOT_SO.isdisjoint(scene.sentence_words(hit)):
            yield scene.match(PROVISION, hit, "likely", BOUGHT)
    paid = _paid_for_followers(scene)
    if paid is not None:
        yield scene.sentence_match(PROVISION, paid, "possible", BOUGHT)


def _own(scene: Scene, hit: Hit) -> bool:
    """Say whether the author tells of himself: no other doer stands before, nothing denies or reports it."""
    sentence = scene.sentence(hit)
    before = scene.words[sentence.first : hit.first]
    if _told(scene, hit) or scene.condemned(hit) or scene.negated(hit) or scene.is_question(hit):
        return False
    if not _OTHERS.isdisjoint(before[-NEAR:]):
        return False
    told = {"you", "your"}.intersection(before) and "got" not in scene.words
    return not (_OURS.isdisjoint(scene.words) and told)


def _told(scene: Scene, hit: Hit) -> bool:
    """Say whether a hit is quoted or told as somebody else's words; "I wrote a bot" and "I posted" tell nobody's."""
    if scene.quoted(hit):
        return True
    first = scene.sentence(hit).first
    return any(
        scene.words[max(first, verb.first - 1)] not in _SELF
        for verb in scene.before(hit, "reporting-verb", "being-called")
    )


def _paid_for_followers(scene: Scene) -> Hit | None:
    """Return where money and a number of followers stand in one sentence, and it is no charity or denial."""
    for hit in scene.hits("followers-counted") if not _PAID.isdisjoint(scene.words) else ():
        words = scene.sentence_words(hit)
        if not _PAID.isdisjoint(words) and _NOT_SO.isdisjoint(words) and _own(scene, hit):
            return hit
    return None


def _about_followers(scene: Scene) -> bool:
    return not _FOLLOWERS.isdisjoint(scene.words)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED | RECEIVED,
    look=_look,
    wakes=(
        "other-account",
        "suspension",
        "bought-following",
        "fake-voices",
        "made-by-machine",
        "came-back",
        "dodges-block",
        "just-a-resident",
        "credit-to-member",
    ),
)
