"""Who is meant by unkind words, and whether they are the author's own.

Shared by the detectors of how people are treated. A body (a party, a cabinet, a council) is no person: hard
words about it are protected speech. What is quoted, told of somebody else or said of oneself is let pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

Who = Literal["you", "councillor", "officer", "resident", "person"]

_YOU = frozenset(
    {
        "you", "your", "youre", "youve", "youd", "youll", "yours", "yourself", "thee", "tha", "thou",
    }
)  # fmt: skip
_HE_OR_SHE = frozenset(
    {
        "he", "she", "him", "her", "his", "hers", "hes", "shes", "himself", "herself", "hed",
    }
)  # fmt: skip
_YOU_HE_OR_SHE = _YOU | _HE_OR_SHE
_CALLED = _YOU - {"your", "yours"}
"""Before a name they call somebody so: "you muppet"."""
_SELF = frozenset(
    {
        "i", "im", "ive", "id", "me", "my", "myself", "mine", "am", "ah", "ahm", "wor",
    }
)  # fmt: skip
_BODY = frozenset(
    {
        "council", "cabinet", "party", "labour", "tories", "tory", "conservatives", "conservative", "greens",
        "reform", "plaid", "snp", "ukip", "dup", "dems", "government", "westminster", "holyrood", "senedd",
        "whitehall", "stormont", "administration", "coalition", "opposition", "policy", "policies", "budget",
        "plan", "plans", "scheme", "motion", "amendment", "strategy", "manifesto", "proposal", "proposals",
        "consultation", "contract", "contractor", "company", "app", "website", "junction", "system", "idea",
        "decision", "rules", "highways", "county", "planners", "openreach", "quango", "trust", "board",
        "developers", "developer",
    }
)  # fmt: skip
_PLACES = frozenset(
    {
        "hall", "road", "street", "lane", "park", "house", "school", "church", "court", "green", "common", "hill",
        "farm", "field", "bridge", "station", "market", "centre", "library", "club", "lodge", "arms", "committee",
        "cabinet", "council", "group", "team", "association", "society", "services", "department", "trust", "day",
        "week", "sunday", "festival", "fair", "show", "review", "plan", "fund", "board",
    }
)  # fmt: skip
"""Words that make two capitals a place, a body or a date and no person."""
_POINTING = frozenset({"that", "yon", "thon", "yr"})
_OF_A_BODY = frozenset({"from", "fae", "of", "at", "in", "on", "with", "by", "for"})
"""Before a body they tell where somebody is from: "the lady from the council" is no body."""
_BE = frozenset(
    {
        "is", "are", "was", "were", "be", "being", "been", "s", "re", "youre", "hes", "shes", "theyre", "am",
        "yer", "isnt", "not", "become", "becomes", "became", "remain", "remains", "remained", "look", "looks",
        "sound", "sounds", "seem", "seems", "proves", "proved", "called", "such", "like", "just", "only",
        "still", "absolute", "absolutely", "total", "totally", "complete", "completely", "utter", "utterly",
        "right", "proper", "pure",
    }
)  # fmt: skip
_FILLERS = frozenset(
    {
        "a", "an", "the", "old", "little", "big", "fat", "wee", "silly", "stupid", "daft", "absolute",
        "absolutely", "total", "totally", "complete", "completely", "utter", "utterly", "right", "proper",
        "pure", "fucking", "bloody", "effing", "frigging", "freaking", "flaming", "sodding", "ruddy", "such",
        "real", "great", "nasty", "horrible", "pathetic", "sad", "lying", "cheating", "two", "faced",
        "spineless", "useless", "thick", "ugly", "bald", "smug", "arrogant", "pompous", "jumped", "up",
        "dozy", "gormless", "ignorant", "miserable", "bitter", "twisted", "poisonous", "spiteful", "vile",
        "evil", "greedy", "lazy", "idle", "workshy", "senile", "massive", "giant", "prize", "first", "class",
        "copper", "bottomed", "certified", "world", "so", "very", "really", "too", "just", "plain", "grade",
        "overgrown", "snivelling", "whining", "whinging", "moaning", "grubby", "slimy", "greasy", "smelly",
        "and", "or", "hen",
    }
)  # fmt: skip
_NOT = frozenset(
    {
        "not", "no", "never", "isnt", "arent", "wasnt", "werent", "aint", "nobodys", "hardly", "neither",
        "nor", "without", "dinna", "didnt",
    }
)  # fmt: skip


BEFORE, BEHIND = 10, 8
"""Words before and behind a hit within which somebody named is taken to be meant."""


_AM = frozenset({"am", "was", "feel", "felt", "look", "looked", "sound", "sounded", "must", "might", "be"})
"""Behind "I": the author speaks of what he is himself."""
_JUDGING = frozenset(
    {
        "seen",
        "met",
        "known",
        "had",
        "heard",
        "think",
        "thought",
        "reckon",
        "say",
        "said",
        "call",
        "hope",
        "see",
        "saw",
        "swear",
        "bet",
        "suspect",
        "believe",
        "assume",
        "gather",
        "understand",
        "confirm",
        "wonder",
        "wondered",
        "watched",
        "told",
        "asked",
        "notice",
        "noticed",
        "know",
        "knew",
        "sat",
    }
)
"""Behind "I": the author judges somebody else."""
_BOARDS = frozenset({"placard", "sign", "comment", "graffiti"})
"""Named without what stands on them; what is quoted from them stands in quotation marks."""
_NOBODY_SAYS = frozenset({"so", "i", "ive", "we", "law", "rules", "policy", "code", "act", "it", "lawyers"})
"""Before "says": the author's own words, or a rule that is no speaker."""


