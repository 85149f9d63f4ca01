"""Text recognition by Tesseract, where it is installed. The pictures never leave this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from cllr.core.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 120
"""How long one page may take; a page of print takes two or three."""

_LANGUAGES = ("eng", "cym")
_COLUMNS, _ONE_COLUMN = "3", "4"
"""Modes of Tesseract: one finds columns, the other takes each row of the page as one line."""
_TORN_NUMBERS = re.compile(r"(?:^\(?\d+(?:\.\d+)+\)?\s+){3}", re.MULTILINE)
"""Numbers before hanging paragraphs, taken for a column of their own."""
_BULLET = re.compile(r"^(?:[¢©®«»*°]|e(?=\s+[A-Z]))\s+(?=\S)", re.MULTILINE)
"""What Tesseract reads where a bullet is printed at the beginning of a line."""


def reader() -> Callable[[bytes], str] | None:
    """Return a function that reads the picture of a page, or None where Tesseract is not installed.

    The function takes a portable any-map (PNM) and returns the text in reading order. It raises
    UnreadableDocument where Tesseract gives up or takes longer than `SECONDS`.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    languages = "+".join(_languages(program))

    def read(picture: bytes) -> str:
        # "-" is standard input, and standard output.
        command = [program, "-", "-", "-l", languages, "--psm"]
        text = _run([*command, _COLUMNS], picture)
        if _TORN_NUMBERS.search(text):
            text = _run([*command, _ONE_COLUMN], picture)
        return _BULLET.sub("• ", text)

    return read


def _languages(program: str) -> list[str]:
    """Return those of English and Welsh that this installation has data for."""
    known = _run([program, "--list-langs"], b"").split()
    return [language for language in _LANGUAGES if language in known] or ["eng"]


def _run(command: list[str], data: bytes) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            # More threads than one make a page slower, not faster.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableDocument(
            "Text recognition did not work",
            because="Tesseract could not read a page, or took too long",
            remedy="Get the document as it was written, or make a sharper scan of it",
        ) from error
    return done.stdout.decode("utf-8", "replace")
