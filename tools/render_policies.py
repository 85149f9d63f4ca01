"""Render a policy in several formats, to try the readers of documents on it.

The structure comes from the plain text of the policy and its truth file (one sentence a row), never from the
readers under test: the sentences are looked up in the text one after another, and what stands between them is
headings, printed numbers and bullets. Nothing here imports `cllr`.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tools import chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Kind = Literal["title", "heading", "paragraph", "item"]

_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)*\.?|\([a-z]{1,4}\)|[a-z]\))(?=\s|[A-Z]|$)")
_BULLET = re.compile(r"[•\-–*](?=\s|$)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"<(https?:[^>]*)>")
_LEAD = re.compile(r"[A-Z][\w ,/&-]{2,40}:(?= )")
AROUND_A_PAGE = "We use cookies to count visits. Home News Accessibility statement"
"""The words that stand around the policy in a web page."""
FURNITURE = frozenset({"top of page", "bottom of page"})


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the truth. `ref` is empty where the truth file gives none."""

    text: str
    ref: str = ""
    printed_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A title, heading, paragraph or list item of a policy, ready to be rendered."""

    kind: Kind
    text: str
    marker: str | None = None
    level: int = 1
    question: bool = False
    """Whether the printed number belongs to the sentence, as in a list of questions."""

    @property
    def numbered(self) -> str:
        """Return the number and the words with what is printed between them, for numbers that are typed."""
        return f"{self.marker}{self.text}" if self.question else f"{self.marker} {self.text}"


def truth_of(lines: Sequence[str], policy: str | None = None) -> tuple[Row, ...]:
    """Read the rows of a truth file, one for each sentence as printed; rows that share a sentence are one."""
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for line in lines:
        row = json.loads(line)
        if policy is not None and row["policy"] != policy:
            continue
        ref = sentence_ref(row.get("ref", ""))
        if ref and (ref, row["text"]) in seen:
            continue
        seen.add((ref, row["text"]))
        rows.append(Row(row["text"], ref, row.get("printed_ref") or printed_in(ref)))
    return tuple(rows)


def sentence_ref(ref: str) -> str:
    """Return a reference of the truth file without the letter that tells statements of one sentence apart."""
    return re.sub(r" \([a-z]\)$", "", ref)


def printed_in(ref: str) -> str | None:
    """Return the printed number that a reference of the truth file begins with, if it does."""
    found = re.match(r"(?:FAQ )?(\d+(?:\.\d+)*)(?= |$)", ref)
    return found[1] if found else None


def parts_of(source: str, rows: Sequence[Row]) -> tuple[Part, ...]:
    """Cut the text of a policy into parts, with the truth as the only guide to where sentences are.

    Where form feeds part the pages of a text, the first and last line of each page is its head and foot.
    Raises ValueError where a sentence of the truth is not in the text.
    """
    bare = "\n".join(map(_page_body, source.split("\f"))) if "\f" in source else source
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", bare)).replace("**", "")
    places = [index for index, char in enumerate(text) if not char.isspace()]
    dense = "".join(text[index] for index in places)
    parts: list[Part] = []
    position = last = 0
    previous: Row | None = None
    for row in rows:
        wanted = "".join(row.text.split())
        found = dense.find(wanted, position)
        if found < 0:
            raise ValueError(f"not in the text: {row.text[:60]!r}")
        start, position = places[found], found + len(wanted)
        _between(text[last:start], row, previous, parts)
        last = places[position - 1] + 1
        previous = row
    parts.extend(_headings(text[last:], parts))
    return tuple(parts)


def _page_body(page: str) -> str:
    return "\n".join(page.strip().split("\n")[1:-1])


def _between(gap: str, row: Row, previous: Row | None, parts: list[Part]) -> None:
    """Add what stands between two sentences, then the second sentence."""
    lines = gap.split("\n")
    here = lines[-1].strip()
    if here.startswith("#"):
        parts.append(Part("heading", f"{here.lstrip('# ')} {row.text}", level=len(here) - len(here.lstrip("#"))))
        return
    same_line = len(lines) == 1 and bool(parts)
    if same_line or (not gap.strip() and _same_part(gap, row, previous) and parts):
        joiner = f" {here} " if here else " "
        parts[-1] = replace(parts[-1], text=f"{parts[-1].text}{joiner}{row.text}")
        return
    for line in lines[:-1]:
        parts.extend(_headings(line, parts))
    if here and not _BULLET.match(here) and not _NUMBER.fullmatch(here):
        # "5 RULES 5.1" never stands on one line with its sentence in these texts; a stray word does not either.
        raise ValueError(f"neither number nor bullet before {row.text[:40]!r}: {here!r}")
    number = _NUMBER.fullmatch(here) if here else None
    own = re.match(r"(\d+)\. ?(?=[A-Z])", row.text)
    if number:
        level = max(1, number["number"].strip(".").count(".") + 1)
        parts.append(Part("paragraph", row.text, marker=number["number"], level=level))
    elif own:
        parts.append(Part("paragraph", row.text[own.end(1) + 1 :], marker=f"{own[1]}.", question=True))
    elif here or "bullet" in row.ref:
        parts.append(Part("item", row.text, marker="•"))
    else:
        parts.append(Part("paragraph", row.text))


def _same_part(gap: str, row: Row, previous: Row | None) -> bool:
    if previous is None:
        return False
    bases = [re.sub(r" sentence \d+$", "", each.ref) for each in (previous, row)]
    if "bullet" in row.ref or " sentence " in row.ref:
        return bases[0] == bases[1]
    ended = previous.text.rstrip("”\"')").endswith((".", "?", "!"))
    return "\n\n" not in gap and (ended or "\n" not in gap)


def _headings(gap: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the headings among the lines that hold no sentence."""
    for line in gap.split("\n"):
        words = line.strip()
        if not re.search(r"\w", words) or words in FURNITURE or re.search(r"\.{4}|^Contents$", words):
            continue
        hashes = len(words) - len(words.lstrip("#"))
        words = words.lstrip("# ").strip()
        number = _NUMBER.match(words)
        kind: Kind = "heading" if parts or hashes or number else "title"
        if number and number.end() < len(words):
            yield Part(kind, words[number.end() :].strip(), marker=number["number"])
        else:
            yield Part(kind, words, level=max(hashes - 1, 1) if hashes else 2)