class Aim(NamedTuple):
    """Who is meant, and whether he stands in the same sentence."""

    who: Who
    here: bool


def others_words(scene: Scene, hit: Hit) -> bool:
    """Say whether a hit is quoted, or told shortly before as somebody else's words."""
    if scene.quoted(hit):
        return True
    if scene.before(hit, "being-called", "heard-said"):
        return True
    for verb in scene.before(hit, "reporting-verb"):
        if scene.words[verb.last - 1] in _BOARDS or (verb.first and scene.words[verb.first - 1] in _NOBODY_SAYS):
            continue
        if hit.first <= verb.last + 6:
            between = scene.words[verb.last : hit.first]
            if _YOU.isdisjoint(between):
                return True
    return False


def told_of(scene: Scene, hit: Hit) -> bool:
    """Say whether the text tells of abuse, to report or to condemn it, rather than deals it out."""
    return others_words(scene, hit) or _turned_against(scene, hit)


def _turned_against(scene: Scene, hit: Hit) -> bool:
    """Say whether words of condemnation or report stand near; "not sorry" and "no racist but" are none."""
    of = scene.view.of_sentence
    here = of[hit.first]
    near = [other for other in scene.hits("condemnation", "abuse-told") if abs(of[other.first] - here) <= 2]
    return any(not other.first or scene.words[other.first - 1] not in {"not", "no", "never"} for other in near)


def of_self(scene: Scene, hit: Hit) -> bool:
    """Say whether the author means himself ("I felt a right muppet")."""
    if not _YOU_HE_OR_SHE.isdisjoint(scene.words[hit.first : hit.last]):
        return False
    first = max(scene.sentence(hit).first, hit.first - 5)
    for index in range(hit.first - 1, first - 1, -1):
        word = scene.words[index]
        if word in _SELF and _JUDGING.isdisjoint(scene.words[index + 1 : index + 3]):
            return True
        if word in _YOU or word in _HE_OR_SHE:
            return False
    return False


def denied(scene: Scene, hit: Hit) -> bool:
    """Say whether a name is denied or only supposed ("not an idiot", "you'd have to be an idiot")."""
    words = scene.words
    first = scene.sentence(hit).first
    index = hit.first - 1
    steps = 0
    while index >= first and words[index] in _FILLERS and steps < 4:
        index -= 1
        steps += 1
    near = words[max(first, index - 1) : index + 1]
    if not _NOT.isdisjoint(near):
        return True
    return len(near) > 1 and near[-1] == "be" and near[0] in {"to", "id", "youd", "hed", "would"}


