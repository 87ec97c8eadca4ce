"""Lines of paper: their pieces put together, and which of them every page repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from analysis.loading.navigation import is_page_number
from analysis.loading.rules import RULES
from analysis.loading.wraps import glue

_RULES = RULES["pdf"]
_NARROW = re.compile(r"[\x00-\u2000]")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]{1,3}(?=[页頁])")
_BARE = re.compile(r"[\d\s/／]+|[ivxIVX]{1,5}")
NEVER_FIRST = "，。、；：？！）》”’』」】…"  # on a line
_STOPS = "。！？：；…!?:;"
_CLOSERS = "”』」）)"

Marks = tuple[tuple[int, str], ...]


class Line:
    """A line of a page and its place, in points from the page's top left corner.

    Attributes:
        size: height of its characters.
        em: width of a Chinese character in it.
        gaps: width of the blank space between cells of a table that stand in it.
        cell_left: where the last of these cells begins.
        marks: numbers of notes that are not part of ``text``, each with its place there.
        points: size of its letters; 0 where no note asks for it.
    """

    __slots__ = (
        "bottom", "cell_left", "em", "gaps", "left", "marks", "points", "right", "size", "text", "top"
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        left: float,
        right: float,
        top: float,
        bottom: float,
    ) -> None:
        self.text = text
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.cell_left = left
        self.marks: Marks = ()
        self.points = 0.0
        self.size = max(1.0, bottom - top)
        self.set_gaps(0.0)

    def set_gaps(self, width: float) -> None:
        """Take so much of the width for blank space."""
        self.gaps = width
        columns = len(self.text) - 0.45 * len(_NARROW.findall(self.text))
        self.em = max(1.0, (self.right - self.left - width) / max(1.0, columns))

    def with_next(self, following: Line) -> Line:
        """One line of this piece and the one after it."""
        text = self.text + glue(self.text, following.text)
        moved = tuple((len(text) + place, mark) for place, mark in following.marks)
        top, bottom = min(self.top, following.top), max(self.bottom, following.bottom)
        line = Line(text + following.text, self.left, following.right, top, bottom)
        line.set_gaps(self.gaps + following.gaps)
        line.cell_left = following.cell_left if following.gaps else self.cell_left
        line.marks = (*self.marks, *moved)
        line.points = max(self.points, following.points)
        return line


def stops(line: Line) -> bool:
    """Whether a line ends where a sentence does."""
    return line.text.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def on_one_row(line: Line, following: Line) -> bool:
    """Whether a piece stands to the right of another one, at the same height."""
    if following.left <= line.right - 0.5 * line.em:
        return False
    if max(line.size / line.em, following.size / following.em) > _RULES["upright"]:
        return False
    shared = min(line.bottom, following.bottom) - max(line.top, following.top)
    return shared > 0.5 * min(line.size, following.size)


def furniture(pages: list[list[Line]]) -> dict[tuple[int, int], str]:
    """Running headers, footers and page numbers: kind by page and index of the line.

    A line at the head or foot of a page is one if lines alike but for their digits stand there,
    at one height, on enough pages, or if it can be nothing but a page number.
    """
    zones: dict[tuple[int, int], str] = {}
    alike: dict[str, dict[int, float]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for index, line in _at_edges(page):
            key = _DIGITS.sub("#", "".join(line.text.split()))
            zones[number, index] = key
            alike[key][number] = line.top
    least = max(2.0, _RULES["least_pages"] * sum(bool(page) for page in pages))
    found: dict[tuple[int, int], str] = {}
    for (number, index), key in zones.items():
        text = pages[number][index].text.strip()
        if is_page_number(text) or (_BARE.fullmatch(text) and _is_outermost(pages[number], index)):
            found[number, index] = "page_numbers"
        elif _on_one_height(alike[key].values(), pages[number][index].top) >= least:
            found[number, index] = "running_lines"
    return found


def _on_one_height(tops: Iterable[float], top: float) -> int:
    return sum(abs(other - top) < _RULES["same_height"] for other in tops)


def _at_edges(page: list[Line]) -> list[tuple[int, Line]]:
    """The few topmost and the few lowest lines of a page, those level with them included."""
    by_height = sorted(enumerate(page), key=lambda item: item[1].top)
    tops = sorted({round(line.top / 3) for line in page})
    few = _RULES["edge_lines"]
    if len(tops) <= few:
        return by_height
    high, low = tops[few - 1], tops[-few]
    return [item for item in by_height if not high < round(item[1].top / 3) < low]


def _is_outermost(page: list[Line], index: int) -> bool:
    line = page[index]
    others = [other for number, other in enumerate(page) if number != index]
    above = all(other.bottom <= line.top + 1 for other in others)
    below = all(other.top >= line.bottom - 1 for other in others)
    return above or below
