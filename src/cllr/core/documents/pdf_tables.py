"""Tables of PDF pages, told from their rules: a table without rules is read as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cllr.core.documents.blocks import Block, Cell
from cllr.core.documents.lines import Line, blocks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cllr.core.documents.pdf_layout import Drawn, Page, Word

_THIN = 2.5
_LEAST = 8.0
"""Points: a rule is thinner than the one and longer than the other."""
_NEAR = 3.0
"""Rules closer than this meet, or are one."""

Rule = tuple[float, float, float]
"""Where a rule is, and from where to where it runs: height, left, right, or place across, bottom, top."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns and rows of a table: edges from left to right, and from the top down."""

    across: tuple[float, ...]
    down: tuple[float, ...]

    @property
    def columns(self) -> tuple[int, ...]:
        """Edges of the columns, rough enough to know them again on another page."""
        return tuple(round(edge / _NEAR) for edge in self.across)

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.down[0]

    def holds(self, word: Word) -> bool:
        """Say whether a word stands in the table."""
        return self.cell(word) is not None

    def cell(self, word: Word) -> tuple[int, int] | None:
        """Return row and column of the cell a word stands in."""
        middle, height = (word.left + word.right) / 2, word.base + 0.25 * word.size
        column = next((n for n, (a, b) in enumerate(pairwise(self.across)) if a <= middle < b), None)
        row = next((n for n, (a, b) in enumerate(pairwise(self.down)) if b <= height < a), None)
        return None if row is None or column is None else (row, column)


def grids_of(drawn: Sequence[Drawn], words: Sequence[Word], before: Grid | None) -> list[Grid]:
    """Return the tables of a page from the top down, each with words in more than half of its cells.

    A table has at least two columns and two rows; one that goes on from the page `before` may have one row.
    """
    level, upright = _rules(drawn)
    found: list[Grid] = []
    for group_level, group_upright in _connected(level, upright):
        down = tuple(sorted(_merged([y for y, _, _ in group_level]), reverse=True))
        grid = Grid(tuple(_merged([x for x, _, _ in group_upright])), down)
        least = 2 if before is not None and grid.columns == before.columns else 3
        if len(grid.across) < 3 or len(down) < least:
            continue
        cells = {grid.cell(word) for word in words} - {None}
        if 2 * len(cells) > (len(grid.across) - 1) * (len(down) - 1):
            found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def _rules(drawn: Sequence[Drawn]) -> tuple[list[Rule], list[Rule]]:
    """Return level and upright rules; the box of a cell has two of each."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for box in drawn:
        wide, high = box.right - box.left, box.top - box.bottom
        if high <= _THIN and wide >= _LEAST:
            level.append(((box.bottom + box.top) / 2, box.left, box.right))
        elif wide <= _THIN and high >= _LEAST:
            upright.append(((box.left + box.right) / 2, box.bottom, box.top))
        elif wide > _LEAST and high > _LEAST:
            level += [(box.bottom, box.left, box.right), (box.top, box.left, box.right)]
            upright += [(box.left, box.bottom, box.top), (box.right, box.bottom, box.top)]
    return level, upright


def _merged(places: Sequence[float]) -> list[float]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _NEAR:
            out.append(place)
    return out


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group rules that meet: an upright rule joins all level rules it touches."""
    groups: list[tuple[set[Rule], list[Rule]]] = []
    for rule in upright:
        x, low, high = rule
        touched = {
            (y, left, right)
            for y, left, right in level
            if left - _NEAR <= x <= right + _NEAR and low - _NEAR <= y <= high + _NEAR
        }
        if not touched:
            continue
        meeting = [group for group in groups if group[0] & touched]
        groups = [group for group in groups if not group[0] & touched]
        groups.append(
            (touched.union(*(held for held, _ in meeting)), [rule, *(each for _, held in meeting for each in held)])
        )
    return [(list(held), rules) for held, rules in groups]


def ready_cells(
    pages: Sequence[Page],
    words: Sequence[Sequence[Word]],
    grids: Sequence[Sequence[Grid]],
    cell_lines: Callable[[Sequence[Word], int], list[Line]],
) -> list[list[Line]]:
    """Return for each page its tables as lines that hold their cells; a table may go on over pages.

    `cell_lines` makes lines of the words of a cell.
    """
    out: list[list[Line]] = []
    table, row = -1, 0
    before: Grid | None = None
    heads: list[str] = []
    for page, held, found in zip(pages, words, grids, strict=True):
        lines: list[Line] = []
        for grid in found:
            goes_on = before is not None and before.columns == grid.columns and not lines
            if not goes_on:
                table, row, heads = table + 1, 0, []
            cells = _cells(grid, held, page.number, cell_lines)
            texts = [" ".join(block.text for block in blocks) for blocks, _ in cells.get(0, {}).values()]
            blocks = _blocks(cells, table, row, repeated=goes_on and texts == heads)
            heads = heads or texts
            row += len(grid.down) - 1
            before = grid
            lines.append(Line.of_blocks(blocks, page.number))
        before = before if found else None
        out.append(lines)
    return out


_Cells = dict[int, dict[int, tuple[list["Block"], bool]]]
"""By row and column: the blocks of a cell, and whether all of it is bold."""


def _cells(
    grid: Grid, words: Sequence[Word], page: int, cell_lines: Callable[[Sequence[Word], int], list[Line]]
) -> _Cells:
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        place = grid.cell(word)
        if place is not None:
            held.setdefault(place, []).append(word)
    cells: _Cells = {}
    for (row, column), inside in sorted(held.items()):
        bold = all(word.bold for word in inside)
        cells.setdefault(row, {})[column] = (blocks_of(cell_lines(inside, page)), bold)
    return cells


def _blocks(cells: _Cells, table: int, first: int, *, repeated: bool) -> list[Block]:
    """Make the blocks of a table; a row that is bold in every cell, where others are not, is a row of headings."""
    out: list[Block] = []
    bold = [row for row, columns in cells.items() if len(columns) > 1 and all(each for _, each in columns.values())]
    for row, columns in cells.items():
        header = row in bold and len(bold) < len(cells)
        for column, (blocks, _) in columns.items():
            for block in blocks:
                if row == 0 and repeated:
                    because = "heading in a table, repeated"
                    out.append(Block("furniture", block.printed, page=block.page, because=because))
                else:
                    cell = Cell(table, first + row, column, header)
                    out.append(replace(block, kind="table-cell", level=0, cell=cell))
    return out
