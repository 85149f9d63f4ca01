"""Statements that work as a question: one draft that is asked, one near it that is not.

What the author answers changes the advice, never what was found; nothing waits for the answer.
"""

from __future__ import annotations

from tests.statements.carrying import Case, statement


@statement("borough-numbered", "2.2.7")
@statement("essex", "Other issues / Data Protection / 3")
@statement("guidance-faq", "Personal accounts / Things to avoid / 10 (b)")
def test_a_child_in_a_picture(case: Case) -> None:
    shown = {"attachments": [{"kind": "image", "people": True, "children": True}]}
    grown = {"attachments": [{"kind": "image", "people": False, "children": False}]}
    text = "A grand morning at the sports day."
    assert case.asked(case.check(text, "post", shown), "child-or-at-risk")
    assert not case.asked(case.check(text, "post", grown), "child-or-at-risk")


@statement("borough-numbered", "8.2")
@statement("parish", "Rules / bullet 9")
def test_somebody_is_named(case: Case) -> None:
    known = {"officers": ["Ravi Sandhu, drainage engineer"]}
    named = "Ravi Sandhu came out to the burst drain on Cobbler's Row within the hour."
    nobody = "An engineer came out to the burst drain on Cobbler's Row within the hour."
    assert case.asked(case.check(named, "post", known), "has-the-person-agreed")
    assert not case.asked(case.check(nobody, "post", known), "has-the-person-agreed")


@statement("essex", "Other issues / Data Protection / 2 (a)")
@statement("thurrock", "4 bullet 2 (c)")
def test_people_in_a_picture(case: Case) -> None:
    text = "What a turnout at the market."
    people = {"attachments": [{"kind": "image", "people": True, "children": False}]}
    nobody = {"attachments": [{"kind": "image", "people": False, "children": False}]}
    assert case.asked(case.check(text, "post", people), "did-they-agree")
    assert not case.asked(case.check(text, "post", nobody), "did-they-agree")


@statement("thurrock", "4 bullet 3 sentence 1 (b)")
@statement("parish", "Rules / bullet 6 (a)")
def test_own_interest(case: Case) -> None:
    praise = "If you want a good joiner, I cannot say enough about Coppard Joinery."
    plain = "The joiner was at the hall on Tuesday and the doors close again."
    known = {"role": "councillor", "associates": ["Coppard Joinery"]}
    assert case.asked(case.check(praise, "post", known), "own-interest")
    assert not case.asked(case.check(plain, "post", known), "own-interest")


@statement("borough-numbered", "8.3")
@statement("thurrock", "4 bullet 2 (b)")
def test_lawful_basis(case: Case) -> None:
    agreed = "Mrs Pole has agreed that I put her number here for the jumble: 01632 960455."
    nobody = "Things for the jumble can be left at the hall from nine."
    assert case.asked(case.check(agreed), "lawful-basis")
    assert not case.asked(case.check(nobody), "lawful-basis")


@statement("borough-numbered", "5.5 sentence 1 (c)")
def test_safety_as_a_reason_for_no_name(case: Case) -> None:
    unnamed = "Name: The Saltmarsh Owl\nBio: Councillor. I post without my name on police advice."
    named = "Name: Maria Finch\nBio: Councillor for Hob Moor. Bins, buses, bypass."
    assert case.asked(case.check(unnamed, "profile", {"role": "councillor"}), "exception-recorded")
    assert not case.asked(case.check(named, "profile", {"role": "councillor"}), "exception-recorded")


@statement("parish", "Rules / bullet 6 (b)")
def test_how_the_council_looks(case: Case) -> None:
    boast = (
        "No idea what we just voted on, I put my hand up when everybody else did. Taxi on expenses, nobody checks 😂"
    )
    dull = "We voted on the car park tonight. I read the papers twice. Walked home."
    assert case.asked(case.check(boast), "how-the-council-looks")
    assert not case.asked(case.check(dull), "how-the-council-looks")


@statement("thurrock", "3 bullet 3 (a)")
@statement("guidance-faq", "What to bear in mind / 6")
@statement("essex", "Other issues / Repetition / 4")
def test_do_you_endorse(case: Case) -> None:
    petition = {"shared_from": "Sign our petition to keep the Mill Road library open!"}
    notice = {"shared_from": "The library on Mill Road is closed on Monday for the bank holiday."}
    assert case.asked(case.check("Just passing this on.", "share", petition), "do-you-endorse")
    assert not case.asked(case.check("Just passing this on.", "share", notice), "do-you-endorse")


@statement("thurrock", "4 bullet 3 sentence 1 (a)")
@statement("guidance-faq", "The Code of Conduct / bullet 8 (a)")
def test_whole_figure(case: Case) -> None:
    unchecked = "Haven't read the report, but trust me, crime on the Hanley estate has doubled under this lot."
    sourced = "Crime on the Hanley estate: 210 offences this year, 150 last. Table 3 on the police website."
    for name in ("kind-of-claim", "whole-figure"):
        assert case.asked(case.check(unchecked), name)
        assert not case.asked(case.check(sourced), name)


@statement("essex", "Other issues / Data Protection / 4")
def test_picture_and_caption(case: Case) -> None:
    picture = {"attachments": [{"kind": "image", "alt": "A flooded street", "people": False, "children": False}]}
    text = "A photo of Quayside this morning, water up to the sills."
    assert case.asked(case.check(text, "post", picture), "picture-and-caption")
    assert not case.asked(case.check(text, "post", {"attachments": []}), "picture-and-caption")
