"""Tables that only lay a text out, and the headings of those that are tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cllr.core.documents.blocks import Block, BlockKind, Cell
from cllr.core.documents.markers import parse
from cllr.core.documents.shape import ends_sentence, has_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = 6
"""The most words of the heading of a column or row that nothing but its shortness shows."""


def arranged(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each table of numbers and paragraphs made text, and the headings of others marked."""
    tables: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.cell is not None and block.kind == "table-cell":
            tables.setdefault(block.cell.table, []).append(index)
    out: list[Block | None] = list(blocks)
    for held in tables.values():
        cells = [blocks[index] for index in held]
        new = _as_text(cells) if _lays_out(cells) else _with_headings(cells)
        for index, cell in zip(held, new, strict=True):
            out[index] = cell
    return [block for block in out if block is not None]


def _place(block: Block) -> Cell:
    return block.cell if block.cell is not None else Cell(0, 0, 0)


def _only_marker(block: Block) -> bool:
    return block.marker is not None and not block.text


def _lays_out(cells: Sequence[Block]) -> bool:
    """Say whether a table has one column of text, with nothing or only markers before it."""
    worded = {_place(block).column for block in cells if not _only_marker(block)}
    return len(worded) == 1 and all(_place(block).column <= max(worded) for block in cells)


def _as_text(cells: Sequence[Block]) -> list[Block | None]:
    out: list[Block | None] = []
    waiting: dict[int, Block] = {}
    for block in cells:
        row = _place(block).row
        if _only_marker(block):
            waiting[row] = block
            out.append(None)
            continue
        marker, glued = block.marker, block.glued
        number = waiting.pop(row, None)
        if number is not None and marker is None:
            marker, glued = number.marker, False
        kind: BlockKind = "list-item" if marker is not None and not parse(marker).path else "paragraph"
        level = 1 if kind == "list-item" else 0
        out.append(replace(block, kind=kind, level=level, marker=marker, glued=glued, cell=None))
    return out


def _with_headings(cells: Sequence[Block]) -> list[Block | None]:
    """Mark the first row, and the first column, as headings where they are short and the rest is text."""
    if any(_place(block).header for block in cells):
        return list(cells)
    first_row = [block for block in cells if _place(block).row == 0]
    first_column = [block for block in cells if _place(block).column == 0 and _place(block).row > 0]
    rest = [block for block in cells if _place(block).row > 0 and _place(block).column > 0]
    long = sum(len(block.text.split()) for block in rest) > _SHORT * len(rest) > 0
    row = long and len(first_row) > 1 and all(_is_label(block) for block in first_row)
    column = long and len(first_column) > 1 and all(_is_label(block) for block in first_column)
    return [
        replace(block, cell=replace(_place(block), header=True))
        if (row and _place(block).row == 0) or (column and _place(block).column == 0)
        else block
        for block in cells
    ]


def _is_label(block: Block) -> bool:
    words = block.text.split()
    return 0 < len(words) <= _SHORT and not ends_sentence(block.text) and not has_verb(block.text)
