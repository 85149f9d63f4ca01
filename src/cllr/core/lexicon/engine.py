"""Find patterns in one pass over the words of a text.

Each row is hung on its rarest word and, where it can be, on the words beside it, so a word that nothing hangs on
costs one look-up and most rows are never tried. No row crosses the end of a sentence. Only the tags that are asked
for are looked for: first those that wake detectors, then, when a woken detector asks, the rest of a file's tags.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cllr.core.lexicon.index import QUIET, Index, Tag, index, shipped_index, tags_of
from cllr.core.lexicon.patterns import DYNAMIC, Alt, Edge, Element, Gap, Hanger, Ref, Row, Words, beside, parse
from cllr.core.lexicon.strings import Strings, compilable, matching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cllr.core.lexicon.patterns import Compiled
    from cllr.core.text import View

HITS_PER_TAG = 64
"""Further hits of one tag in one text are not kept: a text made of swear words is found as one all the same."""

WALKED = 2
"""So often a row is walked element by element; from then on it is tried by a compiled expression. A single command
tries most rows once and need not compile them."""

TRIES = 20_000
"""Rows tried in one text. A text made of nothing but pattern words stops there; what was found by then counts."""


class Hit(NamedTuple):
    """A place where a pattern of a tag stands: words [first, last) of the view."""

    tag: str
    first: int
    last: int


class _Hung:
    """What hangs on one word: tags it finds by itself, and rows by the words that must stand beside it."""

    __slots__ = ("anywhere", "tags", "windows")

    def __init__(self, tags: list[str]) -> None:
        self.tags = tags
        self.anywhere: list[Row] = []
        self.windows: list[tuple[tuple[int, ...], dict[str, list[Row]]]] = []
        """Offsets from the anchor, with the rows by the word that must stand at one of them."""

    def hang(self, row: Row) -> None:
        sides = [
            (found, step) for step, part in ((1, row.after), (-1, row.before)) if (found := beside(part)) is not None
        ]
        if not sides:
            self.anywhere.append(row)
            return
        near, step = min(sides, key=lambda side: (side[0].most - side[0].least, len(side[0].words)))
        offsets = tuple(step * n for n in range(near.least, near.most + 1))
        table = next((held for known, held in self.windows if known == offsets), None)
        if table is None:
            table = {}
            self.windows.append((offsets, table))
        for word in near.words:
            table.setdefault(word, []).append(row)


ALWAYS = frozenset({""})
"""What is kept of a tag that needs no word: it hangs on a place that the scene knows."""


class _Part:
    """Some tags, with the quiet patterns and the tags they refer to, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, wanted: Iterable[str]) -> None:
        self.tags = lexicon.with_what_they_need(wanted)
        self._lexicon = lexicon
        self._single: dict[str, list[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        self.by_level: dict[int, dict[str, list[Row]]] = {}
        """Rows that a hit of a tag wakes, by their level and that tag."""
        for name in sorted(self.tags):
            for suffix in ("", QUIET):
                self._take(name + suffix)
        self.levels = sorted(self.by_level)
        self.hung: dict[str, _Hung | None] = dict.fromkeys((*self._single, *self._by_word))
        """Every word something hangs on; what hangs there once it was met."""

    def _take(self, name: str) -> None:
        hangs = self._lexicon.hangs(name)
        for word in hangs.single:
            self._single.setdefault(word, []).append(name)
        for word, number in hangs.words:
            self._by_word.setdefault(word, []).append(number)
        for tag, number in hangs.tags:
            for row in self._lexicon.rows(number):
                if row.woken_by == tag:
                    self.by_level.setdefault(row.level, {}).setdefault(tag, []).append(row)

    def on(self, word: str) -> _Hung:
        """Return what hangs on a word, made when it is first met."""
        hung = _Hung(self._single.get(word, []))
        for number in self._by_word.get(word, ()):
            for row in self._lexicon.rows(number):
                if word in row.words and not row.alone:
                    hung.hang(row)
        self.hung[word] = hung
        return hung


class _Hangs(NamedTuple):
    """What the patterns of one tag hang on."""

    single: list[str]
    words: list[tuple[str, int]]
    tags: list[tuple[str, int]]


class Lexicon:
    """All patterns. A part is made ready when it is first asked for; several threads may scan at once."""

    def __init__(self, tags: Mapping[str, Tag], made: Index) -> None:
        self.tags = tags
        self._index = made
        self._hanger = Hanger(made.often, made.levels)
        self._rows: dict[int, list[Row]] = {}
        self._parts: dict[frozenset[str], _Part] = {}
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
            name, pattern = self._index.patterns[number]
            parsed = parse(pattern, name.removesuffix(QUIET))
            rows = self._rows[number] = [row for elements in parsed for row in self._hanger.hang(name, elements)]
        return rows

    def with_what_they_need(self, wanted: Iterable[str]) -> frozenset[str]:
        """Return tags with all the tags that their patterns refer to."""
        found: set[str] = set()
        waiting = [name for name in wanted if name in self.tags]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [ref for ref in self._index.refers_to.get(name, ()) if ref in self.tags]
        return frozenset(found)

    def looked_for(self, wanted: frozenset[str] | None) -> frozenset[str]:
        """Return all the tags that a scan for the wanted ones looks for."""
        return self._part(wanted).tags

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

    def _part(self, wanted: frozenset[str] | None) -> _Part:
        key = frozenset(self.tags) if wanted is None else wanted
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = _Part(self, key)
        return part

    def scan(
        self,
        view: View,
        dynamic: Callable[[str], Mapping[int, int]] | None = None,
        wanted: frozenset[str] | None = None,
        strings: Strings | None = None,
    ) -> dict[str, list[Hit]]:
        """Return the hits of the wanted tags (all where None) in a view, in the order of the text.

        Tags that the wanted ones refer to are among the answer. `dynamic(name)` gives the places of a dynamic class
        as first word -> one past its last word; without it such classes are nowhere. Whoever scans a view several
        times hands its `strings` in.
        """
        part = self._part(wanted)
        found: dict[str, list[Hit]] = {}
        strings = strings or Strings(view)
        places = _Places(view, strings, found, dynamic)
        waiting: dict[int, list[tuple[int, Row]]] = {}
        present = strings.words
        tries = 0
        for at, row in _candidates(part, view.words, found):
            if row.need is not None and row.need.isdisjoint(present):
                continue
            if row.level:
                waiting.setdefault(row.level, []).append((at, row))
            else:
                places.seek(row, at, at + 1)
            tries += 1
            if tries >= TRIES:
                break
        if waiting or part.by_level:
            _later(part, waiting, found, places)
        return self._without_quiet(view, found)

    def _without_quiet(self, view: View, found: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        for name in [name for name in found if name.endswith(QUIET)]:
            quiet = found.pop(name)
            tag = self.tags[name.removesuffix(QUIET)]
            hits = found.get(tag.name)
            if not hits:
                continue
            kept = [hit for hit in hits if not any(_quiets(view, q, hit, tag.quiet_within) for q in quiet)]
            if kept:
                found[tag.name] = kept
            else:
                del found[tag.name]
        for hits in found.values():
            if len(hits) > 1:
                hits.sort(key=lambda hit: (hit.first, -hit.last))
        return found


def _later(
    part: _Part, waiting: dict[int, list[tuple[int, Row]]], found: dict[str, list[Hit]], places: _Places
) -> None:
    """Try rows that need other tags, lowest level first."""
    for level in sorted({*waiting, *part.by_level}) if waiting else part.levels:
        places.forget()
        for at, row in waiting.get(level, ()):
            places.seek(row, at, at + 1)
        woken = part.by_level.get(level)
        if woken is None:
            continue
        for tag in woken.keys() & (found.keys() | DYNAMIC):
            for first, lasts in list(places.starting(tag).items()):
                for last in lasts:
                    for row in woken[tag]:
                        places.seek(row, first, last)


def _candidates(part: _Part, words: list[str], found: dict[str, list[Hit]]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that a word, with its neighbours, may begin; single words are found at once."""
    hung = part.hung
    last = len(words) - 1
    for at, word in enumerate(words):
        if word not in hung:
            continue
        held = hung[word] or part.on(word)
        for tag in held.tags:
            _keep(found, Hit(tag, at, at + 1))
        for row in held.anywhere:
            yield at, row
        for offsets, table in held.windows:
            for offset in offsets:
                if 0 <= at + offset <= last:
                    for row in table.get(words[at + offset], ()):
                        yield at, row


WALK: Compiled = (None, None)
"""What is kept of a row that refers to other tags: it is walked every time."""


def _compile(row: Row) -> Compiled:
    """Return, and keep, what tries a row behind and before its anchor."""
    if compilable(row.after) and compilable(row.before):
        made = (matching(row.after) if row.after else None, matching(row.before) if row.before else None)
    else:
        made = WALK
    row.compiled = made
    return made


class _Places:
    """A text being searched: tries rows, keeps hits, and knows where hits of other tags begin and end."""

    def __init__(
        self,
        view: View,
        strings: Strings,
        found: dict[str, list[Hit]],
        dynamic: Callable[[str], Mapping[int, int]] | None,
    ) -> None:
        self._view = view
        self._strings = strings
        self._words = view.words
        self._found = found
        self._dynamic = dynamic
        self._starts: dict[str, dict[int, list[int]]] = {}
        self._ends: dict[str, dict[int, list[int]]] = {}

    def forget(self) -> None:
        """Look again for the hits of tags: more were found since."""
        self._starts.clear()
        self._ends.clear()

    def seek(self, row: Row, first: int, last: int) -> None:
        """Try a row whose anchor stands at words [first, last)."""
        sentence = self._view.sentences[self._view.of_sentence[first]]
        if last > sentence.last:
            # A name may run over what looks like the end of a sentence ("St. John").
            return
        if row.tried < WALKED:
            row.tried += 1
        else:
            compiled = row.compiled or _compile(row)
            if compiled is not WALK:
                self._match(row.tag, compiled, first, last)
                return
        end = self._along(row.after, last, sentence.last, 1)
        if end is None:
            return
        start = self._along(row.before, first, sentence.first, -1)
        if start is not None:
            _keep(self._found, Hit(row.tag, start, end))

    def _match(self, tag: str, compiled: Compiled, first: int, last: int) -> None:
        """Try a row by its compiled expressions, behind and before its anchor."""
        after, before = compiled
        if after is not None:
            string, behind, index = self._strings.forwards
            match = after(string, behind[last - 1])
            if match is None:
                return
            last = index[match.end()]
        if before is not None:
            string, behind, index = self._strings.backwards
            match = before(string, behind[first])
            if match is None:
                return
            first = index[match.end()]
        _keep(self._found, Hit(tag, first, last))

    def _along(self, elements: tuple[Element, ...], position: int, limit: int, step: int) -> int | None:
        """Return where the elements end when matched from `position` towards `limit`, or None."""
        words = self._words
        for at, element in enumerate(elements):
            if isinstance(element, Words) and not element.optional:
                if position == limit or words[position if step == 1 else position - 1] not in element.words:
                    return None
                position += step
            elif isinstance(element, Edge):
                if position != limit:
                    return None
            elif isinstance(element, Alt):
                rest = elements[at + 1 :]
                word = "" if position == limit else words[position if step == 1 else position - 1]
                for branch in (*element.by_first.get(word, ()), *element.others):
                    end = self._along(branch + rest, position, limit, step)
                    if end is not None:
                        return end
                return None
            else:
                rest = elements[at + 1 :]
                for reached in self._ways(element, position, limit, step):
                    end = self._along(rest, reached, limit, step)
                    if end is not None:
                        return end
                return None
        return position

    def _ways(self, element: Words | Gap | Ref, position: int, limit: int, step: int) -> Iterator[int]:
        """Yield where an element that can go several ways may end."""
        if isinstance(element, Gap):
            then, words = element.then, self._words
            ahead = 0 if step == 1 else -1
            for width in range(element.least, min(element.most, abs(limit - position)) + 1):
                reached = position + step * width
                if then is None or (reached != limit and words[reached + ahead] in then):
                    yield reached
        elif isinstance(element, Ref):
            held = self.starting(element.tag) if step == 1 else self._ending(element.tag)
            for reached in held.get(position, ()):
                if (limit - reached) * step >= 0:
                    yield reached
        else:
            if position != limit and self._words[position if step == 1 else position - 1] in element.words:
                yield position + step
            yield position

    def starting(self, tag: str) -> dict[int, list[int]]:
        """Return first word -> ends (one past the last word) of the hits of a tag."""
        if tag not in self._starts:
            by_start: dict[int, list[int]] = {}
            if tag in DYNAMIC:
                for first, last in (self._dynamic(tag) if self._dynamic else {}).items():
                    by_start.setdefault(first, []).append(last)
            else:
                for hit in self._found.get(tag, ()):
                    by_start.setdefault(hit.first, []).append(hit.last)
            self._starts[tag] = by_start
        return self._starts[tag]

    def _ending(self, tag: str) -> dict[int, list[int]]:
        if tag not in self._ends:
            by_end: dict[int, list[int]] = {}
            for first, lasts in self.starting(tag).items():
                for last in lasts:
                    by_end.setdefault(last, []).append(first)
            self._ends[tag] = by_end
        return self._ends[tag]


def _keep(found: dict[str, list[Hit]], hit: Hit) -> None:
    held = found.setdefault(hit.tag, [])
    if len(held) < HITS_PER_TAG and hit not in held[-8:]:
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
    tags = tags_of(data)
    return Lexicon(tags, index(tags))


@lru_cache(1)
def shipped() -> Lexicon:
    """Return the lexicon that ships with cllr, made once for the process."""
    return Lexicon(*shipped_index())
