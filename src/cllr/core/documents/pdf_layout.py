"""Where the words of PDF pages belong: rows, columns, tables, running heads, and drawn bullets.

Lengths are in points. Words come in any order; everything is told from where they stand on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from cllr.core.documents import furniture
from cllr.core.documents.lines import Line
from cllr.core.documents.markers import parse
from cllr.core.documents.pdf_tables import Grid, grids_of, ready_cells
from cllr.core.documents.shape import is_closed, runs_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]{1,2}|[ivx]{1,5})[.):]{0,2}|[A-Z][.)]|[^\w\s]|[o§]|Q\d+[.:]?"
)
_GAP = 0.9
"""Words further apart than this, in sizes of type, stand apart: no word space is so wide in ordinary setting."""
_SAME_ROW = 0.4
"""Base lines closer than this, in sizes of type, are one row: a raised figure is, the next line is not."""
_FEWEST = 4
"""Rows of the shorter of two columns."""
_MOST = 300
"""Rows of a page on which columns are looked for; a page with more is no page of a policy."""
_EDGE = 3
"""Running heads and feet are looked for in so many rows from the edges of the page."""


@dataclass(slots=True)
class Word:
    """A word: where it begins and ends, its base line, the size of its type."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """The box of something drawn."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Page:
    """What stands on a page."""

    number: int
    words: list[Word]
    drawn: list[Drawn]


@dataclass(slots=True)
class Segment:
    """Words of one row that stand close together."""

    words: list[Word]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Words with single spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Row:
    """Segments on one base line, from left to right."""

    base: float
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of the row."""
        return " ".join(segment.text for segment in self.segments)


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of all pages in reading order: columns one after another, tables cell by cell."""
    upright = [[word for word in page.words if word.upright] for page in pages]
    grids: list[list[Grid]] = []
    for page, words in zip(pages, upright, strict=True):
        grids.append(grids_of(page.drawn, words, grids[-1][-1] if grids and grids[-1] else None))
    rows = [
        _rows([word for word in words if not any(grid.holds(word) for grid in held)])
        for words, held in zip(upright, grids, strict=True)
    ]
    aside = _furniture(rows)
    bodies = [
        [row for index, row in enumerate(held) if index not in found] for held, found in zip(rows, aside, strict=True)
    ]
    known = [gutter for body in bodies if (gutter := _gutter(body)) is not None]
    lines: list[Line] = []
    tables = ready_cells(pages, upright, grids, cell_lines)
    for place, page in enumerate(pages):
        turned = " ".join(word.text for word in page.words if not word.upright)
        if turned:
            lines.append(_set_aside(turned, page.number, "turned text, as a watermark"))
        page_lines = list(
            _page_lines(page, rows[place], aside[place], list(zip(grids[place], tables[place], strict=True)), known)
        )
        lines.extend(page_lines)
    _limit(lines)
    _contents(lines)
    return lines


def cell_lines(words: Sequence[Word], page: int) -> list[Line]:
    """Return the lines of a table cell."""
    lines = [_line(row.segments, page) for row in _rows(words)]
    for above, line in pairwise(lines):
        line.above = above.base - line.base
    right = max((line.right for line in lines), default=0.0)
    for line in lines:
        line.limit = right
    return lines


