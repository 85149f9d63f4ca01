"""The command line as scripts use it: what stands on which stream, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cllr.core import policy_file
from tests.core.test_policy_file import COUNTY

if TYPE_CHECKING:
    from pathlib import Path

DRUNK = "Five ciders down and I have opinions."


def cllr(*words: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    done = subprocess.run(
        [sys.executable, "-m", "cllr.cli.main", *words],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        check=False,
        env=os.environ | {"PYTHONUTF8": "0", "LC_ALL": "C"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def batch(folder: Path, *lines: str) -> Path:
    """Write a batch file."""
    path = folder / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def row(name: str, text: str, **more: object) -> str:
    """Return a line of a batch."""
    return json.dumps({"id": name, "text": text, **more})


@pytest.mark.parametrize(("text", "code"), [(DRUNK, 1), ("The bins go out on Friday.", 0)])
def test_exit_code_says_whether_something_was_found(text: str, code: int) -> None:
    done = cllr("check", text)
    assert done.returncode == code
    assert "Nothing found is not clearance" in " ".join(done.stdout.split())
    assert "no policy was named" in " ".join(done.stdout.split())


def test_json_is_the_object_of_a_batch_line() -> None:
    done = cllr("check", "-", "--format", "json", stdin=DRUNK.encode())
    answer = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert {"findings", "questions", "not_checked", "looked_at", "capacity"} <= set(answer)
    (finding,) = answer["findings"]
    assert (finding["provision"], finding["weight"], finding["quote"]) == (
        "pause-before-posting",
        "advise",
        "Five ciders down",
    )
    assert DRUNK[finding["start"] : finding["end"]] == finding["quote"]
    assert (finding["policy"], finding["clause"]) == ("all", None)


def test_a_file_and_a_context_are_read(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes("\ufeffNothing the applicant says could change my mind.".encode("utf-16"))
    context = tmp_path / "context.json"
    matter = {"subject": "Quarry", "committee": "planning"}
    known = {"role": "councillor", "committees": ["planning"], "pending_matters": [matter], "mood": 1}
    context.write_text(json.dumps(known), encoding="utf-8")
    done = cllr("check", "-f", str(draft), "--context", str(context), "--format", "jsonl")
    answer = json.loads(done.stdout)
    assert "predetermination" in {f["provision"] for f in answer["findings"]}
    assert any("mood" in n["because"] for n in answer["not_checked"])


def test_a_policy_file_is_judged_by_and_extended(tmp_path: Path) -> None:
    (tmp_path / "county.json").write_text(policy_file.dumps(COUNTY), encoding="utf-8")
    own = {
        "format": policy_file.FORMAT,
        "council": "Upper Wexmoor",
        "version": "1",
        "extends": {"file": "county.json", "digest": COUNTY.digest},
    }
    (tmp_path / "own.json").write_text(json.dumps(own), encoding="utf-8")
    done = cllr("check", DRUNK, "--policy", str(tmp_path / "own.json"), "--policy", "law", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["check", ""], "there is nothing in it"),
        (["check", "a", "-f", "b"], "not both"),
        (["check", "a", "--context", "/nowhere.json"], "cannot use /nowhere.json"),
        (["check", "a", "--policy", "model"], "no model policy ships"),
        (["check", "a", "--policy", "/nowhere.json"], "cannot use /nowhere.json"),
        (["check", "a", "-o", "b"], "belong to --batch"),
        (["check", "--batch", "/nowhere.jsonl"], "cannot use /nowhere.jsonl"),
        (["check", "--sing"], "No such option"),
        (["sing"], "No such command"),
        (["policy", "read", "/nowhere.pdf", "-o", "x.json"], "cannot use /nowhere.pdf"),
        (["policy", "read", __file__, "--adopted", "May", "-o", "x.json"], "May is not a date"),
    ],
)
def test_an_error_is_one_line_on_standard_error_and_exit_code_2(words: list[str], line: str) -> None:
    done = cllr(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("cllr: ")
    assert done.stderr.count("\n") == 1
    assert line in done.stderr


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"caf\xe9", b"a" * 400_001])
def test_a_draft_that_cannot_be_read(data: bytes) -> None:
    done = cllr("check", "-", stdin=data)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_batch_answers_what_it_can_and_names_the_rest(tmp_path: Path) -> None:
    source = batch(
        tmp_path,
        row("a", DRUNK),
        "not json",
        row("b", "line\u2028sep\u0085 \ud83d", kind="sonnet"),
        row("c", "x", context={"role": "mayor"}),
        row("d", "x" * 100_001),
        row("e", "Bins on Friday."),
    )
    out = tmp_path / "out.jsonl"
    done = cllr("check", "--batch", str(source), "-o", str(out))
    assert done.returncode == 2
    assert done.stdout == ""
    lines = out.read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "e"]
    assert [number for number in (2, 4, 5) if f"in.jsonl line {number}:" in done.stderr] == [2, 4, 5]
    assert DRUNK not in done.stderr
    assert not (tmp_path / "out.jsonl.part").exists()


def test_a_batch_without_output_writes_lines_and_nothing_else(tmp_path: Path) -> None:
    done = cllr("check", "--batch", str(batch(tmp_path, row("a", "Bins."), row("b", DRUNK))))
    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]


def test_an_interrupted_batch_goes_on_behind_its_last_whole_line(tmp_path: Path) -> None:
    source = batch(tmp_path, row("a", "Bins."), row("b", DRUNK), row("b", "Again."), row("c", "Bins."))
    out = tmp_path / "out.jsonl"
    whole = cllr("check", "--batch", str(source), "-o", str(out))
    assert whole.returncode == 0
    expected = out.read_bytes()
    out.unlink()
    first, second = expected.split(b"\n")[:2]
    (tmp_path / "out.jsonl.part").write_bytes(first + b"\n" + second + b"\n" + b'{"id":"b","find')
    done = cllr("check", "--batch", str(source), "-o", str(out), "--resume")
    assert done.returncode == 0
    assert out.read_bytes() == expected


def test_a_part_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    source = batch(tmp_path, row("a", "Bins."))
    (tmp_path / "out.jsonl.part").write_text("hello\n")
    done = cllr("check", "--batch", str(source), "-o", str(tmp_path / "out.jsonl"), "--resume")
    assert done.returncode == 2
    assert "start without --resume" in done.stderr


def test_a_policy_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "county.json").write_text(policy_file.dumps(COUNTY), encoding="utf-8")
    done = cllr("policy", "read", "county.json", "-o", "nowhere/policy.json", cwd=tmp_path)
    assert done.returncode == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["county.json"]


def test_statements_are_json_lines(tmp_path: Path) -> None:
    (tmp_path / "county.json").write_text(policy_file.dumps(COUNTY), encoding="utf-8")
    done = cllr("policy", "statements", str(tmp_path / "county.json"), "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["text"] for line in lines] == ["Members must not be rude.", "Be accurate."]
    assert lines[0]["provisions"] == [{"id": "respect-and-civility", "confidence": 0.8, "words": ["rude"]}]
    assert {"ref", "printed_ref", "clause", "text", "kind", "kinds", "provisions", "settings"} <= set(lines[0])


def test_help_and_version() -> None:
    done = cllr("--help")
    assert done.returncode == 0
    assert {"check", "policy", "serve"} <= set(done.stdout.split())
    assert cllr("--version").returncode == 0


def test_serve_without_its_extra_says_so_in_one_line() -> None:
    script = (
        "import sys; sys.modules['waitress'] = None\n"
        "sys.argv = ['cllr', 'serve']\n"
        "from cllr.cli.main import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert 'pip install "cllr[server]"' in done.stderr
