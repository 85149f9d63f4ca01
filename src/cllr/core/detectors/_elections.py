"""What the detectors of elections ask in common: where a draft stands to a poll, and whose plea it is.

The pre-election period is computed by `core.timetable` where nation and kind of the poll are known. Where they are
not, it is taken to begin on the 25th working day before the poll, the last day for the notice of an ordinary local
election in England (Local Elections (Principal Areas) (England and Wales) Rules 2006, Schedule 3), and the finding
says so. Councils may begin earlier; their own calendar decides.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cllr.core.detectors._voice import others_words
from cllr.core.lexicon import Hit
from cllr.core.people import capitals

if TYPE_CHECKING:
    import datetime as dt

    from cllr.core.model import Context, Nation
    from cllr.core.scene import Scene

NOTICE_DAYS = 25
"""Working days from the last day for the notice of election to the poll, local elections in England."""
HOLIDAYS_UNKNOWN = 3
"""Days added where the bank holidays of a year are not published yet (Good Friday, Easter Monday, early May)."""
COUNCIL_PAGE_DAYS = 75
"""Days before a poll within which a council asks itself which of its pages are to rest."""

UNKNOWN_DAY = "A poll is near; on which day you post is not known."
BY_RULE = (
    "The nation or the kind of the poll is not known, so the period was counted as for an ordinary local election "
    "in England: 25 working days before the poll."
)


class Standing(NamedTuple):
    """Where a draft stands to the poll of its context. None means that it cannot be told."""

    before_close: bool | None
    """Whether the day of posting is not later than the poll."""
    in_period: bool | None
    days: int | None
    """Days from posting to the poll, negative after it."""
    note: str
    """What was assumed, as a sentence; empty where nothing was."""


NOWHERE = Standing(None, None, None, "")


def standing(context: Context) -> Standing:
    """Return where the day of posting stands to the poll; `NOWHERE` where no poll is known."""
    election = context.election
    if election is None:
        return NOWHERE
    if context.on is None:
        return Standing(None, None, None, UNKNOWN_DAY)
    start, note = _period_start(election.poll, election.nation or context.nation, election.kind)
    return Standing(
        context.on <= election.poll,
        start <= context.on <= election.poll,
        (election.poll - context.on).days,
        note,
    )


@lru_cache(128)
def _period_start(poll: dt.date, nation: Nation | None, kind: str | None) -> tuple[dt.date, str]:
    """Return the first day of the pre-election period and what was assumed."""
    # The libraries behind it take a tenth of a second to load: only drafts near a poll wait for them.
    from cllr.core.errors import CllrError  # noqa: PLC0415  see above
    from cllr.core.timetable import POLL_KINDS, timetable  # noqa: PLC0415  see above
    from cllr.core.timetable.calendars import coverage, days_before  # noqa: PLC0415  see above
    from cllr.core.timetable.rules import PERIOD_STARTS  # noqa: PLC0415  see above

    if nation is not None and kind in POLL_KINDS:
        try:
            start = timetable(poll, nation, kind).date(PERIOD_STARTS)
        except CllrError:
            start = None
        if start is not None:
            return start, ""
    days = NOTICE_DAYS if poll <= coverage()[1] else NOTICE_DAYS + HOLIDAYS_UNKNOWN
    return days_before(poll, days, nation or "england"), BY_RULE


def stands(context: Context) -> bool:
    """Say whether the author is known to stand in the election."""
    election = context.election
    return context.role == "candidate" or (election is not None and election.candidate is True)


# "Vote early", "vote on Thursday": words after "vote" that are no name though they may have a capital.
_NO_CANDIDATE = frozenset(
    [
        "on",
        "in",
        "at",
        "early",
        "often",
        "by",
        "from",
        "with",
        "yes",
        "no",
        "now",
        "today",
        "tomorrow",
        "for",
        "the",
        "this",
        "that",
        "it",
        "them",
        "down",
        "against",
        "leave",
        "remain",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "may",
        "june",
        "to",
        "and",
        "or",
        "is",
        "was",
        "will",
        "here",
        "count",
        "counts",
        "matters",
        "please",
        "twice",
        "safely",
        "tactically",
        "counted",
        "you",
        "we",
        "they",
        "he",
        "she",
        "i",
        "if",
        "when",
        "before",
        "after",
    ]
)


def pleas(scene: Scene) -> list[Hit]:
    """Return plain pleas for votes that are the author's own, in the order of the text."""
    found = [h for h in scene.hits("plea-for-vote") if not others_words(scene, h)]
    found += [h for h in _vote_for_name(scene) if not scene.quoted(h)]
    found = [h for h in found if not scene.has_near(h, "no-election", sentences=1)]
    return sorted(found, key=lambda hit: hit.first)


def hints(scene: Scene) -> list[Hit]:
    """Return veiled pleas (pencils, places on a paper, a Thursday) that are the author's own."""
    return [
        h
        for h in scene.hits("plea-oblique")
        if not others_words(scene, h) and not scene.has_near(h, "no-election", sentences=1)
    ]


def _vote_for_name(scene: Scene) -> list[Hit]:
    """Return "Vote Zaynab", "vote for Bekele": a name that no list of names holds, told by its capital."""
    words = scene.words
    at = [hit.last - 1 for hit in scene.hits("vote-word")]
    if not at:
        return []
    upper = capitals(scene.view)
    if all(upper):
        return []
    found = []
    for index in at:
        end = scene.sentences[scene.view.of_sentence[index]].last
        last = index + 1
        if last < end and words[last] == "for":
            last += 1
        if last < end and upper[last] and words[last].isalpha() and words[last] not in _NO_CANDIDATE:
            previous = words[index - 1] if index else ""
            if previous in {"", "please", "so", "and", "just", "then", "to", "day"} or upper[index]:
                found.append(Hit("plea-for-vote", index, last + 1))
    return found
