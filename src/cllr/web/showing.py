"""What the templates need of answers and policies, in the order a reader wants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cllr.core import catalogue
from cllr.core.rulebook import QUOTABLE
from cllr.web.marking import pieces

if TYPE_CHECKING:
    from cllr.core.model import CheckResult, Draft, Finding
    from cllr.core.policy import Policy, Statement

HEADINGS = {"stop": "Do not post this yet", "advise": "Think again", "note": "For your information"}
RECEIVED = {"stop": "Tell somebody now", "advise": "What to do", "note": "For your information"}
BASES = {"law": "The law", "code": "The Code of Conduct", "policy": "The policy", "guidance": "Good practice"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number its mark links to."""

    number: int
    finding: Finding


def answer(draft: Draft, result: CheckResult) -> dict[str, Any]:
    """Return the values of the answer page."""
    headings = RECEIVED if draft.kind == "comment-received" else HEADINGS
    numbered = [Numbered(number, finding) for number, finding in enumerate(result.findings, 1)]
    groups = [
        {
            "weight": weight,
            "heading": heading,
            "bases": [
                {"name": name, "held": [n for n in held if n.finding.basis == basis]}
                for basis, name in BASES.items()
                if any(n.finding.basis == basis for n in held)
            ],
        }
        for weight, heading in headings.items()
        if (held := [n for n in numbered if n.finding.weight == weight])
    ]
    return {
        "draft": draft,
        "pieces": pieces(draft.text, result.findings),
        "result": result,
        "groups": groups,
        "missed_whole": [n.because for n in result.not_checked if n.provision is None],
        "missed": _by_reason(result),
        "looked_at": [catalogue.provision(name) for name in result.looked_at],
        "headline": headings[result.heaviest] if result.heaviest else "Nothing found",
    }


def _by_reason(result: CheckResult) -> list[tuple[str, list[str]]]:
    reasons: dict[str, list[str]] = {}
    for one in result.not_checked:
        if one.provision is not None:
            reasons.setdefault(one.because, []).append(catalogue.provision(one.provision).title)
    return list(reasons.items())


def policy(held: Policy) -> dict[str, Any]:
    """Return the values of the statements page: uncertain statements first, each group in document order."""
    uncertain = [s for s in held.statements if not _sure(s)]
    sure = [s for s in held.statements if _sure(s)]
    return {
        "policy": held,
        "uncertain": [_row(s) for s in uncertain],
        "sure": [_row(s) for s in sure],
        "settings": [
            (catalogue.settings()[name].asks, value if isinstance(value, str | int) else ", ".join(value))
            for name, value in held.settings.items()
            if name in catalogue.settings()
        ],
    }


def _sure(statement: Statement) -> bool:
    if statement.confirmed_by is not None:
        return True
    return bool(statement.provisions) and all(r.confidence >= QUOTABLE for r in statement.provisions)


def _row(statement: Statement) -> dict[str, Any]:
    held = statement.provisions or statement.candidates
    return {
        "statement": statement,
        "guess": not statement.provisions,
        "readings": [
            {
                "title": catalogue.provision(reading.id).title if catalogue.has_provision(reading.id) else reading.id,
                "percent": round(100 * reading.confidence),
                "words": ", ".join(reading.words),
            }
            for reading in held
        ],
    }
