"""Statements that work by being shown: the answer to a draft at their moment holds their words.

The page shows every statement that the answer holds (tests/web); a statement whose moment is no check (a complaint, a
meeting, a register) stands as not yet.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string

from cllr.core.check import check
from cllr.core.judge import CLOSING
from cllr.core.model import Draft
from cllr.core.wire import read_kind
from cllr.web import showing
from cllr.web.forms import CheckForm
from tests.statements.carrying import Case, bare, statement

if TYPE_CHECKING:
    from cllr.core.model import CheckResult

QUIET = "The library is open late on Thursday."


def page(result: CheckResult) -> str:
    """Return the answer page."""
    return render_to_string(
        "cllr/answer.html", {**showing.answer(Draft(QUIET), result), "form": CheckForm(), "closing": CLOSING}
    )


def assert_shown(case: Case, kind: str = "post") -> None:
    """Assert that the answer at this moment and its page hold the statement, and that another policy's does not."""
    result = case.check(QUIET, kind)
    assert case.shown(result)
    assert bare(case.text) in bare(unescape(page(result)))


@statement("thurrock", "1 sentence 1 (a)", "2 sentence 1", "2 sentence 3 (a)")
@statement("guidance-faq", "Introduction / 1 (a)", "Introduction / 2 (a)")
@statement("essex", "Introduction / 2 (a)")
@statement("parish", "Introduction / 1 (a)")
def test_purpose(case: Case) -> None:
    assert_shown(case)


@statement("thurrock", "2 sentence 2")
@statement("borough-numbered", "2.1", *(f"2.1.{n}" for n in range(1, 9)))
@statement("essex", "Introduction / 1", "Other issues / 2")
@statement("parish", "Using social media / 1")
def test_benefits_and_risks(case: Case) -> None:
    assert_shown(case)


@statement(
    "borough-numbered",
    "Appendix 1 sentence 1 (a)",
    "Appendix 1: Facebook sentence 1",
    "Appendix 1: Blogs sentence 1",
    "Appendix 1: Blogs sentence 2",
    "Appendix 1: Twitter sentence 4",
    "Appendix 1: YouTube",
)
@statement(
    "essex",
    "Appendix A: Social Networks / 1",
    "Appendix A: Social Networks / 2",
    "Appendix A: Professional Networks / 1",
    "Appendix A: Professional Networks / 2",
    "Appendix A: Professional Networks / 3",
    "Appendix A: Blogs / 1",
    "Appendix A: Blogs / 2",
    "Appendix A: Wikis / 1",
    "Appendix A: Forums / 1",
    "Appendix A: Content Communities / 1",
    "Appendix A: Microblogging/Vlogging / 2",
    "Appendix A: Mobile Messaging Applications / 3",
    "Appendix A: Mobile photo-sharing / 1 (a)",
)
def test_platforms_in_the_policy_s_words(case: Case) -> None:
    assert_shown(case)


@statement("borough-numbered", "8.4 sentence 1 (a)", "8.4 sentence 2 (a)")
@statement("guidance-faq", "What to bear in mind / 4 (c)")
def test_permanence(case: Case) -> None:
    assert_shown(case)


@statement("guidance-faq", "What to bear in mind / 2", "FAQ 1 question", "FAQ 3 (d)")
@statement("essex", "Other issues / 4 (a)")
def test_beside_the_draft(case: Case) -> None:
    assert_shown(case, "reply")


def test_a_policy_without_guidance_shows_none() -> None:

    result = check(Draft(QUIET))
    assert result.guidance == ()
    assert "What your policy says at this moment" not in page(result)


@pytest.mark.parametrize("kind", ["post", "reply", "profile"])
def test_every_answer_ends_with_what_it_is_not(kind: str) -> None:

    result = check(Draft(QUIET, read_kind(kind)[0]))
    assert "Nothing found is not clearance" in page(result)
