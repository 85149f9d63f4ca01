"""What looking at a draft promises: spans that quote, fairness, a failing detector, the model behind the rules."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cllr.core import backing, lexicon, registry
from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.language import tell
from cllr.core.look import ALIKE, MODEL, look
from cllr.core.model import DRAFT_KINDS, Context, Draft, Match, Matches
from cllr.core.text import View, view

if TYPE_CHECKING:
    from cllr.core.scene import Scene

WORDS = [
    "Cllr Penrose", "pillock", "my mind is made up", "the planning committee", "vote for me", "told in confidence",
    "07700 900142", "14 Fuller Street", "sh*t", "s.c.u.m", "“quoted”", "'", "\u202e", "\u200b", "😂", "nid yw", "£1m",
    "\n", ". ", "?", "he stole the raffle money", "they don't belong here", "@someone", "#bins", "\U0001d5e9ote",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))


def raised(seen: Matches) -> set[str]:
    """Return what weighs more than a note."""
    return {match.provision for match in seen.matches if not match.only_note}


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, shared=st.none() | TEXTS, kind=st.sampled_from(DRAFT_KINDS))
@example(text="Cllr Penrose\u202e is a ｐｉｌｌｏｃｋ", shared=None, kind="post")
def test_every_span_quotes_the_words_it_names(text: str, shared: str | None, kind: str) -> None:
    drawn = next(k for k in DRAFT_KINDS if k == kind)
    seen = look(Draft(text, drawn), Context(shared_from=shared))
    for match in seen.matches:
        if match.start is None or match.end is None:
            continue
        of = shared if match.where == "shared" else text
        assert of is not None
        assert 0 <= match.start < match.end <= len(of)
        assert of[match.start : match.end].strip() == of[match.start : match.end]
    assert not [missed for missed in seen.not_checked if "failed" in missed.because]


SWAPS = [
    ("Labour", "Conservative"),
    ("Reform UK", "Plaid Cymru"),
    ("the Liberal Democrats", "the SNP"),
    ("Cllr Aisha Khan", "Cllr Emily Clarke"),
    ("Wales", "England"),
]
POSTS = [
    "The {} group wants to spend our reserves on potholes. I think that is wrong.",
    "Vote {} on Thursday and keep the others out!",
    "{} is a pillock and could not run a bath.",
    "I met {} at the fair and we argued about bins for an hour. Good fun.",
    "Everybody knows that {} has been pocketing the raffle money for years.",
]


@pytest.mark.parametrize(("one", "other"), SWAPS)
@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("account", ["councillor", "council"])
def test_another_party_name_or_nation_changes_nothing(one: str, other: str, post: str, account: str) -> None:
    context = Context(account="council" if account == "council" else "councillor", role="councillor")
    assert raised(look(Draft(post.format(one)), context)) == raised(look(Draft(post.format(other)), context))


def _broken(scene: Scene) -> list[Said]:
    raise ValueError(scene.text)


def test_a_failing_detector_costs_its_own_answer_only() -> None:
    text = "Nothing could change my mind: Cllr Penrose is a pillock."
    broken = Detector(("disrepute",), AUTHORED, _broken, always=True, name="broken")
    others = tuple(detector for detector in registry.shipped() if detector.name != "disrepute")
    seen = look(Draft(text), plan=registry.make_plan("post", (*others, broken)))
    told = [missed for missed in seen.not_checked if missed.provision == "disrepute"]
    assert [missed.because for missed in told] == [
        "the detector failed (ValueError); please tell whoever runs this installation"
    ]
    assert "respect-and-civility" in raised(seen)


def test_sentences_nobody_reads_come_first() -> None:
    seen = look(
        Draft("The bins go out on Friday. Tha am bàta ruadh anns a' chala an-diugh agus bidh cèilidh ann a-nochd.")
    )
    assert seen.not_checked[0].provision is None
    assert "Gaelic" in seen.not_checked[0].because


def test_what_the_model_adds_says_so_and_is_only_possible() -> None:
    found = [
        match
        for text in (
            "I was told in confidence what they will sell and for how much, so keep it under your hat.",
            "Put your name, your address and your claim number in the comments and I will look into it.",
        )
        for match in look(Draft(text)).matches
        if match.detector == MODEL
    ]
    for match in found:
        assert match.because == ALIKE
        assert match.confidence == "possible"


def _model() -> backing.Backing:
    model = backing.shipped()
    assert model is not None
    return model


def test_the_model_knows_no_party_and_no_first_name() -> None:
    held = view("labour conservative tory aisha emily reform plaid")
    singles, pairs = _model().features(held.words)
    assert singles == {}
    assert pairs == {}


def test_the_model_doubts_no_sure_match_and_none_without_words() -> None:
    model = _model()
    harmless = backing.Read(-9.0, [-9.0] * len(model.provisions))
    match = Match("respect-and-civility", "likely", "because", "respect-and-civility", start=0, end=4)
    assert model.doubts(match, harmless, several=False)
    assert not model.doubts(replace(match, confidence="sure"), harmless, several=False)
    assert not model.doubts(replace(match, start=None, end=None), harmless, several=False)
    assert not model.doubts(replace(match, provision="policy-purpose"), harmless, several=False)


def test_a_text_the_model_cannot_read_tells_it_nothing() -> None:
    model = _model()
    welsh = view("Mae'r cyngor yn cyfarfod nos Iau yn neuadd y dref am saith o'r gloch.")
    tell(welsh)
    read = model.read(welsh)
    assert read.anything == -math.inf
    assert model.says(read) == []
    assert not model.doubts(
        Match("respect-and-civility", "likely", "because", "respect-and-civility", start=0, end=4),
        read,
        several=False,
    )


def test_a_long_text_is_read_in_parts() -> None:
    model = _model()
    said = "Post your address and what your landlord did in the comments below and I will chase it for you. "
    dull = "The library is open late on Thursday and the bins go out on Friday as ever. "
    short, long = view(said), view(dull * 20 + said + dull * 20)
    for one in (short, long):
        tell(one)
    number = model.number["casework-off-social-media"]
    assert model.read(view_told(dull * 40)).heads[number] < 0
    assert model.read(long).heads[number] > 0
    assert model.read(short).heads[number] > model.read(long).heads[number]


def view_told(text: str) -> View:
    """Return a view with languages told."""
    held = view(text)
    tell(held)
    return held


def test_without_the_model_the_rules_stand_alone() -> None:
    draft = Draft("Cllr Penrose is a pillock.")
    alone = look(draft, backed=False)
    assert [match.provision for match in alone.matches] == ["respect-and-civility"]
    assert MODEL not in {match.detector for match in alone.matches}


def test_every_detector_names_tags_that_are_there() -> None:
    tags = set(lexicon.shipped().tags)
    for detector in registry.shipped():
        assert set(detector.wakes) <= tags, detector.name
