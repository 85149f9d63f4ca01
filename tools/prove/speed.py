"""Speed beside named peers in one run, and how long the commands take."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.race import CONTESTANTS
from benchmarks.texts import texts

from cllr.core.check import check
from cllr.core.model import Context, Draft
from tools.places import ROOT, shared

WHAT = "posts a second beside presidio, better-profanity and alt-profanity-check; commands and policies in seconds"

PEERS = ("presidio-analyzer==2.2.366", "better-profanity==0.7.0", "alt-profanity-check==1.9.1", "setuptools<81")
HOME = ROOT / ".cache/peers"


def run(size: str) -> dict[str, Any]:
    """Return rates and ratios; the small size races cllr alone, with its model and without, over 300 texts."""
    place = shared()
    if place is None:
        return {"not measured": "the texts are not beside this checkout"}
    full = size == "full"
    held = texts(place, 10_000 if full else 300)
    found: dict[str, Any] = {
        "texts": len(held),
        "characters in the mean": round(statistics.mean(map(len, held))),
    }
    python = _with_peers() if full else sys.executable
    names = [name for name in CONTESTANTS if full or name.startswith("cllr")]
    rates = {name: _race(python, name, held, 3 if name.startswith("cllr") and full else 1) for name in names}
    found["posts a second, one core"] = {name: round(rate) for name, rate in rates.items()}
    found["cllr is faster by"] = {n: f"{rates['cllr'] / r:.1f} times" for n, r in rates.items() if n[:4] != "cllr"}
    found["single warm check, median ms"] = round(1000 * _warm(held[:500]), 3)
    found["commands, best of 5, seconds"] = {
        "cllr --help": _command(["--help"], times=5 if full else 1),
        'cllr check "text" (cold)': _command(["check", "The bins go out on Friday."], times=5 if full else 1),
    }
    found["policies read and mapped, seconds"] = {
        path.stem: _command(["policy", "read", str(path), "-o", os.devnull], times=3 if full else 1)
        for path in sorted((place / "seeds").glob("*.txt"))[: None if full else 1]
    }
    return found


def _with_peers() -> str:
    """Return the Python of an environment that holds cllr and its peers, made once."""
    python = HOME / "bin/python"
    if not (HOME / "ready").exists():
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PEERS, "-e", str(ROOT)], check=True)
        (HOME / "ready").touch()
    return str(python)


def _race(python: str, name: str, held: list[str], rounds: int) -> float:
    """Return the best rate of some rounds: on a shared machine the best is the least disturbed."""
    rates = []
    for _ in range(rounds):
        done = subprocess.run(
            [python, "-W", "ignore", "-m", "benchmarks.race", name],
            input=json.dumps(held),
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{name}: {done.stderr.strip().splitlines()[-1]}")
        rates.append(json.loads(done.stdout.strip().splitlines()[-1])["rate"])
    return float(max(rates))


def _warm(held: list[str]) -> float:
    times = []
    for text in held:
        begun = time.perf_counter()
        check(Draft(text), Context())
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _command(words: list[str], times: int) -> float:
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        held = [str(Path(folder, "policy.json")) if word == os.devnull else word for word in words]
        for _ in range(times):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-m", "cllr.cli.main", *held], capture_output=True, check=False)
            seconds.append(time.perf_counter() - begun)
    return round(min(seconds), 2)
