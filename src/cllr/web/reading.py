"""Read an uploaded policy: a policy file, or a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core import policy_file
from cllr.core.documents import read
from cllr.core.errors import BadInput
from cllr.core.read_policy import from_document
from cllr.reach import ocr

if TYPE_CHECKING:
    from cllr.core.policy import Policy


def read_upload(data: bytes, name: str, council: str | None = None) -> Policy:
    """Return the policy of an upload; CllrError says what is wrong with it."""
    if data.lstrip()[:1] == b"{":
        held = policy_file.loads(data)
        if held.extends is not None:
            raise BadInput(
                "this policy file",
                because=f"it extends {held.extends.file}, which is not here",
                remedy="Make one file of the two with `cllr policy read`, and upload that",
            )
        return held
    return from_document(read(data, name, ocr=ocr.reader()), council=council or None)
