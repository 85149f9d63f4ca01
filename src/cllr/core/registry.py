"""Find the detectors and plan which are woken for which kind of draft."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cllr.core import catalogue, detectors
from cllr.core.model import NotChecked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cllr.core.detector import Detector
    from cllr.core.model import DraftKind, Language


@lru_cache(1)
def shipped() -> tuple[Detector, ...]:
    """Return every detector in `core/detectors/`, sorted by name."""
    found = []
    for module in sorted(pkgutil.iter_modules(detectors.__path__), key=lambda m: m.name):
        if module.name.startswith("_"):
            continue
        detector = importlib.import_module(f"{detectors.__name__}.{module.name}").DETECTOR
        found.append(detector.named(module.name.replace("_", "-")))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which detectors look at one kind of draft, and what wakes each."""

    by_tag: Mapping[str, tuple[Detector, ...]]
    tags: frozenset[str]
    """The tags that wake any of them."""
    by_context: tuple[tuple[str, tuple[Detector, ...]], ...]
    always: tuple[Detector, ...]
    order: Mapping[str, int]
    of: Mapping[str, Detector]
    """The detector of each provision."""
    looked_at: tuple[str, ...]
    readers: Mapping[Language, tuple[str, ...]]
    """Provisions whose detectors read a language, by language."""
    not_yet: tuple[NotChecked, ...]
    """Provisions of this kind of draft that no detector looks at yet."""


@lru_cache(32)
def plan(kind: DraftKind) -> Plan:
    """Return the plan for a kind of draft, made once."""
    return make_plan(kind, shipped())


def make_plan(kind: DraftKind, among: tuple[Detector, ...]) -> Plan:
    """Return the plan for a kind of draft with the given detectors."""
    held = [detector for detector in among if kind in detector.kinds]
    by_tag: dict[str, list[Detector]] = {}
    by_context: dict[str, list[Detector]] = {}
    readers: dict[Language, list[str]] = {}
    for detector in held:
        for tag in detector.wakes:
            by_tag.setdefault(tag, []).append(detector)
        for name in detector.wakes_on:
            by_context.setdefault(name, []).append(detector)
        for language in detector.languages:
            readers.setdefault(language, []).extend(detector.provisions)
    looked_at = tuple(sorted({name for detector in held for name in detector.provisions}))
    return Plan(
        by_tag={tag: tuple(found) for tag, found in by_tag.items()},
        tags=frozenset(by_tag),
        by_context=tuple((name, tuple(found)) for name, found in by_context.items()),
        always=tuple(detector for detector in held if detector.always),
        of={name: detector for detector in held for name in detector.provisions},
        order={detector.name: index for index, detector in enumerate(held)},
        looked_at=looked_at,
        readers={language: tuple(sorted(set(found))) for language, found in readers.items()},
        not_yet=_not_yet(kind, looked_at),
    )


def _not_yet(kind: DraftKind, looked_at: tuple[str, ...]) -> tuple[NotChecked, ...]:
    """Name the provisions that a draft of this kind can engage and that nothing looks at yet."""
    page = "Profile check" if kind == "profile" else "Draft check"
    received = kind == "comment-received"
    return tuple(
        NotChecked(p.id, "no detector looks at this yet")
        for p in catalogue.provisions()
        if p.id not in looked_at
        and (p.moment == "receiving-content") == received
        and any(w.by in {"check", "question"} and w.where == page for w in p.works)
    )
