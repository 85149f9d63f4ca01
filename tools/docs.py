"""Write the generated pages of `docs/`, or (`--check`) say which are out of date.

Nobody edits a generated page: a provision's page comes from its TOML file and its detector's examples, the
reference from the catalogue and the code, the table of statements from the tests that carry them.
"""

from __future__ import annotations

import sys
import tomllib
from typing import TYPE_CHECKING

import click

from cllr.cli.main import cli
from cllr.core import catalogue, registry
from cllr.core.model import LANGUAGE_NAMES
from tools import statements
from tools.places import ROOT, shared

if TYPE_CHECKING:
    from pathlib import Path

    from cllr.core.catalogue import Provision, Works
    from cllr.core.detector import Detector

DOCS = ROOT / "docs"
MADE = "<!-- Made by `make docs`. Do not edit. -->\n"
EXAMPLES = ROOT / "tests/detectors"


def pages() -> dict[Path, str]:
    """Return every generated page: path -> text."""
    found = {DOCS / "provisions" / f"{p.id}.md": provision_page(p) for p in catalogue.provisions()}
    found[DOCS / "provisions/README.md"] = index_page()
    found[DOCS / "reference/settings.md"] = settings_page()
    found[DOCS / "reference/platforms.md"] = platforms_page()
    found[DOCS / "reference/detectors.md"] = detectors_page()
    found[DOCS / "reference/command-line.md"] = command_line_page()
    place = shared()
    if place is not None:
        found[DOCS / "statements.md"] = MADE + statements.page(place)
    return found


def how(works: Works) -> str:
    """Return how something works, in words."""
    told = {"check": "a check", "question": "a question", "system": "a system", "guidance": "guidance"}[works.by]
    text = f"{told} in {works.where}" + ("" if works.yet else " (not yet)")
    return f"{text}: {works.note}" if works.note else text


def provision_page(p: Provision) -> str:
    """Return the page of a provision: always the same headings, in the same order."""
    lines = [
        MADE + f"# {p.title}",
        f"`{p.id}` · {p.kind} · {p.moment} · weight `{p.weight}` where every provision is on"
        + (f", `{p.law_weight}` under the law alone" if p.law_weight else "")
        + f" · rests on {', '.join(p.basis)} · {p.status}",
        f"## What it asks\n\n{p.asks}",
        f"## Why it matters\n\n{p.why}",
        f"## What to do instead\n\n{p.instead}",
        f"## What would settle it\n\n{p.until}",
        f"## What software may not decide\n\n{p.limits}",
        "## How it works here\n\n" + "\n".join(f"- {how(w)}" for w in p.works),
        (
            "## Who\n\n"
            f"- Decides: {', '.join(p.decides) or 'nobody may allow it, or no policy says'}\n"
            f"- Is told: {', '.join(p.told) or 'nobody named'}"
        ),
    ]
    if p.questions:
        lines.append("## Questions\n\n" + "\n\n".join(_question(p, index) for index in range(len(p.questions))))
    examples = EXAMPLES / f"{p.id}.toml"
    if examples.exists():
        lines.append(_examples(examples))
    if p.citations:
        lines.append("## Authority\n\n" + "\n".join(_citation(p, index) for index in range(len(p.citations))))
    return "\n\n".join(lines) + "\n"


def _question(p: Provision, index: int) -> str:
    question = p.questions[index]
    when = "asked with a finding" if question.when == "found" else "asked where words and context leave it open"
    answers = "\n".join(f"- {a.answer}: {a.then}" for a in question.answers)
    return f"**{question.text}** (`{question.id}`, {when})\n\n{answers}"


def _citation(p: Provision, index: int) -> str:
    citation = p.citations[index]
    since = f", in force from {citation.in_force_from:%d %B %Y}" if citation.in_force_from else ""
    seen = "read" if citation.seen == "read" else "from general knowledge, to be verified"
    return f"- [{citation.title}]({citation.address}){since} ({seen}, {citation.checked_on:%d %B %Y})"


def _examples(path: Path) -> str:
    data = tomllib.loads(path.read_text(encoding="utf-8"))

    def rows(key: str) -> str:
        return "\n".join(f"- {_one_line(e['text'])} ({e['why']})" for e in data[key])

    return f"## Found\n\n{rows('found')}\n\n## Left alone\n\n{rows('quiet')}"


def _one_line(text: str) -> str:
    return " / ".join(text.splitlines()).replace("|", "\\|").replace("<", "&lt;")


