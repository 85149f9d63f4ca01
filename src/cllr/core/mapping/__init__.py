"""What a sentence of a policy means: its kinds, provisions and settings, each with the words that decided.

How it works, and how well, is told in
docs/decisions/policies-are-mapped-by-cues-that-say-what-they-were-written-from.md.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cllr.core.mapping.cues import Passage
from cllr.core.mapping.kinds import binding_in, kinds_in, stands_alone
from cllr.core.mapping.scoring import provisions_in
from cllr.core.mapping.settings import Conflict, Fixing, conflicts, fixings, gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cllr.core.policy import Reading, SettingValue, Statement

__all__ = ["Conflict", "Mapped", "conflicts", "map_policy", "map_statement", "map_text"]


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the mapping makes of a sentence. `candidates` holds what it would guess and does not assert."""

    kinds: tuple[Reading, ...] = ()
    provisions: tuple[Reading, ...] = ()
    candidates: tuple[Reading, ...] = ()
    fixed: Mapping[str, Fixing] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, SettingValue]:
        """Return the settings the sentence fixes, by name."""
        return {name: fixing.value for name, fixing in self.fixed.items()}


def map_text(
    text: str,
    *,
    intro: str | None = None,
    heading: str | None = None,
    binding: bool | None = None,
    before: tuple[Reading, ...] = (),
    without: frozenset[str] = frozenset(),
) -> Mapped:
    """Return what a sentence means, read with the lead-in of its list and the heading above it.

    `without` names founding policies: the cues written in view of them are left out.
    """
    passage = Passage(text, "" if stands_alone(text) else intro or "", heading or "")
    provisions, candidates = provisions_in(passage, without, before)
    kinds = kinds_in(passage, provisions, without, candidates, binding)
    carried = frozenset(reading.id for reading in (*provisions, *candidates))
    return Mapped(kinds, provisions, candidates, fixings(passage, without, carried))


def map_statement(
    statement: Statement, *, binding: bool | None = None, without: frozenset[str] = frozenset()
) -> Statement:
    """Return a statement with kinds, provisions, candidates and settings filled in, read by itself.

    `binding`: whether the document as a whole binds those it is written for, so that "should" is an obligation;
    None where that is not known.
    """
    mapped = map_text(
        statement.text, intro=statement.intro, heading=statement.heading, binding=binding, without=without
    )
    return _filled(statement, mapped)


def _filled(statement: Statement, mapped: Mapped) -> Statement:
    return replace(
        statement,
        kinds=mapped.kinds,
        provisions=mapped.provisions,
        candidates=mapped.candidates,
        settings=mapped.settings,
    )


def map_policy(
    statements: Iterable[Statement], *, without: frozenset[str] = frozenset()
) -> tuple[tuple[Statement, ...], dict[str, SettingValue]]:
    """Return the statements of a whole policy with what they mean, and the settings the policy fixes.

    A sentence is read in the light of the one before it in its clause, and of whether the policy as a whole binds.
    """
    given = tuple(statements)
    held = written_out(given)
    binding = any(binding_in(statement.text, without) for statement in held)
    mapped: list[Mapped] = []
    for index, statement in enumerate(held):
        before = mapped[-1].provisions if index and _goes_on(held[index - 1], statement) else ()
        mapped.append(
            map_text(
                statement.text,
                intro=statement.intro,
                heading=statement.heading,
                binding=binding,
                before=before,
                without=without,
            )
        )
    filled = tuple(_filled(statement, found) for statement, found in zip(given, mapped, strict=True))
    return filled, gathered([(statement, m.fixed) for statement, m in zip(filled, mapped, strict=True)])


def _goes_on(before: Statement, statement: Statement) -> bool:
    return statement.intro is None and (before.clause == statement.clause or before.heading == statement.heading)


_INITIALS = re.compile(r"\b[A-Z]{1,4}C\b")
OFTEN = 3
"""Times that initials ending in C must stand in a policy to be taken for the council's."""


def written_out(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return statements with the council's initials ("ECC") written out as the council."""
    counted = Counter(name for statement in statements for name in _INITIALS.findall(statement.text))
    names = [name for name, count in counted.items() if count >= OFTEN]
    if not names:
        return statements
    find = re.compile(rf"(?:\bthe\s+)?\b(?:{'|'.join(names)})\b")
    return tuple(
        replace(s, text=find.sub("the council", s.text), intro=s.intro and find.sub("the council", s.intro))
        for s in statements
    )
