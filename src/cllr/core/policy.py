"""A council's policy as data: who adopted it, when it is in force, what each sentence says.

The file format is `policy.json`, version 1 (docs/reference/policy-file.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cllr.core.model import STATEMENT_KINDS, StatementKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cllr.core.model import Weight

__all__ = [
    "STATEMENT_KINDS",
    "Confirmation",
    "Extends",
    "Policy",
    "Reading",
    "Remainder",
    "SettingValue",
    "Statement",
    "StatementKind",
]

SettingValue = str | int | tuple[str, ...]
"""One word, a number, or several words (a set, or a list whose order counts)."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That a person looked at a reading and stands by it, or corrected it."""

    by: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class Reading:
    """What the mapping takes a statement to mean: one provision or kind, how sure (0 to 1), and on which words."""

    id: str
    confidence: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a policy: the unit that has kinds, provisions and settings.

    `id` is derived from the words, so it survives a re-read and a renumbering; `aliases` are ids it had
    before. `ref` is unique within the policy, in words a person can follow; `printed_ref` is the document's
    own number or None. `intro` is the lead-in of the list the statement stands in.
    """

    id: str
    ref: str
    printed_ref: str | None
    clause: str
    text: str
    intro: str | None = None
    heading: str | None = None
    kinds: tuple[Reading, ...] = ()
    provisions: tuple[Reading, ...] = ()
    candidates: tuple[Reading, ...] = ()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    confirmed_by: Confirmation | None = None
    aliases: tuple[str, ...] = ()

    @property
    def kind(self) -> StatementKind | None:
        """Return the strongest kind the mapping asserts."""
        held = {reading.id for reading in self.kinds}
        return next((kind for kind in STATEMENT_KINDS if kind in held), None)


@dataclass(frozen=True, slots=True)
class Remainder:
    """Words of the document that are no statement (contents, page furniture), and why they were set aside."""

    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Extends:
    """The policy this one builds on, and what it changes: a council's file may extend a county's.

    `file` is where the other policy stands, relative to this one; `digest` pins the version built on.
    """

    file: str
    digest: str | None = None
    remove: tuple[str, ...] = ()
    weights: Mapping[str, Weight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of one council's policy."""

    council: str
    version: str
    digest: str
    """SHA-256 over the canonical form of everything that decides a check: statements, settings, weights."""
    title: str | None = None
    adopted: dt.date | None = None
    in_force_from: dt.date | None = None
    in_force_until: dt.date | None = None
    statements: tuple[Statement, ...] = ()
    remainder: tuple[Remainder, ...] = ()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    weights: Mapping[str, Weight] = field(default_factory=dict)
    """Weights the council set itself, by provision; they override what clause and setting give."""
    extends: Extends | None = None
    source: str | None = None
    """Name of the document it was read from."""

    def in_force(self, day: dt.date) -> bool:
        """Say whether this version is in force on a day. Without dates it is."""
        starts = self.in_force_from or self.adopted
        return (starts is None or starts <= day) and (self.in_force_until is None or day <= self.in_force_until)
