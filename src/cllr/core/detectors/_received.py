"""What somebody else's words are, for the councillor who receives them: hate, libel, trick, flood, question.

Shared by the detectors of received comments; threats are weighed in `_threat.py`, worry in `_worry.py`. Rude
criticism of a councillor or council is none of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detectors import _slight
from cllr.core.detectors._allegation import HINTS, WRONGS, claims
from cllr.core.detectors._identifiers import identifiers
from cllr.core.detectors._threat import INSULTS, SLURS, Seen, addressed, apart, fields, hostile
from cllr.core.detectors._treatment import others_words

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.model import Match
    from cllr.core.people import Mention
    from cllr.core.scene import Scene

SLUR = "The words insult people for what they are."
GROUP = "The words set people apart for what they are, as lesser or dangerous."
LIBEL = "The words say that a third person did wrong, and you cannot know whether it is true."
INCITED = "The words call on others to harm somebody."
POSING = "An account seems to pose as you."
MADE_UP = "The words speak of a picture, film or voice that was made to look like somebody."
SCAM = "The words are those of spam or a scam."
WHO = "The message says who writes, asks for something that is not public, and cannot be checked as it stands."
COLLEAGUE = "A colleague's words to you belittle or harass."
ABOUT = "You are told that a colleague harasses or bullies somebody."
QUESTION = "The words ask something that can be answered, or handed to somebody who can."


def marked(scene: Scene, provision: str, seen: Seen) -> Match:
    """Return the match of what was seen: the whole sentences it stands in."""
    where = seen.where
    first, last = where if len(where) == 2 else (where.first, where.last)
    of = scene.view.of_sentence
    begun, ended = scene.sentences[of[first]], scene.sentences[of[max(first, last - 1)]]
    return scene.match(provision, (begun.first, ended.last), seen.confidence, seen.because)


def is_warm(scene: Scene) -> bool:
    """Say whether the words thank, praise or stand by the person addressed."""
    return scene.has("warm", "stands-by-you")


# ---- what should not stand on a page


def hate(scene: Scene) -> Seen | None:
    """Return hate against people for what they are, or None; a report of what was suffered is none.

    Words of condemnation quiet less here than in a councillor's own draft: "not in our town" is what haters write.
    """
    for tag in _slight.SLURS:
        for hit in scene.hits(tag):
            if not (others_words(scene, hit) or scene.has("abuse-told")):
                return Seen(hit, "likely", SLUR)
    for hit in scene.hits("race-jibe", "religion-jibe", "hate-hint"):
        if not (others_words(scene, hit) or scene.has("abuse-told", "stands-by-you")):
            return Seen(hit, "possible", GROUP)
    for hit in scene.hits("traveller-theft"):
        if scene.has_near(hit, "group-traveller", "nudge", "sneer-cue", sentences=2):
            return Seen(hit, "possible", GROUP)
    for hit in scene.hits("hostile-claim", "vermin-name"):
        if scene.has_near(hit, *_slight.GROUPS, sentences=1) and not others_words(scene, hit):
            return Seen(hit, "possible", GROUP)
    for slight in _slight.slights(scene):
        if slight.hit.tag not in {"slur-age", "age-jibe", "marriage-jibe", "slur-sex"}:
            return Seen(slight.hit, "possible", GROUP)
    return None


def libel(scene: Scene) -> Seen | None:
    """Return an allegation against somebody other than the person addressed, or None."""
    for claim in claims(scene):
        hit = claim.hit
        named = scene.person_near(hit, sentences=2)
        if claim.target == "role" or (scene.addressed(hit) and not _of_another(scene, hit, named)):
            continue
        if named is not None and named.kind == "councillor" and not named.known:
            # Most likely the owner of the page: hard words about him stay.
            continue
        return Seen(hit, "likely" if claim.outright else "possible", LIBEL)
    return _trader_wronged(scene)


def _of_another(scene: Scene, hit: Hit, named: Mention | None) -> bool:
    """Say whether somebody other than a councillor is named in the same sentence before a hit."""
    return (
        named is not None
        and named.kind != "councillor"
        and named.last <= hit.first
        and scene.view.of_sentence[named.first] == scene.view.of_sentence[hit.first]
    )


def _trader_wronged(scene: Scene) -> Seen | None:
    """Return a plain wrong said of somebody named, or known by his shop or his work, or None."""
    for hit in scene.hits("trade-wrong"):
        if scene.negated(hit) or scene.addressed(hit) or scene.is_question(hit) or is_warm(scene):
            continue
        named = scene.person_near(hit, sentences=1)
        if (named is not None and named.kind != "councillor") or scene.firm_near(hit, 1) or _at_work(scene, hit):
            return Seen(hit, "possible", LIBEL)
    return None


def _at_work(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "of-trade", sentences=1)


def incitement(scene: Scene) -> Seen | None:
    """Return a call upon others to harm somebody, or None."""
    for hit in scene.hits("incites"):
        if not (scene.quoted(hit) or scene.has("contest", "stands-by-you") or scene.negated(hit)):
            return Seen(hit, "likely", INCITED)
    return None


def laid_open(scene: Scene) -> Hit | None:
    """Return another person's private matter that stands beside an address, number or reference, or None."""
    details = identifiers(scene)
    for hit in scene.hits("of-a-third-person"):
        if scene.has("laid-open") or details:
            return hit
    for hit in scene.hits("doxxing"):
        return hit
    return None


