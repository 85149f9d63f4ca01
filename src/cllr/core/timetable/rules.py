"""The dates of each kind of poll, how far before the poll they lie, and where the library is corrected.

Numbers are counting days before the poll (calendars.py). Sources were read on 25 November 2026, save those that say
"general knowledge". The table `CORRECTIONS` is the whole of what we do otherwise than uk-election-timetables.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cllr.core.model import Nation
    from cllr.core.timetable.calendars import CalendarName
    from cllr.core.timetable.model import PollKind

NOTICE_FIRST = "notice of election, first date"
NOTICE = "notice of election, last date"
PUBLISHED = "notice of election, published"
NOMINATIONS = "nominations close"
AGENT = "election agent appointed"
STATEMENT = "statement of persons nominated"
STATEMENT_LATER = "statement of persons nominated, after objections"
REGISTER = "register to vote"
POSTAL = "postal vote"
PROXY = "proxy vote"
CERTIFICATE = "voter authority certificate"
ID_CARD = "electoral identity card"
NOTICE_OF_POLL = "notice of poll"
POLLING_AGENTS = "polling and counting agents appointed"
LOST_POSTAL = "lost postal vote replaced, first date"
EMERGENCY = "emergency proxy and replacement postal vote"
DISSOLUTION = "dissolution of Parliament"
WRIT = "writ received"
POLL = "poll"
PERIOD_STARTS = "pre-election period starts"
PERIOD_ENDS = "pre-election period ends"
CANDIDATE = "candidacy begins, earliest date"
REGULATED = "regulated spending period begins, earliest date"
EXPENSES = "expenses return"
EXPENSES_CONSTITUENCY = "expenses return, constituency members"
EXPENSES_LONDON = "expenses return, Mayor and London-wide members"

KINDS: dict[Nation, tuple[PollKind, ...]] = {
    "england": ("principal", "parish", "local-mayor", "combined-authority-mayor", "pcc", "gla", "uk-parliament"),
    "wales": ("principal", "parish", "pcc", "senedd", "uk-parliament"),
    "scotland": ("council", "scottish-parliament", "uk-parliament"),
    "northern-ireland": ("council", "uk-parliament"),
}
"""Which polls a nation has. Councils of Wales have no elected mayors; London has no police commissioner."""

RULES_SINCE: dict[PollKind, int] = {
    "principal": 2015,
    "parish": 2015,
    "local-mayor": 2015,
    "combined-authority-mayor": 2017,
    "pcc": 2015,
    "gla": 2016,
    "council": 2017,
    "senedd": 2016,
    "scottish-parliament": 2016,
    "uk-parliament": 2015,
}
"""The first year of polls for which the numbers below hold; earlier law had others."""

CERTIFICATE_SINCE = dt.date(2023, 5, 4)
"""The first poll at which voters in Great Britain showed photographic identification (general knowledge)."""

_EC = "https://www.electoralcommission.org.uk"
_LEG = "https://www.legislation.gov.uk"

INSTRUMENT: dict[PollKind, str] = {
    "principal": f"Local Elections (Principal Areas) Rules 2006, amended 2014, {_LEG}/uksi/2014/494/made",
    "parish": f"Local Elections (Parishes and Communities) Rules 2006, amended 2014, {_LEG}/uksi/2014/492/made",
    "local-mayor": f"Local Authorities (Mayoral Elections) Regulations 2007, amended 2014, {_LEG}/uksi/2014/370/made",
    "combined-authority-mayor": f"Combined Authorities (Mayoral Elections) Order 2017, {_LEG}/uksi/2017/67/made",
    "pcc": f"Police and Crime Commissioner Elections Order 2012, amended 2014, {_LEG}/uksi/2014/921/made",
    "gla": f"Greater London Authority Elections Rules 2007, amended 2016, {_LEG}/uksi/2016/24/made",
    "council": f"Scottish Local Government Elections Order 2011, {_LEG}/ssi/2011/399/made",
    "senedd": f"Electoral Commission, Senedd elections, {_EC}/guidance-candidates-and-agents-senedd-elections",
    "scottish-parliament": f"Scottish Parliament (Elections etc.) Order 2015, Schedule 2, {_LEG}/ssi/2015/425",
    "uk-parliament": f"Representation of the People Act 1983, Schedule 1, {_LEG}/ukpga/1983/2/schedule/1",
}
NI_COUNCIL = f"Local Elections (Northern Ireland) Order 2010, {_LEG}/uksi/2010/2977/schedule/1/part/4/made"
_ABSENT = f"Representation of the People Regulations 2001, part IV, {_LEG}/uksi/2001/341/part/IV"
_ABSENT_NI = (
    f"Representation of the People (Northern Ireland) Regulations 2008, {_LEG}/uksi/2008/1741/regulation/61/made"
)
_REGISTERING = f"Electoral Commission, background note on registration, {_EC}/media/2457"
_CERTIFICATES = f"Voter Identification Regulations 2022, {_LEG}/uksi/2022/1382/made"
_EC_ENGLAND = f"Electoral Commission timetable for England, as printed by southend.gov.uk for 6 May 2021, {_EC}"
_EC_NI = f"Electoral Commission, council elections 18 May 2023, {_EC}/local-council-elections-northern-ireland"
_EC_GLA = f"Electoral Commission, London elections 2 May 2024, {_EC}/cy/node/30494"
_EC_PCC = f"Electoral Commission, commissioner elections 2 May 2024, {_EC}/news-and-views/media-centre"
_CNES = "Comhairle nan Eilean Siar, timetable for 6 May 2021, https://cne-siar.gov.uk"
_DUMFRIES = "Dumfries and Galloway Council, timetable for 5 May 2022, https://dumgal.gov.uk/article/24339"
_COMMONS = "Commons Library, https://commonslibrary.parliament.uk/what-is-the-timetable-of-general-election-2019/"
_UKPGE_2024 = (
    "Commons Library, https://commonslibrary.parliament.uk/timetable-for-the-2024-general-election; "
    "copy of the Electoral Commission's timetable, https://www.markpack.org.uk/172881"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A date counted back from the poll. `given_as` names the property of the library that gives it, if one does."""

    name: str
    days: int
    by: str
    """The hour, or how the day is meant."""
    source: str
    given_as: str | None = None
    calendar: CalendarName = "nation"


