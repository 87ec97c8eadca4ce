"""PDF: lines back into paragraphs, without what a page repeats at its head and foot.

PDFium reads the text. It knows the Chinese character collections, so that a font without a
Unicode table (as printing programs of the 2000s wrote them) still gives its real characters;
pypdf gives other ones without a warning, and takes five times as long.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.errors import DamagedFile, EncryptedFile, ScannedFile, TooCostly
from analysis.loading.document import Document
from analysis.loading.limits import MOST_CHARACTERS
from analysis.loading.pdf_layout import Layout
from analysis.loading.pdf_lines import Line, furniture
from analysis.loading.pdf_notes import notes_at_foot
from analysis.loading.pdf_page import PageReader
from analysis.loading.rules import RULES
from analysis.loading.wraps import glue

_RULES = RULES["pdf"]
_TABLE_PLACE = re.compile(rb"startxref\s+(\d{1,10})\b")
_TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
_OBJECT = re.compile(rb"\d\s+obj\b")
_LEAST_CHARACTERS = 3  # a page; with fewer, a scan that somebody stamped


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of a PDF. Running headers, page numbers and line ends of the paper are marked.

    Raises:
        EncryptedFile: it asks for a password.
        ScannedFile: it has pages, but no text on them.
        DamagedFile: it is no PDF that can be opened, or a part of it is missing.
        TooCostly: it has more pages than any speech.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedFile("the PDF has a password") from error
        raise DamagedFile("PDFium cannot open it", format="pdf") from error
    if _is_cut(data):
        raise DamagedFile("a part of the PDF is missing", format="pdf")
    if len(pdf) > _RULES["most_pages"]:
        raise TooCostly(f"{len(pdf)} pages")
    pages = _pages(pdf)
    document = Document()
    _write(document, pages)
    kept = document.length - sum(out.end - out.start for out in document.left_out)
    if kept <= _LEAST_CHARACTERS * len(pages):
        raise ScannedFile("the PDF has no text", pages=len(pages))
    properties = pdf.get_metadata_dict(skip_empty=True)
    document.title = properties.get("Title", "")
    return document


def _is_cut(data: bytes) -> bool:
    """Whether bytes are missing from a file, which PDFium would open with some of its pages.

    Either objects go on after its last end mark, or its table of contents stands before the place
    that is noted for it. A table that stands after it does no harm: something was put in front.
    """
    end = max(data.rfind(b"startxref"), data.rfind(b"%%EOF"), 0)
    if _OBJECT.search(data, end):
        return True
    noted = _TABLE_PLACE.search(data, max(0, data.rfind(b"startxref")))
    if not noted or _TABLE.match(data, int(noted[1])):
        return False
    found = data.rfind(b"xref", 0, noted.start())
    return max(found, data.rfind(b" obj", 0, noted.start())) < int(noted[1])


def _pages(pdf: pdfium.PdfDocument) -> list[list[Line]]:
    pages: list[list[Line]] = []
    characters = 0
    reader = PageReader()
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            pages.append([])
            continue
        lines = reader.lines(page)
        page.close()
        pages.append(lines)
        characters += sum(len(line.text) for line in lines)
        if characters > 2 * MOST_CHARACTERS:
            break
    return pages


def _write(document: Document, pages: list[list[Line]]) -> None:
    kinds = furniture(pages)
    running = [
        [line for index, line in enumerate(page) if (number, index) not in kinds]
        for number, page in enumerate(pages)
    ]
    notes = notes_at_foot(running)
    if notes:
        running = [[line for line in page if line not in notes] for page in running]
    in_note = {
        line: following
        for page in pages
        for line, following in pairwise(page)
        if line in notes and not notes.get(following, True)
    }
    layout = Layout(running)
    rows, following = layout.cells.next_in_row, layout.continuations()
    for number, page in enumerate(pages):
        for index, line in enumerate(page):
            kind = kinds.get((number, index), "footnotes" if line in notes else "")
            if line in in_note:
                document.add(line.text + glue(line.text, in_note[line].text), kind)
                continue
            if kind:
                document.add_line(line.text, kind)
                continue
            _add_text(document, line)
            if line in rows:
                document.add("\t")
            elif line in following:
                document.add(glue(line.text, following[line].text.lstrip()))
                document.add("\n", "line_wraps")
            else:
                document.add("\n")


def _add_text(document: Document, line: Line) -> None:
    """Add the text of a line; the numbers of notes in it are marked as left out."""
    start = 0
    for place, mark in line.marks:
        document.add(line.text[start:place])
        document.add(mark, "footnotes")
        start = place
    document.add(line.text[start:])
