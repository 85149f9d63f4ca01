"""Read a profile: its name, handle, biography and settings, who it shows, and for whom it is meant.

A profile comes as lines, with labels ("Name:", "Bio:", "Visibility:", in English, Welsh or Polish) or without.
Nothing is looked up: only the words of the profile and the context are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from cllr.core.people import capitals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

Words = tuple[int, int]
Label = Literal["name", "handle", "about", "seen-by", "comments", "other"]

LINES_AT_MOST = 60
"""A profile has a dozen lines; what a hostile text has after these is not read as lines."""
NAME_AT_MOST = 6
"""Words. A first line without a label is a name only as far as this."""

_LABELS: dict[Label, tuple[str, ...]] = {
    "name": (
        "name", "display name", "page name", "account name", "profile name", "full name", "title", "page",
        "page title", "blog", "blog title", "blog name", "site", "site name", "group name", "channel", "channel name",
        "enw", "teitl", "nazwa", "imię", "imię i nazwisko", "ainm",
    ),
    "handle": ("handle", "username", "user name", "user", "at", "url", "address", "web address", "screen name"),
    "about": (
        "bio", "biography", "about", "about me", "about us", "intro", "introduction", "description", "headline",
        "tagline", "strapline", "summary", "bywgraffiad", "amdanaf", "amdanaf i", "amdanom", "disgrifiad", "o mnie",
        "opis",
    ),
    "seen-by": (
        "visibility", "privacy", "audience", "posts", "account", "account type", "settings", "setting", "profile",
        "status", "posts visible to", "future posts", "friends list", "friend list", "location", "location sharing",
        "tagged location", "locked", "private", "private account", "protected", "protected posts", "profile locked",
        "profile locking", "stories", "photos", "albums", "gwelededd", "preifatrwydd", "widoczność", "prywatność",
    ),
    "comments": ("comments", "comment", "commenting", "who can comment", "sylwadau", "komentarze"),
    "other": (),
}  # fmt: skip
_LABEL_OF: dict[str, Label] = {word: label for label, words in _LABELS.items() for word in words}
_LABELLED = re.compile(r"[ ]*([^\W\d_][^\n:=]{0,30}?)[ ]*[:=]")
_NAME_ENDS = re.compile(r"[|•·\n(\[!?]| - |, (?:by|from|for) |[.:;,](?= |$)|[\u2600-\u27bf\U0001f000-\U0001faff]")

# Whether a setting says that anybody may look in. The first words decide ("visible to everyone").
_OPEN = frozenset(
    [
        "public", "publicly", "everyone", "everybody", "anyone", "anybody", "open", "world", "unlocked", "all",
        "cyhoeddus", "pawb", "publiczny", "publiczna", "publiczne", "wszyscy", "każdy",
    ]
)  # fmt: skip
_CLOSED = frozenset(
    [
        "friends", "friend", "private", "locked", "followers", "approved", "only", "family", "protected",
        "closed", "hidden", "limited", "restricted", "me", "nobody", "preifat", "ffrindiau", "znajomi",
        "prywatny", "prywatna", "prywatne", "tylko",
    ]
)  # fmt: skip
_OFF = frozenset(["off", "no", "none", "never", "disabled", "unset"])
_ON = frozenset(["on", "yes", "enabled", "precise", "always"])
_LOCKS = ("locked", "private", "protected", "profile lock")
_WHERE = ("location", "tagged location")
_WHO_MAY_SEE = re.compile(r"who (?:can|may) (?:see|view|read|find|follow|look)|visible to|seen by|pwy (?:sy|all)")
_COMMENTS_ON = frozenset(
    ["on", "open", "everyone", "anyone", "all", "public", "enabled", "welcome", "allowed", "yes", "unmoderated"]
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a profile: words [first, last) behind its label."""

    label: Label
    title: str
    """The label as written, in lower case; empty where there is none."""
    first: int
    last: int


def lines(scene: Scene) -> list[Line]:
    """Return the lines of a profile with their labels; without labels the first is the name, the rest about."""
    found: list[Line] = []
    view = scene.view
    position = 0
    index = 0
    for text in islice(scene.norm.split("\n"), LINES_AT_MOST):
        end = position + len(text)
        label, title, begin = _label(text)
        while index < len(view.words) and view.starts[index] < position + begin:
            index += 1
        first = index
        while index < len(view.words) and view.starts[index] < end:
            index += 1
        position = end + 1
        if first == index:
            continue
        if not title:
            label = "handle" if text.lstrip().startswith("@") else "about" if found else "name"
        found.append(Line(label, title, first, index))
    return found


