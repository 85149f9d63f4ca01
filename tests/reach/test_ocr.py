"""Text recognition: how Tesseract is asked, and what becomes of its answers. A stand-in answers for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from cllr.core.documents import read
from cllr.core.errors import UnreadableDocument
from cllr.reach import ocr
from tests.core.test_documents_refused import picture_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Install = Callable[[str], Path]

STAND_IN = """#!{python}
import os, sys
picture = sys.stdin.buffer.read()
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\neng\\ncym\\nosd")
    raise SystemExit
with open({asked!r}, "a") as log:
    print(*sys.argv[1:], os.environ["OMP_THREAD_LIMIT"], picture[:2].decode(), file=log)
mode = sys.argv[-1]
{answer}
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return what installs a stand-in that runs some lines of Python; it logs how it was asked."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def installed(answer: str) -> Path:
        program = tmp_path / "tesseract"
        asked = tmp_path / "asked"
        program.write_text(STAND_IN.format(python=sys.executable, asked=str(asked), answer=answer), encoding="utf-8")
        program.chmod(0o755)
        return asked

    return installed


def test_without_tesseract_there_is_no_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.reader() is None


def test_a_page_is_read_in_english_and_welsh_by_one_thread(install: Install) -> None:
    asked = install("print('Members must be kind.')")
    recognise = ocr.reader()
    assert recognise is not None
    assert recognise(b"P5\n1 1\n255\n\x00").strip() == "Members must be kind."
    assert asked.read_text(encoding="utf-8").splitlines() == ["- - -l eng+cym --psm 3 1 P5"]


def test_bullets_that_are_read_as_other_signs(install: Install) -> None:
    install("print('Members must:\\n¢ be kind\\ne Be brief\\n* be true\\nexcept in need')")
    recognise = ocr.reader()
    assert recognise is not None
    assert recognise(b"P5").split("\n")[1:5] == ["• be kind", "• Be brief", "• be true", "except in need"]


def test_numbers_torn_from_their_paragraphs_are_read_again_row_by_row(install: Install) -> None:
    asked = install("print('1.1\\n1.2\\n1.3\\nBe kind.' if mode == '3' else '1.1 Be kind.')")
    recognise = ocr.reader()
    assert recognise is not None
    assert recognise(b"P5").strip() == "1.1 Be kind."
    assert [line.split()[5] for line in asked.read_text(encoding="utf-8").splitlines()] == ["3", "4"]


@pytest.mark.parametrize("answer", ["raise SystemExit(1)", "import time; time.sleep(60)"])
def test_a_program_that_gives_up_or_hangs(answer: str, install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install(answer)
    recognise = ocr.reader()
    assert recognise is not None
    monkeypatch.setattr(ocr, "SECONDS", 0.5)
    with pytest.raises(UnreadableDocument, match="did not work") as caught:
        recognise(b"P5")
    assert caught.value.remedy


def test_a_scanned_policy_is_read_through_it(install: Install) -> None:
    install("print('1. Members must\\nbe kind.\\n\\n2. Be brief.')")
    document = read(picture_pdf(), "scan.pdf", ocr=ocr.reader())
    assert [(block.marker, block.text) for block in document.blocks] == [
        ("1.", "Members must be kind."),
        ("2.", "Be brief."),
    ]
