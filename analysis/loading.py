"""Loading: bytes or pasted text become a ``Speech``. The one door for every page and command."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from analysis.assets import ASSETS
from analysis.errors import EmptySpeech, TooLong, UnreadableFile
from analysis.outline import outline_of
from analysis.speech import Speech

MOST_CHARACTERS = 2_000_000
BUILT_IN = ASSETS / "speech.txt"

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ud800-\udfff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPACES_AT_ENDS = re.compile(r"^[ \t\u00a0\u3000]+|[ \t\u00a0\u3000]+$", re.MULTILINE)
_LONG_GAP = re.compile(r"\n{3,}")


def load_bytes(data: bytes, *, name: str = "") -> Speech:
    """A speech from the bytes of a UTF-8 text file, with or without byte order mark.

    Raises:
        UnreadableFile: the bytes are not UTF-8 text.
        EmptySpeech, TooLong: as ``load_text``.
    """
    title = PurePath(name.replace("\\", "/")).name
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("the file is not UTF-8 text", name=title) from error
    if _CONTROL.search(text):
        raise UnreadableFile("the file holds binary data, not text", name=title)
    return load_text(text, name=PurePath(title).stem)


def load_text(text: str, *, name: str = "") -> Speech:
    """A speech from text as typed or pasted.

    Line ends become ``\\n``; invisible characters and blanks at line ends go. Nothing that can be
    read is changed. The name is the title found in the text, if none is given.

    Raises:
        EmptySpeech: there is nothing to read in it.
        TooLong: more than ``MOST_CHARACTERS`` characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise TooLong("the text is too long", characters=len(text), most=MOST_CHARACTERS)
    text = _clean(text)
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        raise EmptySpeech("there is no text to read")
    outline = outline_of(text)
    if not name and outline.title:
        name = text[slice(*outline.title)].strip()
    return Speech(name=name, text=text, outline=outline)


def built_in_speech() -> Speech:
    """The speech that comes with the project."""
    return load_bytes(BUILT_IN.read_bytes())


def _clean(text: str) -> str:
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _CONTROL.sub("", text)
    text = _SPACES_AT_ENDS.sub("", text)
    return _LONG_GAP.sub("\n\n", text).strip("\n")
