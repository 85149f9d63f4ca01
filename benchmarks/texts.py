"""Ten thousand texts of about 200 characters, the same for everybody: labelled posts and public comments."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING

from tools.evaluate import HELD_OUT, rows

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = ("wikitalk", "cad", "davidson")


def texts(place: Path, count: int) -> list[str]:
    """Return `count` texts in an order that never changes.

    Half are the labelled posts, over and over; half are comments of 120 to 300 characters from public corpora, none
    twice. Nothing here keeps what it saw, so a repeated text costs what a new one does.
    """
    chance = random.Random(20261125)  # noqa: S311  an order, not a secret
    posts = [row["text"] for path in (place / "data/posts/dev.jsonl", HELD_OUT) for row in rows(path)]
    comments = []
    for name in SOURCES:
        with gzip.open(place / f"data/abuse/{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
            comments += [text for line in stream if 120 <= len(text := json.loads(line)["text"]) <= 300]
    chance.shuffle(comments)
    half = count // 2
    mixed = [posts[i % len(posts)] for i in range(half)] + comments[: count - half]
    chance.shuffle(mixed)
    return mixed
