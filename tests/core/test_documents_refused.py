"""Documents that are not read: each with one clear error, and no error of a library ever."""

from __future__ import annotations

import io
import re
import time
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from cllr.core.clauses import statements
from cllr.core.documents import Limits, read
from cllr.core.errors import (
    CllrError,
    LockedDocument,
    NothingRecognised,
    ScannedDocument,
    TooLarge,
    UnreadableDocument,
)

SENTENCE = "Members must keep their passwords to themselves."


def a_pdf(*, pages: int = 1, lock: str | None = None, words: str = SENTENCE) -> bytes:
    out = io.BytesIO()
    encrypt = StandardEncryption(lock) if lock else None
    sheet = canvas.Canvas(out, encrypt=encrypt)
    for _ in range(pages):
        sheet.drawString(72, 700, words)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def a_word_document() -> bytes:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data: bytes, part: str, content: bytes, *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", compression) as new:
        for member in old.infolist():
            if member.filename != part:
                new.writestr(member, old.read(member))
        new.writestr(part, content)
    return out.getvalue()


def picture_pdf() -> bytes:
    picture = Image.new("L", (600, 200), 255)
    ImageDraw.Draw(picture).text((20, 20), SENTENCE, fill=0)
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    sheet.drawImage(ImageReader(picture), 50, 500)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def refused(data: bytes, name: str, kind: type[CllrError]) -> CllrError:
    with pytest.raises(kind) as caught:
        statements(read(data, name))
    error = caught.value
    assert type(error) is kind
    assert error.what
    assert error.because
    assert error.remedy
    return error


@pytest.mark.parametrize("data", [b"", b" \r\n\t\f ", b"\x00\x00\x00"])
def test_an_empty_file(data: bytes) -> None:
    assert "empty" in refused(data, "policy.pdf", UnreadableDocument).what


def test_a_file_over_the_limit() -> None:
    with pytest.raises(TooLarge, match="30 are read"):
        read(b"x" * 31, "policy.txt", limit=Limits(bytes=30))


def test_the_limits_are_those_of_the_documentation() -> None:
    assert Limits() == Limits(bytes=25_000_000, pages=2_000, characters=5_000_000)


def test_more_pages_than_are_read() -> None:
    assert read(a_pdf(pages=3), "policy.pdf", limit=Limits(pages=3)).pages == 3
    with pytest.raises(TooLarge, match="4 pages and 3 are read"):
        read(a_pdf(pages=4), "policy.pdf", limit=Limits(pages=3))


@pytest.mark.parametrize("data", [a_pdf(), a_word_document(), SENTENCE.encode(), f"<p>{SENTENCE}</p>".encode()])
def test_more_characters_than_are_read(data: bytes) -> None:
    with pytest.raises(TooLarge, match="more than 20 characters"):
        read(data, "policy", limit=Limits(characters=20))


@pytest.mark.parametrize("name", ["policy.pdf", "policy.docx", "policy"])
def test_a_file_that_is_no_document(name: str) -> None:
    assert "no document" in refused(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, name, UnreadableDocument).what


def test_a_picture() -> None:
    assert "picture" in refused(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "scan.png", ScannedDocument).what


def test_an_old_word_document_says_how_to_save_it() -> None:
    error = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "policy.doc", UnreadableDocument)
    assert "DOCX" in error.remedy


def test_a_word_document_with_a_password() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "password" in refused(data, "policy.docx", LockedDocument).because


def test_rtf() -> None:
    assert "RTF" in refused(b"{\\rtf1\\ansi Members must be polite.}", "policy.rtf", UnreadableDocument).what


def test_a_pdf_with_a_password() -> None:
    assert "password" in refused(a_pdf(lock="secret"), "policy.pdf", LockedDocument).because


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", canModify=0))
    sheet.drawString(72, 700, SENTENCE)
    sheet.save()
    assert [s.text for s in statements(read(out.getvalue(), "policy.pdf"))[0]] == [SENTENCE]


@pytest.mark.parametrize("keep", [20, 200, 600])
def test_the_beginning_of_a_pdf(keep: int) -> None:
    refused(a_pdf()[:keep], "policy.pdf", UnreadableDocument)


def test_a_pdf_of_pictures_says_how_to_go_on() -> None:
    error = refused(picture_pdf(), "scan.pdf", ScannedDocument)
    assert "Tesseract" in error.remedy


def test_a_pdf_without_any_text() -> None:
    refused(a_pdf(words=""), "policy.pdf", NothingRecognised)