def _rows(words: Sequence[Word]) -> list[Row]:
    """Put words in rows, top down, and part each row where words stand apart."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and rows[-1][0].base - word.base < _SAME_ROW * max(rows[-1][0].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    out = []
    for held in rows:
        held.sort(key=lambda word: word.left)
        row = Row(max(held, key=lambda word: word.size).base)
        for word in held:
            if row.segments and word.left - row.segments[-1].right < _GAP * word.size:
                _append(row.segments[-1], word)
            else:
                row.segments.append(Segment([word]))
        out.append(row)
    return out


def _append(segment: Segment, word: Word) -> None:
    last = segment.words[-1]
    if word.left - last.right < 0.06 * word.size and word.size < 0.8 * last.size:
        # A raised figure or letter drawn against its word ("14th") is part of it.
        last.text, last.right = last.text + word.text, word.right
    else:
        segment.words.append(word)


def _furniture(pages: Sequence[Sequence[Row]]) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in pages]
    for step in (1, -1):
        edges = [list(range(len(rows)))[::step][:_EDGE] for rows in pages]
        texts = [[rows[index].text for index in edge] for rows, edge in zip(pages, edges, strict=True)]
        for page, place in furniture.running_lines(texts):
            found[page].add(edges[page][place])
    return found


def _set_aside(text: str, page: int, because: str) -> Line:
    return Line(text, 0.0, 0.0, None, 0.0, 0.0, page=page, because=because)


def _page_lines(
    page: Page,
    rows: Sequence[Row],
    aside: set[int],
    tables: Sequence[tuple[Grid, Line]],
    known: Sequence[float],
) -> Iterator[Line]:
    """Yield the lines of a page: heads, then the text between its tables, then feet."""
    body = [row for index, row in enumerate(rows) if index not in aside]
    middle = body[len(body) // 2].base if body else 0.0
    outer = [rows[index] for index in sorted(aside)]
    for row in outer:
        if row.base >= middle:
            yield _set_aside(row.text, page.number, _why(row.text))
    top = float("inf")
    for grid, table in sorted(tables, key=lambda pair: -pair[0].top):
        yield from _columns([row for row in body if grid.top <= row.base < top], page, known)
        yield table
        top = grid.top
    yield from _columns([row for row in body if row.base < top], page, known)
    for row in outer:
        if row.base < middle:
            yield _set_aside(row.text, page.number, _why(row.text))


def _why(text: str) -> str:
    return furniture.PAGE_NUMBER if furniture.is_page_number(text) or text.strip().isdigit() else furniture.RUNNING


def _columns(rows: Sequence[Row], page: Page, known: Sequence[float], column: str = "") -> Iterator[Line]:
    """Yield rows in reading order: where two columns stand side by side, the left one first.

    `known` are the columns of other pages: a page with few lines has them too where no word crosses them.
    """
    gutter = _gutter(rows)
    if gutter is None and not column:
        gutter = next((edge for edge in known if _is_clear(rows, edge)), None)
    if gutter is None:
        yield from _column(rows, page, column)
        return
    band: list[Row] = []
    for row in rows:
        if any(segment.left < gutter < segment.right for segment in row.segments):
            yield from _side_by_side(band, gutter, page, column)
            band = []
            yield from _column([row], page, column)
        else:
            band.append(row)
    yield from _side_by_side(band, gutter, page, column)


def _column(rows: Sequence[Row], page: Page, column: str) -> Iterator[Line]:
    above: Line | None = None
    for row in rows:
        line = _line(row.segments, page.number, _bullet(row.segments[0], row, page.drawn))
        line.column = column
        line.above = above.base - line.base if above is not None else None
        above = line
        yield line


def _side_by_side(band: Sequence[Row], gutter: float, page: Page, column: str) -> Iterator[Line]:
    for side in "LR":
        held = [
            Row(max(inside[0].words, key=lambda word: word.size).base, inside)
            for row in band
            if (inside := [each for each in row.segments if (each.left < gutter) == (side == "L")])
        ]
        yield from _columns(held, page, (), column + side)


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where the right column begins, or None where the rows are one column.

    Two columns of text are about as wide as one another and mostly filled; few rows cross the space between
    them. Markers before hanging paragraphs, and labels before their values, are no column.
    """
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    start = min(segment.left for row in rows for segment in row.segments)
    end = max(segment.right for row in rows for segment in row.segments)
    best: tuple[int, float] | None = None
    for edge in sorted({round(each.left) - 1.0 for row in rows for each in row.segments}):
        if not 0.25 < (edge - start) / max(end - start, 1.0) < 0.75:
            continue
        score = _columns_at(edge, rows, start)
        if score and (best is None or score > best[0]):
            best = (score, edge)
    return best[1] if best else None


