"""From blocks to clauses: which number, heading and lead-in a sentence stands under, and what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cllr.core.clauses.numbers import Number, reference
from cllr.core.clauses.preparing import Piece, pieces
from cllr.core.documents.markers import Marker, parse, rank
from cllr.core.policy import Remainder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cllr.core.documents.blocks import Block, Cell

_APPENDIX = re.compile(r"(?i)(?:appendix|annexe?|schedule|atodiad)\b\s*(?:[A-Z]\b|\d+|[IVX]+\b)?")
_CITED = re.compile(
    r"(?i)(?:paragraph|para|section|clause|rule|article|principle|standard)\s+(\d+(?:\.\d+)*(?:\([a-z]+\))*)\s*(?:[–—]|[-:.]\s)"
)
_LEADS_IN = re.compile(r"(?i)\b(?:following|as follows|below|these|includes?|including)\b")
_LEAD_END = re.compile(r"[:;–—-]\s*$")
_DASH_END = re.compile(r"\s*[-–—]\s*$")
_TITLE = re.compile(
    r"(?i)\b(?:polic(?:y|ies)|guidance|guidelines?|protocol|code|guide|handbook|council|polisi|canllaw(?:iau)?)\b"
)
_LONGEST_NAME = 60
"""Characters of a heading in a reference; the full heading stands with the statement."""


@dataclass(slots=True)
class Clause:
    """A clause in the making: what it is called, and its sentences, each with the lead-in it stands under.

    `counted_in` is where its sentences are counted through a whole section ("Introduction / "), else None.
    `goes_on` is the clause that this one continues, after items that stand between.
    """

    name: str
    printed_ref: str | None
    heading: str | None
    counted_in: str | None = None
    goes_on: Clause | None = None
    sentences: list[tuple[str, str | None]] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    """What a heading opened: its words, what it is called in references, and what was counted under it."""

    heading: str | None = None
    name: str = "Opening"
    number: str | None = None
    level: int = 0
    number_level: int = 0
    """Level of the heading that the number stands before, which may be a heading above."""
    appendix: str | None = None
    question: Clause | None = None
    paragraphs: int = 0
    bullets: list[int] = field(default_factory=list)
    questions: int = 0


@dataclass(slots=True)
class _Reader:
    """Goes through the pieces once and keeps what holds between them."""

    clauses: list[Clause] = field(default_factory=list)
    remainder: list[Remainder] = field(default_factory=list)
    section: _Section = field(default_factory=_Section)
    number: Number = field(default_factory=Number)
    open: Clause | None = None
    numbered: Clause | None = None
    """The last clause with a number of its own, lettered items apart."""
    leads: list[tuple[int, str]] = field(default_factory=list)
    """Lead-ins that hold, each with how deep it stands."""
    later: list[int] = field(default_factory=list)
    """First figures of the numbers that come later in the document."""
    tables: dict[int, int] = field(default_factory=dict)
    """Number of each table, counted from 1."""
    table_headings: dict[tuple[int, int], str] = field(default_factory=dict)
    """By table and column; by table and -1 - row for headings of rows."""
    row: tuple[int, int] | None = None
    """Table and row of a number that holds for the whole row."""
    begun: bool = False
    """Whether anything but the title was read."""
    bare: list[tuple[Clause, Remainder]] = field(default_factory=list)
    """Numbers that no words came with, each with the clause it opened and its place in the remainder."""


def clauses_of(blocks: Sequence[Block]) -> tuple[list[Clause], list[Remainder]]:
    """Return the clauses of a document and what is left over, both in document order."""
    reader = _Reader()
    parts = pieces(blocks)
    for piece, (after, reader.later) in zip(parts, _following(parts), strict=True):
        _take(reader, piece, after)
    return reader.clauses, _without_used_numbers(reader)


def _without_used_numbers(reader: _Reader) -> list[Remainder]:
    """Return the remainder without those lone numbers that words below them were given: 2 stands in 2(a)."""
    refs = {clause.printed_ref or "" for clause in reader.clauses if clause.sentences}
    used = {ref[: end.start()] for ref in refs for end in re.finditer(r"[.(]|$", ref)}
    gone = {id(number) for clause, number in reader.bare if clause.printed_ref in used}
    return [part for part in reader.remainder if id(part) not in gone]


def _following(parts: Sequence[Piece]) -> list[tuple[Piece | None, list[int]]]:
    """Return for each piece the next one of the text, and the first figures of the numbers that come later."""
    out: list[tuple[Piece | None, list[int]]] = []
    after: Piece | None = None
    numbers: list[int] = []
    for piece in reversed(parts):
        out.append((after, numbers))
        if piece.block.kind == "furniture":
            continue
        after = piece
        marker = parse(piece.block.marker) if piece.block.marker else None
        if marker and marker.kind == "number" and marker.path[0].isdigit() and not piece.question:
            numbers = [int(marker.path[0]), *numbers[:1]]
    return out[::-1]


def _take(reader: _Reader, piece: Piece, after: Piece | None) -> None:
    block = piece.block
    if block.kind == "furniture":
        reader.remainder.append(Remainder(block.text, block.because))
        return
    if block.kind == "heading" and not piece.question:
        if _is_title(reader, block, after):
            reader.remainder.append(Remainder(block.printed, "title"))
            return
        _heading(reader, block)
    elif piece.question:
        _question(reader, piece)
    elif block.kind == "footnote":
        reader.leads = []
        _open(reader, f"Footnote {block.marker}", None)
        _say(reader, piece, None)
    elif block.cell is not None and block.kind == "table-cell":
        _cell(reader, piece, block.cell)
    else:
        if reader.row is not None:
            # A number in a table does not go on below it.
            reader.row, reader.numbered, reader.number = None, None, Number(reader.section.number)
        _text(reader, piece, after)
    reader.begun = True


# --- headings -----------------------------------------------------------------------------------------------


def _heading(reader: _Reader, block: Block) -> None:
    reader.remainder.append(Remainder(block.printed, "heading"))
    before, marker = reader.section, parse(block.marker) if block.marker else None
    section = _Section(block.text, _shortened(block.printed), level=block.level)
    path: tuple[str, ...] = ()
    if marker is not None and marker.kind == "number":
        path = marker.path
        section.number = section.name = reference(path)
        section.number_level = block.level
    elif appendix := _APPENDIX.match(block.text):
        section.appendix = section.number = section.name = appendix[0].strip()
    elif _is_under(reader, section, before):
        path = reader.number.path[:1] if before.number and before.appendix is None else ()
    reader.section, reader.number = section, Number(section.number, path)
    reader.open = reader.numbered = None
    lead = _LEAD_END.search(block.text)
    reader.leads = [(0, _DASH_END.sub("", block.text))] if lead else []


def _is_under(reader: _Reader, section: _Section, before: _Section) -> bool:
    """Put a heading without a number under the number, or the appendix, before it where it belongs there.

    It does if it is a deeper heading, or if the numbers go on after it; an appendix goes on to the end.
    """
    if before.appendix is not None and not 0 < section.level < before.level:
        section.appendix = section.number = before.appendix
        section.name = f"{before.appendix} / {section.name}"
        section.level = max(section.level, before.level)
        return True
    if before.number is None or 0 < section.level < before.number_level:
        return False
    first = re.match(r"\d+", before.number)
    goes_on = first is not None and bool(reader.later) and reader.later[0] in {int(first[0]), int(first[0]) + 1}
    if not goes_on and not 0 < before.number_level < section.level:
        return False
    section.number, section.number_level = before.number, before.number_level
    section.name = f"{before.number} {section.name}"
    return True


def _is_title(reader: _Reader, block: Block, after: Piece | None) -> bool:
    if reader.begun or block.marker is not None or block.level > 1 or _APPENDIX.match(block.text):
        return False
    above_heading = after is not None and after.block.kind == "heading" and after.block.marker is None
    return bool(_TITLE.search(block.text)) or (above_heading and not reader.remainder)


# --- text ---------------------------------------------------------------------------------------------------


def _text(reader: _Reader, piece: Piece, after: Piece | None) -> None:
    block = piece.block
    marker = parse(block.marker) if block.marker else None
    if marker is not None and marker.path:
        depth = _numbered(reader, piece, marker)
    elif block.kind == "list-item":
        depth = _bulleted(reader, block)
    else:
        depth = _plain(reader)
    reader.leads = [(at, words) for at, words in reader.leads if at < depth]
    _say(reader, piece, " ".join(words for _, words in reader.leads) or None)
    if piece.sentences and after is not None and _leads(piece.sentences[-1], after):
        reader.leads.append((depth, piece.sentences[-1]))


def _say(reader: _Reader, piece: Piece, intro: str | None) -> None:
    """Enter the sentences of a piece in the clause that is open."""
    if reader.open is None or not piece.sentences:
        return
    cited = _CITED.match(piece.sentences[0])
    marker = piece.block.marker
    if cited and (marker is None or not parse(marker).path):
        reader.open.printed_ref = cited[1]
    reader.open.sentences.extend((sentence, intro) for sentence in piece.sentences)


def _leads(sentence: str, after: Piece) -> bool:
    """Say whether a sentence is the lead-in of what comes after it."""
    if after.question or after.block.kind not in {"paragraph", "list-item"}:
        return False
    if after.block.marker is None:
        return False
    unended = _LEAD_END.search(sentence) or not re.search(r"[.!?…][\"'”’)]*$", sentence)
    return bool(unended) or (after.block.kind == "list-item" and bool(_LEADS_IN.search(sentence)))


def _numbered(reader: _Reader, piece: Piece, marker: Marker) -> int:
    """Open the clause of a number or letter; return how deep it stands."""
    number, section = reader.number, reader.section
    number.enter(marker)
    name = number.printed
    if not number.path:
        name = f"{section.name} / {name}"
    elif number.depth == 1 and section.number is None and section.heading is not None:
        name = f"{section.name} / item {name}"
    _open(reader, name, number.printed)
    if marker.kind == "number":
        reader.numbered = reader.open
    if not piece.sentences:
        reader.bare.append((reader.clauses[-1], Remainder(marker.printed, "number without words")))
        reader.remainder.append(reader.bare[-1][1])
    section.bullets = []
    return number.depth


def _bulleted(reader: _Reader, block: Block) -> int:
    number, section = reader.number, reader.section
    level = min(max(block.level, 1), len(section.bullets) + 1)
    del section.bullets[level:]
    if len(section.bullets) < level:
        section.bullets.append(0)
    section.bullets[level - 1] += 1
    place = " ".join(f"bullet {count}" for count in section.bullets)
    if number.is_item:
        _open(reader, f"{number.printed} {place}", number.printed)
    else:
        _open(reader, f"{section.name}{_joiner(section)}{place}", section.number)
    return number.depth + level


def _joiner(section: _Section) -> str:
    return " " if section.name == section.number else " / "


def _plain(reader: _Reader) -> int:
    """Go on with the clause that is open, or open a paragraph; return how deep it stands."""
    number, section, above = reader.number, reader.section, reader.numbered
    if section.question is not None:
        _go_on(reader, section.question)
        return 0
    if above is not None and (len(number.path) > 1 or _counts_on(reader)):
        number.close_items()
        _go_on(reader, above)
        return number.depth
    number.close_items()
    reader.numbered = None
    number.path = number.path if section.number else ()
    section.paragraphs += 1
    numbered = section.name == section.number
    counted_in = f"{section.name} sentence " if numbered else f"{section.name} / "
    _open(reader, f"{section.name}{_joiner(section)}paragraph {section.paragraphs}", section.number, counted_in)
    return 0


def _go_on(reader: _Reader, clause: Clause) -> None:
    """Go on with a clause; after items that stand between it goes on in a further part, so that order is kept."""
    if reader.clauses[-1] is clause:
        reader.open = clause
    else:
        _open(reader, clause.name, clause.printed_ref, clause.counted_in)
        reader.clauses[-1].goes_on = clause


def _counts_on(reader: _Reader) -> bool:
    """Say whether the count of single numbers goes on below, so that a paragraph between belongs to a number."""
    number = reader.number
    if number.listed is not None or len(number.path) != 1 or number.section is not None:
        return False
    return bool(reader.later) and reader.later[0] == rank(number.path[0]) + 1


def _question(reader: _Reader, piece: Piece) -> None:
    """Open a question of a list of questions; what comes after it is its answer, and of the same clause."""
    marker = parse(piece.block.marker) if piece.block.marker else None
    before = reader.section
    section = _Section(before.heading, before.name.split(" / question ")[0], level=before.level)
    section.questions = before.questions + 1
    if marker is not None and marker.kind == "number":
        section.number = reference(marker.path)
    section.name = f"{section.name} / question {section.number or section.questions}"
    reader.section, reader.number, reader.numbered, reader.leads = section, Number(section.number), None, []
    _open(reader, section.name, section.number, f"{section.name} sentence ")
    section.question = reader.open
    _say(reader, piece, None)


def _cell(reader: _Reader, piece: Piece, cell: Cell) -> None:
    """Take a cell of a table: its headings speak as a lead-in, a number in its row is its number."""
    block, section = piece.block, reader.section
    table = reader.tables.setdefault(cell.table, len(reader.tables) + 1)
    if cell.header:
        reader.remainder.append(Remainder(block.printed, "heading in a table"))
        key = cell.column if cell.row == 0 or cell.column > 0 else -1 - cell.row
        reader.table_headings[cell.table, key] = block.text
        return
    heads = (reader.table_headings.get((cell.table, key)) for key in (-1 - cell.row, cell.column))
    intro = " / ".join(words for words in heads if words) or None
    marker = parse(block.marker) if block.marker else None
    last = reader.clauses[-1] if reader.clauses else None
    if marker is not None and marker.path:
        _numbered(reader, piece, marker)
        reader.row = (cell.table, cell.row)
    elif last is not None and reader.row == (cell.table, cell.row):
        if last.sentences:
            _open(reader, f"{last.name.split(' column ')[0]} column {cell.column + 1}", last.printed_ref)
    else:
        reader.row = None
        name = f"{section.name} / table {table} row {cell.row + 1} column {cell.column + 1}"
        if last is None or last.name != name:
            _open(reader, name, section.number)
    _say(reader, piece, intro)


# --- names --------------------------------------------------------------------------------------------------


def _open(reader: _Reader, name: str, printed: str | None, counted_in: str | None = None) -> None:
    reader.open = Clause(name, printed, reader.section.heading, counted_in)
    reader.clauses.append(reader.open)


def _shortened(heading: str) -> str:
    bare = re.sub(r"\s*[:–—-]+\s*$", "", heading)
    if len(bare) <= _LONGEST_NAME:
        return bare
    return bare[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
