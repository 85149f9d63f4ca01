"""Commands that the `server` extra brings to `cllr`. Imports no Django until one is run."""

from __future__ import annotations

from typing import Any

import click

from cllr.core.errors import CllrError


class ExtraMissing(CllrError):
    """The libraries of an extra are not installed."""


def waitress_options() -> dict[str, Any]:
    """Return how waitress is run: bodies stay in memory, since a check leaves no file, not even a temporary one."""
    from cllr.server.settings import FILE_UPLOAD_MAX_MEMORY_SIZE as LIMIT

    return {
        "ident": None,
        "inbuf_overflow": 2 * LIMIT,
        "outbuf_overflow": 2 * LIMIT,
        "max_request_body_size": 2 * LIMIT,
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Run the pages in a browser. Nothing is stored."""
    try:
        from waitress.server import create_server

        from cllr.server import settings
        from cllr.server.wsgi import application
    except ImportError as error:
        raise ExtraMissing(
            "the pages", because=f"{error.name} is not installed", remedy='Install them: pip install "cllr[server]"'
        ) from None
    if host not in {"127.0.0.1", "localhost", "::1"} and host not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS.append(host)
    try:
        server = create_server(application, host=host, port=port, **waitress_options())
    except OSError as error:
        raise ExtraMissing(
            f"port {port}", because=(error.strerror or "it cannot be used").lower(), remedy="Give another with --port"
        ) from None
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"cllr: http://{shown}:{port}/  (stop with Ctrl+C)", err=True)
    server.run()
