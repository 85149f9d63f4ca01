"""Tell apart what is alleged, of whom, in which frame, and what takes it back or reports it fairly.

Used by the detectors of defamation, of shared allegations and of false statements about a candidate. A claim is
seen only where words of wrongdoing meet somebody who can be picked out. A question, a joke, a rumour or an emoji
does not quiet it: repetition is publication. Two things do: a fair report that names where it can be checked
(Defamation Act 1996, schedule 1), and words that correct or reject the claim.

What is only hinted at is weighed: facts laid side by side (money, a decision, family, a gain), a euphemism, and the
frame that winks at the reader. No one of them says anything alone.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from cllr.core.people import capitals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.people import Mention
    from cllr.core.scene import Scene

WRONGS = (
    "alleged-theft",
    "alleged-bribery",
    "alleged-fraud",
    "alleged-violence",
    "alleged-sexual",
    "alleged-crime",
    "alleged-unfitness",
    "alleged-misuse",
)
"""Tags of outright claims."""

HINTS = ("sly-wrong", "strange-gain", "money-gone", "money-given", "business-won", "accusing-frame", "nudge")
"""Tags that say something only beside others; each wakes the weighing."""

FRAMES = ("sly-wrong", "accusing-frame", "nudge", "no-proof")
"""Tags one of which has to be there: facts alone are facts."""

SUBSTANCE = (
    "sly-wrong", "strange-gain", "money-gone", "money-given", "business-won", "thing-decided", "paymaster",
    "no-proof", "topic-gain", "topic-kin",
)  # fmt: skip
"""Tags one of which has to be there: a wink alone points at nothing."""

ENOUGH = 2.0
"""From this weight on, hints taken together point at somebody."""

Target = Literal["named", "firm", "role", "likely-name", "somebody"]
"""How surely somebody is picked out. `somebody`: a pronoun, a handle or a capital in the middle of a sentence."""

_OWN = frozenset(["i", "ive", "im", "id", "me", "my", "we", "weve", "our", "us", "mine"])
_DOER = frozenset(["i", "ive", "im", "id", "we", "weve"])
_VICTIM = frozenset(["got", "been", "being", "was", "were", "get", "gets", "getting", "me", "us"])
"""Words of being called something, as against calling somebody something."""
_SUPPOSING = frozenset(["if", "whether", "unless", "anyone", "anybody", "everyone", "nobody"])


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of wrongdoing against somebody who can be picked out."""

    hit: Hit
    target: Target
    outright: bool
    """False where it is only hinted at."""


def claims(scene: Scene) -> list[Claim]:
    """Return the claims a text makes against people or firms, in the order of the text."""
    return scene.once(_claims)


def _claims(scene: Scene) -> list[Claim]:
    found = list(_outright(scene)) or list(_hinted(scene))
    if not found or _is_fair_report(scene):
        return []
    return sorted(found, key=lambda claim: claim.hit.first)


def takes_back(scene: Scene) -> bool:
    """Say whether a text rejects or corrects a claim, and is not merely without proof."""
    return scene.has("takes-it-back") and not scene.has("no-proof")


def _is_fair_report(scene: Scene) -> bool:
    """Say whether a text reports a court, auditor or open meeting and says where it can be checked."""
    return scene.has("fair-source") and scene.has("shown-where") and not scene.has("no-proof")


def _outright(scene: Scene) -> Iterator[Claim]:
    for hit in scene.hits(*WRONGS):
        if _harmless(scene, hit):
            continue
        target = target_of(scene, hit)
        if target is not None:
            yield Claim(hit, target, outright=True)


def _harmless(scene: Scene, hit: Hit) -> bool:
    sentence = scene.sentence(hit)
    before = scene.words[max(sentence.first, hit.first - 3) : hit.first]
    if scene.negated(hit, reach=2) or not _DOER.isdisjoint(before):
        return True
    if not _SUPPOSING.isdisjoint(scene.words[sentence.first : hit.first]) and not scene.is_question(hit):
        return True
    if _called_so(scene, hit):
        return True
    return scene.has_near(hit, "takes-it-back", sentences=2) and not scene.has("no-proof")


