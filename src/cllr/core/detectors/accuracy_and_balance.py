"""Sees a claim put forward unchecked, a part knowingly left out, a picture of another place or time.

Authority: the founding policies (be accurate, fair and balanced; images must not mislead); the Nolan principles of
honesty and accountability. What is true is not known here: only what the words or the attachment give away.
Quiet on satire, on figures that say where to check them, and on an author who waits until he has read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cllr.core.lexicon import Hit
    from cllr.core.model import Attachment, Confidence, Match
    from cllr.core.scene import Scene

PROVISION = "accuracy-and-balance"
UNCHECKED = "You put something forward and say that you have not checked it."
HEARSAY = "Your figure rests on what somebody said."
RUMOUR = "You pass on an unconfirmed report for others to act on."
LEFT_OUT = "Your words say that something which changes the picture was left out, bent or out of date."
ABOUT_PEOPLE = "You lay something at the door of a kind of people or thing, and nothing says where that comes from."
PICTURE = "The picture seems to show another place or another time than your words say."
CAUSE = "You set two things side by side as cause and effect, and nothing says where that comes from."
SMALL = "The rise is from a very small number, and you do not say so."
SCIENCE = "You call on science or evidence and name none."
SCARE = "You pass on, as the truth, a story of hidden plots or harms that nothing shows."

_CLAIM = ("multiplied", "figure-about-people", "all-agree", "called-fact", "scare-story", "rumour-passed")
_ELSEWHERE = re.compile(
    r"\b(?:stock|library|agency|archive|archives|file photo(?:graph)?|generated|illustration|screenshot of a film"
    r"|abroad|spain|france|germany|rhineland|italy|poland|holland|netherlands|america|florida|australia|india|turkey|greece"
    r"|another (?:town|village|street|road|country|place|year)|different (?:town|village|street|road|year))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PERCENT = re.compile(r"\d\s?%")
_COUNT = re.compile(r"\b\d{1,7}\b")
SMALL_NUMBER = 10
_TRUTH = frozenset(["truth", "fact", "facts", "true"])
_EVIDENCE = frozenset(
    [
        "science", "scientifically", "research", "study", "evidence", "studies", "maths", "economics", "biology",
        "expert", "experts", "scientist", "scientists", "economist", "economists", "proved", "proven",
    ]
)  # fmt: skip


def _look(scene: Scene) -> Iterator[Said]:
    said = [
        way
        for because, confidence, tags, fits in _WAYS
        if scene.has(*tags) and (way := _first(scene, because, confidence, tags, fits)) is not None
    ]
    yield from said
    if not said:
        yield from _in_an_emergency(scene)
        for hit in scene.hits("dots-joined"):
            if (
                not scene.negated(hit)
                and scene.has_near(hit, "after-that", sentences=1)
                and scene.has_near(hit, "grave-turn", sentences=1)
                and _without_source(scene, hit)
            ):
                yield scene.match(PROVISION, hit, "possible", CAUSE)
                break
    yield from _pictures(scene)
    if (
        scene.context.attachments
        and scene.has("picture")
        and any(a.kind == "image" for a in scene.context.attachments)
    ):
        yield scene.ask(PROVISION, "picture-and-caption", "You speak of the picture that goes with your words.")
    shared = scene.shared
    if shared is None or not shared.has("scare-story") or scene.has("distance", "takes-it-back"):
        return
    if scene.has("backs-shared") or not _TRUTH.isdisjoint(scene.words):
        yield shared.match(PROVISION, shared.hits("scare-story")[0], "possible", SCARE)


def _first(
    scene: Scene, because: str, confidence: Confidence, tags: tuple[str, ...], fits: Callable[[Scene, Hit], bool]
) -> Match | None:
    """Return a match at the first hit of the tags that fits and is not told as somebody else's words."""
    hit = next((hit for hit in scene.hits(*tags) if not scene.quoted(hit) and fits(scene, hit)), None)
    return None if hit is None else scene.match(PROVISION, hit, confidence, because)


def _said_all_the_same(scene: Scene, hit: Hit) -> bool:
    if scene.has_near(hit, *_CLAIM, sentences=1) or scene.has("disowns"):
        return True
    return scene.has_near(hit, "said-all-the-same", sentences=1) and not scene.has("open-mind")


def _beside_a_figure(scene: Scene, hit: Hit) -> bool:
    return scene.has_near(hit, "figure-told", "figure-about-people", "all-agree", sentences=1) or _percent(scene)


