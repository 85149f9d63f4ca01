"""Count how often the commonest words stand in our own texts: `src/cllr/core/frequency.json`.

The lexicon hangs each pattern on its rarest word, so that it is tried seldom; which word is rare is read off here.
The figures only steer speed. Nothing that is found depends on them.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter

from cllr.core.text import view
from tools.places import ROOT

CORPUS = (ROOT / "corpus/rows.jsonl.gz", ROOT / "corpus/bank.jsonl.gz")
TARGET = ROOT / "src/cllr/core/frequency.json"
PER = 100_000
LEAST = 20
"""Words that are rarer than this are not written down; they all count as rare."""


def made() -> str:
    """Return the text of the file."""
    count: Counter[str] = Counter()
    for path in CORPUS:
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            count.update(view(json.loads(line)["text"]).words)
    whole = sum(count.values())
    often = {word: round(PER * n / whole) for word, n in count.most_common() if PER * n / whole >= LEAST}
    return json.dumps(often, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Write the file."""
    TARGET.write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
