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
    """Neither text nor a document of a known format: a picture, a program, random bytes."""

    code = "error.unreadable"


class WrongEncoding(SpeechError):
    """The encoding that a person chose by hand does not fit the file. Blank: ``encoding``."""

    code = "error.wrong_encoding"


class OtherFormat(SpeechError):
    """A format that is not opened here, but whose program can save another. Blank: ``format``."""

    code = "error.other_format"


class DamagedFile(SpeechError):
    """A document of a known format that is broken or cut off. Blank: ``format``."""

    code = "error.damaged"


class EncryptedFile(SpeechError):
    """A document that asks for a password."""

    code = "error.encrypted"


class ScannedFile(SpeechError):
    """A PDF of pictures, without text. Blank: ``pages``."""

    code = "error.scanned"


class TooLong(SpeechError):
    """More text than the app takes on. Blanks: ``characters``, ``most``."""

    code = "error.too_long"


class TooLarge(SpeechError):
    """A file of more bytes than the app takes on. Blanks: ``megabytes``, ``most``."""

    code = "error.too_large"


class TooMany(SpeechError):
    """More files than a session holds. Blank: ``most``."""

    code = "error.too_many"


class TooCostly(SpeechError):
    """A document that takes more time or memory to read than any speech does."""

    code = "error.too_costly"


class OneCharacter(SpeechError):
    """A text of one character over and over. Blanks: ``character``, ``count``."""

    code = "error.one_character"


class BadReference(SpeechError):
    """A table of word counts that cannot be used."""

    code = "error.reference"
