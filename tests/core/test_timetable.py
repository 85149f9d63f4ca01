"""The election timetable against what returning officers and the Electoral Commission printed.

The prints, each with its source, stand in tests/data/printed-election-timetables.toml. `COUNTED` holds dates of polls
for which we had no print: they say only that the answer stays the same.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uk_election_timetables.elections import (
    GreaterLondonAssemblyElection,
    LocalElection,
    PoliceAndCrimeCommissionerElection,
    UKParliamentElection,
)

from cllr.core.errors import BadInput, CllrError, UnknownName
from cllr.core.timetable import KINDS, POLL_KINDS, in_pre_election_period, rules, timetable
from cllr.core.timetable.build import _LIBRARY, corrected
from cllr.core.timetable.calendars import COUNTRIES, coverage, days_before

if TYPE_CHECKING:
    from cllr.core.model import Nation
    from cllr.core.timetable import PollKind

NOTICE, NOMINATIONS, STATEMENT = rules.NOTICE, rules.NOMINATIONS, rules.STATEMENT
REGISTER, POSTAL, PROXY, CERTIFICATE = rules.REGISTER, rules.POSTAL, rules.PROXY, rules.CERTIFICATE


def day(text: str) -> dt.date:
    """Read "26 Mar 2019"."""
    return dt.datetime.strptime(text, "%d %b %Y").replace(tzinfo=dt.UTC).date()


DATA = tomllib.loads((Path(__file__).parent.parent / "data" / "printed-election-timetables.toml").read_text("utf-8"))
CASES = [
    pytest.param(nation, kind, row["poll"], name, when, id=f"{row['poll']}-{nation}-{kind}-{name}")
    for row in DATA["printed"]
    for nation in row["nations"]
    for kind in row["kinds"]
    for name, when in row["dates"].items()
]


@pytest.mark.parametrize(("nation", "kind", "poll", "name", "expected"), CASES)
def test_agrees_with_what_was_printed(
    nation: Nation, kind: PollKind, poll: dt.date, name: str, expected: dt.date
) -> None:
    assert timetable(poll, nation, kind).date(name) == expected


@pytest.mark.parametrize("row", DATA["returns"], ids=lambda row: f"{row['poll']}-{row['kind']}-{row['due']}")
def test_the_return_of_expenses_is_due_as_printed(row: dict[str, Any]) -> None:
    found = timetable(row["poll"], row["nation"], row["kind"], declared=row.get("declared"))
    assert found.date(rules.EXPENSES) == row["due"]


COUNTED = (
    ("8 Oct 2020", "scotland", "council", NOTICE, "31 Aug 2020"),
    ("5 May 2022", "scotland", "council", NOTICE, "23 Mar 2022"),
    ("7 Jul 2022", "england", "parish", NOTICE, "31 May 2022"),
    ("7 Jul 2022", "england", "parish", rules.EXPENSES, "4 Aug 2022"),
    ("4 May 2023", "england", "parish", rules.EXPENSES, "1 Jun 2023"),
    ("7 May 2026", "scotland", "scottish-parliament", REGISTER, "20 Apr 2026"),
    ("7 May 2026", "scotland", "scottish-parliament", POSTAL, "21 Apr 2026"),
    ("6 May 2027", "england", "principal", NOTICE, "31 Mar 2027"),
    ("6 May 2027", "england", "principal", NOMINATIONS, "8 Apr 2027"),
    ("6 May 2027", "england", "principal", STATEMENT, "9 Apr 2027"),
    ("6 May 2027", "england", "principal", REGISTER, "19 Apr 2027"),
    ("6 May 2027", "england", "principal", POSTAL, "20 Apr 2027"),
    ("6 May 2027", "england", "principal", PROXY, "27 Apr 2027"),
    ("6 May 2027", "england", "parish", rules.EXPENSES, "3 Jun 2027"),
    ("6 May 2027", "scotland", "council", NOTICE, "24 Mar 2027"),
)  # fmt: skip


@pytest.mark.parametrize(("poll", "nation", "kind", "name", "expected"), COUNTED)
def test_counts_as_before_where_we_have_no_print(
    poll: str, nation: Nation, kind: PollKind, name: str, expected: str
) -> None:
    assert timetable(day(poll), nation, kind).date(name) == day(expected)


def test_a_statement_may_be_published_before_the_last_date() -> None:
    # Stroud printed the statement for Whiteshill on 10 June 2022, the afternoon on which nominations closed.
    last = timetable(day("7 Jul 2022"), "england", "parish").date(STATEMENT)
    assert last == day("13 Jun 2022")


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        # The Electoral Commission's media page of 2023 prints "Tuesday 26 April"; that was a Wednesday.
        (rules.NOTICE_OF_POLL, "26 Apr 2023", "25 Apr 2023"),
        # gmelects.org.uk of 2023 prints "Thursday 13 April" for registration.
        (REGISTER, "13 Apr 2023", "17 Apr 2023"),
    ],
)
def test_two_wrong_prints_are_not_followed(name: str, wrong: str, right: str) -> None:
    found = timetable(day("4 May 2023"), "england", "principal").date(name)
    assert found == day(right)
    assert found != day(wrong)


EARLY: tuple[tuple[str, str, PollKind, str], ...] = (
    ("7 May 2026", "20 Mar 2026", "principal", "Nuneaton and Bedworth"),
    ("7 May 2026", "25 Mar 2026", "principal", "Hart"),
    ("6 May 2021", "19 Mar 2021", "principal", "Stroud district"),
    ("6 May 2021", "19 Mar 2021", "parish", "Stroud parishes"),
    ("6 May 2021", "22 Mar 2021", "combined-authority-mayor", "West Midlands mayor"),
    ("4 May 2023", "24 Mar 2023", "principal", "Greater Manchester"),
)


@pytest.mark.parametrize(("poll", "published", "kind", "where"), EARLY)
def test_a_notice_published_early_starts_the_period_early(
    poll: str, published: str, kind: PollKind, where: str
) -> None:
    found = timetable(day(poll), "england", kind, notice_published=day(published))
    plain = timetable(day(poll), "england", kind)
    assert found.date(rules.PERIOD_STARTS) == day(published)
    assert found.date(NOTICE) == plain.date(NOTICE) == plain.date(rules.PERIOD_STARTS)
    # Candidacy runs from the last date of the law, whenever the notice went out.
    assert found.date(rules.CANDIDATE) == plain.date(rules.CANDIDATE) == plain.date(NOTICE)
    assert in_pre_election_period(day(published), found)
    assert not in_pre_election_period(day(published), plain)


def test_a_notice_printed_early_in_scotland() -> None:
    found = timetable(day("8 Oct 2020"), "scotland", "council", notice_published=day("28 Aug 2020"))
    assert found.date(rules.PERIOD_STARTS) == day("28 Aug 2020")


@pytest.mark.parametrize(
    ("notice", "own", "expected"),
    [
        (None, None, "31 Mar 2027"),
        ("2 Apr 2027", None, "31 Mar 2027"),
        ("22 Mar 2027", None, "22 Mar 2027"),
        (None, "15 Mar 2027", "15 Mar 2027"),
        ("22 Mar 2027", "15 Mar 2027", "15 Mar 2027"),
        ("22 Mar 2027", "10 Apr 2027", "22 Mar 2027"),
    ],
)
def test_the_period_starts_on_the_earliest_of_three_dates(notice: str | None, own: str | None, expected: str) -> None:
    found = timetable(
        day("6 May 2027"),
        "england",
        "principal",
        notice_published=day(notice) if notice else None,
        local_start=day(own) if own else None,
    )
    assert found.date(rules.PERIOD_STARTS) == day(expected)


def test_the_start_for_2024_is_the_one_the_local_government_association_gave() -> None:
    poll = day("2 May 2024")
    assert timetable(poll, "england", "principal").date(rules.PERIOD_STARTS) == day("26 Mar 2024")
    assert timetable(poll, "england", "gla").date(rules.PERIOD_STARTS) == day("19 Mar 2024")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.date(2027, 3, 30), False),
        (dt.date(2027, 3, 31), True),
        (dt.date(2027, 5, 6), True),
        (dt.date(2027, 5, 7), False),
        (dt.datetime(2027, 3, 31, 0, 0), True),
        (dt.datetime(2027, 5, 6, 21, 59), True),
        (dt.datetime(2027, 5, 6, 22, 0), False),
    ],
)
def test_the_period_ends_when_the_poll_closes(moment: dt.date, expected: bool) -> None:
    assert in_pre_election_period(moment, timetable(day("6 May 2027"), "england", "principal")) is expected


def test_a_time_with_a_zone_is_refused() -> None:
    with pytest.raises(BadInput):
        in_pre_election_period(
            dt.datetime(2027, 4, 1, tzinfo=dt.UTC), timetable(day("6 May 2027"), "england", "principal")
        )


@pytest.mark.parametrize(("nation", "kind"), [(n, k) for n in KINDS for k in POLL_KINDS if k not in KINDS[n]])
def test_a_poll_that_a_nation_does_not_hold_is_refused(nation: Nation, kind: PollKind) -> None:
    with pytest.raises(UnknownName) as raised:
        timetable(day("6 May 2027"), nation, kind)
    assert kind in raised.value.what
    assert KINDS[nation][0] in raised.value.remedy


def test_an_unknown_nation_is_refused() -> None:
    with pytest.raises(UnknownName):
        timetable(day("6 May 2027"), "cornwall", "principal")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("nation", "kind", "poll"),
    [
        ("england", "principal", "9 May 2027"),  # Sunday
        ("england", "principal", "8 May 2027"),  # Saturday
        ("wales", "parish", "3 May 2027"),  # bank holiday
        ("england", "parish", "24 Dec 2026"),  # Christmas Eve
        ("england", "parish", "26 Mar 2027"),  # Good Friday
        ("scotland", "council", "30 Nov 2026"),  # St Andrew's Day
        ("northern-ireland", "council", "17 Mar 2027"),  # St Patrick's Day
        ("england", "principal", "10 May 2099"),  # Sunday, beyond the calendar
    ],
)
def test_a_day_on_which_no_poll_is_held_is_refused(nation: Nation, kind: PollKind, poll: str) -> None:
    with pytest.raises(BadInput):
        timetable(day(poll), nation, kind)


@pytest.mark.parametrize(
    "told",
    [
        {"notice_published": day("6 May 2027")},
        {"notice_published": day("20 Mar 2026")},
        {"local_start": day("7 May 2027")},
        {"declared": day("5 May 2027")},
        {"declared": day("7 May 2028")},
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(told: dict[str, dt.date]) -> None:
    with pytest.raises(BadInput):
        timetable(day("6 May 2027"), "england", "principal", **told)


def missing(poll: str, nation: Nation, kind: PollKind) -> dict[str, str]:
    return {entry.name: entry.because for entry in timetable(day(poll), nation, kind).not_computed}


@pytest.mark.parametrize(("nation", "kind"), list(rules.NO_CERTIFICATE.items()), ids=str)
def test_no_certificate_where_no_identification_is_asked_for(nation: tuple[PollKind, Nation], kind: str) -> None:
    assert missing("6 May 2027", nation[1], nation[0])[CERTIFICATE] == kind


def test_no_certificate_before_may_2023() -> None:
    assert "2023-05-04" in missing("5 May 2022", "england", "principal")[CERTIFICATE]


def test_what_is_not_known_is_told_with_its_reason() -> None:
    assert "35" in missing("4 May 2028", "england", "pcc")[rules.EXPENSES]
    assert "declaration" in missing("6 May 2027", "england", "principal")[rules.EXPENSES]
    assert rules.STATEMENT in missing("6 May 2027", "scotland", "council")
    assert rules.ID_CARD in missing("4 Jul 2024", "northern-ireland", "uk-parliament")
    assert rules.CANDIDATE in missing("2 May 2024", "england", "gla")
    assert rules.BY_ELECTION[0] in missing("4 Jul 2024", "england", "uk-parliament")


def test_london_has_two_returns() -> None:
    found = timetable(day("2 May 2024"), "england", "gla", declared=day("4 May 2024"))
    assert found.date(rules.EXPENSES_CONSTITUENCY) == day("10 Jun 2024")
    assert found.date(rules.EXPENSES_LONDON) == day("15 Jul 2024")


@pytest.mark.parametrize(("poll", "reason"), [("3 May 2029", "bank holidays"), ("1 May 2014", "2015")])
def test_outside_the_calendar_and_the_rules_nothing_is_guessed(poll: str, reason: str) -> None:
    found = timetable(day(poll), "england", "principal")
    assert [entry.name for entry in found.dates] == [rules.POLL, rules.PERIOD_ENDS] or found.date(NOTICE) is None
    told = missing(poll, "england", "principal")
    assert reason in told[NOTICE]
    assert {NOTICE, NOMINATIONS, REGISTER, rules.PERIOD_STARTS, rules.CANDIDATE} <= set(told)
    with pytest.raises(BadInput):
        in_pre_election_period(day(poll), found)


def test_a_published_notice_starts_the_period_even_beyond_the_calendar() -> None:
    found = timetable(day("3 May 2029"), "england", "principal", notice_published=day("26 Mar 2029"))
    assert in_pre_election_period(day("1 Apr 2029"), found)


def test_a_return_beyond_the_calendar_is_not_computed() -> None:
    last = coverage()[1]
    poll = last - dt.timedelta(days=14)
    while poll.weekday() != 3:
        poll -= dt.timedelta(days=1)
    found = timetable(poll, "england", "principal", declared=poll)
    assert found.date(rules.EXPENSES) is None
    assert found.date(NOTICE) is not None


def test_dates_are_in_order_and_each_has_reason_and_source() -> None:
    for nation, kinds in KINDS.items():
        for kind in kinds:
            found = timetable(day("6 May 2027"), nation, kind)
            assert [entry.date for entry in found.dates] == sorted(entry.date for entry in found.dates)
            assert len({entry.name for entry in found.dates}) == len(found.dates)
            assert all(entry.because and entry.source for entry in found.dates)
            assert all(entry.because for entry in found.not_computed)
            assert found.calendar.startswith("uk-election-timetables ")


def test_every_correction_is_still_needed() -> None:
    # When the library mends one of these, the correction goes.
    england, ireland = COUNTRIES["england"], COUNTRIES["northern-ireland"]
    commissioner = PoliceAndCrimeCommissionerElection(day("2 May 2024"))
    london = GreaterLondonAssemblyElection(day("2 May 2024"))
    belfast = LocalElection(day("18 May 2023"), ireland)
    general = UKParliamentElection(day("4 Jul 2024"), england)
    winter = UKParliamentElection(day("12 Dec 2019"), england)
    assert commissioner.close_of_nominations != day("5 Apr 2024")
    assert commissioner.sopn_publish_deadline != day("8 Apr 2024")
    assert london.close_of_nominations != day("27 Mar 2024")
    assert london.sopn_publish_deadline != day("2 Apr 2024")
    assert belfast.sopn_publish_deadline != day("24 Apr 2023")
    assert general.sopn_publish_deadline != day("7 Jun 2024")
    assert winter.close_of_nominations != day("14 Nov 2019")
    assert winter.postal_vote_application_deadline != day("26 Nov 2019")
    assert UKParliamentElection(day("12 Dec 2019"), COUNTRIES["scotland"]).registration_deadline != day("26 Nov 2019")
    assert len(rules.CORRECTIONS) == 7


@given(st.dates(dt.date(2017, 3, 1), dt.date(2028, 12, 31)).filter(lambda each: each.weekday() < 5))
def test_the_library_and_our_count_agree_wherever_the_library_is_used(poll: dt.date) -> None:
    for nation, kinds in KINDS.items():
        for kind in kinds:
            try:
                timetable(poll, nation, kind)
            except BadInput:
                continue
            source = _LIBRARY[kind](poll, nation)
            for event in rules.EVENTS.get((kind, nation)) or rules.EVENTS[(kind, None)]:
                if event.given_as is None or corrected(event, nation, kind):
                    continue
                if (kind, event.name, poll) == ("scottish-parliament", POSTAL, dt.date(2021, 5, 6)):
                    continue
                assert getattr(source, event.given_as) == days_before(poll, event.days, nation, event.calendar)


@given(
    st.dates(),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(POLL_KINDS),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_any_input_gives_a_timetable_or_an_error_that_explains_itself(
    poll: dt.date, nation: Nation, kind: PollKind, notice: dt.date | None, declared: dt.date | None
) -> None:
    try:
        found = timetable(poll, nation, kind, notice_published=notice, declared=declared)
    except CllrError as error:
        explained = bool(error.what and error.because and error.remedy)
    else:
        explained = found.date(rules.POLL) == poll
    assert explained
