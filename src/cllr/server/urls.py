"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path

from cllr.web.views import check, errors, policy, start

urlpatterns = [
    path("", start.start, name="start"),
    path("check", check.check, name="check"),
    path("policy", policy.upload, name="policy"),
    path("policy/file", policy.download, name="policy-file"),
]
handler400 = errors.bad_request
handler404 = errors.not_found
handler500 = errors.failed
