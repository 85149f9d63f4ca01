"""The values every reader of documents gives: blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cllr.core.errors import TooLarge

Format = Literal["pdf", "docx", "html", "text"]

BlockKind = Literal["heading", "paragraph", "list-item", "table-cell", "footnote", "furniture"]
"""`furniture` is what the page carries besides the text: running heads, page numbers, navigation."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table; rows and columns count from 0 within the table."""

    table: int
    row: int
    column: int
    header: bool = False
    """Whether the document itself says that the cell is a heading of its column or row."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table cell, its words with single spaces and without its marker.

    `level` is 0 for the title and for what no level is known of, 1 for the outermost heading or list.
    `marker` is the number or bullet as the document prints it ("2.1.3", "(b)", "•"), whether it was typed or
    counted by the word processor. `bold` counts the characters at the beginning of `text` that are set in
    bold: all of them in a heading that is only a bold paragraph, the first few in a run-in heading.
    `because` says of furniture why it was set aside.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str | None = None
    page: int | None = None
    bold: int = 0
    cell: Cell | None = None
    because: str = ""
    glued: bool = False
    """Whether no space is printed between the marker and the words ("1.Can I")."""

    @property
    def printed(self) -> str:
        """Return the marker, where it is one that can be read out, and the words, as printed."""
        readable = self.marker is not None and any(char.isalnum() for char in self.marker)
        return f"{self.marker}{'' if self.glued else ' '}{self.text}".strip() if readable else self.text


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read. `notes` are whole sentences on what the reader had to assume or leave out."""

    name: str
    format: Format
    blocks: tuple[Block, ...]
    pages: int | None = None
    """Number of pages where the format has pages, else None."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be. All are far above any policy: a long one has 40 pages."""

    bytes: int = 25_000_000
    pages: int = 2_000
    characters: int = 5_000_000
    pictures: int = 40
    """Scanned pages that are put through text recognition; each takes two or three seconds."""

    def refuse_over(self, characters: int) -> None:
        """Raise TooLarge where a document has more characters than are read."""
        if characters > self.characters:
            raise TooLarge(
                "The document is too long",
                because=f"it holds more than {self.characters:,} characters",
                remedy="Read the policy alone, without appendices",
            )


LIMITS = Limits()