def _label(text: str) -> tuple[Label, str, int]:
    match = _LABELLED.match(text)
    if match is None:
        return "about", "", 0
    title = match.group(1).strip()
    if title in _LABEL_OF:
        return _LABEL_OF[title], title, match.end()
    if _WHO_MAY_SEE.match(title):
        return "seen-by", title, match.end()
    if title.startswith(
        ("who can", "who may", "picture", "photo", "header", "banner", "pinned", "followers", "link", "llun")
    ):
        return "other", title, match.end()
    return "about", "", 0


def names(scene: Scene, among: list[Line]) -> list[Words]:
    """Return the words of the display name and of the handle."""
    return [_name_part(scene, line) for line in among if line.label in {"name", "handle"}]


def _name_part(scene: Scene, line: Line) -> Words:
    """Return the part of a line that is the name; a first line without label runs on into the biography."""
    if line.label == "handle":
        return line.first, line.last
    view = scene.view
    start = view.starts[line.first]
    end = view.ends[line.last - 1]
    # A title's full stop ("Cllr. Bell") ends no name.
    match = _NAME_ENDS.search(scene.norm, start + 1, end)
    last = line.last
    if match is not None:
        last = next((i for i in range(line.first, line.last) if view.starts[i] >= match.start()), line.last)
    return line.first, max(
        line.first + 1, min(last, line.first + (NAME_AT_MOST if not line.title else 2 * NAME_AT_MOST))
    )


_TITLES = ("cllr", "councillor", "cynghorydd", "cyng", "radny", "radna")


def title_in(scene: Scene, where: list[Words]) -> Words | None:
    """Return the word of a name or handle that is, or begins or ends with, the title of a councillor."""
    for first, last in where:
        for index in range(first, last):
            word = scene.words[index].lstrip("@#")
            titled = (
                word in _TITLES
                or word.startswith(("cllr", "councillor", "cynghorydd"))
                or word.endswith(("cllr", "councillor"))
            )
            if titled and word not in {"cllrs", "councillors"} and not _denied(scene, index):
                return index, index + 1
    return None


def _denied(scene: Scene, index: int) -> bool:
    before = set(scene.words[max(0, index - 3) : index])
    return not before.isdisjoint(
        {"not", "never", "no", "ex", "former", "isnt", "aint", "fake", "parody", "dear", "for"}
    )


# Nouns for a page, a mask or a watch: a name made of them names nobody.
_MASKS = frozenset(
    [
        "watch", "watcher", "watchers", "watching", "watchdog", "truth", "truths", "voice", "voices",
        "lantern", "owl", "gull", "magpie", "badger", "mole", "rat", "mouse", "cat", "fly", "ghost", "phantom",
        "spectre", "shadow", "shadows", "gaffer", "moderator", "insider", "insiders", "eye", "eyes", "ear",
        "ears", "spy", "whisperer", "whisper", "whispers", "news", "matters", "talk", "tales", "leaks", "leak",
        "leaker", "exposed", "uncovered", "unmasked", "confidential", "secrets", "secret", "gossip", "mask",
        "masked", "anonymous", "anon", "nobody", "somebody", "someone", "citizen", "oracle", "prophet",
        "raconteur", "diary", "diaries", "files", "papers", "chronicle", "chronicles", "bugle", "echo",
        "times", "observer", "sentinel", "beacon", "searchlight", "spotlight", "torch", "mirror", "gadfly",
        "gremlin", "grump", "grumbler", "heckler", "ratepayer", "taxpayer", "backbencher", "resident", "local",
        "stirrer", "scribe", "scribbler", "quill", "pen", "gazette", "herald", "informer", "informant",
        "whistleblower", "critic", "dissenter", "rebel", "maverick", "joker", "jester", "clown", "wizard",
        "witch", "fairy", "troll", "viper", "hornet", "wasp", "otter", "hedgehog", "squirrel", "donkey",
        "goat", "sheep", "ferret", "weasel", "stoat", "lynx", "gatepost", "lamppost", "bollard", "pothole",
        "signpost", "milestone", "pigeonhole", "noticeboard", "parrot", "penguin", "sphinx", "unfiltered",
        "undercover", "underground", "uncensored", "inside", "council", "chamber", "committee", "councillor",
        "member", "blog", "forum", "notes", "views", "thoughts", "musings", "ramblings", "daily", "weekly",
        "today", "updates", "info", "bulletin", "journal", "letters", "correspondent", "guy", "bloke", "man",
        "woman", "lady", "lad", "lass", "chap", "person", "thing", "cockerel", "cuckoo", "toad", "newt",
        "frog", "snail", "slug", "spider", "ant", "beetle", "moth", "fixer", "agitator", "malcontent",
        "lurker", "observerer", "scrutineer", "pigeon", "seagull", "cormorant", "hare", "mongoose",
        "armadillo", "griffin", "unicorn", "dragon", "banshee", "kelpie", "goblin", "pixie", "imp",
    ]
)  # fmt: skip
# Masks that stand before the place or people they speak for.
_SPEAKING = frozenset(["voice", "voices", "eye", "eyes", "ear", "ears", "ghost", "conscience", "spirit", "truth"])
# Masks that are surnames too: they hide somebody only behind an article.
_SURNAMES_TOO = frozenset(
    [
        "fox", "crow", "raven", "rook", "robin", "hawk", "wolf", "bear", "lamb", "knight", "baron", "king",
        "queen", "duke", "sage", "ward", "hall", "page", "post", "parish", "bell", "heron", "finch", "swift",
        "fisher", "starling", "sparrow", "peacock", "bird", "eagle", "kestrel", "town", "village", "clock",
        "beacon", "sheep", "grouse", "drake", "swan", "nightingale", "wren", "crane",
    ]
)  # fmt: skip
_ARTICLES = frozenset(["the", "a", "an", "your", "one", "yr"])
_SMALL = frozenset(["ap", "ab", "ferch", "de", "van", "von", "bin", "al", "el", "le", "la", "da", "mac", "o", "st"])
_MASKED_ENDS = (
    "watch", "truth", "truths", "voice", "owl", "insider", "eye", "spy", "leaks", "news", "mole", "exposed", "talk",
    "matters", "ghost", "gull", "whisperer", "anon", "unmasked", "uncovered", "files", "gossip", "critic", "resident",
)  # fmt: skip


