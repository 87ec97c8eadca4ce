"""The reading process: ``python -m analysis.loading.worker FORMAT ENCODING``, bytes to JSON.

Not for people: ``analysis.loading.process`` starts it.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

from analysis.errors import DamagedFile, SpeechError, TooCostly, TooLong
from analysis.loading.document import Document
from analysis.loading.limits import MEMORY, MOST_CHARACTERS, SECONDS

READERS = {
    "docx": "analysis.loading.docx",
    "odt": "analysis.loading.odt",
    "pdf": "analysis.loading.pdf",
    "html": "analysis.loading.html",
    "mhtml": "analysis.loading.html",
    "rtf": "analysis.loading.rtf",
    "doc": "analysis.loading.doc",
}


def read(data: bytes, form: str, encoding: str | None = None) -> Document:
    """The document in ``data``, read in this very process.

    Raises:
        SpeechError: the document cannot be read; nothing else, whatever ``data`` holds.
    """
    reader = importlib.import_module(READERS[form])
    try:
        document: Document = reader.read(data, encoding)
    except SpeechError:
        raise
    except (MemoryError, RecursionError) as error:
        raise TooCostly("the document is too deep or too large") from error
    except Exception as error:  # a malformed file can break a parser in any way
        raise DamagedFile(f"{type(error).__name__}: {error}"[:200], format=form) from error
    if document.length > 2 * MOST_CHARACTERS:
        raise TooLong("the text is too long", characters=document.length, most=MOST_CHARACTERS)
    return document


def main(form: str, encoding: str) -> None:
    """Read standard input, write the document or the error to standard output."""
    _limit_this_process()
    try:
        record = read(sys.stdin.buffer.read(), form, None if encoding == "-" else encoding)
        answer: dict[str, Any] = record.as_record()
    except SpeechError as error:
        answer = {
            "error": type(error).__name__,
            "message": str(error),
            "details": error.details,
        }
    sys.stdout.write(json.dumps(answer))  # ASCII: lone surrogates survive it


def _limit_this_process() -> None:
    if sys.platform == "win32":
        return  # the time limit of the parent must do
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),  # nothing is written to disk
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):  # macOS refuses some; a stricter limit may be in force
            continue


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