class Aims:
    """Who is meant by what, in one text; the places of people are worked out once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @property
    def named(self) -> dict[int, Who]:
        """Return the words that name or describe one person, with the kind of person."""
        return self.scene.once(_named)

    def at(self, hit: Hit, reach: int = 1) -> Aim | None:
        """Return the single person a hit is about: nearest before it, then behind it, then in sentences beside it.

        None where a body, many people, the author or nobody is meant.
        """
        scene = self.scene
        sentence = scene.sentence(hit)
        inside = self._first(range(hit.first, hit.last))
        if inside is not None and inside not in {"body", "self"}:
            return Aim(cast("Who", inside), here=True)
        before = self._first(range(hit.first - 1, max(sentence.first, hit.first - BEFORE) - 1, -1))
        if before is not None:
            return None if before in {"body", "self"} else Aim(cast("Who", before), here=True)
        after = self._first(range(hit.last, min(sentence.last, hit.last + BEHIND)))
        if after is not None and after not in {"body", "self"}:
            return Aim(cast("Who", after), here=True)
        return None if self.of_a_body(hit) else self._beside(hit, reach)

    def of_a_body(self, hit: Hit) -> bool:
        """Say whether the sentence of a hit speaks of a party, a council, a plan or the like."""
        return not _BODY.isdisjoint(self.scene.sentence_words(hit))

    def _beside(self, hit: Hit, reach: int) -> Aim | None:
        number = self.scene.view.of_sentence[hit.first]
        for step in range(1, reach + 1):
            for away in (number - step, number + step):
                if not 0 <= away < len(self.scene.sentences):
                    continue
                sentence = self.scene.sentences[away]
                who = self._first(range(sentence.last - 1, sentence.first - 1, -1), only_people=True)
                if who is not None:
                    return Aim(cast("Who", who), here=False)
        return Aim("you", here=False) if self.scene.kind == "reply" else None

    def _first(self, places: range, *, only_people: bool = False) -> str | None:
        """Return who stands at the first of the places that says so: a kind of person, "self", "body" or None."""
        words, named = self.scene.words, self.named
        for index in places:
            word = words[index]
            if index in named:
                return named[index]
            if word in _YOU:
                return "you"
            if word in _HE_OR_SHE:
                return self._resolved(index)
            if only_people:
                continue
            if word in _BODY:
                if _OF_A_BODY.isdisjoint(words[max(0, index - 3) : index]):
                    return "body"
                continue
            if word in {"im", "me", "myself", "ahm"} or (word in {"i", "ah"} and self._next(index) in _AM):
                return "self"
        return None

    def _next(self, index: int) -> str:
        return self.scene.words[index + 1] if index + 1 < len(self.scene.words) else ""

    def _resolved(self, index: int) -> Who:
        """Return whom a "he" or "she" stands for: the last person named before, else the first named after."""
        before = [place for place in self.named if place < index]
        if before:
            return self.named[max(before)]
        return self.named[min(self.named)] if self.named else "person"

    def called(self, hit: Hit) -> Aim | None:
        """Return who is called a name outright: "you muppet", "she is a rat", "what a clown"."""
        words = self.scene.words
        sentence = self.scene.sentence(hit)
        index = hit.first - 1
        while index >= sentence.first and words[index] in _FILLERS:
            index -= 1
        prior = words[index] if index >= sentence.first else ""
        article = "a" in words[index + 1 : hit.first] or "an" in words[index + 1 : hit.first]
        if prior in _CALLED:
            return Aim("you", here=True)
        if words[hit.last : hit.last + 2] in (["of", "a"], ["in", "a"]) and hit.last < sentence.last:
            return self.at(hit)
        if prior in _POINTING and index + 1 < hit.first:
            return Aim("person", here=True)
        if prior == "what" and article:
            return self.at(hit)
        if prior in _BE:
            found = self.at(hit)
            return found if found is not None and found.here else None
        if index in self.named and article:
            return Aim(self.named[index], here=True)
        return None


def _named(scene: Scene) -> dict[int, Who]:
    held: dict[int, Who] = {}
    for tag, who in _ROLES:
        for hit in scene.hits(tag):
            for index in range(hit.first, hit.last):
                held[index] = who
    for mention in scene.people:
        if not mention.known and not _PLACES.isdisjoint(scene.words[mention.first : mention.last]):
            continue
        kind: Who = mention.kind if mention.kind in {"councillor", "officer"} else "person"
        if kind == "person" and scene.words[mention.first] in {"mr", "mrs", "ms", "miss"}:
            kind = "resident"
        for index in range(mention.first, mention.last):
            held[index] = kind
    return held


_ROLES: tuple[tuple[str, Who], ...] = (
    ("one-resident", "resident"),
    ("one-official", "officer"),
    ("one-in-office", "councillor"),
)

OF_WHOM: dict[Who, str] = {
    "you": "the person you write to",
    "councillor": "a councillor",
    "officer": "an officer or employee",
    "resident": "a member of the public",
    "person": "a person",
}
"""How a reason names who is meant."""
