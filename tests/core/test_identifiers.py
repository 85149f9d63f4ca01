"""Details of a person by their form: what is found, that a text may repeat itself, that few signs find nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cllr.core import lexicon
from cllr.core.detectors._identifiers import AT_MOST, identifiers
from cllr.core.detectors.personal_data import DETECTOR as PERSONAL_DATA
from cllr.core.detectors.safety_of_own_information import DETECTOR as OWN_SAFETY
from cllr.core.model import Context, Draft, Match
from cllr.core.scene import Scene

DETAILS = {
    "ring 0113 496 0123": "telephone number",
    "ring +44 (0)113 496 0123": "telephone number",
    "write to jo.vane@vale.example.org": "e-mail address",
    "she lives at 12 Mill Lane": "home address",
    "she lives at Flat 2, 12 Mill Lane": "home address",
    "she lives at 5 Heol Fawr": "home address",
    "her house is LS1 4AP": "postcode",
    "his car is AB12 CDE": "registration mark",
    "the van reg begins AB12": "registration mark",
    "his number is QQ 12 34 56 C": "",
    "his number is JG 10 37 59 A": "National Insurance number",
    "her NHS number is 943 476 5919": "NHS number",
    "her NHS number is 943 476 5918": "",
    "pay into 12-34-56, 12345678": "bank account",
    "pay into GB82 WEST 1234 5698 7654 32": "bank account",
    "pay into GB83 WEST 1234 5698 7654 32": "",
    "she was born on 3rd of May 84": "date of birth",
    "his DOB: 3/5/1984": "date of birth",
    "see case number 12345": "case reference",
    "your ref: AB/1234": "case reference",
}
NOTHING = [
    "a@b",
    "a@a" * 50,
    "@jo and @ann.",
    "a." * 50,
    "1 " * 50,
    "0 1 (2) 3.4-5 " * 9,
    "+44 (0)" * 9,
    "1" * 99,
    "12-34-56",
]


def _scene(text: str) -> Scene:
    return Scene(Draft(text), Context(), lexicon.shipped())


def _found(text: str) -> list[tuple[str, str]]:
    scene = _scene(text)
    return [(one.kind, scene.norm[one.start : one.end]) for one in identifiers(scene)]


@pytest.mark.parametrize(("text", "kind"), DETAILS.items())
def test_a_detail_is_seen_by_its_form(text: str, kind: str) -> None:
    assert [found for found, _ in _found(text)] == ([kind] if kind else [])


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_begins_like_a_detail_is_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", DETAILS)
def test_a_text_that_repeats_itself_holds_what_each_part_holds(text: str) -> None:
    part = f"{text}. So it is.\n"
    assert _found(part * 30) == _found(part) * 30
    assert _found(part * (AT_MOST + 20)) == _found(part) * AT_MOST


def test_a_long_row_of_all_details_holds_each_of_them_in_its_order() -> None:
    parts = [f"{text}. So it is.\n" for text, kind in DETAILS.items() if kind]
    assert _found("".join(parts)) == [found for part in parts for found in _found(part)]


def test_one_place_gives_one_detail() -> None:
    found = identifiers(
        _scene("GB82 WEST 1234 5698 7654 32 and 0113 496 0123 at jo@b.org, 12 Mill Lane LS1 4AP " * 9)
    )
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) == 45


def test_details_are_worked_out_once_for_a_scene() -> None:
    scene = _scene("ring 0113 496 0123")
    assert identifiers(scene) is identifiers(scene)


def _matches(text: str) -> list[tuple[int | None, int | None]]:
    return [(m.start, m.end) for m in PERSONAL_DATA.look(_scene(text)) if isinstance(m, Match)]


@pytest.mark.parametrize(
    "part",
    [
        "Ring her up, her own number is 0113 496 0123. So it is.\nGood.\nWell.\n",
        "The driver lives at 12 Church Lane. So it is.\nGood.\nWell.\n",
        "The driver has AB12 CDE. So it is.\nGood.\nWell.\n",
        "His NHS number is 943 476 5919. So it is.\nGood.\nWell.\n",
    ],
)
def test_each_part_of_a_long_text_is_weighed_as_it_is_alone(part: str) -> None:
    alone = _matches(part)
    assert len(alone) == 1
    expected = [(a + len(part) * n, b + len(part) * n) for n in range(20) for a, b in alone if a is not None and b]
    assert _matches(part * 20) == expected


def test_a_public_place_counts_only_outside_the_address() -> None:
    assert _matches("The driver lives at 12 Church Lane.") != []
    assert _matches("The driver lives at 12 Church Lane, 12 Church Lane, 12 Church Lane.") != []
    assert _matches("The driver is at the church, 12 Church Lane.") == []


def test_a_detail_of_signs_alone_breaks_no_detector() -> None:
    for text in ("__@__.__", "Good. __@__.__", "__@__.__ 1 2 3"):
        assert list(PERSONAL_DATA.look(_scene(text))) == []
        assert list(OWN_SAFETY.look(_scene(text))) == []


def test_every_key_of_a_long_text_is_seen() -> None:
    part = "My spare key is under the mat, and my house is empty, we are away on holiday. "
    alone = list(OWN_SAFETY.look(_scene(part)))
    assert alone
    assert len(list(OWN_SAFETY.look(_scene(part * 20)))) == 20 * len(alone)
