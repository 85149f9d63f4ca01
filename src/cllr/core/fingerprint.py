"""Recognises copied passages of a paper whose text is not kept.

Winnowing after Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003
(https://theory.stanford.edu/~aiken/publications/papers/sigmod03.pdf), with keyed hashes: every run of `NOISE_LENGTH`
letters and digits of the paper is hashed (BLAKE2b with the council's key, 64 bits), and of every `WINDOW` hashes in a
row the least is kept. Spaces, punctuation, case and accents do not count.

**Guarantee.** A passage of at least `GUARANTEE` = `WINDOW` + `NOISE_LENGTH` - 1 letters and digits that is copied
from the paper is found, whatever stands around it, as long as its letters and digits are unchanged and unbroken.
**Noise length.** A shared run of fewer than `NOISE_LENGTH` letters and digits is not found, by intent: councils share
stock phrases. Between the two lengths a copy may be found or not.

Who holds the fingerprints without the key learns nothing but their number. Who holds both cannot read the paper, but
can test whether a run of words they already guess stands in it; keep the key apart. Reworded, translated or
re-spelled copies are not found. See docs/decisions/copied-passages-are-recognised-by-keyed-winnowing.md.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cllr.core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

NOISE_LENGTH = 32
"""Letters and digits in a hashed run (the k of the paper): about six words. Shorter sharing is never found."""

WINDOW = 17
"""Hashes in a row of which one is kept (the w of the paper)."""

GUARANTEE = WINDOW + NOISE_LENGTH - 1
"""A copy of this many letters and digits (the t of the paper; about nine words) is always found."""

KEY_LENGTH = 16
"""The fewest bytes of a key; the most are 64, the limit of BLAKE2b."""

_PURPOSE = b"cllr.winnow.1"


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The kept hashes of one paper, and the lengths they were made with. Order and place of the runs are not kept."""

    hashes: frozenset[int]
    noise_length: int = NOISE_LENGTH
    window: int = WINDOW

    @property
    def too_short(self) -> bool:
        """Say that the paper had fewer than `noise_length` letters and digits: no copy of it can be found."""
        return not self.hashes


def make(text: str, key: bytes) -> Fingerprints:
    """Return the fingerprints of a text. BadInput where the key is shorter than `KEY_LENGTH` or longer than 64 bytes.

    A text of fewer than `NOISE_LENGTH` letters and digits has none.
    """
    plain, _ = _normalised(text)
    return Fingerprints(frozenset(_winnow(_hashes(plain, key))))


def overlap(text: str, fingerprints: Fingerprints, key: bytes) -> tuple[tuple[int, int], ...]:
    """Return the spans of a text that were copied from the paper of some fingerprints, in order, without overlap.

    Spans are code points of the text as it is, end exclusive. Each begins and ends with a letter or digit of the
    copy, and lies within it; as the paper is gone, up to `WINDOW` - 1 letters and digits at either end of a longer
    copy may lie outside. With another key than that of `make` nothing is found. BadInput for a key of a wrong length,
    and for fingerprints of other lengths than this version's.
    """
    if (fingerprints.noise_length, fingerprints.window) != (NOISE_LENGTH, WINDOW):
        raise BadInput(
            "these fingerprints were made by another version",
            because=f"they have lengths {fingerprints.noise_length} and {fingerprints.window}",
            remedy="Make them again from the paper",
        )
    plain, places = _normalised(text)
    found: list[tuple[int, int]] = []
    for start, value in enumerate(_hashes(plain, key)):
        if value not in fingerprints.hashes:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], start + NOISE_LENGTH)
        else:
            found.append((start, start + NOISE_LENGTH))
    return tuple((places[start], places[end - 1] + 1) for start, end in found)


@lru_cache(4096)
def _plain(character: str) -> str:
    """Return the letters and digits of one character, without case, accent and width.

    Character by character, so that what is copied becomes the same wherever it stands.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(each for each in folded if each.isalnum())


def _normalised(text: str) -> tuple[str, list[int]]:
    """Return letters and digits of a text, and for each the code point it came from."""
    parts = [_plain(character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


def _hashes(plain: str, key: bytes) -> list[int]:
    """Return the keyed hash of every run of `NOISE_LENGTH` characters."""
    if not KEY_LENGTH <= len(key) <= hashlib.blake2b.MAX_KEY_SIZE:
        raise BadInput(
            "this key cannot be used",
            because=f"a key has {KEY_LENGTH} to {hashlib.blake2b.MAX_KEY_SIZE} bytes",
            remedy="Make one of 32 random bytes and keep it",
        )
    begun = hashlib.blake2b(digest_size=8, key=key, person=_PURPOSE)
    values = []
    for start in range(len(plain) - NOISE_LENGTH + 1):
        run = begun.copy()
        run.update(plain[start : start + NOISE_LENGTH].encode())
        values.append(int.from_bytes(run.digest(), "big"))
    return values


def _winnow(values: Sequence[int]) -> set[int]:
    """Return the least of every `WINDOW` values in a row; of a shorter row the least of all.

    Which of equals is taken does not matter, as their places are not kept.
    """
    if len(values) <= WINDOW:
        return {min(values)} if values else set()
    kept: set[int] = set()
    least = -1
    for end in range(WINDOW, len(values) + 1):
        if least < end - WINDOW:
            least = min(range(end - WINDOW, end), key=values.__getitem__)
        elif values[end - 1] <= values[least]:
            least = end - 1
        kept.add(values[least])
    return kept
