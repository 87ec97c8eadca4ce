"""Lines of a web page or of paper that stand between the lines of a speech."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.loading.report import Report
from analysis.loading.rules import RULES

_RULES = RULES["navigation"]
_NAVIGATION = re.compile("|".join(f"(?:{pattern})" for pattern in _RULES["lines"]))
_PAGE_NUMBER = re.compile("|".join(f"(?:{pattern})" for pattern in _RULES["page_numbers"]))
_BARE_NUMBER = re.compile(r"\d{1,4}")


def is_navigation(line: str) -> bool:
    """Whether a line, without blanks around it, is a page's and not a speaker's."""
    return len(line) <= _RULES["longest"] and bool(_NAVIGATION.fullmatch(line))


def is_page_number(line: str) -> bool:
    """Whether a line is a page number that cannot be anything else: — 3 —, 第3页 共8页."""
    return len(line) <= 20 and bool(_PAGE_NUMBER.fullmatch(line))


def without_navigation(text: str, report: Report) -> str:
    """``text`` without lines such as 打印本页 and 分享到."""
    return _without(text, "navigation", report, set())


def without_page_numbers(text: str, report: Report) -> str:
    """``text`` without page numbers on lines of their own.

    Bare numbers are page numbers where at least three count on from one to the next.
    """
    lines = text.split("\n")
    bare = [n for n, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.strip())]
    values = [int(lines[n]) for n in bare]
    if values and max(values) > _RULES["highest"]:
        bare, values = [], []  # years of a table
    least = _RULES["least_bare_numbers"]
    counted = len(bare) >= least and all(b - a == 1 for a, b in pairwise(values))
    spread = all(b - a > 1 for a, b in pairwise(bare))
    return _without(text, "page_numbers", report, set(bare) if counted and spread else set())


def _without(text: str, kind: str, report: Report, numbers: set[int]) -> str:
    test = is_navigation if kind == "navigation" else is_page_number
    kept = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        bare = line.strip()
        if number in numbers or (bare and test(bare)):
            report.count(kind)
            report.example(kind, bare)
        else:
            kept.append(line)
    return text if len(kept) == len(lines) else "\n".join(kept)
