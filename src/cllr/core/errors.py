"""Errors that say what is wrong, why, and what to do about it."""

from __future__ import annotations


class CllrError(Exception):
    """Something the person using cllr can understand and mend.

    `what` says what is wrong, `because` why it is, `remedy` what to do next. None of the three ever holds
    words of a draft: errors reach logs and terminals.
    """

    def __init__(self, what: str, *, because: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.because = because
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the one line that every door shows."""
        return f"{self.what}: {self.because}. {self.remedy}"


class BadInput(CllrError):
    """What was handed in is not of the form the documentation gives."""


class TooLarge(CllrError):
    """What was handed in is over a stated limit."""


class UnreadableDocument(CllrError):
    """A policy document could not be read as what it claims to be."""


class LockedDocument(UnreadableDocument):
    """A document is protected by a password."""


class ScannedDocument(UnreadableDocument):
    """A document is pictures of pages, and no reader of pictures was handed in."""


class NothingRecognised(UnreadableDocument):
    """A document was read, but holds no statement."""


class UnknownName(CllrError):
    """A provision, setting, platform or policy of that name is not known."""
