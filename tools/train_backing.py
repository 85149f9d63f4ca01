"""Train the model that backs the rules (`src/cllr/core/model_files/backing.json`) and write its card.

    python -m tools.train_backing          needs scikit-learn; `make model` sets that up

Trained on the texts in `corpus/` alone: never on the development set, the held-out set or the founding policies.
Thresholds come from rows whose writer was left out of training. Same input, same output.
"""

from __future__ import annotations

import gzip
import itertools
import json
from collections import Counter
from dataclasses import asdict
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.svm import LinearSVC

from cllr.core import backing, people, wire
from cllr.core.language import tell
from cllr.core.look import look
from cllr.core.model import Draft, Match
from cllr.core.text import view
from tools.places import ROOT

CORPUS = ROOT / "corpus"
TARGET = ROOT / "src/cllr/core/model_files"

FOLDS = (
    ("ha", "hb"),
    ("hc", "hd"),
    ("he", "hf"),
    ("hg", "hh"),
    ("hi", "hj"),
    ("hk", "hl", "hm"),
    ("hn", "ho", "hp"),
    ("hq", "hr", "hs", "ht", "hu"),
)
"""Writers left out together. Every row is scored once by a model that saw none of its writer's rows."""

WORD_TEXTS, PAIR_TEXTS = 4, 3
"""A word or pair has to stand in that many texts to be known."""
PER_FEATURE = 14
"""Heads kept for a word or pair: those it says most about."""
LEAST = 0.04
"""Weights nearer to nothing than that are left out."""
SCALE = 1 / 100

UNSEEN = ("hd", "he", "hf", "hi", "hj", "hk", "hl", "hm", "hn", "ho", "hp", "hr", "hs")
"""Writers whose rows no rule was written from: matches in them tell how far a rule is to be believed."""
KEEP = 0.63
"""How likely a match of a rule has to be right in order to stay more than a note."""
LIFT, LIFT_TO, SPEAK = 1.2, 0.6, 0.6
"""A head speaks where its score and LIFT times that of anything (up to LIFT_TO) exceed SPEAK; chosen on rows whose
writers were left out: most found for at most one benign row in fifty."""

PARTIES = frozenset(
    {
        "labour", "tory", "tories", "conservative", "conservatives", "lib", "libdem", "libdems", "dem", "dems",
        "liberal", "democrat", "democrats", "green", "greens", "reform", "plaid", "cymru", "uk", "snp", "ukip",
        "dup", "uup", "sdlp", "sinn", "fein", "alliance", "tuv", "brexit", "corbyn", "starmer", "farage", "sunak",
        "johnson",
    }
)  # fmt: skip
NATIONS = frozenset({"england", "scotland", "wales", "ireland", "ulster", "britain", "cymru"})


class Text(NamedTuple):
    """One text with what it should raise; `hand` is the writer, `benign` whether it should raise nothing."""

    words: list[str]
    expect: frozenset[str]
    hand: str
    benign: bool


def texts() -> list[Text]:
    """Return the corpus: labelled rows, and the bank of utterances."""
    found = [
        Text(_words(row["text"]), frozenset(row["expect"]), row["id"][:2], not row["expect"])
        for row in _lines("rows.jsonl.gz")
    ]
    for row in _lines("bank.jsonl.gz"):
        expect = frozenset([row["provision"]]) if row["found"] else frozenset()
        found.append(Text(_words(row["text"]), expect, "bank", not row["found"]))
    return found


def _lines(name: str) -> list[dict[str, Any]]:
    data = gzip.decompress((CORPUS / name).read_bytes()).decode("utf-8")
    return [json.loads(line) for line in data.split("\n") if line]


def _words(text: str) -> list[str]:
    found = view(text)
    tell(found)
    return [w for s in found.sentences if s.language in backing.READ for w in found.words[s.first : s.last]]


