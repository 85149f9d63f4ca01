"""Where each pattern hangs: read from the data files, or from what was worked out of them ahead of time."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from cllr.core import compiled
from cllr.core.lexicon.packed import Packer
from cllr.core.lexicon.patterns import FREQUENCY, Element, bad, hang, no_circles, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

QUIET = "~quiet"
"""Behind the name of a tag: the patterns that silence it."""


class _Tag(NamedTuple):
    """A named set of patterns and what quiets it, as written."""

    find: tuple[str, ...]
    quiet: tuple[str, ...]
    quiet_within: str
    disguised: bool


@dataclass(slots=True)
class Index:
    """Where each pattern hangs: all that has to be known before the first text. Plain data, kept as JSON."""

    tags: dict[str, str]
    """Every tag, with how far what silences it reaches: overlap, sentence or text; empty where nothing does."""
    sets: list[str]
    """The sets of words that the packed rows refer to."""
    patterns: list[list[str]]
    """[tag (with QUIET behind it), its rows packed] of each."""
    single: dict[str, list[str]]
    """Word -> tags it finds by itself."""
    by_word: dict[str, list[int]]
    """Anchor -> patterns hung on it."""
    by_tag: dict[str, list[int]]
    """Tag -> patterns that a hit of it wakes."""
    disguised: list[str]
    """Words that are looked for in disguise too."""


def index(data: Mapping[str, Mapping[str, Any]]) -> Index:
    """Read all patterns and find what each hangs on.

    `data`: tag -> {find, quiet, quiet_within, disguised, about}. BadInput names the tag and pattern that is wrong.
    """
    tags = {name: _tag(name, entry) for name, entry in data.items()}
    parsed = [
        (name, suffix, parse(pattern, name))
        for name, tag in tags.items()
        for suffix, held in (("", tag.find), (QUIET, tag.quiet))
        for pattern in held
    ]
    by_tag: dict[str, list[tuple[Element, ...]]] = {name: [] for name in tags}
    for name, _, branches in parsed:
        by_tag[name] += branches
    no_circles(by_tag)
    packer = Packer()
    patterns: list[list[str]] = []
    single: dict[str, list[str]] = {}
    by_word: dict[str, list[int]] = {}
    waking: dict[str, list[int]] = {}
    disguised: set[str] = set()
    for number, (name, suffix, branches) in enumerate(parsed):
        rows = [row for elements in branches for row in hang(name + suffix, elements)]
        patterns.append([name + suffix, packer.pack(rows)])
        for row in rows:
            if tags[name].disguised:
                disguised |= row.words
            if row.woken_by is not None:
                _once(waking.setdefault(row.woken_by, []), number)
            for word in sorted(row.words):
                if row.alone:
                    _once(single.setdefault(word, []), name + suffix)
                else:
                    _once(by_word.setdefault(word, []), number)
    quiet_within = {name: tag.quiet_within if tag.quiet else "" for name, tag in tags.items()}
    return Index(quiet_within, packer.sets, patterns, single, by_word, waking, sorted(disguised))


def _once(held: list[Any], item: object) -> None:
    if item not in held:
        held.append(item)


def _tag(name: str, entry: Mapping[str, Any]) -> _Tag:
    """Return a tag from its data; BadInput names what is wrong."""
    unknown = set(entry) - {"find", "quiet", "quiet_within", "disguised", "about"}
    if unknown:
        raise bad(name, ", ".join(sorted(unknown)), "the key is not known")
    within = entry.get("quiet_within", "overlap")
    if within not in {"overlap", "sentence", "text"}:
        raise bad(name, within, "quiet_within is overlap, sentence or text")
    return _Tag(tuple(entry["find"]), tuple(entry.get("quiet", ())), within, bool(entry.get("disguised", False)))


def sources() -> list[Traversable]:
    """Return the files the lexicon is made from: its data, and the code that hangs and keeps its patterns."""
    core = files("cllr.core")
    held = [path for path in core.joinpath("lexicon").iterdir() if path.name.endswith(".toml")]
    code = [core.joinpath("lexicon", name) for name in ("index.py", "packed.py", "patterns.py")]
    return [*held, *code, core.joinpath(FREQUENCY)]


def read_sources() -> dict[str, Mapping[str, Any]]:
    """Return the data of all tags; BadInput where a name stands in two files."""
    data: dict[str, Mapping[str, Any]] = {}
    for path in sorted(sources(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
                if name in data:
                    raise bad(name, path.name, "the tag stands in two files")
                data[name] = entry
    return data


def shipped_index() -> Index:
    """Return where the patterns that ship with cllr hang."""
    built = compiled.load("lexicon", sources())
    return index(read_sources()) if built is None else Index(**built)


def to_build() -> dict[str, Any]:
    """Return what `compiled.load("lexicon")` gives back."""
    return asdict(index(read_sources()))
