"""Upload a policy and see what each statement became; take the policy file away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from cllr.core import policy_file
from cllr.core.errors import CllrError
from cllr.web import carrying, showing
from cllr.web.forms import CheckForm, PolicyForm
from cllr.web.reading import read_upload
from cllr.web.views import errors

if TYPE_CHECKING:
    from django.http import HttpRequest


@csrf_exempt  # nothing is changed, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Show the form, or the statements of an uploaded policy with the uncertain first."""
    if request.method != "POST":
        return render(request, "cllr/policy.html", {"form": PolicyForm()})
    form = PolicyForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "cllr/policy.html", {"form": form}, status=400)
    document = form.cleaned_data["document"]
    corrections = form.cleaned_data["corrections"]
    unused: tuple[str, ...] = ()
    try:
        policy = read_upload(document.read(), document.name, form.cleaned_data["council"])
        if corrections is not None:
            policy, unused = policy_file.corrected(policy, corrections.read())
    except CllrError as error:
        form.add_error("document", str(error))
        return render(request, "cllr/policy.html", {"form": form}, status=400)
    values = showing.policy(policy) | {
        "packed": carrying.pack(policy),
        "unused": unused,
        "form": CheckForm(initial={"against": "file"}),
    }
    return render(request, "cllr/statements.html", values)


@csrf_exempt
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """Return the policy carried in the page as a file."""
    try:
        policy = carrying.unpack(request.POST.get("policy_packed", ""))
    except CllrError:
        return errors.bad_request(request)
    name = re.sub(r"[^a-z0-9]+", "-", policy.council.lower()).strip("-") or "policy"
    return HttpResponse(
        policy_file.dumps(policy),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.policy.json"'},
    )
