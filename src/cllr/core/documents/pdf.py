"""PDF: the words of each page with their places, by PDFium, put into reading order by where they stand.

The order in which a PDF draws its words is any order; docs/decisions/pdf-by-positions.md says why positions
decide. Pages that are only pictures go through `ocr`, if that was handed in.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from itertools import islice
from typing import TYPE_CHECKING, Any

from cllr.core.documents import plain
from cllr.core.documents.blocks import Block
from cllr.core.documents.lines import Line, blocks_of
from cllr.core.documents.pdf_layout import Drawn, Page, Word, lines_of
from cllr.core.errors import CllrError, LockedDocument, ScannedDocument, TooLarge, UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cllr.core.documents.blocks import Limits

_ONE_AT_A_TIME = threading.Lock()
"""PDFium keeps state for the whole process and must not be entered by two threads."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"}
_BOLD = re.compile(r"(?i)bold|black|heavy|demi|,b\b|-b\b")
_DOTS_PER_INCH = 200
_MOST_PIXELS = 20_000_000
_MOST_DRAWN = 5_000
"""Shapes looked at on a page: a table has hundreds, a map or a chart may have a million."""
_ALMOST_EMPTY = 3
"""A page with no more characters than this has only its number as text, and is a picture if it has one."""


def read(
    data: bytes, *, ocr: Callable[[bytes], str] | None, limit: Limits
) -> tuple[list[Block], int | None, tuple[str, ...]]:
    """Read a PDF: blocks, number of pages, and a note on each page that is a picture and was not read.

    Raises LockedDocument, ScannedDocument (no page has text), TooLarge (pages or characters), or
    UnreadableDocument for a file that is damaged.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415  only when such a document comes

    with _ONE_AT_A_TIME:
        document = _opened(pdfium, data)
        try:
            count = len(document)
            if count > limit.pages:
                raise TooLarge(
                    "The PDF is too long",
                    because=f"it has {count:,} pages and {limit.pages:,} are read",
                    remedy="Read the policy alone, without appendices",
                )
            return _read(document, count, ocr, limit)
        finally:
            document.close()


def _opened(pdfium: Any, data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise LockedDocument(
                "The PDF is locked",
                because="it is protected by a password",
                remedy="Open it with the password, print it to a new PDF, and read that",
            ) from error
        raise _damaged() from error
    if not len(document):
        document.close()
        raise _damaged()
    return document


def _damaged() -> UnreadableDocument:
    return UnreadableDocument(
        "The PDF could not be opened",
        because="it is damaged, or only its beginning was saved",
        remedy="Download or export it again, and read that",
    )


def _read(
    document: Any, count: int, ocr: Callable[[bytes], str] | None, limit: Limits
) -> tuple[list[Block], int, tuple[str, ...]]:
    pages: list[Page] = []
    pictures: dict[int, str | None] = {}
    characters = 0
    for number in range(1, count + 1):
        page = document[number - 1]
        try:
            taken = _page(page, number)
            text = sum(len(word.text) for word in taken.words)
            characters += text
            if text <= _ALMOST_EMPTY and _has_picture(page):
                if ocr is not None and len(pictures) >= limit.pictures:
                    raise _too_many_pictures(limit)
                pictures[number] = _recognised(page, ocr) if ocr is not None else None
                taken.words = []
        finally:
            page.close()
        limit.refuse_over(characters)
        pages.append(taken)
    if pictures and not characters and not any(pictures.values()):
        raise _scanned(tried=ocr is not None)
    blocks = blocks_of(_with_pictures(lines_of(pages), pictures, count))
    missing = [number for number, text in pictures.items() if text is None]
    notes = tuple(f"Page {number} is a picture and was not read." for number in missing)
    return blocks, count, notes


def _too_many_pictures(limit: Limits) -> TooLarge:
    return TooLarge(
        "The PDF holds too many scanned pages",
        because=f"more than {limit.pictures} pages are pictures, and each takes seconds to read",
        remedy="Read the policy alone, without appendices, or get it as it was written, as DOCX or PDF",
    )


def _scanned(*, tried: bool) -> ScannedDocument:
    return ScannedDocument(
        "The PDF holds pictures of pages and no text",
        because="text recognition found no words in them"
        if tried
        else "it was scanned, and text recognition is not set up",
        remedy="Get the document as it was written, as DOCX or PDF"
        + ("" if tried else ", or install Tesseract (package tesseract-ocr) and read it again"),
    )


# --- words --------------------------------------------------------------------------------------------------


def _page(page: Any, number: int) -> Page:
    from pypdfium2 import raw  # noqa: PLC0415  only when such a document comes

    turn = page.get_rotation()
    textpage = page.get_textpage()
    try:
        words = list(_words(textpage, raw, turn))
    finally:
        textpage.close()
    return Page(number, words, list(_drawn(page, raw, turn)))


def _words(textpage: Any, raw: Any, turn: int) -> Iterator[Word]:
    """Yield the words of a page: runs of characters that neither white space nor a jump parts."""
    count = textpage.count_chars()
    start = -1
    signs: list[str] = []
    for index in range(count + 1):
        sign = chr(raw.FPDFText_GetUnicode(textpage, index)) if index < count else " "
        sign = _HYPHENS.get(sign, _LIGATURES.get(sign, sign))
        if sign.isspace() or sign in "\x00\u200b\ufeff":
            if start >= 0 and (word := _word(textpage, raw, start, index - 1, "".join(signs), turn)):
                yield word
            start, signs = -1, []
            continue
        if start < 0:
            start = index
        signs.append(sign)


def _word(textpage: Any, raw: Any, first: int, last: int, text: str, turn: int) -> Word | None:
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(textpage, first, x, y)
    raw.FPDFText_GetCharBox(textpage, last, left, right, bottom, top)
    raw.FPDFText_GetMatrix(textpage, first, matrix)
    size = raw.FPDFText_GetFontSize(textpage, first) * math.hypot(matrix.c, matrix.d)
    begin = _turned(x.value, y.value, turn)
    ends = [_turned(across, up, turn)[0] for across in (left.value, right.value) for up in (bottom.value, top.value)]
    along = _turned(matrix.a, matrix.b, turn)
    upright = along[0] > 0 and abs(along[1]) < 0.2 * abs(along[0])
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, first, name, 128, ctypes.c_int())
    bold = bool(_BOLD.search(name.value.decode("utf-8", "replace")))
    return Word(clean, begin[0], max(ends), begin[1], size or 1.0, bold, upright)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Turn a point by the rotation a page is shown with."""
    if turn == 90:
        return y, -x
    if turn == 180:
        return -x, -y
    return (-y, x) if turn == 270 else (x, y)


