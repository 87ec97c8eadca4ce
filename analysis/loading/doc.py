"""Word 97–2003 documents (``.doc``, and the ``.wps`` of WPS Office, which are the same inside).

olefile opens the container; what is in it follows [MS-DOC], Microsoft's published description.
Anything unexpected ends in an error that asks for a .docx, never in a guess.
"""

from __future__ import annotations

import io
import re
import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

import olefile

from analysis.errors import DamagedFile, EncryptedFile, OtherFormat
from analysis.loading.doc_lists import DocLists
from analysis.loading.doc_properties import Runs, Styles
from analysis.loading.document import Document

_MAGIC = 0xA5EC
_WORD_97 = 0xC1
_PARAGRAPH, _CELL = "\r", "\x07"
_PARAGRAPHS = re.compile(r"[^\r\x07]*[\r\x07]|[^\r\x07]+")
_FIELD_BEGINS, _FIELD_RESULT, _FIELD_ENDS = "\x13", "\x14", "\x15"
_CODE = re.compile("\x13[^\x13-\x15]*(?:\x14|(?=\x15))")  # of a field without fields in it
_DRAWN = {"\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\t": "\t"}
_SHORT_CELL = 40
# Text beyond the running text, in the order in which it follows there: where its length stands in
# the file's head, and what it is; text boxes are read.
_MORE = (
    (0x50, "footnotes"), (0x54, "running_lines"), (0x5C, "comments"), (0x60, "footnotes"),
    (0x64, ""), (0x68, "running_lines"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters ``[start, end)`` of the document, stored in one go at ``place``."""

    start: int
    end: int
    place: int
    size: int  # bytes a character


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of a Word 97–2003 document, list numbers spelled out.

    Raises:
        OtherFormat: an older Word, or another kind of document in the same container.
        EncryptedFile: it has a password.
        DamagedFile: its parts do not fit together.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("WordDocument"):
                raise OtherFormat("no Word document", format=".doc")
            main = ole.openstream("WordDocument").read()
            table = "1Table" if _word(main, 0x0A) & 0x200 else "0Table"
            _check(main)
            tables = ole.openstream(table).read()
            # The properties stay unread: olefile counts up to whatever number stands there.
            return _Reader(main, tables).read()
    except (OSError, struct.error, IndexError, KeyError) as error:
        raise DamagedFile("the parts do not fit together", format="doc") from error


def _check(main: bytes) -> None:
    if _word(main, 0) != _MAGIC or _word(main, 2) < _WORD_97:
        raise OtherFormat("a Word before 97", format=".doc")
    if _word(main, 0x0A) & 0x100:
        raise EncryptedFile("the document has a password")


def _word(data: bytes, place: int) -> int:
    return int(struct.unpack_from("<H", data, place)[0])


def _long(data: bytes, place: int) -> int:
    return int(struct.unpack_from("<I", data, place)[0])


class _Reader:
    """Puts the pieces of text together and walks through the paragraphs."""

    def __init__(self, main: bytes, tables: bytes) -> None:
        self._main = main

        def part(place: int, *, open_ended: bool = False) -> bytes:
            start, size = _long(main, place), _long(main, place + 4)
            return tables[start : None if open_ended and size else start + size]

        self._pieces = _pieces_of(part(0x1A2))
        self._starts = [piece.start for piece in self._pieces]
        self._text = "".join(self._stored(piece) for piece in self._pieces)
        self._paragraphs = Runs(main, part(0x102), paragraphs=True)
        self._characters = Runs(main, part(0xFA), paragraphs=False)
        self._styles = Styles(part(0xA2))
        self._lists = DocLists(part(0x2E2, open_ended=True), part(0x2EA, open_ended=True))
        self.document = Document()

    def read(self) -> Document:
        """The document: running text, then notes, headers and text boxes."""
        length = _long(self._main, 0x4C)
        if length > len(self._text):
            raise DamagedFile("there is less text than there should be", format="doc")
        self._body(0, length)
        place = length
        for where, kind in _MORE:
            size = _long(self._main, where)
            text = _CODE.sub("", self._text[place : place + size])
            for line in _plain(text).split("\n"):
                if line.strip():
                    self.document.add_line(line, kind)
            place += size
        return self.document

    def _stored(self, piece: _Piece) -> str:
        data = self._main[piece.place : piece.place + piece.size * (piece.end - piece.start)]
        if piece.size == 1:
            return data.decode("cp1252", "replace")
        text = data.decode("utf-16-le", "surrogatepass")
        if len(text) == piece.end - piece.start:
            return text
        # A character beyond the BMP counts as two here: kept apart, so that places stay true.
        return "".join(chr(unit) for (unit,) in struct.iter_unpack("<H", data))

    def _body(self, start: int, end: int) -> None:
        for match in _PARAGRAPHS.finditer(self._text, start, end):
            self._paragraph(*match.span())

    def _paragraph(self, start: int, end: int) -> None:
        properties = self._styles.complete(self._paragraphs.at(self._stored_at(end - 1)))
        text = self._text[start:end]
        if properties.row_ends:
            self.document.end_row()
            return
        begin = self.document.length
        empty = not _plain(text).strip()
        if properties.list_number:
            label = self._lists.next(properties.list_number, properties.depth)
            if not empty:
                self.document.add(label)
        self._runs(start, end)
        if properties.heading and not empty:
            self.document.headings.append((begin, self.document.length, properties.heading))
        short = len(text) <= _SHORT_CELL
        self.document.add("\t" if text.endswith(_CELL) and short else "\n")

    def _runs(self, start: int, end: int) -> None:
        """The characters of a paragraph, deleted and hidden ones marked, codes of fields left out."""
        depth_of_codes, open_fields = 0, []
        for first, last, kind in self._kinds(start, end):
            shown = []
            for character in self._text[first:last]:
                if character == _FIELD_BEGINS:
                    open_fields.append(True)
                    depth_of_codes += 1
                elif character == _FIELD_RESULT and open_fields and open_fields[-1]:
                    open_fields[-1] = False
                    depth_of_codes -= 1
                elif character == _FIELD_ENDS and open_fields:
                    depth_of_codes -= open_fields.pop()
                elif not depth_of_codes:
                    shown.append(_DRAWN.get(character) or (character if character >= " " else ""))
            self.document.add(_joined("".join(shown)), kind)

    def _kinds(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The stretches of ``[start, end)`` that are kept, deleted or hidden."""
        found: list[tuple[int, int, str]] = []
        place = start
        while place < end:
            stored = self._stored_at(place)
            properties = self._characters.at(stored)
            left = self._characters.end(stored) - stored
            piece = self._piece_at(place)
            stop = min(end, piece.end, place + max(1, left // piece.size))
            unseen = properties.hidden or properties.tiny
            kind = "deletions" if properties.deleted else "hidden" if unseen else ""
            found.append((place, stop, kind))
            place = stop
        return found

    def _stored_at(self, place: int) -> int:
        """Where in the stream a character is stored."""
        piece = self._piece_at(place)
        return piece.place + (place - piece.start) * piece.size

    def _piece_at(self, place: int) -> _Piece:
        return self._pieces[bisect_right(self._starts, place) - 1]


def _pieces_of(clx: bytes) -> list[_Piece]:
    place = 0
    while clx[place] == 1:
        place += 3 + _word(clx, place + 1)
    size = _long(clx, place + 1)
    table = clx[place + 5 : place + 5 + size]
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table)
    pieces = []
    for number, (start, end) in enumerate(pairwise(ends)):
        stored = _long(table, 4 * (count + 1) + 8 * number + 2)
        single = bool(stored & 0x40000000)
        stored &= 0x3FFFFFFF
        pieces.append(_Piece(start, end, stored // 2 if single else stored, 1 if single else 2))
    return pieces


def _plain(text: str) -> str:
    """Text without the signs of its layout."""
    text = text.replace(_PARAGRAPH, "\n").replace(_CELL, "\t")
    return _joined("".join(c for c in text if c >= " " or c in "\n\t"))


def _joined(text: str) -> str:
    """Pairs of surrogates as the one character they stand for."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
