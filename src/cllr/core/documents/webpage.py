"""Web pages: the text of the page, with what is around it set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cllr.core.documents import furniture
from cllr.core.documents.blocks import Block, BlockKind, Cell
from cllr.core.documents.markers import Sequence, parse, split
from cllr.core.documents.plain import decoded
from cllr.core.documents.shape import collapsed, parted
from cllr.core.documents.word_numbers import formed
from cllr.core.errors import UnreadableDocument

if TYPE_CHECKING:
    from cllr.core.documents.blocks import Limits

_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CONTROLS = frozenset({"button", "input", "select", "textarea", "option"})
_AROUND = frozenset({"nav", "header", "footer", "aside", "dialog"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"})
_NO_WORDS = re.compile(r"script|style|template|noscript|svg|math|canvas|audio|video|iframe|object|embed|head|title")
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|"
    r"footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|"
    r"th|thead|tr|ul"
)
_NOTICE = re.compile(
    r"(?i)\b(?:cookie|consent-|gdpr-|breadcrumb|skip-?link|skip-to|share-?(?:bar|links|buttons|this)|pagination|"
    r"social-?(?:links|share)|site-?(?:nav|menu|header|footer)|related-(?:pages|links)|feedback|back-to-top|print-page)"
)
"""Names that builders of web pages give, as id or class, to what is not the text."""
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_BOLD = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_LIST_STYLE = re.compile(
    r"(?i)list-style(?:-type)?\s*:\s*(?:[a-z]+\s+)*?((?:lower|upper)-(?:alpha|latin|roman)|decimal|none)"
)
_FORMS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_WINDOWS = frozenset({"windows-1252", "iso-8859-1", "cp1252", "latin1", "us-ascii"})
"""Encodings that browsers all read as Windows-1252."""
_DEEPEST = 200
"""Levels of nesting; the deepest pages that people made have about sixty."""
_MAIN_WORDS = 30
"""Words without which a part that is called main is not believed to be it."""


@dataclass(slots=True)
class _List:
    """An open list: how it counts (None: it has bullets), and the number of its next item."""

    form: str | None
    next: int = 1
    step: int = 1


@dataclass(slots=True)
class _Grid:
    """An open table, and how far it was read."""

    table: int
    row: int = -1
    column: int = 0


@dataclass(slots=True)
class _Reader:
    """What was read, and what holds for the words that come next."""

    main: Any
    """The element that holds the text, where the page says which."""
    blocks: list[Block] = field(default_factory=list)
    words: list[tuple[str, bool]] = field(default_factory=list)
    """Words of the open block, each run bold or not; line breaks as newlines."""
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str | None = None
    cell: Cell | None = None
    bold: int = 0
    lists: list[_List] = field(default_factory=list)
    grids: list[_Grid] = field(default_factory=list)
    tables: int = 0
    sequence: Sequence = field(default_factory=Sequence)


def read(data: bytes, *, limit: Limits) -> tuple[list[Block], int | None, tuple[str, ...]]:
    """Read a web page: blocks, no number of pages, notes on its encoding.

    Navigation, head, foot, cookie notices and what is hidden are furniture; scripts and styles hold no words.
    Raises UnreadableDocument for a page that is nested deeper than any page is.
    """
    from lxml import html  # noqa: PLC0415  only when such a document comes

    text, notes = _decoded(data)
    limit.refuse_over(len(re.sub(r"<[^>]*>", "", text)))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    root = html.document_fromstring(re.sub(r"[\x00-\x08\x0b\x0e-\x1f]", "", text))
    if _depth(root) > _DEEPEST:
        raise UnreadableDocument(
            "The web page could not be read",
            because="its parts are nested deeper than in any page made for people",
            remedy="Save the page as plain text or PDF, and read that",
        )
    reader = _Reader(_main(root))
    _walk(reader, root, inside=reader.main is None)
    _flush(reader)
    return furniture.without_contents(reader.blocks), None, notes


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by what the page declares; where that is impossible, as plain text is decoded."""
    found = re.search(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]+)", data[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    told = declared in _WINDOWS
    if declared and not told and not declared.startswith("utf") and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared), ()
        except (UnicodeDecodeError, LookupError):
            pass
    text, notes = decoded(data)
    return text, () if told else notes


