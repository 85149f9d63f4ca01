"""The statutory timetable and the pre-election period of the common polls, by nation.

Dates come from the library uk-election-timetables where it is right, with our corrections in one table
(`rules.CORRECTIONS`); docs/decisions/election-dates-come-from-a-maintained-library-with-our-corrections.md says why.
What is not known is told as not computed. The Returning Officer decides.
"""

from __future__ import annotations

from cllr.core.timetable.build import in_pre_election_period, timetable
from cllr.core.timetable.model import POLL_KINDS, NotComputed, PollKind, Timetable, TimetableDate
from cllr.core.timetable.rules import KINDS

__all__ = [
    "KINDS",
    "POLL_KINDS",
    "NotComputed",
    "PollKind",
    "Timetable",
    "TimetableDate",
    "in_pre_election_period",
    "timetable",
]
