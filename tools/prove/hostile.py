"""Hostile texts: no detector may take longer than 50 ms on 20,000 characters made to be slow."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cllr.core import lexicon, registry
from cllr.core.lexicon.index import read_sources
from cllr.core.model import DRAFT_KINDS, Context, Draft
from cllr.core.scene import Scene
from cllr.core.wire import read_context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.detector import Detector

WHAT = "20,000 hostile characters: the slowest detector, and the one pass over the text, in milliseconds"
LENGTH = 20_000
LIMIT_MS = 50.0

CONTEXT = {
    "account": "councillor",
    "role": "candidate",
    "committees": ["planning"],
    "pending_matters": [{"subject": "a " * 300, "committee": "planning"}],
    "election": {"poll": "2027-05-06", "candidate": True},
    "on": "2027-04-20",
    "meeting": {"title": "Council", "exempt_items": ["Old Depot disposal " * 20], "in_progress": True},
    "colleagues": ["Jo Vane"],
    "officers": ["Ann Bell (clerk)"],
    "associates": ["Vale Club"],
    "exempt_text": ["Larch Homes has offered £412,000 for the Old Depot " * 20],
    "attachments": [{"kind": "image", "alt": "people " * 200, "people": True}],
    "emergency": {"name": "Flood", "lead": "Fire"},
}


def texts() -> Iterator[tuple[str, str]]:
    """Yield hostile texts with names: repeats, unclosed things, every tag's first pattern, marks of all kinds."""
    yield "one letter", "a" * LENGTH
    yield "single letters", "a " * (LENGTH // 2)
    yield "quotes", "'a \"b " * (LENGTH // 6)
    yield "open quotes", "\"'" * (LENGTH // 2)
    yield "masked", "s*t sh1t f**k " * (LENGTH // 14)
    yield "digits", "07700900123 " * (LENGTH // 12)
    yield "long digits", "1" * LENGTH
    yield "e-mail-like", "a.b@c.d-" * (LENGTH // 8)
    yield from details()
    yield "promoted", "Promoted by " * (LENGTH // 12)
    yield "capitals", "Jo Vane Of Hill Street " * (LENGTH // 23)
    yield "titles", "Cllr Mr Mrs " * (LENGTH // 12)
    yield "money", "£1,000,000 four million quid " * (LENGTH // 29)
    yield "marks", ("z\u0335\u031b" * LENGTH)[:LENGTH]
    yield "zero width", "a\u200bb\u202ec" * (LENGTH // 5)
    yield "emoji", "🔪🐷" * (LENGTH // 2)
    yield "newlines", "no\n" * (LENGTH // 3)
    yield "stops", "a. " * (LENGTH // 3)
    words = sorted(
        {word for tag in read_sources().values() for word in " ".join(tag["find"]).split() if word.isalpha()}
    )
    yield "vocabulary", " ".join(words * 40)[:LENGTH]
    yield "vocabulary in sentences", ". ".join(" ".join(words[i : i + 7]) for i in range(0, len(words), 7))[:LENGTH]


def details() -> Iterator[tuple[str, str]]:
    """Yield texts of what looks like details of a person, or nearly so."""
    yield "at signs", "a@a" * (LENGTH // 3)
    yield "dots", "a." * (LENGTH // 2)
    yield "digits and blanks", "1 " * (LENGTH // 2)
    yield "digits of a telephone", "0 1 (2) 3.4-5 " * (LENGTH // 14)
    yield "dialling codes", "+44 (0)" * (LENGTH // 7)
    yield "postcodes", "LS1 4AP " * (LENGTH // 8)
    yield "account numbers", "GB82 WEST 1234 5698 7654 32 12-34-56 " * (LENGTH // 37)
    yield "addresses", "flat 2, 12 Park Meadow Hall Road " * (LENGTH // 33)
    yield "addresses that end in nothing", "12 ab'cd.ef-gh ij kl " * (LENGTH // 21)
    numbers = "his number 07700 900123, jo@b.co.uk, 12 Hall Road, LS1 4AP, AB12 CDE, ref AB1234, NHS 943 476 5919, "
    yield "all details in one sentence", numbers * (LENGTH // len(numbers))
    numbers = "".join(f"the driver lives at {n} Church Road, call him on 0113 496 {n}, " for n in range(1000, 1400))
    yield "addresses that differ", numbers[:LENGTH]
    trouble = "He has cancer, 12 Mill Lane, born on 1/2/84. "
    yield "troubles at an address", trouble * (LENGTH // len(trouble))
    key = "the house is empty and the key is under the mat as we are away on holiday every Monday at six "
    yield "keys in one sentence", key * (LENGTH // len(key))
    yield "keys in sentences", (key.strip() + ". ") * (LENGTH // (len(key) + 1))


def run(size: str) -> dict[str, Any]:
    """Return the slowest place found; the small size tries the first eight texts on posts only."""
    context, _ = read_context(CONTEXT, "proof")
    kinds = DRAFT_KINDS if size == "full" else ("post",)
    held = list(texts()) if size == "full" else list(texts())[:8]
    worst = (0.0, "", "")
    worst_scan = worst_first = (0.0, "")
    for kind in kinds:
        for name, text in held:
            first, once = _scene(Draft(text, kind), context)
            second, again = _scene(Draft(text, kind), context)
            worst_first = max(worst_first, (once, f"{name} ({kind})"))
            worst_scan = max(worst_scan, (min(once, again), f"{name} ({kind})"))
            for detector in registry.shipped():
                if kind in detector.kinds:
                    worst = max(worst, (_spent(detector, (first, second)), detector.name, f"{name} ({kind})"))
    return {
        "texts": len(held),
        "slowest detector, ms": round(1000 * worst[0], 1),
        "which": f"{worst[1]} on {worst[2]}",
        "limit, ms": LIMIT_MS,
        "slowest pass over a text (normal form, sentences, lexicon), ms": round(1000 * worst_scan[0], 1),
        "on": worst_scan[1],
        "the same the first time, when patterns are made ready, ms": round(1000 * worst_first[0], 1),
    }


def _scene(draft: Draft, context: Context) -> tuple[Scene, float]:
    begun = time.perf_counter()
    scene = Scene(draft, context, lexicon.shipped(), first=registry.plan(draft.kind).tags)
    return scene, time.perf_counter() - begun


def _spent(detector: Detector, scenes: tuple[Scene, Scene]) -> float:
    """Return the shorter of two times, each on a scene of its own: the machine may be busy with something else.

    What several detectors share is paid for by the one that comes first.
    """
    times = []
    for scene in scenes:
        begun = time.perf_counter()
        list(detector.look(scene))
        times.append(time.perf_counter() - begun)
    return min(times)
