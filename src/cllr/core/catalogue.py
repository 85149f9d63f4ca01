"""The catalogue: every provision, setting and platform we know, as data with dates.

One TOML file per provision (`provisions/<topic>/<id>.toml`), a few files of settings (`settings/<theme>.toml`),
one file per platform (`platforms/<id>.toml`). Files are read when they are first asked for: a check of a quiet
draft reads none.
"""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, cast

from cllr.core import compiled
from cllr.core.errors import UnknownName
from cllr.core.model import Answer, Basis, Citation, Moment, StatementKind, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable


SYSTEMS = (
    "Draft check",
    "Profile check",
    "Accounts register",
    "People register",
    "Permissions register",
    "Acknowledgements register",
    "Associates register",
    "Incident report",
    "Moderation log",
    "Evidence store",
    "Complaint case",
    "Meeting mode",
    "Election screen",
    "Emergency mode",
    "Security check-up",
    "Account monitor",
    "Policy library",
    "Guidance",
)
"""The 18 systems a council sees."""

ROOT = files("cllr.core")


@dataclass(frozen=True, slots=True)
class Works:
    """What makes a provision work, and whether it does yet."""

    by: Literal["check", "question", "system", "guidance"]
    where: str
    yet: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionQuestion:
    """A question of a provision. `when`: shown with a finding (`found`) or only when a detector asks (`asked`)."""

    id: str
    when: Literal["found", "asked"]
    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """A norm that policies share, in our own words."""

    id: str
    title: str
    topic: str
    aliases: tuple[str, ...]
    status: Literal["trial", "steady", "retired"]
    kind: StatementKind
    moment: Moment
    also_at: tuple[Moment, ...]
    basis: tuple[Basis, ...]
    """Strongest first."""
    weight: Weight
    """Weight where every provision is switched on."""
    law_weight: Weight | None
    """Weight under the law alone; None where no law asks for it."""
    asks: str
    why: str
    instead: str
    until: str
    limits: str
    decides: tuple[str, ...]
    told: tuple[str, ...]
    ask: Literal["general", "conduct", "content", "training"]
    works: tuple[Works, ...]
    citations: tuple[Citation, ...]
    questions: tuple[ProvisionQuestion, ...]

    def question(self, question_id: str) -> ProvisionQuestion:
        """Return one of the questions; UnknownName where there is none of that id."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise UnknownName(
            f"no question {question_id} in provision {self.id}",
            because="a detector asks what the provision does not hold",
            remedy=f"Add it to provisions/{self.topic}/{self.id}.toml",
        )


@dataclass(frozen=True, slots=True)
class SettingChoice:
    """One value a setting may have, what it changes, and the weights it gives to provisions."""

    value: str
    changes: str
    weights: Mapping[str, Weight]


@dataclass(frozen=True, slots=True)
class Setting:
    """A point on which policies differ. `values` is empty where the value is a role, roles or a number."""

    id: str
    conflict: str
    theme: str
    asks: str
    shape: Literal["word", "set", "list", "number", "role", "roles"]
    values: tuple[SettingChoice, ...]
    silent: str
    """What holds where a policy does not say."""
    provisions: tuple[str, ...]
    aliases: tuple[str, ...] = ()


def _read(path: Traversable) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def sources() -> list[Traversable]:
    """Return the files of all provisions."""
    return list(_index().values())


def to_build() -> dict[str, Any]:
    """Return what `compiled.load("provisions")` gives back: every file's data with its topic, dates as text."""
    return {
        name: json.loads(json.dumps(_read(path), default=str)) | {"topic": _topic(path)}
        for name, path in _index().items()
    }


@lru_cache(1)
def _built() -> Mapping[str, Mapping[str, Any]]:
    held: Mapping[str, Mapping[str, Any]] | None = compiled.load("provisions", sources())
    return held or {}


def _day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _line(text: str) -> str:
    """Return wrapped TOML prose as one line."""
    return " ".join(text.split())


@lru_cache(1)
def _index() -> dict[str, Traversable]:
    """Return the file of each provision by id, sorted by id."""
    found = {
        path.name.removesuffix(".toml"): path
        for topic in (ROOT / "provisions").iterdir()
        if topic.is_dir()
        for path in topic.iterdir()
        if path.name.endswith(".toml") and not path.name.endswith(".cues.toml")
    }
    return dict(sorted(found.items()))


def provision_ids() -> tuple[str, ...]:
    """Return the ids of all provisions, sorted."""
    return tuple(_index())


def has_provision(name: str) -> bool:
    """Say whether a provision of that id (not alias) exists."""
    return name in _index()


@lru_cache(1)
def _aliases() -> dict[str, str]:
    return {alias: name for name in _index() for alias in provision(name).aliases}


def _citation(data: Mapping[str, Any]) -> Citation:
    return Citation(
        title=data["title"],
        address=data["address"],
        seen=data["seen"],
        checked_on=cast("dt.date", _day(data["checked_on"])),
        in_force_from=_day(data.get("in_force_from")),
        in_force_until=_day(data.get("in_force_until")),
    )