def _is_clear(rows: Sequence[Row], edge: float) -> bool:
    sides = {segment.left < edge for row in rows for segment in row.segments}
    return len(sides) == 2 and not any(each.left < edge < each.right for row in rows for each in row.segments)


def _columns_at(edge: float, rows: Sequence[Row], start: float) -> int:
    """Return how many rows speak for a column that begins at an edge; 0 where it can be none."""
    left: list[float] = []
    right = crossed = markers = 0
    for row in rows:
        before = [segment for segment in row.segments if segment.right <= edge]
        if any(segment.left < edge < segment.right for segment in row.segments):
            crossed += 1
            continue
        right += len(before) < len(row.segments)
        if before:
            left.append(before[-1].right)
            markers += all(_MARKER.fullmatch(segment.text) for segment in before)
    few = min(len(left), right)
    if few < _FEWEST or crossed * 2 > few or markers * 2 > len(left):
        return 0
    filled = sum(left) / len(left) - start
    return 0 if filled < 0.5 * (edge - start) else few * 2 - crossed


def _bullet(first: Segment, row: Row, drawn: Sequence[Drawn]) -> str | None:
    """Return a bullet where a small shape is drawn before the first word of a row."""
    size = first.words[0].size
    for shape in drawn:
        wide, high = shape.right - shape.left, shape.top - shape.bottom
        small = 0.1 * size < wide < 0.8 * size and 0.6 < wide / max(high, 0.01) < 1.7
        beside = 0 < first.left - shape.right < 3 * size
        if small and beside and row.base - 0.1 * size < (shape.bottom + shape.top) / 2 < row.base + 0.8 * size:
            return "•"
    return None


def _line(segments: Sequence[Segment], page: int, bullet: str | None = None) -> Line:
    words = [word for segment in segments for word in segment.words]
    marker, left = bullet, words[0].left
    if bullet is None and len(segments) > 1 and _is_marker(segments[0].text):
        marker = segments[0].text
        words = words[len(segments[0].words) :]
    text = " ".join(word.text for word in words)
    bold = sum(len(word.text) + 1 for word in takewhile(lambda word: word.bold, words))
    size = max(words, key=lambda word: len(word.text)).size
    return Line(
        text,
        left,
        right=max(word.right for word in words),
        above=None,
        limit=0.0,
        first=words[0].right - words[0].left + 0.25 * size,
        size=size,
        bold=min(bold, len(text)),
        page=page,
        marker=marker,
        base=max(words, key=lambda word: word.size).base,
    )


def _is_marker(text: str) -> bool:
    """Say whether a segment that stands apart from the words after it is a marker; a bare number may be any."""
    if not _MARKER.fullmatch(text) or text.isdigit():
        return False
    return bool(parse(text).path) or not text[0].isalnum() or text in "o§"


def _limit(lines: Sequence[Line]) -> None:
    """Set the right edge of each line's column: as far as lines of such a column reach that surely go on below.

    Other lines may reach further: a foot that nothing shows to be one, or a heading over two columns.
    """
    body = [line for line in lines if line.is_text]
    every: dict[str, list[float]] = {}
    sure: dict[str, list[float]] = {}
    for line in body:
        every.setdefault(line.column, []).append(line.right)
    for line, below in pairwise(body):
        if runs_on(below.text) and not is_closed(line.text) and line.column == below.column:
            sure.setdefault(line.column, []).append(line.right)
    for line in body:
        known = sure.get(line.column, [])
        line.limit = max(known if len(known) >= _FEWEST else every[line.column])


def _contents(lines: Sequence[Line]) -> None:
    body = [line for line in lines if line.is_text]
    texts = [f"{line.marker} {line.text}" if line.marker else line.text for line in body]
    for index in furniture.contents_list(texts):
        body[index].text, body[index].marker, body[index].because = texts[index], None, furniture.CONTENTS
