"""Weigh whether somebody's words give ground for worry: a farewell, a child's hint, a neighbour's observation.

A sign of harm counts beside somebody who may not be able to look after himself; a hint of death counts alone, a
tidied life only beside another hint. Whether it is a figure of speech is for people: the threshold is low.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detectors._threat import Seen, apart, fields

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

DESPAIR = "The words may be those of somebody who means to harm himself or herself."
HURT = "The words may come from somebody, perhaps a child, who is being hurt."
AT_RISK = "The words tell of a child or an adult who may be in danger."
_EVENING = frozenset(
    [
        "tonight",
        "goodbye",
        "farewell",
        "forgive",
        "peace",
        "x",
        "xx",
        "last",
        "sorry",
        "kind",
        "tomorrow",
        "done",
        "finally",
        "sleep",
        "tired",
        "quiet",
        "anymore",
        "goodnight",
    ]
)
_POLITICS = frozenset(
    [
        "vote",
        "voted",
        "voting",
        "election",
        "party",
        "useless",
        "waste",
        "ignored",
        "clearly",
        "resign",
        "tory",
        "labour",
        "council",
    ]
)
_NEAR = 2
"""Sentences between a sign and whom it concerns."""


def worry(scene: Scene) -> Seen | None:
    """Return words that give ground for worry about somebody's safety, or None."""
    return _despairs(scene) or _is_hurt(scene) or _tells_of_harm(scene)


def groomed(scene: Scene) -> bool:
    """Say whether a child tells of messages that should be kept."""
    return scene.has("keep-secret") and scene.has("child-speaks") and scene.has("uneasy", "harm-to-me")


def _despairs(scene: Scene) -> Seen | None:
    direct = [hit for hit in scene.hits("self-harm") if not scene.quoted(hit)]
    last = apart(scene.hits("last-things"))
    despair = apart(scene.hits("despair"))
    if direct and not scene.has("ballot-frame", "rhetorical", "warm"):
        return Seen(direct[0], "likely", DESPAIR)
    if not _POLITICS.isdisjoint(scene.words):
        return None
    if last and (len(last) > 1 or despair or not _EVENING.isdisjoint(scene.words)) and not scene.has("asks-pointer"):
        return Seen(last[0], "likely", DESPAIR)
    if len(despair) > 1:
        return Seen(despair[0], "possible", DESPAIR)
    return None


def _is_hurt(scene: Scene) -> Seen | None:
    hurt, uneasy = apart(scene.hits("harm-to-me")), scene.hits("uneasy")
    child, secret = scene.has("child-speaks"), scene.has("keep-secret")
    if hurt and (child or secret or uneasy or len(hurt) > 1):
        return Seen(hurt[0], "likely", HURT)
    if child and secret and not scene.has("warm"):
        where = uneasy[0] if uneasy else scene.hits("keep-secret")[0]
        return Seen(where, "likely" if uneasy else "possible", HURT)
    return None


def _tells_of_harm(scene: Scene) -> Seen | None:
    signs = apart(scene.hits("sign-of-harm"))
    for sign in signs:
        if scene.has_near(sign, "needs-care", "harm-to-me", sentences=_NEAR) or _somebody_weak(scene, sign):
            return Seen(sign, "likely", AT_RISK)
    if len(signs) > 1:
        return Seen(signs[0], "possible", AT_RISK)
    return None


def _somebody_weak(scene: Scene, sign: Hit) -> bool:
    held = fields("worry")
    of = scene.view.of_sentence
    here = of[sign.first]
    first = scene.sentences[max(0, here - _NEAR)].first
    last = scene.sentences[min(len(scene.sentences) - 1, here + _NEAR)].last
    return not (held["young"] | held["old"] | held["weak"]).isdisjoint(scene.words[first:last])