def test_a_damaged_word_document() -> None:
    whole = a_word_document()
    refused(whole[: len(whole) // 2], "policy.docx", UnreadableDocument)
    refused(repacked(whole, "word/document.xml", b"<w:document"), "policy.docx", UnreadableDocument)
    refused(repacked(whole, "[Content_Types].xml", b""), "policy.docx", UnreadableDocument)
    flipped = bytearray(whole)
    for place in range(len(flipped) // 3, len(flipped) // 3 + 400):
        flipped[place] ^= 0x5A
    refused(bytes(flipped), "policy.docx", UnreadableDocument)


def test_an_archive_that_is_no_word_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "no Word document" in refused(out.getvalue(), "policy.odt", UnreadableDocument).what


def test_an_archive_that_unpacks_to_too_much() -> None:
    bomb = repacked(a_word_document(), "word/media/zeros.bin", b"\x00" * 30_000_000)
    assert len(bomb) < 100_000
    refused(bomb, "policy.docx", TooLarge)


def test_an_archive_that_lies_about_its_size() -> None:
    bomb = bytearray(repacked(a_word_document(), "word/media/zeros.bin", b"\x00" * 30_000_000))
    honest, small = (30_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    assert bomb.count(honest) >= 1
    refused(bytes(bomb).replace(honest, small), "policy.docx", UnreadableDocument)


def test_an_archive_with_thousands_of_parts() -> None:
    out = io.BytesIO(a_word_document())
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(5_001):
            archive.writestr(f"word/media/{number}", b"")
    refused(out.getvalue(), "policy.docx", TooLarge)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_word_document_that_declares_entities(encoding: str) -> None:
    xml = (
        '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)
    error = refused(repacked(a_word_document(), "word/document.xml", xml), "policy.docx", UnreadableDocument)
    assert "entities" in error.because


def test_bytes_in_no_encoding() -> None:
    error = refused(b"Members \x81\x8d\x8f\x90\x9d must \x81\x8d not " * 10, "policy.txt", UnreadableDocument)
    assert "UTF-8" in error.because


def test_a_web_page_nested_beyond_reason() -> None:
    refused(b"<html>" + b"<div>" * 5_000 + b"x</html>", "policy.html", UnreadableDocument)


@pytest.mark.parametrize(
    "text", ["Contents\n\nIntroduction ........ 1\nElections ........ 2\n", "*** --- ***", "Page 3 of 7"]
)
def test_a_document_without_a_statement(text: str) -> None:
    refused(text.encode(), "policy.txt", NothingRecognised)


def test_no_error_holds_words_of_the_document() -> None:
    word = "Nightingale"
    for data in (f"{word} \x81".encode("latin-1") * 50, a_pdf(words=word)[:300], b"{\\rtf " + word.encode()):
        with pytest.raises(CllrError) as caught:
            read(data, "policy")
        assert word not in str(caught.value)


def read_or_refuse(data: bytes, name: str) -> None:
    """Read a document of any content; only errors of ours may come out, and each statement is named once."""
    try:
        document = read(data, name)
        held, remainder = statements(document)
    except CllrError:
        return
    assert len({statement.ref for statement in held}) == len(held)
    assert len({statement.id for statement in held}) == len(held)
    assert all(statement.text.strip() for statement in held)
    assert all(part.because for part in remainder)


SOME_TEXT = st.text(
    st.sampled_from("abcdeXYZ 019.()\n\n\t•-–#*[]?!;:,“”\"'’‘&<>|ivx\f\r\u00ad\xa0é漢\U0001f600\ud7ff")
    | st.characters(),
    max_size=600,
)
POLICY_LIKE = st.lists(
    st.sampled_from(
        [
            "1. Introduction", "1.1 Members must be polite.", "(a) be kind;", "(i) and calm", "• be brief",
            "- and true.", "Frequently asked questions", "1. May I post?", "Yes.", "Contents", "Introduction .... 3",
            "Appendix A", "a line that goes on", "Page 2 of 3", "", "2", "i.e. this", "Rules:", "## Heading",
            "**Libel:** do not.", "| a | b |", "7.3(b) Never.", "Q1. Who?", "2.1", "•", "Adopted 1 May 2024", "\f",
            "Cllr. J. Pike, e.g. here", "Q. Why?", "A. So.", "o be true", "Do's", "Be kind", "1.2All may.",
        ]
    ),
    max_size=40,
).map("\n".join)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOME_TEXT | POLICY_LIKE)
def test_any_text(text: str) -> None:
    read_or_refuse(text.encode("utf-8", "surrogatepass"), "policy.txt")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<ol type=i start=4>", "<ul>", "<li>", "</li>", "</ul>", "</ol>", "<table>", "<tr>", "<td>",
     "<th>", "</table>", "<h2>", "</h2>", "<br>", "<b>", "</b>", "<main>", "<nav>", "<dl><dt>", "<dd>", "<!--",
     "-->", "&nbsp;", "&#x1F600;", "Members must be polite.", "1.1", "(a) be kind;", "<li value=9>",
     "<div hidden>", "<script>", "\x00"]
), max_size=60).map("".join))  # fmt: skip
@example("<html><li>")
def test_any_web_page(markup: str) -> None:
    read_or_refuse(f"<html><body>{markup}".encode(), "policy.html")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=100).map(lambda rest: b"%PDF-1.7\n" + rest))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data, "policy")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([a_pdf(), a_word_document()]), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_any_damage(data: bytes, place: int, damage: bytes) -> None:
    place %= len(data)
    read_or_refuse(data[:place] + damage + data[place + len(damage) :], "policy")


@pytest.mark.parametrize(
    "hard",
    [
        "." * 20_000,
        "- " * 10_000,
        "(" * 10_000,
        "“a " * 6_000,
        "**a " * 5_000,
        "[](" * 6_000,
        "x. " * 8_000,
        "line that goes on\n" * 2_000,
        "1.1 a\n" * 2_000,
        "<p>word</p>" * 2_000,
        "<table>" + "<tr><td>1<td>a" * 1_500,
        "# " + "# " * 5_000,
        "1.\n\n" * 2_000,
        "Be kind\n\n" * 2_000,
        "Contents\n" + "entry\n\n" * 2_000,
    ],
    ids=lambda text: re.sub(r"\s", " ", text[:12]),
)
def test_the_time_grows_with_the_length_alone(hard: str) -> None:
    """Ten times the length may take no more than some forty times the time: nothing in it is squared."""
    times = []
    for text in (hard[: len(hard) // 10], hard):
        begun = time.perf_counter()
        read_or_refuse(text.encode(), "policy")
        times.append(time.perf_counter() - begun)
    assert times[1] < 40 * max(times[0], 0.02)
