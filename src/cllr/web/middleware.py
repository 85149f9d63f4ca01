"""What holds for every page: assets are there, nothing is kept, uploads have a limit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cllr.web.views import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = Callable[[HttpRequest], HttpResponse]

BUILT = Path(__file__).parent / "static/cllr/built/cllr.css"


def needs_assets(get_response: Answer) -> Answer:
    """Answer every page with one line where the style sheet was never built."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not BUILT.exists():
            return HttpResponse(
                "cllr: the pages have no style sheet: it was not built in this checkout. Run `make assets`.\n",
                content_type="text/plain; charset=utf-8",
                status=503,
            )
        return get_response(request)

    return answer


def keeps_nothing(get_response: Answer) -> Answer:
    """Tell browsers and proxies to keep no page: it may hold a draft."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def limits_uploads(get_response: Answer) -> Answer:
    """Refuse a request over the limit before its body is read."""

    def answer(request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            return errors.too_large(request)
        return get_response(request)

    return answer
