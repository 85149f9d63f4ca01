"""What is worked out from the data files ahead of time, so that one command need not do it again.

`make assets` writes `core/built/*.json` (ignored by git, carried by the wheel). Each file holds the digest of what it
was made from; where that does not fit, or there is no file, everything is worked out from the sources instead,
which is slower and gives the same answers.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

BUILT = "built"


def digest(sources: Iterable[Traversable]) -> str:
    """Return the digest of source files, in the order of their names."""
    made = hashlib.sha256()
    for path in sorted(sources, key=lambda p: p.name):
        made.update(path.name.encode())
        made.update(path.read_bytes())
    return made.hexdigest()


def load(name: str, sources: Iterable[Traversable]) -> Any:
    """Return what was worked out under a name, or None where it is missing or older than its sources."""
    path = files("cllr.core").joinpath(BUILT, f"{name}.json")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data["data"] if data.get("digest") == digest(sources) else None


def dumps(data: object, sources: Iterable[Traversable]) -> str:
    """Return the text of a file that `load` takes."""
    return json.dumps({"digest": digest(sources), "data": data}, ensure_ascii=False, separators=(",", ":"))
