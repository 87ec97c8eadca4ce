"""Lines that end where the paper ended: joined back into paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.loading.report import Report
from analysis.loading.rules import RULES

_RULES = RULES["line_wraps"]
_ENDS = re.compile(r"[。！？：；…”』」）)!?:;]$")
_INDENT = re.compile(r"[\u2003\u3000]|[ \u00a0]{2}|\t")
_OPENS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|第[一二三四五六七八九十]{1,3}[，、是章节]|\d{1,2}[、．.](?!\d)"
)
_PAUSES = re.compile(r"[，。、；：！？ ,;:]")
_LATIN = re.compile(r"[A-Za-z0-9,.;]")


def joined_lines(text: str, report: Report) -> str:
    """``text`` with hard-wrapped lines joined, if it is hard-wrapped at all.

    It is where most lines have nearly one width, none is much wider, and most of the full lines
    stop in the middle of a sentence. Then a full line goes on in the next one, unless that is
    blank or indented.
    """
    lines = text.split("\n")
    widths = [_width(line) for line in lines]
    full = _full_width(lines, widths)
    if not full:
        return text
    indented = sum(bool(_INDENT.match(line)) for line in lines) >= 2
    parts = [lines[0]]
    for number in range(1, len(lines)):
        before, line = lines[number - 1], lines[number]
        if widths[number - 1] >= full and _goes_on(before, line, indented=indented):
            before, line = before.rstrip(), line.strip()
            report.count("line_wraps")
            report.example("line_wraps", f"{before[-6:]}↵{line[:6]}")
            parts[-1] = parts[-1].rstrip()
            parts.append(glue(before, line) + line)
        else:
            parts.append("\n" + line)
    return "".join(parts)


def glue(before: str, after: str) -> str:
    """What stands between two joined lines: a space between Latin words, else nothing."""
    end, begin = before[-1:], after[:1]
    latin = begin.isascii() and begin.isalnum() and _LATIN.match(end)
    return " " if latin and not (end.isdigit() and begin.isdigit()) else ""


def _goes_on(before: str, line: str, *, indented: bool) -> bool:
    if not line.strip() or _INDENT.match(line) or _OPENS.match(line):
        return False
    return indented or not _ENDS.search(before.rstrip())


def _full_width(lines: list[str], widths: list[int]) -> int:
    """Least width of a full line; 0 if the lines are not wrapped."""
    filled = sorted(width for width in widths if width)
    if len(filled) < _RULES["least_lines"]:
        return 0
    widest = filled[int(len(filled) * (1 - _RULES["most_wider"])) - 1]
    least = widest - _RULES["slack"]
    if not _RULES["narrowest"] <= widest <= _RULES["widest"]:
        return 0
    if len(filled) - bisect_left(filled, least) < _RULES["least_full"] * len(filled):
        return 0
    full = [line.rstrip() for line, width in zip(lines, widths, strict=True) if width >= least]
    if sum(bool(_PAUSES.search(line)) for line in full) < _RULES["least_paused"] * len(full):
        return 0  # a list
    broken = sum(not _ENDS.search(line) for line in full)
    return least if broken >= _RULES["least_broken"] * len(full) else 0


def _width(line: str) -> int:
    """Columns of a line: 2 for a Chinese character, 1 for a Latin one; at least so many if long."""
    line = line.rstrip()
    if len(line) > _RULES["widest"]:
        return len(line)  # wider than any wrapped line, whatever stands in it
    return len(line) + sum(character > "\u2000" for character in line)
