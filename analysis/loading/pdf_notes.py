"""Notes on paper: small raised numbers in the text, and the small print below that they point to.

Only what is plainly a note counts. A number of the usual size is part of a sentence.
"""

from __future__ import annotations

import ctypes
import re
from math import hypot
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.loading.pdf_lines import Line
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]
_LONGEST = 6  # characters of a number with its brackets
_SIGNS = r"[*＊†‡①-⑳]"
# After a Chinese character or its mark, but not 平方米 written as 米².
_PLACE = re.compile(
    rf"[\u3400-\u9fff”’》〉）。，、；：！？:;!?)%％](?<![米里])[ \r\n]{{0,2}}(?=[\[［〔(（]?(?:[\divx]|{_SIGNS}))"
)
_MARK = re.compile(rf"[\[［〔(（]?(\d{{1,3}}|[ivx]{{1,5}}|{_SIGNS}{{1,3}})[\]］〕)）]?")
# How a note begins; 3月5日 and 3.5亿元 begin something else.
_NOTE = re.compile(
    rf"[\[［〔(（]?(\d{{1,3}}(?!\d|[年月日%％]|[.．]\d)|[ivx]{{1,5}}(?![a-z])|{_SIGNS})"
)


class Letters:
    """Sizes and places of the letters of a page. What PDFium writes to is made once."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = raw.FS_MATRIX()

    def place(self, index: int) -> tuple[float, float]:
        """Where a letter stands: from the left, and up from the bottom of the page."""
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def points(self, index: int) -> float:
        """Size of a letter as it is drawn."""
        matrix = self._matrix
        if not raw.FPDFText_GetMatrix(self._page, index, matrix):
            return 0.0
        size: float = raw.FPDFText_GetFontSize(self._page, index) * hypot(matrix.b, matrix.d)
        return size


def raised_marks(text: str, letters: Letters) -> list[tuple[int, int]]:
    """Places of the numbers of notes in the text of a page."""
    marks = []
    for match in _PLACE.finditer(text):
        start = end = match.end()
        before, most = match.start(), start + _LONGEST
        while end < min(most, len(text)) and not text[end].isspace():
            if not _is_raised(letters, before, end, beside=end == start):
                break
            end += 1
        if _MARK.fullmatch(text, start, end):
            marks.append((start, end))
    return marks


def _is_raised(letters: Letters, before: int, index: int, *, beside: bool) -> bool:
    """Whether a letter is smaller and higher than another, and right ``beside`` it if asked."""
    x, y = letters.place(before)
    right, above = letters.place(index)
    right, above = right - x, above - y
    if above <= 0.1:
        return False
    smaller, higher = _RULES["note_size"]
    size = letters.points(before)
    near = not beside or 0 < right < _RULES["note_within"] * size
    return bool(
        near and higher * size <= above <= size and letters.points(index) <= smaller * size
    )  # fmt: skip


def notes_at_foot(pages: list[list[Line]]) -> dict[Line, bool]:
    """The lines of notes, and of each whether it begins a note.

    They are the lowest of their page, of smaller letters than the text with their numbers, and the
    first begins with a number that stands in the text before.
    """
    found: dict[Line, bool] = {}
    numbers: set[str] = set()
    sizes: list[float] = []
    for page in pages:
        for line in page:
            for _, mark in line.marks:
                match = _MARK.fullmatch(mark)
                numbers.add(match[1] if match else mark)
                sizes.append(line.points)
        if sizes:
            found |= _small_print(page, numbers, _RULES["small_print"] * median(sizes))
    return found


def _small_print(page: list[Line], numbers: set[str], largest: float) -> dict[Line, bool]:
    lowest: list[Line] = []
    for line in sorted(page, key=lambda line: -line.top):
        if line.marks or not 0 < line.points <= largest:
            break
        lowest.insert(0, line)
    found: dict[Line, bool] = {}
    for line in lowest:
        match = _NOTE.match(line.text)
        begins = bool(match and match[1] in numbers)
        if begins or found:
            found[line] = begins
    return found
