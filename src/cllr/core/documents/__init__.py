"""Policy documents in the formats councils publish: PDF, Word (DOCX), web page, plain text. One function.

What a file is, is decided by its content; its name is only a hint. What is read and what is refused is
described in docs/reference/document-formats.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.documents import plain
from cllr.core.documents.blocks import LIMITS, Block, BlockKind, Cell, Document, Format, Limits
from cllr.core.documents.headings import mark_headings
from cllr.core.documents.tables import arranged
from cllr.core.errors import (
    CllrError,
    LockedDocument,
    NothingRecognised,
    ScannedDocument,
    TooLarge,
    UnreadableDocument,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = tuple[list[Block], int | None, tuple[str, ...]]

__all__ = ["LIMITS", "Block", "BlockKind", "Cell", "Document", "Format", "Limits", "read"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|main|article|div|p|h[1-6]|ul|ol|table)[\s>]", re.IGNORECASE)
_SAVE_AS = "Open it in a word processor and save it as DOCX or PDF"


def read(data: bytes, name: str, *, ocr: Callable[[bytes], str] | None = None, limit: Limits = LIMITS) -> Document:
    """Read a document: its headings, paragraphs, list items and table cells in reading order.

    `ocr` reads a picture of a page: it gets the page as a portable grey map (PNM, P5) and returns its text. By
    `LIMITS` a file may have 25 MB, 2,000 pages and 5 million characters.

    Raises TooLarge over a limit, LockedDocument where a password is needed, ScannedDocument for pictures of
    text without `ocr`, NothingRecognised for a document without a word, and UnreadableDocument for anything
    that is damaged, empty, or none of PDF, DOCX, HTML and text.
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        raise UnreadableDocument(
            "The file is empty",
            because="it holds no character",
            remedy="Check that the right file was chosen",
        )
    if len(data) > limit.bytes:
        raise TooLarge(
            "The file is too large",
            because=f"it has {len(data):,} bytes and {limit.bytes:,} are read",
            remedy="Save the policy alone, without pictures and appendices, and read that",
        )
    kind = _kind(data, name)
    try:
        blocks, pages, notes = _blocks(data, kind, ocr, limit)
    except CllrError:
        raise
    except Exception as error:
        # A damaged file can make a library stumble in ways it does not name; none of them may reach a person.
        raise UnreadableDocument(
            "The document could not be read",
            because=f"it is damaged or not a proper {kind.upper()} file",
            remedy=f"{_SAVE_AS}, then read that",
        ) from error
    limit.refuse_over(sum(len(block.text) for block in blocks))
    if not any(char.isalnum() for block in blocks for char in block.text):
        raise NothingRecognised(
            "No text was found in the document",
            because="it holds no letter and no figure",
            remedy="Check that this is the policy itself; if its pages are pictures, read it with text recognition",
        )
    return Document(name, kind, tuple(mark_headings(arranged(blocks))), pages, notes)


def _blocks(data: bytes, kind: Format, ocr: Callable[[bytes], str] | None, limit: Limits) -> Read:
    # The libraries are large: each is loaded only when a document of its format is read.
    if kind == "pdf":
        from cllr.core.documents import pdf  # noqa: PLC0415  only when such a document comes

        return pdf.read(data, ocr=ocr, limit=limit)
    if kind == "docx":
        from cllr.core.documents import word  # noqa: PLC0415  only when such a document comes

        return word.read(data, limit=limit)
    if kind == "html":
        from cllr.core.documents import webpage  # noqa: PLC0415  only when such a document comes

        return webpage.read(data, limit=limit)
    return plain.read(data, limit=limit)


def _kind(data: bytes, name: str) -> Format:
    start = data[:1024].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    _refuse_others(data, start)
    suffix = name.lower().rsplit(".", 1)[-1]
    tags = len(_TAG.findall(data[:65536].replace(b"\x00", b"")))
    declared = bool(re.match(rb"(?i)<(?:!doctype html|html|\?xml)", start.replace(b"\x00", b"")))
    if tags and (declared or suffix in {"html", "htm", "xhtml", "asp", "aspx", "php"} or tags > 5):
        return "html"
    return "text"


def _refuse_others(data: bytes, start: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise LockedDocument(
                "The document is locked",
                because="it is protected by a password",
                remedy="Open it with the password, save it without one, and read that",
            )
        raise UnreadableDocument(
            "The document is in an old format",
            because="Word documents from before 2007 (.doc) are not read",
            remedy=_SAVE_AS,
        )
    if start.startswith(b"{\\rtf"):
        raise UnreadableDocument("The document is in RTF", because="that format is not read", remedy=_SAVE_AS)
    if data.startswith(_PICTURES):
        raise ScannedDocument(
            "The file is a picture",
            because="only documents are read, not single pictures of pages",
            remedy="Put the pictures in a PDF and read that with text recognition, or find the document as text",
        )
    sample = data[:65536]
    unprintable = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _utf16(sample)
    if not wide and (unprintable > len(sample) // 100 or b"\x00" in sample):
        raise UnreadableDocument(
            "The file is no document that can be read",
            because="its content is neither PDF, DOCX, HTML nor text",
            remedy="Read the policy as PDF, DOCX, web page or plain text",
        )


def _utf16(sample: bytes) -> bool:
    """Say whether every other byte is zero, as in English text in UTF-16 without its mark."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    return most > len(sample) * 0.4 and least < len(sample) * 0.02
