"""Lines of a web page or of paper that stand between the lines of a speech."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.loading.report import Report
from analysis.loading.rules import RULES

_RULES = RULES["navigation"]
_NAVIGATION = re.compile("|".join(f"(?:{pattern})" for pattern in _RULES["lines"]))
_PAGE_NUMBER = re.compile("|".join(f"(?:{pattern})" for pattern in _RULES["page_numbers"]))
_SIZE = re.compile(r"\s*(?:特大|超大|默认|大|中|小|[】\]])\s*")
_BARE_NUMBER = re.compile(r"\d{1,4}")

_DAY = (
    r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_DATED, _COUNTED, _LISTED, _SOURCE, _WEAK, _TOOL, _BUTTON = (
    "|".join(_RULES[name])
    for name in ("dated", "counted", "listed", "sources", "other_fields", "tools", "buttons")
)
_ENDS = (
    rf"(?=\s?(?:$|[|｜丨\[\]【】〖〗（()）]|{_DAY}|(?:{_TOOL}|{_BUTTON})(?:$|[\s|｜丨\[【（(])"
    rf"|(?:{_DATED}|{_COUNTED}|{_LISTED}|{_SOURCE}|{_WEAK}|字[体号體號](?:大小)?)\s?[：:]))"
)
_VALUE = rf"\s?[^：:。，；！？|｜丨]{{0,40}}?{_ENDS}"
# One field or button of a line such as 发布时间：2023-02-13 来源：市政府 字号：[大 中 小] 打印.
_FIELD = re.compile(
    rf"(?P<dated>(?:{_DATED})\s?[：:]\s?{_DAY})|(?P<counted>(?:{_COUNTED})\s?[：:]\s?\d+\s?次?)"
    rf"|(?P<sized>字[体号體號](?:大小)?\s?(?:[：:]|(?=[\[【〖（(]?\s?特?大)))"
    rf"|(?P<listed>(?:{_LISTED})\s?[：:]{_VALUE})"
    rf"|(?P<source>(?:{_SOURCE})\s?[：:](?P<office>{_VALUE}))"
    rf"|(?P<weak>(?:{_DATED}|{_COUNTED}|{_WEAK})\s?[：:]{_VALUE}|次|{_DAY})"
    rf"|(?P<tool>{_TOOL})|(?P<button>{_BUTTON})|(?P<gap>[\s|｜丨/·\[\]【】〖〗（()）]+)"
)
_OFFICE = re.compile(rf"\s*|.*(?:{_RULES['offices']})\s?")


def is_navigation(line: str) -> bool:
    """Whether a line, without blanks around it, is a page's and not a speaker's."""
    if len(line) <= _RULES["longest"] and _NAVIGATION.fullmatch(line):
        return True
    return len(line) <= _RULES["longest_of_fields"] and _is_of_fields(" ".join(line.split()))


def _is_of_fields(line: str) -> bool:
    """Whether a line is made of nothing but fields and buttons of a site.

    One of them must be of a kind that no speaker names; a source alone must be an office or paper.
    """
    kinds: list[str] = []
    offices = True
    place = 0
    while place < len(line):
        found = _FIELD.match(line, place)
        if not found or found.end() == place:
            return False
        place = found.end()
        if found.lastgroup != "gap":
            kinds.append(str(found.lastgroup))
        offices = offices and bool(_OFFICE.fullmatch(found["office"] or ""))
    if {"dated", "counted", "sized", "listed", "tool"}.intersection(kinds):
        return True
    return "source" in kinds and (offices or len(kinds) > 1)


def is_page_number(line: str) -> bool:
    """Whether a line is a page number that cannot be anything else: — 3 —, 第3页 共8页."""
    return len(line) <= 20 and bool(_PAGE_NUMBER.fullmatch(line))


def without_navigation(text: str, report: Report) -> str:
    """``text`` without lines such as 打印本页 and 分享到."""
    return _without(text, "navigation", report, _sizes(text.split("\n")))


def _sizes(lines: list[str]) -> set[int]:
    """The lines 大, 中, 小 that are buttons: at least two different ones, one below the other."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate([*lines, "end"]):
        if _SIZE.fullmatch(line):
            run.append(number)
        elif run and line.strip():
            if len({lines[n].strip() for n in run} & {"大", "中", "小"}) > 1:
                found.update(run)
            run = []
    return found


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
    before = [-1, *bare] if counted and values[0] == 1 else bare  # page 1 comes before its number
    spread = all(
        sum(map(len, lines[a + 1 : b])) >= _RULES["least_page"] for a, b in pairwise(before)
    )
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
