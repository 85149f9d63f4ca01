"""PDF: words by where they stand, tables by their rules, pictures of pages by what was handed in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import SimpleDocTemplate, Table

from cllr.core.documents import Document, read
from cllr.core.documents.blocks import Limits
from cllr.core.errors import ScannedDocument, TooLarge, UnreadableDocument
from tests.core.own_policies import numbered, rendered, whole
from tests.core.test_documents_refused import SENTENCE, picture_pdf

if TYPE_CHECKING:
    from collections.abc import Callable


def drawn(draw: Callable[[canvas.Canvas], None]) -> bytes:
    """Return a PDF of one page."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4)
    draw(sheet)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_the_order_in_which_words_are_drawn_says_nothing() -> None:
    rows = ["1. Members must be kind to all people", "who write to them, whoever they are.", "2. They must be brief."]

    def draw(sheet: canvas.Canvas) -> None:
        for place in (2, 0, 1):
            sheet.drawString(72, 700 - 14 * place, rows[place])

    assert numbered(drawn(draw), "policy.pdf") == [
        ("1", "Members must be kind to all people who write to them, whoever they are."),
        ("2", "They must be brief."),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.setPageRotation(turn)
        x, y = {90: (0, 0), 180: (500, 700), 270: (500, 0)}[turn]
        sheet.translate(x, y)
        sheet.rotate(turn)
        sheet.drawString(100, -100 if turn == 90 else 100, "Members must be kind.")
        sheet.drawString(100, -120 if turn == 90 else 80, "They must be brief.")

    assert [text for _, text in numbered(drawn(draw), "policy.pdf")] == [
        "Members must be kind.",
        "They must be brief.",
    ]


def test_turned_text_is_set_aside_as_a_watermark() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(72, 700, "Members must be kind.")
        sheet.rotate(45)
        sheet.drawString(400, 100, "DRAFT")

    _, held, remainder = whole(drawn(draw), "policy.pdf")
    assert [s.text for s in held] == ["Members must be kind."]
    assert [(part.text, part.because) for part in remainder] == [("DRAFT", "turned text, as a watermark")]


def test_a_raised_figure_is_part_of_its_word() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.setFont("Helvetica", 12)
        sheet.drawString(72, 700, "Members met on the 14")
        width = sheet.stringWidth("Members met on the 14")
        sheet.drawString(72 + width + 14, 700, "of May and were kind.")
        sheet.setFont("Helvetica", 7)
        sheet.drawString(72 + width, 704, "th")

    assert numbered(drawn(draw), "policy.pdf") == [(None, "Members met on the 14th of May and were kind.")]


def test_a_heading_over_two_columns_stands_between_them() -> None:
    left = [
        "Members are kind to each",
        "other and to all who write",
        "to them, on every day that",
        "the page can be seen.",
    ]
    right = [
        "They are brief too, as the",
        "clerk has asked, and stay",
        "away from quarrels which",
        "nobody can ever win.",
    ]

    def draw(sheet: canvas.Canvas) -> None:
        for top, title in ((760, None), (660, "What every member of the council has to think of in each post")):
            if title:
                sheet.drawString(72, top + 20, title)
            for place, (one, other) in enumerate(zip(left, right, strict=True)):
                sheet.drawString(72, top - 14 * place, one)
                sheet.drawString(300, top - 14 * place, other)

    held = whole(drawn(draw), "policy.pdf")[1]
    assert [s.text for s in held] == [" ".join(left), " ".join(right)] * 2
    assert [s.heading is None for s in held] == [True, True, False, False]


def test_a_contents_list_is_known_by_its_leaders() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        for place, row in enumerate(("1 Scope .......... 1", "2 Rules .......... 1", "1 Scope", "All members.")):
            sheet.drawString(72, 700 - 20 * place, row)

    _, held, remainder = whole(drawn(draw), "policy.pdf")
    assert [s.text for s in held] == ["All members."]
    assert [part.because for part in remainder] == ["contents list", "contents list", "heading"]


def test_bullets_that_are_drawn_and_not_written() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(72, 700, "Members must:")
        for place, words in enumerate(("be kind", "be brief")):
            sheet.circle(80, 683 - 14 * place, 1.8, fill=1)
            sheet.drawString(90, 680 - 14 * place, words)

    held = whole(drawn(draw), "policy.pdf")[1]
    assert [(s.text, s.intro) for s in held][1:] == [("be kind", "Members must:"), ("be brief", "Members must:")]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    out = io.BytesIO()
    cells = [
        ["1.1", "Members must be\nkind to all.", "Rhaid bod yn\ngaredig."],
        ["1.2", "Be brief.", "Byddwch yn fyr."],
    ]
    SimpleDocTemplate(out).build([Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])])
    assert numbered(out.getvalue(), "policy.pdf") == [
        ("1.1", "Members must be kind to all."),
        ("1.1", "Rhaid bod yn garedig."),
        ("1.2", "Be brief."),
        ("1.2", "Byddwch yn fyr."),
    ]


