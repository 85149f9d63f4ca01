"""Say where something of ours broke, without the words it broke on."""

from __future__ import annotations

import traceback
from pathlib import Path


def where(error: Exception) -> str:
    """Return the kind of an exception and the line it came from, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