def index_page() -> str:
    """Return the table of all provisions."""
    rows = [
        f"| [{p.title}]({p.id}.md) | `{p.id}` | {p.kind} | {p.moment} | {'; '.join(how(w) for w in p.works)} |"
        for p in catalogue.provisions()
    ]
    head = "# Provisions\n\n| What | Id | Kind | Moment | How it works |\n|---|---|---|---|---|\n"
    return MADE + head + "\n".join(rows) + "\n"


def settings_page() -> str:
    """Return all settings with their values."""
    lines = [
        MADE + "# Settings\n\nPoints on which policies differ, what each value changes, and what holds in silence."
    ]
    for setting in catalogue.settings().values():
        values = "\n".join(
            f"- `{v.value}`: {v.changes}"
            + (f" ({', '.join(f'{k} `{w}`' for k, w in v.weights.items())})" if v.weights else "")
            for v in setting.values
        )
        lines.append(
            f"## {setting.asks}\n\n`{setting.id}` · {setting.conflict} · {setting.theme} · {setting.shape}"
            f" · concerns {', '.join(setting.provisions) or 'no single provision'}\n\n"
            + (f"{values}\n\n" if values else "")
            + f"Where a policy is silent: {setting.silent}"
        )
    return "\n\n".join(lines) + "\n"


def platforms_page() -> str:
    """Return all platforms."""
    lines = [MADE + "# Platforms\n\nFacts with the day they were last looked at; vendors change them often."]
    for p in catalogue.platforms().values():
        limits = ", ".join(f"{name} {count:,}" for name, count in p.limits.items()) or "none known"
        steps = "\n".join(f"- {step}" for step in p.privacy_steps)
        lines.append(
            f"## {p.name}\n\n`{p.id}` · {p.kind} · looked at on {p.checked_on:%d %B %Y}"
            f" · also called {', '.join(p.said)}\n\n"
            f"- Public without login: {p.public_without_login}; anybody may follow: {p.follow_without_asking}; "
            f"messages vanish: {p.messages_vanish}\n"
            f"- Limits ({p.count_by}): {limits}\n- Report: {p.report_route}\n- Hide or limit: {p.hide_or_limit}\n"
            + (f"- Terms: {p.terms}\n" if p.terms else "")
            + f"\nPrivacy:\n\n{steps}"
        )
    return "\n\n".join(lines) + "\n"


def detectors_page() -> str:
    """Return all detectors with what wakes them."""
    rows = [_detector(d) for d in registry.shipped()]
    head = (
        "# Detectors\n\nA detector is woken by tags of the lexicon or by facts of the context. Its examples stand\n"
        "on the page of its provision.\n\n| Detector | Raises | Kinds | Woken by | Reads |\n|---|---|---|---|---|\n"
    )
    return MADE + head + "\n".join(rows) + "\n"


def _detector(d: Detector) -> str:
    raises = ", ".join(f"[{name}](../provisions/{name}.md)" for name in d.provisions)
    woken = ", ".join([*(f"`{tag}`" for tag in d.wakes), *(f"context {name}" for name in d.wakes_on)])
    languages = ", ".join(LANGUAGE_NAMES[language] for language in d.languages)
    return f"| {d.name} | {raises} | {', '.join(sorted(d.kinds))} | {woken or 'every draft'} | {languages} |"


def command_line_page() -> str:
    """Return the help of every command."""
    lines = [MADE + "# Command line"]
    with click.Context(cli, info_name="cllr") as context:
        lines.append(_help(cli, context))
        for name in cli.list_commands(context):
            command = cli.get_command(context, name)
            if command is None:
                continue
            with click.Context(command, info_name=name, parent=context) as inner:
                lines.append(_help(command, inner))
                if isinstance(command, click.Group):
                    for part, sub in command.commands.items():
                        with click.Context(sub, info_name=part, parent=inner) as innermost:
                            lines.append(_help(sub, innermost))
    return "\n\n".join(lines) + "\n"


def _help(command: click.Command, context: click.Context) -> str:
    context.terminal_width = 100
    return f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```"


def main() -> int:
    """Write the pages, or check them."""
    made = pages()
    folders = (DOCS / "provisions", DOCS / "reference")
    kept = {path for folder in folders if folder.exists() for path in folder.glob("*.md")}
    strays = {p for p in kept - set(made) if p.read_text(encoding="utf-8").startswith(MADE)}
    if "--check" in sys.argv[1:]:
        stale = [p for p, text in made.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
        for path in (*stale, *sorted(strays)):
            print(f"docs: {path.relative_to(ROOT)} is out of date. Run `make docs`")
        if shared() is None:
            print("docs: docs/statements.md was not checked: the founding policies are not beside this checkout")
        return 1 if stale or strays else 0
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in strays:
        path.unlink()
    print(f"docs: {len(made)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
