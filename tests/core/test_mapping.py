"""What sentences of policies are taken to mean. The sentences are our own; the founding policies are only counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tools.prove import mapping as proof

from cllr.core import catalogue, mapping
from cllr.core.errors import BadInput
from cllr.core.mapping import books
from cllr.core.mapping.cues import CueBook, Passage, cues_of
from cllr.core.mapping.grammar import parts
from cllr.core.policy import STATEMENT_KINDS, Statement
from cllr.core.rulebook import QUOTABLE

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "Members must not use the council's crest.": "prohibition",
    "Never reveal what was said in a closed session.": "prohibition",
    "Members must declare an interest before they post.": "obligation",
    "Clerks are required to keep a list of accounts.": "obligation",
    "Report threats to the clerk, who will inform the police.": "procedure",
    "Any member who has been threatened should inform the clerk.": "procedure",
    "Think twice before you answer in anger.": "recommendation",
    "It is a good idea to keep two accounts.": "recommendation",
    "You may block people who abuse you.": "permission",
    "Councillors are free to criticise the council.": "permission",
    "A post like that could lead to a claim for damages.": "consequence",
    "It may be treated as a breach of the Code.": "consequence",
    "“Social media” means any website on which people can publish what they like.": "definition",
    "Blog: a diary that anyone may read.": "definition",
    "This policy applies to all members.": "definition",
    "Many residents follow what the parish does on Facebook.": "information",
    "What is a hashtag?": "information",
    "Members must be polite, but must not pretend to be someone else.": "obligation prohibition",
    "You may write about planning, but you must not promise how you will vote.": "permission prohibition",
}

PROVISIONS = {
    "Nobody may put the parish crest on a personal page without written permission.": "logo-use-permission",
    "Choose a strong password of at least twelve characters, with letters and symbols.": "password-strength",
    "Never share your log-in details with anyone, not even a colleague.": "account-access-not-shared",
    "Do not click on links in unexpected messages; they may carry malware.": "phishing-and-malware-caution",
    "We recommend that members keep separate accounts for council work and private life.": "separate-accounts",
    "Members must not publish defamatory statements about anybody.": "defamation",
    "Bullying, intimidation and harassment of any person are forbidden.": "bullying-and-harassment",
    "Do not say that you have closed your mind on a planning application.": "predetermination",
    "Obtain permission of the copyright owner before you use a text that is not yours.": "copyright-permission",
    "You must not disclose confidential information that you receive as a councillor.": "confidential-information",
    "Personal data of residents must never be published.": "personal-data",
    "Ask people for their consent before you take or post a photograph of them.": "photo-consent",
    "Do not post photographs of children without the consent of a parent.": "children-and-vulnerable-images",
    "Digital election material must carry an imprint with the address of the promoter.": "digital-imprint",
    "The policy will be reviewed every year by the full council.": "annual-review",
    "Check your page regularly and remove offensive comments left by others.": "third-party-comment-moderation",
    "Take a screenshot of abusive messages so that there is evidence.": "preserve-evidence",
    "Members should not use phones during a meeting but listen to the debate.": "attention-at-meetings",
    "Once something has been posted it can be copied and may never be fully removed.": "permanence-of-posts",
    "Each member is personally responsible for everything he or she publishes.": "personal-responsibility",
    "Say in your profile that the views are your own and not the council's.": "disclaimer-views-own",
    "This policy applies to all elected and co-opted members of the council.": "scope-persons",
    "The Code of Conduct applies to what you write online.": "code-of-conduct-applies",
    "A breach of this policy may lead to a complaint under the standards procedure.": "breach-standards-complaint",
    "If in doubt, do not post it.": "when-in-doubt-dont-post",
    "If you get something wrong, admit your mistake and correct it quickly.": "admit-mistakes",
    "The council will not indemnify a member who is sued for a post.": "no-council-indemnity",
    "Members must not hide behind a pseudonym or post anonymously.": "anonymity-and-pseudonyms",
}

SETTINGS = {
    "The logo may be used on your own page only with permission from the clerk.": ("logo-use", "with-permission"),
    "The logo may be used on a page only after consultation with the clerk.": ("logo-use", "after-consulting"),
    "The logo may be used only with permission from the clerk.": ("logo-use-decider", "clerk"),
    "Passwords must have at least 12 characters.": ("password-minimum", 12),
    "Passwords must have more than ten characters.": ("password-minimum", 11),
    "You should keep a copy of abusive posts as evidence.": ("keep-evidence", "recommended"),
    "Check the comments on your page regularly.": ("check-comments", "regularly"),
    "Offensive comments by others on your page must be removed immediately.": ("remove-comments", "immediately"),
    "This policy applies to councillors and co-opted members.": ("who-is-bound", ("councillor", "co-opted-member")),
    "All employees and members must read this policy.": ("who-must-read", ("councillor", "employee")),
    "You may block people who are persistently abusive.": ("hostile-comments", ("block",)),
    "Members must not make disrespectful or offensive comments.": ("disrespect", "forbidden"),
    "Avoid discussing topics that may be controversial, such as religion.": ("controversial-topics", "avoid"),
    "This policy will be reviewed every twelve months.": ("review-interval", "annual"),
}


def said(text: str, *, intro: str | None = None, heading: str | None = None, ref: str = "1") -> Statement:
    """Return a sentence as a statement that nobody has read yet."""
    return Statement(id=text[:8], ref=ref, printed_ref=None, clause="1", text=text, intro=intro, heading=heading)


@pytest.mark.parametrize(("text", "kinds"), KINDS.items())
def test_kinds(text: str, kinds: str) -> None:
    assert {reading.id for reading in mapping.map_text(text).kinds} == set(kinds.split())


def test_every_kind_is_among_the_examples() -> None:
    assert {kind for kinds in KINDS.values() for kind in kinds.split()} == set(STATEMENT_KINDS)


@pytest.mark.parametrize(("text", "provision"), PROVISIONS.items())
def test_provisions(text: str, provision: str) -> None:
    held = {reading.id: reading for reading in mapping.map_text(text).provisions}
    assert provision in held
    assert held[provision].words, "an assertion names the words that decided"
    assert 0 < held[provision].confidence < 1


@pytest.mark.parametrize(("text", "fixed"), SETTINGS.items())
def test_settings(text: str, fixed: tuple[str, object]) -> None:
    name, value = fixed
    assert mapping.map_text(text).settings.get(name) == value


@pytest.mark.parametrize(
    "text", ["Xylo brimp quandle forfle.", "12345 %%%", "", "The heron stood in the reeds.", "Roedd y bore'n oer."]
)
def test_unknown_words_assert_nothing(text: str) -> None:
    found = mapping.map_text(text)
    assert not found.provisions
    assert not found.settings
    assert [reading.id for reading in found.kinds] == ["information"]


def test_should_binds_where_the_document_does() -> None:
    text = "Members should say in which capacity they write."
    assert mapping.map_text(text, binding=True).kinds[0].id == "obligation"
    assert mapping.map_text(text, binding=False).kinds[0].id == "recommendation"


def test_one_sentence_makes_the_whole_policy_bind() -> None:
    asks = said("Members should say who they are.", ref="1")
    binds = said("A breach of this policy may lead to a complaint.", ref="2")
    assert [r.id for r in mapping.map_policy([asks])[0][0].kinds] == ["recommendation"]
    assert [r.id for r in mapping.map_policy([asks, binds])[0][0].kinds] == ["obligation"]


@pytest.mark.parametrize(
    ("intro", "heading"), [("Members must not post:", None), (None, "Things to avoid"), ("Things to avoid:", None)]
)
def test_items_take_the_modality_of_their_lead_in(intro: str | None, heading: str | None) -> None:
    found = mapping.map_text("confidential information about residents;", intro=intro, heading=heading)
    assert [reading.id for reading in found.kinds] == ["prohibition"]


def test_the_main_clause_decides() -> None:
    part = parts("If you post in haste, you must say sorry, as they may be hurt.")[0]
    assert part.main == "you must say sorry"
    assert mapping.map_text("You must not post anything which may lead to a claim.").kinds[0].id == "prohibition"


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Any member who feels that he has been wronged should tell the clerk.", ""),
        ("Members who are asked to leave a group must do so, unless the clerk agrees.", "Members who are asked to"),
        ("Choose a photograph that shows you at work.", "Choose a photograph"),
    ],
)
def test_a_clause_about_the_subject_does_not_end_the_main_clause(text: str, main: str) -> None:
    found = parts(text)[0].main
    assert found.startswith(main)
    assert ("should" in found or "must" in found) == ("should" in text or "must" in text)


def test_a_bare_verb_for_what_is_forbidden_is_a_prohibition_where_its_lead_in_is_out_of_sight() -> None:
    text = "Make defamatory statements about anybody"
    assert mapping.map_text(text).kinds[0].id == "prohibition"
    assert mapping.map_text("Obtain legal advice on defamatory statements").kinds[0].id != "prohibition"


def test_a_sentence_that_goes_on_takes_over_what_the_one_before_carries() -> None:
    first = said("Members must not publish defamatory statements about anybody.", ref="1")
    second = said("This also goes for what you merely pass on in jest.", ref="2")
    _, after = mapping.map_policy([first, second])[0]
    guessed = {reading.id for reading in (*after.provisions, *after.candidates)}
    assert "defamation" in guessed
    assert "defamation" not in {r.id for r in mapping.map_statement(second).provisions}


def test_initials_stand_for_the_council() -> None:
    told = [said(f"HBC will not do thing {n}.", ref=str(n)) for n in range(3)]
    asked = said("Do not imply that you speak on behalf of HBC.", ref="4")
    mapped = mapping.map_policy([*told, asked])[0][-1]
    assert mapped.text == asked.text, "the printed words stay"
    assert mapped.provisions == mapping.map_text("Do not imply that you speak on behalf of the council.").provisions


def test_what_a_policy_fixes_twice_is_told_as_a_conflict() -> None:
    twelve = said("Passwords must have at least 12 characters.", ref="1")
    eight = said("Passwords must have at least 8 characters.", ref="2")
    statements, fixed = mapping.map_policy([twelve, eight])
    found = mapping.conflicts(statements, fixed)
    assert [(one.setting, {one.taken, *(value for value, _ in one.others)}) for one in found] == [
        ("password-minimum", {8, 12})
    ]


@pytest.mark.parametrize("policy", proof.POLICIES)
def test_hold_out_drops_what_was_written_in_view_of_a_policy(policy: str) -> None:
    for name in books.NAMES:
        book = books.book(name)
        cue = next(cue for cue in book.cues if policy in cue.policies and not cue.bars)
        passage = Passage(". ".join(_example(want) for want in cue.wants))
        alone = CueBook([cue], exact=book.exact)
        assert [fired.cue for fired in alone.read(passage)] == [cue]
        assert alone.read(passage, frozenset({policy})) == []


def _example(pattern: str) -> str:
    """Return words that a pattern finds: of each choice the first."""
    while (shorter := re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)", r" \1 ", pattern)) != pattern:
        pattern = shorter
    return " ".join(
        "word" if word == "_" else word for word in pattern.split() if word not in {"^", "$", "__", "___"}
    )


def test_hold_out_changes_what_is_asserted_and_only_what_was_seen() -> None:
    all_out = frozenset(proof.POLICIES)
    assert all(
        not cue.policies & all_out or cue.policies <= all_out for n in books.NAMES for cue in books.book(n).cues
    )
    plain = "Personal data of residents must never be published."
    assert mapping.map_text(plain, without=all_out).provisions[0].id == "personal-data"


def test_every_provision_has_cues_and_every_cue_a_provision() -> None:
    named = {cue.of for cue in books.book("provisions").cues if not cue.against}
    assert named == {provision.id for provision in catalogue.provisions()}
    for cue in books.book("settings").cues:
        setting, _, value = cue.of.partition("=")
        known = {choice.value for choice in catalogue.setting(setting).values}
        assert value == "words" or value in known, cue.of


@pytest.mark.parametrize(
    "data",
    [
        {"heard": {}},
        {"seen": [{"cues": ["post"]}]},
        {"blind": {"cues": ["!post"]}},
        {"blind": {"cues": [["post", 2]]}},
        {"blind": {"words": ["post"]}},
    ],
)
def test_a_wrong_cue_says_what_is_wrong(data: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        list(cues_of("a-provision", data))


def test_a_name_may_have_only_cues_that_were_seen() -> None:
    (cue,) = cues_of("a-provision", {"seen": [{"policies": ["essex"], "cues": ["post"]}]})
    assert cue.policies == {"essex"}


def test_what_is_kept_ahead_of_time_reads_the_same() -> None:
    book = books.book("kinds")
    kept = CueBook.kept(book.to_keep(), exact=True)
    for text in KINDS:
        assert kept.read(Passage(text)) == book.read(Passage(text))


@settings(max_examples=60, deadline=5000)
@given(st.text(max_size=300), st.none() | st.text(max_size=60), st.none() | st.text(max_size=60))
@example("must not should may " * 4000, None, None)
@example(", which that who " * 3000, "must", "things to avoid")
@example("a" * 20_000, None, None)
@example("if " * 8000, None, None)
def test_any_text_is_mapped(text: str, intro: str | None, heading: str | None) -> None:
    found = mapping.map_text(text, intro=intro, heading=heading)
    assert found.kinds
    assert {reading.id for reading in found.kinds} <= set(STATEMENT_KINDS)
    assert all(0 < reading.confidence <= 1 for reading in (*found.kinds, *found.provisions, *found.candidates))


@pytest.mark.seeds
def test_a_policy_nobody_has_seen(seeds: Path) -> None:
    counted = proof.measure(seeds, proof.POLICIES, ["hold-out"])["hold-out"]["all"]
    assert proof.f1(counted.provisions) >= 0.70
    assert proof.f1(counted.kinds) >= 0.74
    precision, share = proof.at_level(counted.asserted, QUOTABLE)
    assert precision >= 0.95
    assert share >= 0.25


@pytest.mark.seeds
def test_policies_that_were_seen(seeds: Path) -> None:
    counted = proof.measure(seeds, proof.POLICIES, ["in view"])["in view"]["all"]
    assert proof.f1(counted.provisions) >= 0.90
    assert proof.f1(counted.kinds) >= 0.85
    assert counted.settings[0] >= 0.9 * sum(counted.settings[:3])
