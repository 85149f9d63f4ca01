"""`cllr check`: one draft, or a batch of them."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cllr.cli import sources, telling
from cllr.cli.failing import where
from cllr.core import wire
from cllr.core.check import check as check_one
from cllr.core.errors import BadInput, CllrError
from cllr.core.look import TEXT_LIMIT
from cllr.core.model import DRAFT_KINDS, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.rulebook import Rulebook


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text", required=False)
@click.option("-f", "--file", "file", metavar="FILE", help="Read the draft from a file.")
@click.option("--kind", default=None, metavar="KIND", help=f"One of {', '.join(DRAFT_KINDS)} (post when left out).")
@click.option(
    "--policy", "policies", multiple=True, metavar="all|law|FILE", help="What to check against; may be repeated."
)
@click.option("--context", "context_file", metavar="FILE", help="What is known around the draft, as JSON.")
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.option("--batch", metavar="IN.jsonl", help="Check many drafts, one JSON object a line.")
@click.option("-o", "--output", metavar="OUT.jsonl", help="Where the answers of a batch go.")
@click.option("--resume", is_flag=True, help="Go on with a batch that was interrupted.")
def check(
    text: str | None,
    file: str | None,
    kind: str | None,
    policies: tuple[str, ...],
    context_file: str | None,
    form: str,
    batch: str | None,
    output: str | None,
    resume: bool,
) -> int:
    """Check a draft against a policy before it is posted.

    TEXT may be left out to read standard input. Nothing is written or remembered. Exit code: 0 nothing above a
    note, 1 something found, 2 could not look.
    """
    books = sources.rulebooks(policies)
    if batch is not None:
        if text is not None or file is not None:
            raise click.UsageError("--batch reads its drafts from the file; give no other text.")
        return run_batch(Path(batch), output, books, resume=resume)
    if output is not None or resume:
        raise click.UsageError("-o and --resume belong to --batch.")
    words = sources.text(text, file)
    context, unknown = sources.context(context_file)
    known, missed = wire.read_kind(kind)
    result = check_one(Draft(words, known), context, *books)
    if form == "text":
        click.echo(telling.answer(result, (*missed, *unknown), assumed=not policies))
    else:
        click.echo(wire.dumps(wire.answer(result, (*missed, *unknown))))
    return 0 if result.heaviest in {None, "note"} else 1


def run_batch(source: Path, output: str | None, books: tuple[Rulebook, ...], *, resume: bool) -> int:
    """Check every line of a file; return 0 if each was answered, 2 if some could not be read.

    Answers are gathered in `OUT.jsonl.part` and take their name when all are there, so an interrupted batch
    leaves no file that looks whole. `resume` goes on behind the last whole answer of that part.
    """
    if output is None:
        if resume:
            raise click.UsageError("--resume needs -o OUT.jsonl.")
        return _answer_all(source, sys.stdout.buffer, books, Counter())
    target = Path(output)
    part = target.with_name(target.name + ".part")
    done = _answered(part) if resume else Counter()
    with part.open("ab" if resume else "wb") as stream:
        code = _answer_all(source, stream, books, done)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(target)
    return code


def _answered(part: Path) -> Counter[str]:
    """Return how often each id is answered in a part, and cut off a last line that was not finished."""
    if not part.exists():
        return Counter()
    data = part.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) != len(data):
        with part.open("r+b") as stream:
            stream.truncate(len(whole))
    try:
        return Counter(json.loads(line)["id"] for line in whole.splitlines())
    except (ValueError, KeyError, TypeError):
        raise BadInput(
            f"{part.name}",
            because="it does not hold answers of a batch",
            remedy="Delete it and start without --resume",
        ) from None


def _lines(source: Path) -> Iterator[tuple[int, bytes]]:
    # Split at line feeds alone: a post may hold other characters that count as ends of lines.
    with source.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line


def _answer_all(source: Path, stream: IO[bytes], books: tuple[Rulebook, ...], done: Counter[str]) -> int:
    answered = unread = 0
    for number, line in _lines(source):
        try:
            name, draft, context, missed = wire.read_line(
                sources.decoded(line, "the line"), f"{source.name} line {number}"
            )
            if len(draft.text) > TEXT_LIMIT:
                raise sources.too_long()
        except CllrError as error:
            unread += 1
            click.echo(f"cllr: {source.name} line {number}: {error}", err=True)
            continue
        if done[name]:
            done[name] -= 1
            answered += 1
            continue
        try:
            answer = wire.answer(check_one(draft, context, *books), missed)
        except Exception as error:  # noqa: BLE001  one line must not cost the others
            unread += 1
            click.echo(f"cllr: {source.name} line {number}: something of ours broke ({where(error)})", err=True)
            continue
        stream.write(wire.dumps({"id": name, **answer}).encode() + b"\n")
        answered += 1
    click.echo(f"cllr: {answered} answered, {unread} could not be read", err=True)
    return 2 if unread else 0
