"""Rich Text (``.rtf``): running text with the numbers of its lists; notes and headers marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.errors import DamagedFile, TooCostly
from analysis.loading.document import Document
from analysis.loading.numbering import spaced
from analysis.loading.rtf_words import (
    BLANKS,
    CHARSETS,
    CODE_PAGES,
    LEFT_OUT,
    LINES,
    SHOWN_ANYWAY,
    SIGNS,
    UNSEEN,
)
from analysis.loading.rules import UNREADABLE

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<open>\{)|(?P<close>\})|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_FONT = re.compile(rb"\\f(\d{1,5})\b(?:(?!\\f\d)[^{}]){0,200}?\\fcharset(\d{1,3})")
_TITLE = re.compile(rb"\{\\title ((?:[^{}]|\\[{}]){0,2000})\}")
_ENDS = (b"}", b"\\par", b"\\par\\pard")
_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group: where its text goes, in which encoding it is written."""

    kind: str | None = ""  # of text that is left out; None: not text at all
    encoding: str = "cp1252"
    after_unicode: int = 1  # bytes that stand for a \\u character in old programs
    unsaid: str = ""  # kind of text that is deleted or hidden
    tiny: bool = False  # too small to be read
    heading: int = 0  # level of the heading that the paragraph is
    label: bool = False  # the number of a list item


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of an RTF file.

    Raises:
        DamagedFile: it is no RTF, or it is cut off.
        TooCostly: its groups are nested too deeply.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DamagedFile("no RTF header", format="rtf")
    reader = _Reader(data)
    reader.run()
    if reader.cut_off:
        raise DamagedFile("the file is cut off", format="rtf")
    title = _TITLE.search(data[:100_000])
    if title:
        inner = _Reader(b"{\\rtf1\\ansicpg936 " + title[1] + b"}")
        inner.run()
        reader.document.title = inner.document.original.strip()
    return reader.document


class _Reader:
    """Goes through the tokens once; text is decoded when its state or encoding changes."""

    def __init__(self, data: bytes) -> None:
        self.document = Document()
        self._data = data
        self._fonts = {
            int(font): CHARSETS.get(int(charset), "") for font, charset in _FONT.findall(data)
        }
        self._states = [_State()]
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._high = 0
        self._label = ""
        self._line = 0  # where the line begins

    def run(self) -> None:
        place = 0
        while place < len(self._data):
            token = _TOKEN.match(self._data, place)
            if token is None:
                place += 1
                continue
            place = token.end()
            self._token(token)
            binary = token["word"] == b"bin" and int(token["value"] or 0)
            place += max(0, binary)
        self._flush()

    @property
    def cut_off(self) -> bool:
        """Whether it stops in the midst of something; a missing last brace does no harm."""
        ended = self._data.rstrip(b"\x00\r\n ").endswith(_ENDS) and self.document.original.strip()
        return len(self._states) > 1 and not ended

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def _token(self, token: re.Match[bytes]) -> None:
        if token["open"]:
            self._flush()
            if len(self._states) > _DEEPEST:
                raise TooCostly("groups are nested too deeply")
            self._states.append(self._state)
            self._to_skip = 0
        elif token["close"]:
            self._flush()
            if len(self._states) > 1:
                self._states.pop()
            self._to_skip = 0
        elif token["word"]:
            value = token["value"]
            self._word(token["word"].decode("ascii"), int(value) if value else None)
        elif token["hex"]:
            self._add_bytes(bytes([int(token["hex"], 16)]))
        elif token["sign"]:
            self._sign(token["sign"])
        elif token["text"]:
            self._add_bytes(token["text"])

    def _add_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\\{}":
            self._add_bytes(sign)
        elif sign == b"~":
            self._say("\u00a0")
        elif sign == b"_":
            self._say("-")
        elif sign in b"\r\n":
            self._say("\n")

    def _word(self, word: str, value: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u" and value is not None:
            self._unicode(value % 0x10000)
        elif word in LINES:
            self._end_line(heading=self._state.heading if word == "par" else 0)
        elif word == "row":
            self._flush()
            self.document.end_row()
        elif word in BLANKS or word in SIGNS:
            self._say(BLANKS.get(word) or SIGNS[word])
        elif word in LEFT_OUT:
            self._change(kind=LEFT_OUT[word])
        elif word in UNSEEN or (starred and word not in SHOWN_ANYWAY):
            self._change(kind=None)
        elif word == "shptxt":
            self._change(kind="")
        elif word in ("listtext", "pntext"):
            self._change(label=True)
        else:
            self._property(word, value)

    def _property(self, word: str, value: int | None) -> None:
        if word == "uc" and value is not None:
            self._change(after_unicode=max(0, min(value, 8)))
        elif word == "ansicpg" and value is not None:
            self._change(encoding=CODE_PAGES.get(value, f"cp{value}"))
        elif word == "f" and self._fonts.get(value or 0):
            self._change(encoding=self._fonts[value or 0])
        elif word in ("deleted", "v"):
            kind = "deletions" if word == "deleted" else "hidden"
            self._change(unsaid="" if value == 0 else kind)
        elif word == "fs" and value is not None:
            if self._state.tiny != (value <= UNREADABLE):
                self._change(tiny=value <= UNREADABLE)
        elif word == "outlinelevel" and value is not None:
            self._change(heading=value + 1 if 0 <= value < 9 else 0)
        elif word == "pard" and self._state.heading:
            self._change(heading=0)
        elif word == "plain":
            self._change(unsaid="", tiny=False)

    def _end_line(self, *, heading: int) -> None:
        self._flush()
        start, end = self._line, self.document.length
        if heading and end > start and self._state.kind == "":
            self.document.headings.append((start, end, heading))
        self._say("\n")
        self._line = self.document.length

    def _change(self, **changes: object) -> None:
        self._flush()
        self._states[-1] = replace(self._state, **changes)  # type: ignore[arg-type]

    def _unicode(self, code: int) -> None:
        self._flush()
        self._to_skip = self._state.after_unicode
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000 and self._high:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00
        self._high = 0
        self._say(chr(code), keep_skip=True)

    def _say(self, text: str, *, keep_skip: bool = False) -> None:
        self._flush()
        if not keep_skip:
            self._to_skip = 0
        self._write(text)

    def _write(self, text: str) -> None:
        state = self._state
        if state.kind is None:
            return
        if state.label:
            self._label = (self._label + text).strip()
            return
        if self._label and text.strip():
            label, self._label = self._label, ""
            self.document.add(spaced(label))
        self.document.add(text, state.unsaid or ("hidden" if state.tiny else "") or state.kind)

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        try:
            text = data.decode(self._state.encoding, "replace")
        except LookupError:
            text = data.decode("gb18030", "replace")
        self._write(text)