# --- HTML ---------------------------------------------------------------------------------------------------

_STYLE = """@page { size: A4; margin: 20mm } body { font: 11pt/1.35 serif } ul, ol { padding-left: 2em }
.n { display: inline-block; min-width: 3em } h1, h2, h3 { font-family: sans-serif }"""


def to_html(parts: Sequence[Part], title: str, *, automatic: bool = False) -> bytes:
    """Render as a web page with navigation, a cookie notice and a foot around it.

    With `automatic`, numbers that count up by one come from `<ol start>`; else they are typed.
    """
    body: list[str] = []
    for kind, run in _runs(parts, automatic=automatic):
        if kind == "ul":
            body.append("<ul>" + "".join(f"<li>{_inline(part.text)}</li>" for part in run) + "</ul>")
        elif kind == "ol":
            first = (run[0].marker or "1").rstrip(".")
            body.append(f'<ol start="{first}">' + "".join(f"<li>{_inline(p.text)}</li>" for p in run) + "</ol>")
        else:
            body.extend(_html_part(part) for part in run)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><div id='cookie-banner'>We use cookies to count visits.</div>"
        f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><main>{''.join(body)}</main>"
        "<footer>Accessibility statement</footer><script>var visits = 1;</script></body></html>"
    ).encode()


def _runs(parts: Sequence[Part], *, automatic: bool) -> Iterator[tuple[str, list[Part]]]:
    run: list[Part] = []
    kind = ""
    for part in parts:
        one_level = bool(re.fullmatch(r"\d+\.?", part.marker or "")) and part.kind == "paragraph"
        now = "ul" if part.kind == "item" else "ol" if automatic and one_level and not part.question else "plain"
        if now != kind and run:
            yield kind, run
            run = []
        kind = now
        run.append(part)
    if run:
        yield kind, run


def _html_part(part: Part) -> str:
    number = f'<span class="n">{part.marker}</span> ' if part.marker else ""
    if part.question:
        number = part.marker or ""
    if part.kind == "paragraph":
        return f"<p>{number}{_inline(part.text)}</p>"
    tag = "h1" if part.kind == "title" else f"h{min(part.level + 1, 6)}"
    return f"<{tag}>{number}{html.escape(part.text)}</{tag}>"


def _inline(text: str) -> str:
    lead = _LEAD.match(text)
    safe = html.escape(text, quote=False)
    return (
        f"<b>{html.escape(lead[0], quote=False)}</b>{html.escape(text[lead.end() :], quote=False)}" if lead else safe
    )


# --- DOCX ---------------------------------------------------------------------------------------------------


