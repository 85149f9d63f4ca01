"""The labelled posts: false alarms, plain and subtle rows, beside the ceiling of the detectors we have."""

from __future__ import annotations

from typing import Any

from cllr.core import registry
from tools import evaluate
from tools.places import shared

WHAT = "labelled posts under --policy all: benign false alarms, plain and subtle rows, beside the ceiling"


def figures(gold: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what is claimed about one set of rows."""
    result = evaluate.score(gold)
    groups = result["groups"]

    def of(name: str) -> str:
        held = groups[name]
        return f"{100 * held['accuracy']:.1f} % ({held['right']}/{held['rows']})" if held["rows"] else "-"

    micro, benign, asks = result["micro"], result["benign"], result["asks"]
    return {
        "rows": result["overall"]["rows"],
        "benign rows with a false alarm": (
            f"{100 * benign['false_alarm_rate']:.1f} % ({benign['false_alarms']}/{benign['rows']})"
        ),
        "plain rows right": of("plain"),
        "subtle rows right": of("subtle"),
        "rows in pairs right": of("pairs"),
        "ceiling": evaluate.ceiling(gold),
        "micro precision / recall / F1": f"{micro['precision']} / {micro['recall']} / {micro['f1']}",
        "strict precision": micro["strict_precision"],
        "questions on a benign row": benign["questions_per_row"],
        "asks asked": f"{asks['asked']}/{asks['expected']}, asserted instead {asks['asserted_instead']}",
    }


def run(size: str) -> dict[str, Any]:
    """Return the figures; the small size takes the first 60 rows of each set."""
    found: dict[str, Any] = {
        "provisions with a detector": len({name for d in registry.shipped() for name in d.provisions})
    }
    place = shared()
    sets = {}
    if place is not None:
        sets["development set (seen by those who write detectors)"] = evaluate.rows(place / "data/posts/dev.jsonl")
    if evaluate.HELD_OUT.exists():
        sets["held-out set (written by another hand, unseen)"] = evaluate.rows(evaluate.HELD_OUT)
    for name, gold in sets.items():
        found[name] = figures(gold if size == "full" else gold[:60])
    return found
