"""`cllr policy`: read a council's document."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cllr.cli import sources
from cllr.cli.reading import read_document
from cllr.core import policy_file, wire
from cllr.core.errors import BadInput
from cllr.core.rulebook import QUOTABLE

if TYPE_CHECKING:
    from cllr.core.policy import Policy


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def policy() -> None:
    """Read a council's social media policy."""


@policy.command()
@click.argument("file", metavar="FILE")
@click.option("--council", metavar="NAME", help="Name of the council, where the document says none or another.")
@click.option("--adopted", metavar="DATE", help="Day it was adopted, such as 2024-05-14.")
@click.option("--corrections", metavar="FILE", help="Lay a person's corrections over what is read.")
@click.option("-o", "--output", metavar="policy.json", required=True, help="Where the policy file goes.")
def read(file: str, council: str | None, adopted: str | None, corrections: str | None, output: str) -> None:
    """Read a policy document into a policy file.

    PDF, Word (docx), web page or plain text. A policy file that extends another is written out whole.
    """
    held = _read(Path(file), council, adopted)
    if corrections is not None:
        held, unused = policy_file.corrected(held, Path(corrections).read_bytes())
        for name in unused:
            click.echo(f"cllr: correction {name} fits no statement of this document; it was not used", err=True)
    _write(Path(output), policy_file.dumps(held))
    click.echo(_summary(held, output), err=True)


@policy.command()
@click.argument("file", metavar="FILE")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def statements(file: str, form: str) -> None:  # noqa: ARG001  one format so far; scripts name it
    """Print one line of JSON per statement, in the order of the document."""
    held = _read(Path(file), None, None)
    for statement in held.statements:
        click.echo(wire.dumps(policy_file.statement_json(statement)))


def _read(path: Path, council: str | None, adopted: str | None) -> Policy:
    data = path.read_bytes()
    if data.lstrip()[:1] == b"{":
        return sources.policy(path)
    return read_document(data, path.name, council=council, adopted=_day(adopted))


def _day(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise BadInput("--adopted", because=f"{text} is not a date", remedy="Write it as 2024-05-14") from None


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _summary(held: Policy, output: str) -> str:
    kinds = Counter(statement.kind or "not told" for statement in held.statements)
    sure = sum(
        1
        for s in held.statements
        if s.confirmed_by is not None or (s.provisions and all(r.confidence >= QUOTABLE for r in s.provisions))
    )
    lines = [
        (
            f"cllr: {held.council}, version {held.version}: {len(held.statements)} statements "
            f"({', '.join(f'{count} {kind}' for kind, count in kinds.most_common())})"
        ),
        (
            f"cllr: {sure} recognised well enough to be quoted as the clause; "
            f"{len(held.statements) - sure} want a person's look"
        ),
        f"cllr: {len(held.settings)} settings fixed; {len(held.remainder)} passages set aside; written to {output}",
    ]
    return "\n".join(lines)
