"""Policies as files: `policy.json` (format 1), a council's file that extends a county's, and corrections.

A policy file is plain JSON that a person can read and keep under version control. Its digest covers what
decides a check (statements, readings, settings, weights), not who read it or when.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast, get_args

from cllr.core.errors import BadInput
from cllr.core.model import Weight
from cllr.core.policy import (
    STATEMENT_KINDS,
    Confirmation,
    Extends,
    Policy,
    Reading,
    Remainder,
    SettingValue,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMAT = "cllr-policy/1"
LIMIT = 20_000_000
"""Bytes. The largest of the policies we know makes a file of a fiftieth of that."""

_REMEDY = "See docs/reference/policy-file.md, or read the document again with `cllr policy read`"


def _bad(what: str, because: str) -> BadInput:
    return BadInput(what, because=because, remedy=_REMEDY)


# ---- writing


def dumps(policy: Policy) -> str:
    """Return the text of a policy file, indented for people."""
    return json.dumps(to_json(policy), ensure_ascii=False, indent=1) + "\n"


def to_json(policy: Policy) -> dict[str, Any]:
    """Return a policy as the object of its file."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "council": policy.council,
        "version": policy.version,
        "digest": policy.digest,
        "title": policy.title,
        "adopted": _day(policy.adopted),
        "in_force_from": _day(policy.in_force_from),
        "in_force_until": _day(policy.in_force_until),
        "source": policy.source,
    }
    if policy.extends is not None:
        data["extends"] = {
            "file": policy.extends.file,
            "digest": policy.extends.digest,
            "remove": list(policy.extends.remove),
            "weights": dict(policy.extends.weights),
        }
    data |= {
        "settings": {name: _plain(value) for name, value in policy.settings.items()},
        "weights": dict(policy.weights),
        "statements": [statement_json(statement) for statement in policy.statements],
        "remainder": [{"text": r.text, "because": r.because} for r in policy.remainder],
    }
    return data


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: SettingValue) -> str | int | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _readings(readings: tuple[Reading, ...], name: str) -> list[dict[str, Any]]:
    return [{name: r.id, "confidence": round(r.confidence, 3), "words": list(r.words)} for r in readings]


def statement_json(statement: Statement) -> dict[str, Any]:
    """Return a statement as an object: a row of a policy file, and a line of `cllr policy statements`."""
    confirmed = statement.confirmed_by
    return {
        "id": statement.id,
        "ref": statement.ref,
        "printed_ref": statement.printed_ref,
        "clause": statement.clause,
        "text": statement.text,
        "intro": statement.intro,
        "heading": statement.heading,
        "kind": statement.kind,
        "kinds": _readings(statement.kinds, "kind"),
        "provisions": _readings(statement.provisions, "id"),
        "candidates": _readings(statement.candidates, "id"),
        "settings": {name: _plain(value) for name, value in statement.settings.items()},
        "confirmed_by": None if confirmed is None else {"by": confirmed.by, "on": confirmed.on.isoformat()},
        "aliases": list(statement.aliases),
    }


