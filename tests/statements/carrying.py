"""The decorator that ties a test to statements, and what such a test needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from cllr.core import wire
from cllr.core.check import check
from cllr.core.model import CheckResult, Draft

if TYPE_CHECKING:
    from cllr.core.rulebook import Rulebook

Test = TypeVar("Test", bound=Callable[..., Any])


@dataclass(frozen=True)
class Carried:
    """A statement by policy and ref, and the test that carries it."""

    policy: str
    ref: str
    module: str
    test: str


REGISTRY: list[Carried] = []


def statement(policy: str, *refs: str) -> Callable[[Test], Test]:
    """Say that a test carries statements of a founding policy; it runs once for each."""

    def mark(test: Test) -> Test:
        held: list[Carried] = getattr(test, "carried", [])
        new = [Carried(policy, ref, test.__module__, test.__name__) for ref in refs]
        test.carried = [*new, *held]  # type: ignore[attr-defined]
        REGISTRY.extend(new)
        return test

    return mark


@dataclass(frozen=True)
class Case:
    """A statement with its words and the rulebook of its policy, each reading confirmed as a person would."""

    policy: str
    ref: str
    text: str
    provision: str
    book: Rulebook

    def check(self, text: str, kind: str = "post", context: dict[str, Any] | None = None) -> CheckResult:
        """Return the answer to a draft under this policy."""
        known, missed = wire.read_context(context, "test")
        assert not missed
        return check(Draft(text, wire.read_kind(kind)[0]), known, self.book)

    def cited(self, result: CheckResult, *, as_note: bool = False) -> bool:
        """Say whether a finding above a note (or a note, `as_note`) cites this very statement for its provision."""
        return any(
            self.stands_in(clause.text)
            for finding in result.findings
            if finding.provision == self.provision and (finding.weight == "note") == as_note
            for clause in (finding.clause, *finding.also)
            if clause is not None
        )

    def shown(self, result: CheckResult) -> bool:
        """Say whether the answer shows this statement as guidance."""
        return any(self.stands_in(quote.text) for quote in result.guidance)

    def asked(self, result: CheckResult, question: str) -> bool:
        """Say whether the answer asks a question of this statement's provision."""
        return (self.provision, question) in {(q.provision, q.id) for q in result.questions}

    def stands_in(self, text: str) -> bool:
        """Say whether a printed sentence is this statement; a printed number before it makes no difference."""
        return bare(self.text) in bare(text)

    def separates(self, found: str, quiet: str, kind: str = "post", **context: Any) -> None:
        """Assert that one draft is found under this statement and the other, near to it, is not."""
        assert self.cited(self.check(found, kind, context or None)), found
        assert not self.cited(self.check(quiet, kind, context or None)), quiet


def bare(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(character for character in text.lower() if character.isalnum())