def _in_an_emergency(scene: Scene) -> Iterator[Said]:
    """See hearsay or a guess passed on while those who lead an emergency are not asked."""
    if scene.context.emergency is None or scene.has("official-line", "link-given", "distance", "takes-it-back"):
        return
    hearsay = scene.hits("heard-of-the-emergency", "rumour-passed")
    orders = scene.hits("order-of-ones-own", "against-the-responders")
    if hearsay or orders:
        yield scene.sentence_match(PROVISION, (hearsay or orders)[0], "likely" if hearsay else "possible", RUMOUR)


def _percent(scene: Scene) -> bool:
    return _PERCENT.search(scene.norm) is not None


def _not_denied(scene: Scene, hit: Hit) -> bool:
    return not scene.negated(hit)


def _without_source(scene: Scene, hit: Hit) -> bool:
    sourced = scene.has("link-given", "shown-where") and not scene.has("unsourced")
    return not sourced and not scene.has("takes-it-back", "distance") and not scene.reported(hit)


def _for_others_to_act_on(scene: Scene, hit: Hit) -> bool:
    """Say whether an unconfirmed report comes with a call to spread it, or two signs of it stand together."""
    return len(scene.hits("rumour-passed")) > 1 and _without_source(scene, hit)


def _declared(scene: Scene, hit: Hit) -> bool:
    """Say whether a cause given for how all of a kind fare is declared beyond doubt, and nothing shows it."""
    return scene.has_near(hit, "called-fact", sentences=1) and _without_source(scene, hit)


def _calls_on_science(scene: Scene, hit: Hit) -> bool:
    named = scene.has("link-given", "as-opinion")
    return not named and not _EVIDENCE.isdisjoint(scene.words[hit.first : hit.last])


def _pictures(scene: Scene) -> Iterator[Said]:
    if scene.context.attachments is None:
        return
    passed = scene.hits("passed-off", "passed-off-laugh")
    for attachment in scene.context.attachments:
        if attachment.kind == "document":
            if scene.has("multiplied") and _small(attachment):
                yield scene.match(PROVISION, scene.hits("multiplied")[0], "possible", SMALL)
        elif _elsewhere(scene, attachment) and (scene.has("here-and-now") or passed):
            yield scene.match(PROVISION, next(iter(scene.hits("here-and-now")), None), "likely", PICTURE)
            return
    if passed:
        yield scene.match(PROVISION, passed[0], "possible", PICTURE)


def _elsewhere(scene: Scene, attachment: Attachment) -> bool:
    told = f"{attachment.alt or ''} {attachment.source or ''}"
    if _ELSEWHERE.search(told):
        return True
    on = scene.context.on
    years = {int(year) for year in _YEAR.findall(told)}
    return any(str(year) not in scene.text and (on is None or year < on.year) for year in years)


def _small(attachment: Attachment) -> bool:
    counts = [int(n) for n in _COUNT.findall(_YEAR.sub("", f"{attachment.alt or ''}"))]
    return bool(counts) and max(counts) <= SMALL_NUMBER


_WAYS: tuple[tuple[str, Confidence, tuple[str, ...], Callable[[Scene, Hit], bool]], ...] = (
    (UNCHECKED, "likely", ("unchecked",), _said_all_the_same),
    (HEARSAY, "possible", ("hearsay-figure",), _beside_a_figure),
    (LEFT_OUT, "possible", ("left-out", "old-or-bent"), _not_denied),
    (ABOUT_PEOPLE, "possible", ("figure-about-people", "cure-or-scare"), _without_source),
    (RUMOUR, "possible", ("rumour-passed",), _for_others_to_act_on),
    (HEARSAY, "possible", ("straw-poll",), _beside_a_figure),
    (SCIENCE, "possible", ("called-fact",), _calls_on_science),
    (CAUSE, "possible", ("sweeping-cause",), _declared),
)
"""What is said of a hit of some tags that fits, and how surely."""

DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes=(
        "unchecked",
        "hearsay-figure",
        "left-out",
        "old-or-bent",
        "figure-about-people",
        "cure-or-scare",
        "rumour-passed",
        "straw-poll",
        "called-fact",
        "sweeping-cause",
        "dots-joined",
        "heard-of-the-emergency",
        "order-of-ones-own",
    ),
    wakes_on=("attachments", "shared_from"),
    languages=("en", "sco"),
)
