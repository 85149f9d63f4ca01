"""Race one contestant over the texts on standard input (a JSON list); prints texts a second and the start-up time.

Each contestant runs in its own process on one core, one text at a time, as a form would call it. All are warmed up
with the same texts first. One that is not done after `LIMIT` seconds is stopped and rated by what it did. Run by
`make prove speed`, in an environment that holds the peers beside `cllr`.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


WARM_UP = 1000
SLICE = 50
LIMIT = 90.0


def _cllr(*, backed: bool = True) -> Callable[[list[str]], int]:
    from cllr.core.check import check_many
    from cllr.core.model import Context, Draft

    return lambda texts: sum(
        len(r.findings) for r in check_many(((Draft(t), Context()) for t in texts), backed=backed)
    )


def _cllr_rules() -> Callable[[list[str]], int]:
    return _cllr(backed=False)


def _better_profanity() -> Callable[[list[str]], int]:
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda texts: sum(profanity.contains_profanity(t) for t in texts)


def _alt_profanity_check() -> Callable[[list[str]], int]:
    from profanity_check import predict

    return lambda texts: sum(int(predict([t])[0]) for t in texts)


def _presidio_patterns() -> Callable[[list[str]], int]:
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    class NoLanguageModel(NlpEngine):  # type: ignore[misc]
        """Patterns only: no names, no parsing, which is Presidio at its fastest."""

        def load(self) -> None:
            """Load nothing."""

        def is_loaded(self) -> bool:
            """Say yes."""
            return True

        def process_text(self, text: str, language: str) -> Any:
            """Return nothing seen."""
            return NlpArtifacts([], [], [], [], self, language)

        def process_batch(self, texts: Any, language: str, **_: Any) -> Any:
            """Return nothing seen, for each."""
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word: str, language: str) -> bool:
            """Say no."""
            return False

        def is_punct(self, word: str, language: str) -> bool:
            """Say no."""
            return False

        def get_supported_entities(self) -> list[str]:
            """Return none."""
            return []

        def get_supported_languages(self) -> list[str]:
            """Return English."""
            return ["en"]

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=NoLanguageModel(), supported_languages=["en"])
    return lambda texts: sum(len(engine.analyze(t, language="en")) for t in texts)


CONTESTANTS = {
    "cllr": _cllr,
    "cllr, rules alone": _cllr_rules,
    "presidio-analyzer (patterns)": _presidio_patterns,
    "better-profanity": _better_profanity,
    "alt-profanity-check": _alt_profanity_check,
}


def main() -> None:
    """Run one contestant."""
    texts = json.load(sys.stdin)
    begun = time.perf_counter()
    run = CONTESTANTS[sys.argv[1]]()
    run(texts[:5])
    start = time.perf_counter() - begun
    if len(texts) > WARM_UP:
        run(texts[-WARM_UP:])
    found = done = 0
    ready = time.perf_counter()
    while done < len(texts) and time.perf_counter() - ready < LIMIT:
        found += run(texts[done : done + SLICE])
        done = min(len(texts), done + SLICE)
    seconds = time.perf_counter() - ready
    print(json.dumps({"rate": done / seconds, "start": start, "found": found, "done": done}))


if __name__ == "__main__":
    main()
