"""What one policy (or the law alone, or the whole catalogue) makes of each provision: weight, clause, basis.

A rulebook is made once and judges many drafts. The weight of a provision under a policy is, in this order:
what the council set itself; what a setting gives; what the strongest clause gives; and never less than the law.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cllr.core import catalogue
from cllr.core.model import Basis, ClauseQuoted, DraftKind, Moment, Weight
from cllr.core.policy import STATEMENT_KINDS, Policy, SettingValue, Statement, StatementKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cllr.core.catalogue import Provision

QUOTABLE = 0.86
"""Mapping confidence from which a clause is quoted as *the* clause without a person's word.

The least level, in hundredths, from which precision stays at 0.95 or more as one goes up, where each founding policy
is read with what the other four teach: 162 of 170 assertions are right, 36 % of all (`make prove mapping`, figure
`quotable_precision`). At 0.85 it is 0.949.
"""

_HEAVIER: dict[Weight, int] = {"note": 0, "advise": 1, "stop": 2}

_OF_KIND: dict[StatementKind, Weight] = {
    "prohibition": "stop",
    "obligation": "stop",
    "procedure": "advise",
    "recommendation": "advise",
    "consequence": "advise",
    "permission": "note",
    "definition": "note",
    "information": "note",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What one provision weighs under a rulebook, and the clauses it rests on."""

    weight: Weight
    basis: Basis
    clause: ClauseQuoted | None = None
    also: tuple[ClauseQuoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A policy made ready to judge. `every` is True for `all`: a provision without a rule is judged all the same."""

    name: str
    digest: str
    rules: Mapping[str, Rule]
    every: bool = False
    law_applies: bool = True
    guidance: Mapping[Moment, tuple[ClauseQuoted, ...]] = field(default_factory=dict)
    contacts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Whom to ask, by kind of advice: general, conduct, content, training."""

    def rule(self, provision: Provision) -> Rule | None:
        """Return the rule for a provision, or None where this rulebook has nothing to say of it."""
        held = self.rules.get(provision.id)
        if held is not None:
            return held
        if self.every:
            return Rule(_at_least_advise(provision.weight), provision.basis[0])
        if self.law_applies and provision.law_weight is not None:
            return Rule(provision.law_weight, "law")
        return None


def _at_least_advise(weight: Weight) -> Weight:
    return "advise" if weight == "note" else weight


def _heaviest(*weights: Weight) -> Weight:
    return max(weights, key=lambda weight: _HEAVIER[weight])


EVERYTHING = Rulebook(name="all", digest="", rules={}, every=True)
"""Every provision on, with the meaning the catalogue gives it; what is found weighs at least `advise`."""

THE_LAW = Rulebook(name="law", digest="", rules={})
"""The law alone."""


def of_policy(policy: Policy) -> Rulebook:
    """Return the rulebook of a policy. Make it once and judge many drafts with it."""
    asserted: dict[str, list[tuple[Statement, float]]] = {}
    guessed: dict[str, list[tuple[Statement, float]]] = {}
    for statement in policy.statements:
        for reading in statement.provisions:
            asserted.setdefault(reading.id, []).append((statement, reading.confidence))
        for reading in statement.candidates:
            guessed.setdefault(reading.id, []).append((statement, reading.confidence))
    rules = {
        name: _rule(catalogue.provision(name), asserted.get(name) or guessed[name], policy, sure=name in asserted)
        for name in sorted({*asserted, *guessed})
        if catalogue.has_provision(name)
    }
    return Rulebook(
        name=policy.council,
        digest=policy.digest,
        rules=rules,
        guidance=_guidance(policy),
        contacts=_contacts(policy.settings),
    )


def _rule(provision: Provision, statements: list[tuple[Statement, float]], policy: Policy, *, sure: bool) -> Rule:
    quoted = [_quoted(statement, confidence, sure=sure) for statement, confidence in statements]
    ranked = sorted(
        zip(quoted, statements, strict=True),
        key=lambda pair: (not pair[0].confirmed, _strength(pair[1][0]), -pair[1][1]),
    )
    first = ranked[0][0]
    weight = _OF_KIND[ranked[0][1][0].kind or "information"]
    for quote, (statement, _) in ranked:
        if quote.confirmed == first.confirmed:
            weight = _heaviest(weight, _OF_KIND[statement.kind or "information"])
    setting = _from_settings(provision.id, policy.settings)
    weight = setting or weight
    if not first.confirmed:
        # A guess of ours never gives `stop`: that takes a clause somebody stands by, a setting or the law.
        weight = "advise" if weight == "stop" and setting is None else weight
    if provision.law_weight is not None:
        weight = _heaviest(weight, provision.law_weight)
    weight = policy.weights.get(provision.id, weight)
    basis: Basis = "code" if "code" in provision.basis and "law" not in provision.basis else "policy"
    return Rule(weight, basis, first, tuple(quote for quote, _ in ranked[1:]))


def _strength(statement: Statement) -> int:
    return STATEMENT_KINDS.index(statement.kind) if statement.kind else len(STATEMENT_KINDS)


def _quoted(statement: Statement, confidence: float, *, sure: bool) -> ClauseQuoted:
    return ClauseQuoted(
        ref=statement.ref,
        printed_ref=statement.printed_ref,
        text=statement.text,
        kind=statement.kind or "information",
        confirmed=statement.confirmed_by is not None or (sure and confidence >= QUOTABLE),
    )


def _from_settings(provision: str, settings: Mapping[str, SettingValue]) -> Weight | None:
    """Return the heaviest weight that the policy's settings give a provision, or None."""
    found: list[Weight] = []
    for name, value in settings.items():
        held = catalogue.settings().get(name)
        if held is None:
            continue
        chosen = {value} if isinstance(value, str | int) else set(value)
        found += [
            choice.weights[provision]
            for choice in held.values
            if choice.value in chosen and provision in choice.weights
        ]
    return _heaviest(*found) if found else None


def _contacts(settings: Mapping[str, SettingValue]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind in ("general", "conduct", "content", "training"):
        value = settings.get(f"advice-contact-{kind}")
        if isinstance(value, str):
            found[kind] = (value,)
        elif isinstance(value, tuple):
            found[kind] = value
    return found


def _guidance(policy: Policy) -> dict[Moment, tuple[ClauseQuoted, ...]]:
    """Return the statements that are shown at their moment rather than found in a draft."""
    shown: dict[Moment, list[ClauseQuoted]] = {}
    for statement in policy.statements:
        for reading in statement.provisions:
            if not catalogue.has_provision(reading.id):
                continue
            provision = catalogue.provision(reading.id)
            if not any(works.by == "guidance" for works in provision.works):
                continue
            quote = _quoted(statement, reading.confidence, sure=True)
            for moment in (provision.moment, *provision.also_at):
                if quote not in shown.setdefault(moment, []):
                    shown[moment].append(quote)
    return {moment: tuple(quotes) for moment, quotes in shown.items()}


_MOMENTS_OF: dict[DraftKind, tuple[Moment, ...]] = {
    "profile": ("profile-setup", "security-hygiene", "connecting", "always"),
    "comment-received": ("receiving-content", "complaint-handling", "always"),
}
_MOMENTS_AUTHORED: tuple[Moment, ...] = ("before-posting", "after-posting", "always")


def moments(kind: DraftKind) -> tuple[Moment, ...]:
    """Return the moments at which a check of this kind of draft happens."""
    return _MOMENTS_OF.get(kind, _MOMENTS_AUTHORED)
