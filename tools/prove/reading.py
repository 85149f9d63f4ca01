"""The founding policies read in every format: sentences found whole, printed numbers, seconds."""

from __future__ import annotations

import io
import json
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from cllr.core.clauses import identity, statements
from cllr.core.documents import read
from cllr.reach import ocr
from tools import chromium, render_policies
from tools.places import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tools.render_policies import Part, Row

    Make = Callable[[str, Sequence[Part]], bytes]

WHAT = "the five founding policies in nine formats: statements found whole, printed numbers, seconds"

TITLE = "Social media policy"
SCANNED = "PDF of pictures (text recognition)"
BY_CHROMIUM = "PDF by Chromium"
FORMATS: dict[str, tuple[str, str | None]] = {
    "text": ("txt", None),
    "PDF, one column": ("pdf", "pdf, one column"),
    "PDF, two columns": ("pdf", "pdf, two columns"),
    "PDF, numbers on lines of their own": ("pdf", "pdf, numbers alone"),
    BY_CHROMIUM: ("pdf", "pdf, chromium"),
    "DOCX, numbers typed": ("docx", "docx, typed"),
    "DOCX, numbers counted by Word": ("docx", "docx, automatic"),
    "web page": ("html", "html"),
    SCANNED: ("pdf", "pdf, one column"),
}
"""Each format, the suffix of its files, and the rendering that makes them; the text is read as it is."""
SMALL_POLICIES = ("parish", "thurrock")
SMALL_FORMATS = ("text", "PDF, one column", "DOCX, numbers typed")


@dataclass(frozen=True, slots=True)
class Policy:
    """A founding policy: its text, its sentences, and how many statements of the list each sentence stands for."""

    name: str
    text: str
    rows: tuple[Row, ...]
    weights: tuple[int, ...]


@dataclass(slots=True)
class Score:
    """What was found in one document; sums over documents are made field by field."""

    statements: int = 0
    whole: int = 0
    same_words: int = 0
    numbered: int = 0
    printed: int = 0
    others: int = 0
    longest: int = 0
    longest_is_sentence: bool = True
    seconds: float = 0.0


def run(size: str) -> dict[str, Any]:
    """Return the figures; the small size reads two policies in three formats."""
    place = shared()
    if place is None:
        return {"not measured": "the founding policies are not beside this checkout"}
    full = size == "full"
    policies = _policies(place / "seeds", None if full else SMALL_POLICIES)
    found: dict[str, Any] = {
        "statements (some sentences hold several)": sum(sum(policy.weights) for policy in policies),
        "sentences": sum(len(policy.rows) for policy in policies),
    }
    for name in FORMATS if full else SMALL_FORMATS:
        missing = _missing(name)
        found[name] = missing or _figures({policy.name: _score(policy, name) for policy in policies})
    return found


def _policies(place: Path, names: Sequence[str] | None) -> list[Policy]:
    lines = (place / "clauses.jsonl").read_text(encoding="utf-8").splitlines()
    listed: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for line in lines:
        row = json.loads(line)
        # A sentence of which two things follow stands in the list twice, as (a) and (b).
        listed[row["policy"]][render_policies.sentence_ref(row["ref"]), row["text"]] += 1
    out = []
    for name, counts in listed.items():
        if names is None or name in names:
            rows = render_policies.truth_of(lines, name)
            text = (place / f"{name}.txt").read_text(encoding="utf-8")
            out.append(Policy(name, text, rows, tuple(counts[row.ref, row.text] for row in rows)))
    return out


def _missing(name: str) -> str | None:
    if name == BY_CHROMIUM and chromium.find() is None:
        return "not run: there is no Chromium here"
    if name == SCANNED and ocr.reader() is None:
        return "not run: there is no Tesseract here"
    return None


def _score(policy: Policy, name: str) -> Score:
    suffix, rendering = FORMATS[name]
    data = policy.text.encode()
    if rendering is not None:
        data = render_policies.RENDERINGS[rendering][1](render_policies.parts_of(policy.text, policy.rows), TITLE)
    if name == SCANNED:
        data = _scanned(data)
    begun = time.perf_counter()
    held, _ = statements(read(data, f"{policy.name}.{suffix}", ocr=ocr.reader() if name == SCANNED else None))
    score = Score(seconds=time.perf_counter() - begun)
    by_text: dict[str, deque[str | None]] = defaultdict(deque)
    for statement in held:
        by_text[_spaced(statement.text)].append(statement.printed_ref)
    sentences = {_spaced(row.text) for row in policy.rows}
    words = {identity(text) for text in by_text}
    longest = max(by_text, key=lambda text: len(text.split()))
    score.longest, score.longest_is_sentence = len(longest.split()), longest in sentences
    score.others = sum(len(refs) for text, refs in by_text.items() if text not in sentences)
    for row, weight in zip(policy.rows, policy.weights, strict=True):
        refs = by_text[_spaced(row.text)]
        printed = refs.popleft() if refs else ""
        score.statements += weight
        score.whole += weight if printed != "" else 0
        score.same_words += weight if identity(row.text) in words else 0
        score.numbered += row.printed_ref is not None
        score.printed += row.printed_ref is not None and printed == row.printed_ref
    return score


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _scanned(data: bytes) -> bytes:
    """Return a PDF of pictures of the pages of a PDF, in grey, at 200 dots an inch."""
    document = pdfium.PdfDocument(data)
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4, invariant=True)
    for page in document:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        sheet.drawImage(ImageReader(picture), 0, 0, *A4)
        sheet.showPage()
    document.close()
    sheet.save()
    return out.getvalue()


def _figures(scores: dict[str, Score]) -> dict[str, Any]:
    held = list(scores.values())
    longest = max(held, key=lambda score: score.longest)
    itself = "the sentence itself is" if longest.longest_is_sentence else "no sentence of the policy is"
    every = sum(score.statements for score in held)
    return {
        "statements whole in one, with no other sentence": _share(sum(score.whole for score in held), every),
        "the same, dashes and quotation marks apart": _share(sum(score.same_words for score in held), every),
        "by policy": {name: _share(score.whole, score.statements) for name, score in scores.items()},
        "printed numbers equal": _share(sum(score.printed for score in held), sum(score.numbered for score in held)),
        "statements that are no sentence of the policy": sum(score.others for score in held),
        "longest statement": f"{longest.longest} words; {itself} as long",
        "seconds": {name: round(score.seconds, 2) for name, score in scores.items()},
    }


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part}/{whole})" if whole else "-"
