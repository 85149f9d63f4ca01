"""Django settings: nothing is stored, so there is no database, no session and no cookie.

Read from the environment: CLLR_SECRET_KEY, CLLR_HOSTS (names this installation answers to, with commas).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

WEB = Path(__file__).resolve().parent.parent / "web"

DEBUG = False
# Nothing is signed yet; a key of this process is as good as a kept one.
SECRET_KEY = os.environ.get("CLLR_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *filter(None, (name.strip() for name in os.environ.get("CLLR_HOSTS", "").split(","))),
]

INSTALLED_APPS = ["cllr.web", "django.forms", "django.contrib.staticfiles"]
MIDDLEWARE = [
    "cllr.web.middleware.needs_assets",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cllr.web.middleware.keeps_nothing",
    "cllr.web.middleware.limits_uploads",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "cllr.server.urls"
WSGI_APPLICATION = "cllr.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["cllr.web.context.site"]},
    }
]
FORM_RENDERER = "cllr.web.forms.GovukRenderer"
DATABASES: dict[str, dict[str, str]] = {}
APPEND_SLASH = False

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
# Files are served from where they are installed: `pip install` is all there is to setting up.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# An upload stays in memory; what is over the limit is refused before it is read.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 26_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 40
DATA_UPLOAD_MAX_NUMBER_FILES = 2

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
    }
}

# Messages of exceptions may hold words of a draft: only their kind and place are ever written.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "cllr.web.logs.BareFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}
