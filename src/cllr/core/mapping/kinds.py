"""Which kinds a statement is: by the words of its main clauses, else by its lead-in, its form and its provisions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from cllr.core import catalogue
from cllr.core.mapping.books import book
from cllr.core.mapping.cues import Passage
from cllr.core.mapping.grammar import bare, entry, finite, parts, states
from cllr.core.mapping.scoring import weighed
from cllr.core.policy import STATEMENT_KINDS, Reading, StatementKind

if TYPE_CHECKING:
    from cllr.core.mapping.grammar import Part

AIDS = frozenset({"should", "mind", "imperative", "attitude", "strict", "binding", "donts", "soft", "tips", "doing"})
"""Names in kinds.toml that are no kinds."""

CLEAR = 0.5
"""Score from which a kind is told by the words."""

PRIOR, PRIOR_UNCLEAR, PRIOR_FRAGMENT, STATED = 0.3, 0.5, 0.6, 0.35
"""How much the usual kind of the provision counts: beside clear words, without them, in a list item without a verb,
and (as information) where a sentence merely states something about a rule."""

LEAD = 0.6
"""Score from which a lead-in gives its kind to the items below it."""

SECOND, SECOND_OF_BEST, OF_PART = 0.75, 0.9, 0.6
"""Score from which a second kind is asserted, its share of the best, and the score for the best kind of a part."""

BINDING = 0.6
"""Score from which a sentence binds the document as a whole."""

SIDE = 0.5
"""How much words of a side clause count beside those of the main clause."""

FORBIDDEN = 0.7
"""How sure "prohibition" is where a bare verb names what its provision forbids."""

DEFINES = 0.6
"""How sure "definition" is where only the provision says so."""

_NORMS = frozenset({"prohibition", "obligation", "recommendation"})
_ASKS = _NORMS | {"procedure", "permission"}


class Held(NamedTuple):
    """How surely, and on which words."""

    score: float
    words: tuple[str, ...] = ()


Scores = dict[str, Held]


class Round(NamedTuple):
    """What is known of a statement while its parts are read."""

    lead: tuple[str, Held] | None
    donts: Held | None
    tips: bool
    binding: bool | None
    usual: StatementKind | None
    sure: float
    without: frozenset[str]


@lru_cache(4096)
def _weighed(text: str, without: frozenset[str]) -> tuple[tuple[str, Held], ...]:
    found = weighed(book("kinds").read(Passage(text), without))
    return tuple((name, Held(*held)) for name, held in found.items())


def scored(text: str, without: frozenset[str]) -> Scores:
    """Return the kinds and aids a text's words speak for."""
    return dict(_weighed(text, without))


def binding_in(text: str, without: frozenset[str] = frozenset()) -> bool:
    """Say whether a sentence binds the document as a whole, so that its "should" is an obligation."""
    return scored(text, without).get("binding", Held(0)).score >= BINDING


def stands_alone(text: str) -> bool:
    """Say whether an item of a list is a sentence of its own, so that the lead-in does not run on into it."""
    return text[:1].isupper() and text.rstrip()[-1:] in ".!?" and finite(text) and not _imperative(text)


def _imperative(text: str) -> bool:
    return bool({"imperative", "strict", "attitude"} & scored(text, frozenset()).keys())


def _best(scores: Scores) -> float:
    return max((held.score for held in scores.values()), default=0.0)


def _raise(scores: Scores, kind: str, by: float, words: tuple[str, ...] = ()) -> None:
    now = scores.get(kind, Held(0))
    scores[kind] = Held(1 - (1 - now.score) * (1 - by), now.words or words)


def _of_should(scores: Scores, should: Held, binding: bool | None, usual: str | None) -> None:
    if binding is None:
        binding = usual in {"obligation", "prohibition"}
    _raise(scores, "obligation" if binding else "recommendation", should.score, should.words)


def _of_part(part: Part, now: Round, *, first: bool) -> Scores:
    scores, side = scored(part.main, now.without), scored(part.side, now.without) if part.side else {}
    whole = scored(part.whole, now.without)
    if "mind" in whole and not (now.binding is not True and "should" in whole):
        return _of_told(side or whole, now)
    aids = {name: scores.pop(name) for name in AIDS & scores.keys()}
    if _best(scores) < CLEAR and not aids:
        for kind, held in whole.items():
            if kind == "should":
                aids["should"] = held
            elif kind not in AIDS:
                _raise(scores, kind, held.score * SIDE, held.words)
    _soften(scores, whole)
    if "should" in aids:
        _of_should(scores, aids["should"], now.binding, now.usual)
    _of_form(scores, aids, part, now, first=first)
    if scores.get("procedure", Held(0)).score >= LEAD:
        for kind in ("recommendation", "obligation", "information"):
            if kind in scores:
                scores[kind] = Held(scores[kind].score * 0.7, scores[kind].words)
    _of_provision(scores, now, fragment=not states(part.main))
    return scores


def _soften(scores: Scores, whole: Scores) -> None:
    """Make advice of "do not ... if in doubt"."""
    if "soft" in whole and "prohibition" in scores:
        _raise(scores, "recommendation", 0.7, whole["soft"].words)
        scores["prohibition"] = Held(scores["prohibition"].score * 0.6, scores["prohibition"].words)