def _depth(root: Any) -> int:
    depth, stack = 0, [(root, 1)]
    while stack:
        element, level = stack.pop()
        depth = max(depth, level)
        stack.extend((child, level + 1) for child in element)
    return depth


def _main(root: Any) -> Any:
    for found in root.xpath("//main | //*[@role='main']"):
        if len(" ".join(found.itertext()).split()) > _MAIN_WORDS:
            return found
    return None


# --- the tree -----------------------------------------------------------------------------------------------


def _walk(reader: _Reader, element: Any, *, inside: bool) -> None:
    """Read an element. `inside` says that its words are text, not what stands around the main part."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or _NO_WORDS.fullmatch(tag):
        return
    inside = inside or element is reader.main
    because = _why_aside(reader, element, tag, inside=inside)
    if because:
        _set_aside(reader, element, because)
    elif tag == "br":
        reader.words.append(("\n", False))
    elif _BLOCKS.fullmatch(tag):
        _block(reader, element, tag, inside=inside)
    else:
        bold = tag in {"b", "strong"} or bool(_BOLD.search(element.get("style") or ""))
        _children(reader, element, inside=inside, bold=bold)


def _why_aside(reader: _Reader, element: Any, tag: str, *, inside: bool) -> str:
    """Say why an element is furniture; "" where it is text, or holds the text."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden on the page"
    if not inside:
        return "" if any(above is element for above in reader.main.iterancestors()) else furniture.WEB
    if tag == "header" and element.xpath("ancestor::article | ancestor::main | .//h1"):
        return ""
    names = f"{element.get('id', '')} {element.get('class', '')}"
    named = _NOTICE.search(names) and tag not in {"body", "html"}
    return furniture.WEB if named or tag in _AROUND | _CONTROLS or element.get("role") in _ROLES else ""


def _set_aside(reader: _Reader, element: Any, because: str) -> None:
    _flush(reader)
    pieces: list[str] = []
    for each in element.iter():
        if isinstance(each.tag, str) and not _NO_WORDS.fullmatch(each.tag):
            pieces.append(each.text or "")
        if each is not element:
            pieces.append(each.tail or "")
    words = " ".join(" ".join(pieces).split())
    if words:
        reader.blocks.append(Block("furniture", words, because=because))


def _children(reader: _Reader, element: Any, *, inside: bool, bold: bool = False) -> None:
    reader.bold += bold
    _say(reader, element.text, inside=inside)
    for child in element:
        _walk(reader, child, inside=inside)
        _say(reader, child.tail, inside=inside)
    reader.bold -= bold


def _say(reader: _Reader, text: str | None, *, inside: bool) -> None:
    if text and inside:
        reader.words.append((re.sub(r"\s+", " ", text), reader.bold > 0))
    elif text and text.strip():
        reader.blocks.append(Block("furniture", " ".join(text.split()), because=furniture.WEB))


def _block(reader: _Reader, element: Any, tag: str, *, inside: bool) -> None:
    before = element.getprevious()
    if tag != "dd" or before is None or before.tag != "dt":
        _flush(reader)
    if tag == "dt":
        # A term stands before its description as a run-in heading does.
        _children(reader, element, inside=inside, bold=True)
        reader.words.append((" ", False))
        return
    held = (reader.kind, reader.level, reader.marker, reader.cell)
    _enter(reader, element, tag)
    _children(reader, element, inside=inside)
    _flush(reader)
    if tag in _LISTS:
        reader.lists.pop()
    elif tag == "table":
        reader.grids.pop()
    reader.kind, reader.level, reader.marker, reader.cell = held
    if reader.kind == "list-item" and tag != "li":
        # What follows inside the same item is a further paragraph of it, without a marker.
        reader.kind, reader.marker = "paragraph", None


def _enter(reader: _Reader, element: Any, tag: str) -> None:
    """Set what a block element says of its words."""
    if re.fullmatch(r"h[1-6]", tag):
        reader.kind, reader.level, reader.marker = "heading", int(tag[1]), None
    elif tag == "summary":
        reader.kind, reader.level, reader.marker = "heading", 6, None
    elif tag in _LISTS:
        reader.lists.append(_list(element, tag))
    elif tag == "li":
        _item(reader, element)
    elif tag == "table":
        reader.grids.append(_Grid(reader.tables))
        reader.tables += 1
    elif tag == "tr" and reader.grids:
        reader.grids[-1].row += 1
        reader.grids[-1].column = 0
    elif tag in {"td", "th"}:
        _cell(reader, element, tag)


