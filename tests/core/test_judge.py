"""What a policy, the law and the whole catalogue make of one match."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cllr.core import catalogue
from cllr.core.judge import judge
from cllr.core.model import Ask, Context, Draft, Finding, Match, Matches
from cllr.core.policy import Confirmation, Policy, Reading, Statement
from cllr.core.rulebook import EVERYTHING, THE_LAW, of_policy

MARIE = Confirmation("Marie Hale, clerk", dt.date(2026, 3, 1))


def statement(text: str, provision: str, kind: str, *, confidence: float = 1.0, confirmed: bool = True) -> Statement:
    """Return a statement that a person confirmed, or that is only read."""
    return Statement(
        id=text[:8],
        ref=text[:12],
        printed_ref="7.3",
        clause="7",
        text=text,
        kinds=(Reading(kind, 1.0),),
        provisions=(Reading(provision, confidence),),
        confirmed_by=MARIE if confirmed else None,
    )


def policy(*statements: Statement, **more: object) -> Policy:
    """Return a policy of a council of our own."""
    made = Policy(council="Harrowmere", version="1", digest="", statements=statements)
    return replace(made, **more)  # type: ignore[arg-type]


def seen(provision: str, **more: object) -> Matches:
    """Return what look saw: one match on the first word."""
    match = replace(Match(provision, "likely", "Because.", "d", 0, 5), **more)  # type: ignore[arg-type]
    return Matches(Draft("Words of a draft"), Context(), (match,), (), (), (provision,))


def only(matches: Matches, *books: object) -> Finding:
    """Return the one finding there is."""
    (finding,) = judge(matches, *books).findings  # type: ignore[arg-type]
    return finding


def test_weight_comes_from_the_clause_and_the_clause_is_quoted() -> None:
    held = of_policy(policy(statement("Members must not insult anyone.", "respect-and-civility", "prohibition")))
    finding = only(seen("respect-and-civility"), held)
    assert finding.weight == "stop"
    assert finding.clause is not None
    assert finding.clause.confirmed
    assert finding.quote == "Words"
    assert finding.until is not None
    assert finding.until.startswith("Do not post this until")


def test_advice_in_the_policy_advises() -> None:
    held = of_policy(policy(statement("Try to be kind to each other.", "respect-and-civility", "recommendation")))
    finding = only(seen("respect-and-civility"), held)
    assert finding.weight == "advise"
    assert finding.until is None


def test_an_unconfirmed_reading_is_told_as_a_guess_and_never_stops() -> None:
    guess = statement("No rude words.", "respect-and-civility", "prohibition", confidence=0.4, confirmed=False)
    finding = only(seen("respect-and-civility"), of_policy(policy(guess)))
    assert finding.clause is not None
    assert not finding.clause.confirmed
    assert finding.weight == "advise"


def test_what_the_council_set_wins_and_a_setting_beats_the_clause() -> None:
    clause = statement("Use the crest with care.", "logo-use-permission", "recommendation")
    assert only(seen("logo-use-permission"), of_policy(policy(clause))).weight == "advise"
    setting = policy(clause, settings={"logo-use": "forbidden"})
    assert only(seen("logo-use-permission"), of_policy(setting)).weight == "stop"
    own = policy(clause, settings={"logo-use": "forbidden"}, weights={"logo-use-permission": "note"})
    assert only(seen("logo-use-permission"), of_policy(own)).weight == "note"


def test_the_law_holds_under_a_policy_that_is_silent() -> None:
    silent = of_policy(policy(statement("Be kind.", "respect-and-civility", "recommendation")))
    finding = only(seen("false-statement-about-candidate"), silent)
    assert finding.basis == "law"
    assert finding.clause is None
    assert finding.weight == catalogue.provision("false-statement-about-candidate").law_weight


def test_a_rule_of_policies_alone_is_silent_where_the_policy_is() -> None:
    silent = of_policy(policy(statement("Be kind.", "respect-and-civility", "recommendation")))
    assert judge(seen("cllr-title-in-account-name"), silent).findings == ()
    assert judge(seen("cllr-title-in-account-name"), THE_LAW).findings == ()


@pytest.mark.parametrize("name", catalogue.provision_ids())
def test_under_all_everything_found_weighs_at_least_advise(name: str) -> None:
    assert only(seen(name), EVERYTHING).weight in {"stop", "advise"}


def test_a_note_of_a_detector_stays_a_note() -> None:
    assert only(seen("respect-and-civility", only_note=True), EVERYTHING).weight == "note"


def test_what_is_only_possible_does_not_stop_under_a_policy() -> None:
    held = of_policy(policy(statement("Members must not insult anyone.", "respect-and-civility", "prohibition")))
    assert only(seen("respect-and-civility", confidence="possible"), held).weight == "advise"


def test_two_policies_judge_one_look_each_for_itself() -> None:
    strict = of_policy(policy(statement("Members must not insult anyone.", "respect-and-civility", "prohibition")))
    mild = of_policy(policy(statement("Try to be kind.", "respect-and-civility", "recommendation"), council="Other"))
    result = judge(seen("respect-and-civility"), strict, mild)
    assert [(f.policy, f.weight) for f in result.findings] == [("Harrowmere", "stop"), ("Other", "advise")]
    assert result.policies == ("Harrowmere", "Other")


def test_a_question_is_asked_only_where_its_provision_counts_and_never_becomes_a_finding() -> None:
    ask = Ask("predetermination", "will-you-decide", "Because.", "d")
    matches = replace(seen("predetermination"), matches=(), asks=(ask,))
    result = judge(matches, EVERYTHING)
    assert result.findings == ()
    assert [(q.provision, q.id) for q in result.questions] == [("predetermination", "will-you-decide")]
    assert result.questions[0].answers


def test_whom_to_ask_comes_from_the_policy() -> None:
    held = of_policy(policy(settings={"advice-contact-general": ("democratic-services", "communications-team")}))
    assert judge(replace(seen("disrepute"), matches=()), held).ask_whom == (
        "democratic-services",
        "communications-team",
    )
    assert judge(replace(seen("disrepute"), matches=()), THE_LAW).ask_whom == ("monitoring-officer", "clerk")


def test_guidance_is_shown_at_its_moment() -> None:
    held = of_policy(policy(statement("You answer for what you post.", "personal-responsibility", "information")))
    quiet = replace(seen("disrepute"), matches=())
    assert [q.text for q in judge(quiet, held).guidance] == ["You answer for what you post."]