def _voters(source: str = _ABSENT, *, calendar: CalendarName = "nation") -> tuple[Event, ...]:
    """Return what voters in Great Britain have to do, by when."""
    registering: CalendarName = "england" if calendar == "any-part" else "nation"
    return (
        Event(REGISTER, 12, "by midnight", _REGISTERING, "registration_deadline", registering),
        Event(POSTAL, 11, "by 5pm", source, "postal_vote_application_deadline", calendar),
        Event(PROXY, 6, "by 5pm", source, calendar=calendar),
        Event(CERTIFICATE, 6, "by 5pm", _CERTIFICATES, "vac_application_deadline", calendar),
        Event(LOST_POSTAL, 4, "not before this day", source, calendar=calendar),
        Event(EMERGENCY, 0, "by 5pm on the day of the poll", source),
    )


def _local(kind: PollKind, *, agent: bool = True) -> tuple[Event, ...]:
    """Return the dates of a local poll of England and Wales."""
    rules = INSTRUMENT[kind]
    agents = (Event(AGENT, 19, "by 4pm", _EC_ENGLAND),) if agent else ()
    return (
        Event(NOTICE, 25, "not later than this day", rules, "notice_of_election_deadline"),
        Event(NOMINATIONS, 19, "by 4pm, withdrawals too", rules, "close_of_nominations"),
        *agents,
        Event(STATEMENT, 18, "by 4pm", rules, "sopn_publish_deadline"),
        Event(NOTICE_OF_POLL, 6, "not later than this day", rules),
        Event(POLLING_AGENTS, 5, "not later than this day", _EC_ENGLAND),
        *_voters(),
    )


_SCOTTISH: CalendarName = "nation-and-easter-monday"
_ANY: CalendarName = "any-part"
_UK = INSTRUMENT["uk-parliament"]
_SP = INSTRUMENT["scottish-parliament"]
_SENEDD = INSTRUMENT["senedd"]
_SCOTTISH_COUNCIL = INSTRUMENT["council"]

