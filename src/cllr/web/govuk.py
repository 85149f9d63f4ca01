"""GOV.UK Frontend components from Django: one cached Jinja environment, one macro each.

Never `header` (it draws the GOV.UK logotype) and never `footer` (it draws a crown): a council's service may use
the design system but not the marks of central government.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader, select_autoescape

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_OURS = frozenset({"header", "footer"})


@lru_cache(1)
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=select_autoescape(default=True, default_for_string=True))


@lru_cache(64)
def _macro(name: str) -> Callable[[dict[str, Any]], str]:
    if name in _NOT_OURS:
        raise ValueError(f"the component {name} carries the marks of central government")
    template = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    camel = "govuk" + "".join(part.title() for part in name.split("-"))
    macro: Callable[[dict[str, Any]], str] = getattr(template.module, camel)
    return macro


def component(name: str, params: dict[str, Any]) -> SafeString:
    """Return the HTML of a component; the macro escapes every `text` it is given."""
    return mark_safe(str(_macro(name)(params)))  # noqa: S308
