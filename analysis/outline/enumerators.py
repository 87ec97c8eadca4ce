"""Enumerators: everything in a text that may number a heading, heading or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal
from unicodedata import numeric

from analysis.outline.rules import BLANKS, CLOSERS, NUMERAL, PAUSES, RULES, STOPS, any_of

# Where an enumerator stands: at a line's start, after a stop, after a colon, after a lesser pause,
# or right behind other text.
Place = Literal["line", "stop", "colon", "pause", "glued"]

# Families from the outermost to the innermost; those of one rank nest either way.
RANKS = {
    "division": 0, "chapter": 1, "clause": 2, "han": 3, "han_in_brackets": 4, "unnumbered": 4,
    "ordinal": 4, "counted": 4, "arabic": 6, "decimal": 6.5, "arabic_in_brackets": 7, "circled": 8, "dash": 8.5, "lead": 10,
    "labelled": 5, "numeral_verb": 9, "among": 9, "first_next": 9, "pair": 9, "aspect": 9,
}  # fmt: skip
# Headings without numbers, the outermost first: only the styles of a file tell more than one level.
UNNUMBERED = ("unnumbered", "unnumbered_within", "unnumbered_innermost")
# Other ways to write a family's numbers: ㈠ ⑴ ⒈ as one character, 一) 1) with half a bracket.
_WRITTEN = {
    "han_sign_in_brackets": "han_in_brackets", "han_in_half_brackets": "han_in_brackets",
    "arabic_sign_in_brackets": "arabic_in_brackets",
    "arabic_in_half_brackets": "arabic_in_brackets",
    "arabic_sign": "arabic", "arabic_alone": "arabic",
}  # fmt: skip
# Points that stand one after another and innermost, whatever their number: they have none.
UNCOUNTED = ("dash", "lead")
MAY_BE_GLUED = {"han", "han_in_brackets", "arabic", "arabic_in_brackets", "circled"}
OPEN_ENDED = 1000  # the ordinal of 最后, which closes a list of any length

_COUNTED = any_of(RULES["enumerators"]["counted"])
_VERBS = any_of(RULES["enumerators"]["verbs"])
_LABELS = any_of(RULES["enumerators"]["labels"])
_FAREWELLS = any_of(RULES["enumerators"]["farewells"])
_PATTERN = re.compile(
    rf"""
    (?:(?<![^\n])|(?=[第关關头頭（(〔【［其首再最既還还又更也另一①-⒛㈠-㈩❶-❿\d]|{NUMERAL}))(?:
      # most characters begin none
      第(?P<division>{NUMERAL}|\d{{1,2}})[ ]?
        (?:部分|部份|篇|编|編|单元|單元|[讲講课課题題](?=[ \u3000：:]))[：:、，,]?
    | 第(?P<chapter>{NUMERAL}|\d{{1,2}})[ ]?章[：:、，,]?
    | 第(?P<clause>{NUMERAL}|\d{{1,2}})[ ]?[节節][：:、，,]?
    | (?:关于|關於)?第(?P<counted>{NUMERAL})(?:{_COUNTED})(?:[，,：:、]|就是|是|要|(?=[“「]))
    | 第(?P<ordinal>{NUMERAL})(?:[，,：:、；]|是要|是|要|(?=[ \u3000]))
    | [（(〔【［](?P<han_in_brackets>{NUMERAL})[）)〕】］][、，,：:.．]?
    | [（(【［](?P<arabic_in_brackets>\d{{1,2}})[）)】］][、，,：:.．]?
    | (?P<han_sign_in_brackets>[㈠-㈩])[、，,：:.．]?
    | (?P<arabic_sign_in_brackets>[⑴-⒇])[、，,：:.．]?
    | (?P<arabic_sign>[⒈-⒛])
    | (?<![^\n \t\u3000])(?:{_LABELS})之?(?P<labelled>{NUMERAL}|\d{{1,2}})[：:、 \u3000]
    | (?<![^\n。；;：:！？ \t\u3000])(?:
        (?P<han_in_half_brackets>{NUMERAL})[）)][、，,：:.．]?
      | (?P<arabic_in_half_brackets>\d{{1,2}})[）)][、，,：:.．]?
      )
    | (?<![^\n \t\u3000])(?P<arabic_alone>\d{{1,2}})(?=[ \t\u3000]+(?![年月日个個])[\u4e00-\u9fff])
    | 其(?P<among>{NUMERAL})(?:[，,：:、]|是|要)
    | (?<![{RULES["enumerators"]["never_before"]}])(?:
        (?P<han>{NUMERAL})(?:[、．.：:，,]|(?=[ \u3000\n]))
      | (?P<numeral_verb>{NUMERAL})(?:{_VERBS})[，,：:]?
      )
    | (?<![\d.．%A-Za-z\-—~～/])(?P<arabic>\d{{1,2}})[、．.](?![\d.．])
    | (?<![^\n])[ \t]*\d{{1,2}}[.．](?P<decimal>\d{{1,2}})[.．]?(?=[ \t\u3000])
    | (?P<circled>[①-⑳❶-❿])[、，,：:.．]?
    | (?P<first_next>首先|其次|再次|再者|最后|最後|[头頭再](?:一[个個条條])|[还還]有一[个個条條])(?:[，,：:]|是要|是|要)(?!{_FAREWELLS})
    | (?<![^\n \t\u3000])(?P<dash>——?|――|--|[●◆■▲★◇○◎•])(?![—―\-])
    | (?P<pair>既要|还要|還要|又要|更要|也要)
    | (?P<aspect>一方面|另一方面|再一方面)(?:[，,：:]|是要|是|要)?
    )
    """,
    re.VERBOSE,
)
# 一、二、三产业; 三、四季度; 第一、第二
_LISTED_NUMERALS = re.compile(rf"第|{NUMERAL}(?:[、和与或及]|[线類类级級季等产產审審楼樓期批])")
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", start=1)}
_DIGITS |= {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", start=1)} | {"貳": 2, "參": 3, "陸": 6}
_WORD_ORDINALS = {
    "首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": OPEN_ENDED, "最後": OPEN_ENDED,
    "既要": 1, "一方面": 1, "另一方面": 2, "再一方面": 3,
}  # fmt: skip
_PASSAGE_ENDS = STOPS + CLOSERS + RULES["enumerators"]["passage_ends"]


@dataclass(frozen=True, slots=True)
class Enumerator:
    """One enumerator in the text; ``ordinal`` 0 goes with whatever comes next (还要)."""

    family: str
    ordinal: int
    place: Place
    line: int
    start: int
    end: int


def find_enumerators(text: str, line_starts: list[int]) -> list[Enumerator]:
    """All enumerators of ``text`` in reading order, by how they look and where they stand."""
    found = []
    for match in _PATTERN.finditer(text):
        group = str(match.lastgroup)
        family = _WRITTEN.get(group, group)
        start, end = match.span()
        place = _place_of(text, start)
        if group == "arabic_alone" and place != "line":
            continue
        if place == "line" and len(line_starts) == 1:
            place = "stop"  # a text of one line has nothing but running text
        if _is_possible(text, family, place, match[group], end):
            line = bisect_right(line_starts, start) - 1
            ordinal = _ordinal_of(match[group], family)
            found.append(Enumerator(family, ordinal, place, line, start, end))
    return found


def leading_enumerator(line: str) -> Enumerator | None:
    """The number that ``line`` begins with, if any."""
    found = find_enumerators(line[:24] + "\n", [0, 25])
    return found[0] if found and found[0].start == 0 and found[0].family != "dash" else None


def _place_of(text: str, start: int) -> Place:
    before = start - 1
    while before >= 0 and text[before] in BLANKS:
        before -= 1
    if before < 0 or text[before] == "\n":
        return "line"
    if text[before] in "：:":
        return "colon"
    if text[before] in PAUSES + "—":
        return "pause"
    return "stop" if text[before] in _PASSAGE_ENDS or before < start - 1 else "glued"


def _is_possible(text: str, family: str, place: Place, value: str, end: int) -> bool:
    if place == "glued" and family not in MAY_BE_GLUED:
        return False
    if place != "line" and text[end - 1 : end] not in "、．." and family == "han":
        return False
    following = text[end : end + 2].lstrip(" \t\u3000")
    if family == "han" and _LISTED_NUMERALS.match(text, end):
        return False
    if family == "ordinal" and following[:1] == "第":
        return False  # 第一、第二产业
    if not following or following[0] == "\n":
        return place == "line" and RANKS[family] <= RANKS["han_in_brackets"]
    return following[0] not in "。，、；：！？）)》”,.;:!?%％"


def _ordinal_of(value: str, family: str) -> int:
    if value in _WORD_ORDINALS:
        return _WORD_ORDINALS[value]
    if family == "first_next":  # 头一个，… 再一个，… 还有一个，…
        return {"头": 1, "頭": 1, "再": 2}.get(value[0], 3)
    if family == "pair":
        return 0
    if family == "dash":
        return 1
    if value.isdecimal():
        return int(value)
    if len(value) == 1 and value not in "十拾" and not _DIGITS.get(value):
        return int(numeric(value, 0))
    tens, ten, units = value.replace("拾", "十").rpartition("十")
    if not ten:
        return _DIGITS.get(units, 0) if len(units) == 1 else -1
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(units, 0)
