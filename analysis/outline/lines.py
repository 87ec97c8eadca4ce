"""The lines of a text, and the unnumbered headings and lists of contents among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.outline.enumerators import Enumerator, find_enumerators
from analysis.outline.rules import ADDRESS, CLOSERS, DATE, PAUSES, RULES, STOPS

_RULES = RULES["headings"]
_BLANKS = " \t\u3000\u00a0\r"
_CONTENTS = re.compile(r"[【（(]?目[ 　]*[录錄次][】）)]?[：:]?")
_LEADERS = re.compile(r"[\s.．…·•\-—]*\d*[\s.．…·•]*$")
_NO_HEADING = re.compile(r"[（(【]|——|注[：:释]|附[：:件]|[\d\W]+$|完$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its place in the text and what stands there, blanks trimmed."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    lines, start = [], 0
    for raw in text.split("\n"):
        content = raw.strip(_BLANKS)
        if content:
            begin = start + len(raw) - len(raw.lstrip(_BLANKS))
            lines.append(Line(begin, begin + len(content), content))
        start += len(raw) + 1
    return lines


def contents_end(lines: list[Line]) -> int:
    """Where a list of contents ends, 0 if there is none.

    It goes from the line 目录 to the first line that repeats its first entry, or to the first
    line too long to be an entry.
    """
    opener = next((n for n, line in enumerate(lines[:40]) if _CONTENTS.fullmatch(line.text)), None)
    if opener is None or opener + 1 >= len(lines):
        return 0
    first = _LEADERS.sub("", lines[opener + 1].text)
    for line in lines[opener + 2 :]:
        if line.text == first or len(line.text) > 2 * _RULES["longest_line"]:
            return line.start
    return 0


def unnumbered_headings(lines: list[Line], begin: int) -> list[Enumerator]:
    """Short lines from ``begin`` on that head the paragraphs behind them, as enumerators.

    None unless there are enough of them to divide a text.
    """
    found = [
        Enumerator("unnumbered", 1, "line", -1, line.start, line.start)
        for line, following in zip(lines, lines[1:], strict=False)
        if line.start >= begin and _heads(line, following)
    ]
    return found if len(found) >= _RULES["least_unnumbered"] else []


def _heads(line: Line, following: Line) -> bool:
    text = line.text
    if not 2 <= len(text) <= _RULES["longest_line"] or text[-1] in STOPS + PAUSES + CLOSERS[1:5]:
        return False
    if _NO_HEADING.match(text) or DATE.search(text) or ADDRESS.match(text + "："):
        return False
    if ("，" in text and text.count("，") > 1) or any(stop in text for stop in "。！；"):
        return False
    if find_enumerators(text, [0]) and find_enumerators(text, [0])[0].start == 0:
        return False
    return len(following.text) >= _RULES["following_line"] or _opens_with_number(following.text)


def _opens_with_number(text: str) -> bool:
    numbered = find_enumerators(text[:20], [0])
    return bool(numbered) and numbered[0].start == 0 and numbered[0].ordinal == 1
