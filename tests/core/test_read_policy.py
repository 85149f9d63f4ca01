"""A document becomes a policy: whose it is, from when, which version."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cllr.core import documents, policy_file
from cllr.core.errors import NothingRecognised
from cllr.core.read_policy import UNNAMED, from_document

if TYPE_CHECKING:
    from cllr.core.policy import Policy

POLICIES = Path(__file__).parents[1] / "data/policies"


def read(text: str, **given: object) -> Policy:
    """Return the policy of a text."""
    return from_document(documents.read(text.encode(), "policy.txt"), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "council", "version", "adopted"),
    [
        ("little-hatherby-parish.txt", "Little Hatherby Parish Council", "2024-03-14", dt.date(2024, 3, 14)),
        ("marlshire-county.txt", "Marlshire County Council", "4", dt.date(2022, 5, 3)),
        ("thornfield-district.txt", "Thornfield District Council", "3.1", dt.date(2024, 7, 16)),
        ("wexley-borough.md", "Wexley Borough Council", "January 2025", dt.date(2025, 1, 9)),
        ("cwm-elan-community.html", "Cwm Elan Community Council", "2025-02-05", dt.date(2025, 2, 5)),
    ],
)
def test_whose_and_from_when(name: str, council: str, version: str, adopted: dt.date) -> None:
    policy = from_document(documents.read((POLICIES / name).read_bytes(), name))
    assert (policy.council, policy.version, policy.adopted, policy.source) == (council, version, adopted, name)
    assert policy.digest == policy_file.sealed(policy).digest
    assert any(statement.provisions for statement in policy.statements)


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("thurrock", "Thurrock Council"),
        ("essex", "Essex County Council"),
        ("borough-numbered", UNNAMED),
        ("guidance-faq", UNNAMED),
        ("parish", UNNAMED),
    ],
)
def test_the_founding_policies(name: str, council: str, seeds: Path) -> None:
    document = documents.read((seeds / f"{name}.txt").read_bytes(), f"{name}.txt")
    assert from_document(document).council == council


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("The Chief Executive of Thornbeck Council will decide.", "Thornbeck Council"),
        ("The City of Hob Council has adopted it.", "City of Hob Council"),
        ("Members of Stoke upon Hob Parish Council must be polite.", "Stoke upon Hob Parish Council"),
        ("SOCIAL MEDIA POLICY OF BARTON TOWN COUNCIL", "Barton Town Council"),
        ("The London Borough of Hob and Dale has members.", "London Borough of Hob and Dale"),
        ("The Parish Council must approve it.", UNNAMED),
        ("Use of the Council logo is forbidden.", UNNAMED),
        ("Adopted by Full Council.", UNNAMED),
    ],
)
def test_the_name_of_a_council(words: str, council: str) -> None:
    assert read(f"{words}\n\nMembers must not post confidential information.\n").council == council


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Adopted on 3rd May 2022.", dt.date(2022, 5, 3)),
        ("Approved 14/05/2024", dt.date(2024, 5, 14)),
        ("Agreed by the council, 2024-11-02", dt.date(2024, 11, 2)),
        ("Adopted on 31 February 2023.", None),
        ("Written on 3 May 2022.", None),
    ],
)
def test_the_day_of_adoption(words: str, day: dt.date | None) -> None:
    assert read(f"{words}\n\nMembers must not post confidential information.\n").adopted == day


def test_what_is_handed_in_wins() -> None:
    text = "Barton Town Council\n\nAdopted 3 May 2022.\n\nMembers must be polite to all people.\n"
    policy = read(text, council="Hob Town Council", adopted=dt.date(2025, 1, 1), version="7")
    assert (policy.council, policy.adopted, policy.version) == ("Hob Town Council", dt.date(2025, 1, 1), "7")


def test_a_document_without_a_statement() -> None:
    with pytest.raises(NothingRecognised):
        read("Contents\n")
