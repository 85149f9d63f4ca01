"""A check leaves nothing: no file, no log line, through every door, with a failing detector and a crash.

Each door is run in a process of its own whose working folder, home and temporary folder are watched, and
whose output is searched for the words of the draft. Where strace is on the machine every file that is opened
for writing is listed as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.places import ROOT

WHAT = "a check leaves no file and no word in any log, through every door, with a failing detector and a crash"

MARK = "zanzibarrow"
DRAFT = f"Cllr Penrose is a pillock, and Nothing could change my mind on {MARK}"

# Doors, as programs. A failing detector and a crash are put in from outside, as a council's own code might be.
_FAILING = """
from cllr.core import registry
from cllr.core.detector import Detector, AUTHORED
def broken(scene): raise ValueError(scene.text)
held = registry.shipped()
registry.shipped = lambda: (*held, Detector(("disrepute",), AUTHORED, broken, always=True, name="broken"))
"""
_CLI = "import sys; sys.argv = {argv!r}\nfrom cllr.cli.main import main\nmain()\n"
_CRASH_CLI = """
from cllr.core import scene
def crash(self): raise RuntimeError(self.text)
scene.Scene.sentence = None
import cllr.core.look as look
def broken(*a, **k): raise RuntimeError(a[0].text)
import cllr.cli.checking as checking
checking.check_one = broken
"""
_WEB = """
import django
from django.conf import settings
from django.test import Client
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "cllr.server.settings"
django.setup()
from cllr.web import middleware
from pathlib import Path
middleware.BUILT = Path({script!r})
client = Client(raise_request_exception=False, HTTP_HOST="127.0.0.1")
import io
def send(**more):
    upload = io.BytesIO(b"Members must not be rude. " + {draft!r}.encode() + b" x" * 2_000_000)
    upload.name = "policy.txt"
    return client.post(
        "/check", {{"text": {draft!r}, "kind": "post", "against": "file", "policy_file": upload, **more}}
    )
"""
_SERVED = """
import threading, urllib.request, urllib.parse, time
from waitress.server import create_server
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "cllr.server.settings"
from cllr.server.wsgi import application
from cllr.server.commands import waitress_options
from cllr.web import middleware
from pathlib import Path
middleware.BUILT = Path({script!r})
server = create_server(application, host="127.0.0.1", port=0, **waitress_options())
threading.Thread(target=server.run, daemon=True).start()
body = urllib.parse.urlencode({{"text": {draft!r} + " word" * 15000, "kind": "post"}}).encode()
answer = urllib.request.urlopen(f"http://127.0.0.1:{{server.effective_port}}/check", body).read()
assert b"Nothing found is not clearance" in answer
"""


def doors() -> dict[str, tuple[str, bytes]]:
    """Return the doors: name -> (program, standard input)."""
    argv = ["cllr", "check", "-", "--format", "json"]
    web = _WEB.format(script=__file__, draft=DRAFT)
    crash_view = (
        "import cllr.web.views.check as view\n"
        "def broken(visitor, draft, at): raise RuntimeError(draft.text)\n"
        "view.check_for = broken\nassert send().status_code == 500\n"
    )
    bad_upload = 'assert client.post("/policy", {"document": io.BytesIO(b"%PDF-1.7 " + DRAFT)}).status_code == 400\n'
    return {
        "command line": (_CLI.format(argv=argv), DRAFT.encode()),
        "command line, failing detector": (_FAILING + _CLI.format(argv=argv), DRAFT.encode()),
        "command line, crash": (_CRASH_CLI + _CLI.format(argv=argv), DRAFT.encode()),
        "page with an upload of 4 MB": (web + "assert send().status_code == 200\n", b""),
        "page, failing detector": (_FAILING + web + "assert send(against='all').status_code == 200\n", b""),
        "page, crash in the view": (web + crash_view, b""),
        "page, damaged upload": (web + f"DRAFT = {DRAFT.encode()!r}\n" + bad_upload, b""),
        "page behind the real server": (_SERVED.format(script=__file__, draft=DRAFT), b""),
    }


def run(size: str) -> dict[str, Any]:
    """Return, for each door, what it left; the small size leaves the tracing of system calls out."""
    found: dict[str, Any] = {}
    trace = shutil.which("strace") if size == "full" else None
    for name, (program, stdin) in doors().items():
        found[name] = _one(program, stdin, trace)
    found["doors that left something"] = sum(1 for held in found.values() if held != "nothing")
    found["system calls traced"] = "yes" if trace else "no"
    return found


def _one(program: str, stdin: bytes, trace: str | None) -> str:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for part in ("home", "tmp", "work"):
            (place / part).mkdir()
        log = place / "strace.log"
        command = [sys.executable, "-B", "-c", program]
        if trace:
            command = [trace, "-f", "-qq", "-e", "trace=openat,creat", "-o", str(log), *command]
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=place / "work",
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(place / "home"),
                "TMPDIR": str(place / "tmp"),
                "PYTHONPATH": str(ROOT / "src"),
            },
            check=False,
        )
        left = [str(p.relative_to(place)) for part in ("home", "tmp", "work") for p in (place / part).rglob("*")]
        errors = done.stderr.decode("utf-8", "replace")
        if MARK in errors.lower():
            left.append("words of the draft on standard error")
        if "Traceback" in errors:
            left.append(f"an unexpected traceback: {errors.strip().splitlines()[-1][:200]}")
        if trace:
            left += _written(log.read_text(encoding="utf-8", errors="replace"))
    return "nothing" if not left else "; ".join(sorted(set(left)))


def _written(log: str) -> list[str]:
    """Return the files that were opened for writing, devices and pipes apart."""
    found = []
    for line in log.splitlines():
        if ("O_WRONLY" in line or "O_RDWR" in line or "O_CREAT" in line) and " = -1 " not in line:
            path = line.split('"')[1] if '"' in line else ""
            if path and not path.startswith(("/dev/", "/proc/")):
                found.append(f"opened for writing: {path}")
    return found
