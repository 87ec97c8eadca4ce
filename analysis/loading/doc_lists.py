"""The lists of Word 97–2003 and their running numbers."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

from analysis.loading.numbering import Counter, Level

# Number formats ([MS-OSHARED] MSONFC) that speeches number with; others count in plain digits.
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 16: "japaneseLegal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
_LIST, _OVERRIDE, _LEVEL = 28, 16, 28


@dataclass(slots=True)
class _Use:
    """One use of a list: a ``w:num`` of later Words."""

    list_id: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: bool = False


class DocLists:
    """Lists, their uses and the running number of each."""

    def __init__(self, lists: bytes, uses: bytes) -> None:
        self._lists = _lists_of(lists) if len(lists) >= 2 else {}
        self._uses = _uses_of(uses) if len(uses) >= 4 else []
        self._counters: dict[int, Counter] = {}

    def next(self, number: int, depth: int) -> str:
        """The label of the next paragraph of a list (numbered from 1) at a depth, counted."""
        if not 1 <= number <= len(self._uses):
            return ""
        use = self._uses[number - 1]
        levels = self._lists.get(use.list_id, {}) | use.levels
        for level, start in use.starts.items():
            levels[level] = replace(levels.get(level, Level()), start=start)
        counter = self._counters.setdefault(use.list_id, Counter(levels))
        counter.levels = levels
        if not use.begun:
            use.begun = True
            for level in use.starts:
                counter.values.pop(level, None)
        return counter.next(depth)


def _lists_of(data: bytes) -> dict[int, dict[int, Level]]:
    count = struct.unpack_from("<H", data)[0]
    place = 2 + _LIST * count
    lists: dict[int, dict[int, Level]] = {}
    for number in range(count):
        head = 2 + _LIST * number
        identifier = struct.unpack_from("<i", data, head)[0]
        levels = {}
        for depth in range(1 if data[head + 26] & 1 else 9):
            levels[depth], place = _level_of(data, place)
        lists[identifier] = levels
    return lists


def _level_of(data: bytes, place: int) -> tuple[Level, int]:
    """A level, and where the next one begins."""
    start, form, flags = struct.unpack_from("<iBB", data, place)
    characters, paragraph, restart = data[place + 24], data[place + 25], data[place + 26]
    place += _LEVEL + paragraph + characters
    length = struct.unpack_from("<H", data, place)[0]
    text = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in text)
    level = Level(
        start=max(0, start),
        form=_FORMS.get(form, "decimal"),
        pattern=pattern,
        plain_digits=bool(flags & 0x04),
        restart=restart if flags & 0x08 else None,
    )
    return level, place + 2 + 2 * length


def _uses_of(data: bytes) -> list[_Use]:
    count = struct.unpack_from("<I", data)[0]
    if 4 + _OVERRIDE * count > len(data):
        raise IndexError("more lists than there is room for")
    place = 4 + _OVERRIDE * count
    uses = []
    for number in range(count):
        head = 4 + _OVERRIDE * number
        use = _Use(struct.unpack_from("<i", data, head)[0])
        changed = data[head + 12]
        place += 4  # where the list is used first; not needed
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", data, place)
            place += 8
            depth = flags & 0xF
            if flags & 0x20:
                use.levels[depth], place = _level_of(data, place)
            if flags & 0x10:
                use.starts[depth] = use.levels[depth].start if flags & 0x20 else start
        uses.append(use)
    return uses
