"""A draft as detectors see it: words with what was found in them, who is named, what is quoted or denied.

A detector gets one `Scene` and answers with matches and questions. Everything that costs time is worked out
when it is first asked for. The roles a phrase can have (addressed, quoted, reported, negated, condemned, about
a named person) are asked of the scene, so that all detectors mean the same by them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from cllr.core.language import tell
from cllr.core.lexicon import Hit, Lexicon
from cllr.core.lexicon.reading import Reading
from cllr.core.model import Ask, Context, Draft, Match
from cllr.core.people import Named
from cllr.core.text import Sentence, View, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cllr.core.model import Confidence
    from cllr.core.people import Mention

_NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "dont",
        "doesnt",
        "didnt",
        "wont",
        "wouldnt",
        "cant",
        "cannot",
        "couldnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "hasnt",
        "havent",
        "hadnt",
        "shouldnt",
        "mustnt",
        "neednt",
        "nor",
        "neither",
        "without",
        "nobody",
        "none",
        "nothing",
        "hardly",
        "aint",
        "nid",
        "ddim",
        "byth",
    ]
)
_SECOND_PERSON = frozenset(["you", "your", "yours", "yourself", "yourselves"])
_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "im", "ive", "ill", "id"])
LONGEST_QUOTATION = 600
"""Characters. Marks further apart do not belong together."""

# A mark of quotation: a double one anywhere, a single one where a word begins or ends.
_MARK = re.compile(r"[\"'](?:(?<=\")|(?<![^\W_]')(?=\S)|(?<=\S')(?![^\W_]))")


Part = Literal["draft", "shared", "replied-to"]
Made = TypeVar("Made")


class Scene:
    """One text with its context. `part` says which text it is: the draft, what is shared, what is replied to."""

    def __init__(
        self,
        draft: Draft,
        context: Context,
        lexicon: Lexicon,
        part: Part = "draft",
        first: frozenset[str] | None = None,
    ) -> None:
        """Read a text. `first`: the tags to look for at once, the rest when asked for; all where None."""
        self.draft = draft
        self.context = context
        self.kind = draft.kind
        self.part = part
        self._lexicon = lexicon
        self.view: View = view(draft.text, disguised=lexicon.disguised)
        tell(self.view)
        self.text: str = draft.text
        """The text as sent."""
        self.norm = self.view.norm
        """The normal form: lower case, plain quotes and dashes."""
        self.words = self.view.words
        """The words of the normal form, apostrophes taken out ("don't" is "dont")."""
        self.sentences = self.view.sentences
        self._first = first
        self._quotations: list[tuple[int, int]] | None = None
        self._others: dict[Part, Scene] = {}
        self._made: dict[Callable[[Scene], object], object] = {}
        self._named = Named(self.view, context)
        self._reading = Reading(self.view, self._named.places)
        self._at_first = lexicon.tags if first is None else first
        self.found: dict[str, list[Hit]] = lexicon.find(self._reading, self._at_first)
        self._later: set[str] = set()
        """Tags looked for since."""

    # ---- what the lexicon found

    def hits(self, *tags: str) -> list[Hit]:
        """Return the hits of one or several tags, in the order of the text."""
        if len(tags) == 1:
            return self._hits(tags[0])
        if self._none_of(tags):
            return []
        several = [hits for tag in tags if (hits := self._hits(tag))]
        if len(several) < 2:
            return several[0] if several else []
        return sorted((hit for hits in several for hit in hits), key=lambda h: (h.first, -h.last))

    def has(self, *tags: str) -> bool:
        """Say whether any of the tags was found."""
        found = self.found
        for tag in tags:
            if tag in found:
                return True
        if self._at_first.issuperset(tags):
            return False
        for tag in tags:  # noqa: SIM110  a generator costs more than most answers
            if self._hits(tag):
                return True
        return False

    def _none_of(self, tags: tuple[str, ...]) -> bool:
        """Say whether all of the tags were looked for at first, and none was found."""
        return self.found.keys().isdisjoint(tags) and self._at_first.issuperset(tags)

    def _hits(self, tag: str) -> list[Hit]:
        hits = self.found.get(tag)
        if hits is not None:
            return hits
        if tag in self._at_first or tag in self._later:
            return []
        return self._look_for(tag)

    def _look_for(self, tag: str) -> list[Hit]:
        """Look for a tag that was not among the first."""
        lexicon = self._lexicon
        self._later.add(tag)
        if tag not in lexicon.tags or not lexicon.could_stand(tag, self._reading.words):
            return []
        hits = lexicon.find(self._reading, tag).get(tag, [])
        if hits:
            self.found[tag] = hits
        return hits

    def _may_stand(self, tags: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
        """Return those of the tags that were found, or that were not looked for and could stand in [first, last)."""
        found, at_first, later = self.found, self._at_first, self._later
        words: frozenset[str] | None = None
        may = []
        for tag in tags:
            if tag in found:
                may.append(tag)
            elif tag not in at_first and tag not in later:
                if words is None:
                    whole = last - first == len(self.words)
                    words = self._reading.words if whole else frozenset(self.words[first:last])
                if self._lexicon.could_stand(tag, words):
                    may.append(tag)
        return tuple(may)

    def before(self, hit: Hit, *tags: str) -> list[Hit]:
        """Return the hits of the tags that end before a hit, in its sentence."""
        first = self.sentence(hit).first
        if first == hit.first:
            return []
        hits = self.hits(*self._may_stand(tags, first, hit.first))
        if not hits:
            return []
        of = self.view.of_sentence
        return [other for other in hits if other.last <= hit.first and of[other.first] == of[hit.first]]

    def has_near(self, hit: Hit, *tags: str, sentences: int = 0) -> bool:
        """Say whether any of the tags stands in the same sentence, or up to `sentences` before or after."""
        return self.near(hit, *tags, sentences=sentences) is not None

    def near(self, hit: Hit, *tags: str, sentences: int = 0) -> Hit | None:
        """Return the first hit of the tags in the same sentence (or up to `sentences` away), or None."""
        if not self._at_first.issuperset(tags):
            tags = self._may_stand_near(hit, tags, sentences)
        hits = self.hits(*tags) if tags else ()
        if hits:
            of = self.view.of_sentence
            here = of[hit.first]
            for other in hits:
                if other is not hit and abs(of[other.first] - here) <= sentences:
                    return other
        return None

    def could_have(self, *tags: str) -> bool:
        """Say whether any of the tags was found or could be; soon told, and for most tags the answer is no."""
        return bool(self._may_stand(tags, 0, len(self.words)))

    def could_be_near(self, hit: Hit, *tags: str, sentences: int = 0) -> bool:
        """Say whether any of the tags could stand near a hit: in its sentence, or up to `sentences` away."""
        return bool(self._may_stand_near(hit, tags, sentences))

    def _may_stand_near(self, hit: Hit, tags: tuple[str, ...], sentences: int) -> tuple[str, ...]:
        """Return those of the tags that could stand up to `sentences` away from a hit."""
        here = self.view.of_sentence[hit.first]
        near = self.view.sentences[max(0, here - sentences) : here + sentences + 1]
        return self._may_stand(tags, near[0].first, near[-1].last)

    def once(self, make: Callable[[Scene], Made]) -> Made:
        """Return what `make` makes of this scene; made once, however many detectors ask.

        It should not hold the scene itself, so that all goes as soon as the scene does.
        """
        made = self._made.get(make, self)
        if made is self:
            made = self._made[make] = make(self)
        return cast("Made", made)

    # ---- sentences

    def sentence(self, hit: Hit) -> Sentence:
        """Return the sentence a hit begins in."""
        return self.view.sentences[self.view.of_sentence[hit.first]]

    def sentence_words(self, hit: Hit) -> list[str]:
        """Return the words of the sentence a hit begins in."""
        sentence = self.sentence(hit)
        return self.view.words[sentence.first : sentence.last]

    def is_question(self, hit: Hit) -> bool:
        """Say whether the sentence of a hit ends with a question mark."""
        sentence = self.sentence(hit)
        return "?" in self.norm[max(sentence.start, sentence.end - 4) : sentence.end]

    # ---- roles

    @property
    def quotations(self) -> list[tuple[int, int]]:
        """Return what stands in quotation marks, as characters of the normal form."""
        if self._quotations is None:
            norm = self.norm
            # It takes two marks.
            self._quotations = self._quoted() if norm.count('"') > 1 or norm.count("'") > 1 else []
        return self._quotations

    def _quoted(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        opened: dict[str, int] = {}
        for match in _MARK.finditer(self.norm):
            mark, at = match.group(), match.start()
            begun = opened.pop(mark, None)
            if begun is None or (mark == "'" and self._opens(at)) or at - begun > LONGEST_QUOTATION:
                if mark == '"' or self._opens(at):
                    opened[mark] = at
            else:
                found.append((begun, at + 1))
        return found

    def _opens(self, at: int) -> bool:
        before = self.norm[at - 1] if at else " "
        return not before.isalnum() and before not in ".,!?"

    def quoted(self, hit: Hit) -> bool:
        """Say whether a hit stands inside quotation marks."""
        quotations = self.quotations
        if not quotations:
            return False
        start, end = self.view.starts[hit.first], self.view.ends[hit.last - 1]
        return any(a < start and end < b + 1 for a, b in quotations)

    def reported(self, hit: Hit) -> bool:
        """Say whether a hit is quoted, or told as somebody else's words ("he called me a ...")."""
        return self.quoted(hit) or bool(self.before(hit, "reporting-verb", "being-called"))

    def condemned(self, hit: Hit) -> bool:
        """Say whether the text turns against what a hit says: nearby words of condemnation or solidarity."""
        return self.has_near(hit, "condemnation", sentences=2)

    def negated(self, hit: Hit, reach: int = 3) -> bool:
        """Say whether a word of denial stands up to `reach` words before a hit, in its sentence."""
        first = max(self.sentence(hit).first, hit.first - reach)
        return not _NEGATIONS.isdisjoint(self.view.words[first : hit.first])

    def addressed(self, hit: Hit) -> bool:
        """Say whether the sentence of a hit speaks to somebody ("you", "your")."""
        return not _SECOND_PERSON.isdisjoint(self.sentence_words(hit))

    def about_self(self, hit: Hit, reach: int = 4) -> bool:
        """Say whether the author speaks of himself shortly before a hit ("I am an idiot")."""
        first = max(self.sentence(hit).first, hit.first - reach)
        return not _FIRST_PERSON.isdisjoint(self.view.words[first : hit.first])

    # ---- people

    @property
    def people(self) -> list[Mention]:
        """Return who is named in the text."""
        return self._named.people

    @property
    def firms(self) -> list[tuple[int, int]]:
        """Return firms named in the text, as ranges of words."""
        return self._named.firms

    def person_near(self, hit: Hit, sentences: int = 0) -> Mention | None:
        """Return somebody named in the sentence of a hit, or up to `sentences` before or after; nearest first."""
        of = self.view.of_sentence
        here = of[hit.first]
        close = [m for m in self.people if abs(of[m.first] - here) <= sentences]
        return min(close, key=lambda m: abs(m.first - hit.first), default=None)

    def firm_near(self, hit: Hit, sentences: int = 0) -> tuple[int, int] | None:
        """Return a firm named in the sentence of a hit, or up to `sentences` away."""
        of = self.view.of_sentence
        here = of[hit.first]
        return next((f for f in self.firms if abs(of[f[0]] - here) <= sentences), None)

    # ---- other texts

    @property
    def shared(self) -> Scene | None:
        """Return what is shared as a scene of its own, or None where nothing is or it is unknown."""
        text = self.context.shared_from
        return self._other(text, "shared") if text else None

    @property
    def replied_to(self) -> Scene | None:
        """Return what is replied to as a scene of its own, or None."""
        text = self.context.replied_to
        return self._other(text, "replied-to") if text else None

    def _other(self, text: str, part: Part) -> Scene:
        """Return another text, read when it is first asked for."""
        other = self._others.get(part)
        if other is None:
            other = Scene(Draft(text, self.draft.kind), self.context, self._lexicon, part, self._first)
            self._others[part] = other
        return other

    # ---- answers

    def match(
        self, provision: str, where: Hit | tuple[int, int] | None, confidence: Confidence, because: str
    ) -> Match:
        """Return a match at a hit, at words [first, last), or (None) at no words."""
        if where is None:
            return Match(provision, confidence, because, "", where="context" if self.part == "draft" else "shared")
        first, last = (where.first, where.last) if isinstance(where, Hit) else where
        if self.part != "draft":
            # Offsets would point into another text than the one that was sent.
            return Match(provision, confidence, because, "", where=self.part)
        start, end = self.view.span(self.view.starts[first], self.view.ends[last - 1])
        return Match(provision, confidence, because, "", start, end)

    def whole(self, provision: str, confidence: Confidence, because: str) -> Match:
        """Return a match that marks the whole text (all its words)."""
        return self.match(provision, (0, len(self.view.words)) if self.view.words else None, confidence, because)

    def sentence_match(self, provision: str, hit: Hit, confidence: Confidence, because: str) -> Match:
        """Return a match that marks the sentence of a hit."""
        sentence = self.sentence(hit)
        return self.match(provision, (sentence.first, sentence.last), confidence, because)

    @staticmethod
    def ask(provision: str, question: str, because: str) -> Ask:
        """Return a question of the provision, by the id it has there."""
        return Ask(provision, question, because, "")

    def __iter__(self) -> Iterator[Sentence]:
        """Go through the sentences."""
        return iter(self.view.sentences)
