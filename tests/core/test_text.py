"""The normal form of a text: what is undone, and that every span points back to the very words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core.text import View, view

DISGUISED = frozenset({"shit", "fuck", "paki"})


def quoted(found: View, index: int) -> str:
    """Return the words of the text as sent that word `index` stands for."""
    start, end = found.span(found.starts[index], found.ends[index])
    return found.text[start:end]


@pytest.mark.parametrize(
    ("text", "words", "quotes"),
    [
        ("Plain words, here.", ["plain", "words", "here"], ["Plain", "words", "here"]),
        ("It’s the council’s “view” …", ["its", "the", "councils", "view"], ["It’s", "the", "council’s", "view"]),
        ("ﬁnd ｆｕｌｌ ①", ["find", "full", "1"], ["ﬁnd", "ｆｕｌｌ", "①"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"], ["soft\u00adhyphen", "zero\u200bwidth"]),
        ("z̵̛a̷l̴g̶o̷ cafe\u0301", ["zalgo", "café"], ["z̵̛a̷l̴g̶o̷", "cafe\u0301"]),
        ("раураl is mixed", ["paypal", "is", "mixed"], ["раураl", "is", "mixed"]),
        ("Привет всем", ["привет", "всем"], ["Привет", "всем"]),
        ("🅱🅰🅳 day", ["bad", "day"], ["🅱🅰🅳", "day"]),
        ("İstanbul ok", ["istanbul", "ok"], ["İstanbul", "ok"]),
        ("£412,000 for 24/00891/OUT", ["£412,000", "for", "24/00891", "out"], ["£412,000", "for", "24/00891", "OUT"]),
        ("❤️ thanks 👨‍👩‍👧", None, None),
    ],
)
def test_words_and_where_they_stand(text: str, words: list[str] | None, quotes: list[str] | None) -> None:
    found = view(text)
    if words is None or quotes is None:
        assert "thanks" in found.words
        return
    assert found.words == words
    assert [quoted(found, i) for i in range(len(words))] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "sh1t",
        "s h i t",
        "s.h.i.t",
        "$hit",
        "sh*t",
        "s**t",
        "shiiiit",
        "SH!T",
        "ѕһіt",
        "ｓｈｉｔ",
        "s\u200bh\u200bi\u200bt",
    ],
)
def test_disguises_are_seen_through(text: str) -> None:
    found = view(f"What a {text} day", disguised=DISGUISED)
    assert "shit" in found.words
    assert quoted(found, found.words.index("shit")) == text


@pytest.mark.parametrize("text", ["a b c d", "5*3*2", "U2 and B2B", "aaaah", "wow!!!", "x * y", "£5 + £6"])
def test_what_only_looks_disguised_stays(text: str) -> None:
    assert not DISGUISED.intersection(view(text, disguised=DISGUISED).words)


def test_marks_that_turn_the_reading_direction_are_told() -> None:
    assert view("abc\u202edef").direction_marks
    assert view("abc\u202edef").words == ["abcdef"]
    assert not view("abc def").direction_marks


def test_sentences_end_where_they_end() -> None:
    found = view("Cllr. Smith of St. Ives paid £3.50. Why?! He said 'no.' Then left…\nNew line no stop")
    held = [found.norm[s.start : s.end].strip() for s in found.sentences]
    assert held == ["cllr. smith of st. ives paid £3.50.", "why?!", "he said 'no.", "then left.", "new line no stop"]


@given(st.text(max_size=300))
def test_every_word_quotes_words_of_the_text(text: str) -> None:
    found = view(text, disguised=DISGUISED)
    last = 0
    for index in range(len(found.words)):
        start, end = found.span(found.starts[index], found.ends[index])
        assert 0 <= start <= end <= len(text)
        assert start >= last or start == last
        last = max(last, start)
    assert len(found.words) == len(found.starts) == len(found.ends) == len(found.of_sentence)
    assert all(0 <= s.first < s.last <= len(found.words) for s in found.sentences)
    assert [n for n, s in enumerate(found.sentences) for _ in range(s.first, s.last)] == found.of_sentence


@given(st.text(alphabet="ab*@$!1 .\u200b'\u0301é", max_size=120))
def test_nasty_alphabets_keep_the_books_straight(text: str) -> None:
    found = view(text, disguised=DISGUISED | {"ab", "aba"})
    assert [n for n, s in enumerate(found.sentences) for _ in range(s.first, s.last)] == found.of_sentence
