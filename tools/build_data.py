"""Work out ahead of time what would cost a single command a second: `src/cllr/core/built/*.json`.

Nothing depends on these files; without them, or where they are older than their sources, the same is worked out on
the spot. They are ignored by git and carried by the wheel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cllr.core import catalogue, compiled
from cllr.core.lexicon import index
from cllr.core.mapping import books
from tools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.resources.abc import Traversable

FOLDER = ROOT / "src/cllr/core" / compiled.BUILT

PARTS: dict[str, tuple[Callable[[], Iterable[Traversable]], Callable[[], Any]]] = {
    "lexicon": (index.sources, index.to_build),
    "mapping": (books.sources, books.to_build),
    "provisions": (catalogue.sources, catalogue.to_build),
}


def main() -> None:
    """Write what is missing or out of date."""
    FOLDER.mkdir(exist_ok=True)
    for name, (sources, make) in PARTS.items():
        if compiled.load(name, sources()) is None:
            (FOLDER / f"{name}.json").write_text(compiled.dumps(make(), sources()), encoding="utf-8")
            print(f"data: worked out {name}")


if __name__ == "__main__":
    main()
