"""Numbers that a word processor draws in front of list items and headings: 一、 （二） 3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_HAN = "零一二三四五六七八九"
_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%(\d)")
_MOST = 99_999


def spelled(number: int, form: str) -> str:
    """A number as a numbering format of OOXML (``w:numFmt``) writes it; plain digits by default.

    Example:
        >>> spelled(12, "chineseCounting"), spelled(3, "decimalEnclosedCircle"), spelled(1, "bullet")
        ('十二', '③', '')
    """
    number = max(0, min(number, _MOST))
    if form in ("none", "bullet"):
        return ""
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if form.endswith("LegalSimplified"):
        return _counted(number, _SIMPLIFIED, "拾佰仟万")
    if "Legal" in form:
        return _counted(number, _TRADITIONAL, "拾佰仟萬")
    if re.match(r"(?:chinese|japanese|taiwanese|korean)Counting", form):
        return _counted(number, _HAN, "十百千万")
    if form == "ideographTraditional" and 1 <= number <= 10:
        return _STEMS[number - 1]
    if form == "ideographZodiac" and 1 <= number <= 12:
        return _BRANCHES[number - 1]
    if form == "ideographEnclosedCircle" and 1 <= number <= 10:
        return chr(0x3280 + number - 1)
    return _western(number, form)


def _western(number: int, form: str) -> str:
    ranges = {"decimalEnclosedCircle": 0x2460, "decimalEnclosedCircleChinese": 0x2460,
              "decimalEnclosedParen": 0x2474, "decimalEnclosedFullstop": 0x2488}  # fmt: skip
    if form in ranges and 1 <= number <= 20:
        return chr(ranges[form] + number - 1)
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("lowerLetter", "upperLetter") and number:
        letter = chr(ord("a") + (number - 1) % 26) * min(5, (number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if form == "lowerRoman" else roman.upper()
    return str(number)


def _counted(number: int, digits: str, units: str) -> str:
    if number < 10:
        return digits[number]
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        tail = _counted(rest, digits, units) if rest else ""
        return (
            _counted(head, digits, units) + units[3] + (digits[0] if 0 < rest < 1000 else "") + tail
        )
    text, gap = "", False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[int(digit)]
        text += units[place - 1] if place else ""
        gap = False
    return text[1:] if 10 <= number < 20 and units[0] == "十" else text


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list numbers: start, format, pattern (``（%2）``), what restarts it."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    plain_digits: bool = False
    restart: int | None = None  # restarts after a level up to this (1-based); 0 never; None any


@dataclass(slots=True)
class Counter:
    """The running numbers of one list."""

    levels: Mapping[int, Level]
    values: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """The label of the next item at a depth, and count it.

        An item counts as one of each level above it that has none yet, as in Word: 1.1, then 2.
        """
        level = self.levels.get(depth, Level())
        for upper in range(depth):
            self.values.setdefault(upper, self.levels.get(upper, Level()).start)
        if depth in self.values:
            self.values[depth] += 1
        else:
            self.values[depth] = level.start
        for deeper in [d for d in self.values if d > depth]:
            restart = self.levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                del self.values[deeper]
        return self._label(level)

    def _label(self, level: Level) -> str:
        if level.form == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = self.levels.get(depth, Level())
            value = self.values.get(depth, other.start)
            return spelled(value, "decimal" if level.plain_digits else other.form)

        return spaced(_PLACE.sub(number, level.pattern).strip(" \t\u3000"))


def spaced(label: str) -> str:
    """A label as it stands before its text: a blank after 3. and (a), none after 一、 and （二）.

    Signs of the private use area are bullets in a font of their own; they say nothing.
    """
    label = "".join(c for c in label if not "\ue000" <= c <= "\uf8ff").strip("·•●■◆➢□○")
    return label if label[-1:] in "、）】》，：．" or not label else label + " "
