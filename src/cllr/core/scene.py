"""A draft as detectors see it: words with what was found in them, who is named, what is quoted or denied.

A detector gets one `Scene` and answers with matches and questions. Everything that costs time is worked out
when it is first asked for. The roles a phrase can have (addressed, quoted, reported, negated, condemned, about
a named person) are asked of the scene, so that all detectors mean the same by them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from cllr.core import people as naming
from cllr.core.language import tell
from cllr.core.lexicon import Hit, Lexicon
from cllr.core.lexicon.strings import Strings
from cllr.core.model import Ask, Context, Draft, Match
from cllr.core.text import Sentence, View, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

_MARK = re.compile(r"\"|(?<![^\W_])'(?=\S)|(?<=\S)'(?![^\W_])")


Part = Literal["draft", "shared", "replied-to"]


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
        self._first = first
        self._strings = Strings(self.view)
        self.found: dict[str, list[Hit]] = lexicon.scan(self.view, self._dynamic, first, self._strings)
        self._looked_for = set(lexicon.looked_for(first))

    # ---- what the lexicon found

    @property
    def text(self) -> str:
        """Return the text as sent."""
        return self.view.text

    @property
    def norm(self) -> str:
        """Return the normal form: lower case, plain quotes and dashes."""
        return self.view.norm

    @property
    def words(self) -> list[str]:
        """Return the words of the normal form, apostrophes taken out ("don't" is "dont")."""
        return self.view.words

    def hits(self, *tags: str) -> list[Hit]:
        """Return the hits of one or several tags, in the order of the text."""
        if len(tags) == 1:
            return self._hits(tags[0])
        return sorted((hit for tag in tags for hit in self._hits(tag)), key=lambda h: (h.first, -h.last))

    def has(self, *tags: str) -> bool:
        """Say whether any of the tags was found."""
        return any(self._hits(tag) for tag in tags)

    def _hits(self, tag: str) -> list[Hit]:
        if tag not in self._looked_for and tag in self._lexicon.tags:
            self._look_for(tag)
        return self.found.get(tag, [])

    def _look_for(self, tag: str) -> None:
        """Look for a tag that was not among the first."""
        if not self._lexicon.could_stand(tag, self._strings.words):
            self._looked_for.add(tag)
            return
        wanted = frozenset((tag,))
        for name, hits in self._lexicon.scan(self.view, self._dynamic, wanted, self._strings).items():
            self.found.setdefault(name, hits)
        self._looked_for |= self._lexicon.looked_for(wanted)

    def has_near(self, hit: Hit, *tags: str, sentences: int = 0) -> bool:
        """Say whether any of the tags stands in the same sentence, or up to `sentences` before or after."""
        return self.near(hit, *tags, sentences=sentences) is not None

    def near(self, hit: Hit, *tags: str, sentences: int = 0) -> Hit | None:
        """Return the first hit of the tags in the same sentence (or up to `sentences` away), or None."""
        of = self.view.of_sentence
        here = of[hit.first]
        return next((h for h in self.hits(*tags) if h is not hit and abs(of[h.first] - here) <= sentences), None)

    # ---- sentences

    @property
    def sentences(self) -> list[Sentence]:
        """Return the sentences of the text."""
        return self.view.sentences

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

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Return what stands in quotation marks, as characters of the normal form."""
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
        start, end = self.view.starts[hit.first], self.view.ends[hit.last - 1]
        return any(a < start and end < b + 1 for a, b in self.quotations)

    def reported(self, hit: Hit) -> bool:
        """Say whether a hit is quoted, or told as somebody else's words ("he called me a ...")."""
        if self.quoted(hit):
            return True
        for verb in self.hits("reporting-verb", "being-called"):
            if verb.last <= hit.first and self.view.of_sentence[verb.first] == self.view.of_sentence[hit.first]:
                return True
        return False

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

    @cached_property
    def people(self) -> list[Mention]:
        """Return who is named in the text."""
        return naming.mentions(self.view, self.context)

    @cached_property
    def firms(self) -> list[tuple[int, int]]:
        """Return firms named in the text, as ranges of words."""
        return naming.firms(self.view)

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

    def _dynamic(self, name: str) -> Mapping[int, int]:
        if name in {"person", "name"}:
            return {m.first: m.last for m in self.people}
        if name in {"councillor", "officer"}:
            return {m.first: m.last for m in self.people if m.kind == name}
        if name == "firm":
            return dict(self.firms)
        if name == "money":
            return dict(naming.sums(self.view))
        if name == "number":
            return dict(naming.numbers(self.view))
        return {i: i + 1 for i, word in enumerate(self.view.words) if word[0] == "@"}

    # ---- other texts

    @cached_property
    def shared(self) -> Scene | None:
        """Return what is shared as a scene of its own, or None where nothing is or it is unknown."""
        return self._other(self.context.shared_from, "shared")

    @cached_property
    def replied_to(self) -> Scene | None:
        """Return what is replied to as a scene of its own, or None."""
        return self._other(self.context.replied_to, "replied-to")

    def _other(self, text: str | None, part: Part) -> Scene | None:
        return (
            None if not text else Scene(Draft(text, self.draft.kind), self.context, self._lexicon, part, self._first)
        )

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
