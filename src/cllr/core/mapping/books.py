"""The books of cues: read from their files, or from what was worked out of them ahead of time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from cllr.core import catalogue, compiled
from cllr.core.mapping.cues import CueBook, cues_of, toml
from cllr.core.mapping.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from cllr.core.mapping.cues import Cue

Name = Literal["provisions", "kinds", "settings"]
NAMES: tuple[Name, ...] = ("provisions", "kinds", "settings")

_CUES = ".cues.toml"
_CODE = (
    "mapping/words.toml",
    "mapping/cues.py",
    "mapping/stems.py",
    "mapping/likeness.py",
    "lexicon/index.py",
    "lexicon/packed.py",
    "lexicon/patterns.py",
    "frequency.json",
)


def _files(name: Name) -> list[Traversable]:
    if name == "kinds":
        return [catalogue.ROOT / "kinds.toml"]
    folder = catalogue.ROOT / name
    folders = [path for path in folder.iterdir() if path.is_dir()] if name == "provisions" else [folder]
    found = [path for held in folders for path in held.iterdir() if path.name.endswith(_CUES)]
    return sorted(found, key=lambda path: path.name)


def sources() -> list[Traversable]:
    """Return the files the books are made from: cues, the words of provisions, and the code that reads them."""
    return [
        *(path for name in NAMES for path in _files(name)),
        *catalogue.sources(),
        *(catalogue.ROOT.joinpath(*name.split("/")) for name in _CODE),
    ]


def cues(name: Name) -> Iterator[Cue]:
    """Yield the cues of a book as they are written; BadInput says which is wrong."""
    for path in _files(name):
        data = toml(path)
        if name == "provisions":
            yield from cues_of(path.name.removesuffix(_CUES), data)
        elif name == "kinds":
            for kind, tables in data.items():
                yield from cues_of(kind, tables)
        else:
            for setting, values in data.items():
                for value, tables in values.items() if isinstance(values, dict) else ():
                    yield from cues_of(f"{setting}={value}", tables)


@lru_cache(1)
def _built() -> dict[str, Any]:
    return compiled.load("mapping", sources()) or {}


@lru_cache(3)
def book(name: Name) -> CueBook:
    """Return a book of cues, made once. Kinds are told by exact words: "may" is not "might"."""
    exact = name == "kinds"
    held = _built().get(name)
    return CueBook.made(cues(name), exact=exact) if held is None else CueBook.kept(held, exact=exact)


@lru_cache(8)
def likeness(without: frozenset[str]) -> Likeness:
    """Return how like texts are to provisions, without the cues written in view of the named policies."""
    held = None if without else _built().get("likeness")
    if held is not None:
        return Likeness(**held)
    return Likeness.made(cue for cue in book("provisions").cues if not cue.policies & without)


def to_build() -> dict[str, Any]:
    """Return what `compiled.load("mapping")` gives back."""
    made = {name: CueBook.made(cues(name), exact=name == "kinds") for name in NAMES}
    like = Likeness.made(made["provisions"].cues)
    return {name: held.to_keep() for name, held in made.items()} | {"likeness": like.to_keep()}