def vocabulary(held: list[Text]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the words and pairs that are known, with their column; no first names, parties, nations or handles."""
    names = people.first_names()
    parties = {backing.stem(name) for name in PARTIES | NATIONS}
    counted: Counter[str] = Counter()
    for text in held:
        counted.update(
            {
                stem
                for w in text.words
                if w not in names
                and w[0] not in "@#£$€"
                and not w[0].isdigit()
                and (stem := backing.stem(w)) not in parties
            }
        )
    words = {word: i for i, word in enumerate(sorted(w for w, n in counted.items() if n >= WORD_TEXTS))}
    paired: Counter[str] = Counter()
    for text in held:
        paired.update(set(_pairs(text.words, words)))
    pairs = {pair: i for i, pair in enumerate(sorted(p for p, n in paired.items() if n >= PAIR_TEXTS))}
    return words, pairs


def _pairs(words: list[str], known: dict[str, int]) -> list[str]:
    stems = [s if (s := backing.stem(w)) in known else None for w in words]
    return [f"{a} {b}" for a, b in itertools.pairwise(stems) if a is not None and b is not None]


def matrix(
    held: list[Text], words: dict[str, int], pairs: dict[str, int], idf: tuple[Any, Any] | None
) -> tuple[Any, tuple[Any, Any]]:
    """Return the texts as rows of weighted words and pairs, each part of length one, and the idf of both parts."""
    parts, idfs = [], []
    for number, columns in enumerate((words, pairs)):
        rows, cols, values = [], [], []
        for row, text in enumerate(held):
            names = [backing.stem(w) for w in text.words] if number == 0 else _pairs(text.words, words)
            for name, count in Counter(n for n in names if n in columns).items():
                rows.append(row)
                cols.append(columns[name])
                values.append(1.0 + np.log(count))
        made = csr_matrix((values, (rows, cols)), shape=(len(held), len(columns)))
        if idf is None:
            texts_with = np.asarray((made > 0).sum(axis=0)).ravel()
            weights = np.round(np.log((1 + len(held)) / (1 + texts_with)) + 1, 2)
        else:
            weights = idf[number]
        made = made.multiply(weights).tocsr()
        norms = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel())
        norms[norms == 0] = 1
        parts.append(csr_matrix(made.multiply(1 / norms[:, None])))
        idfs.append(weights)
    return hstack(parts).tocsr(), (idfs[0], idfs[1])


class Trained(NamedTuple):
    """Weights (features by heads) and biases; the last head is "anything"."""

    weights: Any
    biases: Any


def train(held: list[Text], heads: list[str], x: Any) -> Trained:
    """Return one linear model a head, and one that tells whether a text raises anything."""
    weights, biases = [], []
    for head in heads:
        model = LinearSVC(C=0.5, class_weight={1: 3, 0: 1}, random_state=0)
        model.fit(x, np.array([int(head in t.expect) for t in held]))
        weights.append(model.coef_[0])
        biases.append(float(model.intercept_[0]))
    anything = LinearSVC(C=0.2, random_state=0)
    anything.fit(x, np.array([int(bool(t.expect)) for t in held]))
    return Trained(np.array([*weights, anything.coef_[0]]).T, np.array([*biases, float(anything.intercept_[0])]))


def shrunk(weights: Any) -> Any:
    """Return weights with only the strongest of each feature kept, in whole steps of SCALE; "anything" whole."""
    kept = np.where(np.abs(weights) >= LEAST, weights, 0)
    kept[:, -1] = weights[:, -1]
    heads = kept[:, :-1]
    if heads.shape[1] > PER_FEATURE:
        order = np.argsort(-np.abs(heads), axis=1)[:, PER_FEATURE:]
        np.put_along_axis(heads, order, 0, axis=1)
    return np.round(kept / SCALE) * SCALE


def left_out(held: list[Text], heads: list[str], rows: list[int], *, small: bool) -> Any:
    """Return scores of the rows, each by a model that saw nothing of its writer."""
    scores = np.zeros((len(held), len(heads) + 1))
    for fold in FOLDS:
        train_on = [t for t in held if t.hand not in fold]
        words, pairs = vocabulary(train_on)
        x, idf = matrix(train_on, words, pairs, None)
        weights, biases = train(train_on, heads, x)
        test = [i for i in rows if held[i].hand in fold]
        z, _ = matrix([held[i] for i in test], words, pairs, idf)
        scores[test] = z @ (shrunk(weights) if small else weights) + biases
    return scores


def weighing(heads: list[str], lines: list[dict[str, Any]], scores: Any) -> backing.Weighing:
    """Fit how far a match of a rule is to be believed, on rows of UNSEEN writers (`scores` of those rows)."""
    number = {head: i for i, head in enumerate(heads)}
    features, right = [], []
    for line, row in zip(lines, scores, strict=True):
        if line["id"][:2] not in UNSEEN:
            continue
        matches = [m for m in rules_alone(line) if not m.only_note]
        several = len({m.provision for m in matches}) > 1
        for match in matches:
            if match.provision not in number:
                continue
            wrong = match.provision in (line.get("must_not") or ()) or not line["expect"]
            if not wrong and match.provision not in line["expect"]:
                continue
            score = row[number[match.provision]]
            features.append(
                [
                    match.confidence == "possible",
                    match.confidence == "likely",
                    score,
                    row[-1],
                    score >= row[:-1].max(),
                    several,
                ]
            )
            right.append(not wrong)
    fitted = LogisticRegression(C=1.0).fit(np.array(features, dtype=float), np.array(right))
    weights = [round(float(c), 3) for c in fitted.coef_[0]]
    possible, likely, score_weight, anything, top, several_weight = weights
    return backing.Weighing(
        start=round(float(fitted.intercept_[0]), 3),
        possible=possible,
        likely=likely,
        score=score_weight,
        anything=anything,
        top=top,
        several=several_weight,
        keep=round(float(np.log(KEEP / (1 - KEEP))), 3),
        lift=LIFT,
        lift_to=LIFT_TO,
        speak=SPEAK,
    )


def rules_alone(line: dict[str, Any]) -> tuple[Match, ...]:
    """Return what the rules see in a labelled row, without the model."""
    context, _ = wire.read_context(line.get("context"), "row")
    kind, _ = wire.read_kind(line.get("kind"))
    return look(Draft(line["text"], kind), context, backed=False).matches


def figures(held: list[Text], heads: list[str], rows: list[int], scores: Any) -> dict[str, str]:
    """Return how the model does by itself, on rows whose writers were left out."""
    lift = LIFT * np.minimum(scores[:, -1], LIFT_TO)
    said = {i: {n for c, n in enumerate(heads) if scores[i, c] + lift[i] > SPEAK} for i in rows}
    wanted = sum(len(held[i].expect & set(heads)) for i in rows)
    right = sum(len(held[i].expect & said[i]) for i in rows)
    benign = [i for i in rows if held[i].benign]
    alarms = sum(bool(said[i]) for i in benign)
    return {
        "found by the model alone": f"{right} of {wanted} ({100 * right / wanted:.0f} %)",
        "benign rows on which it spoke": f"{alarms} of {len(benign)} ({100 * alarms / len(benign):.1f} %)",
        "benign told from the rest (area under the curve)": (
            f"{roc_auc_score([not held[i].benign for i in rows], scores[rows, -1]):.3f}"
        ),
    }


def main() -> None:
    """Train, shrink, fit how rules and model are weighed, write the model and its card."""
    held = texts()
    heads = sorted({name for t in held for name in t.expect})
    heads = [h for h in heads if sum(h in t.expect for t in held) >= 20]
    rows = [i for i, t in enumerate(held) if t.hand != "bank"]
    whole = left_out(held, heads, rows, small=False)
    small = left_out(held, heads, rows, small=True)
    by = weighing(heads, _lines("rows.jsonl.gz"), small[rows])
    words, pairs = vocabulary(held)
    x, idf = matrix(held, words, pairs, None)
    weights, biases = train(held, heads, x)
    cut = shrunk(weights)
    data = {
        "scale": SCALE,
        "heads": {head: round(float(b), 4) for head, b in zip(heads, biases, strict=False)},
        "anything": round(float(biases[-1]), 4),
        "weighing": asdict(by),
        "words": _packed(words, cut[: len(words)], idf[0]),
        "pairs": _packed(pairs, cut[len(words) :], idf[1]),
    }
    TARGET.mkdir(exist_ok=True)
    (TARGET / "backing.json").write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    before, after = figures(held, heads, rows, whole), figures(held, heads, rows, small)
    counts = {"texts": len(held), "rows": len(rows), "words": len(words), "pairs": len(pairs)}
    size = (TARGET / "backing.json").stat().st_size
    (TARGET / "backing.md").write_text(
        _card(counts, before, after, size, int((cut != 0).sum()), int(weights.size)), encoding="utf-8"
    )
    print(json.dumps({"before shrinking": before, "after": after, **counts, **asdict(by), "bytes": size}, indent=1))


def _packed(columns: dict[str, int], weights: Any, idf: Any) -> dict[str, list[int]]:
    packed = {}
    for name, column in columns.items():
        row = weights[column]
        held = [(int(h), round(row[h] / SCALE)) for h in np.flatnonzero(row[:-1])]
        # A feature that says nothing still counts for the length of the row.
        packed[name] = [round(idf[column] * 100), round(row[-1] / SCALE), *(value for pair in held for value in pair)]
    return packed


def _card(
    counts: dict[str, int], before: dict[str, str], after: dict[str, str], size: int, kept: int, of: int
) -> str:
    rows = "\n".join(f"| {name} | {before[name]} | {after[name]} |" for name in after)
    return f"""# Card: backing

**What it is.** One linear score for each provision, and one for anything at all, over words and pairs of words
without their endings (tf-idf, each part of length one). It backs the rules: see `core/backing.py`.
How a match of a rule and the scores of its text are weighed was fitted on the rows of writers that no rule was
written from.

**Trained on** `corpus/` ({counts["texts"]} texts written for this project; its card says how). No council's policy,
no public post, not the development set and not the held-out set. First names, parties, nations, handles and figures
are no features.

**Made by** `make model` (`tools/train_backing.py`): LinearSVC of scikit-learn, then shrunk: {kept:,} of {of:,}
weights are kept, in steps of {SCALE}. {counts["words"]:,} words, {counts["pairs"]:,} pairs, {size / 1e6:.1f} MB.

**Measured** on the {counts["rows"]} rows of the corpus, each by a model that saw nothing of its writer:

| | before shrinking | as shipped |
|---|---|---|
{rows}

**Licence.** MIT, as the project and its corpus.

**Limits.** It reads words, not facts: what only context shows it cannot know. Its texts are invented; real posts are
duller. It never gives more than *possible*, and where it doubts a rule the match stays in sight as a note.
"""


if __name__ == "__main__":
    main()
