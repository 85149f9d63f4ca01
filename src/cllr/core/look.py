"""See what is in a draft. Knows no policy: what a clause makes of it is for `judge`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cllr.core import backing, lexicon, registry
from cllr.core.model import LANGUAGE_NAMES, Ask, Context, Draft, Match, Matches, NotChecked
from cllr.core.scene import Scene

if TYPE_CHECKING:
    from cllr.core.backing import Backing
    from cllr.core.detector import Detector
    from cllr.core.lexicon import Lexicon
    from cllr.core.model import Language
    from cllr.core.registry import Plan

TEXT_LIMIT = 100_000
"""Code points. A longer draft is refused by the doors; no platform we know takes one."""

MODEL = "backing"
"""The name under which the trained model speaks where a detector would."""
ALIKE = "The words are much like those people use who mean this; no rule of ours says so."

_NOTHING = Context()


def look(
    draft: Draft,
    context: Context = _NOTHING,
    *,
    plan: Plan | None = None,
    words: Lexicon | None = None,
    backed: bool = True,
) -> Matches:
    """Return all that the detectors see in a draft, and what was not looked at.

    `backed`: whether the trained model backs the rules; without it they stand alone.

    A detector that raises an exception costs its own answer only: it is told as not checked, with the kind of
    exception and never a word of the draft.
    """
    plan = plan or registry.plan(draft.kind)
    scene = Scene(draft, context, words or lexicon.shipped(), first=plan.tags)
    matches: list[Match] = []
    asks: list[Ask] = []
    missed = _languages(scene, plan)
    if scene.view.direction_marks:
        missed.append(
            NotChecked(
                None,
                "the text holds marks that turn the reading direction; it was read as if they were not there",
            )
        )
    for detector in _woken(scene, plan):
        try:
            said = list(detector.look(scene))
        except Exception as error:  # noqa: BLE001  a detector of ours or a council's may fail in any way
            missed += [NotChecked(name, _failed(error)) for name in detector.provisions]
            continue
        for one in said:
            if isinstance(one, Match):
                matches.append(replace(one, detector=detector.name))
            elif isinstance(one, Ask):
                asks.append(replace(one, detector=detector.name))
            else:
                missed.append(one)
    model = backing.shipped() if backed else None
    if model is not None:
        matches = _backed(scene, plan, matches, model)
    return Matches(
        draft=draft,
        context=context,
        matches=tuple(_settled(matches)),
        asks=tuple(dict.fromkeys(asks)),
        not_checked=(*dict.fromkeys(missed), *plan.not_yet),
        looked_at=plan.looked_at,
        languages=_counted(scene),
    )


def _failed(error: Exception) -> str:
    return f"the detector failed ({type(error).__name__}); please tell whoever runs this installation"


def _woken(scene: Scene, plan: Plan) -> list[Detector]:
    """Return the detectors to run, in the order of the plan."""
    context = scene.context
    wakers = [plan.by_tag[tag] for tag in scene.found if tag in plan.tags]
    if context.shared_from or context.replied_to:
        for other in (scene.shared, scene.replied_to):
            wakers += [plan.by_tag[tag] for tag in (other.found if other is not None else ()) if tag in plan.tags]
    if context is not _NOTHING:
        wakers += [detectors for name, detectors in plan.by_context if getattr(context, name) is not None]
    if not wakers:
        return list(plan.always)
    woken = {detector.name: detector for detectors in (plan.always, *wakers) for detector in detectors}
    return [woken[name] for name in sorted(woken, key=plan.order.__getitem__)]


def _backed(scene: Scene, plan: Plan, matches: list[Match], model: Backing) -> list[Match]:
    """Turn weak matches in words that look harmless into notes, and add what the model sees where no rule spoke."""
    read = model.read(scene.view)
    spoken = {match.provision for match in matches}
    several = len({match.provision for match in matches if not match.only_note}) > 1
    kept = [replace(m, only_note=True) if model.doubts(m, read, several=several) else m for m in matches]
    for provision in model.says(read):
        detector = plan.of.get(provision)
        if provision not in spoken and detector is not None and detector.stands(scene):
            kept.append(replace(_of_the_model(scene, provision, model), detector=MODEL))
    return kept


def _of_the_model(scene: Scene, provision: str, model: Backing) -> Match:
    """Return a match at the sentence that says most of it to the model."""
    number = model.number[provision]
    sentences = [s for s in scene.sentences if s.language in backing.READ]
    said = max(sentences, key=lambda s: model.scores(scene.words[s.first : s.last]).heads[number])
    return scene.match(provision, (said.first, said.last), "possible", ALIKE)


def _settled(matches: list[Match]) -> list[Match]:
    """Drop a match that lies inside a surer or longer one of the same provision, and plain repeats."""
    if len(matches) < 2:
        return matches
    order = {"sure": 0, "likely": 1, "possible": 2}
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (order[m.confidence], -((m.end or 0) - (m.start or 0)))):
        if not any(_covers(other, match) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: (m.start if m.start is not None else -1, m.provision))


def _covers(other: Match, match: Match) -> bool:
    if other.provision != match.provision or other.where != match.where or other.only_note != match.only_note:
        return False
    if match.start is None or match.end is None:
        return True
    if other.start is None or other.end is None:
        return False
    return other.start < match.end and match.start < other.end


def _counted(scene: Scene) -> tuple[tuple[Language, int], ...]:
    count: dict[Language, int] = {}
    for sentence in scene.view.sentences:
        count[sentence.language] = count.get(sentence.language, 0) + 1
    return tuple(count.items())


def _languages(scene: Scene, plan: Plan) -> list[NotChecked]:
    """Say first which sentences most detectors cannot read."""
    missed = []
    for language, count in _counted(scene):
        readers = plan.readers.get(language, ())
        if language == "none" or len(readers) == len(plan.looked_at):
            continue
        sentences = "1 sentence is" if count == 1 else f"{count} sentences are"
        read = f"read there only for {', '.join(readers)}" if readers else "not read at all"
        missed.append(NotChecked(None, f"{sentences} in {LANGUAGE_NAMES[language]}: {read}"))
    return missed
