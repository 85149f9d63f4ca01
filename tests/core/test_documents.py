"""Reading documents: the same policy comes out of every format, and what is around it is set aside."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html
from tools import chromium, render_policies

from cllr.core.documents import Document, read
from tests.core.own_policies import (
    OWN,
    RENDERED,
    RENDERINGS,
    TITLE,
    as_it_is,
    letters,
    numbers,
    rendered,
    shown,
    whole,
)
from tests.core.test_documents_refused import a_pdf, a_word_document

if TYPE_CHECKING:
    from pathlib import Path


# --- the same policy in every format ------------------------------------------------------------------------


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("name", RENDERED)
def test_every_format_gives_the_same_statements(name: str, rendering: str) -> None:
    given, found = as_it_is(name)[1], rendered(name, rendering)[1]
    assert [s.text for s in found] == [s.text for s in given]
    assert [s.printed_ref for s in found] == [s.printed_ref for s in given]
    assert [s.intro for s in found] == [s.intro for s in given]
    assert [s.id for s in found] == [s.id for s in given]
    assert len({s.ref for s in found}) == len(found)


def around(document: Document) -> str:
    """Return the words that `render_policies` puts around a policy."""
    if document.format == "pdf":
        return "".join(f"{TITLE}, version 2 Page {page + 1}" for page in range(document.pages or 0))
    return f"{TITLE} Page 1" if document.format == "docx" else render_policies.AROUND_A_PAGE


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("name", RENDERED)
def test_every_letter_of_a_rendering_is_accounted_for(name: str, rendering: str) -> None:
    parts = render_policies.parts_of(OWN[name].text, OWN[name].rows)
    found = rendered(name, rendering)
    source = around(found[0]) + "".join(f"{part.marker or ''} {part.text}" for part in parts)
    assert shown(found) + numbers(found) == letters(source)


def test_every_letter_of_a_web_page_is_accounted_for() -> None:
    root: Any = html.document_fromstring(OWN["cwm-elan-community"].path.read_bytes())
    for element in root.xpath("//script | //style | //title"):
        element.drop_tree()
    found = as_it_is("cwm-elan-community")
    # The letters of its list are counted by the browser and stand nowhere in the page.
    counted = letters("(a)(b)(c)(i)(ii)")
    assert shown(found) + numbers(found) - counted == letters(root.text_content())


@pytest.mark.seeds
@pytest.mark.parametrize("name", ["borough-numbered", "essex", "guidance-faq", "parish", "thurrock"])
def test_a_founding_policy_in_two_columns(name: str, seeds: Path) -> None:
    rows = render_policies.truth_of((seeds / "clauses.jsonl").read_text(encoding="utf-8").splitlines(), name)
    parts = render_policies.parts_of((seeds / f"{name}.txt").read_text(encoding="utf-8"), rows)
    found = whole(render_policies.to_pdf(parts, TITLE, columns=2), f"{name}.pdf")[1]
    assert [" ".join(s.text.split()) for s in found] == [" ".join(row.text.split()) for row in rows]


def _printed(page: bytes) -> bytes:
    if chromium.find() is None:
        pytest.skip("no Chromium here; install chromium, or set CHROMIUM=/path")
    return render_policies.printed(page)


@pytest.mark.browser
def test_a_policy_printed_by_chromium() -> None:
    own = OWN["marlshire-county"]
    page = render_policies.to_html(render_policies.parts_of(own.text, own.rows), TITLE)
    document, found, _ = whole(_printed(page), "policy.pdf")
    given = as_it_is("marlshire-county")[1]
    policy = [s for s in found if s.id in {each.id for each in given}]
    assert [(s.printed_ref, s.text) for s in policy] == [(s.printed_ref, s.text) for s in given]
    # Cookie notice and foot are printed with the page, and nothing in print shows what they are.
    assert {s.text for s in found if s not in policy} == {
        "We use cookies to count visits.",
        "Accessibility statement",
    }
    assert document.pages is not None


@pytest.mark.browser
def test_a_table_in_two_languages_printed_by_chromium() -> None:
    page = OWN["cwm-elan-community"].text.replace(
        "<style>", "<style>td, th { border: 1px solid } header, footer, .cookie-banner, .skip-link { display: none }"
    )
    given = as_it_is("cwm-elan-community")[1]
    found = whole(_printed(page.encode()), "policy.pdf")[1]
    assert [(s.printed_ref, s.text) for s in found] == [(s.printed_ref, s.text) for s in given]


def test_reading_twice_gives_the_same_in_many_threads_too() -> None:
    parts = render_policies.parts_of(OWN["thornfield-district"].text, OWN["thornfield-district"].rows)
    data = render_policies.to_pdf(parts, TITLE)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read(data, "policy.pdf"), range(8)))
    assert all(each == found[0] for each in found)


# --- what a file is, and its encoding -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Members must be kind.", "policy.pdf", "text"),
        (b"<!DOCTYPE html><p>Members must be kind.</p>", "policy.txt", "html"),
        (b"<p>Members must be kind.</p>", "policy.html", "html"),
        (b"Members must write <p> for a paragraph.", "policy.txt", "text"),
        (b"\r\n\r\n" + a_pdf(), "policy.txt", "pdf"),
        (a_word_document(), "policy.pdf", "docx"),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, name: str, kind: str) -> None:
    assert read(data, name).format == kind


ODD = "1. Members must be “kind” – always.\n2. Croeso i gŵyl Ŷnys."
PLAIN = "1. Members must be “kind” – always.\n2. It costs £3 or €4."


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        (ODD.encode(), ODD, ""),
        (ODD.encode("utf-8-sig"), ODD, ""),
        (ODD.encode("utf-16"), ODD, ""),
        (ODD.encode("utf-16-le"), ODD, ""),
        (ODD.encode("utf-16-be"), ODD, ""),
        (ODD.encode("utf-32"), ODD, ""),
        (PLAIN.encode("cp1252"), PLAIN, "Windows-1252"),
        (ODD.encode().replace("ŵ".encode(), b"\xc5") + b" Be brief, and be kind." * 4, "", "1 characters"),
        (PLAIN.replace("\n", "\r\n").encode(), PLAIN, ""),
        (PLAIN.replace("\n", "\r").encode(), PLAIN, ""),
    ],
)
def test_encodings(data: bytes, text: str, noted: str) -> None:
    document = read(data, "policy.txt")
    found = [f"{block.marker} {block.text}" for block in document.blocks]
    assert not text or found == text.split("\n")
    assert len(document.notes) == bool(noted)
    assert noted in "".join(document.notes)


@pytest.mark.parametrize(
    ("page", "noted"),
    [
        ('<meta charset="windows-1252"><p>It costs £3 – “now”.</p>'.encode("cp1252"), False),
        ('<meta charset="iso-8859-15"><p>It costs €3 now.</p>'.encode("iso-8859-15"), False),
        ("<html><p>It costs £3 – “now”.</p>".encode("cp1252"), True),
        ('<meta charset="no-such"><p>It costs €3 now.</p>'.encode(), False),
    ],
)
def test_encodings_of_web_pages(page: bytes, noted: bool) -> None:
    document = read(page, "policy.html")
    assert "costs £3 – “now”" in document.blocks[0].text or "costs €3 now" in document.blocks[0].text
    assert bool(document.notes) == noted


# --- plain text ---------------------------------------------------------------------------------------------


def test_marks_of_markdown_are_no_words() -> None:
    text = (
        "# Rules\n\n**Libel:** do *not* repeat it. See [the Code](https://x.example/code).\n\n* be kind\n* be brief\n"
    )
    _, held, remainder = whole(text.encode(), "policy.md")
    assert [s.text for s in held] == ["Libel: do not repeat it.", "See the Code.", "be kind", "be brief"]
    assert ("https://x.example/code", "address behind a link") in [(part.text, part.because) for part in remainder]


def test_a_word_broken_at_the_end_of_a_line_is_mended_and_a_hyphen_is_kept() -> None:
    text = (
        "A member is respon-\nsible for each post, and being responsible is never over. In the pre-\nelection period "
        "officers\nare careful, and outside the pre-election period too; the infor-\nmation they give is plain "
        "information, and it helps.\n"
    )
    joined = " ".join(block.text for block in read(text.encode(), "policy.txt").blocks)
    assert "respon" not in joined.replace("responsible", "")
    assert joined.count("pre-election") == 2
    assert joined.count("information") == 2


def test_a_list_whose_bullets_a_converter_tore_off() -> None:
    text = (
        "Members of this council are asked to follow these rules, which are few and plain:\n•\n•\n"
        "Be kind to everybody who writes to you on the page, and to those who only read.\n"
        "Say so where you were wrong, and say it at the place where you were.\n"
    )
    blocks = read(text.encode(), "policy.txt").blocks
    assert [block.marker for block in blocks] == [None, "•", "•"]
