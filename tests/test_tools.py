"""The tools that measure and that write pages: what they say has to be so."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from tools import build_data, docs, evaluate, statements, word_frequency
from tools.places import ROOT

from cllr.core import backing, compiled, registry

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[dict[str, Any]] = [
    {"id": "a", "kind": "post", "group": "plain", "text": "Cllr Penrose is a pillock.",
     "expect": ["respect-and-civility"], "ask": [], "must_not": []},
    {"id": "b", "kind": "post", "group": "benign", "text": "The bins go out on Friday.",
     "expect": [], "ask": [], "must_not": []},
    {"id": "c", "kind": "post", "group": "plain", "text": "The bins go out on Friday.",
     "expect": ["disrepute"], "ask": [], "must_not": []},
]  # fmt: skip


def test_scores_count_what_is_right_and_what_is_not(shared: Path) -> None:
    result = evaluate.score(ROWS)
    assert result["groups"]["plain"]["right"] == 1
    assert result["groups"]["plain"]["rows"] == 2
    assert result["benign"]["false_alarms"] == 0


def test_the_ceiling_counts_rows_whose_every_provision_has_a_detector() -> None:
    of_nobody = {**ROWS[0], "expect": ["policy-purpose"]}
    assert evaluate.ceiling([ROWS[0], of_nobody])["plain"].startswith("1 of 2")


def test_rows_are_read_gzipped_or_not(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(row) for row in ROWS) + "\n"
    plain, packed = tmp_path / "rows.jsonl", tmp_path / "rows.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    assert evaluate.rows(plain) == evaluate.rows(packed) == ROWS


def test_the_held_out_set_is_no_part_of_the_corpus() -> None:
    # Two people may both have written "Well said."
    held = {row["text"] for row in evaluate.rows(evaluate.HELD_OUT) if len(row["text"]) > 20}
    trained = {row["text"] for name in ("rows", "bank") for row in evaluate.rows(ROOT / f"corpus/{name}.jsonl.gz")}
    assert not held & trained


def test_the_model_is_not_older_than_the_catalogue_of_detectors() -> None:
    model = backing.shipped()
    assert model is not None
    assert set(model.provisions) <= {name for detector in registry.shipped() for name in detector.provisions}


def test_every_statement_is_carried_once_by_ref(shared: Path) -> None:
    known = {(row["policy"], row["ref"]) for row in statements.rows(shared)}
    assert len(known) == 521
    assert set(statements.carried()) <= known


def test_the_page_of_statements_holds_no_council_s_words(shared: Path) -> None:
    page = statements.page(shared)
    for row in statements.rows(shared):
        if len(row["text"]) > 40:
            assert row["text"] not in page
    assert page.count("\n| ") >= 521


@pytest.mark.parametrize("name", sorted(build_data.PARTS))
def test_built_data_says_what_its_sources_say(name: str) -> None:
    sources, make = build_data.PARTS[name]
    packed = compiled.dumps(make(), sources())
    assert packed == compiled.dumps(make(), sources())
    held = compiled.load(name, sources())
    assert held is None or compiled.dumps(held, sources()) == packed


def test_every_generated_page_is_as_it_would_be_made() -> None:
    stale = [str(path) for path, text in docs.pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == []


def test_the_frequencies_of_words_are_those_of_the_corpus() -> None:
    assert word_frequency.TARGET.read_text(encoding="utf-8") == word_frequency.made()
