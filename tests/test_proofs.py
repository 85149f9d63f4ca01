"""Every proof at its small size. What depends on the speed of the machine is printed, never asserted."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest
from tools.prove.__main__ import names, table

if TYPE_CHECKING:
    from pathlib import Path


def small(name: str) -> dict[str, Any]:
    """Return the figures of a proof at its small size."""
    figures: dict[str, Any] = importlib.import_module(f"tools.prove.{name.replace('-', '_')}").run("small")
    print("\n".join(table(figures)))
    return figures


def test_there_is_a_proof_for_each_claim() -> None:
    assert set(names()) == {
        "fresh-machine", "hostile", "mapping", "posts", "reading", "speed", "statements", "traces",
    }  # fmt: skip


def test_a_check_leaves_nothing_through_any_door() -> None:
    figures = small("traces")
    assert figures["doors that left something"] == 0, figures


def test_no_hostile_text_stops_a_detector() -> None:
    assert small("hostile")["slowest detector, ms"] > 0


def test_enough_statements_work(shared: Path) -> None:
    figures = small("statements")
    assert figures["statements"] == 521
    assert figures["working"] >= 130


@pytest.mark.parametrize("name", ["speed", "mapping", "reading", "posts"])
def test_a_proof_runs(name: str, shared: Path) -> None:
    figures = small(name)
    assert figures
    assert "not" not in " ".join(figures).split()
