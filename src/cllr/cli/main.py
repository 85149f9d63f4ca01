"""`cllr`: commands are imported when they are used, so that asking for help costs nothing.

Exit codes: `check` 0 no finding above note, 1 at least one, 2 could not look; other commands 0 done, 2 not.
Standard output carries answers only; everything else goes to standard error.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from cllr.cli.failing import where
from cllr.core.errors import CllrError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_COMMANDS = {
    "check": ("cllr.cli.checking:check", "Check a draft before it is posted."),
    "policy": ("cllr.cli.policies:policy", "Read a council's policy document."),
}
_GROUP = "cllr.commands"


class _Lazy(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*_COMMANDS, *_brought()])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in _COMMANDS:
            module, _, attribute = _COMMANDS[name][0].partition(":")
            found = getattr(importlib.import_module(module), attribute)
        elif name in _brought():
            found = _brought()[name].load()
        else:
            return None
        if not isinstance(found, click.Command):
            raise TypeError(f"{name} is not a command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, _COMMANDS[name][1]) for name in _COMMANDS]
        rows += [(name, "Run the pages in a browser (extra `server`).") for name in _brought() if name == "serve"]
        rows += [(name, "") for name in _brought() if name != "serve"]
        with formatter.section("Commands"):
            formatter.write_dl(sorted(rows))


def _brought() -> dict[str, EntryPoint]:
    """Return the commands that installed packages bring along, by name."""
    from importlib.metadata import entry_points  # noqa: PLC0415  loading it takes its time

    return {point.name: point for point in entry_points(group=_GROUP)}


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cllr")
def cli() -> None:
    """Make a council's social media policy for councillors work.

    A check leaves nothing behind: no file, no log, no record of who asked.
    """


def main() -> NoReturn:
    """Run the command line; every error is one line on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # JSON lines are UTF-8 whatever the console thinks; a lone surrogate must not end the answer.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(standalone_mode=False)
    except CllrError as error:
        _fail(str(error))
    except click.ClickException as error:
        _fail(f"{error.format_message()} See `cllr --help`")
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped: you interrupted it. Nothing half-written is left; a batch goes on with --resume")
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell.
        sys.stderr.close()
        sys.exit(2)
    except OSError as error:
        name, why = error.filename or "a file", error.strerror or type(error).__name__
        _fail(f"cannot use {name}: {why}. Check its name and rights")
    except Exception as error:  # noqa: BLE001  a traceback may hold words of a draft; its place does not
        _fail(f"something of ours broke ({where(error)}). Please report it, without the draft")
    sys.exit(code if isinstance(code, int) else 0)


def _fail(line: str) -> NoReturn:
    click.echo(f"cllr: {' '.join(line.split())}", err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