_PARLIAMENT = (
    Event(DISSOLUTION, 25, "just after midnight", _COMMONS, calendar=_ANY),
    Event(WRIT, 24, "usually on this day", _UKPGE_2024, calendar=_ANY),
    Event(NOTICE, 22, "by 4pm", _UK, "notice_of_election_deadline", _ANY),
    Event(NOMINATIONS, 19, "by 4pm, withdrawals too", _UK, "close_of_nominations", _ANY),
    Event(AGENT, 19, "by 4pm", _UKPGE_2024, calendar=_ANY),
    Event(
        STATEMENT, 19, "by 5pm, where nobody objected; with the notice of poll", _UK, "sopn_publish_deadline", _ANY
    ),
    Event(STATEMENT_LATER, 18, "by 4pm, where somebody objected", _UKPGE_2024, calendar=_ANY),
)
_NI_VOTERS = (Event(POSTAL, 14, "by 5pm", _ABSENT_NI, "postal_vote_application_deadline"),)

EVENTS: dict[tuple[PollKind, Nation | None], tuple[Event, ...]] = {
    ("principal", None): _local("principal"),
    ("parish", None): _local("parish", agent=False),
    ("local-mayor", None): _local("local-mayor"),
    ("combined-authority-mayor", None): _local("combined-authority-mayor"),
    ("pcc", None): _local("pcc"),
    ("gla", None): (
        Event(NOTICE, 30, "not later than this day", INSTRUMENT["gla"], "notice_of_election_deadline"),
        Event(NOMINATIONS, 24, "by 4pm, withdrawals too", _EC_GLA, "close_of_nominations"),
        Event(AGENT, 24, "by 4pm", _EC_GLA),
        Event(STATEMENT, 22, "by 4pm", INSTRUMENT["gla"], "sopn_publish_deadline"),
        Event(NOTICE_OF_POLL, 6, "not later than this day", INSTRUMENT["gla"]),
        Event(POLLING_AGENTS, 5, "not later than this day", _EC_ENGLAND),
        *_voters(),
    ),
    ("senedd", None): (
        Event(NOTICE, 25, "not later than this day", _SENEDD, "notice_of_election_deadline"),
        Event(NOMINATIONS, 19, "by 4pm, withdrawals too", _SENEDD, "close_of_nominations"),
        Event(AGENT, 19, "by 4pm", _SENEDD),
        Event(STATEMENT, 18, "by 4pm, with the notice of poll", _SENEDD, "sopn_publish_deadline"),
        Event(NOTICE_OF_POLL, 18, "by 4pm, with the statement of persons nominated", _SENEDD),
        Event(POLLING_AGENTS, 5, "not later than this day", _SENEDD),
        *_voters(),
    ),
    ("council", "scotland"): (
        Event(NOTICE_FIRST, 35, "not earlier than this day", _SCOTTISH_COUNCIL, calendar=_SCOTTISH),
        Event(NOTICE, 28, "not later than this day", _SCOTTISH_COUNCIL, "notice_of_election_deadline", _SCOTTISH),
        Event(NOMINATIONS, 23, "by 4pm, withdrawals too", _SCOTTISH_COUNCIL, "close_of_nominations", _SCOTTISH),
        Event(AGENT, 23, "by 4pm", _DUMFRIES, calendar=_SCOTTISH),
        Event(POLLING_AGENTS, 5, "not later than this day", _DUMFRIES, calendar=_SCOTTISH),
        *_voters(_DUMFRIES),
    ),
    ("council", "northern-ireland"): (
        Event(NOTICE, 25, "not later than this day", NI_COUNCIL, "notice_of_election_deadline"),
        Event(NOMINATIONS, 16, "by 1pm, withdrawals too", NI_COUNCIL, "close_of_nominations"),
        Event(STATEMENT, 16, "by 6pm, where nobody objected", _EC_NI, "sopn_publish_deadline"),
        Event(REGISTER, 12, "by midnight", _EC_NI, "registration_deadline"),
        *_NI_VOTERS,
        Event(PROXY, 14, "by 5pm", _ABSENT_NI),
        Event(ID_CARD, 8, "by the end of this day", _EC_NI),
    ),
    ("scottish-parliament", None): (
        Event(NOTICE_FIRST, 35, "not earlier than this day", _SP, calendar=_SCOTTISH),
        Event(NOTICE, 28, "not later than this day", _SP, "notice_of_election_deadline", _SCOTTISH),
        Event(NOMINATIONS, 23, "by 4pm, withdrawals too", _SP, "close_of_nominations", _SCOTTISH),
        Event(AGENT, 23, "by 4pm", _CNES, calendar=_SCOTTISH),
        Event(STATEMENT, 22, "at the latest; sooner where nobody objected", _SP, "sopn_publish_deadline", _SCOTTISH),
        *_voters(_CNES),
    ),
    ("uk-parliament", None): (
        *_PARLIAMENT,
        Event(POLLING_AGENTS, 5, "not later than this day", _UKPGE_2024, calendar=_ANY),
        *_voters(calendar=_ANY),
    ),
    ("uk-parliament", "northern-ireland"): (
        *_PARLIAMENT,
        Event(REGISTER, 12, "by midnight", _REGISTERING, "registration_deadline", "england"),
        Event(POSTAL, 14, "by 5pm", _ABSENT_NI, "postal_vote_application_deadline", _ANY),
        Event(PROXY, 14, "by 5pm", _ABSENT_NI, calendar=_ANY),
    ),
}  # fmt: skip
"""The dates of each kind of poll; a nation of its own where it differs."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a date of the library is not used, and why. Without a name: every date of that kind of poll."""

    kind: PollKind
    nation: Nation | None
    name: str | None
    because: str
    seen: str


