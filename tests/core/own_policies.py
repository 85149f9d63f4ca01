"""The invented policies of tests/data/policies with their truth, and what an account of a document needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tools import render_policies
from tools.places import ROOT

from cllr.core.clauses import statements
from cllr.core.documents import Document, read
from cllr.core.documents.markers import parse

if TYPE_CHECKING:
    from pathlib import Path

    from cllr.core.policy import Remainder, Statement

PLACE = ROOT / "tests/data/policies"
TITLE = "Social media policy"

Read = tuple[Document, tuple["Statement", ...], tuple["Remainder", ...]]


@dataclass(frozen=True, slots=True)
class Own:
    """One of our policies: its file, and the sentences it truly has."""

    path: Path
    encoding: str = "utf-8"

    @property
    def rows(self) -> tuple[render_policies.Row, ...]:
        """Return the sentences with their printed numbers, in order."""
        truth = PLACE / f"{self.path.stem}.truth.jsonl"
        return render_policies.truth_of(truth.read_text(encoding="utf-8").splitlines())

    @property
    def text(self) -> str:
        """Return the file as text."""
        return self.path.read_bytes().decode(self.encoding).replace("\r\n", "\n")


OWN = {
    path.stem: Own(path, "cp1252" if path.stem == "thornfield-district" else "utf-8")
    for path in sorted(PLACE.iterdir())
    if path.suffix in {".txt", ".md", ".html"} and path.name != "README.md"
}
RENDERED = [name for name, own in OWN.items() if own.path.suffix != ".html"]
"""Those that `render_policies` can take apart: it reads plain text."""
RENDERINGS = [name for name in render_policies.RENDERINGS if name != "pdf, chromium"]


@cache
def as_it_is(name: str) -> Read:
    """Read one of our policies from its own file."""
    return whole(OWN[name].path.read_bytes(), OWN[name].path.name)


@cache
def rendered(name: str, rendering: str) -> Read:
    """Read one of our policies from a rendering of it."""
    suffix, render = render_policies.RENDERINGS[rendering]
    own = OWN[name]
    return whole(render(render_policies.parts_of(own.text, own.rows), TITLE), f"{name}.{suffix}")


def whole(data: bytes, name: str) -> Read:
    """Read a document, its statements and its remainder."""
    document = read(data, name)
    return document, *statements(document)


def numbered(data: bytes, name: str) -> list[tuple[str | None, str]]:
    """Read a document: its statements with their printed numbers."""
    return [(statement.printed_ref, statement.text) for statement in whole(data, name)[1]]


def letters(text: str) -> Counter[str]:
    """Count the letters and digits of a text."""
    return Counter(char for char in text if char.isalnum())


def shown(read_whole: Read) -> Counter[str]:
    """Count the letters and digits of statements and remainder."""
    _, held, remainder = read_whole
    return letters(" ".join([*(statement.text for statement in held), *(part.text for part in remainder)]))


def numbers(read_whole: Read) -> Counter[str]:
    """Count the letters and digits of the numbers that statements are printed with and do not hold themselves."""
    document, held, _ = read_whole
    asked = {statement.text for statement in held if " / question " in statement.clause}
    out: Counter[str] = Counter()
    for block in document.blocks:
        is_number = block.marker is not None and bool(parse(block.marker).path)
        header = block.cell is not None and block.cell.header
        if is_number and not header and block.kind not in {"heading", "furniture"} and block.printed not in asked:
            out += letters(block.marker or "")
    return out
