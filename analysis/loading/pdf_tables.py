"""Tables on a page: the cells of a row, and the lines of a cell.

Programs write a table cell by cell, so that a cell of two lines stands before the next cell, whose
first line is level with its first line.
"""

from __future__ import annotations

from itertools import pairwise

from analysis.loading.pdf_lines import NEVER_FIRST, Line, on_one_row, stops
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]


class Cells:
    """The cells of tables on all pages.

    Attributes:
        next_in_row: the line that begins the next cell, by the line that ends a cell.
        next_in_cell: the next line of the same cell, by line.
        lines: all lines that stand in a table.
    """

    def __init__(self, pages: list[list[Line]]) -> None:
        self.next_in_row: dict[Line, Line] = {}
        self.next_in_cell: dict[Line, Line] = {}
        for page in pages:
            self._read(page)
        found = (self.next_in_row, self.next_in_cell)
        self.lines = {line for pairs in found for pair in pairs.items() for line in pair}

    def _read(self, page: list[Line]) -> None:
        cell = page[:1]
        in_row = bool(cell and cell[0].gaps)
        for line, following in pairwise(page):
            if _begins_cell(cell, following):
                self.next_in_row[line] = following
                self.next_in_cell.update(pairwise(cell))
                cell, in_row = [following], True
            elif _is_below(line, following):
                cell.append(following)
            else:
                self._end_row(cell, in_row)
                cell, in_row = [following], following.gaps > 0
        self._end_row(cell, in_row)

    def _end_row(self, cell: list[Line], in_row: bool) -> None:
        """The last cell of a row goes on below as long as its lines are full."""
        edge = max((line.right for line in cell), default=0.0) if in_row else 0.0
        for line, following in pairwise(cell if in_row else []):
            full = line.right > edge - 2 * line.em and not stops(line)
            if not full or line.right - line.cell_left < _RULES["wrapped_cell"] * line.em:
                return
            self.next_in_cell[line] = following


def _begins_cell(cell: list[Line], following: Line) -> bool:
    """Whether a line stands to the right of a cell, level with its first line."""
    first = cell[0]
    return bool(
        len(cell) <= _RULES["most_in_cell"]
        and following.left > first.right - 0.5 * first.em
        and following.text[0] not in NEVER_FIRST
        and on_one_row(first, following)
        and following.left > max(line.right for line in cell) - 0.5 * first.em
    )


def _is_below(line: Line, following: Line) -> bool:
    """Whether a line begins right under the one before it, or under the last cell in that."""
    return (
        not following.gaps
        and abs(following.left - line.cell_left) < 0.5 * line.em
        and 0 < following.top - line.top < 2 * max(line.size, line.em)
    )
