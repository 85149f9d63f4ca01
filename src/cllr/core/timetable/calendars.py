"""Which days count towards an election timetable.

Days that do not count (*dies non*): Saturday, Sunday, Christmas Eve, Christmas Day, Good Friday, a bank holiday,
a day of public thanksgiving or mourning (Local Elections (Principal Areas) (England and Wales) Rules 2006,
Schedule 3, rule 2, https://www.legislation.gov.uk/uksi/2006/3304/schedule/3/part/1/made). Maundy Thursday has
counted since the Electoral Administration Act 2006, section 20. The bank holidays are those that the library
uk-election-timetables carries; a day proclaimed later moves dates that were already published, so whoever keeps
a timetable keeps `calendar_version` with it.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from uk_election_timetables import __version__ as library_version
from uk_election_timetables.calendars import (
    ChristmasEveRule,
    Country,
    EasterMondayRule,
    UnitedKingdomBankHolidays,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cllr.core.model import Nation

CalendarName = Literal["nation", "nation-and-easter-monday", "any-part", "england"]
"""Whose bank holidays are left out of a count.

`nation`: those of the nation of the poll. `nation-and-easter-monday`: the same and Easter Monday, which the rules
of Scottish elections leave out though it is no Scottish bank holiday. `any-part`: a bank holiday anywhere in the
United Kingdom. `england`: those of England and Wales, wherever the poll is.
"""

COUNTRIES: dict[Nation, Country] = {
    "england": Country.ENGLAND,
    "wales": Country.WALES,
    "scotland": Country.SCOTLAND,
    "northern-ireland": Country.NORTHERN_IRELAND,
}


@lru_cache(1)
def _holidays() -> dict[Nation, frozenset[dt.date]]:
    """Return the bank holidays of each nation, and Christmas Eve of each year, as the library carries them."""
    banks = UnitedKingdomBankHolidays()
    found: dict[Nation, frozenset[dt.date]] = {}
    for nation, country in COUNTRIES.items():
        entries = banks.from_country(country).exempted_dates()
        years = {entry.year for entry in entries}
        eves = [eve for year in years for eve in ChristmasEveRule().generate(year, entries)]
        found[nation] = frozenset(dt.date(day.year, day.month, day.day) for day in (*entries, *eves))
    return found


@lru_cache(1)
def coverage() -> tuple[dt.date, dt.date]:
    """Return the first and the last day for which the bank holidays of every nation are known."""
    years = [(min(days).year, max(days).year) for days in _holidays().values()]
    return dt.date(max(first for first, _ in years), 1, 1), dt.date(min(last for _, last in years), 12, 31)


@lru_cache(64)
def _easter_monday(year: int) -> dt.date:
    day = EasterMondayRule().generate(year, [])[0]
    return dt.date(day.year, day.month, day.day)


def counts(day: dt.date, nation: Nation, calendar: CalendarName = "nation") -> bool:
    """Say whether a day counts towards a timetable in a nation."""
    if day.weekday() >= 5:
        return False
    if calendar == "any-part":
        return not any(day in days for days in _holidays().values())
    if calendar == "nation-and-easter-monday" and day == _easter_monday(day.year):
        return False
    return day not in _holidays()["england" if calendar == "england" else nation]


def days_before(day: dt.date, number: int, nation: Nation, calendar: CalendarName = "nation") -> dt.date:
    """Return the `number`-th counting day before `day`, which is itself day 0."""
    return _walk(day, number, -1, lambda each: counts(each, nation, calendar))


def first_from(day: dt.date, nation: Nation) -> dt.date:
    """Return `day` or, where it does not count, the next day that does.

    Representation of the People Act 1983, section 119 (https://www.legislation.gov.uk/ukpga/1983/2/section/119): bank
    holidays are those of the part of the United Kingdom in which the electoral area lies.
    """
    return day if counts(day, nation) else _walk(day, 1, 1, lambda each: counts(each, nation))


def _walk(day: dt.date, number: int, step: int, counting: Callable[[dt.date], bool]) -> dt.date:
    while number:
        day += dt.timedelta(days=step)
        number -= counting(day)
    return day


def calendar_version() -> str:
    """Return what a timetable is computed with: the library and the last bank holidays it knows."""
    return f"uk-election-timetables {library_version}, bank holidays to {coverage()[1].isoformat()}"
