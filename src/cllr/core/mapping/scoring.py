"""From the cues found in a statement to what is asserted of it, and what is only guessed.

Cues add up as independent witnesses do: two of weight 0.5 give 0.75. What they say is then weighed by likeness: a
provision whose own words are far from the sentence needs more witnesses. What is told as confidence is the measured
chance that the assertion is right, from the score and from how far it is ahead of the next.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from cllr.core.mapping.books import book, likeness
from cllr.core.policy import Reading

if TYPE_CHECKING:
    from cllr.core.mapping.cues import Fired, Passage

Weighed = tuple[float, tuple[str, ...]]
"""A score from 0 to 1 and the words it rests on."""

ASSERT, NEXT = 0.55, 0.8
"""Score from which a provision is asserted, and the share of the best score that a second one needs."""

GUESS, GUESSES = 0.12, 3
"""Score from which a provision is a candidate, and how many are kept."""

ZONE_WEIGHT = (1.0, 0.6, 0.6)
"""What a cue counts by the furthest zone it needed: sentence, lead-in, heading."""

NOT_IN_SENTENCE = (1.0, 0.75, 0.25)
"""What a cue counts at most by the nearest zone it touched: heading words alone say little about a sentence."""

LIKE, LIKE_FROM = 0.4, 0.3
"""What the likest provision gains, and the likeness from which it gains all of that."""

UNLIKE = 0.5
"""What is left of a score where the sentence shares no word with the provision."""

SHORT = 10
"""Words below which the lead-in counts for likeness too."""

NEAR, FOLLOWS = 0.3, 0.6
"""What a sentence without a clear provision takes over from the one before: from a neighbour, and where it goes on
("This may also ...")."""

_CHANCE = (-3.05, 4.34, 3.06)
"""Constant, score and lead of the logistic curve from score to confidence, fitted where each founding policy was
read with what the other four teach (docs/proofs/mapping.json)."""

_FOLLOWS = re.compile(
    r"^(?:this|these|those|it|they|such|that|otherwise|however|therefore|yes|no|also|in addition|doing so|if so|even"
    r"|for example|then|as such|furthermore|likewise|similarly|remember)\b",
    re.IGNORECASE,
)


def weighed(fired: list[Fired]) -> dict[str, Weighed]:
    """Return the score of each name that cues speak for. The same words count once, at their heaviest."""
    by_name: dict[str, list[Fired]] = {}
    for one in fired:
        by_name.setdefault(one.cue.of, []).append(one)
    scores = {}
    for name, held in by_name.items():
        best: dict[tuple[str, ...], float] = {}
        kept = 1.0
        for one in held:
            if not one.cue.against:
                weight = one.cue.weight * min(ZONE_WEIGHT[one.zone], NOT_IN_SENTENCE[one.nearest])
                best[one.words] = max(best.get(one.words, 0.0), weight)
            elif one.nearest < 2:
                kept *= 1 - one.cue.weight
        score = kept * (1 - math.prod(1 - weight for weight in best.values()))
        if score > 0:
            heaviest = sorted((one for one in held if not one.cue.against), key=lambda one: -one.cue.weight)
            scores[name] = score, tuple(dict.fromkeys(word for one in heaviest for word in one.words))[:6]
    return scores


def _with_likeness(scores: dict[str, Weighed], passage: Passage, without: frozenset[str]) -> dict[str, Weighed]:
    short = len(passage.text.split()) < SHORT
    like = likeness(without).of(f"{passage.text} {passage.intro}" if short else passage.text)
    if not like:
        return scores
    top = max(like.values())
    clear = min(1.0, top / LIKE_FROM)
    found = {}
    for name in scores.keys() | like.keys():
        share = like.get(name, 0.0) / top
        score, words = scores.get(name, (0.0, ()))
        gained = 1 - (1 - score) * (1 - LIKE * share * clear)
        found[name] = gained * (1 - clear * (1 - UNLIKE) * (1 - share)), words
    return found


def _chance(score: float, lead: float) -> float:
    constant, by_score, by_lead = _CHANCE
    return 1 / (1 + math.exp(-(constant + by_score * score + by_lead * lead)))


def provisions_in(
    passage: Passage, without: frozenset[str], before: tuple[Reading, ...] = ()
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return the provisions asserted of a passage and those only guessed, each the surest first.

    `before` is what is asserted of the sentence before it in the same clause.
    """
    scores = _with_likeness(weighed(book("provisions").read(passage, without)), passage, without)
    if before and max((score for score, _ in scores.values()), default=0.0) < ASSERT:
        share = FOLLOWS if _FOLLOWS.match(passage.text) else NEAR
        for reading in before:
            score, words = scores.get(reading.id, (0.0, ()))
            scores[reading.id] = 1 - (1 - score) * (1 - share * reading.confidence), words or reading.words
    ranked = sorted(((score, name, words) for name, (score, words) in scores.items()), key=lambda r: (-r[0], r[1]))
    held: list[Reading] = []
    guessed: list[Reading] = []
    for place, (score, name, words) in enumerate(ranked):
        rival = ranked[1 if place == 0 else 0][0] if len(ranked) > 1 else 0.0
        reading = Reading(name, round(_chance(score, score - rival), 4), words)
        if score >= ASSERT and score >= NEXT * ranked[0][0] and words:
            held.append(reading)
        elif score >= GUESS and len(guessed) < GUESSES:
            guessed.append(reading)
    return tuple(held), tuple(guessed)
