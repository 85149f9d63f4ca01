"""Sees what may lower trust in an office: false claims joked about, drink and crudeness with the chain on, bribes.

Authority: the Code of Conduct on disrepute and use of position (LGA Model Code 2020, parts 5 to 7); read with Article
10 as in R (Calver) v APW [2012] EWHC 1172 (Admin) and Heesom. Quiet: criticism of one's own council, claims that are
in order, satire of services, nerves owned up to, gifts refused. Disrepute itself is never found here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import PUBLISHED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

PROVISION = "disrepute"
CLAIM = "The words make light of public money spent on something of your own."
DRINK = "The words boast of drink or crude conduct while you stood for the council."
DISGRACE = "The words tell lightly of conduct that lowers trust in the office you hold."
DROVE = "The words boast of driving after drink."
BLIND = "The words say that you voted without knowing what on."
PERK = "The words boast of what your office got you or yours."
BRIBE = "The words joke about a price for your vote or help."
WRONG = "The words tell lightly of something you should not have done in office."
DAMAGE = "The words wink at damage or at breaking the law."
SHOWN = "The words show somebody who holds office in a sexual light."
JUROR = "The words give away a verdict while you sit on a jury."

_I = frozenset({"i", "im", "ive", "id", "ill", "me", "my", "mine", "myself", "we", "our", "us", "weve"})

_DOES = frozenset(
    [
        "got",
        "had",
        "turned",
        "slept",
        "skived",
        "used",
        "told",
        "claimed",
        "put",
        "parked",
        "signed",
        "sent",
        "voted",
        "just",
        "another",
        "been",
        "went",
        "fell",
        "woke",
        "missed",
        "popped",
        "rolled",
        "spent",
        "drank",
        "did",
        "took",
        "bunked",
        "snuck",
        "ended",
        "managed",
        "caught",
        "made",
        "still",
        "only",
        "never",
        "met",
        "lost",
        "threw",
        "stuck",
        "nearly",
        "accidentally",
        "finally",
        "back",
        "off",
        "out",
        "home",
        "hungover",
        "drunk",
        "absolutely",
        "proper",
        "properly",
        "yes",
        "well",
    ]
)
"""First words of a sentence that leaves out its "I"."""
_OTHERS = frozenset({"he", "she", "they", "you", "who", "somebody", "someone", "his", "her", "their", "it"})


def _look(scene: Scene) -> Iterator[Said]:
    found = next(_seen(scene), None)
    if found is not None:
        hit, because = found
        yield scene.match(PROVISION, hit, "possible", because)


def _seen(scene: Scene) -> Iterator[tuple[Hit, str]]:
    yield from _claims(scene)
    yield from _conduct(scene)
    for hit in scene.hits("voted-blind"):
        if _mine(scene, hit) and (scene.has("playing-games") or _voted(scene, hit)):
            yield hit, BLIND
    yield from _favours(scene)
    for hit in scene.hits("own-wrong"):
        told = scene.context.role == "councillor" or scene.has("council-matter", "office-worn", "makes-light")
        if told and _mine(scene, hit) and not scene.has_near(hit, "not-own", sentences=1):
            yield hit, WRONG
    for hit in scene.hits("seen-nothing"):
        if not scene.quoted(hit) and scene.has_near(hit, "urged-wrong", "break-tools", sentences=1):
            yield hit, DAMAGE
    for hit in scene.hits("juror-talks"):
        if _mine(scene, hit) and scene.has_near(hit, "verdict-hinted", sentences=3):
            yield hit, JUROR
    for hit in scene.hits("bed-jibe"):
        if not scene.quoted(hit) and scene.has_near(hit, "office-worn", sentences=1) and scene.context.attachments:
            yield hit, SHOWN


def _favours(scene: Scene) -> Iterator[tuple[Hit, str]]:
    for hit in scene.hits("perk"):
        if not scene.quoted(hit) and scene.has_near(hit, "misuse", "in-drink", "drives", sentences=2):
            yield hit, PERK
    for hit in scene.hits("bribe-joke"):
        if not scene.quoted(hit) and not scene.has("bribe-no") and _mine(scene, hit):
            yield hit, BRIBE


def _mine(scene: Scene, hit: Hit) -> bool:
    return not scene.quoted(hit) and (not _I.isdisjoint(scene.sentence_words(hit)) or _bare(scene, hit))


def _bare(scene: Scene, hit: Hit) -> bool:
    """Say whether the sentence leaves out its "I" ("Popped the funeral on my mileage", "No idea what on")."""
    sentence = scene.sentence(hit)
    if hit.first - sentence.first <= 1:
        return True
    words = scene.words[sentence.first : hit.first]
    return words[0] in _DOES and _OTHERS.isdisjoint(words)


def _voted(scene: Scene, hit: Hit) -> bool:
    return not {"voted", "vote", "hand"}.isdisjoint(scene.words[max(0, hit.first - 20) : hit.last + 8])


def _claims(scene: Scene) -> Iterator[tuple[Hit, str]]:
    if scene.has("charged-honestly"):
        return
    for hit in scene.hits("claims-it"):
        if _mine(scene, hit) and scene.has_near(hit, "private-doing", sentences=1):
            yield hit, CLAIM


def _conduct(scene: Scene) -> Iterator[tuple[Hit, str]]:
    for hit in scene.hits("disgrace"):
        if _disgraced(scene, hit):
            yield hit, DISGRACE
    if scene.has("of-nerves"):
        return
    for hit in scene.hits("in-drink"):
        if scene.quoted(hit):
            continue
        if scene.has_near(hit, "drives", sentences=1):
            yield hit, DROVE
        elif scene.has_near(hit, "office-worn", sentences=1) and (_by_me(scene, hit) or _bare(scene, hit)):
            yield hit, DRINK
    for hit in scene.hits("crude-act"):
        if not scene.quoted(hit) and scene.has_near(hit, "office-worn", sentences=1) and _by_me(scene, hit):
            yield hit, DRINK


def _disgraced(scene: Scene, hit: Hit) -> bool:
    """Say whether the author tells of himself, with the office near, and neither owns up nor is sorry."""
    if scene.quoted(hit) or scene.negated(hit) or scene.has("not-own"):
        return False
    return (_by_me(scene, hit) or _bare(scene, hit)) and scene.has_near(hit, "office-near", sentences=2)


def _by_me(scene: Scene, hit: Hit) -> bool:
    of = scene.view.of_sentence[hit.first]
    near = scene.sentences[max(0, of - 1) : of + 2]
    return any(not {"i", "me", "my", "id", "ive"}.isdisjoint(scene.words[s.first : s.last]) for s in near)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=PUBLISHED,
    look=_look,
    wakes=(
        "claims-it",
        "in-drink",
        "crude-act",
        "disgrace",
        "voted-blind",
        "perk",
        "bribe-joke",
        "own-wrong",
        "seen-nothing",
        "juror-talks",
        "bed-jibe",
    ),
)
