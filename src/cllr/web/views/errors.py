"""Pages for what went wrong: what, because, remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _page(request: HttpRequest, status: int, title: str, because: str, remedy: str) -> HttpResponse:
    values = {"title": title, "because": because, "remedy": remedy}
    return render(request, "cllr/error.html", values, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that a request could not be read."""
    return _page(
        request, 400, "This could not be read", "The form did not arrive whole.", "Go back and send it again."
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page."""
    return _page(
        request,
        404,
        "Page not found",
        "There is no page at this address.",
        "Check the address, or begin at the start page.",
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Say that something of ours broke."""
    return _page(
        request,
        500,
        "Sorry, there is a problem with the service",
        "Something of ours broke. Nothing of your draft was kept or written down.",
        "Go back and try again. If it happens again, tell whoever runs this installation at what time it happened.",
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """Say that an upload is over the limit."""
    return _page(
        request,
        413,
        "The file is too large",
        "It is over 25 MB.",
        "Send the policy alone, without pictures or annexes.",
    )
