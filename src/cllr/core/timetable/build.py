"""Builds the timetable of one poll out of the rules, the calendar and the library."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from uk_election_timetables.elections import (
    GreaterLondonAssemblyElection,
    LocalElection,
    MayoralElection,
    PoliceAndCrimeCommissionerElection,
    ScottishParliamentElection,
    SeneddCymruElection,
    UKParliamentElection,
)

from cllr.core.errors import BadInput, UnknownName
from cllr.core.timetable import rules
from cllr.core.timetable.calendars import (
    COUNTRIES,
    calendar_version,
    counts,
    coverage,
    days_before,
    first_from,
)
from cllr.core.timetable.model import NotComputed, Timetable, TimetableDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cllr.core.model import Nation
    from cllr.core.timetable.calendars import CalendarName
    from cllr.core.timetable.model import PollKind
    from cllr.core.timetable.rules import Event

_LIBRARY: dict[PollKind, Callable[[dt.date, Nation], object]] = {
    "principal": lambda poll, nation: LocalElection(poll, COUNTRIES[nation]),
    "parish": lambda poll, nation: LocalElection(poll, COUNTRIES[nation]),
    "council": lambda poll, nation: LocalElection(poll, COUNTRIES[nation]),
    "local-mayor": lambda poll, _: MayoralElection(poll),
    "combined-authority-mayor": lambda poll, _: MayoralElection(poll),
    "pcc": lambda poll, _: PoliceAndCrimeCommissionerElection(poll),
    "gla": lambda poll, _: GreaterLondonAssemblyElection(poll),
    "senedd": lambda poll, _: SeneddCymruElection(poll),
    "scottish-parliament": lambda poll, _: ScottishParliamentElection(poll),
    "uk-parliament": lambda poll, nation: UKParliamentElection(poll, COUNTRIES[nation]),
}

_CLOSE = dt.time(22)
"""The poll closes at 10pm, and the pre-election period with it."""

_YEARS = (1973, 2199)
"""From the first councils under the Local Government Act 1972; another year is a slip."""

_LONGEST = dt.timedelta(days=200)
"""An earlier start than this before the poll is taken for a slip of the year."""


def timetable(
    poll: dt.date,
    nation: Nation,
    kind: PollKind,
    *,
    notice_published: dt.date | None = None,
    local_start: dt.date | None = None,
    declared: dt.date | None = None,
) -> Timetable:
    """Return the dates around a poll.

    `notice_published` is the day on which the notice of election was in fact published, `local_start` the day from
    which the council keeps its own pre-election rules, `declared` the day of the declaration of the result: the
    return of expenses is counted from it. The pre-election period starts on the earliest of the last date for the
    notice, the published notice and the council's own date, and ends with the poll at 10pm.

    UnknownName for a nation or a kind that the nation does not have; BadInput for a poll on a day on which no poll
    is held, and for a day that cannot be meant.
    """
    _refuse(poll, nation, kind)
    _refuse_days(poll, notice_published, local_start, declared)
    dates: list[TimetableDate] = []
    missing: list[NotComputed] = []
    if (gap := _not_covered(poll, kind)) is not None:
        missing += [NotComputed(event.name, gap) for event in _events(kind, nation) if event.days]
    else:
        _count(poll, nation, kind, dates, missing)
    source = rules.NI_COUNCIL if (kind, nation) == ("council", "northern-ireland") else rules.INSTRUMENT[kind]
    dates.append(TimetableDate(rules.POLL, poll, "7am to 10pm", source))
    _candidate(kind, dates, missing)
    _period(poll, nation, kind, (notice_published, local_start), dates, missing)
    _returns(poll, nation, kind, declared, dates, missing)
    if kind == "uk-parliament":
        missing.append(NotComputed(*rules.BY_ELECTION))
    dates.sort(key=lambda entry: entry.date)
    return Timetable(poll, nation, kind, tuple(dates), tuple(missing), calendar_version())


def in_pre_election_period(day: dt.date | dt.datetime, of: Timetable) -> bool:
    """Say whether a day lies in the pre-election period of a timetable.

    A date-time is taken as clocks in the United Kingdom show it, without a zone: from 10pm on the day of the poll
    the period is over. BadInput where the timetable has no start, or the date-time a zone.
    """
    start = of.date(rules.PERIOD_STARTS)
    if start is None:
        raise BadInput(
            "the pre-election period of this poll is not known",
            because="its start was not computed",
            remedy="Give the day on which the notice of election was published",
        )
    if not isinstance(day, dt.datetime):
        return start <= day <= of.poll
    if day.tzinfo is not None:
        raise BadInput(
            "the time has a time zone",
            because="the period follows the clock of the polling station",
            remedy="Hand in the local time without a zone",
        )
    return start <= day.date() <= of.poll and day < dt.datetime.combine(of.poll, _CLOSE)


def _refuse(poll: dt.date, nation: Nation, kind: PollKind) -> None:
    if nation not in rules.KINDS:
        raise UnknownName(
            f"no nation {nation}",
            because="the nations are england, wales, scotland and northern-ireland",
            remedy="Choose one of them",
        )
    if kind not in rules.KINDS[nation]:
        raise UnknownName(
            f"no poll of kind {kind} in {nation}",
            because="that nation does not hold one",
            remedy="Choose one of: " + ", ".join(rules.KINDS[nation]),
        )
    first, last = coverage()
    if not _YEARS[0] <= poll.year <= _YEARS[1]:
        because = f"years from {_YEARS[0]} to {_YEARS[1]} are understood"
    elif poll.weekday() >= 5:
        because = f"it is a {'Saturday' if poll.weekday() == 5 else 'Sunday'}"
    elif first <= poll <= last and not counts(poll, nation):
        because = "it is Christmas Eve or a bank holiday there"
    else:
        return
    raise BadInput(f"no poll is held on {poll.isoformat()}", because=because, remedy="Check the date")


def _refuse_days(poll: dt.date, notice: dt.date | None, local: dt.date | None, declared: dt.date | None) -> None:
    for name, day in (("notice of election", notice), ("council's own start", local)):
        if day is not None and not poll - _LONGEST <= day < poll:
            raise BadInput(
                f"the {name} on {day.isoformat()} does not belong to a poll on {poll.isoformat()}",
                because=f"it has to lie before the poll, and at most {_LONGEST.days} days before",
                remedy="Check both dates",
            )
    if declared is not None and not poll <= declared <= poll + _LONGEST:
        raise BadInput(
            f"a result declared on {declared.isoformat()} does not belong to a poll on {poll.isoformat()}",
            because=f"it has to lie on the day of the poll or in the {_LONGEST.days} days after",
            remedy="Check both dates",
        )


def _events(kind: PollKind, nation: Nation) -> tuple[Event, ...]:
    return rules.EVENTS.get((kind, nation)) or rules.EVENTS[(kind, None)]


def _not_covered(poll: dt.date, kind: PollKind) -> str | None:
    """Say why nothing can be counted for a poll, or None where it can."""
    first, last = coverage()
    if poll.year < (since := max(rules.RULES_SINCE[kind], first.year)):
        return f"the rules held here are those for polls from {since}"
    if poll > last:
        return f"bank holidays are known up to {last.isoformat()} only"
    return None


def _count(
    poll: dt.date, nation: Nation, kind: PollKind, dates: list[TimetableDate], missing: list[NotComputed]
) -> None:
    """Add every date that is counted back from the poll."""
    library = _LIBRARY[kind](poll, nation)
    for event in _events(kind, nation):
        if event.name == rules.CERTIFICATE and (reason := _no_certificate(poll, nation, kind)):
            missing.append(NotComputed(event.name, reason))
            continue
        if event.given_as is None or corrected(event, nation, kind):
            day = days_before(poll, event.days, nation, event.calendar)
            source = event.source
        else:
            day = cast("dt.date", getattr(library, event.given_as))
            source = f"{event.source}; counted by uk-election-timetables"
        dates.append(TimetableDate(event.name, day, _because(event, poll, day, nation), source))
    missing += [NotComputed(*entry) for entry in rules.NOT_KNOWN.get((kind, nation), ())]


def corrected(event: Event, nation: Nation, kind: PollKind) -> bool:
    """Say whether the library's date of an event is replaced by ours."""
    return any(
        (each.kind, each.nation or nation, each.name or event.name) == (kind, nation, event.name)
        for each in rules.CORRECTIONS
    )


