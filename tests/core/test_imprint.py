"""Imprints: needed or not, whole or not, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cllr.core.errors import BadInput, CllrError, TooLarge
from cllr.core.imprint import Imprint, Publisher, build, check, find, is_postal

if TYPE_CHECKING:
    from cllr.core.imprint import Medium, Purpose

HIGH = "110 High Street, Engleston, AB12 3CD"
MILL = "2 Mill Lane, Engleston, AB12 3EF"


def fields(imprint: Imprint | None) -> dict[str, Any]:
    assert imprint is not None
    names = ("promoter", "promoter_address", "on_behalf_of", "on_behalf_address", "printer", "printer_address")
    return {name: getattr(imprint, name) for name in names if getattr(imprint, name) is not None}


BOTH = {"promoter": "John Smith", "promoter_address": HIGH, "on_behalf_of": "Jane Doe", "on_behalf_address": HIGH}
TWO = {**BOTH, "on_behalf_address": MILL}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Promoted by John Smith on behalf of Jane Doe, both of {HIGH}", BOTH),
        (f"Published and promoted by John Smith on behalf of Jane Doe, both at {HIGH}.", BOTH),
        (f"PUBLISHED & PROMOTED BY: John Smith for and on behalf of Jane Doe (both of {HIGH})", BOTH),
        (f"Promoted by John Smith, {HIGH} on behalf of Jane Doe, {MILL}", TWO),
        (f"Promoted by John Smith of {HIGH}, on behalf of Jane Doe of {MILL}", TWO),
        (f"Promoted by John Smith, {HIGH} on behalf of Jane Doe of the same address.", BOTH),
        (f"Promoted by John Smith, {HIGH}, on behalf of Jane Doe at the above address", BOTH),
        (f"Promoted by John Smith ({HIGH}) on behalf of Jane Doe, address as above", BOTH),
        (f"Promoted by John Smith for Jane Doe, both of {HIGH}", BOTH),
        (f"Promoted by John Smith, agent for Jane Doe, both of {HIGH}", BOTH),
        (f"Promoted on behalf of Jane Doe by John Smith, both of {HIGH}", BOTH),
        (f"On behalf of Jane Doe, promoted by John Smith, both of {HIGH}", BOTH),
        (f"Vote on Thursday!\n\nPromoted by John Smith (Election Agent), {HIGH} o/b/o Jane Doe, {MILL}", TWO),
        (f"Hyrwyddwyd gan John Smith ar ran Jane Doe, y ddau o {HIGH}", BOTH),
        (
            f"Promoter: John Smith\nAddress: {HIGH}\nOn behalf of: Jane Doe\nAddress: {MILL}\nPrinter: Acme\n{HIGH}",
            {**TWO, "printer": "Acme", "printer_address": HIGH},
        ),
        (
            f"Printed by X Ltd, {MILL}. Promoted by John Smith, {HIGH}, on behalf of Jane Doe, {MILL}",
            {**TWO, "printer": "X Ltd", "printer_address": MILL},
        ),
        (
            f"Promoted by John Smith on behalf of Jane Doe, both of {HIGH}. Printed by X Ltd, {MILL}",
            {**BOTH, "printer": "X Ltd", "printer_address": MILL},
        ),
        (
            f"Printed by X Ltd, promoted by John Smith on behalf of Jane Doe, all of {HIGH}",
            {**BOTH, "printer": "X Ltd", "printer_address": HIGH},
        ),
        (
            f"Printed, published and promoted by Jane Doe, {HIGH}",
            {"promoter": "Jane Doe", "promoter_address": HIGH, "printer": "Jane Doe", "printer_address": HIGH},
        ),
        (f"Imprint: Jane Doe, {HIGH}, England", {"promoter": "Jane Doe", "promoter_address": f"{HIGH}, England"}),
        (f"Promoted by Jane Doe {HIGH}", {"promoter": "Jane Doe", "promoter_address": HIGH}),
        (
            "Promoted by Jane Doe\n110 High Street\nEngleston\nAB12 3CD\n\nSee you there!",
            {"promoter": "Jane Doe", "promoter_address": "110 High Street\nEngleston\nAB12 3CD"},
        ),
        (
            "Promoted by Jane Doe, PO Box 12, Town, AB1 2CD",
            {"promoter": "Jane Doe", "promoter_address": "PO Box 12, Town, AB1 2CD"},
        ),
        (
            "Published by J. Doe, 4 St. John's Rd., Newtown. Call 01234 567890!",
            {"promoter": "J. Doe", "promoter_address": "4 St. John's Rd., Newtown"},
        ),
        (
            "Promoted by Friends of Newtown Library of 12 Station Road, Newtown",
            {"promoter": "Friends of Newtown Library", "promoter_address": "12 Station Road, Newtown"},
        ),
        (
            f"Promoted by Residents for Newtown, {HIGH}",
            {"promoter": "Residents for Newtown", "promoter_address": HIGH},
        ),
        (
            f"Promoted by Newtown 2030 Group, {HIGH}",
            {"promoter": "Newtown 2030 Group", "promoter_address": HIGH},
        ),
        (
            f"Promoted by John Smith on behalf of Jane Doe (Labour), {HIGH}",
            {"promoter": "John Smith", "on_behalf_of": "Jane Doe (Labour)", "on_behalf_address": HIGH},
        ),
        ("Promoted by the Grey Party", {"promoter": "the Grey Party"}),
        ("Promoted by Jane Doe, www.janedoe.org.uk", {"promoter": "Jane Doe"}),
    ],
)
def test_reads_an_imprint_however_it_is_worded(text: str, expected: dict[str, str]) -> None:
    assert fields(find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She was promoted by the board on behalf of the staff.",
        "The report published by Ofsted last week names four schools.",
        "Great to see the fair promoted by our traders",
        "I wrote to the minister on behalf of residents of 12 High Street, Newtown.",
        "Promoted by jane@doe.org",
        "Promoted by",
        "Printed by hand, promoted by nobody",
    ],
)
def test_finds_no_imprint_where_there_is_none(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    "address",
    [HIGH, "27 Y, TH45 6UW", "PO Box 12, Town, AB1 2CD", "P.O. Box 7, Town", "12a Station Rd, Newtown",
     "Town Hall, Newtown", "Flat 2, 5 Sea View, Town AB1 2CD", "Tŷ Gwynfor, Caerdydd CF10 4AL", "1-3 Low Road Town"],
)  # fmt: skip
def test_postal_addresses(address: str) -> None:
    assert is_postal(address)


@pytest.mark.parametrize(
    "address",
    ["", "jane@doe.org", "www.doe.org", "https://doe.org/12 High Street", "Newtown", "Newtown, Countyshire",
     "AB1 2CD", "@janedoe", "07700 900123", "x" * 4000],
)  # fmt: skip
def test_what_is_no_postal_address(address: str) -> None:
    assert not is_postal(address)


EXAMPLES: tuple[tuple[str, Medium, Publisher, tuple[str, ...]], ...] = (
    (f"Promoted by John Smith on behalf of Jane Doe, both of {HIGH}", "organic-digital", "candidate", ()),
    ("Promoted by A, 27 Y, TH45 6UW on behalf of B, 13 Z, AB12 3EF", "organic-digital", "party", ()),
    ("Promoted by Jane Doe, PO Box 12, Town, AB1 2CD", "paid-digital", "candidate", ()),
    (f"Printed by X Ltd, {MILL}. Promoted by A Jones, {HIGH}, on behalf of B Brown, {MILL}", "print", "party", ()),
    ("Promoted by Jane Doe", "organic-digital", "candidate", ("promoter's postal address",)),
    ("Promoted by jane@doe.org", "organic-digital", "candidate", ("promoter", "promoter's postal address")),
    ("Promoted by Jane Doe, https://doe.org", "organic-digital", "candidate", ("promoter's postal address",)),
    (f"Promoted by Agent, {HIGH}", "organic-digital", "candidate", ("on whose behalf it is published",)),
    (
        f"Promoted by John Smith, election agent, {HIGH}",
        "organic-digital",
        "candidate",
        ("on whose behalf it is published",),
    ),
    (
        f"Vote Jane Doe on 6 May!\nPromoted by John Smith, {HIGH}",
        "organic-digital",
        "candidate",
        ("on whose behalf it is published",),
    ),
    (f"Vote Jane Doe on 6 May!\nPromoted by Cllr Jane Doe, {HIGH}", "organic-digital", "candidate", ()),
    (f"Vote for Jane Doe\nPromoted by Engleston Labour Party, {HIGH}", "organic-digital", "candidate", ()),
    ("Promoted by the Grey Party", "paid-digital", "party", ("promoter's postal address",)),
    (f"Promoted by Jane Doe, {HIGH}", "print", "candidate", ("printer", "printer's postal address")),
    (f"Printed by X Ltd. Promoted by Jane Doe, {HIGH}", "print", "candidate", ("printer's postal address",)),
    (
        f"Promoted by John Smith, {HIGH} on behalf of Jane Doe",
        "organic-digital",
        "candidate",
        ("postal address of the person on whose behalf it is published",),
    ),
    (
        f"Promoted by John Smith on behalf of Jane Doe, {HIGH}",
        "organic-digital",
        "candidate",
        ("promoter's postal address",),
    ),
    ("Vote for me on Thursday", "organic-digital", "candidate", ("promoter", "promoter's postal address")),
)


@pytest.mark.parametrize(("text", "medium", "by", "missing"), EXAMPLES)
def test_says_what_an_imprint_lacks(text: str, medium: Medium, by: Publisher, missing: tuple[str, ...]) -> None:
    answer = check(text, medium=medium, by=by, nation="england", purpose="electoral")
    assert answer.missing == missing
    assert answer.complete is (not missing)
    assert answer.needed is True


def test_somebody_told_of_is_looked_for() -> None:
    text = f"Promoted by John Smith, {HIGH}"
    asked = {"medium": "organic-digital", "by": "candidate", "nation": "england", "purpose": "electoral"}
    assert not check(text, published_for="Jane Doe", **asked).complete  # type: ignore[arg-type]
    assert check(text, published_for="Cllr John Smith", **asked).complete  # type: ignore[arg-type]


PLEA = "Polls close at 10. Vote for Jane Doe today!"
TALK = "Labour and the Conservatives set out their manifestos last night."
NEWS = "The library on High Street opens again on Monday at nine."

NEEDED: tuple[tuple[Medium, Publisher, Purpose | None, str, bool | str], ...] = (
    ("organic-digital", "candidate", None, PLEA, True),
    ("organic-digital", "sitting-councillor", None, PLEA, True),
    ("organic-digital", "party", None, PLEA, True),
    ("organic-digital", "campaigner", None, PLEA, "depends"),
    ("organic-digital", "council", None, PLEA, False),
    ("organic-digital", "resident", None, PLEA, False),
    ("organic-digital", "candidate", None, TALK, "depends"),
    ("organic-digital", "sitting-councillor", None, TALK, "depends"),
    ("organic-digital", "candidate", None, NEWS, "depends"),
    ("organic-digital", "sitting-councillor", None, NEWS, False),
    ("organic-digital", "candidate", "none", PLEA, False),
    ("organic-digital", "sitting-councillor", "electoral", NEWS, True),
    ("paid-digital", "resident", None, PLEA, True),
    ("paid-digital", "council", None, PLEA, True),
    ("paid-digital", "campaigner", None, PLEA, True),
    ("paid-digital", "sitting-councillor", None, NEWS, True),
    ("paid-digital", "party", None, NEWS, True),
    ("paid-digital", "sitting-councillor", "none", NEWS, "depends"),
    ("paid-digital", "council", None, NEWS, False),
    ("paid-digital", "council", "none", NEWS, False),
    ("paid-digital", "resident", None, TALK, "depends"),
    ("print", "resident", None, PLEA, True),
    ("print", "council", "electoral", NEWS, True),
    ("print", "candidate", None, NEWS, "depends"),
    ("print", "sitting-councillor", None, NEWS, False),
    ("print", "sitting-councillor", None, TALK, "depends"),
    ("print", "party", "none", NEWS, False),
)


@pytest.mark.parametrize(("medium", "by", "purpose", "text", "expected"), NEEDED)
def test_says_whether_one_is_needed(
    medium: Medium, by: Publisher, purpose: Purpose | None, text: str, expected: bool | str
) -> None:
    answer = check(text, medium=medium, by=by, nation="england", purpose=purpose)
    assert answer.needed == expected
    assert answer.because
    assert answer.sources
    assert "breach" not in answer.because


ASKING = (
    "Vote for me on Thursday",
    "Don't vote for the Conservatives!",
    "Vote Labour",
    "VOTE JANE DOE",
    "Vote them out on Thursday",
    "Re-elect Cllr Jane Doe",
    "Please lend me your vote",
    "I need your vote",
    "I'm standing for election in Newtown ward",
    "Meet your local Green candidate Jane Doe",
    "Get the Tories out",
    "Back Jane on 6 May",
    "Put the cross in the box next to my name please",
    "I'm standing again in Eastmere South and I'd be honoured to have your vote",
)
NOT_ASKING = (
    "Register to vote by Monday",
    "Elections are on Thursday",
    "Bring photo identification to vote on Thursday",
    "I will vote for the budget tonight",
    "Vote for the lido! It is in the final four of the nation's favourite pools",
    "We are voting against this planning application",
    "I voted against the plan in committee",
    "Polling stations are open from 7am to 10pm",
    "Thank you for your support for the food bank",
    "The bus stop is standing in the wrong place",
    "We are running as fast as we can",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKING)
def test_a_plea_for_votes_is_seen(text: str) -> None:
    assert check(text, medium="organic-digital", by="sitting-councillor", nation="wales").needed is True


@pytest.mark.parametrize("text", NOT_ASKING)
def test_a_plea_for_votes_is_not_seen_where_there_is_none(text: str) -> None:
    assert check(text, medium="organic-digital", by="sitting-councillor", nation="wales").needed is not True


def test_the_imprint_itself_is_no_plea() -> None:
    text = f"{NEWS}\nPromoted by John Smith on behalf of the Labour Party, both of {HIGH}"
    assert check(text, medium="organic-digital", by="sitting-councillor", nation="england").needed is False


def test_a_council_is_told_that_it_may_not_take_sides() -> None:
    answer = check(PLEA, medium="organic-digital", by="council", nation="england")
    assert "Local Government Act 1986" in " ".join(answer.sources)


def test_scotland_is_told_of_its_own_rules() -> None:
    answer = check(PLEA, medium="organic-digital", by="campaigner", nation="scotland")
    assert "2025" in " ".join(answer.sources)


@pytest.mark.parametrize(
    "wrong", [{"medium": "radio"}, {"by": "mayor"}, {"nation": "cornwall"}, {"purpose": "commercial"}]
)
def test_unknown_words_are_refused(wrong: dict[str, str]) -> None:
    asked = {"medium": "print", "by": "party", "nation": "england"} | wrong
    with pytest.raises(BadInput):
        check("Vote!", **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, f"Promoted by John Smith, {HIGH}"),
        ({"on_behalf_of": "Jane Doe"}, f"Promoted by John Smith on behalf of Jane Doe, both of {HIGH}"),
        ({"on_behalf_of": "John Smith"}, f"Promoted by John Smith, {HIGH}"),
        (
            {"on_behalf_of": "Jane Doe", "on_behalf_address": MILL},
            f"Promoted by John Smith, {HIGH} on behalf of Jane Doe, {MILL}",
        ),
        ({"printer": f"X Ltd, {MILL}"}, f"Printed by X Ltd, {MILL}. Promoted by John Smith, {HIGH}"),
    ],
)
def test_writes_an_imprint_that_it_can_read(told: dict[str, str], expected: str) -> None:
    words = build("John Smith", f"  {HIGH.replace(', ', ',  ')} ", **told)  # type: ignore[arg-type]
    assert words == expected
    medium: Medium = "print" if "printer" in told else "organic-digital"
    assert check(words, medium=medium, by="party", nation="england", purpose="electoral").complete


def test_an_imprint_that_does_not_fit_says_where_it_may_stand() -> None:
    whole = build("John Smith", HIGH, "Jane Doe")
    assert build("John Smith", HIGH, "Jane Doe", limit=len(whole)) == whole
    with pytest.raises(TooLarge) as raised:
        build("John Smith", HIGH, "Jane Doe", limit=len(whole) - 1)
    assert str(len(whole)) in raised.value.what
    assert "profile" in raised.value.remedy
    assert "pinned" in raised.value.remedy


@pytest.mark.parametrize(
    "told",
    [
        {"promoter": " ", "address": HIGH},
        {"promoter": "Jane Doe", "address": "jane@doe.org"},
        {"promoter": "Jane Doe", "address": "Newtown"},
        {"promoter": "Jane Doe", "address": HIGH, "on_behalf_of": ""},
        {"promoter": "Jane Doe", "address": HIGH, "on_behalf_of": "A", "on_behalf_address": "www.a.org"},
        {"promoter": "Jane Doe", "address": HIGH, "printer": "X Ltd"},
    ],
)
def test_refuses_to_write_half_an_imprint(told: dict[str, str]) -> None:
    with pytest.raises(CllrError):
        build(**told)  # type: ignore[arg-type]


WORDS = st.sampled_from(
    ["Promoted by ", "on behalf of ", "Printed by ", "both of ", "Jane Doe", ", ", "\n", "é", "."]
)
PLACES = st.sampled_from(
    ["AB1 2CD", "12 High Street", "PO Box 3", "agent ", "for ", "(", ")", "www.x.org", "as above"]
)


@given(st.text() | st.lists(WORDS | PLACES, max_size=30).map("".join))
@example("Promoted by (")
@example("Promoted by A for B on behalf of C, both of 1 High Street, AB1 2CD")
def test_any_text_can_be_read_and_spans_quote_exactly(text: str) -> None:
    found = find(text)
    if found is None:
        return
    assert set(found.spans) - {"imprint"} == set(fields(found))
    for name, (start, end) in found.spans.items():
        assert 0 <= start < end <= len(text)
        if name != "imprint":
            assert text[start:end] == getattr(found, name)
            assert text[start:end].strip() == text[start:end]
            assert found.spans["imprint"].start <= start
            assert end <= found.spans["imprint"].end


@given(st.text(), st.sampled_from(["paid-digital", "organic-digital", "print"]))
def test_any_text_gets_an_answer(text: str, medium: Medium) -> None:
    for by in get_args(Publisher):
        answer = check(text, medium=medium, by=by, nation="northern-ireland")
        assert answer.complete is (not answer.missing)


NAMES = st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,9}", fullmatch=True).filter(
    lambda name: " ".join(name.split()) == name and all(ord(letter) < 128 for letter in name)
)
STREETS = st.builds(
    "{} {} Street, {}, AB1 {}CD".format,
    st.integers(1, 999),
    st.sampled_from(["High", "Low", "Mill"]),
    st.sampled_from(["Engleston", "Town"]),
    st.integers(1, 9),
)


@given(NAMES, STREETS, NAMES, STREETS, NAMES, STREETS)
def test_what_is_written_is_read_again(
    promoter: str, address: str, other: str, theirs: str, printer: str, press: str
) -> None:
    found = fields(find(build(promoter, address, other, theirs, f"{printer}, {press}")))
    assert found["promoter"] == promoter
    assert found["promoter_address"] == address
    assert (found["printer"], found["printer_address"]) == (printer, press)
    if other != promoter:
        assert (found["on_behalf_of"], found["on_behalf_address"]) == (other, theirs)


HOSTILE = (
    "Promoted by " * 1700,
    "Promoted by A of " * 1250,
    "Promoted by a 1 b " * 1100,
    "Promoted by A, 1 High Street, AB1 2CD on behalf of the same " * 330,
    "Promoted by X" + ", both of" * 2400,
    "Promoted and " * 1600,
    "1" * 20_000,
    "AB1 " * 5_000,
    " " * 20_000,
    "\n" * 20_000,
    "vote " * 4_000,
    "vote for a b c " * 1_400,
    "back a b c d " * 1_500,
    "Vote Aa Bb Cc Dd " * 1_200,
    "your " * 4_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """How long it takes is measured by `make prove hostile`; here it has to come to an answer at all."""
    found = check(text, medium="print", by="party", nation="england")
    assert found == check(text, medium="print", by="party", nation="england")
