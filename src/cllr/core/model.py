"""The values that pass between the parts of the core: drafts, contexts, matches, findings.

All are frozen. What a policy is stands in `policy.py`, apart from here, so that `look` and the detectors can
be kept from knowing it (docs/decisions/look-and-judge-apart.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

DraftKind = Literal[
    "post",
    "share",
    "like",
    "reply",
    "comment",
    "forum-post",
    "message",
    "wiki-edit",
    "profile",
    "comment-received",
]
DRAFT_KINDS: tuple[DraftKind, ...] = get_args(DraftKind)

Weight = Literal["stop", "advise", "note"]
"""How much a finding matters. Comes from clause, setting or law; never from a detector."""

Confidence = Literal["sure", "likely", "possible"]
"""How sure a detector is. Never mixed with weight."""

Basis = Literal["law", "code", "policy", "guidance"]
"""What a provision rests on: an Act, the council's Code of Conduct, its policy, or good practice."""

Moment = Literal[
    "profile-setup",
    "security-hygiene",
    "connecting",
    "before-posting",
    "after-posting",
    "receiving-content",
    "meeting",
    "election-period",
    "emergency",
    "complaint-handling",
    "policy-lifecycle",
    "always",
]
MOMENTS: tuple[Moment, ...] = get_args(Moment)

StatementKind = Literal[
    "prohibition",
    "obligation",
    "procedure",
    "recommendation",
    "permission",
    "consequence",
    "definition",
    "information",
]
STATEMENT_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
"""Strongest first: the strongest of a statement's kinds is `kind`."""

Language = Literal["en", "cy", "sco", "gd", "ga", "pl", "ur", "pa", "other", "none"]
"""Language of a sentence. `none`: nothing to read in it (an emoji, a number, a name)."""

LANGUAGE_NAMES: dict[Language, str] = {
    "en": "English",
    "cy": "Welsh",
    "sco": "Scots",
    "gd": "Gaelic",
    "ga": "Irish",
    "pl": "Polish",
    "ur": "Urdu",
    "pa": "Panjabi",
    "other": "another language",
    "none": "no language",
}

Account = Literal["private", "councillor", "council", "anonymous"]
Role = Literal["councillor", "clerk", "officer", "candidate", "member-of-public"]
Nation = Literal["england", "wales", "scotland", "northern-ireland"]


@dataclass(frozen=True, slots=True)
class Citation:
    """An authority, with the day on which it was last read."""

    title: str
    address: str
    seen: str
    """`read` where the source was read, `general-knowledge` where it still has to be verified."""
    checked_on: dt.date
    in_force_from: dt.date | None = None
    in_force_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, video or document that goes with a draft. None means unknown."""

    kind: Literal["image", "video", "document"]
    alt: str | None = None
    people: bool | None = None
    children: bool | None = None
    council_logo: bool | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something a committee will decide."""

    subject: str
    ref: str | None = None
    decides_on: dt.date | None = None
    committee: str | None = None


