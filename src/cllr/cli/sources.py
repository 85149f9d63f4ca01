"""What the commands read: texts, contexts and policies, from files or standard input."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cllr.core import policy_file
from cllr.core.errors import BadInput, TooLarge
from cllr.core.look import TEXT_LIMIT
from cllr.core.rulebook import EVERYTHING, THE_LAW, Rulebook, of_policy
from cllr.core.wire import read_context

if TYPE_CHECKING:
    from cllr.core.model import Context, NotChecked
    from cllr.core.policy import Policy

# A code point of UTF-8 takes at most four bytes.
_BYTES = 4 * TEXT_LIMIT


def text(words: str | None, file: str | None) -> str:
    """Return the draft: from the argument, a file, or standard input (`-`)."""
    if words is not None and words != "-":
        if file is not None:
            raise click.UsageError("Give the text or -f FILE, not both.")
        found = words
    elif file is not None and file != "-":
        with Path(file).open("rb") as stream:
            found = decoded(stream.read(_BYTES + 1), f"file {file}")
    elif words == "-" or file == "-" or not sys.stdin.isatty():
        found = decoded(sys.stdin.buffer.read(_BYTES + 1), "standard input")
    else:
        raise click.UsageError("Give a text, -f FILE, or - to read standard input.")
    if len(found) > TEXT_LIMIT:
        raise too_long()
    if not found.strip():
        raise BadInput("the text", because="there is nothing in it", remedy="Give the words you want to post")
    return found


def too_long() -> TooLarge:
    """Return the error of a draft over the limit."""
    return TooLarge(
        "the text", because=f"it is over {TEXT_LIMIT:,} characters", remedy="Check it in parts, as you would post it"
    )


def decoded(data: bytes, what: str) -> str:
    """Return text from UTF-8 (or UTF-16 with its mark); BadInput for any other encoding."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise BadInput(
            what, because="it is not text in UTF-8", remedy="Save it as UTF-8 (most editors: Save as, Encoding)"
        ) from None


def context(file: str | None) -> tuple[Context, tuple[NotChecked, ...]]:
    """Return the context of a file, or one in which nothing is known."""
    if file is None:
        return read_context(None, "")
    try:
        data = json.loads(decoded(Path(file).read_bytes(), f"file {file}"))
    except (ValueError, RecursionError):
        raise BadInput(
            f"context file {file}", because="it is not JSON", remedy="See docs/reference/context.md"
        ) from None
    return read_context(data, f"file {Path(file).name}")


def rulebooks(names: tuple[str, ...]) -> tuple[Rulebook, ...]:
    """Return the rulebooks of `--policy`: all, law, a policy file, or a document that is read first."""
    return tuple(_rulebook(name) for name in names) or (EVERYTHING,)


def _rulebook(name: str) -> Rulebook:
    if name == "all":
        return EVERYTHING
    if name == "law":
        return THE_LAW
    if name == "model":
        raise BadInput(
            "policy model", because="no model policy ships with cllr yet", remedy="Use --policy all, law or a file"
        )
    return of_policy(policy(Path(name)))


def policy(path: Path) -> Policy:
    """Return the policy of a file: `policy.json` as it is, any other document by reading it."""
    data = path.read_bytes()
    if data.lstrip()[:1] == b"{":
        held = policy_file.loads(data)
        if held.extends is None:
            return held
        return policy_file.resolved(held, policy(path.parent / held.extends.file))
    from cllr.cli.reading import read_document  # noqa: PLC0415  reading documents brings their libraries

    click.echo(f"cllr: reading {path.name} as a policy first; `cllr policy read` keeps the result", err=True)
    return read_document(data, path.name)
