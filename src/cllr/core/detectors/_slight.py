"""Unkind words about one of the nine protected characteristics, and of which.

Shared by equality and respect: the first asks which characteristic, the second whether one person is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cllr.core.detectors._treatment import Aims, of_self, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detectors._treatment import Aim
    from cllr.core.lexicon import Hit
    from cllr.core.scene import Scene

AGE = "age"
DISABILITY = "disability"
GENDER = "gender reassignment"
MARRIAGE = "marriage or civil partnership"
PREGNANCY = "pregnancy or maternity"
RACE = "race"
RELIGION = "religion or belief"
SEX = "sex"
ORIENTATION = "sexual orientation"

SLURS = {
    "slur-race": RACE,
    "slur-traveller": RACE,
    "slur-religion": RELIGION,
    "slur-orientation": ORIENTATION,
    "slur-trans": GENDER,
    "slur-disability": DISABILITY,
}
PERSON_SLURS = {"slur-age": AGE, "slur-sex": SEX}
"""Hard names that are a slight only where a person is meant ("the old bat" may be a bat)."""
JIBES = {
    "race-jibe": RACE,
    "religion-jibe": RELIGION,
    "sex-jibe": SEX,
    "pregnancy-jibe": PREGNANCY,
    "orientation-jibe": ORIENTATION,
    "trans-jibe": GENDER,
    "disability-jibe": DISABILITY,
    "marriage-jibe": MARRIAGE,
}
PERSON_JIBES = {"age-jibe": AGE}
GROUPS = {
    "group-race": RACE,
    "group-traveller": RACE,
    "group-religion": RELIGION,
    "group-orientation": ORIENTATION,
    "group-trans": GENDER,
    "group-disability": DISABILITY,
}
WAKES = (
    *SLURS,
    *PERSON_SLURS,
    *JIBES,
    *PERSON_JIBES,
    "hostile-claim",
    "fitness-doubt",
    "traveller-theft",
    "vermin-name",
    "neg-trait",
    "labelled-role",
)
SUBJECTS = {**GROUPS, "group-sex": SEX, "group-age": AGE}
"""Groups that may be the subject of a sentence that makes them lesser."""
NEAR = 2
"""Words that may stand between a group and what is said of it."""
LONGEST = 12
"""Words. A longer hit of a sneer has its ends too far apart to mean what they mean together."""
_HELD_AGAINST = {
    "maternity-mention": PREGNANCY,
    "health-mention": DISABILITY,
    "faith-mention": RELIGION,
    "group-orientation": ORIENTATION,
    "group-trans": GENDER,
    "age-mention": AGE,
}
_LINKS = frozenset({"are", "is", "were", "all", "always", "just", "only", "being", "such", "theyre", "will", "do"})
_DENIED = frozenset({"not", "arent", "isnt", "never", "no", "against", "from", "by", "who", "and", "have", "need"})
_UNWILLING = frozenset({"dont", "shouldnt", "wouldnt", "never", "not", "cant", "wont", "hate", "why"})
_HAVING = frozenset({"want", "have", "need", "accept", "follow", "trust", "serve", "elect", "stand", "should", "let"})


class Slight(NamedTuple):
    """An unkind word about a characteristic."""

    hit: Hit
    of: str
    strong: bool


def slights(scene: Scene) -> list[Slight]:
    """Return what is unkind about a protected characteristic and is the author's own."""
    return scene.once(_slights) if scene.has(*WAKES) else []


def _slights(scene: Scene) -> list[Slight]:
    return list(_seen(Aims(scene)))


def _seen(aims: Aims) -> Iterator[Slight]:
    scene = aims.scene
    for table, person_needed in ((SLURS, False), (PERSON_SLURS, True), (JIBES, False), (PERSON_JIBES, True)):
        if not scene.has(*table):
            continue
        for tag, of in table.items():
            for hit in scene.hits(tag):
                if hit.last - hit.first > LONGEST or not _own(scene, hit):
                    continue
                if not person_needed or _here(aims, hit):
                    yield Slight(hit, of, strong=table is SLURS)
    yield from _hostile(scene)
    yield from _vermin(scene)
    yield from _lesser(scene)
    yield from _unfit(aims)


def at_a_person(aims: Aims) -> Iterator[tuple[Hit, Aim]]:
    """Yield the slights that are aimed at one person, and at whom."""
    for slight in slights(aims.scene):
        seen = aims.at(slight.hit)
        if seen is not None:
            yield slight.hit, seen


