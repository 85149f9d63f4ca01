"""Lines on a page, put together to paragraphs, list items and headings.

Plain text and PDF know lines only. Whether two lines belong together is told by what a reader's eye goes by:
a marker, the distance between them, the size of the type, whether the upper line was full, how it ends and how
the lower one begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from cllr.core.documents.blocks import Block, BlockKind
from cllr.core.documents.joining import Hyphens
from cllr.core.documents.markers import Sequence, parse, split
from cllr.core.documents.shape import (
    begins_large,
    ends_sentence,
    goes_on,
    is_closed,
    is_fact,
    leads_in,
    like_heading,
    refers_on,
    runs_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence as Several

_RUN_IN = re.compile(r"[A-Z][\w'’&/-]*(?: [\w'’&/-]+){0,3}: [A-Z]")
_ASKS_ON = re.compile(r"[^.!?]*\?")
_WIDER = 1.25
"""A distance is a gap from a quarter above the usual on: the smallest paragraph spacing in use is a third."""


@dataclass(slots=True)
class Line:
    """One printed line. Lengths are in points, or in characters for plain text.

    `above` is the distance to the line above in the same column, None at the top of a page or column. `limit`
    is the right edge of the column, infinite where lines are not broken by width; `first` is the width of the
    first word with its space.
    """

    text: str
    left: float
    right: float
    above: float | None
    limit: float
    first: float
    size: float = 1.0
    """Size of the type in points; 1 for plain text, which has none."""
    bold: int = 0
    """How many characters at the beginning are bold."""
    page: int | None = None
    level: int = 0
    """Level of a heading where the line itself says that it is one, else 0."""
    marker: str | None = None
    """A marker that the layout shows: drawn, or set apart from the words."""
    base: float = 0.0
    """Height of the base line, where lines have one."""
    column: str = ""
    """Which column of the page it stands in: "L" the left, "R" the right, "" the only one."""
    because: str = ""
    """Why the line is furniture, if it is."""
    ready: tuple[Block, ...] = ()
    """Blocks that stand here and are no lines: the cells of a table."""

    @classmethod
    def of_blocks(cls, blocks: Iterable[Block], page: int | None) -> Line:
        """Return the place of blocks that are ready."""
        return cls("", 0.0, 0.0, None, 0.0, 0.0, page=page, ready=tuple(blocks))

    @property
    def is_text(self) -> bool:
        """Say whether it is a line of the text, not furniture and not a place of blocks."""
        return not self.because and not self.ready

    @property
    def wholly_bold(self) -> bool:
        """Say whether all of it is bold."""
        return self.bold >= len(self.text) > 0

    @property
    def typeset(self) -> bool:
        """Say whether its lengths are measured, not counted in characters."""
        return self.size > 1.0


@dataclass(slots=True)
class _Open:
    """The block that is being put together."""

    lines: list[Line]
    pieces: list[str]
    marker: str | None
    bold: int
    glued: bool

    @property
    def end(self) -> str:
        """Return the words it has so far, or the last of them."""
        return self.pieces[-1] if self.pieces else ""

    @property
    def is_item(self) -> bool:
        """Say whether it has a marker."""
        return self.marker is not None


@dataclass(slots=True)
class _Assembly:
    """What is known over the whole document while its lines are put together."""

    usual: dict[int, float]
    hyphens: Hyphens
    sequence: Sequence = field(default_factory=Sequence)
    signs: list[str] = field(default_factory=list)
    """Bullets in use, outermost first: another bullet means a list in the list."""


def blocks_of(lines: Several[Line]) -> list[Block]:
    """Put lines together to blocks, in the order given. Furniture stands between blocks, one for each line."""
    body = [line for line in lines if line.is_text]
    assembly = _Assembly(_usual_distances(body), Hyphens.of([line.text for line in body]))
    out: list[Block] = []
    aside: list[Block] = []
    now: _Open | None = None
    for line, below in zip(lines, _following(lines), strict=True):
        if line.because:
            aside.append(Block("furniture", line.text, page=line.page, because=line.because))
            continue
        begun = None if line.ready else _begin(now, line, below, assembly)
        if begun is None and now is not None and not line.ready:
            _extend(now, line, assembly)
            continue
        if now is not None:
            out.append(_close(now, assembly.signs))
        out += [*aside, *line.ready]
        aside.clear()
        now = begun
    if now is not None:
        out.append(_close(now, assembly.signs))
    return out + aside


def _following(lines: Several[Line]) -> list[Line | None]:
    """Return for each line the next one of the text."""
    out: list[Line | None] = []
    below: Line | None = None
    for line in reversed(lines):
        out.append(below)
        below = line if line.is_text else below
    return out[::-1]


def _begin(now: _Open | None, line: Line, below: Line | None, assembly: _Assembly) -> _Open | None:
    """Open a block with this line, or return None where the line goes on with the block that is open."""
    new = now is None or _parts(now, line, assembly) or _leads(now, line, below)
    early = now is not None and not _full(now.lines[-1], line, slack=_tight(line))
    firm = new or early or (now is not None and is_closed(now.end))
    marker, text = line.marker, line.text
    if marker is not None:
        if parse(marker).path:
            assembly.sequence.enter(parse(marker))
    elif now is None or not _refers(now, line, full=not early):
        marker, text = split(line.text, assembly.sequence, firm=firm)
    alone = now is not None and now.is_item and not now.pieces
    if marker is None and (not new or alone):
        return None
    taken = len(line.text) - len(text)
    glued = line.marker is None and marker is not None and taken == len(marker) and bool(text)
    return _Open([line], [text] if text else [], marker, max(0, line.bold - taken), glued)


def _refers(now: _Open, line: Line, *, full: bool) -> bool:
    """Say whether the open block ends in a word that the line completes: "paragraph / 3.2", but not "Rules / 1."."""
    if len(now.lines) == 1 and like_heading(now.end):
        return False
    return line.text[:1].isalnum() and refers_on(now.end, full=full)


def _tight(line: Line) -> float:
    """Return how much of the width a full line may leave: of points hardly any, of characters an eighth."""
    return 0.02 if line.typeset else 0.13


def _parts(now: _Open, line: Line, assembly: _Assembly) -> bool:
    """Say whether a paragraph ends between the open block and this line, markers apart."""
    above = now.lines[-1]
    if not now.pieces:
        return False
    if line.level or above.level or _restyled(now, line):
        return True
    closed = is_closed(now.end)
    if runs_on(line.text) and not (closed if now.is_item else ends_sentence(now.end)):
        return False
    if _apart(now, line, assembly, closed=closed) or _is_over(now, line):
        return True
    if leads_in(now.end) and begins_large(line.text):
        return True
    if _full(above, line, slack=_tight(line)) or goes_on(now.end):
        return False
    one_line = len(now.lines) == 1 and not now.is_item and (like_heading(now.end) or is_fact(now.end))
    return closed or one_line or not _full(above, line, slack=0.08 if line.typeset else 0.25)


def _restyled(now: _Open, line: Line) -> bool:
    """Say whether the type changes as it does under a heading, and not for a passage in a paragraph."""
    above = now.lines[-1]
    if abs(line.size - above.size) > 0.08 * above.size:
        return True
    if line.wholly_bold == above.wholly_bold:
        return False
    if line.wholly_bold:
        return not runs_on(line.text) and is_closed(now.end)
    return all(each.wholly_bold for each in now.lines)


def _is_over(now: _Open, line: Line) -> bool:
    """Say whether an item is over: it ends in a semicolon, or it is a question and here begins its answer."""
    if not now.is_item or runs_on(line.text):
        return False
    asked = now.end.endswith("?") and bool(parse(now.marker or "").path)
    return now.end.endswith(";") or (asked and not _ASKS_ON.match(line.text))


def _apart(now: _Open, line: Line, assembly: _Assembly, *, closed: bool) -> bool:
    """Say whether the place of a line parts it from the block: a gap above it, or another left edge."""
    above = now.lines[-1]
    if line.above is None:
        # A line over the whole page and one in a column of it are no paragraph.
        return line.page == above.page and line.column != above.column and "" in {line.column, above.column}
    usual = assembly.usual.get(round(line.size * 2), 0.0)
    if usual and line.above > _WIDER * usual:
        return True
    if not line.typeset or not closed or line.column != above.column:
        return False
    shift = line.left - above.left
    if len(now.lines) > 1:
        return abs(shift) > 0.6 * line.size
    return above.marker is not None and shift < -0.3 * line.size


def _leads(now: _Open, line: Line, below: Line | None) -> bool:
    """Say whether a line after a full stop can only begin a paragraph: it is a heading, or has one run in."""
    if not ends_sentence(now.end) or (now.is_item and line.text.endswith("?")):
        return False
    if _RUN_IN.match(line.text):
        return True
    short = line.right - line.left < 0.6 * (line.limit - line.left)
    return short and like_heading(line.text) and (below is None or not runs_on(below.text))


def _full(above: Line, line: Line, *, slack: float) -> bool:
    """Say whether the first word of a line would not have fitted on the line above."""
    return above.right + line.first > above.limit - slack * (above.limit - above.left)


def _extend(now: _Open, line: Line, assembly: _Assembly) -> None:
    """Add a line to the open block, mending a word that was broken at the end of the line above."""
    all_bold = all(each.wholly_bold for each in now.lines)
    now.lines.append(line)
    if not now.pieces:
        now.pieces, now.bold = [line.text], line.bold
        return
    above, below = assembly.hyphens.joined(now.pieces[-1], line.text)
    now.pieces[-1:] = [above, below]
    if all_bold and line.bold:
        now.bold += line.bold + len(below) - len(line.text)


def _close(now: _Open, signs: list[str]) -> Block:
    first = now.lines[0]
    kind: BlockKind = "paragraph"
    level = first.level
    if first.level:
        kind = "heading"
    elif now.marker is not None and not parse(now.marker).path:
        kind = "list-item"
        if now.marker in signs:
            del signs[signs.index(now.marker) + 1 :]
        else:
            signs.append(now.marker)
        level = len(signs)
    if kind != "list-item":
        signs.clear()
    text = " ".join("".join(now.pieces).split())
    return Block(kind, text, level, now.marker, first.page, min(now.bold, len(text)), glued=now.glued)


def _usual_distances(lines: Several[Line]) -> dict[int, float]:
    """Return the distance of lines inside a paragraph, for each size of type in half points.

    Taken from lines that surely go on with the line above. A size of which there are none, a heading's mostly,
    is as far apart as its size is larger than the nearest that has some.
    """
    inside: dict[int, list[float]] = {}
    every: dict[int, list[float]] = {}
    for above, line in pairwise(lines):
        if line.above is None:
            continue
        size = round(line.size * 2)
        every.setdefault(size, []).append(line.above)
        if runs_on(line.text) and not is_closed(above.text) and above.size == line.size:
            inside.setdefault(size, []).append(line.above)
    sure = {size: sorted(distances)[len(distances) // 2] for size, distances in inside.items()}
    if not sure:
        return {size: min(distances) for size, distances in every.items()}
    nearest = {size: min(sure, key=lambda known: abs(known - size)) for size in every}
    return {size: sure.get(size, sure[near] * max(1.0, size / near)) for size, near in nearest.items()}
