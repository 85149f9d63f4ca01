"""Reads the founding policies as a person would leave them: every reading looked at and put right."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from cllr.core import policy_file, rulebook
from cllr.core.documents import read
from cllr.core.policy import Confirmation, Policy, Reading
from cllr.core.read_policy import from_document
from tests.statements.carrying import Carried, Case, bare

if TYPE_CHECKING:
    from pathlib import Path

    from cllr.core.rulebook import Rulebook

CLERK = Confirmation("the clerk", dt.date(2026, 11, 1))


@pytest.fixture
def case(request: pytest.FixtureRequest, seeds: Path) -> Case:
    """Return the statement that the test carries, with its policy read and confirmed."""
    carried: Carried = request.param
    held, book = _confirmed(seeds, carried.policy)
    row = held[carried.ref]
    return Case(carried.policy, carried.ref, row["text"], row["provision"], book)


@lru_cache
def _confirmed(seeds: Path, name: str) -> tuple[dict[str, dict[str, Any]], Rulebook]:
    """Return the labelled rows of a policy by ref, and the rulebook of the policy with those labels confirmed."""
    lines = (seeds / "clauses.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["policy"] == name]
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_text[bare(row["text"])].append(row)
    path = seeds / f"{name}.txt"
    policy = from_document(read(path.read_bytes(), path.name))
    book = rulebook.of_policy(policy_file.sealed(_corrected(policy, by_text)))
    return {row["ref"]: row for row in rows}, book


def _corrected(policy: Policy, by_text: dict[str, list[dict[str, Any]]]) -> Policy:
    """Give each statement the provisions and the kind that a person gave its sentence."""
    statements = []
    for statement in policy.statements:
        rows = by_text.get(bare(statement.text), [])
        provisions = tuple(Reading(name, 1.0) for name in dict.fromkeys(row["provision"] for row in rows))
        kinds = dict.fromkeys(row["kind"] for row in rows)
        statements.append(
            replace(
                statement,
                provisions=provisions,
                candidates=(),
                kinds=tuple(Reading(kind, 1.0) for kind in kinds),
                confirmed_by=CLERK,
            )
        )
    return replace(policy, statements=tuple(statements))
