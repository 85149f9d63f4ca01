"""Every detector's examples: what it finds, by the words it marks, and what it leaves alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cllr.core import registry
from cllr.core.look import look
from cllr.core.model import Draft, Match, Matches
from cllr.core.wire import read_context, read_kind

EXAMPLES = Path(__file__).parent / "detectors"


class Example(NamedTuple):
    """One example of a detector's file."""

    detector: str
    found: bool
    data: dict[str, Any]


def _examples() -> list[Example]:
    held = []
    for path in sorted(EXAMPLES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        held += [Example(path.stem, key == "found", one) for key in ("found", "quiet") for one in data[key]]
    return held


def _seen(example: Example) -> Matches:
    # The dates of TOML are the texts of JSON.
    context, missed = read_context(_texts(example.data.get("context", {})), "example")
    kind, unknown = read_kind(example.data.get("kind"))
    assert not missed
    assert not unknown
    # Without the trained model: its share is measured by `make evaluate`, not by the examples of one detector.
    return look(Draft(example.data["text"], kind), context, backed=False)


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _of(example: Example, seen: Matches) -> list[Match]:
    detector = next(d for d in registry.shipped() if d.name == example.detector)
    wanted = {example.data["provision"]} if "provision" in example.data else set(detector.provisions)
    return [m for m in seen.matches if m.provision in wanted and not m.only_note]


@pytest.mark.parametrize("example", _examples(), ids=lambda e: f"{e.detector}-{e.data['why'][:40]}")
def test_example(example: Example) -> None:
    seen = _seen(example)
    matches = _of(example, seen)
    if not example.found:
        assert matches == []
        return
    if "asks" in example.data:
        assert example.data["asks"] in [ask.question for ask in seen.asks]
        return
    quotes = [None if m.start is None else seen.draft.text[m.start : m.end] for m in matches]
    assert example.data.get("marks") in quotes
