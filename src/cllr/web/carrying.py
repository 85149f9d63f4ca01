"""Carry a policy in the page, so that nothing has to be stored between two steps of one visit.

The policy file is packed (zlib, base64) into a hidden field. What comes back is read as strictly as any upload.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from cllr.core import policy_file
from cllr.core.errors import BadInput

if TYPE_CHECKING:
    from cllr.core.policy import Policy


def pack(policy: Policy) -> str:
    """Return a policy as text for a hidden field."""
    return base64.b64encode(zlib.compress(policy_file.dumps(policy).encode(), 9)).decode("ascii")


def unpack(packed: str) -> Policy:
    """Return the policy of a hidden field; BadInput where it is not one of ours or unfolds past the limit."""
    try:
        unfolder = zlib.decompressobj()
        data = unfolder.decompress(base64.b64decode(packed, validate=True), policy_file.LIMIT)
        whole = unfolder.eof
    except (zlib.error, binascii.Error, ValueError):
        whole, data = False, b""
    if not whole:
        raise BadInput(
            "the policy in this page",
            because="it did not arrive whole",
            remedy="Upload the policy again and go on from there",
        )
    return policy_file.loads(data)
