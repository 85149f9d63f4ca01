"""From an empty clone: `make serve`, `make test`; from the wheel alone: `cllr serve` with its extra and without."""

from __future__ import annotations

import http.client
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

from tools.places import ROOT, shared

WHAT = "an empty clone: make serve and make test; the wheel with and without its extra, node absent"

FORBIDDEN = re.compile(r"gds.?transport|crest|crown", re.IGNORECASE)
"""Names of files of the design system that only GOV.UK itself may use."""

FETCHED = re.compile(r"GDS Transport|@font-face|url\([^)]*\)")
"""What the style sheet would name or fetch of them."""


def run(size: str) -> dict[str, Any]:
    """Return what was seen; the small size builds the wheel and looks into it, and installs nothing."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if size != "full":
            return {"wheel": inside(wheel(ROOT, place / "dist"))}
        clone = place / "work" / "cllr"
        _run(["git", "clone", "-q", str(ROOT), str(clone)], place)
        beside = shared()
        if beside is not None:
            (clone.parent / "shared").symlink_to(beside)
        found: dict[str, Any] = {"make serve": _served(["make", "serve"], clone, 8000)}
        found["make test"] = _tested(clone)
        found["make serve, again without network"] = _served_offline(clone)
        built = wheel(clone, place / "dist")
        found["wheel"] = inside(built)
        found["wheel with its extra"] = _installed(built, place / "with", "[server]")
        found["wheel without its extra"] = _installed(built, place / "without", "")
        return found


def wheel(source: Path, into: Path) -> Path:
    """Build the wheel of a checkout whose assets are built."""
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)], source)
    return next(into.glob("*.whl"))


def inside(built: Path) -> dict[str, Any]:
    """Return what matters of the files in a wheel."""
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
        sheet = next(name for name in names if name.endswith("/built/cllr.css"))
        text = archive.read(sheet).decode()
    return {
        "files": len(names),
        "MB": round(built.stat().st_size / 1e6, 2),
        "style sheet, kB": round(len(text) / 1000),
        "reserved fonts, crests or crowns": [n for n in names if FORBIDDEN.search(n)] + FETCHED.findall(text),
        "policies, corpora or tests": [n for n in names if n.startswith(("tests/", "corpus/", "tools/"))],
    }


def _run(words: list[str], cwd: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, env=_environment(), **more)
    if done.returncode != 0:
        raise RuntimeError(
            f"{' '.join(words)} ended with {done.returncode}: {done.stderr[-2000:]}{done.stdout[-2000:]}"
        )
    return done


def _environment() -> dict[str, str]:
    """Return this environment without the one that runs the proof."""
    kept = {key: value for key, value in os.environ.items() if key not in {"VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS"}}
    kept["PATH"] = os.pathsep.join(p for p in kept["PATH"].split(os.pathsep) if ".venv" not in p)
    return kept


def _served(words: list[str], cwd: Path, port: int) -> str:
    """Start a server, fetch the check page with its style sheet, and say how long it took."""
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        words, cwd=cwd, env=_environment(), stdout=quiet, stderr=quiet, start_new_session=True
    ) as server:
        try:
            _fetched(port)
            return f"check page with style sheet in {_since(begun)} s"
        finally:
            os.killpg(server.pid, 15)
            server.wait(20)


def _served_offline(clone: Path) -> str:
    """Serve again with no network but this machine's own, where the system lets us cut it off."""
    if os.geteuid() != 0 or shutil.which("unshare") is None or shutil.which("ip") is None:
        return "not tried: the network cannot be cut off here"
    program = (
        "from pathlib import Path\n"
        "from tools.prove import fresh_machine\n"
        "print(fresh_machine._served(['make', 'serve'], Path.cwd(), 8000))\n"
    )
    inner = f"ip link set lo up && exec {clone / '.venv/bin/python'} -c {shlex.quote(program)}"
    return _run(["unshare", "-n", "sh", "-c", inner], clone).stdout.strip()


def _fetched(port: int, seconds: int = 600) -> None:
    """Wait for the check page and its style sheet."""
    end = time.monotonic() + seconds
    page = None
    while page is None:
        try:
            page = _get(port, "/check").decode()
        except OSError:
            if time.monotonic() > end:
                raise RuntimeError(f"nothing answers on port {port}") from None
            time.sleep(0.5)
    sheet = re.search(r'href="([^"]+\.css[^"]*)"', page)
    if "Check a draft" not in page or sheet is None:
        raise RuntimeError("the page is not the check page, or it names no style sheet")
    if len(_get(port, sheet[1])) < 10_000:
        raise RuntimeError("the style sheet is nearly empty")


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()


def _since(begun: float) -> int:
    return round(time.perf_counter() - begun)


def _tested(clone: Path) -> str:
    begun = time.perf_counter()
    done = _run(["make", "test"], clone)
    last = [line for line in done.stdout.splitlines() if " passed" in line]
    return f"{last[-1].strip('= ') if last else 'no summary'}; {_since(begun)} s with chromium"


def _installed(built: Path, home: Path, extra: str) -> str:
    """Install the wheel into an empty environment without node on the path, and run `cllr serve`."""
    home.mkdir()
    _run([sys.executable, "-m", "venv", str(home / "env")], home)
    _run([str(home / "env/bin/python"), "-m", "pip", "install", "-q", f"{built}{extra}"], home)
    command = str(home / "env/bin/cllr")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    if extra:
        path = os.environ["PATH"]
        try:
            os.environ["PATH"] = f"{home / 'env/bin'}:/usr/sbin:/sbin"
            return _served([command, "serve", "--port", str(port)], home, port)
        finally:
            os.environ["PATH"] = path
    done = subprocess.run([command, "serve"], cwd=home, capture_output=True, text=True, check=False)
    lines = done.stderr.strip().splitlines()
    return f"exit {done.returncode}, {len(lines)} line: {lines[0] if lines else ''}"
