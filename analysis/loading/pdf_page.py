"""The lines of one page of a PDF, as PDFium finds them: their text and their places."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from operator import itemgetter

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.loading.pdf_lines import Line
from analysis.loading.pdf_notes import Letters, raised_marks
from analysis.loading.rules import RULES

_RULES = RULES["pdf"]
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_CHINESE = r"[\u2e80-\u9fff\uf900-\uffef]"
_FIGURE = r"[\d.%％+-]"
_GAP = re.compile(  # blank first: fast
    rf" (?:(?<={_CHINESE} )(?=\S)|(?<=\S )(?={_CHINESE})|((?<={_FIGURE} )(?={_FIGURE})))"
)
_LABEL = re.compile(
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、）)．.]|第[一二三四五六七八九十\d]{1,3}[章节条]|[^\w\s]"
)
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_LEAST_GAP = 3.0  # points

Span = tuple[int, int]
Gap = tuple[int, str, float]  # place of a blank, what is read for it, width if it parts two cells


class PageReader:
    """Reads pages, one after the other.

    Once a number of a note has been found, the size of every line is looked up, by which notes
    differ from text. That takes time, so files without notes go without.
    """

    def __init__(self) -> None:
        self._has_notes = False

    def lines(self, page: pdfium.PdfPage) -> list[Line]:
        """The lines of a page in the order of its content."""
        try:
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            return []
        text = text_page.get_text_range()
        if len(text) != text_page.count_chars():  # rare characters beyond the BMP
            text = "".join(
                chr(raw.FPDFText_GetUnicode(text_page, index))
                for index in range(text_page.count_chars())
            )
        letters = Letters(text_page)
        marks = raised_marks(text, letters)
        self._has_notes = self._has_notes or bool(marks)
        sizes = letters if self._has_notes else None
        pieces = _Pieces(text, text_page, page.get_height(), letters, sizes)
        lines = pieces.put_together(marks)
        text_page.close()
        return lines


class _Pieces:
    """The pieces that PDFium takes for the lines of a page."""

    def __init__(
        self,
        text: str,
        text_page: pdfium.PdfTextPage,
        height: float,
        letters: Letters,
        sizes: Letters | None,
    ) -> None:
        self._text, self._height = text, height
        self._letters, self._sizes = letters, sizes
        self._extent = _Extent(text_page)
        self._gaps = _drawn_gaps(text, text_page, letters, self._extent)

    def put_together(self, marks: list[Span]) -> list[Line]:
        """The lines, made whole where a note or other letters tore them; ``marks`` hang on them."""
        lines: list[Line] = []
        end_of_text = end_of_last = 0
        for match in _LINE.finditer(self._text):
            start, end = match.span()
            for first, last, is_mark in (
                _parted(start, end, marks) if marks else [(start, end, False)]
            ):
                if is_mark:
                    self._hang_on(lines, first, last)
                elif piece := self._piece(first, last):
                    if lines and self._is_torn(lines[-1], piece, end_of_text, end_of_last, first):
                        piece = lines.pop().with_next(piece)
                    lines.append(piece)
                    end_of_text = last - 1
                end_of_last = last - 1
        return lines

    def _hang_on(self, lines: list[Line], first: int, last: int) -> None:
        """Keep a number of a note with the line that it stands in."""
        if lines:
            line = lines[-1]
            line.marks = (*line.marks, (len(line.text), self._text[first:last]))
            line.right = self._extent.of(first, last - 1)[1]

    def _is_torn(self, line: Line, piece: Line, text_end: int, end: int, begin: int) -> bool:
        """Whether a piece is the rest of the line before it.

        Args:
            text_end: the last character of ``line``.
            end: the same, or the last one of the number of a note that hangs on it.
            begin: the first character of ``piece``.
        """
        em = min(line.em, piece.em)
        if piece.left < line.right - em:
            return False
        step = abs(self._letters.place(text_end)[1] - self._letters.place(begin)[1])
        level = step < _RULES["level"] * max(line.em, piece.em)
        figures = line.text[-1].isdecimal() and piece.text[0].isdecimal()
        near = _RULES["torn"] * (0.3 if figures else 1) * em
        return bool(level and self._extent.between(end, begin) < near)

    def _piece(self, first: int, last: int) -> Line | None:
        start = bisect_left(self._gaps, first, key=itemgetter(0))
        stop = bisect_left(self._gaps, last, key=itemgetter(0))
        gaps = self._gaps[start:stop]
        if first >= last:
            return None
        text = _NO_CHARACTER.sub("", self._read(first, last, gaps)).strip()
        if not text:
            return None
        left, right, bottom, top = self._extent.of(first, last - 1)
        line = Line(text, left, right, self._height - top, self._height - bottom)
        if gaps:
            line.set_gaps(sum(width for _, _, width in gaps))
            wide = [place for place, _, width in gaps if width]
            line.cell_left = self._extent.of(wide[-1] + 1, last - 1)[0] if wide else left
        if self._sizes:
            line.points = self._sizes.points(last - 1)
        return line

    def _read(self, start: int, end: int, gaps: list[Gap]) -> str:
        pieces = []
        for place, blank, _ in gaps:
            pieces += [self._text[start:place], blank]
            start = place + 1
        pieces.append(self._text[start:end])
        return "".join(pieces)


def _parted(start: int, end: int, marks: list[Span]) -> list[tuple[int, int, bool]]:
    """A stretch of text cut at the ``marks`` in it; of each part, whether it is one."""
    parts = []
    for mark, after in marks:
        if start <= mark < end:
            parts += [(start, mark, False), (mark, after, True)]
            start = after
    return [*parts, (start, end, False)]


def _drawn_gaps(
    text: str, text_page: pdfium.PdfTextPage, letters: Letters, extent: _Extent
) -> list[Gap]:
    """The blanks that PDFium put for a gap beside a Chinese character or between figures.

    Programs draw Latin letters and digits a little apart from Chinese characters (2023 年), which
    means nothing. A wider gap is a space, and a very wide one parts the cells of a table.
    """
    gaps = []
    for match in _GAP.finditer(text):
        place = match.start()
        if raw.FPDFText_IsGenerated(text_page, place) != 1:
            continue
        kept = " " if match[1] is not None else ""
        width = extent.between(place - 1, place + 1)
        size = letters.points(place - 1) if width > _LEAST_GAP else 0.0
        if not size or width <= _RULES["spaced"] * size or _follows_label(text, place):
            gaps.append((place, kept, 0.0))
        elif width > _RULES["cells"] * size:
            gaps.append((place, "\t", width))
        else:
            gaps.append((place, kept if _is_spaced_out(text, place) else " ", 0.0))
    return gaps


def _follows_label(text: str, place: int) -> bool:
    """Whether nothing but the number or sign of a list stands before a place in its line."""
    return bool(_LABEL.fullmatch(text, text.rfind("\n", 0, place) + 1, place))


def _is_spaced_out(text: str, place: int) -> bool:
    """Whether a blank stands between two single characters, as in a word that is spaced out."""
    return text[place - 2 : place - 1].strip() == text[place + 2 : place + 3].strip() == ""


class _Extent:
    """Where lines stand on a page. The variables that PDFium writes to are made once."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._box = [ctypes.c_double() for _ in range(4)]
        self._before, self._after = raw.FS_RECTF(), raw.FS_RECTF()

    def of(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a line, by its first and last characters."""
        left, right, bottom, top = self._box
        raw.FPDFText_GetCharBox(self._page, first, *self._box)
        begin, low, high = left.value, bottom.value, top.value
        raw.FPDFText_GetCharBox(self._page, last, *self._box)
        low = min(low, bottom.value)
        size = raw.FPDFText_GetFontSize(self._page, first)
        return begin, right.value, low, max(high, top.value, low + 0.5 * size)

    def between(self, before: int, after: int) -> float:
        """Width between two characters, their own margins left out."""
        raw.FPDFText_GetLooseCharBox(self._page, before, self._before)
        raw.FPDFText_GetLooseCharBox(self._page, after, self._after)
        width: float = self._after.left - self._before.right
        return width
