"""The platforms load and hang together; every fact says whether it was seen."""

from __future__ import annotations

import datetime as dt

import pytest

from cllr.core.catalogue import Platform, platforms
from cllr.core.model import DRAFT_KINDS

ALL = list(platforms().values())
KINDS = {
    "social-network", "professional-network", "microblog", "blog", "forum", "wiki", "video", "photo-sharing",
    "messaging", "news-comments", "other",
}  # fmt: skip
FACTS = (
    "public_without_login", "follow_without_asking", "messages_vanish", "cross_posts_to", "count_by", "privacy_steps",
    "report_route", "hide_or_limit",
)  # fmt: skip


def test_the_platforms_are_there_and_another_is_always_allowed() -> None:
    assert set(platforms()) == {
        "facebook", "instagram", "x", "youtube", "linkedin", "tiktok", "whatsapp", "snapchat", "bluesky", "mastodon",
        "threads", "nextdoor", "blog", "flickr", "wikipedia", "newspaper", "forum", "other",
    }  # fmt: skip
    assert set(platforms()["other"].draft_kinds) == set(DRAFT_KINDS)


@pytest.mark.parametrize("found", ALL, ids=lambda each: each.id)
def test_a_platform_is_whole(found: Platform) -> None:
    assert found.kind in KINDS
    assert isinstance(found.checked_on, dt.date)
    assert found.said
    assert found.public_without_login in {"yes", "partly", "no"}
    assert found.follow_without_asking in {"yes", "no", "depends"}
    assert found.messages_vanish in {"yes", "no", "option"}
    assert set(found.cross_posts_to) <= set(platforms()) - {found.id}
    assert set(found.limits) <= {"post", "reply", "bio"}
    assert all(limit > 0 for limit in found.limits.values())
    assert found.privacy_steps
    assert found.report_route.endswith(".")
    assert found.hide_or_limit.endswith(".")
    assert found.terms is None or found.terms.startswith("https://")
    assert set(found.draft_kinds) <= set(DRAFT_KINDS)
    assert {"profile", "comment-received"} <= set(found.draft_kinds)
    expected = {*FACTS, *(f"limits.{name}" for name in found.limits), *(["terms"] if found.terms else [])}
    assert set(found.sources) == expected
    assert set(found.sources.values()) <= {"seen", "general-knowledge"}


def test_a_word_means_one_platform() -> None:
    words = [word.casefold() for found in ALL for word in found.said]
    assert len(set(words)) == len(words)


def test_limits_are_counted_as_the_platform_counts() -> None:
    assert (platforms()["x"].limits["post"], platforms()["x"].count_by) == (280, "weighted")
    assert (platforms()["bluesky"].limits["post"], platforms()["bluesky"].count_by) == (300, "graphemes")