CORRECTIONS: tuple[Correction, ...] = (
    Correction(
        "pcc",
        None,
        NOMINATIONS,
        "the library counts 18 days; the printed timetables count 19",
        f"{_EC_PCC} (5 April 2024); returning officer's briefing for 5 May 2016 (7 April)",
    ),
    Correction(
        "pcc",
        None,
        STATEMENT,
        "the library counts one day from its close of nominations and arrives at 17; printed is 18",
        f"{_EC_PCC} (8 April 2024)",
    ),
    Correction(
        "gla",
        None,
        NOMINATIONS,
        "the library's 22 days are those of the statement of persons nominated; nominations close at 24",
        f"{_EC_GLA} (27 March 2024)",
    ),
    Correction(
        "gla",
        None,
        STATEMENT,
        "the library counts one day from its close of nominations and arrives at 21; printed is 22",
        f"{_EC_GLA} (2 April 2024)",
    ),
    Correction(
        "council",
        "northern-ireland",
        STATEMENT,
        "the library counts one day from the close of nominations; the statement is due the same evening",
        f"{_EC_NI} (24 April 2023, 6pm)",
    ),
    Correction(
        "uk-parliament",
        None,
        STATEMENT,
        "the library counts one day from the close of nominations; without objections it is due the same day",
        _UKPGE_2024,
    ),
    Correction(
        "uk-parliament",
        None,
        None,
        "a bank holiday in any part of the United Kingdom is left out for the whole of it, the library knows one "
        "nation at a time; only registration is counted with the holidays of England and Wales, also in Scotland",
        f"{_COMMONS}; for registration the printed 26 November 2019, also in Renfrewshire and Northern Ireland",
    ),
)  # fmt: skip
"""Every place where we do otherwise than the library, with what was seen printed.

The library's rule for Easter Monday in Scotland (not counted for notice and nominations, counted for registration
and absent votes) agrees with the printed 23 March, 30 March and 18 April 2022 and needs no correction.
"""

NO_CERTIFICATE: dict[tuple[PollKind, Nation], str] = {
    ("principal", "wales"): "no photographic identification is asked for at council elections in Wales",
    ("parish", "wales"): "no photographic identification is asked for at community elections in Wales",
    ("senedd", "wales"): "no photographic identification is asked for at Senedd elections",
    ("council", "scotland"): "no photographic identification is asked for at council elections in Scotland",
    (
        "scottish-parliament",
        "scotland",
    ): "no photographic identification is asked for at Scottish Parliament elections",
}
"""Polls of Great Britain at which a voter authority certificate is not needed; the library gives a date even so."""

NOT_KNOWN: dict[tuple[PollKind, Nation], tuple[tuple[str, str], ...]] = {
    ("council", "scotland"): (
        (STATEMENT, "it is part of the notice of poll, which has no fixed day"),
        (NOTICE_OF_POLL, "it follows as soon as practicable after withdrawals close; the law names no day"),
    ),
    ("council", "northern-ireland"): (
        (AGENT, "we have seen no printed day for it"),
        (NOTICE_OF_POLL, "we have seen no printed day for it"),
        (POLLING_AGENTS, "we have seen no printed day for it"),
    ),
    ("uk-parliament", "northern-ireland"): (
        (ID_CARD, "we have seen no printed day for it at a general election"),
        (POLLING_AGENTS, "we have seen no printed day for it in Northern Ireland"),
    ),
    ("scottish-parliament", "scotland"): ((POLLING_AGENTS, "we have seen no printed day for it"),),
}
"""Dates that others may look for and that we do not give."""

