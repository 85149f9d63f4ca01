"""Clauses and statements: every sentence once, whole, in order, with the number the document prints."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tools import render_policies

from cllr.core.clauses import identity, sentences
from cllr.core.errors import CllrError
from tests.core.own_policies import OWN, as_it_is, letters, numbered, numbers, shown, whole
from tests.core.test_documents_refused import POLICY_LIKE, SOME_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from cllr.core.policy import Statement

FOUNDING = ("borough-numbered", "essex", "guidance-faq", "parish", "thurrock")


def of(text: str) -> list[Statement]:
    """Return the statements of a plain text."""
    return list(whole(text.encode(), "policy.txt")[1])


# --- our policies -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OWN)
def test_the_statements_are_the_sentences_in_order_and_nothing_else(name: str) -> None:
    assert [s.text for s in as_it_is(name)[1]] == [row.text for row in OWN[name].rows]


@pytest.mark.parametrize("name", OWN)
def test_each_statement_has_the_number_that_is_printed(name: str) -> None:
    lines = (OWN[name].path.parent / f"{name}.truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = [json.loads(line)["printed_ref"] for line in lines]
    assert [s.printed_ref for s in as_it_is(name)[1]] == truth


@pytest.mark.parametrize("name", OWN)
def test_references_and_identities_are_each_given_once(name: str) -> None:
    held = as_it_is(name)[1]
    assert max(Counter(s.ref for s in held).values()) == 1
    assert max(Counter(s.id for s in held).values()) == 1


@pytest.mark.parametrize("name", [name for name in OWN if OWN[name].path.suffix != ".html"])
def test_every_letter_of_a_text_is_in_one_statement_or_in_the_remainder(name: str) -> None:
    held = as_it_is(name)
    assert shown(held) + numbers(held) == letters(OWN[name].text)


def test_a_lead_in_is_a_statement_and_the_intro_of_its_items() -> None:
    held = {s.ref: s for s in as_it_is("marlshire-county")[1]}
    lead = "Where a profile shows that its holder is a councillor, it must:"
    assert held["2.2"].text == lead
    assert held["2.2"].intro is None
    assert held["2.2(a)"].intro == lead
    assert held["2.2(c)(ii)"].intro == f"{lead} not carry the County's crest, unless:"
    assert held["2.3 sentence 1"].intro is None


def test_a_statement_knows_its_clause_and_its_heading() -> None:
    held = {s.ref: s for s in as_it_is("marlshire-county")[1]}
    assert held["3.4 sentence 2"].clause == "3.4"
    assert held["3.4 sentence 2"].heading == "What members publish"


def test_without_numbers_the_heading_and_a_count_are_the_reference() -> None:
    refs = [s.ref for s in as_it_is("little-hatherby-parish")[1]]
    heading = "Social media: what we ask of members and the Clerk"
    assert refs[:2] == [f"{heading} / 1", f"{heading} / 2"]
    assert refs[6:9] == [f"{heading} / bullet {count}" for count in (1, 2, 3)]
    assert refs[9] == f"{heading} / 7"


def test_a_question_and_its_answer_are_one_clause_in_the_order_of_the_page() -> None:
    held = [s for s in as_it_is("wexley-borough")[1] if s.printed_ref == "3"]
    assert held[0].text.startswith("3. Somebody has left a nasty comment")
    assert [s.ref.removeprefix("Common questions / question 3 ") for s in held] == [
        "sentence 1",
        "sentence 2",
        "/ bullet 1",
        "/ bullet 2",
        "/ bullet 3",
        "/ bullet 4",
        "sentence 3",
    ]


def test_what_is_no_statement_is_shown_with_its_reason() -> None:
    remainder = as_it_is("marlshire-county")[2]
    reasons = Counter(part.because for part in remainder)
    assert reasons == {
        "running head or foot": 3,
        "page number": 3,
        "title": 2,
        "contents list": 8,
        "heading": 7,
    }
    assert next(part.text for part in remainder if part.because == "heading") == "1 Scope and purpose"


# --- the founding policies ----------------------------------------------------------------------------------


@pytest.mark.seeds
@pytest.mark.parametrize("name", FOUNDING)
def test_the_founding_policies_are_read_sentence_by_sentence(name: str, seeds: Path) -> None:
    rows = render_policies.truth_of((seeds / "clauses.jsonl").read_text(encoding="utf-8").splitlines(), name)
    data = (seeds / f"{name}.txt").read_bytes()
    held = whole(data, f"{name}.txt")
    assert [" ".join(s.text.split()) for s in held[1]] == [" ".join(row.text.split()) for row in rows]
    printed = [(row.printed_ref, s.printed_ref) for row, s in zip(rows, held[1], strict=True) if row.printed_ref]
    assert all(wanted == found for wanted, found in printed)
    assert max(Counter(s.ref for s in held[1]).values()) == 1
    assert shown(held) + numbers(held) == letters(data.decode())


# --- numbers, bullets, lists --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Members are kind.\n2. Members may post.\n", [("1", "Members are kind."), ("2", "Members may post.")]),
        ("1) Be kind.\n2) Be brief.\n", [("1", "Be kind."), ("2", "Be brief.")]),
        ("Rules\n\n1. Members must not shout.\n", [("1", "Members must not shout.")]),
        ("1.2.3All posts are kept.\n", [("1.2.3", "All posts are kept.")]),
        ("3a. Be kind.\n3b. Be brief.\n", [("3a", "Be kind."), ("3b", "Be brief.")]),
        ("(c) Crown copyright 2024\n", [(None, "(c) Crown copyright 2024")]),
        ("7(3)(b) Be kind.\n", [("7(3)(b)", "Be kind.")]),
        ("A1. Be kind.\nA2. Be brief.\n", [("A1", "Be kind."), ("A2", "Be brief.")]),
        (
            "3.1 Members must not:\n(h) shout;\n(i) swear; or\n(j) lie.\n",
            [("3.1", "Members must not:"), ("3.1(h)", "shout;"), ("3.1(i)", "swear; or"), ("3.1(j)", "lie.")],
        ),
        (
            "3.1 Members must not:\n(a) shout:\n(i) in the hall;\n(ii) outside it;\n(b) lie.\n",
            [
                ("3.1", "Members must not:"),
                ("3.1(a)", "shout:"),
                ("3.1(a)(i)", "in the hall;"),
                ("3.1(a)(ii)", "outside it;"),
                ("3.1(b)", "lie."),
            ],
        ),
        ("1. May I film?\n\nYes.\n", [("1", "1. May I film?"), ("1", "Yes.")]),
        ("Members meet on\n14 May 2025.\n", [(None, "Members meet on 14 May 2025.")]),
        ("1.1 Be kind:\n\no to us\no to all\n", [("1.1", "Be kind:"), ("1.1", "to us"), ("1.1", "to all")]),
        ("1.1 Be kind.\n\n1.2\n\nBe brief.\n", [("1.1", "Be kind."), ("1.2", "Be brief.")]),
        ("2. Posting:\nKeep it short.\n\n3. Replying:\nBe kind.\n", [("2", "Keep it short."), ("3", "Be kind.")]),
    ],
)  # fmt: skip
def test_a_printed_number_stands_with_its_words(text: str, found: list[tuple[str | None, str]]) -> None:
    assert numbered(text.encode(), "policy.txt") == found


def test_a_sentence_that_counts_is_not_a_list_where_it_breaks() -> None:
    text = (
        "1.1 The page belongs to the whole council and is looked\nafter by the clerk, who is named in section\n"
        "3.2 of the standing orders. In any post members must not\n(a) shout, (b) swear or (c) lie about\n"
        "somebody else, nor may they hide behind the name of a\nfriend or of a group.\n"
    )
    held = of(text)
    assert len(held) == 2
    assert held[0].text.endswith("who is named in section 3.2 of the standing orders.")
    assert held[1].text.startswith("In any post members must not (a) shout, (b) swear or (c) lie about somebody else")


def test_an_item_below_an_item() -> None:
    refs = [s.ref for s in of("Rules\n\n• Be kind:\n  – to members\n  – to officers\n• Be brief.\n")]
    assert refs == ["Rules / bullet 1", "Rules / bullet 1 bullet 1", "Rules / bullet 1 bullet 2", "Rules / bullet 2"]


def test_a_number_without_words_is_in_the_remainder() -> None:
    _, held, remainder = whole(b"1.1 Be kind.\n\n1.2\n\n2.1\n\n(a)\n\nBe brief.\n", "policy.txt")
    assert [s.printed_ref for s in held] == ["1.1", "2.1(a)"]
    assert [(part.text, part.because) for part in remainder] == [("1.2", "number without words")]


def test_short_lines_one_below_the_other_are_a_list_and_not_headings() -> None:
    held = of(
        "Social Media Policy\n\nDo's\n\nBe honest\nUse a spell check\nBe kind\n\nDon'ts\n\nPost in haste\nShout\n"
    )
    assert [(s.heading, s.text) for s in held] == [
        ("Do's", "Be honest"),
        ("Do's", "Use a spell check"),
        ("Do's", "Be kind"),
        ("Don'ts", "Post in haste"),
        ("Don'ts", "Shout"),
    ]


def test_short_lines_under_a_lead_in_are_its_list() -> None:
    text = "1. Use\nThe page is for:\nNews of the parish\nDates of meetings\nAnything posted there is public.\n"
    assert [s.text for s in of(text)] == [
        "The page is for:",
        "News of the parish",
        "Dates of meetings",
        "Anything posted there is public.",
    ]


def test_questions_and_answers_by_letter() -> None:
    text = "Frequently asked questions\n\nQ. May I film?\nA. Yes. Ask first.\n\nQ2: May I block?\nA: No.\n"
    assert [s.text for s in of(text)] == ["Q. May I film?", "A. Yes.", "Ask first.", "Q2: May I block?", "A: No."]


def test_a_contents_list_without_a_head_is_known_by_its_coming_again() -> None:
    heads = ["1. Aims", "2. Posts", "3. Review"]
    text = (
        "Social media policy\n\n" + "\n".join(heads) + "\n\n" + "".join(f"{head}\n\nBe kind.\n\n" for head in heads)
    )
    _, held, remainder = whole(text.encode(), "policy.txt")
    assert [(s.printed_ref, s.text) for s in held] == [("1", "Be kind."), ("2", "Be kind."), ("3", "Be kind.")]
    assert [part.text for part in remainder if part.because == "contents list"] == heads


def test_a_paragraph_of_an_appendix_is_found_by_its_appendix() -> None:
    held = [s for s in as_it_is("thornfield-district")[1] if s.printed_ref == "Appendix 1"]
    assert [s.ref for s in held][:2] == [f"Appendix 1 / The Council's accounts / {count}" for count in (1, 2)]


# --- identities ---------------------------------------------------------------------------------------------


def test_an_identity_survives_new_numbers_marks_and_case() -> None:
    one = of("1.1 Members must be “kind”, always.\n")[0]
    other = of("7.3 Members must be 'Kind' always!\n")[0]
    assert one.id == other.id == identity("members must be kind always")
    assert one.id != identity("members must be kind")
    assert len(one.id) == 12


def test_a_sentence_that_comes_twice_has_two_identities_and_two_references() -> None:
    held = of("1.1 Be kind.\n1.2 Be kind.\n")
    assert held[1].id == f"{held[0].id}-2"
    twice = of("Rules\n\n1. Be kind.\n\nRules\n\n1. Be brief.\n")
    assert len({s.ref for s in twice}) == 2


# --- sentences ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Be kind. | Be brief. | Why not?",
        "Ask Cllr. Pike or Mrs. J. Ellwood first. | They know.",
        "Use a platform, e.g. Facebook, i.e. the page. | Keep it open.",
        "See para. 9.4 and s. 106 of the Act. | It is short.",
        "Polls close at 10 p.m. on Thursday. | Do not post until then.",
        "It ends at 10 p.m. | Then post.",
        "May I? | No. | You must not.",
        "Look at www.example.org. | Then ask.",
        "She said “Stop. Now.” and left. | He stayed.",
        "Be kind (always. Really.) and brief. | Thank you!",
        "He shouted “No!” | She did not.",
        "The rule is plain: be kind; be brief. | It is old.",
        "Wait … then post. | Or do not.",
        "Version 3.1 has 14.5 pages. | Read it.",
        "See Appendix A. | You must read it.",
        "Write to the U.K. Council. | The Clerk reads it.",
        "It is so. | (See the Code.) | It is old.",
    ],
)
def test_sentences(text: str) -> None:
    parts = text.split(" | ")
    assert sentences(" ".join(parts)) == parts


def test_a_sentence_that_lost_its_space_is_parted_and_an_address_is_not() -> None:
    assert sentences("It is part of nature.The rest is not.") == ["It is part of nature.", "The rest is not."]
    assert sentences("Look at www.Council.example for more.") == ["Look at www.Council.example for more."]


@settings(max_examples=150, deadline=None)
@given(SOME_TEXT | POLICY_LIKE)
def test_of_any_text_no_letter_is_lost_or_doubled(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        found = whole(data, "policy.txt")
    except CllrError:
        return
    source = letters(data.decode("utf-8", "replace"))
    assert not shown(found) - source
    assert not source - shown(found) - sum((letters(block.marker or "") for block in found[0].blocks), Counter())