def to_docx(parts: Sequence[Part], title: str, *, automatic: bool = False) -> bytes:
    """Render as a Word document: numbers typed, or counted by Word through a numbering definition."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = title
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    lists = _Numbering(document) if automatic else None
    for part in parts:
        if part.kind == "title":
            document.add_heading(part.text, 0)
            continue
        if part.kind == "heading":
            paragraph = document.add_heading("", min(part.level, 4))
        elif part.kind == "item":
            paragraph = document.add_paragraph(style="List Bullet")
        else:
            paragraph = document.add_paragraph()
        if part.marker and part.kind != "item" and not (lists and lists.number(paragraph, part)):
            paragraph.add_run(f"{part.marker}{'' if part.question else chr(9)}")
        lead = _LEAD.match(part.text)
        if lead:
            paragraph.add_run(lead[0]).bold = True
        paragraph.add_run(part.text[lead.end() :] if lead else part.text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Numbering:
    """One multi-level list ("%1", "%1.%2", "%1.%2.%3") that runs through a document, and restarts where asked."""

    def __init__(self, document: Any) -> None:
        self.root = document.part.numbering_part.element
        self.counts: list[int] = []
        self.lists = 0
        looks = ("%1.", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4")
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{look}"/></w:lvl>'
            for level, look in enumerate(looks)
        )
        self.root.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{levels}</w:abstractNum>')
        )
        self._new_list()

    def _new_list(self) -> None:
        self.lists += 1
        self.counts = []
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        self.root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{900 + self.lists}"><w:abstractNumId w:val="900"/>{restart}</w:num>'
            )
        )

    def number(self, paragraph: Any, part: Part) -> bool:
        """Let the list number a paragraph where it would print that very marker; say whether it does."""
        wanted = [int(figure) for figure in re.findall(r"\d+", part.marker or "")]
        if not wanted or not re.fullmatch(r"[\d.]+", part.marker or ""):
            return False
        if wanted == [1] and self.counts:
            self._new_list()
        if wanted != self._next(len(wanted)):
            return False
        self.counts = wanted
        level = f'<w:ilvl w:val="{len(wanted) - 1}"/><w:numId w:val="{900 + self.lists}"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{level}</w:numPr>"))  # noqa: SLF001  python-docx has no public way to it
        return True

    def _next(self, depth: int) -> list[int]:
        held = [*self.counts[:depth], *[0] * (depth - len(self.counts))]
        return [*held[:-1], held[-1] + 1]


# --- PDF ----------------------------------------------------------------------------------------------------


def to_pdf(
    parts: Sequence[Part],
    title: str,
    *,
    columns: int = 1,
    numbers: Literal["hanging", "own line"] = "hanging",
) -> bytes:
    """Render with reportlab: running head, page numbers, page breaks wherever they fall, one or two columns."""
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=5, leftIndent=0)
    hanging = ParagraphStyle("hanging", parent=body, leftIndent=34, bulletIndent=0, bulletFontSize=10.5)
    item = ParagraphStyle("item", parent=body, leftIndent=18, bulletIndent=6, bulletFontSize=10.5)
    head = ParagraphStyle("head", parent=body, fontName="Helvetica-Bold", fontSize=12.5, leading=15, spaceBefore=6)
    main = ParagraphStyle("main", parent=head, fontSize=17, leading=21)

    def flow(part: Part) -> Iterator[Any]:
        text, marker = _inline(part.text), part.marker
        if part.kind == "title":
            yield Paragraph(text, main)
        elif part.kind == "heading":
            yield Paragraph(f"{marker} {text}" if marker else text, head)
        elif part.kind == "item":
            yield Paragraph(text, item, bulletText="•")
        elif part.question:
            yield Paragraph(f"{marker}{text}", body)
        elif marker and numbers == "own line":
            yield Paragraph(marker, body)
            yield Paragraph(text, body)
        else:
            yield Paragraph(text, hanging if marker else body, bulletText=marker)

    def furniture(canvas: Any, _document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 34, f"{title}, version 2")
        canvas.drawCentredString(A4[0] / 2, 28, f"Page {canvas.getPageNumber()}")

    width = (A4[0] - 110 - 24 * (columns - 1)) / columns
    frames = [
        Frame(55 + n * (width + 24), 50, width, A4[1] - 105, leftPadding=0, rightPadding=0) for n in range(columns)
    ]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=title, invariant=True)
    document.addPageTemplates([PageTemplate("page", frames, onPage=furniture)])
    document.build([flowable for part in parts for flowable in flow(part)])
    return out.getvalue()


def to_chromium_pdf(parts: Sequence[Part], title: str) -> bytes:
    """Print the web page with Chromium, with its own head and foot. Raises FileNotFoundError without Chromium."""
    return printed(to_html(parts, title))


def printed(page: bytes) -> bytes:
    """Print any web page with Chromium. Raises FileNotFoundError without Chromium."""
    program = chromium.find()
    if program is None:
        raise FileNotFoundError("chromium")
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(page)
        options = ["--headless", *chromium.FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}"]
        subprocess.run([program, *options, source.as_uri()], check=True, capture_output=True, timeout=120)
        return out.read_bytes()


RENDERINGS: dict[str, tuple[str, Callable[[Sequence[Part], str], bytes]]] = {
    "pdf, one column": ("pdf", to_pdf),
    "pdf, two columns": ("pdf", lambda parts, title: to_pdf(parts, title, columns=2)),
    "pdf, numbers alone": ("pdf", lambda parts, title: to_pdf(parts, title, numbers="own line")),
    "pdf, chromium": ("pdf", to_chromium_pdf),
    "docx, typed": ("docx", to_docx),
    "docx, automatic": ("docx", lambda parts, title: to_docx(parts, title, automatic=True)),
    "html": ("html", to_html),
    "html, lists": ("html", lambda parts, title: to_html(parts, title, automatic=True)),
}
"""Name of each rendering, the suffix of its file, and what makes it."""
