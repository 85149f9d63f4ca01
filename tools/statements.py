"""The table of the founding statements: how each works, where, and the test that carries it."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from cllr.core import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from tests.statements.carrying import Carried

HOW = {
    "test_findings": "a finding",
    "test_profiles": "a finding in a profile",
    "test_questions": "a question",
    "test_guidance": "guidance at its moment",
}


def rows(place: Path) -> list[dict[str, Any]]:
    """Return the 521 statements as they stand in `clauses.jsonl`."""
    lines = (place / "seeds/clauses.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def carried() -> dict[tuple[str, str], list[Carried]]:
    """Return the tests that carry each statement, by policy and ref."""
    package = importlib.import_module("tests.statements")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"tests.statements.{module.name}")
    found: dict[tuple[str, str], list[Carried]] = defaultdict(list)
    for one in importlib.import_module("tests.statements.carrying").REGISTRY:
        found[one.policy, one.ref].append(one)
    return found


def counts(place: Path) -> dict[str, int]:
    """Return how many of the statements work, in all and by policy."""
    tests = carried()
    held = rows(place)
    by_policy: dict[str, int] = defaultdict(int)
    for row in held:
        by_policy[row["policy"]] += (row["policy"], row["ref"]) in tests
    return {"statements": len(held), "working": sum(by_policy.values()), **by_policy}


def page(place: Path) -> str:
    """Return the page, one row for each statement; policy and ref, never the words."""
    tests = carried()
    counted = counts(place)
    head = (
        "# Statements\n\n"
        f"{counted['working']} of the {counted['statements']} statements of the five founding policies work; each\n"
        "of them is carried by a test that reads the policy and judges under it. The words are the councils' own\n"
        "and are not repeated here.\n\n"
        "| Policy | Statement | Provision | How it works | Where | Test |\n|---|---|---|---|---|---|\n"
    )
    return head + "\n".join(_row(row, tests.get((row["policy"], row["ref"]), [])) for row in rows(place)) + "\n"


def _row(row: dict[str, Any], tests: list[Carried]) -> str:
    provision = f"[{row['provision']}](provisions/{row['provision']}.md)"
    begin = f"| {row['policy']} | {row['ref']} | {provision} |"
    if not tests:
        return f"{begin} not yet | | |"
    modules = list(dict.fromkeys(one.module.rsplit(".", 1)[-1] for one in tests))
    how = ", ".join(HOW[module] for module in modules)
    return f"{begin} {how} | {_where(row['provision'])} | {', '.join(f'`{m}.{t}`' for m, t in _named(tests))} |"


def _named(tests: list[Carried]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((one.module.rsplit(".", 1)[-1], one.test) for one in tests))


def _where(name: str) -> str:
    works = [w.where for w in catalogue.provision(name).works if w.yet]
    return ", ".join(dict.fromkeys(works)) or "Draft check"