def _no_certificate(poll: dt.date, nation: Nation, kind: PollKind) -> str | None:
    if (reason := rules.NO_CERTIFICATE.get((kind, nation))) is not None:
        return reason
    if poll < rules.CERTIFICATE_SINCE:
        return f"photographic identification is asked for since {rules.CERTIFICATE_SINCE.isoformat()}"
    return None


_HOLIDAYS: dict[CalendarName, str] = {
    "nation": "",
    "nation-and-easter-monday": ", Easter Monday not counted",
    "any-part": ", no bank holiday of any part of the United Kingdom counted",
    "england": ", counted with the bank holidays of England and Wales",
}


def _because(event: Event, poll: dt.date, day: dt.date, nation: Nation) -> str:
    """Return how a date was counted."""
    if not event.days:
        return event.by
    if day != days_before(poll, event.days, nation, event.calendar):
        # Only the postal votes of the Scottish Parliament in May 2021, which an Act moved for that poll alone.
        return f"{event.by}; a date set for this poll alone"
    return f"{event.by}; {event.days} working days before the poll{_HOLIDAYS[event.calendar]}"


def _day(dates: list[TimetableDate], name: str) -> dt.date | None:
    return next((entry.date for entry in dates if entry.name == name), None)


def _candidate(kind: PollKind, dates: list[TimetableDate], missing: list[NotComputed]) -> None:
    """Add the first day on which somebody can be a candidate, and the day after it."""
    name, source = rules.CANDIDATE_FROM.get(kind, (None, ""))
    day = _day(dates, name) if name else None
    if day is None:
        reason = f"it hangs on {name}, which is not computed" if name else "we have seen no source for this poll"
        missing += [NotComputed(rules.CANDIDATE, reason), NotComputed(rules.REGULATED, reason)]
        return
    early = ", even where the notice is published earlier" if name == rules.NOTICE else ""
    dates.append(TimetableDate(rules.CANDIDATE, day, f"the day of: {name}{early}", source))
    after = day + dt.timedelta(days=1)
    dates.append(TimetableDate(rules.REGULATED, after, "the day after somebody became a candidate", source))


