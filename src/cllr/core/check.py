"""Check drafts: look, then judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.judge import judge
from cllr.core.look import look
from cllr.core.model import CheckResult, Context, Draft
from cllr.core.rulebook import EVERYTHING, Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOTHING = Context()


def check(draft: Draft, context: Context = _NOTHING, *books: Rulebook) -> CheckResult:
    """Return the whole answer about one draft; under every provision where no rulebook is given."""
    return judge(look(draft, context), *(books or (EVERYTHING,)))


def check_many(
    drafts: Iterable[tuple[Draft, Context]], *books: Rulebook, backed: bool = True
) -> Iterator[CheckResult]:
    """Check drafts one after another; what is compiled once serves them all.

    `backed`: whether the trained model backs the rules (`look`).
    """
    held = books or (EVERYTHING,)
    for draft, context in drafts:
        yield judge(look(draft, context, backed=backed), *held)