def slanted(scene: Scene) -> Hit | None:
    """Return a turn of scorn beside words that point at a group, where no goodwill stands near, or None."""
    hits = scene.hits("slant-strong")
    if not hits or scene.has("goodwill"):
        return None
    for hit in hits:
        pointed = scene.near(hit, "pointed-at", sentences=1)
        apart = pointed is not None and (pointed.last <= hit.first or hit.last <= pointed.first)
        if apart and not told_of(scene, hit):
            return hit
    return None


def set_apart(scene: Scene) -> Hit | None:
    """Return words that shut out or lessen a group named right before or behind them, or None."""
    hits = scene.hits("set-apart", "turned-from")
    people = scene.hits("group-people") if hits else []
    if not people or scene.has("goodwill"):
        return None
    of = scene.view.of_sentence
    for hit in hits:
        follows = hit.tag == "turned-from"
        named = any(
            of[group.first] == of[hit.first]
            and (0 <= group.first - hit.last <= 1 if follows else 0 <= hit.first - group.last <= NEAR)
            for group in people
        )
        if named and not told_of(scene, hit):
            return hit
    return None


def _here(aims: Aims, hit: Hit) -> bool:
    """Say whether one person is meant, in the sentence of a hit."""
    seen = aims.at(hit, reach=0)
    return seen is not None and seen.here


def _own(scene: Scene, hit: Hit) -> bool:
    return not (of_self(scene, hit) or told_of(scene, hit))


def _hostile(scene: Scene) -> Iterator[Slight]:
    """See a claim that hurts beside a word for a group."""
    for hit in scene.hits("hostile-claim"):
        of = None if scene.negated(hit) else _group_near(scene, hit)
        if of is not None and _own(scene, hit):
            yield Slight(hit, of, strong=False)
    for hit in scene.hits("traveller-theft"):
        if scene.has_near(hit, "group-traveller", sentences=1) and _own(scene, hit):
            yield Slight(hit, RACE, strong=False)


def _group_near(scene: Scene, hit: Hit) -> str | None:
    """Return the characteristic of a group named in the sentence of a hit or the next to it, or None."""
    if scene.could_be_near(hit, *GROUPS, sentences=1):
        for tag, of in GROUPS.items():
            if scene.has_near(hit, tag, sentences=1):
                return of
    return None


def _vermin(scene: Scene) -> Iterator[Slight]:
    """See people of a group called vermin or filth."""
    for hit in scene.hits("vermin-name"):
        of = None if scene.negated(hit) else _group_near(scene, hit)
        if of is not None and _own(scene, hit):
            yield Slight(hit, of, strong=False)


def _lesser(scene: Scene) -> Iterator[Slight]:
    """See a group made lesser as such: the group as subject, an unkind trait shortly behind it."""
    for hit in scene.hits("neg-trait"):
        group = _subject(scene, hit) if scene.could_be_near(hit, *SUBJECTS) else None
        if group is None:
            continue
        between = scene.words[group[0].last : hit.first]
        if _DENIED.isdisjoint(between) and (not between or not _LINKS.isdisjoint(between)) and _own(scene, hit):
            yield Slight(hit, group[1], strong=False)
    for hit in scene.hits("labelled-role"):
        before = scene.words[max(scene.sentence(hit).first, hit.first - 6) : hit.first]
        if not (_UNWILLING.isdisjoint(before) or _HAVING.isdisjoint(before)) and _own(scene, hit):
            of = next((of for tag, of in SUBJECTS.items() if scene.near(hit, tag)), RACE)
            yield Slight(hit, of, strong=False)


def _subject(scene: Scene, hit: Hit) -> tuple[Hit, str] | None:
    """Return the group that stands shortly before a hit in its sentence, with its characteristic, or None."""
    return next(
        (
            (named, of)
            for tag, of in SUBJECTS.items()
            for named in scene.before(hit, tag)
            if hit.first <= named.last + 4
        ),
        None,
    )


def _unfit(aims: Aims) -> Iterator[Slight]:
    """See a characteristic of somebody held against his fitness for a role."""
    scene = aims.scene
    for hit in scene.hits("fitness-doubt"):
        of = _held_against(scene, hit)
        if of is not None and aims.at(hit, reach=2) is not None and _own(scene, hit):
            yield Slight(hit, of, strong=False)


def _held_against(scene: Scene, hit: Hit) -> str | None:
    for tag, of in _HELD_AGAINST.items():
        if scene.has_near(hit, tag, sentences=1):
            return of
    return None