def _drawn(page: Any, raw: Any, turn: int) -> Iterator[Drawn]:
    """Yield the boxes of what is drawn on a page: rules of tables, and bullets that are no characters."""
    shapes = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)
    for shape in islice(shapes, _MOST_DRAWN):
        try:
            left, bottom, right, top = shape.get_bounds()
        except Exception:  # noqa: BLE001, S112  a shape without bounds draws nothing
            continue
        corners = [_turned(x, y, turn) for x in (left, right) for y in (bottom, top)]
        across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
        yield Drawn(min(across), min(up), max(across), max(up))


# --- pictures of pages --------------------------------------------------------------------------------------


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  only when such a document comes

    return next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)), None) is not None


def _recognised(page: Any, ocr: Callable[[bytes], str]) -> str:
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        step, size = bitmap.stride, (bitmap.width, bitmap.height)
    finally:
        bitmap.close()
    body = b"".join(rows[row * step : row * step + size[0]] for row in range(size[1]))
    try:
        return ocr(b"P5\n%d %d\n255\n" % size + body)
    except CllrError:
        raise
    except Exception as error:
        raise UnreadableDocument(
            "Text recognition did not work",
            because="the program that reads pictures of text gave an error",
            remedy="Get the document as text, or check the installation of Tesseract",
        ) from error


def _with_pictures(lines: Sequence[Line], pictures: dict[int, str | None], count: int) -> list[Line]:
    """Put what was recognised in pictures, and the word that a page was not read, where the pages stand."""
    if not pictures:
        return list(lines)
    out: list[Line] = []
    number = 1
    while number <= count:
        run = number
        while pictures.get(run):
            run += 1
        if run > number:
            blocks, _ = plain.blocks_of_text("\f".join(pictures[each] or "" for each in range(number, run)))
            out.append(Line.of_blocks(blocks, number))
            number = run
            continue
        if number in pictures:
            missing = Block("furniture", f"[page {number}]", page=number, because="a picture that was not read")
            out.append(Line.of_blocks([missing], number))
        out.extend(line for line in lines if line.page == number)
        number += 1
    return out
