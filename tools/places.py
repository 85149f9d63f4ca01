"""Where the founding policies and labelled posts lie beside a checkout that has them."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path | None:
    """Return the folder with the founding policies and labelled posts, or None where it is absent.

    CLLR_SHARED names it; otherwise it is looked for beside the checkout.
    """
    named = os.environ.get("CLLR_SHARED")
    path = Path(named) if named else ROOT.parent / "shared"
    return path if (path / "seeds/clauses.jsonl").exists() else None