def _of_form(scores: Scores, aids: Scores, part: Part, now: Round, *, first: bool) -> None:
    """Add what lead-in, heading and the form of a command say."""
    best = _best(scores)
    commanded = aids.get("strict") or aids.get("imperative") or aids.get("attitude")
    if _forbidden(scores, aids, now):
        _raise(scores, "prohibition", FORBIDDEN, aids["doing"].words)
        return
    told = now.lead is not None and now.lead[0] == "information"
    if now.lead and first and best < CLEAR + 0.1 and (not commanded or now.lead[0] not in _NORMS):
        _raise(scores, now.lead[0], now.lead[1].score * 0.9, now.lead[1].words)
    if now.donts and best < 0.85 and (commanded or bare(part.whole)) and now.usual in {"prohibition", None}:
        _raise(scores, "prohibition", 0.85, now.donts.words)
    if commanded and not told and "prohibition" not in scores and scores.get("procedure", Held(0)).score < LEAD:
        gentle = ("attitude" in aids and not {"strict", "imperative"} & aids.keys()) or (now.tips and not now.binding)
        _raise(scores, "recommendation" if gentle else "obligation", commanded.score, commanded.words)


def _forbidden(scores: Scores, aids: Scores, now: Round) -> bool:
    """Say whether a bare verb names what nobody is told to do: an item of what is forbidden, its lead-in unseen."""
    return "doing" in aids and now.lead is None and now.usual == "prohibition" and _best(scores) < CLEAR


def _of_told(side: Scores, now: Round) -> Scores:
    """Return the kinds of "bear in mind that ...": of what is told, if it is a rule or a consequence."""
    told = {k: v for k, v in side.items() if k not in AIDS}
    _raise(told, "information", 0.55)
    if now.usual in {"consequence", "information"}:
        _raise(told, now.usual, PRIOR_UNCLEAR * now.sure)
    return told


def _of_provision(scores: Scores, now: Round, *, fragment: bool) -> None:
    if now.usual is None:
        return
    best = _best(scores)
    if now.usual in _ASKS and best < CLEAR and not fragment:
        _raise(scores, "information", STATED * now.sure)
    else:
        share = PRIOR if best >= CLEAR else PRIOR_FRAGMENT if fragment else PRIOR_UNCLEAR
        _raise(scores, now.usual, share * now.sure)


def _lead(passage: Passage, binding: bool | None, without: frozenset[str]) -> tuple[str, Held] | None:
    if not passage.intro:
        return None
    scores = scored(passage.intro, without)
    aids = {name: scores.pop(name) for name in AIDS & scores.keys()}
    if "should" in aids and binding is not None:
        _of_should(scores, aids["should"], binding, None)
    kind = max(scores, key=lambda name: scores[name].score, default=None)
    if kind is None or scores[kind].score < LEAD or (kind == "prohibition" and "donts" in aids):
        return None
    return kind, scores[kind]


def kinds_in(
    passage: Passage,
    provisions: tuple[Reading, ...],
    without: frozenset[str],
    candidates: tuple[Reading, ...] = (),
    binding: bool | None = None,
) -> tuple[Reading, ...]:
    """Return the kinds of a statement, the surest first.

    `provisions` and `candidates` are what it is taken to carry, the surest first: a provision has a usual kind.
    `binding`: whether "should" binds in this document; None where that is not known.
    """
    if passage.text.rstrip().endswith("?"):
        return (Reading("information", 0.8, ("?",)),)
    if entry(passage.text):
        return (Reading("definition", 0.8, (passage.text[:1],)),)
    likely = next(iter((*provisions, *candidates)), None)
    around = [scored(text, without) for text in (passage.intro, passage.heading) if text]
    now = Round(
        _lead(passage, binding, without),
        max((scores["donts"] for scores in around if "donts" in scores), default=None),
        any("tips" in scores for scores in around),
        binding,
        catalogue.provision(likely.id).kind if likely else None,
        likely.confidence if likely else 0.0,
        without,
    )
    best: Scores = {}
    tops: list[tuple[str, Held]] = []
    for number, part in enumerate(parts(passage.text)):
        found = _of_part(part, now, first=not number)
        for kind, held in found.items():
            best[kind] = max(best.get(kind, Held(0)), held)
        if found:
            tops.append(max(found.items(), key=lambda item: item[1].score))
    told = _asserted(best, tops)
    if _defines(provisions) and not any(reading.id in _ASKS or reading.id == "definition" for reading in told):
        told = (*told, Reading("definition", DEFINES))
    return told


def _defines(provisions: tuple[Reading, ...]) -> bool:
    """Say whether a statement carries a provision that says what the policy is about, or for whom."""
    return any(catalogue.provision(reading.id).kind == "definition" for reading in provisions)


def _asserted(best: Scores, tops: list[tuple[str, Held]]) -> tuple[Reading, ...]:
    ranked = sorted(
        best.items(), key=lambda item: (-item[1].score, STATEMENT_KINDS.index(cast("StatementKind", item[0])))
    )
    if not ranked or ranked[0][1].score < 0.3:
        return (Reading("information", 0.4),)
    top = ranked[0][1].score
    held = dict(ranked[:1])
    held |= {kind: one for kind, one in ranked[1:] if one.score >= SECOND and one.score >= SECOND_OF_BEST * top}
    for kind, one in tops:
        if one.score >= OF_PART:
            held.setdefault(kind, one)
    return tuple(Reading(kind, one.score, one.words) for kind, one in held.items())
