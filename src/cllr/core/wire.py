"""Drafts, contexts and answers as JSON: the lines of `cllr check --batch` and the fields of a context file.

Reading is strict where a slip would change an answer (a known field of the wrong type is an error) and mild
where it would not (an unknown field is told as not checked).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from cllr.core.errors import BadInput
from cllr.core.judge import CLOSING
from cllr.core.model import (
    DRAFT_KINDS,
    Account,
    Acknowledgement,
    Attachment,
    Context,
    Draft,
    DraftKind,
    EarlierPost,
    Election,
    Emergency,
    Grant,
    Matter,
    Meeting,
    Nation,
    NotChecked,
    Role,
)

if TYPE_CHECKING:
    from cllr.core.model import CheckResult, Finding

_SHAPES = "See docs/reference/context.md for the fields and their types"


def _wrong(field: str, needed: str) -> BadInput:
    return BadInput(f"context field {field}", because=f"{needed} is needed there", remedy=_SHAPES)


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise _wrong(field, "text")
    return value


def _flag(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(field, "true or false")
    return value


def _day(value: object, field: str) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(value, field))
    except ValueError:
        raise _wrong(field, "a date such as 2027-05-06") from None


def _clock(value: object, field: str) -> dt.time:
    try:
        return dt.time.fromisoformat(_text(value, field))
    except ValueError:
        raise _wrong(field, "a time such as 23:40") from None


def _texts(value: object, field: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(field, "a list of texts")
    return tuple(_text(item, field) for item in value)


def _one_of(*allowed: str) -> Callable[[object, str], str]:
    def read(value: object, field: str) -> str:
        if value not in allowed:
            raise _wrong(field, f"one of {', '.join(allowed)}")
        return value

    return read


_Reader = Callable[[object, str], Any]


@dataclass(frozen=True, slots=True)
class _Shape:
    """An object with known fields, of which `needed` must be there. A field that is null is unknown."""

    needed: str
    make: Callable[..., Any]
    readers: Mapping[str, _Reader]

    def __call__(self, value: object, field: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(field, "an object")
        parts = {
            name: read(value[name], f"{field}.{name}")
            for name, read in self.readers.items()
            if value.get(name) is not None
        }
        if self.needed and self.needed not in parts:
            raise _wrong(f"{field}.{self.needed}", "a value")
        return self.make(**parts)

    def unknown(self, value: object) -> list[str]:
        return [str(name)[:60] for name in value if name not in self.readers] if isinstance(value, dict) else []


@dataclass(frozen=True, slots=True)
class _Shapes:
    """A list of objects of one shape."""

    item: _Shape

    def __call__(self, value: object, field: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _wrong(field, "a list")
        return tuple(self.item(one, f"{field}[{index}]") for index, one in enumerate(value))

    def unknown(self, value: object) -> list[str]:
        return [name for one in value for name in self.item.unknown(one)] if isinstance(value, list) else []


def _object(needed: str, make: Callable[..., Any], /, **readers: _Reader) -> _Shape:
    return _Shape(needed, make, readers)


def _objects(needed: str, make: Callable[..., Any], /, **readers: _Reader) -> _Shapes:
    return _Shapes(_Shape(needed, make, readers))


_NATION = _one_of(*get_args(Nation))
_FIELDS: dict[str, _Reader] = {
    "platform": _text,
    "account": _one_of(*get_args(Account)),
    "role": _one_of(*get_args(Role)),
    "nation": _NATION,
    "capacity": _one_of("official", "councillor", "party", "candidate", "private"),
    "device": _one_of("council", "own"),
    "committees": _texts,
    "pending_matters": _objects("subject", Matter, subject=_text, ref=_text, decides_on=_day, committee=_text),
    "election": _object("poll", Election, poll=_day, candidate=_flag, nation=_NATION, kind=_text),
    "on": _day,
    "local_time": _clock,
    "meeting": _object("", Meeting, title=_text, exempt_items=_texts, in_progress=_flag),
    "colleagues": _texts,
    "officers": _texts,
    "associates": _texts,
    "interests": _texts,
    "exempt_text": _texts,
    "attachments": _objects(
        "kind",
        Attachment,
        kind=_one_of("image", "video", "document"),
        alt=_text,
        people=_flag,
        children=_flag,
        council_logo=_flag,
        source=_text,
    ),
    "emergency": _object("name", Emergency, name=_text, lead=_text),
    "shared_from": _text,
    "replied_to": _text,
    "thread": _texts,
    "earlier_posts": _objects("text", EarlierPost, text=_text, on=_day),
    "grants": _objects(
        "use",
        Grant,
        use=_text,
        holder=_text,
        decided_by=_text,
        recorded_on=_day,
        until=_day,
        account=_text,
        subject=_text,
    ),
    "acknowledgement": _object("version", Acknowledgement, version=_text, on=_day),
}
CONTEXT_FIELDS = tuple(_FIELDS)


def read_context(data: object, source: str) -> tuple[Context, tuple[NotChecked, ...]]:
    """Return a context from its JSON object and what of it is not known to us.

    `source` names where it came from ("context file"). A field that is null is unknown. BadInput names the
    field that has the wrong type.
    """
    if data is None:
        return Context(), ()
    if not isinstance(data, dict):
        raise _wrong("context", "an object")
    known: dict[str, Any] = {}
    missed = []
    for name, value in data.items():
        read = _FIELDS.get(name)
        if read is None:
            missed.append(_unused(str(name)[:60]))
        elif value is not None:
            known[name] = read(value, name)
            if isinstance(read, _Shape | _Shapes):
                missed += [_unused(f"{name}.{part}") for part in dict.fromkeys(read.unknown(value))]
    return Context(**known, sources=dict.fromkeys(known, source)), tuple(missed)


def _unused(name: str) -> NotChecked:
    return NotChecked(None, f"the context field {name} is not known and was not used")


def read_kind(value: object) -> tuple[DraftKind, tuple[NotChecked, ...]]:
    """Return the kind of a draft; a kind we do not know is checked as a post, and told."""
    if value is None:
        return "post", ()
    if not isinstance(value, str):
        raise BadInput("kind", because="it is not text", remedy=f"Give one of {', '.join(DRAFT_KINDS)}")
    if value in DRAFT_KINDS:
        return value, ()
    return "post", (NotChecked(None, f"the kind {value[:40]} is not known; it was checked as a post"),)


def read_line(line: str, source: str) -> tuple[str, Draft, Context, tuple[NotChecked, ...]]:
    """Return id, draft, context and what was not understood of one line of a batch.

    BadInput says what is wrong with the line; it never holds its words.
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = f"not JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "not JSON we can read"
        raise BadInput("the line", because=reason, remedy="Give one JSON object a line") from None
    if not isinstance(data, dict):
        raise BadInput("the line", because="it is not a JSON object", remedy='Give {"id", "text", "kind", "context"}')
    for name in ("id", "text"):
        if not isinstance(data.get(name), str):
            raise BadInput(
                f"field {name}", because="it is missing or not text", remedy="Give every line an id and a text"
            )
    kind, missed = read_kind(data.get("kind"))
    context, unknown = read_context(data.get("context"), source)
    return data["id"], Draft(data["text"], kind), context, (*missed, *unknown)


