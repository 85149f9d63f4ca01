"""Word documents (DOCX), with the numbers Word counts by itself.

The archive is looked through first (`word_archive.py`); styles say what a paragraph is (`word_styles.py`), and
numbers are counted as the definitions of the document say (`word_numbers.py`).
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cllr.core.documents import furniture
from cllr.core.documents.blocks import Block, BlockKind, Cell
from cllr.core.documents.markers import Sequence, parse, split
from cllr.core.documents.shape import collapsed, parted
from cllr.core.documents.word_archive import SAVE_AGAIN, inspect
from cllr.core.documents.word_numbers import Numbering, W, numbering_of
from cllr.core.documents.word_styles import CONTENTS_LEVEL, Styles, is_on, list_named, styles_of
from cllr.core.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cllr.core.documents.blocks import Limits

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WITHOUT_WORDS = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "rt")} | {f"{_MC}Fallback"}
)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "•"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering
    sequence: Sequence = field(default_factory=Sequence)
    blocks: list[Block] = field(default_factory=list)
    tables: int = 0


def read(data: bytes, *, limit: Limits) -> tuple[list[Block], int | None, tuple[str, ...]]:
    """Read a Word document: blocks, no number of pages (Word sets pages only when it shows them), no notes.

    Raises TooLarge for an archive that unpacks to too much, UnreadableDocument for one that is damaged, holds
    something other than a Word document, or declares entities.
    """
    inspect(data)
    import docx  # noqa: PLC0415  only when such a document comes

    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:
        raise UnreadableDocument(
            "The Word document could not be opened",
            because="a part of it is missing or damaged",
            remedy=SAVE_AGAIN,
        ) from error
    styles = styles_of(document.styles.element)
    lists = {style: held.list for style, held in styles.known.items()}
    reader = _Reader(styles, numbering_of(_numbering_part(document), lists))
    heads, feet = _running(document)
    reader.blocks.extend(heads)
    _walk(reader, document.element.body, None)
    reader.blocks.extend(_notes(document))
    reader.blocks.extend(feet)
    limit.refuse_over(sum(len(block.text) for block in reader.blocks))
    return furniture.without_contents(reader.blocks), None, ()


def _numbering_part(document: Any) -> Any:
    parts = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering"))
    return getattr(next(parts, None), "element", None)


# --- paragraphs and tables ----------------------------------------------------------------------------------


def _walk(reader: _Reader, parent: Any, cell: Cell | None) -> None:
    """Read what stands in the body, a cell or a text box, in order."""
    for child in parent.iterchildren():
        if child.tag == f"{W}p":
            _paragraph(reader, child, cell)
        elif child.tag == f"{W}tbl":
            _table(reader, child)
        elif child.tag in {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}:
            _walk(reader, child, cell)


def _table(reader: _Reader, table: Any) -> None:
    number = reader.tables
    reader.tables += 1
    for place, row in enumerate(table.iterchildren(f"{W}tr")):
        header = bool(is_on(row.find(f"{W}trPr/{W}tblHeader")))
        column = 0
        for held in row.iterchildren(f"{W}tc", f"{W}sdt"):
            cell = held if held.tag == f"{W}tc" else held.find(f"{W}sdtContent/{W}tc")
            if cell is None:
                continue
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is None or merged.get(f"{W}val") == "restart":
                _walk(reader, cell, Cell(number, place, column, header))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            column += 1 if span is None else int(span.get(f"{W}val", "1"))


def _paragraph(reader: _Reader, paragraph: Any, cell: Cell | None) -> None:
    properties = paragraph.find(f"{W}pPr")
    style = reader.styles.of(properties)
    heading = reader.styles.heading_level(properties, style)
    automatic, depth = _automatic(reader, properties, style)
    whole, bold, boxes = _words(paragraph, ground=reader.styles.is_bold(style))
    for place, text in enumerate(_parts(whole)):
        marker, words, glued = automatic if place == 0 else None, text, False
        if marker is not None and parse(marker).path:
            reader.sequence.enter(parse(marker))
        elif words:
            typed, rest = split(words, reader.sequence)
            if typed is not None:
                glued = bool(rest) and len(words) - len(rest) == len(typed)
                marker, words = typed, rest
        kind, level = _kind(marker, heading, depth, cell)
        if words or (marker and kind == "table-cell"):
            lead = max(0, min(bold, len(text)) - (len(text) - len(words)))
            because = furniture.CONTENTS if kind == "furniture" else ""
            reader.blocks.append(Block(kind, words, level, marker, None, lead, cell, because, glued))
        bold = max(0, bold - len(text) - 1)
    for box in boxes:
        _walk(reader, box, cell)


def _kind(marker: str | None, heading: int | None, depth: int, cell: Cell | None) -> tuple[BlockKind, int]:
    if heading == CONTENTS_LEVEL:
        return "furniture", 0
    if cell is not None:
        return "table-cell", 0
    if heading is not None:
        return "heading", heading
    if marker is not None and not parse(marker).path:
        return "list-item", depth + 1
    return "paragraph", 0


def _automatic(reader: _Reader, properties: Any, style: str) -> tuple[str | None, int]:
    """Return the marker that Word prints before a paragraph, and how deep in its list the paragraph stands."""
    held, place = list_named(properties)
    if held is None:
        for known, each in reader.styles.chain(style):
            if each.list is not None:
                held, place = each.list, each.place if place is None else place
                place = reader.numbering.place_of_style(held, known) if place is None else place
                break
    if held is None:
        return ("•" if reader.styles.has_bullets(style) else None), place or 0
    return (None if held == "0" else reader.numbering.next(held, place or 0)), place or 0


def _words(paragraph: Any, *, ground: bool) -> tuple[str, int, list[Any]]:
    """Return the words of a paragraph, how many characters at its beginning are bold, and its text boxes.

    Deleted words, codes of fields and what is there only for old programs is left out.
    """
    pieces: list[tuple[str, bool]] = []
    boxes: list[Any] = []
    stack = [(child, ground) for child in reversed(list(paragraph.iterchildren()))]
    while stack:
        element, bold = stack.pop()
        tag = element.tag
        if not isinstance(tag, str) or tag in _WITHOUT_WORDS:
            continue
        if tag == f"{W}txbxContent":
            boxes.append(element)
        elif tag == f"{W}t":
            pieces.append((element.text or "", bold))
        elif tag.startswith(W) and tag[len(W) :] in _SIGNS:
            pieces.append((_SIGNS[tag[len(W) :]], bold))
        else:
            own = is_on(element.find(f"{W}rPr/{W}b")) if tag == f"{W}r" else None
            stack.extend((child, bold if own is None else own) for child in reversed(list(element.iterchildren())))
    return *collapsed(pieces), boxes


def _parts(text: str) -> list[str]:
    """Part a paragraph at those of its line breaks that begin a new paragraph or item; others are spaces."""
    rows = [row for row in text.split("\n") if row] or [""]
    out: list[str] = []
    for row, begins in zip(rows, parted(rows), strict=True):
        if out and not begins and split(row, Sequence())[0] is None:
            out[-1] = f"{out[-1]} {row}"
        else:
            out.append(row)
    return out


# --- heads, feet, footnotes ---------------------------------------------------------------------------------


def _running(document: Any) -> tuple[list[Block], list[Block]]:
    heads: list[str] = []
    feet: list[str] = []
    for section in document.sections:
        heads += _texts(section.header, section.first_page_header, section.even_page_header)
        feet += _texts(section.footer, section.first_page_footer, section.even_page_footer)
    head, foot = (
        [Block("furniture", text, because=furniture.RUNNING) for text in dict.fromkeys(texts)]
        for texts in (heads, feet)
    )
    return head, foot


def _texts(*parts: Any) -> Iterator[str]:
    for part in parts:
        if part.is_linked_to_previous:
            continue
        for paragraph in part._element.iter(f"{W}p"):  # noqa: SLF001  the only way to text boxes
            words = _said([paragraph])
            if words:
                yield words


def _notes(document: Any) -> Iterator[Block]:
    """Yield footnotes and endnotes, which stand after the text."""
    from lxml import etree  # noqa: PLC0415  only when such a document comes

    for rel in document.part.rels.values():
        if rel.is_external or not rel.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        root = etree.fromstring(rel.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for note in root.iterchildren():
            words = _said(note.iter(f"{W}p"))
            if words and note.get(f"{W}type") not in _SEPARATORS:
                yield Block("footnote", words, marker=note.get(f"{W}id"))


def _said(paragraphs: Iterable[Any]) -> str:
    pieces = (_words(paragraph, ground=False)[0] for paragraph in paragraphs)
    return " ".join(" ".join(pieces).split())
