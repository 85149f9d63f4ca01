"""The archive of a Word document, looked through before anything in it is parsed.

An archive can pretend to be small, or hold text that fetches or multiplies other text. So the number of its
parts, their sizes packed and unpacked, and their first words are checked: Word itself never declares entities,
and ECMA-376 part 2 (Open Packaging Conventions) forbids it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from cllr.core.errors import TooLarge, UnreadableDocument

_MEMBERS = 5_000
_UNPACKED = 200_000_000
_PART = 60_000_000
_RATIO = 200
"""Text packs to a tenth, empty tables to a hundredth; beyond this a part only pretends to be small."""
_SMALL = 2_000_000
"""Bytes that any part may have, however well it packs."""
_CHUNK = 1 << 20
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
SAVE_AGAIN = "Open it in a word processor and save it again as DOCX"


def inspect(data: bytes) -> None:
    """Raise TooLarge for an archive that unpacks to too much, UnreadableDocument for one that is no Word document.

    Every part is unpacked once and counted, because an archive may declare other sizes than it has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive, len(data))
            names = set(archive.namelist())
            if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
                raise UnreadableDocument(
                    "The file is no Word document",
                    because="it is an archive of another kind",
                    remedy="Save the policy as DOCX or PDF and read that",
                )
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise UnreadableDocument(
            "The Word document could not be opened", because="its archive is damaged", remedy=SAVE_AGAIN
        ) from error


def _measure(archive: zipfile.ZipFile, packed: int) -> None:
    parts = archive.infolist()
    declared = sum(part.file_size for part in parts)
    if len(parts) > _MEMBERS or declared > _UNPACKED or declared > max(_SMALL, packed * _RATIO):
        raise _bomb()
    total = 0
    for part in parts:
        size, tail = 0, b""
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                total += len(chunk)
                too_dense = size > max(_SMALL, part.compress_size * _RATIO)
                if total > _UNPACKED or size > _PART or too_dense:
                    raise _bomb()
                if part.filename.lower().endswith((".xml", ".rels")):
                    _refuse_entities(tail + chunk)
                    tail = chunk[-32:]


def _refuse_entities(chunk: bytes) -> None:
    if _DECLARES.search(chunk) or _DECLARES.search(chunk.replace(b"\x00", b"")):
        raise UnreadableDocument(
            "The Word document is not read",
            because="it declares entities, which could fetch or multiply text and which Word never writes",
            remedy=SAVE_AGAIN,
        )


def _bomb() -> TooLarge:
    return TooLarge(
        "The Word document is too large",
        because="it unpacks to far more than a policy can hold",
        remedy="Save the policy alone, without pictures and embedded files, and read that",
    )