def finding(found: Finding) -> dict[str, Any]:
    """Return a finding as the object of an answer."""
    clause = found.clause
    return {
        "provision": found.provision,
        "weight": found.weight,
        "confidence": found.confidence,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "policy": found.policy,
        "clause": clause.ref if clause else None,
        "clause_text": clause.text if clause else None,
        "clause_confirmed": clause.confirmed if clause else None,
        "also": [other.ref for other in found.also],
        "basis": found.basis,
        "because": found.because,
        "advice": found.advice,
        "until": found.until,
    }


def answer(result: CheckResult, more: tuple[NotChecked, ...] = ()) -> dict[str, Any]:
    """Return a whole answer as a JSON object. `more`: what the door itself could not use."""
    return {
        "findings": [finding(found) for found in result.findings],
        "questions": [
            {
                "provision": q.provision,
                "question": q.id,
                "text": q.text,
                "because": q.because,
                "answers": [{"answer": a.answer, "then": a.then} for a in q.answers],
            }
            for q in result.questions
        ],
        "not_checked": [{"provision": n.provision, "because": n.because} for n in (*more, *result.not_checked)],
        "looked_at": list(result.looked_at),
        "capacity": dict(result.capacity),
        "ask": list(result.ask_whom),
        "closing": CLOSING,
    }


_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def dumps(data: object) -> str:
    """Return one line of JSON that is valid UTF-8 and that no reader can take for two lines."""
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", line)