def shows_name(scene: Scene, among: list[Line]) -> bool | None:
    """Say whether a profile shows a person's name: True, False where it plainly does not, None in doubt."""
    where = names(scene, among)
    for m in scene.people:
        words = [word for word in scene.words[m.first : m.last] if word not in _TITLES]
        in_name = any(line.label in {"name", "handle"} and line.first <= m.first < line.last for line in among)
        titled = m.kind == "councillor" and len(words) < m.last - m.first
        if not words or words[0] == "y" or words[0].endswith("ing") or not _MASKS.isdisjoint(words):
            # "Y" before a Welsh noun is the article: "Y Dylluan" is an owl.
            continue
        if scene.words[m.first - 1 : m.first] == ["of"] and not _SPEAKING.isdisjoint(scene.words[: m.first - 1][-1:]):
            # "The Voice of Upper Dene": a mask and the place it speaks for.
            continue
        opens = any(line.first == m.first for line in among)
        if in_name or (opens and (titled or len(words) > 1)):
            return True
    if scene.has("named-within"):
        return True
    shown = [words for words in where if words[1] > words[0]]
    return _named_by(scene, *shown[0]) if shown else None


def _named_by(scene: Scene, first: int, last: int) -> bool | None:
    """Judge a name that holds no known first name."""
    words = scene.words[first:last]
    if words[0] in _ARTICLES or (words[0] == "y" and len(words) > 1 and words[1] not in _TITLES):
        return False
    if not _MASKS.isdisjoint(words) or any(len(w) > 8 and w.endswith(_MASKED_ENDS) for w in words):
        titled = [w for w in words if w in _TITLES]
        rest = [w for w in words if w not in _TITLES and w not in _MASKS]
        return bool(titled) and len(rest) > 1
    upper = capitals(scene.view)
    paired = last - first > 1 and upper[first] and upper[first + 1]
    if (
        upper[first]
        and not paired
        and any(not upper[i] and scene.words[i] not in _SMALL for i in range(first + 1, last))
    ):
        # A phrase, not a person: names are capitalised throughout or not at all.
        return False
    titled_name = words[0] in _TITLES and len(words) > 1 and len(words[1]) > 1
    pair = len(words) in {2, 3} and all(upper[i] or scene.words[i] in _SMALL for i in range(first, last))
    hidden = scene.context.account == "anonymous"
    return True if titled_name or (pair and not hidden and words[-1] not in _SURNAMES_TOO) else None


def is_open(scene: Scene, among: list[Line]) -> Words | None:
    """Return the setting that lets everybody look in, or None where none does or one is closed."""
    found = None
    for line in among:
        if line.label != "seen-by" or not line.title:
            continue
        words = scene.words[line.first : line.last][:4]
        lock = line.title.startswith(_LOCKS)
        if line.title in _WHERE:
            opened = not _ON.isdisjoint(words)
        elif lock and not {*words}.isdisjoint(_ON | _OFF):
            opened = not _OFF.isdisjoint(words)
        elif not _CLOSED.isdisjoint(words):
            if line.title in {"visibility", "privacy", "audience", "account", "gwelededd", "widoczność"}:
                return None
            opened = False
        else:
            opened = not _OPEN.isdisjoint(words)
        if opened and found is None:
            found = line.first, line.last
    return found


