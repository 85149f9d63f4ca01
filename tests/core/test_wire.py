"""Lines of a batch and fields of a context: strict where a slip would change an answer."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core import wire
from cllr.core.check import check
from cllr.core.errors import BadInput, CllrError
from cllr.core.model import Context, Draft


def test_a_whole_context_is_read_with_its_source() -> None:
    data = {
        "platform": "x",
        "account": "councillor",
        "role": "candidate",
        "nation": "wales",
        "capacity": "candidate",
        "device": "own",
        "committees": ["planning"],
        "pending_matters": [{"ref": "1", "subject": "Barn", "decides_on": "2027-03-04", "committee": "planning"}],
        "election": {"poll": "2027-05-06", "candidate": True},
        "on": "2027-04-01",
        "local_time": "23:40",
        "meeting": {"title": "Council", "exempt_items": [], "in_progress": False},
        "colleagues": ["Jo Vane"],
        "officers": [],
        "associates": ["A Club (member)"],
        "interests": [],
        "exempt_text": ["words"],
        "attachments": [{"kind": "image", "alt": "a hall", "people": False}],
        "emergency": {"name": "Flood", "lead": "Fire"},
        "shared_from": "shared",
        "replied_to": "said",
        "thread": ["one"],
        "earlier_posts": [{"text": "before", "on": "2026-01-01"}],
        "grants": [{"use": "logo", "until": "2027-01-01"}],
        "acknowledgement": {"version": "1", "on": "2026-02-02"},
    }
    assert set(data) == set(wire.CONTEXT_FIELDS)
    context, missed = wire.read_context(data, "file a.json")
    assert missed == ()
    assert context.election is not None
    assert context.election.poll == dt.date(2027, 5, 6)
    assert context.officers == ()
    assert context.source("officers") == "file a.json"
    assert Context().source("officers") is None


def test_null_is_unknown_and_what_we_do_not_know_is_told() -> None:
    context, missed = wire.read_context({"role": None, "mood": "cross", "meeting": {"title": "C", "room": 2}}, "x")
    assert context.role is None
    assert [m.because for m in missed] == [
        "the context field mood is not known and was not used",
        "the context field meeting.room is not known and was not used",
    ]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"committees": "planning"}, "committees"),
        ({"role": "mayor"}, "role"),
        ({"on": "6 May"}, "on"),
        ({"local_time": 7}, "local_time"),
        ({"election": {"candidate": True}}, "election.poll"),
        ({"election": "2027"}, "election"),
        ({"attachments": [{"kind": "gif"}]}, "attachments[0].kind"),
        ({"meeting": {"in_progress": "yes"}}, "meeting.in_progress"),
        ([], "context"),
    ],
)
def test_a_known_field_of_the_wrong_type_is_an_error_that_names_it(data: object, field: str) -> None:
    with pytest.raises(BadInput, match=r"is needed there") as caught:
        wire.read_context(data, "x")
    assert caught.value.what == f"context field {field}" or caught.value.what.endswith(field)


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{", '{"id": 1, "text": "a"}', '{"id": "a"}', '{"id": "a", "text": "b", "kind": 3}', "[" * 100_000],
)
def test_a_bad_line_is_an_error_without_its_words(line: str) -> None:
    with pytest.raises(BadInput):
        wire.read_line(line, "x")


def test_an_unknown_kind_is_checked_as_a_post_and_told() -> None:
    _, draft, _, missed = wire.read_line('{"id": "a", "text": "b", "kind": "sonnet", "more": 1}', "x")
    assert draft.kind == "post"
    assert [m.because for m in missed] == ["the kind sonnet is not known; it was checked as a post"]


@given(st.text(max_size=200))
def test_an_answer_is_one_line_of_json_whatever_the_text(text: str) -> None:
    line = wire.dumps({"id": text, **wire.answer(check(Draft(text or "a")))})
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["id"] == text


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_line_is_read_or_refused(line: bytes) -> None:
    try:
        wire.read_line(line.decode("utf-8", "replace"), "x")
    except CllrError as error:
        assert error.because
