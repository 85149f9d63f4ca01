"""What every page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cllr

if TYPE_CHECKING:
    from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return the version and where in the service the page is."""
    return {"version": cllr.__version__, "path": request.path}
