"""The settings load, hang together, and are written as their files promise."""

from __future__ import annotations

from typing import get_args

import pytest

from cllr.core.catalogue import Setting, setting, settings
from cllr.core.errors import UnknownName
from cllr.core.model import Weight

ALL = list(settings().values())
CHOSEN = {"word", "set", "list"}


def test_there_are_89_in_seven_themes() -> None:
    assert len(ALL) == 89
    assert {each.theme for each in ALL} == {"profile", "capacity", "voice", "people", "tone", "decisions", "upkeep"}


def test_every_point_on_which_policies_differ_has_one() -> None:
    assert {each.conflict for each in ALL} == {f"C{number}" for number in range(1, 31)} | {"gap"}


@pytest.mark.parametrize("found", ALL, ids=lambda each: each.id)
def test_a_setting_is_whole(found: Setting) -> None:
    assert found.asks.endswith("?")
    assert found.silent.endswith(".")
    assert found.provisions
    assert len(set(found.provisions)) == len(found.provisions)
    if found.shape in CHOSEN:
        assert found.values
    else:
        assert found.shape in {"number", "role", "roles"}
        assert not found.values
    names = [choice.value for choice in found.values]
    assert len(set(names)) == len(names)
    assert "silent" not in names
    for choice in found.values:
        assert choice.changes.endswith((".", "?"))
        assert set(choice.weights) <= set(found.provisions)
        assert set(choice.weights.values()) <= set(get_args(Weight))


def test_weights_are_those_of_the_values() -> None:
    logo = {choice.value: choice.weights for choice in setting("logo-use").values}
    assert logo["forbidden"] == {"logo-use-permission": "stop"}
    anonymity = {choice.value: choice.weights for choice in setting("anonymity").values}
    assert anonymity == {
        "forbidden": {"anonymity-and-pseudonyms": "stop"},
        "discouraged": {"anonymity-and-pseudonyms": "advise"},
        "allowed": {},
    }


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(UnknownName):
        setting("colour-of-the-logo")