@lru_cache(512)
def provision(name: str) -> Provision:
    """Return a provision by id or alias; UnknownName where there is none."""
    path = _index().get(name)
    if path is None:
        current = _aliases().get(name)
        if current is None:
            raise UnknownName(
                f"no provision {name}",
                because="the catalogue holds none of that id or alias",
                remedy="See docs/provisions/ for all of them",
            )
        return provision(current)
    data = _built().get(name) or _read(path) | {"topic": _topic(path)}
    return Provision(
        id=data["id"],
        title=data["title"],
        topic=data["topic"],
        aliases=tuple(data["aliases"]),
        status=data["status"],
        kind=data["kind"],
        moment=data["moment"],
        also_at=tuple(data["also_at"]),
        basis=tuple(data["basis"]),
        weight=data["weight"],
        law_weight=data.get("law_weight"),
        asks=_line(data["asks"]),
        why=_line(data["why"]),
        instead=_line(data["instead"]),
        until=_line(data["until"]),
        limits=_line(data["limits"]),
        decides=tuple(data["who"]["decides"]),
        told=tuple(data["who"]["told"]),
        ask=data["who"]["ask"],
        works=tuple(Works(w["by"], w["where"], w["yet"], w.get("note", "")) for w in data["works"]),
        citations=tuple(_citation(c) for c in data.get("citations", ())),
        questions=tuple(
            ProvisionQuestion(
                id=q["id"],
                when=q["when"],
                text=_line(q["text"]),
                answers=tuple(Answer(_line(a["answer"]), _line(a["then"])) for a in q["answers"]),
            )
            for q in data.get("questions", ())
        ),
    )


def _topic(path: Traversable) -> str:
    # A Traversable has no parent; its topic is the last folder of its printed path.
    return str(path).replace("\\", "/").split("/")[-2]


def provisions() -> tuple[Provision, ...]:
    """Return the whole catalogue, sorted by id."""
    return tuple(provision(name) for name in _index())


@lru_cache(1)
def settings() -> Mapping[str, Setting]:
    """Return all settings by id, in the order of their files."""
    found: dict[str, Setting] = {}
    for path in sorted((ROOT / "settings").iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        for data in _read(path)["setting"]:
            found[data["id"]] = Setting(
                id=data["id"],
                conflict=data["conflict"],
                theme=path.name.removesuffix(".toml"),
                asks=_line(data["asks"]),
                shape=data["shape"],
                values=tuple(
                    SettingChoice(v["value"], _line(v["changes"]), v.get("weights", {}))
                    for v in data.get("values", ())
                ),
                silent=_line(data["silent"]),
                provisions=tuple(data["provisions"]),
                aliases=tuple(data.get("aliases", ())),
            )
    return found


def setting(name: str) -> Setting:
    """Return a setting by id; UnknownName where there is none."""
    try:
        return settings()[name]
    except KeyError:
        raise UnknownName(
            f"no setting {name}",
            because="the catalogue holds none of that id",
            remedy="See docs/reference/settings.md for all of them",
        ) from None


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform as a council meets it: visibility, limits, ways to report; facts dated by `checked_on`."""

    id: str
    name: str
    kind: str
    checked_on: dt.date
    said: tuple[str, ...]
    """Words policies use for it or for its kind."""
    public_without_login: Literal["yes", "partly", "no"]
    follow_without_asking: Literal["yes", "no", "depends"]
    messages_vanish: Literal["yes", "no", "option"]
    cross_posts_to: tuple[str, ...]
    limits: Mapping[str, int]
    count_by: Literal["code-units", "weighted", "graphemes"]
    privacy_steps: tuple[str, ...]
    report_route: str
    hide_or_limit: str
    terms: str | None
    draft_kinds: tuple[str, ...]
    sources: Mapping[str, str]


@lru_cache(1)
def platforms() -> Mapping[str, Platform]:
    """Return all platforms by id; `other` is always among them."""
    found = {}
    for path in sorted((ROOT / "platforms").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            data = _read(path)
            found[data["id"]] = Platform(
                id=data["id"],
                name=data["name"],
                kind=data["kind"],
                checked_on=cast("dt.date", data["checked_on"]),
                said=tuple(data["said"]),
                public_without_login=data["public_without_login"],
                follow_without_asking=data["follow_without_asking"],
                messages_vanish=data["messages_vanish"],
                cross_posts_to=tuple(data["cross_posts_to"]),
                limits=data["limits"],
                count_by=data["count_by"],
                privacy_steps=tuple(_line(step) for step in data["privacy_steps"]),
                report_route=_line(data["report_route"]),
                hide_or_limit=_line(data["hide_or_limit"]),
                terms=data.get("terms"),
                draft_kinds=tuple(data["draft_kinds"]),
                sources=data["sources"],
            )
    return found