PRIVATE_PLATFORMS = frozenset(["whatsapp", "messenger", "email", "sms", "signal", "telegram"])


def on_a_page(scene: Scene) -> bool:
    """Say whether the words may stand on a page that others can read."""
    return scene.context.platform not in PRIVATE_PLATFORMS


_TAKES_DOWN = frozenset(
    ["down", "delete", "deleting", "deleted", "remove", "removing", "removed", "moderate", "moderating", "censor"]
)


STANDING = ("left-standing", "comments-unruled")
"""Tags of the owner's words about comments that stay up."""


HOSTED = (
    *STANDING,
    "trade-wrong",
    *_slight.WAKES,
    *WRONGS,
    *HINTS,
    "hate-hint",
    "incites",
    "sexual-jibe",
    "of-a-third-person",
    "doxxing",
)
"""Tags that wake whoever looks for what others wrote on a page, or for words of its owner about that."""


def left_standing(scene: Scene) -> Hit | None:
    """Return where the owner of a page says that comments about somebody stay up, or None."""
    hits = [hit for hit in scene.hits(*STANDING) if not scene.reported(hit)]
    if not hits:
        return None
    if scene.has("under-my-post"):
        somebody = scene.has("bad-comments") or any(not m.known for m in scene.people)
        return hits[0] if somebody or not scene.has("own-critics") else None
    # To speak of taking down is to speak of what others wrote.
    plain = next((hit for hit in hits if not _TAKES_DOWN.isdisjoint(scene.words[hit.first : hit.last])), None)
    return plain if scene.has("bad-comments") else None


def left(scene: Scene, provision: str, because: str) -> tuple[Match, ...]:
    """Return the match of the owner's words that such comments stay up, or nothing."""
    standing = left_standing(scene)
    return () if standing is None else (scene.sentence_match(provision, standing, "likely", because),)


# ---- floods


def floods(scene: Scene) -> Hit | None:
    """Return where somebody says that he floods a page; it takes two signs, or that he is back after a block."""
    signs = [
        scene.hits(tag)[0]
        for tag in ("numbered-message", "every-thread", "dodges-block", "until-you", "keeps-on")
        if scene.has(tag)
    ]
    back = scene.hits("came-back")
    if back:
        return back[0]
    return min(signs, key=lambda hit: hit.first) if len(signs) > 1 else None


ABUSED = "The words abuse you, and the writer says that they will go on."


def harasses(scene: Scene) -> Seen | None:
    """Return a flood that abuses the person addressed, or None: a matter to report rather than to block."""
    flood = floods(scene)
    if flood is None or not (hostile(scene) and addressed(scene)):
        return None
    return Seen(flood, "likely", ABUSED)


# ---- tricks


_SOMEBODY = frozenset(
    [
        "somebody",
        "someone",
        "another",
        "pretending",
        "posing",
        "claiming",
        "impersonating",
        "theres",
        "they",
        "scammer",
        "hacker",
        "scammers",
        "hackers",
        "whoever",
        "im",
    ]
)


def posing(scene: Scene) -> Seen | None:
    """Return signs of an account that poses as the person addressed, or None."""
    if scene.has("bait") and not {"video", "clip", "link", "vid"}.isdisjoint(scene.words):
        return None
    signs = apart(scene.hits("trick-posing"))
    told = signs and scene.words[signs[0].first] in _SOMEBODY
    if len(signs) > 1 or told or (signs and scene.has("asks-money")):
        return Seen(signs[0], "likely", POSING)
    held = fields("posing")
    words = scene.words
    account = next((i for i, word in enumerate(words) if word in held["account"]), None)
    odd = held["odd"].intersection(words) - {words[account] if account is not None else ""}
    if account is None or held["yours"].isdisjoint(words) or not odd:
        return None
    if signs or len(odd) > 1:
        return Seen(signs[0] if signs else (account, account + 1), "possible", POSING)
    return None


def made_up(scene: Scene) -> Seen | None:
    """Return made-up media of a person that is shared or used as a threat, or None."""
    somebody = addressed(scene) or bool(scene.people)
    for hit in scene.hits("made-up-media"):
        if scene.has("spreading", "blackmailed") or somebody:
            return Seen(hit, "likely", MADE_UP)
    held = fields("posing")
    words = scene.words
    machine = next((i for i, word in enumerate(words) if word in held["machine"]), None)
    if machine is None or held["media"].isdisjoint(words) or not somebody:
        return None
    if scene.has("spreading", "blackmailed") or not held["spread"].isdisjoint(words):
        return Seen((machine, machine + 1), "possible", MADE_UP)
    return None


