"""Read a policy document for the commands that need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.documents import read
from cllr.core.read_policy import from_document
from cllr.reach import ocr

if TYPE_CHECKING:
    import datetime as dt

    from cllr.core.policy import Policy


def read_document(data: bytes, name: str, *, council: str | None = None, adopted: dt.date | None = None) -> Policy:
    """Return the policy of a document; pictures of pages are read where tesseract is present."""
    return from_document(read(data, name, ocr=ocr.reader()), council=council, adopted=adopted)
