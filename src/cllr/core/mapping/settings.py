"""Which settings a statement fixes, and which a policy has: cues per value; roles and numbers read from the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cllr.core import catalogue
from cllr.core.lexicon import compile_lexicon
from cllr.core.mapping.books import book
from cllr.core.mapping.cues import formed, toml
from cllr.core.mapping.scoring import weighed
from cllr.core.mapping.stems import joined, stem
from cllr.core.text import view as view_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cllr.core.catalogue import Setting
    from cllr.core.lexicon import Lexicon
    from cllr.core.mapping.cues import Passage
    from cllr.core.policy import SettingValue, Statement

FIXED = 0.6
"""Score from which a statement is taken to fix a value."""

APART = 0.75
"""What is left of a score where the statement seems to be about something else."""

WORDS = "words"
"""In the cue files, where a value would stand: the value (roles, a number) is read from the words."""


@dataclass(frozen=True, slots=True)
class Fixing:
    """That a statement fixes a setting, how surely, and on which words."""

    value: SettingValue
    confidence: float
    words: tuple[str, ...]


def fixings(
    passage: Passage, without: frozenset[str] = frozenset(), carried: frozenset[str] | None = None
) -> dict[str, Fixing]:
    """Return the settings that a statement fixes.

    `carried`: the provisions it may carry; a setting of other provisions needs surer words. None where not known.
    """
    found: dict[str, dict[str, tuple[float, tuple[str, ...]]]] = {}
    for name, held in weighed(book("settings").read(passage, without)).items():
        setting, _, value = name.partition("=")
        apart = carried is not None and not carried.intersection(catalogue.setting(setting).provisions)
        if held[0] * (APART if apart else 1) >= FIXED:
            found.setdefault(setting, {})[value] = held
    fixed = {}
    for name, values in found.items():
        read = _value(catalogue.setting(name), values, passage)
        if read is not None:
            best = max(values.values(), key=lambda held: held[0])
            fixed[name] = Fixing(read, best[0], best[1])
    return fixed


def _value(
    setting: Setting, values: Mapping[str, tuple[float, tuple[str, ...]]], passage: Passage
) -> SettingValue | None:
    if WORDS in values:
        if setting.shape == "number":
            return _number(passage.text)
        roles = roles_in(f"{passage.intro} {passage.text}", setting.id)
        if setting.shape == "role":
            return roles[0] if roles else None
        return _in_order(setting.id, roles) or None
    if setting.shape == "set":
        return tuple(choice.value for choice in setting.values if choice.value in values)
    if setting.shape == "list":
        text = passage.text.lower()
        return tuple(sorted(values, key=lambda value: _place(text, values[value][1])))
    # Of two values equally sure the one the catalogue names first: it is the stricter.
    order = [choice.value for choice in setting.values]
    return min(values, key=lambda value: (-round(values[value][0], 2), order.index(value)))


def _place(text: str, words: tuple[str, ...]) -> int:
    return min((at for word in words if (at := text.find(word)) >= 0), default=len(text))


_COUNT = {
    word: number
    for number, word in enumerate(
        ["six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"], 6
    )
}
_MORE = re.compile(r"\b(?:more|longer|greater)\s+than\s*$|\bover\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\b(\d{1,2}|" + "|".join(_COUNT) + r")\b", re.IGNORECASE)


def _number(text: str) -> int | None:
    match = _NUMBER.search(text)
    if match is None:
        return None
    word = match.group(1).lower()
    number = _COUNT[word] if word in _COUNT else int(word)
    return number + 1 if _MORE.search(text[: match.start()]) else number


# ---- roles

_TITLE = re.compile(
    r"\b(?:Head of|Director of|Assistant Director of|Leader of)(?:\s+(?:and|of|the|&|[A-Z][\w'’]+),?)+"
    r"|\b(?:[A-Z][\w'’]+,?\s+(?:(?:and|&|of)\s+)?){1,5}"
    r"(?:Officer|Manager|Director|Team|Committee|Services|Service|Unit|Department|Office|Lead|Board|Panel)s?\b"
)
_SMALL_LISTED = "the a an your our their this any all contact ask please see council council's"
_SMALL = frozenset(_SMALL_LISTED.split())


@lru_cache(16)
def _roles(setting: str) -> tuple[Lexicon, frozenset[str]]:
    data = toml(catalogue.ROOT / "mapping" / "roles.toml")
    patterns = {**data[data["takes"].get(setting, "offices")], **data["also"].get(setting, {})}
    tags = {role: {"find": [formed(p, stem, {}) for p in held]} for role, held in patterns.items() if held}
    return compile_lexicon(tags), frozenset(data["takes"])


def roles_in(text: str, setting: str) -> tuple[str, ...]:
    """Return the roles a text names, in printed order: known ones by their names, others by their capitals."""
    lexicon, persons = _roles(setting)
    view = view_of(joined(text))
    view.words[:] = [stem(word) for word in view.words]
    places = [
        (view.starts[hit.first], view.ends[hit.last - 1], role)
        for role, hits in lexicon.scan(view).items()
        for hit in hits
    ]
    if setting not in persons:
        places += list(_titles(joined(text)))
    # The longest name wins where two overlap: "Committee and Member Services" over "Member Services".
    kept: list[tuple[int, int, str]] = []
    for place in sorted(places, key=lambda p: (p[0] - p[1], p[2].count("-"))):
        if not any(place[0] < other[1] and other[0] < place[1] for other in kept):
            kept.append(place)
    return tuple(dict.fromkeys(role for _, _, role in sorted(kept)))


def _titles(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _TITLE.finditer(text):
        words = match.group().replace("’", "").replace("'", "").replace(",", "").replace("&", "and").split()
        while words and words[0].lower() in _SMALL:
            words.pop(0)
        if words[-1:] and words[-1].lower() in {"and", "of", "the"}:
            words.pop()
        if len(words) > 1:
            # One letter longer than the known name of the same place only where it says more.
            start = match.end() - len(match.group().lstrip()) + (match.group().find(words[0]))
            yield start, match.end(), "-".join(words).lower()


# ---- a policy


def _in_order(setting: str, roles: Iterable[str]) -> tuple[str, ...]:
    """Return roles once each: persons as roles.toml has them, so that a set reads the same everywhere."""
    held = tuple(dict.fromkeys(roles))
    if setting not in _roles(setting)[1]:
        return held
    known = list(toml(catalogue.ROOT / "mapping" / "roles.toml")["persons"])
    return tuple(sorted(held, key=lambda role: known.index(role) if role in known else len(known)))


@dataclass(frozen=True, slots=True)
class Conflict:
    """That statements of one policy fix a setting differently: the value taken, and the others with their refs."""

    setting: str
    taken: SettingValue
    others: tuple[tuple[SettingValue, str], ...]


def gathered(found: Iterable[tuple[Statement, Mapping[str, Fixing]]]) -> dict[str, SettingValue]:
    """Return a policy's settings: the strongest statement wins; sets, and who is bound, are put together."""
    by_setting: dict[str, list[Fixing]] = {}
    for _, fixed in found:
        for name, fixing in fixed.items():
            by_setting.setdefault(name, []).append(fixing)
    persons = _roles("who-is-bound")[1]
    settings: dict[str, SettingValue] = {}
    for name in catalogue.settings():
        held = by_setting.get(name)
        if not held:
            continue
        if catalogue.setting(name).shape in {"set", "list"} or name in persons:
            parts = [fixing.value for fixing in held if isinstance(fixing.value, tuple)]
            settings[name] = _in_order(name, (value for part in parts for value in part))
        else:
            settings[name] = max(held, key=lambda fixing: fixing.confidence).value
    return settings


def conflicts(statements: Iterable[Statement], settings: Mapping[str, SettingValue]) -> tuple[Conflict, ...]:
    """Return where statements fix another value than the one taken for the policy. Sets do not conflict."""
    others: dict[str, list[tuple[SettingValue, str]]] = {}
    for statement in statements:
        for name, value in statement.settings.items():
            if name in settings and value != settings[name] and catalogue.setting(name).shape not in {"set", "list"}:
                others.setdefault(name, []).append((value, statement.ref))
    return tuple(Conflict(name, settings[name], tuple(held)) for name, held in others.items())
