"""Where each pattern hangs: read from the data files, or from what was worked out of them ahead of time."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cllr.core import compiled
from cllr.core.lexicon.patterns import FREQUENCY, Element, bad, hang, no_circles, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

QUIET = "~quiet"
"""Behind the name of a tag: the patterns that silence it."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A named set of patterns and what quiets it."""

    name: str
    find: tuple[str, ...]
    quiet: tuple[str, ...]
    quiet_within: str
    disguised: bool
    group: str
    """The file it stands in: tags of a file are looked for together."""


@dataclass(slots=True)
class Index:
    """Where each pattern hangs: all that has to be known before the first text. Plain data, kept as JSON."""

    patterns: list[list[str]]
    """[tag (with QUIET behind it), pattern] of each."""
    single: dict[str, list[str]]
    """Word -> tags it finds by itself."""
    by_word: dict[str, list[int]]
    """Anchor -> patterns hung on it."""
    by_tag: dict[str, list[int]]
    """Tag -> patterns that a hit of it wakes."""
    disguised: list[str]
    """Words that are looked for in disguise too."""


def index(tags: Mapping[str, Tag]) -> Index:
    """Read all patterns and find what each hangs on; BadInput names the one that is wrong."""
    patterns = [
        [tag.name + suffix, pattern]
        for tag in tags.values()
        for suffix, held in (("", tag.find), (QUIET, tag.quiet))
        for pattern in held
    ]
    parsed = [parse(pattern, name.removesuffix(QUIET)) for name, pattern in patterns]
    by_tag: dict[str, list[tuple[Element, ...]]] = {name: [] for name in tags}
    for (name, _), rows in zip(patterns, parsed, strict=True):
        by_tag[name.removesuffix(QUIET)] += rows
    no_circles(by_tag)
    made = Index(patterns, {}, {}, {}, [])
    disguised: set[str] = set()
    for number, ((name, _), rows) in enumerate(zip(patterns, parsed, strict=True)):
        for row in (row for elements in rows for row in hang(name, elements)):
            if tags[name.removesuffix(QUIET)].disguised:
                disguised |= row.words
            if row.woken_by is not None:
                _once(made.by_tag.setdefault(row.woken_by, []), number)
            for word in sorted(row.words):
                if row.alone:
                    _once(made.single.setdefault(word, []), name)
                else:
                    _once(made.by_word.setdefault(word, []), number)
    made.disguised = sorted(disguised)
    return made


def _once(held: list[Any], item: object) -> None:
    if item not in held:
        held.append(item)


def tags_of(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Tag]:
    """Return tags from their data; BadInput names what is wrong."""
    tags = {}
    for name, entry in data.items():
        unknown = set(entry) - {"find", "quiet", "quiet_within", "disguised", "about", "group"}
        if unknown:
            raise bad(name, ", ".join(sorted(unknown)), "the key is not known")
        within = entry.get("quiet_within", "overlap")
        if within not in {"overlap", "sentence", "text"}:
            raise bad(name, within, "quiet_within is overlap, sentence or text")
        tags[name] = Tag(
            name,
            tuple(entry["find"]),
            tuple(entry.get("quiet", ())),
            within,
            bool(entry.get("disguised", False)),
            entry.get("group", ""),
        )
    return tags


def sources() -> list[Traversable]:
    """Return the files the lexicon is made from: its data, and the code that says where a pattern hangs."""
    core = files("cllr.core")
    held = [path for path in core.joinpath("lexicon").iterdir() if path.name.endswith(".toml")]
    return [*held, core.joinpath("lexicon", "patterns.py"), core.joinpath(FREQUENCY)]


def read_sources() -> dict[str, Mapping[str, Any]]:
    """Return the data of all tags; BadInput where a name stands in two files."""
    data: dict[str, Mapping[str, Any]] = {}
    for path in sorted(sources(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
                if name in data:
                    raise bad(name, path.name, "the tag stands in two files")
                data[name] = {key: value for key, value in entry.items() if key != "about"} | {"group": path.name}
    return data


def shipped_index() -> tuple[dict[str, Tag], Index]:
    """Return the tags that ship with cllr and where their patterns hang."""
    built = compiled.load("lexicon", sources())
    if built is None:
        tags = tags_of(read_sources())
        return tags, index(tags)
    return tags_of(built["tags"]), Index(**built["index"])


def to_build() -> dict[str, Any]:
    """Return what `compiled.load("lexicon")` gives back."""
    data = read_sources()
    return {"tags": data, "index": asdict(index(tags_of(data)))}