def _called_so(scene: Scene, hit: Hit) -> bool:
    """Say whether the name is one that the author, or whoever he stands by, was called."""
    of = scene.view.of_sentence
    return any(
        verb.first <= hit.first <= verb.last + 2
        and of[verb.first] == of[hit.first]
        and not _VICTIM.isdisjoint(scene.words[verb.first : verb.last])
        for verb in scene.hits("being-called")
    )


def target_of(scene: Scene, hit: Hit) -> Target | None:
    """Return how somebody is picked out near a hit, or None where nobody is."""
    here = scene.view.of_sentence[hit.first]
    kinds = scene.once(_kinds)
    if here in kinds:
        return kinds[here]
    if scene.has_near(hit, "doer-unknown"):
        return None
    # "He" or nothing at all at the head of the sentence: whoever was named just before.
    for back in (1, 2):
        if here - back in kinds and (back == 1 or scene.has_near(hit, "he-or-she")):
            return kinds[here - back]
    if here + 1 in kinds:
        return kinds[here + 1]
    return "somebody" if _somebody(scene, hit) else None


def _somebody(scene: Scene, hit: Hit) -> bool:
    """Say whether a pronoun, a handle or a capital in mid-sentence stands near a hit."""
    if scene.has_near(hit, "he-or-she", sentences=1):
        return True
    view, upper = scene.view, capitals(scene.view)
    here = view.of_sentence[hit.first]
    for sentence in view.sentences[max(0, here - 1) : here + 2]:
        if any(upper[i] and view.words[i] not in _nobody() for i in range(sentence.first + 1, sentence.last)):
            return True
    return False


def _kinds(scene: Scene) -> dict[int, Target]:
    """Return how somebody is picked out in each sentence, most surely."""
    return dict(_targets(scene))


def _targets(scene: Scene) -> Iterator[tuple[int, Target]]:
    """Yield sentence -> how somebody is picked out there, the weakest first, so that the surest stays."""
    of = scene.view.of_sentence
    for hit in scene.hits("role-held"):
        yield of[hit.first], "role"
    for mention in scene.people:
        if not surely_a_person(scene, mention):
            yield of[mention.first], "likely-name"
    for first in (*(first for first, _last in scene.firms), *_traders(scene)):
        yield of[first], "firm"
    for mention in scene.people:
        if surely_a_person(scene, mention):
            yield of[mention.first], "named"


