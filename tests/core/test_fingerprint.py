"""Copied passages are recognised without the paper; what is shared by chance is not."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core.errors import BadInput
from cllr.core.fingerprint import GUARANTEE, KEY_LENGTH, NOISE_LENGTH, WINDOW, Fingerprints, make, overlap

KEY = b"a key of the council, 32 bytes.."
OTHER = b"a key of another council, 32 by."
PAPER = (
    "Appendix B (not for publication). The preferred bidder for the Rope Walk depot is Harcourt & Sons, at £1.24 "
    "million over five years. Officers advise members that the second bidder, Weir Brothers, offered £1.31 million "
    "and a shorter programme; its reference from Kelderby was poor. The council may withdraw until March."
)
PASSAGE = "the second bidder, Weir Brothers, offered £1.31 million and a shorter programme"


def letters(text: str) -> str:
    """Count what counts, for plain text: letters and digits, without case."""
    return "".join(each for each in text.lower() if each.isalnum())


def test_the_constants_are_those_of_the_docstring() -> None:
    assert (NOISE_LENGTH, WINDOW, GUARANTEE) == (32, 17, 48)


def test_a_copied_sentence_is_found_where_it_stands() -> None:
    text = f"Scandal at the depot! {PASSAGE}. Why did they lose?"
    (span,) = overlap(text, make(PAPER, KEY), KEY)
    start, end = span
    assert text[start:end] in PASSAGE
    assert letters(text[start:end]) in letters(PAPER)
    assert len(letters(text[start:end])) >= len(letters(PASSAGE)) - 2 * (WINDOW - 1)


@pytest.mark.parametrize(
    "disguised",
    [
        PASSAGE.upper(),
        PASSAGE.replace(" ", "  \n"),
        PASSAGE.replace(",", "").replace(" ", "-"),
        PASSAGE.replace("e", "e\u200b"),
        PASSAGE.replace("o", "ó"),
        PASSAGE.replace("i", "ｉ"),
        "".join(f"{each}*" for each in PASSAGE),
    ],
)
def test_case_spaces_punctuation_and_accents_do_not_hide_a_copy(disguised: str) -> None:
    text = f"Have you seen this? {disguised} Well."
    spans = overlap(text, make(PAPER, KEY), KEY)
    assert len(spans) == 1
    start, end = spans[0]
    assert len(text[start:end]) >= NOISE_LENGTH
    assert 20 <= start < end <= 20 + len(disguised)


def test_two_copies_give_two_spans() -> None:
    text = f"{PASSAGE}. And then something quite different that nobody wrote before. {PASSAGE}"
    spans = overlap(text, make(PAPER, KEY), KEY)
    assert len(spans) == 2
    assert spans[0][1] < spans[1][0]
    assert text[slice(*spans[0])] == text[slice(*spans[1])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!!!",
        "The preferred bidder is Harcourt.",
        "Officers advise members that the depot will close.",
        "The library opens again on Monday at nine, and there will be cake for everybody who comes early.",
    ],
)
def test_what_is_short_or_other_is_not_found(text: str) -> None:
    assert overlap(text, make(PAPER, KEY), KEY) == ()


def test_another_key_finds_nothing() -> None:
    prints = make(PAPER, KEY)
    assert overlap(PAPER, prints, OTHER) == ()
    assert overlap(PAPER, prints, KEY)
    assert not prints.hashes & make(PAPER, OTHER).hashes


def test_a_paper_that_is_too_short_says_so() -> None:
    assert make("Only this.", KEY).too_short
    assert not make(PAPER, KEY).too_short
    short = "x" * NOISE_LENGTH
    assert overlap(short, make(short, KEY), KEY) == ((0, NOISE_LENGTH),)


def test_few_hashes_are_kept() -> None:
    generator = random.Random(7)
    paper = "".join(generator.choice(string.ascii_lowercase) for _ in range(20_000))
    # The paper proves an expected density of 2 / (w + 1).
    assert len(make(paper, KEY).hashes) / 20_000 == pytest.approx(2 / (WINDOW + 1), rel=0.1)


@pytest.mark.parametrize("key", [b"", b"short", b"x" * (KEY_LENGTH - 1), b"x" * 65])
def test_a_key_of_a_wrong_length_is_refused(key: bytes) -> None:
    with pytest.raises(BadInput):
        make(PAPER, key)
    with pytest.raises(BadInput):
        overlap("", make(PAPER, KEY), key)


def test_fingerprints_of_another_version_are_refused() -> None:
    with pytest.raises(BadInput):
        overlap(PAPER, Fingerprints(frozenset({1}), noise_length=20), KEY)


# Two alphabets that share no letter, accented or not: what stands around a copy cannot lengthen or imitate it.
SECRET = st.text("abcdefghij0123456789", min_size=GUARANTEE, max_size=220)
AROUND = st.text("klmnopqrstuvwxyz .,!\n£ñ😀", max_size=90)


@given(st.data(), SECRET, AROUND, AROUND)
def test_every_copy_of_guaranteed_length_is_found(data: st.DataObject, secret: str, before: str, after: str) -> None:
    length = data.draw(st.integers(GUARANTEE, len(secret)))
    begin = data.draw(st.integers(0, len(secret) - length))
    copy = secret[begin : begin + length]
    spans = overlap(before + copy + after, make(secret, KEY), KEY)
    assert spans
    # Exactly within the copy, and no more than a window short of it.
    assert len(before) <= spans[0][0] <= len(before) + WINDOW - 1
    assert len(before) + length - (WINDOW - 1) <= spans[-1][1] <= len(before) + length
    for start, end in spans:
        assert (before + copy + after)[start:end] in copy


@given(SECRET, AROUND, AROUND, st.data())
def test_spaces_and_capitals_between_hide_nothing(secret: str, before: str, after: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(["", "", " ", ". ", "\n", "\u200b", "-"]), min_size=8, max_size=8))
    copy = "".join(letter.upper() + gaps[number % 8] for number, letter in enumerate(secret))
    text = before + copy + after
    spans = overlap(text, make(secret, KEY), KEY)
    assert spans
    for start, end in spans:
        assert letters(text[start:end]) in secret
        assert text[start].isalnum()
        assert text[end - 1].isalnum()


@given(st.data(), SECRET, AROUND, AROUND)
def test_no_copy_under_the_noise_length_is_found(data: st.DataObject, secret: str, before: str, after: str) -> None:
    length = data.draw(st.integers(0, NOISE_LENGTH - 1))
    begin = data.draw(st.integers(0, len(secret) - length))
    assert overlap(before + secret[begin : begin + length] + after, make(secret, KEY), KEY) == ()


@given(st.text(), st.text())
def test_any_text_can_be_read(paper: str, text: str) -> None:
    prints = make(paper, KEY)
    previous = -1
    for start, end in overlap(text, prints, KEY):
        assert previous < start < end <= len(text)
        previous = end
    assert overlap(paper + text, prints, OTHER) == ()