def scam(scene: Scene) -> Seen | None:
    """Return the stock phrases of spam, two at least, or None."""
    signs = apart(scene.hits("scam-bait"))
    if len(signs) > 1:
        return Seen(signs[0], "likely", SCAM)
    held = fields("posing")
    reach = not held["contact"].isdisjoint(scene.words)
    if signs and reach:
        return Seen(signs[0], "possible", SCAM)
    earned = next((i for i, word in enumerate(scene.words) if word in held["earn"]), None)
    if earned is not None and reach and ("£" in scene.norm or "$" in scene.norm or "weeks" in scene.words):
        return Seen((earned, earned + 1), "possible", SCAM)
    return None


def stranger(scene: Scene) -> Seen | None:
    """Return where a message claims a sender that should be checked first, or None."""
    held = fields("stranger")
    words = set(scene.words)
    wants = scene.has("wants-something") or (scene.has("asks-for") and not held["private"].isdisjoint(words))
    if not wants:
        return None
    fresh, hurried = scene.has("new-channel"), scene.has("hurry") or not held["hurry"].isdisjoint(words)
    for hit in scene.hits("says-who"):
        official = not held["role"].isdisjoint(scene.words[hit.first : hit.last + 4])
        if fresh or (official and hurried):
            return Seen(hit, "likely" if fresh else "possible", WHO)
    if fresh and hurried:
        return Seen(scene.hits("new-channel")[0], "possible", WHO)
    return None


# ---- colleagues

_SENDER = re.compile(r"\s{0,9}(?:(?:from|fwd|re|message from|dm from)[ :]{1,2})?(?:cllr|councillor)[. ][^\n:]{2,40}:")
_PRESENTS = frozenset(["its", "this", "from", "im", "is", "me"])
_TO_A_COLLEAGUE = (
    "belittles",
    *INSULTS,
    *SLURS,
    "sex-jibe",
    "looks-jibe",
    "wit-jibe",
    "sexual-jibe",
    "threat-grave",
    "unwanted",
)


def colleague(scene: Scene) -> Seen | None:
    """Return a colleague's belittling words, or a report of a colleague's, or None."""
    mentions = [m for m in scene.people if m.kind == "councillor"]
    if not mentions and _SENDER.match(scene.norm) is None:
        return None
    if _sent_by_colleague(scene):
        for hit in scene.hits(*_TO_A_COLLEAGUE):
            if hit.tag in {"belittles", "sexual-jibe", "threat-grave", "unwanted"} or scene.addressed(hit):
                return Seen(hit, "likely", COLLEAGUE)
    known = next((m for m in mentions if m.known), None)
    if known is not None and addressed(scene):
        for hit in scene.hits("unwanted", "belittles", "sexual-jibe"):
            return Seen(hit, "possible", COLLEAGUE)
    named = [m for m in mentions if m.known or scene.words[m.first] in {"cllr", "councillor"}]
    if named and not {"me", "my", "i", "im"}.isdisjoint(scene.words):
        for hit in scene.hits("colleague-did"):
            if scene.person_near(hit, sentences=2) is not None:
                return Seen(hit, "likely", ABOUT)
    return None


def _sent_by_colleague(scene: Scene) -> bool:
    """Say whether a colleague gives himself as the sender at the head of the text."""
    if _SENDER.match(scene.norm) is not None:
        return True
    for m in scene.people:
        titled = scene.words[m.first] in {"cllr", "councillor"} and m.last >= len(scene.words) - 1
        if not ((m.known or titled) and m.kind == "councillor") or 8 < m.first < len(scene.words) - 4:
            continue
        before, after = scene.words[max(0, m.first - 2) : m.first], scene.words[m.last : m.last + 1]
        signed = m.last >= len(scene.words) - 1 and m.first > 3
        colon = scene.norm[scene.view.ends[m.last - 1] :][:1] in {":", ","} and m.first < 2
        if not _PRESENTS.isdisjoint(before) or after == ["here"] or colon or signed:
            return True
    return False


# ---- questions


_PLAIN = frozenset(["when", "what", "is", "are", "will", "until", "do", "does", "did", "how", "where"])
"""Words a plain question of fact begins with: a first one is just asked, and nobody is asked for."""


def question(scene: Scene) -> Seen | None:
    """Return an ordinary question that waits for an answer or a pointer, or None."""
    again = scene.hits("asks-again")
    pointer = [hit for hit in scene.hits("asks-pointer") if not scene.has_near(hit, "rhetorical")]
    if again and not scene.has("rhetorical") and (pointer or ("?" in scene.norm and not scene.has("warm"))):
        return Seen(again[0], "likely", QUESTION)
    asked = next((hit for hit in pointer if scene.is_question(hit) and scene.words[hit.first] not in _PLAIN), None)
    if asked is not None and not scene.has("rhetorical"):
        return Seen(asked, "possible", QUESTION)
    return None
