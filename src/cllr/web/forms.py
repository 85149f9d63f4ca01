"""Forms, drawn with GOV.UK components. Every field has its own words for what is missing or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

from cllr.core import catalogue
from cllr.core.look import TEXT_LIMIT
from cllr.core.model import DRAFT_KINDS
from cllr.web.govuk import component

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


class GovukBoundField(BoundField):
    """A field that draws itself as the component that fits its widget."""

    def govuk(self) -> SafeString:
        """Return the HTML of the field with label, hint and error."""
        widget = self.field.widget
        params: dict[str, Any] = {"id": self.auto_id, "name": self.html_name}
        if self.help_text:
            params["hint"] = {"text": str(self.help_text)}
        if self.errors:
            params["errorMessage"] = {"text": " ".join(str(error) for error in self.errors)}
        if isinstance(widget, forms.RadioSelect):
            return self._radios(params)
        params["label"] = {"text": self.label, "classes": str(widget.attrs.get("label", ""))}
        if isinstance(widget, forms.Select):
            value = str(self.value() or "")
            params["items"] = self._items("selected", value)
            return component("select", params)
        if isinstance(widget, forms.FileInput):
            params["attributes"] = {"accept": widget.attrs.get("accept", "")}
            return component("file-upload", params)
        params["value"] = self.value() or ""
        params["classes"] = str(widget.attrs.get("width", ""))
        if isinstance(widget, forms.Textarea):
            params |= {"rows": str(widget.attrs.get("rows", 5)), "spellcheck": True}
            return component("textarea", params)
        params["attributes"] = {key: str(widget.attrs[key]) for key in ("autocomplete",) if key in widget.attrs}
        if "inputmode" in widget.attrs:
            params["inputmode"] = widget.attrs["inputmode"]
        return component("input", params)

    def _radios(self, params: dict[str, Any]) -> SafeString:
        params["idPrefix"] = params.pop("id")
        params["classes"] = "govuk-radios--small"
        params["fieldset"] = {"legend": {"text": self.label, "classes": "govuk-fieldset__legend--s"}}
        value = str(self.value() or "")
        params["items"] = self._items("checked", value)
        return component("radios", params)

    def _items(self, chosen: str, value: str) -> list[dict[str, Any]]:
        if not isinstance(self.field.widget, forms.Select | forms.RadioSelect):
            return []
        rows = cast("list[tuple[str, str]]", list(self.field.widget.choices))
        return [{"value": str(key), "text": str(text), chosen: str(key) == value} for key, text in rows]


class GovukRenderer(TemplatesSetting):
    """Draws forms with our fields."""

    bound_field_class = GovukBoundField


class GovukForm(forms.Form):
    """A form that can list its errors for the summary at the head of the page."""

    def summary(self) -> SafeString | str:
        """Return the error summary, or nothing."""
        if not self.errors:
            return ""
        items = [
            {"text": str(error), "href": f"#{self[name].auto_id}" if name in self.fields else "#main-content"}
            for name, errors in self.errors.items()
            for error in errors
        ]
        return component("error-summary", {"titleText": "There is a problem", "errorList": items})


KINDS = {
    "post": "A post of mine",
    "share": "A share or repost",
    "like": "A like",
    "reply": "A reply",
    "comment": "A comment",
    "forum-post": "A forum post",
    "message": "A message",
    "wiki-edit": "A wiki edit",
    "profile": "My profile or biography",
    "comment-received": "Something I received",
}
_UNKNOWN = ("", "I would rather not say")
ACCOUNTS = (
    _UNKNOWN,
    ("councillor", "My account as a councillor"),
    ("private", "My private account"),
    ("council", "An account of the council"),
    ("anonymous", "An account without my name"),
)
ROLES = (
    _UNKNOWN,
    ("councillor", "Councillor or co-opted member"),
    ("candidate", "Candidate"),
    ("clerk", "Clerk"),
    ("officer", "Officer"),
)


def platform_choices() -> list[tuple[str, str]]:
    """Return the platforms of the catalogue, the open one last."""
    held = sorted(catalogue.platforms().values(), key=lambda p: (p.id == "other", p.name.lower()))
    return [_UNKNOWN, *((platform.id, platform.name) for platform in held)]


class CheckForm(GovukForm):
    """A draft, what is known around it, and the policy to check it against."""

    text = forms.CharField(
        label="Your draft",
        strip=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 7, "label": "govuk-label--m"}),
        help_text="The words as you would post them. Nothing you write here is kept.",
        error_messages={
            "required": "Enter the words you want to post",
            "max_length": f"The draft must be {TEXT_LIMIT:,} characters or fewer",
        },
    )
    kind = forms.ChoiceField(
        label="What it is", choices=[(kind, KINDS[kind]) for kind in DRAFT_KINDS], initial="post"
    )
    platform = forms.ChoiceField(label="Where it goes", choices=platform_choices, required=False)
    account = forms.ChoiceField(label="From which account", choices=ACCOUNTS, required=False)
    role = forms.ChoiceField(label="You are", choices=ROLES, required=False)
    committees = forms.CharField(
        label="Committees you sit on",
        required=False,
        max_length=500,
        help_text="With commas, for example planning, licensing. Enter none if you sit on none.",
    )
    on = forms.DateField(
        label="When you will post it",
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y"],
        widget=forms.DateInput({"width": "govuk-input--width-10", "autocomplete": "off"}),
        help_text="For example 27/3/2026. Today if you leave it out.",
        error_messages={"invalid": "Enter a real date, for example 27/3/2026"},
    )
    shared_from = forms.CharField(
        label="The words you share or like",
        required=False,
        strip=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 3}),
        help_text="Paste them. Links are never opened.",
    )
    replied_to = forms.CharField(
        label="The words you reply to",
        required=False,
        strip=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 3}),
    )
    against = forms.ChoiceField(
        label="Check it against",
        choices=(("all", "Every provision we know"), ("law", "The law alone"), ("file", "My council's policy")),
        initial="all",
        required=False,
        widget=forms.RadioSelect,
        help_text="No model policy ships yet, so every provision is switched on where you choose none.",
    )
    policy_file = forms.FileField(
        label="Policy file or document",
        required=False,
        widget=forms.FileInput({"accept": ".json,.pdf,.docx,.html,.htm,.txt"}),
        help_text="A policy file, or the document itself: PDF, Word, web page or text. Up to 25 MB; it is not kept.",
    )
    policy_packed = forms.CharField(required=False, widget=forms.HiddenInput, max_length=8_000_000)

    def clean_text(self) -> str:
        """Refuse a draft of white space alone."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise ValidationError("Enter the words you want to post")
        return text

    def clean(self) -> dict[str, Any]:
        """Ask for the policy where the choice needs one."""
        data = super().clean() or self.cleaned_data
        if data.get("against") == "file" and not data.get("policy_file") and not data.get("policy_packed"):
            self.add_error("policy_file", "Choose the policy to check against")
        return data


class PolicyForm(GovukForm):
    """A policy document to read."""

    document = forms.FileField(
        label="The policy",
        widget=forms.FileInput({"accept": ".json,.pdf,.docx,.html,.htm,.txt", "label": "govuk-label--m"}),
        help_text="PDF, Word (docx), web page or plain text, up to 25 MB. It is read in memory and not kept.",
        error_messages={"required": "Choose the document to read", "empty": "The document is empty. Choose another"},
    )
    council = forms.CharField(
        label="Name of the council",
        required=False,
        max_length=200,
        help_text="Where the document does not say it, or says it otherwise.",
    )
    corrections = forms.FileField(
        label="Your corrections, if you have made some",
        required=False,
        widget=forms.FileInput({"accept": ".json"}),
        help_text="A corrections file; it is laid over what is read.",
    )
