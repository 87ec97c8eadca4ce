"""The lines of a text, and the unnumbered headings and lists of contents among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from analysis.outline.enumerators import UNNUMBERED, Enumerator, leading_enumerator
from analysis.outline.headings import first_of
from analysis.outline.rules import (
    ADDRESS,
    BLANKS,
    CLOSERS,
    DATE,
    PAUSES,
    RULES,
    SALUTATION,
    STOPS,
    any_of,
)
from analysis.speech import Span

Styled = tuple[int, int, int]  # start, end and level of a line that the file styles as a heading

_RULES = RULES["headings"]
_LISTS = RULES["inline_lists"]
_TALK = any_of(_LISTS["no_lead"])
_STATES = re.compile(_LISTS["states"])
_CONTENTS = re.compile(
    r"[【（(]?(?:目[ 　]*[录錄次]|[提大][纲綱])(?:[/／](?:目录|提纲))?[】）)]?[：:]?[….]*"
)
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
        content = raw.strip(BLANKS)
        if content:
            begin = start + len(raw) - len(raw.lstrip(BLANKS))
            lines.append(Line(begin, begin + len(content), content))
        start += len(raw) + 1
    return lines


def contents_of(lines: list[Line]) -> Span:
    """Where a list of contents begins and ends, ``(0, 0)`` if there is none.

    It goes from the line 目录 to the first line that repeats its first entry, or to the first
    line that is too long to be an entry, a sentence, or an address to the audience.
    """
    opener = next((n for n, line in enumerate(lines[:40]) if _CONTENTS.fullmatch(line.text)), None)
    if opener is None or opener + 1 >= len(lines):
        return 0, 0
    first = _LEADERS.sub("", lines[opener + 1].text)
    for line in lines[opener + 2 :]:
        too_long = len(line.text) > 2 * _RULES["longest_line"]
        if (
            line.text == first
            or too_long
            or line.text[-1] in "。！？"
            or SALUTATION.match(line.text)
        ):
            return lines[opener].start, line.start
    return 0, 0


def unnumbered_headings(lines: list[Line], begin: int) -> list[list[Enumerator]]:
    """Short lines from ``begin`` on that head the paragraphs behind them, as enumerators.

    None unless there are enough of them to divide a text.
    """
    found: list[Enumerator] = []
    before: Line | None = None
    for line, following in pairwise(lines):
        if line.start >= begin and _heads(line, following) and _may_follow(before, found):
            found.append(Enumerator("unnumbered", 1, "line", -1, line.start, line.start))
        before = line
    return [found] if len(found) >= _RULES["least_unnumbered"] else []


def leading_sentences(lines: list[Line], begin: int, headings: Collection[int]) -> list[Enumerator]:
    """Paragraphs from ``begin`` on that open with a short sentence, as a slogan does.

    They are headings if enough one after another are alike, or if enough of one passage name a
    task. ``headings`` are the places of other headings, which part the passages.
    """
    leads = {
        number: lead
        for number, line in enumerate(lines)
        if line.start >= begin and line.start not in headings and (lead := _lead(line.text))
    }
    parted = {number for number, line in enumerate(lines) if line.start in headings}
    found: set[int] = set()
    for passage in _passages(leads, parted, farthest=1):
        if _are_alike([leads[number] for number in passage]):
            found |= set(passage)
    for passage in _passages(leads, parted, farthest=_LISTS["farthest_lead"]):
        tasks = [number for number in passage if _is_task(leads[number])]
        if len(tasks) >= _LISTS["fewest_leads"]:
            found |= set(tasks)
    starts = [(number, lines[number].start) for number in sorted(found)]
    return [Enumerator("lead", 1, "line", number, start, start) for number, start in starts]


def _passages(numbers: Iterable[int], parted: Collection[int], *, farthest: int) -> list[list[int]]:
    """Numbers of lines not far apart and with no heading between; enough of them each."""
    passages: list[list[int]] = []
    last = -farthest - 1
    for number in numbers:
        if number - last > farthest or any(line in parted for line in range(last, number)):
            passages.append([])
        passages[-1].append(number)
        last = number
    return [passage for passage in passages if len(passage) >= _LISTS["fewest_leads"]]


def _lead(text: str) -> str:
    """The short sentence a paragraph opens with; empty if it does not, or that is mere talk."""
    lead = text[: first_of(text[: _LISTS["longest_lead"] + 1], "。！")]
    if len(lead) < _LISTS["shortest_lead"] or len(lead) > _LISTS["longest_lead"]:
        return ""
    if len(text) < len(lead) + _LISTS["least_behind_lead"] or lead.count("，") > 1:
        return ""
    talk = re.search(_TALK, lead) or ADDRESS.match(text) or "：" in lead
    return "" if talk or leading_enumerator(text) else lead


def _are_alike(leads: list[str]) -> bool:
    """Whether the sentences begin or end alike, or are of one length."""
    leads = [lead.strip("“”") for lead in leads]
    lengths = [len(lead) for lead in leads]
    return (
        len({lead[:2] for lead in leads}) == 1
        or len({(lead[0], lead[-1]) for lead in leads}) == 1
        or len({lead[-2:] for lead in leads}) == 1
        or max(lengths) - min(lengths) <= 1
    )


def _is_task(lead: str) -> bool:
    """Whether a sentence says what is to be done and no more: 复苏河湖生态环境。"""
    return len(lead) <= _LISTS["longest_task"] and not _STATES.search(lead)


def styled_headings(
    lines: list[Line], begin: int, styled: Collection[Styled]
) -> list[list[Enumerator]]:
    """Lines without a number that the file itself styles as headings, as enumerators by level.

    The outermost level is the first that has enough of them. None where most lines are styled so:
    such a style says nothing.
    """
    levels = {start: level for start, _, level in styled}
    if 2 * len(levels) > len(lines):
        return []
    found: dict[int, list[Line]] = {}
    for line in lines:
        level = levels.get(line.start)
        if (
            level is not None
            and line.start >= begin
            and _may_head(line.text, _RULES["longest_styled"])
        ):
            found.setdefault(level, []).append(line)
    enough = [found[level] for level in sorted(found)]
    while enough and len(enough[0]) < _RULES["least_unnumbered"]:
        del enough[0]
    return [
        [Enumerator(family, 1, "line", -1, line.start, line.start) for line in level]
        for family, level in zip(UNNUMBERED, enough, strict=False)
    ]


def _may_follow(line: Line | None, headings: list[Enumerator]) -> bool:
    """Whether a heading may follow ``line``.

    Not where a sentence goes on over line ends, nor behind a number that has a line of its own.
    """
    number = leading_enumerator(line.text) if line else None
    if line and number and number.end == len(line.text):
        return False
    if line is None or line.text[-1] in STOPS + CLOSERS + "：:；;":
        return True
    is_heading = bool(headings) and headings[-1].start == line.start
    return is_heading or number is not None or len(line.text) < 12


def _may_head(text: str, longest: int) -> bool:
    """Whether a line is short enough, no sentence and not numbered."""
    if "\t" in text:  # a row of a table
        return False
    if not 2 <= len(text) <= longest or text[-1] in STOPS + PAUSES + CLOSERS[1:5]:
        return False
    return not leading_enumerator(text)


def _heads(line: Line, following: Line) -> bool:
    text = line.text
    if not _may_head(text, _RULES["longest_line"]):
        return False
    if _NO_HEADING.match(text) or DATE.search(text) or ADDRESS.match(text + "："):
        return False
    if ("，" in text and text.count("，") > 1) or any(stop in text for stop in "。！；"):
        return False
    sentence = following.text[-1] in STOPS
    if len(following.text) >= _RULES["following_sentence" if sentence else "following_line"]:
        return True
    number = leading_enumerator(following.text)
    return bool(number and number.ordinal == 1)
