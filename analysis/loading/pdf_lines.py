"""Lines of paper, and which of them every page repeats at its head or foot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from analysis.loading.navigation import is_page_number
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]
_NARROW = re.compile(r"[\x00-\u2000]")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]{1,3}(?=[页頁])")
_BARE = re.compile(r"[\d\s/／]+|[ivxIVX]{1,5}")


class Line:
    """A line of a page and its place, in points from the page's top left corner.

    Attributes:
        size: height of its characters.
        em: width of a Chinese character in it.
    """

    __slots__ = ("bottom", "em", "left", "right", "size", "text", "top")

    def __init__(self, text: str, left: float, right: float, top: float, bottom: float) -> None:
        self.text = text
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.size = max(1.0, bottom - top)
        columns = len(text) - 0.45 * len(_NARROW.findall(text))
        self.em = max(1.0, (right - left) / max(1.0, columns))


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