def surely_a_person(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention rests on the context, a title or a first name, not on capitals alone."""
    if mention.known:
        return True
    word = scene.words[mention.first]
    return word in _names() or (word.endswith("s") and word[:-1] in _names())


def _traders(scene: Scene) -> Iterator[int]:
    """Yield businesses known by their trade or by their owner: "Marlow Fish Bar", "The Anchor", "at Trubshaw's"."""
    view = scene.view
    words = view.words
    by_owner = "'" in view.norm and not _AT_OWNER.isdisjoint(words)
    if not by_owner and _TRADES.isdisjoint(words):
        return
    upper = capitals(view)
    for index, capital in enumerate(upper):
        if not capital or not index:
            continue
        word = words[index]
        owned = by_owner and word.endswith("s") and words[index - 1] in _AT_OWNER
        if (word in _TRADES and upper[index - 1]) or (
            owned and "'" in view.norm[view.starts[index] : view.ends[index]]
        ):
            yield index


_AT_OWNER = frozenset(["at", "from", "by"])
_TRADE = frozenset(
    [
        "bar",
        "wok",
        "kebab",
        "kebabs",
        "cafe",
        "inn",
        "arms",
        "tavern",
        "anchor",
        "crown",
        "swan",
        "plough",
        "lion",
        "bell",
        "bull",
        "fox",
        "ship",
        "railway",
        "george",
        "wheatsheaf",
        "nursery",
        "motors",
        "autos",
        "tyres",
        "salon",
        "care",
        "takeaway",
        "chippy",
        "butchers",
        "bakery",
        "garage",
        "dental",
        "kennels",
        "stores",
        "taxis",
        "cabs",
        "travel",
        "coaches",
        "vets",
        "pharmacy",
        "stables",
        "plumbing",
        "roofing",
        "electrics",
        "electrical",
        "carpets",
        "windows",
        "kitchens",
        "paving",
        "scaffolding",
        "skips",
        "haulage",
        "homes",
        "developments",
        "construction",
        "lettings",
        "estates",
        "properties",
        "solutions",
        "farms",
        "foods",
        "meats",
        "fisheries",
        "brewery",
        "brewing",
        "media",
        "recruitment",
        "cleaning",
        "laundry",
        "dragon",
        "palace",
        "tandoori",
        "spice",
        "balti",
    ]
)
_TRADES = _TRADE.union(f"{word}s" for word in _TRADE)


@lru_cache(1)
def _named_in() -> dict[str, str]:
    data: dict[str, str] = tomllib.loads(files("cllr.core").joinpath("names.toml").read_text(encoding="utf-8"))
    return data


@lru_cache(1)
def _names() -> frozenset[str]:
    return frozenset(_named_in()["first"].split()) | frozenset(_named_in()["titles"].split())


@lru_cache(1)
def _nobody() -> frozenset[str]:
    """Return capitalised words that are neither persons nor firms: days, nations, parties, places."""
    return frozenset(_named_in()["no_name"].replace("'", "").split()) | frozenset(_named_in()["places"].split())


_WEIGHTS = {
    "sly-wrong": 2.0,
    "strange-gain": 1.5,
    "money-gone": 1.5,
    "business-won": 1.0,
    "money-given": 1.0,
    "accusing-frame": 1.5,
    "nudge": 1.5,
    "hearsay": 0.5,
    "topic-money": 0.5,
    "topic-kin": 0.5,
    "kin-of": 0.5,
    "topic-gain": 0.5,
    "thing-decided": 0.5,
    "paymaster": 0.25,
    "no-proof": 1.0,
    "kind-word": -1.5,
}


def weight(scene: Scene) -> float:
    if takes_back(scene):
        return 0.0
    return sum(value for tag, value in _WEIGHTS.items() if scene.has(tag)) - _of_oneself(scene)


def _of_oneself(scene: Scene) -> float:
    """Return what is taken off for words of the author about himself."""
    return min(2.0, 0.5 * sum(map(scene.words.count, _OWN.intersection(scene.words))))


def _may_weigh(scene: Scene) -> bool:
    """Say whether what could stand in a text would be enough, before any of it is looked for."""
    found = scene.found
    total = sum([_HEAVY[tag] for tag in found if tag in _HEAVY]) - _of_oneself(scene)
    for tag, value in _HEAVY.items():
        if total >= ENOUGH:
            return True
        if tag not in found and scene.could_have(tag):
            total += value
    return total >= ENOUGH


def _most_surely(scene: Scene) -> Target | None:
    """Return how somebody is picked out most surely in a text, or None; a likely name is not enough."""
    if any(surely_a_person(scene, mention) for mention in scene.people):
        return "named"
    if scene.firms or any(True for _ in _traders(scene)):
        return "firm"
    return "role" if scene.has("role-held") else None


_HEAVY = {tag: value for tag, value in _WEIGHTS.items() if value > 0}


def _hinted(scene: Scene) -> Iterator[Claim]:
    """Yield facts laid side by side with a wink, so that the reader draws the conclusion."""
    if not (scene.could_have(*FRAMES) and scene.could_have(*SUBSTANCE) and _may_weigh(scene)):
        return
    target = _most_surely(scene)
    if target is None or not scene.has(*FRAMES) or not scene.has(*SUBSTANCE):
        return
    if weight(scene) >= ENOUGH:
        first = scene.hits(*(tag for tag in HINTS))[0]
        yield Claim(first, target, outright=False)
