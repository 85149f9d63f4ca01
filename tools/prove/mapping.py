"""How well statements are mapped: blind, with one founding policy left out, and with all in view.

*Blind* leaves out every cue written with any founding policy in view; *hold-out* those written with the measured
policy in view; *in view* none. Only hold-out says how a policy nobody has seen will fare.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cllr.core import catalogue, clauses, documents, mapping
from cllr.core.rulebook import QUOTABLE
from tools.places import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from cllr.core.policy import SettingValue, Statement

WHAT = "statements to provisions, kinds and settings: blind, hold-out and in view, on the founding policies"

POLICIES = ("thurrock", "borough-numbered", "guidance-faq", "essex", "parish")
LEVELS = (0.95, 0.9, 0.88, 0.86, 0.84, 0.8, 0.7)


@dataclass
class Counted:
    """Right, wrong and missed, of one policy or of several."""

    provisions: list[int] = field(default_factory=lambda: [0, 0, 0])
    kinds: list[int] = field(default_factory=lambda: [0, 0, 0])
    settings: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    """Right, another value, missed, and fixed where the policy is silent."""
    asserted: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each provision asserted, and whether it is right."""

    def add(self, other: Counted) -> None:
        """Take over what another has counted."""
        self.provisions = [a + b for a, b in zip(self.provisions, other.provisions, strict=True)]
        self.kinds = [a + b for a, b in zip(self.kinds, other.kinds, strict=True)]
        self.settings = [a + b for a, b in zip(self.settings, other.settings, strict=True)]
        self.asserted += other.asserted


def f1(counted: list[int]) -> float:
    """Return micro-F1 of right, wrong and missed."""
    right, wrong, missed = counted
    return round(2 * right / max(1, 2 * right + wrong + missed), 3)


def at_level(asserted: list[tuple[float, bool]], level: float) -> tuple[float, float]:
    """Return precision of what is asserted from a confidence on, and its share of all that is asserted."""
    above = [right for confidence, right in asserted if confidence >= level]
    return round(sum(above) / max(1, len(above)), 3), round(len(above) / max(1, len(asserted)), 2)


def count(
    statements: Iterable[Statement], settings: Mapping[str, SettingValue], rows: list[Any], fixed: list[Any]
) -> Counted:
    """Compare what was mapped with the labelled rows of one policy, matched by their words."""
    counted = Counted()
    wanted: dict[str, tuple[set[str], set[str]]] = {}
    for row in rows:
        held = wanted.setdefault(clauses.identity(row["text"]), (set(), set()))
        held[0].add(row["provision"])
        held[1].add(row["kind"])
    got: dict[str, tuple[dict[str, float], set[str]]] = {}
    for statement in statements:
        provisions, kinds = got.setdefault(clauses.identity(statement.text), ({}, set()))
        provisions.update({reading.id: reading.confidence for reading in statement.provisions})
        kinds.update(reading.id for reading in statement.kinds)
    for name, (provisions_wanted, kinds_wanted) in wanted.items():
        asserted, kinds = got.get(name, ({}, set()))
        _tally(counted.provisions, asserted.keys(), provisions_wanted)
        _tally(counted.kinds, kinds, kinds_wanted)
        counted.asserted += [(sure, provision in provisions_wanted) for provision, sure in asserted.items()]
    for row in fixed:
        outcome = _setting(settings.get(row["setting"]), row)
        if outcome is not None:
            counted.settings[outcome] += 1
    return counted


def _tally(into: list[int], got: Iterable[str], wanted: set[str]) -> None:
    held = set(got)
    for place, number in enumerate((len(held & wanted), len(held - wanted), len(wanted - held))):
        into[place] += number


def _setting(value: SettingValue | None, row: dict[str, Any]) -> int | None:
    """Return 0 for right, 1 for another value, 2 for missed, 3 for fixed though silent; None where rightly silent."""
    if row["value"] == "silent":
        return None if value is None else 3
    if value is None:
        return 2
    shape = catalogue.setting(row["setting"]).shape
    wanted: list[Any] = row["value"] if isinstance(row["value"], list) else [row["value"]]
    given: list[Any] = list(value) if isinstance(value, tuple) else [value]
    if shape == "set":
        wanted, given = sorted(wanted), sorted(given)
    return 0 if wanted == given else 1


def read(place: Path, policy: str) -> tuple[Statement, ...]:
    """Return the statements of a founding policy, not yet mapped."""
    name = f"{policy}.txt"
    return clauses.statements(documents.read((place / name).read_bytes(), name))[0]


def measure(place: Path, policies: Iterable[str], ways: Iterable[str]) -> dict[str, dict[str, Counted]]:
    """Return what was counted, by way (blind, hold-out, in view) and policy, with "all"."""

    def lines(name: str) -> list[Any]:
        return [json.loads(line) for line in (place / name).read_text(encoding="utf-8").splitlines()]

    rows, fixed = lines("clauses.jsonl"), [row for row in lines("settings.jsonl") if not row.get("ambiguous")]
    found: dict[str, dict[str, Counted]] = {}
    for way in ways:
        found[way] = {"all": Counted()}
        for policy in policies:
            without = {"blind": frozenset(POLICIES), "hold-out": frozenset({policy})}.get(way, frozenset())
            mapped, settings = mapping.map_policy(read(place, policy), without=without)
            counted = count(
                mapped,
                settings,
                [row for row in rows if row["policy"] == policy],
                [row for row in fixed if row["policy"] == policy],
            )
            found[way][policy] = counted
            found[way]["all"].add(counted)
    return found


def figures(counted: Counted) -> dict[str, Any]:
    """Return what is claimed about one policy read one way."""
    right, wrong, missed = counted.provisions
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {
        "provisions micro-F1": f1(counted.provisions),
        "provisions precision / recall": f"{precision:.3f} / {recall:.3f}",
        "kinds micro-F1": f1(counted.kinds),
        "settings right / another value / missed": " / ".join(map(str, counted.settings[:3])),
        "settings fixed though silent": counted.settings[3],
    }


def run(size: str) -> dict[str, Any]:
    """Return the figures; the small size reads two policies."""
    place = shared()
    if place is None:
        return {"the founding policies": "are not beside this checkout"}
    policies = POLICIES if size == "full" else POLICIES[:2]
    counted = measure(place / "seeds", policies, ("blind", "hold-out", "in view"))
    found: dict[str, Any] = {way: {name: figures(held) for name, held in by.items()} for way, by in counted.items()}
    asserted = counted["hold-out"]["all"].asserted
    found["hold-out precision (share of what is asserted) from a confidence of"] = {
        str(level): "{} ({})".format(*at_level(asserted, level)) for level in LEVELS
    }
    found["quotable level"] = QUOTABLE
    found["quotable_precision"], found["quotable share"] = at_level(asserted, QUOTABLE)
    return found
