"""What the pages carry besides the text: contents lists, running heads and feet, page numbers, web furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cllr.core.documents.blocks import Block

CONTENTS = "contents list"
RUNNING = "running head or foot"
PAGE_NUMBER = "page number"
WEB = "furniture of the web page"

_LONGEST_ENTRY = 150
"""Characters of a line in a contents list."""
_LEAST_ENTRIES = 3
"""Entries that make a contents list where only their coming again shows it."""
_CONTENTS_HEADING = re.compile(r"(?i)(?:table of )?contents(?: page)?:?|cynnwys|index")
_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|\t)\s*(?:page\s*)?\d{1,3}$")
_ENDS_IN_PAGE = re.compile(r"\s(?:page\s*)?\d{1,3}$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:page|tudalen|p\.?)\s*\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?(?:\s*-)?|\d{1,4}\s*(?:of|/)\s*\d{1,4}"
    r"|[-–|]\s*\d{1,4}\s*[-–|]|(?:page\s*)?\d{1,4}\s*\|\s*p\s*a\s*g\s*e",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"(?:(?:file|https?)://\S+|about:blank)(?:\s+\d+/\d+)?|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?\b.*"
)
"""What a browser prints above and below a page."""
_WEB_LINE = re.compile(
    r"(?i)(?:(?:top|bottom) of page|back to top|skip to (?:main )?content|(?:print|share) this page|log in|menu|home)"
)


def contents_list(texts: Sequence[str]) -> set[int]:
    """Return which of the lines or blocks are a contents list: entries with leaders, or under the word Contents.

    An entry is known by its page number, or by coming again further down.
    """
    found = {index for index, text in enumerate(texts) if _LEADERS.search(text.strip()[-_LONGEST_ENTRY:])}
    keys = [_entry(text) if len(text) < _LONGEST_ENTRY else "" for text in texts]
    later = Counter(keys)
    for index, text in enumerate(texts):
        if not _CONTENTS_HEADING.fullmatch(text.strip()):
            continue
        seen: set[str] = set()
        end = index + 1
        while end < len(texts):
            key, words = keys[end], texts[end].strip()
            # The first heading of the text itself looks like one more entry, but it was seen.
            again = bool(key) and later[key] > 1 and key not in seen
            if not (again or end in found or _page_entry(words) or re.fullmatch(r"[\d.]+", words)):
                break
            seen.add(key)
            end += 1
        if end > index + 1:
            found.update(range(index, end))
    return found | _unheaded(keys, texts, later)


def _unheaded(keys: Sequence[str], texts: Sequence[str], later: Counter[str]) -> set[int]:
    """Return numbered lines that all come again further down: a contents list with neither head nor page numbers."""
    found: set[int] = set()
    seen: set[str] = set()
    run: list[int] = []
    for index, key in enumerate([*keys, ""]):
        if key and later[key] > 1 and key not in seen and re.match(r"\d", texts[index].lstrip()):
            run.append(index)
            seen.add(key)
            continue
        if len(run) >= _LEAST_ENTRIES:
            found.update(run)
        run = []
    return found


def without_contents(blocks: list[Block]) -> list[Block]:
    """Return the blocks with those of a contents list made furniture."""
    body = [index for index, block in enumerate(blocks) if block.kind != "furniture"]
    for place in contents_list([blocks[index].printed for index in body]):
        block = blocks[body[place]]
        blocks[body[place]] = replace(block, kind="furniture", text=block.printed, because=CONTENTS)
    return blocks


def _page_entry(words: str) -> bool:
    return len(words) < _LONGEST_ENTRY and words[:1].isalnum() and bool(_ENDS_IN_PAGE.search(words))


def _entry(text: str) -> str:
    bare = _ENDS_IN_PAGE.sub("", _LEADERS.sub("", text.strip()))
    return re.sub(r"\W+", " ", re.sub(r"^#*\s*(?:[\d.]+|\(?[a-z]\))?\s*", "", bare)).strip().lower()


def is_page_number(text: str) -> bool:
    """Say whether a line says that it is a page number ("Page 3 of 7"); a number alone does not."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def is_web_line(text: str) -> bool:
    """Say whether a whole line is what builders of web pages put around a text."""
    return bool(_WEB_LINE.fullmatch(text.strip()))


def running_lines(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return (page, line) of running heads, running feet and page numbers.

    `pages` holds the lines at the edges of each page, from the edge inwards: heads top down, or feet bottom up.
    A line runs if it is on another page too at the same place, figures apart; a number alone counts pages if it
    grows as they do.
    """
    found: set[tuple[int, int]] = set()
    at: dict[tuple[int, str], list[int]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for place, text in enumerate(lines):
            at[place, re.sub(r"\d+", "#", text.strip().lower())].append(page)
    for place in range(max(map(len, pages), default=0)):
        for page, lines in enumerate(pages):
            outer = all((page, before) in found for before in range(place))
            if place >= len(lines) or not outer:
                continue
            text = lines[place].strip()
            key = re.sub(r"\d+", "#", text.lower())
            alike = at[place, key]
            again = len(alike) > 1 and any(char.isalpha() for char in key)
            if (
                is_page_number(text)
                or _BROWSER.fullmatch(text)
                or again
                or (key == "#" and _counts_pages(alike, pages, place))
            ):
                found.add((page, place))
    return found


def _counts_pages(alike: Iterable[int], pages: Sequence[Sequence[str]], place: int) -> bool:
    shifts = Counter(int(pages[page][place].strip()) - page for page in alike)
    commonest = shifts.most_common(1)[0][1]
    return commonest > 1 or len(pages) == 1
