"""The wheel: whole, and without what only GOV.UK may use."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from tools.places import ROOT
from tools.prove import fresh_machine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_machine.wheel(ROOT, tmp_path_factory.mktemp("dist"))


def test_the_wheel_holds_no_reserved_font_crest_or_crown_and_none_of_our_material(wheel: Path) -> None:
    inside = fresh_machine.inside(wheel)
    assert inside["reserved fonts, crests or crowns"] == []
    assert inside["policies, corpora or tests"] == []
    assert inside["style sheet, kB"] > 50


def test_the_wheel_holds_what_the_package_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    source = ROOT / "src"
    held = [
        path
        for path in (source / "cllr").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".scss"
    ]
    missing = [str(path.relative_to(source)) for path in held if str(path.relative_to(source)) not in names]
    assert missing == []
