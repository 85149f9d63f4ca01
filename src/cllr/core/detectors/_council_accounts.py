"""What a council account says for a member or a side: told once, for the detectors of council accounts.

Facts are left alone: a name in an agenda, a party in brackets after a name, a list of candidates, a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.people import capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

# Emblems that are a party's own; hearts and coloured circles need a named party or side beside them.
_EMBLEMS = frozenset("🌹🌳🔶")
# What one does who makes or spreads a thing for somebody; to take down a poster or pass on papers is a duty.
_MAKES = frozenset(
    [
        "boost", "design", "draft", "edit", "film", "knock", "laminate", "make", "pin", "print", "queue", "schedule",
        "shoot", "slot", "subtitle", "turn", "upload", "write",
    ]
)  # fmt: skip
_DUTY = frozenset(["booklet", "returning", "statutory"])
_RESTS = frozenset(
    [
        "close", "closed", "closes", "pause", "paused", "pauses", "removed", "rest", "resting", "rests", "resume",
        "resumes", "suspended", "unlinked",
    ]
)  # fmt: skip
_OUR_OWN = frozenset({"our", "councils", "council", "the", "us"})
# Party names that are also other things ("bowling greens", "police reform"): they need a capital.
_ALSO_OTHER = frozenset(
    {"labour", "labours", "greens", "reform", "reforms", "conservative", "conservatives", "independent"}
)


def credited(scene: Scene) -> Iterator[Hit]:
    """Yield words that give a named member of the council credit or a stage."""
    for hit in scene.hits("credit-to-member"):
        if scene.has_near(hit, "member-named", sentences=1):
            yield hit


def staged(scene: Scene) -> Iterator[Hit]:
    """Yield members named for anything but a fact (who chairs, where a surgery is, who died)."""
    for hit in scene.hits("member-named"):
        if not scene.has_near(hit, "member-fact", "polling-help", sentences=1):
            yield hit


def put_forward(scene: Scene) -> Iterator[Hit]:
    """Yield words that give one member or candidate a stage."""
    for hit in scene.hits("member-put-forward"):
        # In the same sentence: next to it a member may be named for something else.
        if scene.has_near(hit, "member-named") and not scene.negated(hit):
            yield hit


def praised(scene: Scene) -> Iterator[Hit]:
    """Yield calls to praise members, and words on why one ought to keep his seat."""
    for hit in scene.hits("praise-for-members"):
        if scene.has_near(hit, "member-named", sentences=1) and not (scene.negated(hit) or scene.quoted(hit)):
            yield hit


def offered(scene: Scene, hit: Hit) -> bool:
    """Say whether a thing of a campaign is the reader's, and the writer says that he himself will see to it.

    "Ping me your candidate posts and I'll slot them in", "I'll film your vote-for-me piece".
    """
    if "your" not in scene.words[max(scene.sentence(hit).first, hit.first - 2) : hit.first] or scene.negated(hit):
        return False
    said = scene.sentence_words(hit)
    makes = any(word == "ill" and not _MAKES.isdisjoint(said[at + 1 : at + 4]) for at, word in enumerate(said))
    return makes and _DUTY.isdisjoint(said)


def resting(scene: Scene, hit: Hit) -> bool:
    """Say whether a page or blog is named because it pauses or is taken away, not because people should read it."""
    return not _RESTS.isdisjoint(scene.sentence_words(hit))


def boasted(scene: Scene) -> Iterator[Hit]:
    """Yield what a named member is quoted with where it praises a side or its record."""
    for hit in scene.hits("veiled-side", "council-boast"):
        if scene.quoted(hit) and scene.has_near(hit, "member-named", sentences=1):
            yield hit


def promoted(scene: Scene) -> Iterator[Hit]:
    """Yield calls to follow, read or like what is a member's own: an account, a page, a blog."""
    for hit in scene.hits("follow-plea"):
        named = scene.has_near(hit, "member-named", sentences=1)
        if scene.has_near(hit, "not-a-member") and not named:
            continue
        if _handle_of_member(scene, hit) or (named and _members_place(scene, hit)):
            yield hit


def _handle_of_member(scene: Scene, hit: Hit) -> bool:
    """Say whether a handle stands there that is a member's by its name."""
    return any(word.startswith(("@cllr", "@councillor")) for word in _handles(scene, hit))


def _handles(scene: Scene, hit: Hit) -> list[str]:
    """Return the handles in the sentence of a hit and in the next, where they often stand in a row."""
    last = scene.view.of_sentence[hit.first] + 1
    end = scene.sentences[min(last, len(scene.sentences) - 1)].last
    return [word for word in scene.words[scene.sentence(hit).first : end] if word[0] == "@"]


def _members_place(scene: Scene, hit: Hit) -> bool:
    """Say whether an account or page is named that is not said to be the council's own, or a handle is."""
    for channel in scene.hits("members-channel"):
        if _close(scene, channel, hit):
            before = scene.words[channel.first - 1] if channel.first else ""
            if before not in _OUR_OWN:
                return True
    return bool(_handles(scene, hit))


def partisan(scene: Scene) -> Iterator[Hit]:
    """Yield words that take a side: a party praised or blamed, an emblem beside politics, a side without a name."""
    yield from (hit for hit in scene.hits("veiled-side") if not scene.quoted(hit))
    parties = [hit for hit in scene.hits("party") if _is_party(scene, hit)]
    for hit in scene.hits("partisan-word"):
        if _one_close(scene, hit, parties) or scene.has_near(hit, "opposing-side", sentences=1):
            yield hit
    for hit in parties:
        plain = scene.words[hit.first] not in _ALSO_OTHER or hit.first != scene.sentence(hit).first
        if plain and not scene.has_near(hit, "party-fact", sentences=1) and not _in_brackets(scene, hit):
            yield hit
    for hit in scene.hits("party-emblem"):
        named = _one_close(scene, hit, parties)
        political = scene.has_near(hit, "side-word", "partisan-word", sentences=1)
        if political and (named or scene.words[hit.first] in _EMBLEMS):
            yield hit


def _close(scene: Scene, one: Hit, other: Hit) -> bool:
    of = scene.view.of_sentence
    return abs(of[one.first] - of[other.first]) <= 1


def _one_close(scene: Scene, hit: Hit, others: Iterable[Hit]) -> bool:
    return any(_close(scene, hit, other) for other in others)


def _in_brackets(scene: Scene, hit: Hit) -> bool:
    """Say whether a party stands in brackets, as after the name of a member."""
    start = scene.view.starts[hit.first]
    return scene.norm[max(0, start - 1) : start] == "("


def _is_party(scene: Scene, hit: Hit) -> bool:
    """Say whether a party is named: not its emblem, and not a word that needs a capital to be one."""
    word = scene.words[hit.first]
    if word in _EMBLEMS:
        return False
    return word not in _ALSO_OTHER or hit.last - hit.first > 1 or capitals(scene.view)[hit.first]
