"""The values of a timetable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import datetime as dt

    from cllr.core.model import Nation

PollKind = Literal[
    "principal",
    "parish",
    "local-mayor",
    "combined-authority-mayor",
    "pcc",
    "gla",
    "council",
    "senedd",
    "scottish-parliament",
    "uk-parliament",
]
POLL_KINDS: tuple[PollKind, ...] = get_args(PollKind)
"""`parish` is a community in Wales; `council` is any council of Scotland or Northern Ireland; `gla` is the Mayor
of London and the Assembly; `uk-parliament` is a general election."""


@dataclass(frozen=True, slots=True)
class TimetableDate:
    """One date: its name in words, the day, how it was counted (with the hour where there is one), and the source."""

    name: str
    date: dt.date
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class NotComputed:
    """A date that we do not give, and why."""

    name: str
    because: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """The dates around one poll, in order of day. What is not known stands in `not_computed`, never as a guess."""

    poll: dt.date
    nation: Nation
    kind: PollKind
    dates: tuple[TimetableDate, ...]
    not_computed: tuple[NotComputed, ...]
    calendar: str
    """Library and bank holidays it was computed with: a holiday proclaimed later may move dates."""

    def date(self, name: str) -> dt.date | None:
        """Return the day of that name, or None where it was not computed."""
        return next((entry.date for entry in self.dates if entry.name == name), None)
