"""The sums of the model: large numbers that add all heads at once say what adding head by head says."""

from __future__ import annotations

import json
import math
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from cllr.core.backing import Backing, stem

RAW: dict[str, Any] = json.loads(
    files("cllr.core").joinpath("model_files", "backing.json").read_text(encoding="utf-8")
)
MODEL = Backing(RAW)
TEXTS = [
    "",
    "nothing",
    "the council has let the people of the town down and the people know it",
    "you are a disgrace and a liar and you should be ashamed of yourself",
    "the " * 300 + "council " * 20,
    " ".join(RAW["words"]),
    " ".join(RAW["pairs"]),
    " ".join(RAW["pairs"]) * 3,
]


def _plain(words: list[str]) -> tuple[float, list[float]]:
    """Return the scores for anything and of the heads, added head by head."""
    stems = [found if (found := stem(word)) in RAW["words"] else None for word in words]
    singles = Counter(word for word in stems if word)
    pairs = Counter(f"{a} {b}" for a, b in pairwise(stems) if a and b and f"{a} {b}" in RAW["pairs"])
    anything, heads = RAW["anything"], list(RAW["heads"].values())
    for counted, rows in ((singles, RAW["words"]), (pairs, RAW["pairs"])):
        weighed = [((1 + math.log(count)) * rows[name][0] / 100, rows[name]) for name, count in counted.items()]
        norm = math.sqrt(math.fsum(weight**2 for weight, _ in weighed)) or 1.0
        for weight, row in weighed:
            factor = weight / norm * RAW["scale"]
            anything += factor * row[1]
            for head, value in zip(row[2::2], row[3::2], strict=True):
                heads[head] += factor * value
    return anything, heads


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_sums_of_large_numbers_are_the_plain_sums(text: str) -> None:
    read = MODEL.scores(text.split())
    anything, heads = _plain(text.split())
    assert read.anything == pytest.approx(anything, abs=1e-9)
    assert read.heads == pytest.approx(heads, abs=1e-9)


def test_no_text_is_long_enough_for_a_field_to_run_over() -> None:
    for rows in (RAW["words"], RAW["pairs"]):
        sums = [0] * (len(RAW["heads"]) + 1)
        for row in rows.values():
            sums[-1] += abs(row[0] * row[1])
            for head, weight in zip(row[2::2], row[3::2], strict=True):
                sums[head] += abs(row[0] * weight)
        assert max(sums) < 2**28


def test_the_model_keeps_no_word_it_does_not_know() -> None:
    model = Backing(RAW)
    model.scores(["zyxwvut", "council", "zyxwvut"])
    assert "zyxwvut" not in repr(vars(model))