def digest(policy: Policy) -> str:
    """Return SHA-256 (hex) over what decides a check, in a canonical form (sorted keys, no white space)."""
    decides = {
        "settings": {name: _plain(value) for name, value in policy.settings.items()},
        "weights": dict(policy.weights),
        "statements": [
            {
                "text": s.text,
                "ref": s.ref,
                "kinds": sorted(r.id for r in s.kinds),
                "provisions": sorted([r.id, round(r.confidence, 3)] for r in s.provisions),
                "candidates": sorted([r.id, round(r.confidence, 3)] for r in s.candidates),
                "confirmed": s.confirmed_by is not None,
            }
            for s in policy.statements
        ],
        "extends": None if policy.extends is None else to_json(policy)["extends"],
    }
    canonical = json.dumps(decides, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def sealed(policy: Policy) -> Policy:
    """Return the policy with its digest."""
    return replace(policy, digest=digest(policy))


# ---- reading


def loads(data: bytes) -> Policy:
    """Return the policy of a file; BadInput says what is wrong with it.

    A policy that extends another comes as it is in the file: `resolved` puts the other under it.
    """
    if len(data) > LIMIT:
        raise _bad("the policy file", f"it is over {LIMIT // 1_000_000} MB")
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _bad("the policy file", "it is not JSON in UTF-8") from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise _bad("the policy file", f"it is not of format {FORMAT}")
    return from_json(value)


def from_json(data: Mapping[str, Any]) -> Policy:
    """Return the policy of a file's object; BadInput names the first field that is wrong."""
    policy = Policy(
        council=_text(data, "council"),
        version=_text(data, "version"),
        digest="",
        title=_text_or_none(data, "title"),
        adopted=_date(data, "adopted"),
        in_force_from=_date(data, "in_force_from"),
        in_force_until=_date(data, "in_force_until"),
        statements=tuple(_statement(row, n) for n, row in enumerate(_list(data, "statements"), 1)),
        remainder=tuple(Remainder(_text(row, "text"), _text(row, "because")) for row in _list(data, "remainder")),
        settings=_settings(data.get("settings") or {}),
        weights=_weights(data.get("weights") or {}),
        extends=_extends(data.get("extends")),
        source=_text_or_none(data, "source"),
    )
    refs = [statement.ref for statement in policy.statements]
    if len(set(refs)) != len(refs):
        raise _bad("statements", "two of them have the same ref")
    policy = sealed(policy)
    stated = data.get("digest")
    if stated and stated != policy.digest:
        # A file edited by hand is welcome; it is another policy than the one that was sealed, and says so.
        policy = replace(policy, version=f"{policy.version} (edited)")
    return policy


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name) if isinstance(data, dict) else None
    if not isinstance(value, str):
        raise _bad(name, "text is needed there")
    return value


def _text_or_none(data: Mapping[str, Any], name: str) -> str | None:
    return None if data.get(name) is None else _text(data, name)


def _date(data: Mapping[str, Any], name: str) -> dt.date | None:
    value = _text_or_none(data, name)
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        raise _bad(name, "a date such as 2024-05-14 is needed there") from None


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    value = data.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _bad(name, "a list of objects is needed there")
    return value


def _held(data: Mapping[str, Any], name: str, key: str, allowed: Callable[[str], bool]) -> tuple[Reading, ...]:
    found = []
    for row in _list(data, name):
        reading = _text(row, key)
        confidence = row.get("confidence", 1.0)
        if not allowed(reading):
            raise _bad(f"{name} {reading}", "it is not a name we know")
        if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
            raise _bad(f"{name} {reading}", "its confidence is not a number from 0 to 1")
        found.append(Reading(reading, float(confidence), tuple(str(word) for word in row.get("words") or ())))
    return tuple(found)


def _any_name(name: str) -> bool:
    # A provision we do not know (yet, or any more) stays in the file; it is not judged.
    return bool(name)


def _statement(row: Mapping[str, Any], number: int) -> Statement:
    try:
        return Statement(
            id=_text(row, "id"),
            ref=_text(row, "ref"),
            printed_ref=_text_or_none(row, "printed_ref"),
            clause=_text(row, "clause"),
            text=_text(row, "text"),
            intro=_text_or_none(row, "intro"),
            heading=_text_or_none(row, "heading"),
            kinds=_held(row, "kinds", "kind", lambda kind: kind in STATEMENT_KINDS),
            provisions=_held(row, "provisions", "id", _any_name),
            candidates=_held(row, "candidates", "id", _any_name),
            settings=_settings(row.get("settings") or {}),
            confirmed_by=_confirmation(row.get("confirmed_by")),
            aliases=tuple(str(alias) for alias in row.get("aliases") or ()),
        )
    except BadInput as error:
        raise _bad(f"statement {number}, {error.what}", error.because) from None


def _confirmation(value: object) -> Confirmation | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _bad("confirmed_by", "an object with by and on is needed there")
    on = _date(value, "on")
    if on is None:
        raise _bad("confirmed_by.on", "a date is needed there")
    return Confirmation(_text(value, "by"), on)


