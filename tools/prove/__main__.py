"""List the proofs, run one and write its figures, or check that no proof changed after its figures."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import pkgutil
import platform
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tools import prove

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "docs/proofs"
REPORTED = ("cllr", "click", "django", "lxml", "pypdfium2", "python-docx", "playwright", "hypothesis")


def names() -> list[str]:
    """Return the proofs by name, sorted."""
    return sorted(
        m.name.replace("_", "-") for m in pkgutil.iter_modules(prove.__path__) if not m.name.startswith("_")
    )


def code(name: str) -> Path:
    """Return the file of a proof."""
    return ROOT / "tools/prove" / f"{name.replace('-', '_')}.py"


def digest(name: str) -> str:
    """Return the digest of a proof's code."""
    return hashlib.sha256(code(name).read_bytes()).hexdigest()


def run(name: str, size: str) -> dict[str, Any]:
    """Run a proof and return its figures with what they were measured on."""
    module = importlib.import_module(f"tools.prove.{name.replace('-', '_')}")
    begun = time.perf_counter()
    figures = module.run(size)
    seconds = time.perf_counter() - begun
    return {
        "proof": name,
        "what": module.WHAT,
        "commit": _commit(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "versions": {package: held for package in REPORTED if (held := _version(package))},
        "seconds": round(seconds, 1),
        "code": digest(name),
        "figures": figures,
    }


def _commit() -> str:
    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--", "src", "tools", "tests") else ""
    return (git("rev-parse", "--short", "HEAD") or "none") + changed


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def table(figures: Any, indent: str = "") -> list[str]:
    """Return figures as lines of a table."""
    lines = []
    for key, value in figures.items():
        if isinstance(value, dict):
            lines += [f"{indent}{key}", *table(value, indent + "  ")]
        else:
            lines.append(f"{indent}{key:<{max(1, 52 - len(indent))}} {value}")
    return lines


def check() -> int:
    """Return how many proofs have figures from before their code changed; name those that have none yet."""
    stale = 0
    for name in names():
        path = FIGURES / f"{name}.json"
        if not path.exists():
            print(f"prove: {name} has no figures yet. Run `make prove {name}`")
            continue
        if json.loads(path.read_text(encoding="utf-8"))["code"] != digest(name):
            print(f"prove: {name} changed after its figures. Run `make prove {name}`")
        else:
            continue
        stale += 1
    return stale


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", choices=names(), metavar="NAME")
    parser.add_argument("--small", action="store_true", help="the size that runs in `make test`; writes nothing")
    parser.add_argument("--check", action="store_true", help="fail where a proof changed after its figures")
    chosen = parser.parse_args()
    if chosen.check:
        return 1 if check() else 0
    if chosen.name is None:
        for name in names():
            print(f"  make prove {name:<16} {importlib.import_module('tools.prove.' + name.replace('-', '_')).WHAT}")
        return 0
    result = run(chosen.name, "small" if chosen.small else "full")
    print("\n".join(table(result["figures"])))
    if not chosen.small:
        FIGURES.mkdir(parents=True, exist_ok=True)
        path = FIGURES / f"{chosen.name}.json"
        path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"\n{result['seconds']} s; figures in {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
