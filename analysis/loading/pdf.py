"""PDF: lines back into paragraphs, without what a page repeats at its head and foot.

PDFium reads the text. It knows the Chinese character collections, so that a font without a
Unicode table (as printing programs of the 2000s wrote them) still gives its real characters;
pypdf gives other ones without a warning, and takes five times as long.
"""

from __future__ import annotations

import ctypes
import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.errors import DamagedFile, EncryptedFile, ScannedFile
from analysis.loading.document import Document
from analysis.loading.limits import MOST_CHARACTERS
from analysis.loading.pdf_layout import Layout
from analysis.loading.pdf_lines import Line, furniture
from analysis.loading.wraps import glue

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_GAP = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\uffef]) (?=\S)|(?<=\S) (?=[\u2e80-\u9fff\uf900-\uffef])"
)
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
    drawn = _without_drawn_gaps(text, text_page)
    lines = []
    for match in _LINE.finditer(text):
        clean = _NO_CHARACTER.sub("", "".join(drawn[match.start() : match.end()])).strip()
        if clean:
            left, right, bottom, top = _extent(text_page, match.start(), match.end() - 1)
            lines.append(Line(clean, left, right, height - top, height - bottom))
    text_page.close()
    return lines


def _without_drawn_gaps(text: str, text_page: pdfium.PdfTextPage) -> list[str]:
    """The characters of a page; blanks that PDFium put for a gap beside a Chinese one are empty.

    Programs draw Latin letters and digits a little apart from Chinese characters (2023 年).
    """
    characters = list(text)
    for match in _GAP.finditer(text):
        if raw.FPDFText_IsGenerated(text_page, match.start()) == 1:
            characters[match.start()] = ""
    return characters


def _extent(
    text_page: pdfium.PdfTextPage, first: int, last: int
) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a line, by its first and last characters."""
    box = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text_page, first, *box)
    left, _, bottom, top = (value.value for value in box)
    raw.FPDFText_GetCharBox(text_page, last, *box)
    _, right, other_bottom, other_top = (value.value for value in box)
    size = raw.FPDFText_GetFontSize(text_page, first)
    bottom = min(bottom, other_bottom)
    return left, right, bottom, max(top, other_top, bottom + 0.5 * size)


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
            document.add(line.text)
            if line in following:
                document.add(glue(line.text, following[line].text.lstrip()))
                document.add("\n", "line_wraps")
            else:
                document.add("\n")