# --- pictures of pages --------------------------------------------------------------------------------------


def mixed_pdf() -> bytes:
    """Return a PDF with a page of text, a page that is a picture, and a page of text."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4)
    for words in ("1. Members must be kind.", None, "3. Nobody may shout."):
        if words is None:
            sheet.drawImage(ImageReader(Image.new("L", (300, 300), 200)), 50, 500)
        else:
            sheet.drawString(72, 700, words)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_pictures_are_read_by_what_was_handed_in() -> None:
    pictures: list[bytes] = []

    def ocr(picture: bytes) -> str:
        pictures.append(picture)
        return f"1. {SENTENCE}\n\n2. Members may\nask why.\n"

    document = read(picture_pdf(), "scan.pdf", ocr=ocr)
    assert [(block.marker, block.text) for block in document.blocks] == [
        ("1.", SENTENCE),
        ("2.", "Members may ask why."),
    ]
    assert len(pictures) == 1
    head, size, depth = pictures[0].split(b"\n", 3)[:3]
    width, height = map(int, size.split())
    assert (head, depth) == (b"P5", b"255")
    assert len(pictures[0].split(b"\n", 3)[3]) == width * height


def test_what_a_picture_says_stands_where_the_page_stands() -> None:
    document = read(mixed_pdf(), "policy.pdf", ocr=lambda _: "2. They must be brief.")
    assert [block.marker for block in document.blocks] == ["1.", "2.", "3."]
    assert document.notes == ()


def test_a_page_that_was_not_read_is_told() -> None:
    document = read(mixed_pdf(), "policy.pdf")
    assert [block.marker for block in document.blocks if block.kind != "furniture"] == ["1.", "3."]
    assert document.notes == ("Page 2 is a picture and was not read.",)
    assert [(block.text, block.because) for block in document.blocks if block.kind == "furniture"] == [
        ("[page 2]", "a picture that was not read")
    ]


def test_recognition_that_finds_nothing_or_stumbles() -> None:
    def stumbles(_: bytes) -> str:
        raise ValueError("secret words")

    with pytest.raises(ScannedDocument, match="found no words"):
        read(picture_pdf(), "scan.pdf", ocr=lambda _: "")
    with pytest.raises(UnreadableDocument, match="did not work") as caught:
        read(picture_pdf(), "scan.pdf", ocr=stumbles)
    assert "secret" not in str(caught.value)


def test_a_document_says_its_format_and_pages() -> None:
    document = rendered("marlshire-county", "pdf, one column")[0]
    assert isinstance(document, Document)
    assert (document.format, document.name) == ("pdf", "marlshire-county.pdf")
    assert document.pages is not None
    assert document.blocks[-1].page == document.pages


def test_more_pictures_than_are_recognised_are_refused_before_more_time_is_spent() -> None:
    asked = 0

    def ocr(_: bytes) -> str:
        nonlocal asked
        asked += 1
        return SENTENCE

    with pytest.raises(TooLarge, match="more than 0 pages are pictures"):
        read(picture_pdf(), "scan.pdf", ocr=ocr, limit=Limits(pictures=0))
    assert asked == 0
    assert read(picture_pdf(), "scan.pdf", ocr=ocr, limit=Limits(pictures=1)).blocks
