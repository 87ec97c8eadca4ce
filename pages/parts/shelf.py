"""The shelf: the speeches of a session, each with the file it came from, kept in memory alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Timer

import streamlit as st

from analysis.errors import TooMany
from analysis.loading import MOST_FILES, load_bytes, load_text, reload
from analysis.speech import Speech
from pages.parts.memory import give_back

BUILT_IN = ""
LARGE = 100_000  # characters of a speech whose memory is worth giving back at once
SOON = 1.5  # seconds until no run of a page holds on to a speech that was removed


@dataclass(frozen=True, slots=True)
class Shelved:
    """A speech and how it was read.

    Attributes:
        speech: the speech, under the name a person gave it.
        data: the file's bytes where its encoding can be chosen anew; else empty.
        file: the file's name.
        encoding: the encoding a person chose, or ``""``.
        skip: kinds of cleaning switched off.
    """

    speech: Speech
    data: bytes = b""
    file: str = ""
    encoding: str = ""
    skip: frozenset[str] = frozenset()


def shelf() -> dict[str, Shelved]:
    """Key → speech, in the order in which they were opened."""
    found: dict[str, Shelved] = st.session_state.setdefault("shelf", {})
    return found


def open_key() -> str:
    """Key of the speech on the table; ``BUILT_IN`` for the project's own."""
    key = str(st.session_state.get("open_key", BUILT_IN))
    return key if key in shelf() else BUILT_IN


def open_shelved() -> Shelved | None:
    """The speech on the table, or None for the built-in one."""
    return shelf().get(open_key())


def put(data: bytes | str, file: str = "") -> str:
    """Read a file or a pasted text, and put it on the shelf and on the table.

    Raises:
        SpeechError: it cannot be read, or the shelf is full; the shelf stays as it was.
    """
    if len(shelf()) >= MOST_FILES:
        raise TooMany("the shelf is full", most=MOST_FILES)
    if isinstance(data, str):
        shelved = Shelved(load_text(data))
    else:
        speech = load_bytes(data, name=file)
        shelved = Shelved(speech, data if speech.encoding else b"", file)
    key = str(st.session_state.get("shelf_count", 0) + 1)
    st.session_state.shelf_count = int(key)
    shelf()[key] = shelved
    lay(key)
    return key


def lay(key: str) -> None:
    """Put a speech of the shelf on the table."""
    st.session_state.open_key = key
    for name in [name for name in st.session_state if str(name).startswith("chosen_")]:
        del st.session_state[name]


def rename(key: str, name: str) -> None:
    """Call a speech otherwise."""
    shelved = shelf()[key]
    shelf()[key] = replace(shelved, speech=replace(shelved.speech, name=name))


def remove(key: str) -> None:
    """Take a speech off the shelf, and its tables with it."""
    removed = shelf().pop(key, None)
    _, _, study = st.session_state.get("studies", {}).pop(key, (None, None, None))
    if study:
        study.close()  # callbacks of pages that were drawn may hold it for a while
    if open_key() == BUILT_IN:
        lay(BUILT_IN)
    if removed and len(removed.speech.original) >= LARGE:
        timer = Timer(SOON, give_back)
        timer.daemon = True
        timer.start()


def read_again(key: str, *, encoding: str, skip: frozenset[str]) -> None:
    """Read a speech of the shelf in another encoding, or with other steps of cleaning.

    Raises:
        SpeechError: it cannot be read that way; the shelf stays as it was.
    """
    old = shelf()[key]
    if old.data and encoding != old.encoding:
        speech = load_bytes(old.data, name=old.file, encoding=encoding or None, skip=skip)
    else:
        speech = reload(old.speech, skip=skip)
    particulars = speech.particulars
    if encoding == old.encoding:  # what a person set right stays
        particulars = old.speech.particulars.or_else(particulars)
    speech = replace(speech, name=old.speech.name, particulars=particulars)
    shelf()[key] = replace(old, speech=speech, encoding=encoding, skip=skip)
