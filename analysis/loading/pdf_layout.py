"""Where the lines of a page stand: columns, pitch, indents; and so, which line goes on in which."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from analysis.loading.pdf_lines import Line
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]
_STOPS = "。！？：；…!?:;"
_CLOSERS = "”』」）)"
_OPENS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|第[一二三四五六七八九十]{1,3}[章节]"
)
_NEVER_FIRST = "，。、；：？！）》”’』」】…"
_FEW = 4  # lines; a page of so few says nothing of its edges

Column = tuple[float, float]


class Layout:
    """The layout of the running text of a document.

    Args:
        pages: the lines of each page in reading order, headers and page numbers left out.
    """

    def __init__(self, pages: list[list[Line]]) -> None:
        lines = [line for page in pages for line in page]
        self._pages = pages
        self._body = median(line.size for line in lines) if lines else 1.0
        whole = _edges(lines)
        self._columns = [_columns_of(page) or whole for page in pages]
        gaps = [
            b.top - a.top
            for page in pages
            for a, b in pairwise(page)
            if 0 < b.top - a.top < 4 * a.size
        ]
        self._pitch = median(gaps) if gaps else 2 * self._body

    def continuations(self) -> dict[Line, Line]:
        """For each line that ends where its column ends, the line that continues its paragraph."""
        placed = [(page, line) for page, lines in enumerate(self._pages) for line in lines]
        return {
            line: following
            for (page, line), (next_page, following) in pairwise(placed)
            if self._goes_on(page, line, next_page, following)
        }

    def _goes_on(self, page: int, line: Line, next_page: int, following: Line) -> bool:
        if following.text[0] in _NEVER_FIRST:
            return True
        if not self._alike(line, following):
            return False
        step = following.top - line.top
        if page == next_page and step > _RULES["gap"] * max(self._pitch, 1.4 * line.em):
            return False
        left, right = self._column(page, line)
        next_left, next_right = self._column(next_page, following)
        if _is_centred(following, next_left, next_right):
            wide = line.right > right - _RULES["short_by"] * line.em or _is_centred(
                line, left, right
            )
            return wide and line.size > 1.15 * self._body and not _stops(line)
        if line.right < right - _RULES["short_by"] * line.em:
            return False
        indent = following.left - next_left
        if indent > _RULES["indent"] * line.em:
            hanging = abs(following.left - line.left) < 0.3 * line.em
            return hanging and not _OPENS.match(following.text)
        return not (_stops(line) and _OPENS.match(following.text))

    @staticmethod
    def _alike(line: Line, following: Line) -> bool:
        low, high = _RULES["alike"]
        return bool(low < line.em / following.em < high or low < line.size / following.size < high)

    def _column(self, page: int, line: Line) -> Column:
        columns = self._columns[page]
        if len(columns) == 1:
            return columns[0]
        centre = (line.left + line.right) / 2
        return next((c for c in columns if c[0] - 5 <= centre <= c[1] + 5), columns[0])


def _stops(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def _columns_of(page: list[Line]) -> list[Column]:
    """One or two columns of a page; none if it has too few lines to tell."""
    if len(page) < _FEW:
        return []
    (left, right), *_ = _edges(page)
    middle = (left + right) / 2
    first = [line for line in page if line.right <= middle + line.em]
    second = [line for line in page if line.left >= middle - line.em]
    across = len(page) - len(first) - len(second)
    if min(len(first), len(second)) >= _FEW and across <= _RULES["most_across"] * len(page):
        return [*_edges(first), *_edges(second)]
    return [(left, right)]


def _edges(lines: list[Line]) -> list[Column]:
    if not lines:
        return [(0.0, 1.0)]
    return [(min(line.left for line in lines), max(line.right for line in lines))]


def _is_centred(line: Line, left: float, right: float) -> bool:
    before, after = line.left - left, right - line.right
    return before > 2.5 * line.em and abs(before - after) < 1.5 * line.em
