"""Headings that the document does not call headings: short, without a full stop, above a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cllr.core.documents.markers import parse, rank
from cllr.core.documents.shape import (
    asks,
    begins_large,
    ends_sentence,
    has_verb,
    is_fact,
    is_imperative,
    leads_in,
    like_heading,
    titled,
    without_dash,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cllr.core.documents.blocks import Block

_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
_LEADS_ON = re.compile(r"(?i)\b(?:must|shall|should|may|can|will|to|not|are|is)$")
_LONGEST = 200
"""Characters of any heading."""
_LIST = 4
"""So many short lines, one below the other, are a list and not headings."""
_LONGEST_BOLD = 20
"""The most words of a heading that is set in bold."""


def mark_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those paragraphs made headings that have the shape of one."""
    body = [index for index, block in enumerate(blocks) if block.kind != "furniture"]
    out = list(blocks)
    for place, index in enumerate(body):
        block = blocks[index]
        after = blocks[body[place + 1]] if place + 1 < len(body) else None
        if block.kind == "paragraph" and _is_heading(block, after):
            out[index] = replace(block, kind="heading")
    return _alike(_without_lists(out, body, blocks), body)


def _is_heading(block: Block, after: Block | None) -> bool:
    if len(block.text) > _LONGEST:
        return False
    if block.marker is not None:
        lettered = parse(block.marker).kind == "letter"
        return _is_lettered_heading(block, after) if lettered else _is_numbered_heading(block, after)
    bare = without_dash(block.text)
    if _wholly_bold(block) and len(block.text.split()) <= _LONGEST_BOLD and begins_large(bare):
        plain = ends_sentence(bare) and not bare.endswith("?")
        return not plain and not bare.endswith((";", ",")) and not is_fact(block.text)
    return like_heading(block.text)


def _wholly_bold(block: Block) -> bool:
    return block.bold >= len(block.text) > 0


def _is_numbered_heading(block: Block, after: Block | None) -> bool:
    """Say whether a numbered line is a heading: no sentence, and what follows is not the next in the same count."""
    marker, words = parse(block.marker or ""), block.text.split()
    if marker.kind != "number" or len(marker.path) > 2 or after is None or not begins_large(block.text):
        return False
    if len(words) > _LONGEST_BOLD or _FIRST_PERSON.search(block.text):
        return False
    if block.text.endswith(":") and not (like_heading(block.text) and _opens_text(after)):
        return False
    if block.text.endswith((".", ";", ",", "!")) or (ends_sentence(block.text) and len(words) > 9):
        return False
    if len(marker.path) == 1 and (block.text.isupper() or _wholly_bold(block)):
        return True
    other = parse(after.marker) if after.marker else None
    if other is not None and other.kind == "number":
        below = len(other.path) > len(marker.path) and other.path[: len(marker.path)] == marker.path
        return below and not _LEADS_ON.search(block.text)
    if has_verb(block.text) and not asks(block.text) and not block.text.endswith("?"):
        return _wholly_bold(block)
    return not block.text.endswith("?") or len(words) <= 9


def _is_lettered_heading(block: Block, after: Block | None) -> bool:
    """Say whether "A. Scope" is a heading: its letter is large, and what follows is no item of the same count."""
    if after is None or not (block.marker or "")[:1].isupper() or not like_heading(block.text):
        return False
    return after.marker is None or parse(after.marker).kind != "letter"


def _opens_text(block: Block) -> bool:
    return block.kind == "paragraph" and block.marker is None and begins_large(block.text)


def _without_lists(out: list[Block], body: Sequence[int], blocks: Sequence[Block]) -> list[Block]:
    """Give back what only looked like headings: short lines one below the other, as under "Do's", are a list.

    A heading stands above a text. So a line with no text under it is none if it tells somebody to do something,
    if it is one of four or more, or if the document ends with it; nor are lines under a lead-in. The first lines
    of a document are its title, however many they are.
    """
    place = 0
    while place < len(body):
        end = place
        while end < len(body) and _by_shape(out[body[end]], blocks[body[end]]):
            end += 1
        led = end - place > 1 and place > 0 and leads_in(blocks[body[place - 1]].text)
        above_text = not led and end < len(body) and out[body[end]].kind != "heading"
        for at in range(place or 1, end - above_text):
            block = out[body[at]]
            one_of_many = end - place >= _LIST and at > place > 0 and not asks(block.text)
            tells = is_imperative(block.text) or at == len(body) - 1
            if led or one_of_many or (tells and not titled(block.text.split())):
                out[body[at]] = blocks[body[at]]
        place = max(end, place + 1)
    return out


def _by_shape(block: Block, before: Block) -> bool:
    """Say whether nothing but its shape makes a block a heading."""
    plain = block.marker is None and not _wholly_bold(block) and not block.text.isupper()
    return block.kind == "heading" and before.kind == "paragraph" and plain


def _alike(blocks: list[Block], body: Sequence[int]) -> list[Block]:
    """Make a numbered line without text under it a heading too where the others of its count are headings."""
    top = [index for index in body if _counts_sections(blocks[index])]
    headings = [index for index in top if blocks[index].kind == "heading"]
    if len(headings) * 2 <= len(top):
        return blocks
    for index in top:
        block = blocks[index]
        words = block.text.split()
        short = 0 < len(words) <= 8 and not ends_sentence(block.text) and block.text[-1] not in ";:,"
        if block.kind == "paragraph" and short and titled(words):
            blocks[index] = replace(block, kind="heading")
    return blocks


def _counts_sections(block: Block) -> bool:
    marker = parse(block.marker) if block.marker else None
    return marker is not None and marker.kind == "number" and len(marker.path) == 1 and rank(marker.path[0]) > 0
