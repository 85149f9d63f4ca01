"""The pattern language and the one pass that finds it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core import lexicon
from cllr.core.errors import BadInput
from cllr.core.lexicon import compile_lexicon
from cllr.core.lexicon.index import read_sources
from cllr.core.lexicon.packed import Packer, Unpacker
from cllr.core.lexicon.patterns import hang, parse
from cllr.core.text import view


def found(text: str, *patterns: str, **more: object) -> list[str]:
    """Return the words that patterns of one tag mark in a text."""
    held = compile_lexicon({"tag": {"find": list(patterns), **more}})
    seen = view(text, disguised=held.disguised)
    return [" ".join(seen.words[hit.first : hit.last]) for hit in held.scan(seen).get("tag", [])]


@pytest.mark.parametrize(
    ("pattern", "text", "marks"),
    [
        ("made up", "My mind is made up.", ["made up"]),
        ("(my|our) mind", "Our mind, my mind.", ["our mind", "my mind"]),
        ("mind (is|) made up", "mind made up, mind is made up", ["mind made up", "mind is made up"]),
        ("going _ vote", "going to vote, going vote", ["going to vote"]),
        ("no __ mind", "no change of my mind here", ["no change of my mind"]),
        ("no __ mind", "no one two three four mind", []),
        ("^ never", "Never again. We never do.", ["never"]),
        ("again $", "again and again. Once", ["again"]),
        ("don't (go|stay (here|there))", "Don’t go. DON'T stay there.", ["dont go", "dont stay there"]),
        ("made up", "It was made. Up the road.", []),
    ],
)
def test_pattern(pattern: str, text: str, marks: list[str]) -> None:
    assert found(text, pattern) == marks


def test_quiet_patterns_silence_what_they_touch_or_stand_beside() -> None:
    assert found("four pints in the fridge", "four pints in", quiet=["in the fridge"]) == []
    assert found("four pints in. Milk in the fridge", "four pints in", quiet=["in the fridge"]) == ["four pints in"]
    text = "The charity had four pints in"
    assert found(text, "four pints in", quiet=["charity"], quiet_within="sentence") == []


def test_tags_may_refer_to_tags_and_to_places_the_scene_knows() -> None:
    held = compile_lexicon(
        {"mind": {"find": ["(my|our) mind"]}, "closed": {"find": ["<mind> is closed", "<person> lied"]}}
    )
    seen = view("My mind is closed and Jo lied.")
    hits = held.scan(seen, lambda name: {5: 6} if name == "person" else {})
    assert [(h.first, h.last) for h in hits["closed"]] == [(0, 4), (5, 7)]


@pytest.mark.parametrize(
    ("data", "because"),
    [
        ({"a": {"find": ["(open"]}}, "not closed"),
        ({"a": {"find": ["shut)"]}}, "not opened"),
        ({"a": {"find": ["_ __"]}}, "no word"),
        ({"a": {"find": ["(maybe|)"]}}, "no word"),
        ({"a": {"find": ["<b>"]}}, "no tag"),
        ({"a": {"find": ["<b>"]}, "b": {"find": ["<a>"]}}, "circle"),
        ({"a": {"find": ["x"], "find_also": []}}, "not known"),
        ({"a": {"find": ["x"], "quiet_within": "page"}}, "quiet_within"),
        ({"a": {"find": ["(" + "|".join(f"a{n} b" for n in range(3000)) + ")"]}}, "more than 4000 words"),
    ],
)
def test_a_wrong_pattern_is_refused_with_its_reason(data: dict[str, dict[str, object]], because: str) -> None:
    with pytest.raises(BadInput, match=re.escape(because)):
        compile_lexicon(data)


def test_the_shipped_lexicon_compiles() -> None:
    assert lexicon.shipped().tags


def test_rows_come_out_of_the_pack_as_they_went_in() -> None:
    written = [pattern for tag in read_sources().values() for pattern in (*tag["find"], *tag.get("quiet", ()))]
    patterns = [*written[::15], "(is|) made _ up $", "^ <person> ___ (a b|c __ (d|)|)"]
    held = [[row for elements in parse(pattern, "tag") for row in hang("tag", elements)] for pattern in patterns]
    packer = Packer()
    packed = [packer.pack(rows) for rows in held]
    unpacker = Unpacker(packer.sets)
    assert [unpacker.unpack("tag", text) for text in packed] == held


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12))
def test_a_row_with_gaps_agrees_with_a_regular_expression(words: list[str]) -> None:
    text = " ".join(words)
    held = compile_lexicon({"tag": {"find": ["a __ b (c|)"]}})
    seen = view(text)
    mine = {hit.first for hit in held.scan(seen).get("tag", [])}
    theirs = {m.start() // 2 for m in re.finditer(r"(?=a (?:\w ){0,3}b)", text)}
    assert mine <= theirs
    assert bool(mine) == bool(theirs)


def test_a_text_of_nothing_but_hits_stays_within_its_bound() -> None:
    held = compile_lexicon({"tag": {"find": ["a", "a a", "a __ a"]}})
    assert len(held.scan(view("a " * 5000))["tag"]) <= lexicon.engine.HITS_PER_TAG