def _list(element: Any, tag: str) -> _List:
    style = _LIST_STYLE.search(element.get("style") or "")
    shown = style[1].lower() if style else ""
    if tag != "ol":
        return _List("none" if shown == "none" else None)
    backwards = element.get("reversed") is not None
    start = element.get("start", "")
    first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    if backwards and not start:
        first = sum(child.tag == "li" for child in element)
    return _List(_FORMS.get(shown or element.get("type") or "", "decimal"), first, -1 if backwards else 1)


def _item(reader: _Reader, element: Any) -> None:
    reader.kind, reader.level, reader.marker = "list-item", max(len(reader.lists), 1), "•"
    now = reader.lists[-1] if reader.lists else _List(None)
    if now.form == "none":
        reader.kind, reader.marker = "paragraph", None
    elif now.form is not None:
        value = element.get("value", "")
        count = int(value) if re.fullmatch(r"\d{1,6}", value) else now.next
        now.next = count + now.step
        # A browser prints "a."; a policy quotes such an item as (a).
        sign = formed(count, now.form)
        reader.marker = f"{sign}." if now.form == "decimal" else f"({sign})"


def _cell(reader: _Reader, element: Any, tag: str) -> None:
    grid = reader.grids[-1] if reader.grids else _Grid(0, 0)
    above = element.getparent()
    in_head = above is not None and above.getparent() is not None and above.getparent().tag == "thead"
    reader.kind, reader.level, reader.marker = "table-cell", 0, None
    reader.cell = Cell(grid.table, max(grid.row, 0), grid.column, tag == "th" or in_head)
    span = element.get("colspan", "1")
    grid.column += int(span) if re.fullmatch(r"\d{1,3}", span) else 1


# --- blocks -------------------------------------------------------------------------------------------------


def _flush(reader: _Reader) -> None:
    """Close the block that is open, parting it where a line break begins a new item."""
    pieces, reader.words = reader.words, []
    for place, (text, bold) in enumerate(_lines(pieces)):
        marker, words, glued = reader.marker if place == 0 else None, text, False
        typed, rest = split(text, reader.sequence)
        if typed is not None and (rest or marker is None) and (marker is None or parse(typed).path):
            # A number typed in an item counts for more than the one, or the bullet, the list would print.
            glued = bool(rest) and len(text) - len(rest) == len(typed)
            marker, words = typed, rest
        elif marker is not None and parse(marker).path:
            reader.sequence.enter(parse(marker))
        kind, level = _kind(reader, marker)
        if words or (marker and kind == "table-cell"):
            lead = max(0, bold - (len(text) - len(words)))
            reader.blocks.append(Block(kind, words, level, marker, bold=lead, cell=reader.cell, glued=glued))
    if any(text.strip() for text, _ in pieces):
        reader.marker = None


def _kind(reader: _Reader, marker: str | None) -> tuple[BlockKind, int]:
    if reader.kind in {"heading", "table-cell"}:
        return reader.kind, reader.level
    if marker is not None and not parse(marker).path:
        return "list-item", max(reader.level, 1)
    return "paragraph", 0


def _lines(pieces: list[tuple[str, bool]]) -> list[tuple[str, int]]:
    """Join words to lines, each with the length of its bold beginning; a line break parts where a text ends."""
    rows: list[list[tuple[str, bool]]] = [[]]
    for piece in pieces:
        if piece[0] == "\n":
            rows.append([])
        else:
            rows[-1].append(piece)
    words: list[tuple[str, int, bool]] = []
    blank = False
    for row in rows:
        line, lead = collapsed(row)
        if line:
            words.append((line, lead, blank))
        blank = not line and bool(words)
    out: list[tuple[str, int]] = []
    for (line, lead, after_blank), begins in zip(words, parted([line for line, _, _ in words]), strict=True):
        whole = lead >= len(line) or (bool(out) and out[-1][1] >= len(out[-1][0]))
        if out and not (begins or after_blank or whole) and split(line, Sequence())[0] is None:
            out[-1] = (f"{out[-1][0]} {line}", out[-1][1])
        else:
            out.append((line, lead))
    return out
