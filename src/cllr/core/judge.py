"""Say what a policy makes of what was seen: clause, weight, reason, advice. Reads no text again.

Nothing here says that a rule was broken: a finding says what a draft may engage, and leaves the choice to its
author (docs/decisions/we-help-and-do-not-judge.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core import catalogue
from cllr.core.model import Answer, CheckResult, Finding, Match, Matches, NotChecked, Question
from cllr.core.rulebook import moments

if TYPE_CHECKING:
    from cllr.core.catalogue import Provision
    from cllr.core.rulebook import Rule, Rulebook

FINDINGS_PER_PROVISION = 5
"""Places shown of one provision under one policy; the rest add nothing a reader can use."""

_WEIGHTS = {"stop": 0, "advise": 1, "note": 2}
_CONFIDENCE = {"sure": 0, "likely": 1, "possible": 2}

CLOSING = "Nothing found is not clearance: this reads words and what it was told, and you answer for what you post."


def judge(seen: Matches, *books: Rulebook) -> CheckResult:
    """Return findings, questions and what was not checked, under each of the rulebooks.

    Findings come heaviest first, then surest, then in the order of the text. Where there are several rulebooks
    each judges for itself; questions are asked once.
    """
    findings: list[Finding] = []
    engaged: dict[str, str] = {}
    for book in books:
        count: dict[str, int] = {}
        for match in seen.matches:
            provision = catalogue.provision(match.provision)
            rule = book.rule(provision)
            if rule is None or provision.status == "retired":
                continue
            engaged.setdefault(match.provision, match.because)
            count[match.provision] = count.get(match.provision, 0) + 1
            if count[match.provision] <= FINDINGS_PER_PROVISION:
                findings.append(_finding(seen, match, provision, rule, book))
    findings.sort(
        key=lambda f: (_WEIGHTS[f.weight], _CONFIDENCE[f.confidence], f.start if f.start is not None else -1)
    )
    return CheckResult(
        policies=tuple(book.name for book in books),
        findings=tuple(findings),
        questions=_questions(seen, engaged, books),
        not_checked=seen.not_checked,
        looked_at=seen.looked_at,
        guidance=tuple(
            quote for book in books for moment in moments(seen.draft.kind) for quote in book.guidance.get(moment, ())
        ),
        ask_whom=_ask_whom(findings, books),
        capacity={"stated": seen.context.capacity or "unknown"},
    )


def _finding(seen: Matches, match: Match, provision: Provision, rule: Rule, book: Rulebook) -> Finding:
    weight = "note" if match.only_note else rule.weight
    if weight == "stop" and match.confidence == "possible" and not book.every:
        # What is only possible cannot carry "do not post this yet"; the clause is shown all the same.
        weight = "advise"
    quote = None if match.start is None else seen.draft.text[match.start : match.end]
    return Finding(
        provision=match.provision,
        title=provision.title,
        weight=weight,
        confidence=match.confidence,
        start=match.start,
        end=match.end,
        quote=quote,
        policy=book.name,
        clause=rule.clause,
        also=rule.also,
        basis=rule.basis,
        because=match.because,
        advice=provision.instead,
        until=provision.until if weight == "stop" else None,
        citations=provision.citations,
        detector=match.detector,
    )


def _questions(seen: Matches, engaged: dict[str, str], books: tuple[Rulebook, ...]) -> tuple[Question, ...]:
    asked: dict[tuple[str, str], Question] = {}
    for ask in seen.asks:
        provision = catalogue.provision(ask.provision)
        if any(book.rule(provision) is not None for book in books):
            question = provision.question(ask.question)
            asked[ask.provision, question.id] = _question(provision, question.id, ask.because)
    for name, because in engaged.items():
        provision = catalogue.provision(name)
        for question in provision.questions:
            if question.when == "found":
                asked.setdefault((name, question.id), _question(provision, question.id, because))
    return tuple(asked.values())


def _question(provision: Provision, question_id: str, because: str) -> Question:
    question = provision.question(question_id)
    answers = tuple(Answer(a.answer, a.then) for a in question.answers)
    return Question(provision.id, question.id, question.text, because, answers)


def _ask_whom(findings: list[Finding], books: tuple[Rulebook, ...]) -> tuple[str, ...]:
    """Return the roles to ask: those the policies name for what was found, else for general advice."""
    kinds = dict.fromkeys([catalogue.provision(f.provision).ask for f in findings] + ["general"])
    roles = [role for book in books for kind in kinds for role in book.contacts.get(kind, ())]
    return tuple(dict.fromkeys(roles)) or ("monitoring-officer", "clerk")


def none_of(names: tuple[str, ...], because: str) -> tuple[NotChecked, ...]:
    """Return what was not checked for one reason, one entry a provision."""
    return tuple(NotChecked(name, because) for name in names)
