"""Score the checker on labelled posts, beside the ceiling that its detectors set.

    python -m tools.evaluate [GOLD.jsonl] [--rows]

Without a file: the development set beside the checkout, and the held-out set of this repository, which nobody
who writes detectors reads (tests/data/posts/README.md).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from cllr.core import registry, wire
from cllr.core.check import check
from cllr.core.model import Draft
from tools.places import ROOT, shared

HELD_OUT = ROOT / "tests/data/posts/held-out.jsonl.gz"


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the labelled rows of a file, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8-sig").split("\n") if line.strip()]


def predictions(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the answer of the checker to each row, under every provision."""
    said = []
    for row in gold:
        context, _ = wire.read_context(row.get("context"), "row")
        kind, _ = wire.read_kind(row.get("kind"))
        said.append({"id": row["id"], **wire.answer(check(Draft(row["text"], kind), context))})
    return said


def ceiling(gold: list[dict[str, Any]]) -> dict[str, str]:
    """Return, by group, on how many rows every expected provision has a detector."""
    looked = {name for detector in registry.shipped() for name in detector.provisions}
    found = {}
    for group in ("plain", "subtle"):
        held = [row for row in gold if row["group"] == group]
        reach = sum(1 for row in held if set(row["expect"]) <= looked)
        found[group] = f"{reach} of {len(held)} ({100 * reach / max(1, len(held)):.0f} %)"
    return found


def score(gold: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of `score.py` for the checker on these rows."""
    scorer = _scorer()
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder, "said.jsonl")
        said.write_text("\n".join(wire.dumps(line) for line in predictions(gold)), encoding="utf-8")
        held = Path(folder, "gold.jsonl")
        held.write_text("\n".join(json.dumps(row) for row in gold), encoding="utf-8")
        result: dict[str, Any] = scorer.score(scorer.read_gold(held), scorer.read_predictions(said, 0.0))
    return result


def _scorer() -> Any:
    """Return the scorer that comes with the labelled posts."""
    place = shared()
    if place is None:
        sys.exit("evaluate: the labelled posts and their score.py are not beside this checkout (../shared)")
    spec = importlib.util.spec_from_file_location("score", place / "data/posts/score.py")
    if spec is None or spec.loader is None:
        sys.exit("evaluate: score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def report(gold: list[dict[str, Any]], name: str, *, each: bool) -> None:
    """Print the figures for one set."""
    result = score(gold)
    print(f"== {name}")
    print(_scorer().report(result, each))
    for group, text in ceiling(gold).items():
        print(f"ceiling {group}: rows whose every expected provision has a detector: {text}")
    print()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--rows", action="store_true", help="list the wrong rows (never of the held-out set)")
    chosen = parser.parse_args()
    if chosen.gold is not None:
        report(rows(chosen.gold), chosen.gold.name, each=chosen.rows)
        return
    place = shared()
    if place is not None:
        report(rows(place / "data/posts/dev.jsonl"), "development set", each=chosen.rows)
    if HELD_OUT.exists():
        report(rows(HELD_OUT), "held-out set of this repository", each=False)


if __name__ == "__main__":
    main()
