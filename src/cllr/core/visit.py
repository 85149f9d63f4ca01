"""A check for a visitor: the one way in for every page, whoever stands behind it later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cllr.core.access import ANYONE, Actor, decide
from cllr.core.check import check
from cllr.core.errors import CllrError
from cllr.core.model import CheckResult, Context, Draft
from cllr.core.rulebook import EVERYTHING, Rulebook

if TYPE_CHECKING:
    import datetime as dt


class NotAllowed(CllrError):
    """The visitor may not do this."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a check, what they told us around the draft, and by which policies they want it judged."""

    actor: Actor = ANYONE
    context: Context = field(default_factory=Context)
    books: tuple[Rulebook, ...] = (EVERYTHING,)


def check_for(visitor: Visitor, draft: Draft, at: dt.datetime) -> CheckResult:
    """Return the answer to a visitor's draft at a moment (local time of the council).

    What the visitor did not say about the date is taken from the moment, and told as such. NotAllowed with the
    reason where no rule allows it.
    """
    decision = decide(visitor.actor, "check", draft.kind)
    if not decision.allowed:
        raise NotAllowed("this check", because=decision.because, remedy="Ask whoever runs this installation")
    return check(draft, _dated(visitor.context, at), *visitor.books)


def _dated(context: Context, at: dt.datetime) -> Context:
    on = context.on or at.date()
    # The hour says something about a draft for today only.
    hour = context.local_time or (at.time().replace(microsecond=0) if on == at.date() else None)
    clock = "the clock of this installation"
    sources = dict(context.sources)
    if context.on is None:
        sources["on"] = clock
    if context.local_time is None and hour is not None:
        sources["local_time"] = clock
    return replace(context, on=on, local_time=hour, sources=sources)
