"""What can be wrong with what a person brings. Pages translate these; the command line prints them.

Each error has a ``code``, the key of its message in ``assets/i18n``, and ``details`` for its blanks.
"""

from __future__ import annotations


class SpeechError(ValueError):
    """A text that cannot be opened or analysed, with a reason a person can act on."""

    code = "error.speech"

    def __init__(self, message: str, **details: str | int) -> None:
        super().__init__(message)
        self.details = details


class EmptySpeech(SpeechError):
    """Nothing to read: no text at all, or no Chinese characters, letters or digits."""

    code = "error.empty"


class UnreadableFile(SpeechError):
    """Not a text file in UTF-8."""

    code = "error.unreadable"


class TooLong(SpeechError):
    """More text than the app takes on."""

    code = "error.too_long"
