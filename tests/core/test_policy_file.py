"""Policy files: whole there and back, sealed by what decides, extended, corrected."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core import policy_file
from cllr.core.errors import BadInput, CllrError
from cllr.core.policy import Extends, Policy, Reading, Remainder, Statement


def statement(name: str, text: str) -> Statement:
    """Return a statement as it is read."""
    return Statement(
        id=name,
        ref=f"{name} / 1",
        printed_ref=None,
        clause=name,
        text=text,
        kinds=(Reading("prohibition", 0.9, ("must not",)),),
        provisions=(Reading("respect-and-civility", 0.8, ("rude",)),),
        candidates=(Reading("disrepute", 0.3),),
        settings={"disrespect": "forbidden"},
    )


COUNTY = policy_file.sealed(
    Policy(
        council="Wexmoor County",
        version="2",
        digest="",
        title="Protocol",
        adopted=dt.date(2025, 5, 14),
        statements=(statement("a1", "Members must not be rude."), statement("b2", "Be accurate.")),
        remainder=(Remainder("Contents", "contents"),),
        settings={"disrespect": "forbidden", "password-minimum": 9, "threats-route": ("police", "clerk")},
        weights={"disrepute": "note"},
    )
)


def test_there_and_back() -> None:
    assert policy_file.loads(policy_file.dumps(COUNTY).encode()) == COUNTY


def test_the_digest_covers_what_decides_and_nothing_else() -> None:
    assert policy_file.digest(replace(COUNTY, title="Another", source="b.pdf")) == COUNTY.digest
    assert policy_file.digest(replace(COUNTY, weights={})) != COUNTY.digest
    changed = replace(
        COUNTY, statements=(replace(COUNTY.statements[0], text="Members may be rude."), *COUNTY.statements[1:])
    )
    assert policy_file.digest(changed) != COUNTY.digest


def test_a_file_edited_by_hand_says_so() -> None:
    data = json.loads(policy_file.dumps(COUNTY))
    data["statements"][0]["text"] = "Members may be rude."
    assert policy_file.loads(json.dumps(data).encode()).version == "2 (edited)"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"format": "other"}, "the policy file"),
        ({"council": 3}, "council"),
        ({"adopted": "May"}, "adopted"),
        ({"statements": [{"id": "a"}]}, "statement 1, ref"),
        ({"statements": "all"}, "statements"),
        ({"weights": {"disrepute": "never"}}, "weights"),
        ({"settings": {"a": True}}, "setting a"),
        ({"extends": {"remove": ["a"]}}, "file"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], what: str) -> None:
    data = json.loads(policy_file.dumps(COUNTY)) | change
    with pytest.raises(BadInput) as caught:
        policy_file.loads(json.dumps(data).encode())
    assert caught.value.what == what


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda t: f'{{"format":"cllr-policy/1",{t}}}'.encode()))
def test_any_bytes_are_a_policy_or_an_error(data: bytes) -> None:
    try:
        policy_file.loads(data)
    except CllrError as error:
        assert error.remedy


def test_a_council_adds_to_removes_from_and_weighs_a_county_s_policy() -> None:
    own = policy_file.sealed(
        Policy(
            council="Upper Wexmoor",
            version="1",
            digest="",
            statements=(statement("c3", "Ask the clerk first."),),
            settings={"disrespect": "avoid"},
            extends=Extends("county.json", COUNTY.digest, remove=("b2",), weights={"respect-and-civility": "advise"}),
        )
    )
    made = policy_file.resolved(own, COUNTY)
    assert [s.id for s in made.statements] == ["c3", "a1"]
    assert made.settings["disrespect"] == "avoid"
    assert made.settings["password-minimum"] == 9
    assert made.weights == {"disrepute": "note", "respect-and-civility": "advise"}
    assert made.council == "Upper Wexmoor"


def test_another_version_or_a_missing_statement_is_refused() -> None:
    own = replace(COUNTY, council="Upper", extends=Extends("county.json", "0" * 64))
    with pytest.raises(BadInput, match="another version"):
        policy_file.resolved(own, COUNTY)
    own = replace(COUNTY, council="Upper", extends=Extends("county.json", None, remove=("zz",)))
    with pytest.raises(BadInput, match="no such statement"):
        policy_file.resolved(own, COUNTY)


def test_corrections_are_laid_over_a_re_read_and_keep_who_and_when() -> None:
    row = {"id": "a1", "by": "Marie Hale", "on": "2026-01-02", "provisions": ["bullying-and-harassment"]}
    gone = {"id": "zz", "by": "Marie Hale", "on": "2026-01-02"}
    data = json.dumps({"corrections": [row, gone]}).encode()
    made, unused = policy_file.corrected(COUNTY, data)
    first = made.statements[0]
    assert [r.id for r in first.provisions] == ["bullying-and-harassment"]
    assert first.kinds[0].id == "prohibition"
    assert first.confirmed_by is not None
    assert first.confirmed_by.by == "Marie Hale"
    assert first.candidates == ()
    assert unused == ("zz",)
    renamed = replace(COUNTY, statements=(replace(COUNTY.statements[0], id="n9", aliases=("a1",)),))
    assert policy_file.corrected(renamed, data)[0].statements[0].confirmed_by is not None
