"""Statements that a profile can meet: one profile in which each is found and cited, one near it left alone."""

from __future__ import annotations

from tests.statements.carrying import Case, statement


@statement("essex", "Individual / Profile / 1")
def test_private_profile(case: Case) -> None:
    case.separates(
        "Name: Maria Finch\nBio: Private account for family. County councillor for Hob Moor, mum, baker.",
        "Name: Maria Finch\nBio: Private account for family. Mum, baker, terrible gardener.",
        "profile",
        account="private",
        role="councillor",
    )


@statement("borough-numbered", "5.2")
def test_disclaimer(case: Case) -> None:
    case.separates(
        "Maria Finch. Councillor for Hob Moor. Dogs, cricket and potholes.",
        "Maria Finch. Councillor for Hob Moor. Views are my own and not the Council's.",
        "profile",
        role="councillor",
        account="councillor",
    )


@statement("thurrock", "4 bullet 4 sentence 1")
@statement("borough-numbered", "5.5 sentence 1 (a)")
def test_identity_in_profile(case: Case) -> None:
    case.separates(
        "Your ward councillor. Potholes, parking, planning. DMs open.",
        "Maria Finch, councillor for Hob Moor ward, Thornbeck Borough Council.",
        "profile",
        role="councillor",
        account="councillor",
    )


@statement("borough-numbered", "6.1 sentence 2 (b)")
def test_pseudonym(case: Case) -> None:
    case.separates(
        "The Hob Moor Mole. I sit in that chamber and I'll tell you what they won't. No names.",
        "Maria Finch, councillor for Hob Moor. I write about what the council decides.",
        "profile",
        role="councillor",
        account="anonymous",
    )


@statement("essex", "Code / Comments / 2")
def test_moderation_statement(case: Case) -> None:
    case.separates(
        "Maria Finch, county councillor. My blog about Hob Moor. Comments are open, say what you like.",
        "Maria Finch, county councillor. My blog about Hob Moor. I read comments first and remove abuse.",
        "profile",
        role="councillor",
        account="councillor",
    )


@statement("essex", "Individual / Privacy settings / 1")
def test_open_private_account(case: Case) -> None:
    case.separates(
        "Maria Finch. Family photos and cake. Private account, but everything here is public, anyone can follow.",
        "Maria Finch. Family photos and cake. Locked, friends only.",
        "profile",
        role="councillor",
        account="private",
    )


@statement("guidance-faq", "Personal accounts / Best practice / 3")
def test_a_disclaimer_is_offered(case: Case) -> None:
    """The statement permits: without one there is a note and nothing more."""
    known = {"role": "councillor", "account": "councillor"}
    without = case.check("Maria Finch. Councillor for Hob Moor. Dogs, cricket and potholes.", "profile", known)
    with_one = case.check("Maria Finch. Councillor for Hob Moor. Views are my own.", "profile", known)
    assert case.cited(without, as_note=True)
    assert not case.cited(without)
    assert not case.cited(with_one, as_note=True)