def _settings(value: object) -> dict[str, SettingValue]:
    if not isinstance(value, dict):
        raise _bad("settings", "an object is needed there")
    found: dict[str, SettingValue] = {}
    for name, held in value.items():
        if isinstance(held, list) and all(isinstance(item, str) for item in held):
            found[name] = tuple(held)
        elif isinstance(held, str) or (isinstance(held, int) and not isinstance(held, bool)):
            found[name] = held
        else:
            raise _bad(f"setting {name}", "a word, a number or a list of words is needed there")
    return found


def _weights(value: object) -> dict[str, Weight]:
    if not isinstance(value, dict) or not all(weight in get_args(Weight) for weight in value.values()):
        raise _bad("weights", f"each must be one of {', '.join(get_args(Weight))}")
    return cast("dict[str, Weight]", dict(value))


def _extends(value: object) -> Extends | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _bad("extends", "an object with file is needed there")
    remove = value.get("remove") or []
    if not isinstance(remove, list) or not all(isinstance(item, str) for item in remove):
        raise _bad("extends.remove", "a list of statement ids is needed there")
    return Extends(
        _text(value, "file"), _text_or_none(value, "digest"), tuple(remove), _weights(value.get("weights") or {})
    )


# ---- a policy on top of another


def resolved(policy: Policy, base: Policy) -> Policy:
    """Return the policy with the one it extends under it.

    Statements of the base keep their identity (id and ref, led by the base's name where a ref would repeat);
    those removed go, the policy's own come first, its settings and weights win. BadInput where the base is
    another version than the one built on, or a removed statement is not there.
    """
    extends = policy.extends
    if extends is None:
        return policy
    if extends.digest is not None and extends.digest != base.digest:
        raise _bad("the policy that is extended", "it is another version than the one this file builds on")
    known = {name for statement in base.statements for name in (statement.id, *statement.aliases)}
    missing = [name for name in extends.remove if name not in known]
    if missing:
        raise _bad(f"extends.remove {missing[0]}", "the policy that is extended holds no such statement")
    own = {statement.ref for statement in policy.statements}
    inherited = tuple(
        statement if statement.ref not in own else replace(statement, ref=f"{base.council}: {statement.ref}")
        for statement in base.statements
        if not {statement.id, *statement.aliases} & set(extends.remove)
    )
    return sealed(
        replace(
            policy,
            statements=(*policy.statements, *inherited),
            settings={**base.settings, **policy.settings},
            weights={**base.weights, **extends.weights, **policy.weights},
            remainder=policy.remainder,
        )
    )


# ---- corrections


def corrected(policy: Policy, data: bytes) -> tuple[Policy, tuple[str, ...]]:
    """Return the policy with a person's corrections, and the ids in the file that no statement has any more.

    The file is `{"corrections": [{"id", "by", "on", "kinds": [..], "provisions": [..], "settings": {..}}]}`; what
    is left out is confirmed as read. Statements are found by id, which comes from their words, so corrections
    survive a re-read of the document and a renumbering.
    """
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _bad("the corrections file", "it is not JSON in UTF-8") from None
    rows = {_text(row, "id"): row for row in _list(value if isinstance(value, dict) else {}, "corrections")}
    used: set[str] = set()
    statements = []
    for statement in policy.statements:
        name = next((n for n in (statement.id, *statement.aliases) if n in rows), None)
        if name is None:
            statements.append(statement)
        else:
            used.add(name)
            statements.append(_correct(statement, rows[name]))
    settings = dict(policy.settings)
    for statement in statements:
        if statement.confirmed_by is not None:
            settings.update(statement.settings)
    made = sealed(replace(policy, statements=tuple(statements), settings=settings))
    return made, tuple(sorted(set(rows) - used))


def _correct(statement: Statement, row: Mapping[str, Any]) -> Statement:
    def readings(name: str, now: tuple[Reading, ...]) -> tuple[Reading, ...]:
        if row.get(name) is None:
            return now
        values = row[name]
        if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
            raise _bad(f"correction {statement.id}, {name}", "a list of names is needed there")
        return tuple(Reading(item, 1.0) for item in values)

    return replace(
        statement,
        kinds=readings("kinds", statement.kinds),
        provisions=readings("provisions", statement.provisions),
        candidates=(),
        settings=_settings(row["settings"]) if row.get("settings") is not None else statement.settings,
        confirmed_by=_confirmation({"by": row.get("by"), "on": row.get("on")}),
    )
