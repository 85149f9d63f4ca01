"""A real Chromium and a real `cllr serve`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tools import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PHONE, DESK = 360, 1280


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """Return the address of the pages, served as a user serves them."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "cllr.cli.main", "serve", "--port", str(port)], stderr=subprocess.PIPE, text=True
    ) as server:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def _wait(port: int, server: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(server.stderr.read() if server.stderr else "the server ended")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium, or skip and say how to get one."""
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium here: install chromium, or set CHROMIUM=/path")
    from playwright.sync_api import sync_playwright

    os.environ.setdefault("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield started
        started.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page at phone and at desk width."""
    context = browser.new_context(base_url=served, viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser: Browser, served: str) -> Iterator[Page]:
    """Return a page of a browser that runs no script."""
    context = browser.new_context(
        base_url=served, java_script_enabled=False, viewport={"width": PHONE, "height": 800}
    )
    yield context.new_page()
    context.close()
