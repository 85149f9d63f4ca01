"""Plain text and Markdown, in the encodings councils' documents come in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cllr.core.documents import furniture
from cllr.core.documents.lines import Line, blocks_of
from cllr.core.documents.shape import ends_sentence, is_closed, runs_on
from cllr.core.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cllr.core.documents.blocks import Block, Limits

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What may be long is matched possessively: it is never read twice where the rest does not fit.
_LINK = re.compile(r"!?\[([^\][]*+)\]\(<?([^\s)>]{0,500}+)>?(?:\s++\"([^\"]*+)\")?\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:|www\.)[^<>\s]*)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){1,1000}+)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_LEAD = re.compile(r"(\s*(?:[-*•]\s+|[\d.]+\s+)?)(\*\*|__)(?=\S)((?:(?!\2).){1,1000}+)(?<=\S)\2")
_RULE = re.compile(r"(?:[-_*=~]\s*){3,}")
_EDGE = 3
"""Rows from the edges of a page in which running heads and feet are looked for."""
_LONGEST_HEADING = 500
"""Characters of a line that is a heading by its marks."""
_LONE_BULLET = re.compile(r"[•●▪■·\uf0b7]")
_NARROW = (
    dict.fromkeys("ijlt.,;:'’‘|!()[]f I", 0.5)
    | dict.fromkeys("mwMW@%", 1.45)
    | dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ", 1.25)
)
_WIDEST = 135
"""The most characters that a page prints on one line; longer lines are paragraphs."""


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of some bytes, and a note where the encoding had to be assumed or mended.

    UTF-8, UTF-16 and UTF-32 are known by their marks or shape, all else is taken for Windows-1252. Up to one
    character in a hundred may be replaced; the note tells how many. Raises UnreadableDocument beyond that.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _mended(data, name)
    if data.count(0) > len(data) // 4:
        odd = data[1::2].count(0)
        return _mended(data, "utf-16-le" if odd > len(data) // 4 else "utf-16-be")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    several = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data))
    lone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data))
    if several > lone:
        return _mended(data, "utf-8")
    try:
        return data.decode("cp1252"), ("The text is not in UTF-8; it was read as Windows-1252.",)
    except UnicodeDecodeError:
        return _mended(data, "cp1252")


def _mended(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(name, errors="replace")
    broken = text.count("�") - data.count("�".encode())
    if broken <= 0:
        return text, ()
    if broken * 100 > len(text):
        raise UnreadableDocument(
            "The text could not be read",
            because="its bytes are no text in UTF-8, UTF-16 or Windows-1252",
            remedy="Open it in a word processor and save it again as DOCX, or as plain text in UTF-8",
        )
    label = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}.get(name, "UTF-16")
    return text, (f"{broken} characters were no {label} and were replaced by �.",)


def read(data: bytes, *, limit: Limits) -> tuple[list[Block], int | None, tuple[str, ...]]:
    """Read plain text or Markdown: blocks, number of pages where form feeds part them, notes."""
    text, notes = decoded(data)
    limit.refuse_over(len(text))
    blocks, pages = blocks_of_text(text)
    return blocks, pages, notes


def blocks_of_text(text: str) -> tuple[list[Block], int | None]:
    """Read a text: blocks, and the number of pages where form feeds part them."""
    text = re.sub(r"\r\n?|\u2028|\u2029|\x85", "\n", text)
    pages = [page.split("\n") for page in text.split("\f")]
    aside = _furniture(pages)
    numbered = len(pages) > 1
    lines = [
        line
        for number, rows in enumerate(pages, 1)
        for line in _lines(rows, aside[number - 1], number if numbered else None)
    ]
    for index in furniture.contents_list([line.text for line in lines]):
        lines[index].because = lines[index].because or furniture.CONTENTS
    _measure(lines)
    _lone_numbers(lines)
    return blocks_of(list(_with_bullets(lines))), len(pages) if numbered else None


def _furniture(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """Return for each page its rows that are running heads and feet, where form feeds part pages."""
    found: list[set[int]] = [set() for _ in pages]
    if len(pages) < 2:
        return found
    for step in (1, -1):
        edges = [[index for index, row in enumerate(rows) if row.strip()][::step][:_EDGE] for rows in pages]
        texts = [[rows[index] for index in edge] for rows, edge in zip(pages, edges, strict=True)]
        for page, place in furniture.running_lines(texts):
            found[page].add(edges[page][place])
    return found


def _lines(rows: Sequence[str], aside: set[int], page: int | None) -> Iterator[Line]:
    """Yield the lines of a page, each with its distance in rows from the one above, and what links point to."""
    above: int | None = None
    for number, row in enumerate(rows):
        words, bold, level, addresses = _unmarked(row.replace("\xa0", " ").replace("\u200b", "").rstrip())
        text = words.strip()
        if not text or _RULE.fullmatch(text):
            continue
        left = float(len(words) - len(words.lstrip()))
        distance = float(number - above) if above is not None else None
        first = _width(text.split()[0]) + 1
        line = Line(text, left, left + _width(text), distance, 0.0, first, bold=bold, page=page, level=level)
        line.because = _because(text, runs=number in aside)
        if not line.because:
            above = number
        yield line
        for address in addresses:
            yield Line(address, 0.0, 0.0, None, 0.0, 0.0, page=page, because="address behind a link")


def _because(words: str, *, runs: bool) -> str:
    if furniture.is_page_number(words):
        return furniture.PAGE_NUMBER
    if furniture.is_web_line(words):
        return furniture.WEB
    return furniture.RUNNING if runs else ""


def _unmarked(row: str) -> tuple[str, int, int, list[str]]:
    """Take the marks of Markdown off a row: words, how many are bold at the beginning, level, what links hold."""
    links = ((found[1], words) for found in _LINK.finditer(row) for words in found.group(2, 3))
    addresses = [words for shown, words in links if words and words.strip("#/") and words not in shown]
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", row))
    text = re.sub(r"^(\s*)>\s+", r"\1", text)
    level = 0
    if len(text) < _LONGEST_HEADING and (heading := _HEADING.fullmatch(text.strip())):
        level, text = len(heading[1]), heading[2]
    lead = _LEAD.match(text)
    bold = len(lead[1].lstrip()) + len(lead[3]) if lead else 0
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    text = re.sub(r"\u00ad(?!\s*$)", "", text)
    return re.sub(r"\\([*_#\[\]().!>~-])", r"\1", text), bold, level, addresses


def _width(words: str) -> float:
    """Return the width of a line as a usual font prints it, in average characters."""
    return sum(_NARROW.get(char, 1.0) for char in words)


def _measure(lines: Sequence[Line]) -> None:
    """Set the width to which the lines were broken; infinite where each line is a paragraph."""
    body = [line for line in lines if not line.because]
    broken = [above.right for above, line in pairwise(body) if runs_on(line.text) and not is_closed(above.text)]
    longest = max((line.right for line in body), default=0.0)
    wrapped = longest <= _WIDEST and len(broken) >= max(2, len(body) // 8)
    limit = max(broken) if wrapped else float("inf")
    for line in lines:
        line.limit = limit


def _lone_numbers(lines: Sequence[Line]) -> None:
    """Set page numbers aside that stand alone in the middle of a sentence."""
    body = [line for line in lines if not line.because]
    for above, line, below in zip(body, body[1:], body[2:], strict=False):
        if line.text.isdigit() and not is_closed(above.text) and runs_on(below.text):
            line.because = furniture.PAGE_NUMBER


def _with_bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """Give bullets that a converter has torn from their paragraphs back to them.

    Such a text has the bullets of a list first, one below the other, and then its paragraphs, which begin where
    a line ends early: in a list of n bullets at the n - 1 lines that end earliest.
    """
    index = 0
    while index < len(lines):
        if not _LONE_BULLET.fullmatch(lines[index].text):
            yield lines[index]
            index += 1
            continue
        end = index
        while end < len(lines) and _LONE_BULLET.fullmatch(lines[end].text):
            end += 1
        count, sign = end - index, lines[index].text
        stop = end
        while stop < len(lines) and not _LONE_BULLET.fullmatch(lines[stop].text) and not _ends_list(lines, stop):
            stop += 1
        starts = _starts(lines[end:stop], count)
        for place, line in enumerate(lines[end:stop]):
            if place in starts:
                line.marker, line.above = sign, None
            yield line
        index = stop


def _ends_list(lines: Sequence[Line], index: int) -> bool:
    """Say whether a list is over at a line: a heading, or a number that was printed."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    short = line.right < 0.75 * line.limit and not is_closed(line.text)
    return (
        bool(line.level)
        or re.match(r"\d+[.)]?\s+[A-Z]", line.text) is not None
        or (short and after is not None and not runs_on(after.text))
    )


def _starts(lines: Sequence[Line], count: int) -> set[int]:
    """Return the places at which the paragraphs of `count` bullets begin."""
    room = {
        place: above.limit - above.right - line.first
        for place, (above, line) in enumerate(pairwise(lines), 1)
        if ends_sentence(above.text) and not runs_on(line.text)
    }
    return {0, *sorted(room, key=lambda place: -room[place])[: count - 1]} if lines else set()
