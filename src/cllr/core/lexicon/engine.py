"""Find patterns in one pass over the words of a text.

Each row is hung on its rarest word and tried only where the other words it needs stand in the sentence, so most rows
are never tried. No row crosses the end of a sentence. Only the tags that are asked for are looked for: first those
that wake detectors, then, when a woken detector asks or a row refers to it, one tag at a time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cllr.core.lexicon.index import QUIET, Index, index, shipped_index
from cllr.core.lexicon.packed import Unpacker
from cllr.core.lexicon.patterns import DYNAMIC, Row, first_words, how_common
from cllr.core.lexicon.reading import Dynamic, Reading
from cllr.core.lexicon.walk import Step, chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cllr.core.text import View

HITS_PER_TAG = 64
"""Further hits of one tag in one text are not kept: a text made of swear words is found as one all the same."""

TRIES = 10_000
"""Rows tried in one pass over a text. One made of nothing but pattern words stops there; what was found counts."""


class Hit(NamedTuple):
    """A place where a pattern of a tag stands: words [first, last) of the view."""

    tag: str
    first: int
    last: int


_Needs = tuple[frozenset[str], ...]
_Table = dict[str, list[tuple["Row", _Needs]]]


class _Hung:
    """What hangs on one word: tags it finds by itself, and rows, with what else they need, by the words near it."""

    __slots__ = ("after", "alone", "before", "near", "near_words", "rows", "tags")

    def __init__(self, tags: list[str], rows: list[Row]) -> None:
        self.tags = tags
        self.rows = bool(rows)
        self.alone: list[tuple[Row, _Needs]] = []
        """Rows that need no other word."""
        self.after: _Table = {}
        """Rows by the word that must stand right behind the anchor."""
        self.before: _Table = {}
        """Rows by the word that must stand right before it."""
        self.near: _Table = {}
        """Rows by a word that must stand in its sentence."""
        for row in rows:
            self._hang(row)
        self.near_words = frozenset(self.near)

    def _hang(self, row: Row) -> None:
        ways = [(how_common(need) * USUAL_SENTENCE, need, self.near) for need in row.needs[:1]]
        for table, part in ((self.after, row.after), (self.before, row.before)):
            words = first_words(part)
            if words is not None:
                ways.append((how_common(words), words, table))
        if not ways:
            self.alone.append((row, ()))
            return
        _, words, table = min(ways, key=lambda way: way[0])
        # A word near by may stand in another sentence; one right beside it has been seen where it has to be.
        needs = row.needs if table is self.near else tuple(need for need in row.needs if need != words)
        one = (row, needs)
        for word in words:
            table.setdefault(word, []).append(one)


_NOTHING = _Hung([], [])
"""What hangs on a word that no pattern has."""

USUAL_SENTENCE = 15
"""Words in a sentence, to weigh a word that may stand anywhere in it against one that must stand close by."""


ALWAYS = frozenset({""})
"""What is kept of a tag that needs no word: it hangs on a place that the scene knows."""


class _Part:
    """Some names (tags, or what silences them), ready to be looked for in one pass."""

    def __init__(self, lexicon: Lexicon, names: Iterable[str]) -> None:
        self._lexicon = lexicon
        self._single: dict[str, list[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        self.woken: list[tuple[str, Row]] = []
        """Rows that a hit of another tag wakes, with that tag, and need no word."""
        self.woken_near: dict[str, list[tuple[str, Row]]] = {}
        """Those that need a word, by that word."""
        for name in sorted(names):
            self._take(name)
        self.woken_words = frozenset(self.woken_near)
        self.hung: dict[str, _Hung | None] = dict.fromkeys((*self._single, *self._by_word))
        """Every word something hangs on; what hangs there once it was met."""
        self.words = frozenset(self.hung)

    def _take(self, name: str) -> None:
        hangs = self._lexicon.hangs(name)
        for word in hangs.single:
            self._single.setdefault(word, []).append(name)
        for word, number in hangs.words:
            self._by_word.setdefault(word, []).append(number)
        for tag, number in hangs.tags:
            for row in self._lexicon.rows(number):
                if row.woken_by != tag:
                    continue
                if row.needs:
                    for word in row.needs[0]:
                        self.woken_near.setdefault(word, []).append((tag, row))
                else:
                    self.woken.append((tag, row))

    def on(self, word: str) -> _Hung:
        """Return what hangs on a word, made when it is first met."""
        rows = (row for number in self._by_word.get(word, ()) for row in self._lexicon.rows(number))
        hung = _Hung(self._single.get(word, []), [row for row in rows if word in row.words and not row.alone])
        self.hung[word] = hung
        return hung


class _Hangs(NamedTuple):
    """What the patterns of one tag hang on."""

    single: list[str]
    words: list[tuple[str, int]]
    tags: list[tuple[str, int]]


class Lexicon:
    """All patterns. A part is made ready when it is first asked for; several threads may scan at once."""

    def __init__(self, made: Index) -> None:
        self.tags = frozenset(made.tags)
        self._quiet_within = made.tags
        self._patterns = made.patterns
        self._unpacker = Unpacker(made.sets)
        self._rows: dict[int, list[Row]] = {}
        self._parts: dict[str | frozenset[str], _Part] = {}
        self._hangs: dict[str, _Hangs] = {}
        for word, names in made.single.items():
            for name in names:
                self._hang(name).single.append(word)
        for word, numbers in made.by_word.items():
            for number in numbers:
                self._hang(made.patterns[number][0]).words.append((word, number))
        for tag, numbers in made.by_tag.items():
            for number in numbers:
                self._hang(made.patterns[number][0]).tags.append((tag, number))
        self._waking: dict[str, frozenset[str]] = {}
        self.disguised = frozenset(made.disguised)
        """Words that are looked for also when masked, spaced out or drawn out."""

    def _hang(self, name: str) -> _Hangs:
        held = self._hangs.get(name)
        if held is None:
            held = self._hangs[name] = _Hangs([], [], [])
        return held

    def hangs(self, name: str) -> _Hangs:
        """Return what the patterns of a tag (or of what silences it) hang on."""
        return self._hangs.get(name) or _Hangs([], [], [])

    def rows(self, number: int) -> list[Row]:
        """Return the rows of a pattern, made once."""
        rows = self._rows.get(number)
        if rows is None:
            rows = self._rows[number] = self._unpacker.unpack(*self._patterns[number])
        return rows

    def could_stand(self, name: str, words: frozenset[str]) -> bool:
        """Say whether a tag could be found among these words at all; most tags could not, in most texts."""
        waking = self._waking.get(name)
        if waking is None:
            waking = self._waking[name] = self._wakes(name)
        return waking is ALWAYS or not waking.isdisjoint(words)

    def _wakes(self, name: str) -> frozenset[str]:
        """Return the words of which one has to be in a text in which the tag stands, or ALWAYS."""
        if name in DYNAMIC:
            return ALWAYS
        hangs = self.hangs(name)
        found = {*hangs.single, *(word for word, _ in hangs.words)}
        for tag, _ in hangs.tags:
            words = self._wakes(tag)
            if words is ALWAYS:
                return ALWAYS
            found |= words
        return frozenset(found)

    def _part(self, names: str | frozenset[str]) -> _Part:
        part = self._parts.get(names)
        if part is None:
            part = self._parts[names] = _Part(self, (names,) if isinstance(names, str) else names)
        return part

    def scan(
        self, view: View, dynamic: Dynamic | None = None, wanted: frozenset[str] | None = None
    ) -> dict[str, list[Hit]]:
        """Return the hits of the wanted tags (all where None) in a view, in the order of the text.

        `dynamic(name)` gives the places of a dynamic class as first word -> one past its last word; without it such
        classes are nowhere.
        """
        return self.find(Reading(view, dynamic), self.tags if wanted is None else wanted)

    def find(self, reading: Reading, wanted: str | frozenset[str]) -> dict[str, list[Hit]]:
        """Return the hits of a tag or of several, for who reads a view more than once."""
        return self._without_quiet(reading, self._loud(reading, wanted))

    def _loud(self, reading: Reading, names: str | frozenset[str]) -> dict[str, list[Hit]]:
        """Return the hits of names, whatever silences them."""
        part = self._part(names)
        found: dict[str, list[Hit]] = {}
        search = _Search(self, reading, found)
        for at, row in _candidates(part, reading, found):
            search.seek(row, at, at + 1)
        for tag, row in part.woken:
            search.seek_all(row, tag)
        for word in _in_order(part.woken_words, reading):
            for tag, row in part.woken_near[word]:
                search.seek_all(row, tag)
        return found

    def starting(self, reading: Reading, tag: str) -> dict[int, list[int]]:
        """Return first word -> ends (one past the last word) of the hits of a tag, whatever silences it."""
        held = reading.starts.get(tag)
        if held is None:
            held = reading.starts[tag] = {}
            if tag in DYNAMIC:
                for first, last in reading.dynamic(tag).items():
                    held[first] = [last]
            elif self.could_stand(tag, reading.words):
                for hit in self._loud(reading, tag).get(tag, ()):
                    held.setdefault(hit.first, []).append(hit.last)
        return held

    def _without_quiet(self, reading: Reading, found: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        for name in list(found):
            hits = found[name]
            within = self._quiet_within[name]
            if within and self.could_stand(name + QUIET, reading.words):
                quiet = self._loud(reading, name + QUIET).get(name + QUIET)
                if quiet:
                    hits = [hit for hit in hits if not any(_quiets(reading.view, q, hit, within) for q in quiet)]
            if len(hits) > 1:
                hits.sort(key=lambda hit: (hit.first, -hit.last))
            if hits:
                found[name] = hits
            else:
                del found[name]
        return found


def _in_order(words: frozenset[str], reading: Reading) -> Iterable[str]:
    """Return those of the words that stand in a text, in the order in which they first do."""
    met = words & reading.words
    return sorted(met, key=reading.places.__getitem__) if len(met) > 1 else met


def _candidates(part: _Part, reading: Reading, found: dict[str, list[Hit]]) -> list[tuple[int, Row]]:
    """Return the rows that a word, with those around it, may begin; single words are found at once."""
    hung = part.hung
    got: list[tuple[int, Row]] = []
    # Most words of a text have something hung on them in a large part, hardly any in that of one tag.
    large = len(hung) > len(reading.places)
    for word in reading.places if large else _in_order(part.words, reading):
        held = hung.get(word, _NOTHING)
        if held is _NOTHING:
            continue
        if held is None:
            held = part.on(word)
        places = reading.places[word]
        for tag in held.tags:
            for at in places[:HITS_PER_TAG]:
                _keep(found, Hit(tag, at, at + 1))
        if held.rows and len(got) < TRIES:
            _with_neighbours(held, reading, places if len(places) < TRIES else places[:TRIES], got)
    return got[:TRIES]


def _with_neighbours(held: _Hung, reading: Reading, places: list[int], got: list[tuple[int, Row]]) -> None:
    """Add the places of a word at which a row that hangs on it may fit."""
    words, here = reading.padded, reading.words
    around = held.alone
    if not held.near_words.isdisjoint(here):
        for word in held.near_words & here:
            around = around + held.near[word]
    after, before = held.after, held.before
    for at in places:
        rows = around
        if words[at + 1] in after:
            rows = rows + after[words[at + 1]]
        if words[at - 1] in before:
            rows = rows + before[words[at - 1]]
        if rows:
            inside = reading.inside(at)
            for row, needs in rows:
                for need in needs:
                    if need.isdisjoint(inside):
                        break
                else:
                    got.append((at, row))


class _Search:
    """A text being searched: tries rows, keeps hits, and asks where hits of other tags begin and end."""

    __slots__ = ("_ends", "_found", "_lexicon", "_reading", "_view", "words")

    def __init__(self, lexicon: Lexicon, reading: Reading, found: dict[str, list[Hit]]) -> None:
        self._lexicon = lexicon
        self._reading = reading
        self._view = reading.view
        self.words = reading.view.words
        self._found = found
        self._ends: dict[str, dict[int, list[int]]] = {}

    def seek(self, row: Row, first: int, last: int) -> None:
        """Try a row whose anchor stands at words [first, last)."""
        sentence = self._view.sentences[self._view.of_sentence[first]]
        if last > sentence.last:
            # A name may run over what looks like the end of a sentence ("St. John").
            return
        after, before = row.chains or _chains(row)
        end = last if after is None else after.end(self, last, sentence.last)
        if end is None:
            return
        start = first if before is None else before.end(self, first, sentence.first)
        if start is not None:
            _keep(self._found, Hit(row.tag, start, end))

    def seek_all(self, row: Row, tag: str) -> None:
        """Try a row at all places of the tag it hangs on, if the text has the words it needs."""
        for need in row.needs:
            if need.isdisjoint(self._reading.words):
                return
        for other in row.places:
            if not self._lexicon.could_stand(other, self._reading.words):
                return
        for first, lasts in self.starting(tag).items():
            for last in lasts:
                self.seek(row, first, last)

    def starting(self, tag: str) -> dict[int, list[int]]:
        """Return first word -> ends (one past the last word) of the hits of a tag."""
        return self._lexicon.starting(self._reading, tag)

    def ending(self, tag: str) -> dict[int, list[int]]:
        """Return end -> first words of the hits of a tag."""
        if tag not in self._ends:
            by_end: dict[int, list[int]] = {}
            for first, lasts in self.starting(tag).items():
                for last in lasts:
                    by_end.setdefault(last, []).append(first)
            self._ends[tag] = by_end
        return self._ends[tag]


def _chains(row: Row) -> tuple[Step | None, Step | None]:
    """Return, and keep, what tries a row behind and before its anchor."""
    row.chains = (chain(row.after, 1), chain(row.before, -1))
    return row.chains


def _keep(found: dict[str, list[Hit]], hit: Hit) -> None:
    held = found.setdefault(hit.tag, [])
    if len(held) < HITS_PER_TAG and hit not in held:
        held.append(hit)


def _quiets(view: View, quiet: Hit, hit: Hit, within: str) -> bool:
    if within == "text":
        return True
    if within == "sentence":
        return view.of_sentence[quiet.first] == view.of_sentence[hit.first]
    return quiet.first < hit.last and hit.first < quiet.last


def compile_lexicon(data: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Compile tags from their data: name -> {find, quiet, quiet_within, disguised, about}.

    BadInput names the tag and pattern that is wrong.
    """
    return Lexicon(index(data))


@lru_cache(1)
def shipped() -> Lexicon:
    """Return the lexicon that ships with cllr, made once for the process."""
    return Lexicon(shipped_index())
