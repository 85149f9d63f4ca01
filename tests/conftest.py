"""What every test may ask for. Tests have no network: only addresses of this machine can be reached."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tools import places

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect: Callable[..., Any] = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise OSError(f"tests have no network; something asked for {address[0]}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the founding policies and the labelled posts, or skip."""
    place = places.shared()
    if place is None:
        pytest.skip("the founding policies are not beside this checkout (../shared)")
    return place


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """Return the folder of the founding policies, or skip."""
    return shared / "seeds"


_skipped: list[tuple[str, str]] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Gather what was skipped, with the reason."""
    if report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        _skipped.append((report.nodeid, reason.removeprefix("Skipped: ")))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail on a skip nobody allowed, where CLLR_SKIPS names the list of those that are."""
    allowed = os.environ.get("CLLR_SKIPS")
    if allowed is None:
        return
    lines = Path(allowed).read_text(encoding="utf-8").splitlines()
    names = [line.split(" ")[0] for line in lines if line and not line.startswith("#")]
    refused = [f"{node}: {reason}" for node, reason in _skipped if not any(name in node for name in names)]
    if refused:
        print("\nskipped, and nobody allowed it:", *refused, sep="\n  ")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each statement it carries (tests/statements)."""
    carried = getattr(metafunc.function, "carried", None)
    if carried and "case" in metafunc.fixturenames:
        metafunc.parametrize("case", carried, indirect=True, ids=lambda one: f"{one.policy} {one.ref}")
