"""Check a draft. Writes nothing: no row, no cookie, no file, no word in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cllr.core.errors import CllrError
from cllr.core.judge import CLOSING
from cllr.core.model import Context, Draft, DraftKind
from cllr.core.rulebook import EVERYTHING, THE_LAW, Rulebook, of_policy
from cllr.core.visit import Visitor, check_for
from cllr.web import carrying, showing
from cllr.web.forms import CheckForm
from cllr.web.reading import read_upload

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@csrf_exempt  # nothing is changed by a check, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show the form, or the answer to a draft."""
    if request.method != "POST":
        return render(request, "cllr/check.html", {"form": CheckForm()})
    form = CheckForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(
            request, "cllr/check.html", {"form": form, "carried": form.data.get("policy_packed", "")}, status=400
        )
    data = form.cleaned_data
    try:
        book, packed = _rulebook(data)
    except CllrError as error:
        form.add_error("policy_file", str(error))
        return render(request, "cllr/check.html", {"form": form}, status=400)
    draft = Draft(data["text"], cast("DraftKind", data["kind"]))
    visitor = Visitor(context=_context(data), books=(book,))
    result = check_for(visitor, draft, timezone.localtime())
    values = showing.answer(draft, result) | {
        "form": CheckForm(initial={**data, "policy_file": None}),
        "carried": packed,
        "closing": CLOSING,
    }
    return render(request, "cllr/answer.html", values)


def _rulebook(data: dict[str, Any]) -> tuple[Rulebook, str]:
    """Return what to judge by, and the policy to carry along in the page."""
    if data["against"] == "law":
        return THE_LAW, ""
    if data["against"] != "file":
        return EVERYTHING, ""
    upload = data["policy_file"]
    policy = carrying.unpack(data["policy_packed"]) if upload is None else read_upload(upload.read(), upload.name)
    return of_policy(policy), carrying.pack(policy)


def _context(data: dict[str, Any]) -> Context:
    """Return what the visitor told us; a field left out is unknown."""
    known: dict[str, Any] = {
        name: data[name]
        for name in ("platform", "account", "role", "on", "shared_from", "replied_to")
        if data.get(name)
    }
    named = [name.strip() for name in data.get("committees", "").split(",") if name.strip()]
    if named:
        known["committees"] = () if [name.lower() for name in named] == ["none"] else tuple(named)
    return Context(**known, sources=dict.fromkeys(known, "what you told us"))