def is_closed(scene: Scene, among: list[Line]) -> bool:
    """Say whether a setting lets only chosen people look in."""
    return any(
        line.label == "seen-by" and not _CLOSED.isdisjoint(scene.words[line.first : line.last][:4]) for line in among
    )


def comments_on(scene: Scene, among: list[Line]) -> Words | None:
    """Return the line of settings that opens comments, or None."""
    for line in among:
        if line.label == "comments" and not _COMMENTS_ON.isdisjoint(scene.words[line.first : line.last][:5]):
            return line.first, line.last
    return None


_DENIALS = frozenset(
    [
        "not", "no", "never", "nothing", "nowt", "none", "dont", "doesnt", "isnt", "arent", "nor", "neither",
        "without", "zero", "nobody", "nid", "dim", "ddim", "heb", "nie", "bez", "nae",
    ]
)  # fmt: skip


def stated(scene: Scene, *tags: str, reach: int = 8) -> Iterator[Hit]:
    """Yield the hits of tags that no word of denial stands before, in their sentence."""
    for hit in scene.hits(*tags):
        first = max(scene.sentence(hit).first, hit.first - reach)
        if _DENIALS.isdisjoint(scene.words[first : hit.first]):
            yield hit


def office(scene: Scene, among: list[Line]) -> Hit | Words | None:
    """Return where the profile says that its owner holds office: in the name, or in the words about."""
    return title_in(scene, names(scene, among)) or next(stated(scene, "office-held", reach=2), None)


def is_private(scene: Scene, among: list[Line]) -> bool:
    """Say whether the account is meant for family and friends: known, or by its words where that is unknown."""
    account = scene.context.account
    if account is not None:
        return account == "private"
    return scene.has("meant-private") and not title_in(scene, names(scene, among))


def members(scene: Scene) -> bool:
    """Say whether the author may be a councillor (unknown counts, another role does not)."""
    return scene.context.role in {None, "councillor"}


def may_be_private(scene: Scene) -> bool:
    """Say whether a councillor's account may be meant for family and friends, by what is known of it."""
    return members(scene) and scene.context.account in {None, "private"}


def unnamed(scene: Scene) -> Words | None:
    """Return the name of a councillor's profile that touches the council and shows nobody's name, else None.

    Private and council accounts are left out, and so is a doubtful name unless the words play at hiding.
    """
    if not members(scene) or scene.context.account in {"private", "council"}:
        return None
    among = lines(scene)
    if not among:
        return None
    touches = office(scene, among) is not None or scene.has("insider-claim", "council-in-profile")
    if not touches or (scene.context.role is None and not scene.has("insider-claim", "office-held")):
        return None
    shown = shows_name(scene, among)
    plays = scene.has("hides-who", "plays-hidden") or scene.context.account == "anonymous"
    if shown is False and scene.has("blog-place", "comments-open") and not (plays or scene.has("insider-claim")):
        # The name of a blog is not yet the name of a mask.
        return None
    if (shown and not scene.has("hides-who")) or (shown is None and not (plays or scene.has("safety-reason"))):
        return None
    where = names(scene, among)
    return where[0] if where else (among[0].first, among[0].last)


_TELLING = frozenset(
    [
        "view", "views", "opinion", "opinions", "thoughts", "speak", "speaks", "speaking", "say", "says",
        "said", "write", "writes", "writing", "words", "posts", "tweets", "express", "expresses", "expressed",
        "represent", "represents", "reflect", "reflects", "blame", "behalf", "capacity", "position", "policy",
        "agree", "agreed", "endorse", "endorsed", "vet", "vets", "approved", "official", "barn", "farn",
        "safbwynt", "poglady",
    ]
)  # fmt: skip
_NOT_THEIRS = frozenset(
    [
        "not", "no", "never", "nothing", "nor", "neither", "dont", "doesnt", "isnt", "arent", "nobody", "none",
        "seldom", "rarely", "without",
    ]
)  # fmt: skip
_BODIES = frozenset(
    [
        "council", "councils", "employer", "employers", "authority", "authoritys", "party", "partys", "group",
        "groups", "colleagues", "borough", "boroughs", "countys", "cyngor", "committee", "town", "parish",
    ]
)  # fmt: skip


def disclaims(scene: Scene) -> bool:
    """Say whether a profile says, in whatever words, that it does not speak for the council."""
    if scene.has("views-own"):
        return True
    for sentence in scene.sentences:
        words = scene.words[sentence.first : sentence.last]
        if not (_TELLING.isdisjoint(words) or _NOT_THEIRS.isdisjoint(words) or _BODIES.isdisjoint(words)):
            return True
    return False
