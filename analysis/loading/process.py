"""Reading a document in a process of its own, with a limit on time and memory.

Word, PDF and the like are formats in which a file can be made to loop, to unpack to gigabytes or
to crash its reader. The process gets the bytes through a pipe and gives plain data back; nothing
is written to disk.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import Any

from analysis import errors
from analysis.assets import ASSETS
from analysis.errors import DamagedFile, SpeechError, TooCostly
from analysis.loading.document import Document
from analysis.loading.limits import SECONDS

_PROJECT = ASSETS.parent
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console
_OUT_OF_MEMORY = {"SIGKILL", "SIGXCPU", "SIGABRT", "SIGTRAP", "SIGILL", "SIGBUS"}


def read_apart(data: bytes, form: str, encoding: str | None = None) -> Document:
    """The document in ``data``, read by ``analysis.loading.worker`` in another process.

    Raises:
        TooCostly: it needs more than ``SECONDS`` or more than ``MEMORY``.
        DamagedFile: the reader broke down on it.
        SpeechError: whatever the reader raised.
    """
    command = [sys.executable, "-m", "analysis.loading.worker", form, encoding or "-"]
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=_PROJECT,
            env=_environment(),
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TooCostly("reading the file takes too long") from error
    return _document_of(done, form)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(_PROJECT), "PYTHONUTF8": "1"}


def _document_of(done: subprocess.CompletedProcess[bytes], form: str) -> Document:
    if done.returncode:
        if done.returncode < 0 and signal.Signals(-done.returncode).name in _OUT_OF_MEMORY:
            raise TooCostly("reading the file takes too much memory")
        raise DamagedFile("the file broke its reader", format=form)
    record: dict[str, Any] = json.loads(done.stdout)
    if "error" in record:
        raise _error_of(record)
    return Document.of_record(record)


def _error_of(record: dict[str, Any]) -> SpeechError:
    kind = getattr(errors, record["error"])
    error = kind(record["message"], **record["details"])
    assert isinstance(error, SpeechError)
    return error