def _period(
    poll: dt.date,
    nation: Nation,
    kind: PollKind,
    told: tuple[dt.date | None, dt.date | None],
    dates: list[TimetableDate],
    missing: list[NotComputed],
) -> None:
    """Add start and end of the pre-election period."""
    notice, local = told
    note = rules.PUBLICITY_NOTE[nation]
    if kind == "uk-parliament":
        note += "; a council with no poll of its own is not bound of itself, and takes care from the dissolution"
    if notice is not None:
        dates.append(TimetableDate(rules.PUBLISHED, notice, "as told", "handed in"))
    last = _day(dates, rules.NOTICE)
    dates.append(TimetableDate(rules.PERIOD_ENDS, poll, "close of the poll, 10pm", rules.PUBLICITY))
    starts = [
        (day, words)
        for day, words in (
            (last, "the last date for the notice of election"),
            (notice, "the day on which the notice of election was published"),
            (local, "the date the council set for itself"),
        )
        if day is not None
    ]
    if last is None and notice is None:
        reason = "the last date for the notice of election is not computed; hand in the day it was published"
        missing.append(NotComputed(rules.PERIOD_STARTS, reason))
        return
    day, words = min(starts)
    dates.append(TimetableDate(rules.PERIOD_STARTS, day, f"{words}{note}", rules.PUBLICITY))


def _returns(
    poll: dt.date,
    nation: Nation,
    kind: PollKind,
    declared: dt.date | None,
    dates: list[TimetableDate],
    missing: list[NotComputed],
) -> None:
    """Add when returns of expenses are due."""
    if kind not in rules.RETURNS:
        missing.append(NotComputed(rules.EXPENSES, rules.RETURN_NOT_KNOWN))
    first, last = coverage()
    for due in rules.RETURNS.get(kind, ()):
        begin = poll if due.after == "poll" else declared
        words = "the poll" if due.after == "poll" else "the declaration of the result"
        if begin is None:
            missing.append(
                NotComputed(due.name, f"it is due {due.days} calendar days after {words}: hand in that day")
            )
        elif not first <= begin <= last - dt.timedelta(days=due.days):
            missing.append(NotComputed(due.name, f"bank holidays are known up to {last.isoformat()} only"))
        else:
            plain = begin + dt.timedelta(days=due.days)
            day = first_from(plain, nation)
            moved = "" if day == plain else f", moved on from {plain.isoformat()}, on which nothing is due"
            dates.append(TimetableDate(due.name, day, f"{due.days} calendar days after {words}{moved}", due.source))
