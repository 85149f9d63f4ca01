"""Tags: GOV.UK components, a draft with its marks, roles in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html, format_html_join

from cllr.web import govuk as components

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from cllr.web.marking import Piece

register = template.Library()


@register.simple_tag
def govuk(name: str, **params: Any) -> SafeString:
    """Return a GOV.UK component: `{% govuk "button" text="Check" %}`."""
    return components.component(name, params)


@register.simple_tag
def marked(pieces: list[Piece]) -> SafeString:
    """Return a draft with what was found marked and linked to its finding."""
    return format_html_join(
        "",
        "{}",
        (
            (
                piece.text
                if piece.finding is None
                else format_html(
                    '<a class="govuk-link govuk-link--text-colour" href="#finding-{}">'
                    '<mark class="cllr-mark cllr-mark--{}">{}</mark></a>',
                    piece.finding,
                    piece.weight,
                    piece.text,
                ),
            )
            for piece in pieces
        ),
    )


@register.filter
def in_words(name: str) -> str:
    """Return an id in words: "monitoring-officer" is "monitoring officer"."""
    return name.replace("-", " ")