BY_ELECTION = (
    "by-election to the United Kingdom Parliament",
    "its timetable runs from the writ, which may come on different days; this is the timetable of a general election",
)

_CANDIDATE_LOCAL = f"Representation of the People Act 1983, section 118A(3), {_LEG}/ukpga/1983/2/section/118A"
_EC_PCC_CANDIDATE = (
    f"Electoral Commission, {_EC}/guidance-candidates-and-agents-police-and-crime-commissioner-elections/"
    "candidate-spending/when-do-candidate-spending-laws-apply"
)
CANDIDATE_FROM: dict[PollKind, tuple[str, str]] = {
    "principal": (NOTICE, _CANDIDATE_LOCAL),
    "parish": (NOTICE, _CANDIDATE_LOCAL),
    "local-mayor": (NOTICE, "ALDC, Into the regulated period, https://www.aldc.org/2023/03/"),
    "combined-authority-mayor": (NOTICE, "ALDC, Into the regulated period, https://www.aldc.org/2023/03/"),
    "pcc": (
        NOTICE,
        _EC_PCC_CANDIDATE,
    ),
    "council": (NOTICE, f"{_CANDIDATE_LOCAL}; for Northern Ireland {_EC_NI}"),
    "uk-parliament": (
        DISSOLUTION,
        f"Representation of the People Act 1983, section 118A(2), {_LEG}/ukpga/1983/2/section/118A",
    ),
}
"""The date of the timetable on which somebody can become a candidate at the earliest, and the source."""


@dataclass(frozen=True, slots=True)
class ReturnDue:
    """When a return of expenses is due: calendar days after the poll or after the declaration of the result."""

    name: str
    days: int
    after: Literal["poll", "declared"]
    source: str


_RPA_81 = f"Representation of the People Act 1983, sections 81 and 119, {_LEG}/ukpga/1983/2/section/81"
_EC_SENEDD_RETURN = (
    f"Electoral Commission, by-election of 6 February 2018 in Alyn and Deeside, {_EC}/i-am-a/candidate-or-agent/"
    "national-assembly-wales-elections"
)
RETURNS: dict[PollKind, tuple[ReturnDue, ...]] = {
    "principal": (ReturnDue(EXPENSES, 35, "declared", _RPA_81),),
    "parish": (
        ReturnDue(
            EXPENSES,
            28,
            "poll",
            f"Electoral Commission, parish returns, {_EC}/node/28765; Newport City Council's print for 5 May 2022",
        ),
    ),
    "local-mayor": (
        ReturnDue(EXPENSES, 35, "declared", "ALDC, timetable for 2 May 2024, https://www.aldc.org/2024/01/"),
    ),
    "gla": (
        ReturnDue(EXPENSES_CONSTITUENCY, 35, "declared", _EC_GLA),
        ReturnDue(EXPENSES_LONDON, 70, "declared", _EC_GLA),
    ),
    "council": (ReturnDue(EXPENSES, 35, "declared", f"{_RPA_81}; for Northern Ireland {_EC_NI}"),),
    "senedd": (ReturnDue(EXPENSES, 35, "declared", _EC_SENEDD_RETURN),),
    "scottish-parliament": (
        ReturnDue(
            EXPENSES,
            35,
            "declared",
            f"{_EC}/scottish-parliamentary-election-2026-party-spending/party-spending-and-candidate-spending",
        ),
    ),
    "uk-parliament": (ReturnDue(EXPENSES, 35, "declared", _RPA_81),),
}  # fmt: skip

RETURN_NOT_KNOWN = (
    "our sources disagree: 35 calendar days after the declaration in one, 70 in others. Ask the returning officer, "
    "and keep to the earlier day until you know"
)
"""For commissioners and combined authority mayors."""

PUBLICITY = (
    "Local Government Act 1986, section 2, and the publicity code; Local Government Association, "
    "https://www.local.gov.uk/short-guide-publicity-during-pre-election-period"
)
PUBLICITY_NOTE: dict[Nation, str] = {
    "england": "",
    "wales": "; Wales has a publicity code of its own",
    "scotland": "; Scotland has a publicity code of its own",
    "northern-ireland": "; the publicity code of England does not reach Northern Ireland, so this is a convention",
}
