"""Pages: what they show, what they refuse, and that they carry nothing of the visitor along."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.test import Client
from django.test.utils import override_settings

from cllr.core import policy_file
from cllr.web import carrying, middleware
from tests.core.test_policy_file import COUNTY

CLOSED = "Nothing the applicant says could change my mind about the quarry."


@pytest.fixture(autouse=True)
def _built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the style sheet as built; one test below looks at what happens without it."""
    monkeypatch.setattr(middleware, "BUILT", Path(__file__))


@pytest.fixture
def client() -> Client:
    """Return a browser that shows what a server would send, errors too."""
    return Client(raise_request_exception=False)


def words(response: Any) -> str:
    """Return the visible words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def upload(name: str, data: bytes) -> io.BytesIO:
    """Return a file to send."""
    stream = io.BytesIO(data)
    stream.name = name
    return stream


@pytest.mark.parametrize("address", ["/", "/check", "/policy"])
def test_pages_open_and_set_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_a_quiet_draft_says_that_nothing_found_is_not_clearance(client: Client) -> None:
    response = client.post("/check", {"text": "The bins go out on Friday.", "kind": "post"})
    assert response.status_code == 200
    assert "Nothing found" in words(response)
    assert "Nothing found is not clearance" in words(response)
    assert not response.cookies


def test_a_finding_is_marked_and_explained(client: Client) -> None:
    response = client.post("/check", {"text": "Five ciders down and I have opinions.", "kind": "post"})
    page = response.content.decode()
    assert "Think again" in words(response)
    assert re.search(r'<mark class="cllr-mark cllr-mark--advise">Five ciders down</mark>', page)
    assert 'id="finding-1"' in page
    assert "What was not checked" in page


def test_what_you_tell_changes_the_answer(client: Client) -> None:
    told = {"text": CLOSED, "kind": "post", "role": "councillor", "committees": "planning"}
    assert "Will you take part in deciding this matter" in words(client.post("/check", told))


def test_a_draft_is_shown_as_text_never_as_html(client: Client) -> None:
    response = client.post("/check", {"text": "<script>alert(1)</script> Five ciders down", "kind": "post"})
    assert "<script>alert(1)" not in response.content.decode()
    assert "&lt;script&gt;alert(1)" in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({"text": "", "kind": "post"}, "Enter the words you want to post"),
        ({"text": "   \n ", "kind": "post"}, "Enter the words you want to post"),
        ({"text": "a", "kind": "post", "on": "31/2/2026"}, "Enter a real date"),
        ({"text": "a", "kind": "post", "against": "file"}, "Choose the policy to check against"),
        ({"text": "a" * 100_001, "kind": "post"}, "100,000 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_above(client: Client, sent: dict[str, str], error: str) -> None:
    response = client.post("/check", sent)
    assert response.status_code == 400
    assert words(response).count(error) == 2
    assert "Error: Check a draft" in response.content.decode()


def test_a_policy_file_is_shown_taken_away_and_checked_against(client: Client) -> None:
    sent = {"document": upload("county.policy.json", policy_file.dumps(COUNTY).encode())}
    response = client.post("/policy", sent)
    assert response.status_code == 200
    assert "Wexmoor County" in words(response)
    assert "Members must not be rude." in words(response)
    packed = re.search(r'name="policy_packed" value="([^"]+)"', response.content.decode())
    assert packed is not None
    assert carrying.unpack(packed[1]) == COUNTY
    taken = client.post("/policy/file", {"policy_packed": packed[1]})
    assert taken["Content-Disposition"] == 'attachment; filename="wexmoor-county.policy.json"'
    assert json.loads(taken.content)["digest"] == COUNTY.digest
    checked = client.post("/check", {"text": "Hello", "kind": "post", "against": "file", "policy_packed": packed[1]})
    assert "Checked against Wexmoor County" in words(checked)
    assert 'name="policy_packed"' in checked.content.decode()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "The document is empty"),
        (b'{"format": "other"}', "it is not of format"),
        (
            b'{"format": "cllr-policy/1", "extends": {"file": "a.json"}, "council": "A", "version": "1"}',
            "which is not here",
        ),
    ],
)
def test_a_policy_that_cannot_be_read_says_why(client: Client, data: bytes, error: str) -> None:
    response = client.post("/policy", {"document": upload("a.json", data)})
    assert response.status_code == 400
    assert error in words(response)


@pytest.mark.parametrize("packed", ["", "not base64!", "eJw=", carrying.pack(COUNTY)[:-8]])
def test_a_policy_that_did_not_arrive_whole_is_refused(client: Client, packed: str) -> None:
    assert client.post("/policy/file", {"policy_packed": packed}).status_code == 400
    if packed:
        sent = {"text": "a", "kind": "post", "against": "file", "policy_packed": packed}
        assert "did not arrive whole" in words(client.post("/check", sent))


def test_a_hidden_field_cannot_unfold_without_bound(client: Client) -> None:
    import base64
    import zlib

    bomb = base64.b64encode(zlib.compress(b" " * (policy_file.LIMIT + 1), 9)).decode()
    assert client.post("/policy/file", {"policy_packed": bomb}).status_code == 400


def test_an_upload_over_the_limit_is_refused_before_it_is_read(client: Client) -> None:
    response = client.post("/policy", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="99999999")
    assert response.status_code == 413
    assert "over 25 MB" in words(response)


def test_no_such_page_and_wrong_method(client: Client) -> None:
    assert client.get("/nowhere").status_code == 404
    assert "Page not found" in words(client.get("/nowhere"))
    assert client.put("/check").status_code == 405


def test_a_crash_shows_a_page_without_the_draft(client: Client) -> None:
    with mock.patch("cllr.web.views.check.check_for", side_effect=ValueError("secret words")):
        response = client.post("/check", {"text": "secret words", "kind": "post"})
    assert response.status_code == 500
    assert "secret" not in response.content.decode()
    assert "nothing of your draft was kept" in words(response).lower()


def test_without_the_style_sheet_every_page_says_so_in_one_line(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "BUILT", Path("/nowhere.css"))
    response = client.get("/check")
    assert response.status_code == 503
    assert response.content.decode().count("\n") == 1
    assert "make assets" in response.content.decode()


@override_settings(ALLOWED_HOSTS=["council.example"])
def test_another_host_name_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