@dataclass(frozen=True, slots=True)
class Election:
    """A poll near the draft. `candidate`: whether the author stands in it; None is unknown."""

    poll: dt.date
    candidate: bool | None = None
    nation: Nation | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the council that the draft may touch. None means unknown."""

    title: str | None = None
    exempt_items: tuple[str, ...] | None = None
    in_progress: bool | None = None


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency that somebody has declared, and who leads the response."""

    name: str
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A permission in force: for what, by whom, recorded when, until when."""

    use: str
    holder: str | None = None
    decided_by: str | None = None
    recorded_on: dt.date | None = None
    until: dt.date | None = None
    account: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That the author has read a version of the policy."""

    version: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EarlierPost:
    """Words the author published before, as far as the author hands them in."""

    text: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a draft. Every field may be None, which is *unknown*; empty is *known to be none*.

    `sources` names where each known field came from ("context file", "register of accounts"), so that a
    finding can say what it rests on.
    """

    platform: str | None = None
    account: Account | None = None
    role: Role | None = None
    nation: Nation | None = None
    capacity: str | None = None
    """The capacity the author states: official, councillor, party, candidate or private."""
    device: Literal["council", "own"] | None = None
    committees: tuple[str, ...] | None = None
    pending_matters: tuple[Matter, ...] | None = None
    election: Election | None = None
    on: dt.date | None = None
    local_time: dt.time | None = None
    meeting: Meeting | None = None
    colleagues: tuple[str, ...] | None = None
    officers: tuple[str, ...] | None = None
    associates: tuple[str, ...] | None = None
    interests: tuple[str, ...] | None = None
    exempt_text: tuple[str, ...] | None = None
    attachments: tuple[Attachment, ...] | None = None
    emergency: Emergency | None = None
    shared_from: str | None = None
    replied_to: str | None = None
    thread: tuple[str, ...] | None = None
    earlier_posts: tuple[EarlierPost, ...] | None = None
    grants: tuple[Grant, ...] | None = None
    acknowledgement: Acknowledgement | None = None
    sources: Mapping[str, str] = field(default_factory=dict, compare=False)

    def source(self, name: str) -> str | None:
        """Return where the named field came from, or None where it is unknown."""
        return None if getattr(self, name) is None else self.sources.get(name, "handed in")


@dataclass(frozen=True, slots=True)
class Draft:
    """Words before they are posted (or, for `comment-received`, somebody else's words)."""

    text: str
    kind: DraftKind = "post"


@dataclass(frozen=True, slots=True)
class Match:
    """What a detector saw. Knows no policy and so no weight.

    `start` and `end` count code points of the text as sent, end exclusive; both are None for a match that
    rests on context or an attachment alone. `because` is a sentence that holds the reason.
    """

    provision: str
    confidence: Confidence
    because: str
    detector: str
    start: int | None = None
    end: int | None = None
    only_note: bool = False
    """True where the detector itself says that this is for information, whatever a clause weighs."""
    where: Literal["draft", "shared", "replied-to", "attachment", "context"] = "draft"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that words and context leave open. `question` is an id of the provision's own questions."""

    provision: str
    question: str
    because: str
    detector: str


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that was not looked at, and why. `provision` is None where it concerns the whole text."""

    provision: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Matches:
    """All that `look` saw in one draft."""

    draft: Draft
    context: Context
    matches: tuple[Match, ...]
    asks: tuple[Ask, ...]
    not_checked: tuple[NotChecked, ...]
    looked_at: tuple[str, ...]
    """Ids of the provisions for which a detector looked at this draft."""
    languages: tuple[tuple[Language, int], ...] = ()
    """How many sentences are in which language, in order of first appearance."""


@dataclass(frozen=True, slots=True)
class ClauseQuoted:
    """A statement of a policy as a finding shows it."""

    ref: str
    printed_ref: str | None
    text: str
    kind: str
    confirmed: bool
    """Whether a person confirmed what this statement means, or the mapping is as good as that."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a policy or the law says about a match, and what to do."""

    provision: str
    title: str
    weight: Weight
    confidence: Confidence
    start: int | None
    end: int | None
    quote: str | None
    policy: str
    clause: ClauseQuoted | None
    also: tuple[ClauseQuoted, ...]
    """Further statements of the same policy on the same provision."""
    basis: Basis
    because: str
    advice: str
    until: str | None
    """For weight `stop`: the record or wording that would settle it. The choice stays with the author."""
    citations: tuple[Citation, ...]
    detector: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and what it changes."""

    answer: str
    then: str


@dataclass(frozen=True, slots=True)
class Question:
    """What only the author can answer."""

    provision: str
    id: str
    text: str
    because: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The whole answer about one draft under one or more policies."""

    policies: tuple[str, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    not_checked: tuple[NotChecked, ...]
    looked_at: tuple[str, ...]
    guidance: tuple[ClauseQuoted, ...]
    """What the policy says at this moment that is no finding: purpose, responsibility, permanence."""
    ask_whom: tuple[str, ...]
    capacity: Mapping[str, str]

    @property
    def heaviest(self) -> Weight | None:
        """Return the greatest weight among the findings, or None where nothing was found."""
        weights = {finding.weight for finding in self.findings}
        return next((weight for weight in get_args(Weight) if weight in weights), None)
