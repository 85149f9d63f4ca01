"""Web pages: lists as a browser counts them, and what is around the text."""

from __future__ import annotations

import pytest

from tests.core.own_policies import as_it_is, numbered


def test_what_is_around_the_text_of_a_web_page_is_set_aside() -> None:
    _, _, remainder = as_it_is("cwm-elan-community")
    aside = [part.text for part in remainder if part.because == "furniture of the web page"]
    assert "Skip to main content" in aside
    assert any("uses cookies" in text for text in aside)
    assert any("The Old School" in text for text in aside)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<ol><li>Be kind.<li>Be brief.</ol>", [("1", "Be kind."), ("2", "Be brief.")]),
        ('<ol start="4"><li>Be kind.<li value="9">Be brief.</ol>', [("4", "Be kind."), ("9", "Be brief.")]),
        ("<ol reversed><li>Be kind.<li>Be brief.</ol>", [("2", "Be kind."), ("1", "Be brief.")]),
        ('<ol style="list-style-type: lower-roman"><li>Be kind.</ol>', [("(i)", "Be kind.")]),
        ("<ol><li>1.1 Be kind.<li>1.2 Be brief.</ol>", [("1.1", "Be kind."), ("1.2", "Be brief.")]),
        ("<p>Be kind.<br>Be brief.</p>", [(None, "Be kind."), (None, "Be brief.")]),
        ("<p>Be always<br>kind to all.</p>", [(None, "Be always kind to all.")]),
        ("<p>Be kind.</p><p hidden>Be rude.</p><p style='display: none'>Lie.</p>", [(None, "Be kind.")]),
        ("<dl><dt>Kindness:<dd>Be kind.</dl>", [(None, "Kindness: Be kind.")]),
        ("<h2>Rules</h2><ul><li>Be kind.<p>Always be so.</p></ul>", [(None, "Be kind."), (None, "Always be so.")]),
        ("<p>Be&nbsp;ki&shy;nd &amp; brief.</p>", [(None, "Be kind & brief.")]),
    ],
)
def test_lists_and_paragraphs_of_web_pages(body: str, found: list[tuple[str | None, str]]) -> None:
    assert numbered(f"<html><body>{body}</body></html>".encode(), "policy.html") == found
