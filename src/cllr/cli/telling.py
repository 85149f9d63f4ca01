"""Answers as text for a terminal: heaviest first, grouped by law, code and policy, nothing hidden."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cllr.core.judge import CLOSING

if TYPE_CHECKING:
    from cllr.core.model import CheckResult, ClauseQuoted, Finding, NotChecked, Question

WIDTH = 88
ASSUMED = "Checked against every provision we know (--policy all): no policy was named and no model policy ships yet."
HEADINGS = {"stop": "Do not post this yet", "advise": "Think again", "note": "For your information"}
RECEIVED = {"stop": "Tell somebody now", "advise": "What to do", "note": "For your information"}
BASES = {"law": "The law", "code": "The Code of Conduct", "policy": "The policy", "guidance": "Good practice"}


def answer(
    result: CheckResult, more: tuple[NotChecked, ...] = (), *, assumed: bool = False, received: bool = False
) -> str:
    """Return the whole answer as text. `assumed`: no policy was named, so every provision is on."""
    out: list[str] = []
    if assumed:
        out.append(_wrapped(ASSUMED))
    if not result.findings:
        out.append("Nothing found.")
    headings = RECEIVED if received else HEADINGS
    for weight, heading in headings.items():
        held = [finding for finding in result.findings if finding.weight == weight]
        if not held:
            continue
        out.append(heading.upper())
        for basis, name in BASES.items():
            of_basis = [finding for finding in held if finding.basis == basis]
            if of_basis:
                out.append(f"  {name}")
                out += [_finding(finding) for finding in of_basis]
    if result.questions:
        out.append("QUESTIONS ONLY YOU CAN ANSWER")
        out += [_question(question) for question in result.questions]
    out += _not_checked((*more, *result.not_checked), len(result.looked_at))
    whom = " or the ".join(role.replace("-", " ") for role in result.ask_whom)
    out.append(_wrapped(f"{CLOSING} In doubt, ask the {whom} before you post."))
    return "\n\n".join(out)


def clause_line(policy: str, clause: ClauseQuoted | None) -> str | None:
    """Return how a clause is named: as the clause, or as a guess that nobody confirmed."""
    if clause is None:
        return None
    where = clause.printed_ref or clause.ref
    if clause.confirmed:
        return f'{policy}, {where}: "{clause.text}"'
    return f'{policy} may cover this at {where} (not confirmed by your council): "{clause.text}"'


def _finding(finding: Finding) -> str:
    lines = [f"{finding.title}  [{finding.confidence}; {finding.provision}]"]
    if finding.quote is not None:
        lines.append(f'"{" ".join(finding.quote.split())}"')
    lines.append(finding.because)
    clause = clause_line(finding.policy, finding.clause)
    if clause is not None:
        lines.append(f"This may engage {clause}")
    if finding.basis == "law" and finding.citations:
        lines.append(f"{finding.citations[0].title}")
    lines.append(finding.until if finding.until is not None else finding.advice)
    if finding.until is not None:
        lines.append(finding.advice)
    return "\n".join(_wrapped(line, "    " if index == 0 else "      ") for index, line in enumerate(lines))


def _question(question: Question) -> str:
    lines = [_wrapped(f"{question.text}  [{question.provision}]", "  ")]
    lines += [_wrapped(f"{answer.answer}: {answer.then}", "    - ", "      ") for answer in question.answers]
    return "\n".join(lines)


def _not_checked(missed: tuple[NotChecked, ...], looked_at: int) -> list[str]:
    lines = [f"NOT CHECKED ({looked_at} provisions were looked at)"]
    whole = [n.because for n in missed if n.provision is None]
    lines += [_wrapped(because, "  - ", "    ") for because in whole]
    reasons: dict[str, list[str]] = {}
    for one in missed:
        if one.provision is not None:
            reasons.setdefault(one.because, []).append(one.provision)
    lines += [_wrapped(f"{because}: {', '.join(names)}", "  - ", "    ") for because, names in reasons.items()]
    return ["\n".join(lines)] if len(lines) > 1 else []


def _wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False
    )
