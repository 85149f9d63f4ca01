"""Find a Chromium for the browser tests; install Debian's where this machine lets us.

Playwright's own browser is never downloaded. CHROMIUM names a browser to use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Return the path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's Chromium where there is apt and the right to use it; else say what is skipped."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("test: installing chromium (Debian) for the browser tests", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]):
            subprocess.run(["apt-get", "-qq", *words], env=environment, check=False, capture_output=True)
    if find() is None:
        print(
            "test: no Chromium here; the browser tests are skipped. Install chromium, or set CHROMIUM=/path",
            flush=True,
        )


def main() -> None:
    """Print where Chromium is; with --install-if-possible install it first."""
    if find() is None and "--install-if-possible" in sys.argv[1:]:
        install()
    found = find()
    if found and "--install-if-possible" not in sys.argv[1:]:
        print(found)


if __name__ == "__main__":
    main()
