"""Cut a draft into pieces at the edges of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cllr.core.model import Finding, Weight

_ORDER = {"stop": 0, "advise": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a draft; `finding` is the number of the heaviest finding that marks them, counted from one."""

    text: str
    finding: int | None = None
    weight: Weight | None = None


def pieces(text: str, findings: Sequence[Finding]) -> list[Piece]:
    """Return the text cut up so that every piece has one heaviest finding or none. Joined they are the text."""
    spans = [
        (f.start, f.end, number, f.weight)
        for number, f in enumerate(findings, 1)
        if f.start is not None and f.end is not None and f.start < f.end
    ]
    edges = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    cut = []
    for start, end in pairwise(edges):
        over = [s for s in spans if s[0] <= start and end <= s[1]]
        if over:
            _, _, number, weight = min(over, key=lambda s: (_ORDER[s[3]], s[2]))
            cut.append(Piece(text[start:end], number, weight))
        else:
            cut.append(Piece(text[start:end]))
    return cut
