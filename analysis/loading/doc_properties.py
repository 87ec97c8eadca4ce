"""What Word 97–2003 stores about paragraphs and characters: lists, headings, deletions, styles."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.loading.rules import UNREADABLE

_PAGE = 512
_DEEPEST = 20
_DELETED, _HIDDEN, _SIZE = 0x0800, 0x083C, 0x4A43
_LEVEL, _LIST, _OUTLINE, _ROW_END = 0x260A, 0x460B, 0x2640, 0x2417
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


@dataclass(frozen=True, slots=True)
class Properties:
    """Properties of a paragraph or of characters; None where only the style says it."""

    style: int = 0
    list_number: int | None = None
    level: int | None = None
    outline: int | None = None
    row_ends: bool = False
    deleted: bool = False
    hidden: bool = False
    tiny: bool = False

    @property
    def depth(self) -> int:
        """Depth in the list, 0 for its outermost level."""
        return self.level or 0

    @property
    def heading(self) -> int:
        """Level of a heading, 0 for running text."""
        return self.outline + 1 if self.outline is not None and self.outline < 9 else 0


class Runs:
    """Properties of stored text, by place: the pages of runs that a table lists.

    Args:
        main: the stream of the document.
        table: places and page numbers.
        paragraphs: whether these are runs of paragraphs, else of characters.
    """

    def __init__(self, main: bytes, table: bytes, *, paragraphs: bool) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._raw: list[bytes] = []
        self._paragraphs = paragraphs
        count = (len(table) - 4) // 8 if len(table) >= 4 else 0
        for number in range(count):
            page = struct.unpack_from("<I", table, 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
            self._add_page(main[page * _PAGE : (page + 1) * _PAGE])
        order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
        self._starts = [self._starts[n] for n in order]
        self._ends = [self._ends[n] for n in order]
        self._raw = [self._raw[n] for n in order]

    def _add_page(self, page: bytes) -> None:
        if len(page) < _PAGE:
            return
        count, width = page[-1], 13 if self._paragraphs else 1
        if 4 * (count + 1) + width * count > _PAGE:
            return
        ends = struct.unpack_from(f"<{count + 1}I", page)
        for number in range(count):
            place = 2 * page[4 * (count + 1) + width * number]
            self._starts.append(ends[number])
            self._ends.append(ends[number + 1])
            self._raw.append(self._run(page, place))

    def _run(self, page: bytes, place: int) -> bytes:
        if not place:
            return b""
        size = page[place]
        if not self._paragraphs:
            return page[place + 1 : place + 1 + size]
        if size:
            return page[place + 1 : place + 2 * size]
        return page[place + 2 : place + 2 + 2 * page[place + 1]]

    def at(self, place: int) -> Properties:
        """The properties of what is stored at a place."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._ends[number]:
            return Properties()
        return _properties(self._raw[number], self._paragraphs)

    def end(self, place: int) -> int:
        """Where the run ends that a place is in."""
        number = bisect_right(self._starts, place) - 1
        inside = number >= 0 and place < self._ends[number]
        return self._ends[number] if inside else place + 1


@lru_cache(maxsize=4096)
def _properties(raw: bytes, paragraphs: bool) -> Properties:
    style = struct.unpack_from("<H", raw)[0] if paragraphs and len(raw) >= 2 else 0
    return properties_of(raw[2:] if paragraphs else raw, Properties(style=style))


def properties_of(raw: bytes, base: Properties) -> Properties:
    """``base``, changed by a list of single properties (sprms)."""
    for code, operand in _single(raw):
        value = int.from_bytes(operand[:2], "little")
        if code == _LIST:
            base = replace(base, list_number=value if value < 0x8000 else 0)
        elif code == _LEVEL:
            base = replace(base, level=min(operand[0], 8))
        elif code == _OUTLINE:
            base = replace(base, outline=operand[0])
        elif code == _ROW_END:
            base = replace(base, row_ends=operand[0] == 1)
        elif code == _DELETED:
            base = replace(base, deleted=operand[0] == 1)
        elif code == _HIDDEN:
            base = replace(base, hidden=operand[0] == 1)
        elif code == _SIZE:
            base = replace(base, tiny=value <= UNREADABLE)
    return base


def _single(raw: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 3 <= len(raw):
        code = struct.unpack_from("<H", raw, place)[0]
        place += 2
        size = _OPERANDS.get(code >> 13)
        if size is None:
            if code == 0xD608 and place + 2 <= len(raw):
                size = 1 + struct.unpack_from("<H", raw, place)[0]
            else:
                size = 1 + raw[place]
        if place + size > len(raw):
            return
        yield code, raw[place : place + size]
        place += size


class Styles:
    """The style sheet: which styles make headings and lists."""

    def __init__(self, sheet: bytes) -> None:
        self._styles: list[tuple[int, Properties]] = []
        if len(sheet) < 6:
            return
        head = struct.unpack_from("<H", sheet)[0]
        count, base = struct.unpack_from("<HH", sheet, 2)
        place = 2 + head
        for _ in range(count):
            if place + 2 > len(sheet):
                break
            size = struct.unpack_from("<H", sheet, place)[0]
            self._styles.append(_style_of(sheet[place + 2 : place + 2 + size], base))
            place += 2 + size

    def complete(self, own: Properties) -> Properties:
        """A paragraph's properties, completed by those of its style and of that one's bases."""
        number = own.style
        for _ in range(_DEEPEST):
            if number >= len(self._styles):
                break
            number, given = self._styles[number]
            own = replace(
                own,
                list_number=given.list_number if own.list_number is None else own.list_number,
                level=given.level if own.level is None else own.level,
                outline=given.outline if own.outline is None else own.outline,
            )
        return own


def _style_of(raw: bytes, base: int) -> tuple[int, Properties]:
    """The number of the style that a style is based on, and what it says itself."""
    if len(raw) < 8:
        return 0xFFF, Properties()
    built_in, kind, more = struct.unpack_from("<HHH", raw)
    name = struct.unpack_from("<H", raw, base)[0] if base + 2 <= len(raw) else 0
    place = base + 2 + 2 * name + 2
    heading = built_in & 0xFFF
    found = Properties(outline=heading - 1 if 1 <= heading <= 9 else None)
    if kind & 0xF == 1 and more & 0xF and place + 4 <= len(raw):
        size = struct.unpack_from("<H", raw, place)[0]
        found = properties_of(raw[place + 4 : place + 2 + size], found)
    return kind >> 4, found
