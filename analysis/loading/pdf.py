"""PDF: lines back into paragraphs, without what a page repeats at its head and foot.

PDFium reads the text. It knows the Chinese character collections, so that a font without a
Unicode table (as printing programs of the 2000s wrote them) still gives its real characters;
pypdf gives other ones without a warning, and takes five times as long.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.errors import DamagedFile, EncryptedFile, ScannedFile
from analysis.loading.document import Document
from analysis.loading.limits import MOST_CHARACTERS
from analysis.loading.pdf_layout import Layout
from analysis.loading.pdf_lines import Line, furniture
from analysis.loading.wraps import glue

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_CHINESE = r"[\u2e80-\u9fff\uf900-\uffef]"
_GAP = re.compile(rf" (?:(?<={_CHINESE} )(?=\S)|(?<=\S )(?={_CHINESE}))")  # blank first: fast
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LEAST_CHARACTERS = 3  # a page; with fewer, a scan that somebody stamped


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of a PDF. Running headers, page numbers and line ends of the paper are marked.

    Raises:
        EncryptedFile: it asks for a password.
        ScannedFile: it has pages, but no text on them.
        DamagedFile: it is no PDF that can be opened.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedFile("the PDF has a password") from error
        raise DamagedFile("PDFium cannot open it", format="pdf") from error
    pages = _pages(pdf)
    document = Document()
    _write(document, pages)
    kept = document.length - sum(out.end - out.start for out in document.left_out)
    if kept <= _LEAST_CHARACTERS * len(pages):
        raise ScannedFile("the PDF has no text", pages=len(pages))
    properties = pdf.get_metadata_dict(skip_empty=True)
    document.title = properties.get("Title", "")
    return document


def _pages(pdf: pdfium.PdfDocument) -> list[list[Line]]:
    pages: list[list[Line]] = []
    characters = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            pages.append([])
            continue
        lines = _lines(page)
        page.close()
        pages.append(lines)
        characters += sum(len(line.text) for line in lines)
        if characters > 2 * MOST_CHARACTERS:
            break
    return pages


def _lines(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page in the order of its content, with their places."""
    height = page.get_height()
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
    gaps = _drawn_gaps(text, text_page)
    extent = _Extent(text_page)
    lines = []
    for match in _LINE.finditer(text):
        first, last = match.span()
        clean = _NO_CHARACTER.sub("", _without(text, first, last, gaps)).strip()
        if clean:
            left, right, bottom, top = extent.of(first, last - 1)
            lines.append(Line(clean, left, right, height - top, height - bottom))
    text_page.close()
    return lines


def _drawn_gaps(text: str, text_page: pdfium.PdfTextPage) -> list[int]:
    """Places of the blanks that PDFium put for a gap beside a Chinese character.

    Programs draw Latin letters and digits a little apart from Chinese characters (2023 年).
    """
    places = (match.start() for match in _GAP.finditer(text))
    return [place for place in places if raw.FPDFText_IsGenerated(text_page, place) == 1]


def _without(text: str, start: int, end: int, places: list[int]) -> str:
    """A stretch of ``text`` without the characters at ``places``, which are in order."""
    pieces = []
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        pieces.append(text[start:place])
        start = place + 1
    pieces.append(text[start:end])
    return "".join(pieces)


class _Extent:
    """Where lines stand on a page. The variables that PDFium writes to are made once."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._box = [ctypes.c_double() for _ in range(4)]

    def of(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a line, by its first and last characters."""
        left, right, bottom, top = self._box
        raw.FPDFText_GetCharBox(self._page, first, *self._box)
        begin, low, high = left.value, bottom.value, top.value
        raw.FPDFText_GetCharBox(self._page, last, *self._box)
        low = min(low, bottom.value)
        size = raw.FPDFText_GetFontSize(self._page, first)
        return begin, right.value, low, max(high, top.value, low + 0.5 * size)


def _write(document: Document, pages: list[list[Line]]) -> None:
    kinds = furniture(pages)
    running = [
        [line for index, line in enumerate(page) if (number, index) not in kinds]
        for number, page in enumerate(pages)
    ]
    following = Layout(running).continuations()
    for number, page in enumerate(pages):
        for index, line in enumerate(page):
            kind = kinds.get((number, index), "")
            if kind:
                document.add_line(line.text, kind)
                continue
            if line in following:
                document.add(line.text + glue(line.text, following[line].text.lstrip()))
                document.add("\n", "line_wraps")
            else:
                document.add_line(line.text)
