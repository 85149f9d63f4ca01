"""Imprints: is one needed, is it whole, and how is one written.

An imprint says who has material published and on whose behalf: Elections Act 2022, Part 6, for digital material since
1 November 2023 (https://www.legislation.gov.uk/ukpga/2022/37/part/6); Representation of the People Act 1983, section
110, and Political Parties, Elections and Referendums Act 2000, section 143, for print. The words are free; only the
content is fixed. Whether it may stand elsewhere because it is not reasonably practicable to put it in the material is
for people to decide and to record.
"""

from __future__ import annotations

from cllr.core.imprint.answer import ImprintAnswer, Medium, Publisher, Purpose, check
from cllr.core.imprint.parse import Imprint, Span, find, is_postal
from cllr.core.imprint.write import build

__all__ = [
    "Imprint",
    "ImprintAnswer",
    "Medium",
    "Publisher",
    "Purpose",
    "Span",
    "build",
    "check",
    "find",
    "is_postal",
]
