"""Where the lines of a page stand: columns, pitch, indents; and so, which line goes on in which."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from analysis.loading.pdf_lines import NEVER_FIRST, Line, stops
from analysis.loading.pdf_tables import Cells
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]
_OPENS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|第[一二三四五六七八九十]{1,3}[章节]"
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_QUOTES = "“”‘’"
# What a program keeps on one line: a character or Latin word with the marks that cling to it.
_LATIN = r"[A-Za-z0-9][A-Za-z0-9.,%/:@_-]*"
_WORD = re.compile(
    rf"[（《〈「『【“‘]*(?:{_LATIN}|.)[{NEVER_FIRST}’]*(?:{_LATIN})?"
    rf"(?:(?:(?<=[{_QUOTES}])|[{_QUOTES}])[（《〈{_QUOTES}]*[^{_QUOTES}][{NEVER_FIRST}’]*)*"
)
_FEW = 4  # lines; a page of so few says nothing of its edges

Column = tuple[float, float]


class Layout:
    """The layout of the running text of a document.

    Args:
        pages: the lines of each page in reading order, headers and page numbers left out.

    Attributes:
        cells: the tables in it.
    """

    def __init__(self, pages: list[list[Line]]) -> None:
        lines = [line for page in pages for line in page]
        self._pages = pages
        self.cells = Cells(pages)
        self._body = median(line.size for line in lines) if lines else 1.0
        whole = _edges(lines)
        self._columns: list[list[Column]] = []
        for page in pages:
            before = self._columns[-1] if self._columns else whole
            last = before if len(before) == 2 else whole  # a text ends in the columns it stood in
            self._columns.append(_columns_of(page) or last)
        gaps = [
            b.top - a.top
            for page in pages
            for a, b in pairwise(page)
            if 0 < b.top - a.top < 4 * a.size
        ]
        self._pitch = median(gaps) if gaps else 2 * self._body

    def continuations(self) -> dict[Line, Line]:
        """For each line that ends where its column ends, the line that continues its paragraph."""
        in_table = self.cells.lines
        placed = [(page, line) for page, lines in enumerate(self._pages) for line in lines]
        return self.cells.next_in_cell | {
            line: following
            for (page, line), (next_page, following) in pairwise(placed)
            if line not in in_table
            and following not in in_table
            and self._goes_on(page, line, next_page, following)
        }

    def _goes_on(self, page: int, line: Line, next_page: int, following: Line) -> bool:
        if line.gaps or following.gaps:
            return False
        if following.text[0] in NEVER_FIRST:
            return True
        if not self._alike(line, following):
            return False
        step = following.top - line.top
        if page == next_page and step > _RULES["gap"] * max(self._pitch, 1.4 * line.em):
            return False
        left, right = self._column(page, line)
        next_left, next_right = self._column(next_page, following)
        title = line.size > 1.15 * self._body
        full = line.right >= right - _RULES["short_by"] * line.em
        if _is_centred(following, next_left, next_right, title=title):
            wide = full or _is_centred(line, left, right, title=title)
            return bool(wide and title and not stops(line))
        if not full and (stops(line) or not _had_no_room(line, following, right)):
            return False
        indent = following.left - next_left
        if indent > _RULES["indent"] * line.em:
            hanging = abs(following.left - line.left) < 0.3 * line.em
            return hanging and not _OPENS.match(following.text)
        return not (stops(line) and _OPENS.match(following.text))

    @staticmethod
    def _alike(line: Line, following: Line) -> bool:
        low, high = _RULES["alike"]
        return bool(low < line.em / following.em < high or low < line.size / following.size < high)

    def _column(self, page: int, line: Line) -> Column:
        columns = self._columns[page]
        if len(columns) == 1 or _is_across(line, columns):
            return columns[0][0], columns[-1][1]
        centre = (line.left + line.right) / 2
        return next((c for c in columns if c[0] - 5 <= centre <= c[1] + 5), columns[0])


def _had_no_room(line: Line, following: Line, right: float) -> bool:
    """Whether the next line begins with what did not fit on this one.

    Text that is not justified ends early where a long word or a quotation comes next.
    """
    if _OPENS.match(following.text) or not _CHINESE.search(line.text):
        return False
    word = _WORD.match(following.text)
    needed = word[0][: _RULES["longest_word"]] if word else ""
    columns = len(needed) - 0.45 * sum(character < "\u2000" for character in needed)
    return bool(line.right + (columns + _RULES["word_slack"]) * line.em > right)


def _is_across(line: Line, columns: list[Column]) -> bool:
    """Whether a line stands over both columns, as a title does."""
    (left, end), (begin, right) = columns
    centred = abs(line.left + line.right - left - right) < line.em
    return centred or (line.left < end and line.right > begin)


def _columns_of(page: list[Line]) -> list[Column]:
    """One or two columns of a page; none if it has too few lines to tell."""
    if len(page) < _FEW:
        return []
    (left, right), *_ = _edges(page)
    middle = (left + right) / 2
    slack = median(line.em for line in page)
    first = [line for line in page if line.right <= middle + slack]
    second = [line for line in page if line.left >= middle - slack]
    across = len(page) - len(first) - len(second)
    if min(len(first), len(second)) >= _FEW and across <= _RULES["most_across"] * len(page):
        return [*_edges(first), *_edges(second)]
    return [(left, right)]


def _edges(lines: list[Line]) -> list[Column]:
    if not lines:
        return [(0.0, 1.0)]
    return [(min(line.left for line in lines), max(line.right for line in lines))]


def _is_centred(line: Line, left: float, right: float, *, title: bool) -> bool:
    """Whether a line is centred; large letters of a title need less space beside them."""
    before, after = line.left - left, right - line.right
    return before > (0.5 if title else 2.5) * line.em and abs(before - after) < 1.5 * line.em
