"""Reading twenty pages of Word and of PDF, against the bare text extraction of a library.

The documents are made here of ordinary official sentences: the Word file by python-docx, the PDF
by printing a page with the browser. Both sides are timed in turn in this
process, warm. Run it alone with ``python tests/bench/documents.py``.
"""

from __future__ import annotations

import gc
import io
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[2]))

import docx
import pypdfium2
from browser import chromium
from large_speech import large_speech
from ratios import Result, median, table

from analysis.loading import load_bytes
from analysis.loading.worker import read

PAGES = 20
CHARACTERS = 10_400  # fill so many pages of 22 lines of 28 characters, as official letters have
LIMIT = 2
FONT = HERE.parents[2] / "assets" / "fonts" / "NotoSansSC-Regular-subset.ttf"
STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font: 16pt/28pt Speech; margin: 0 }
p { margin: 0; text-indent: 2em; text-align: justify }
"""


def documents(apps: object, rounds: int) -> list[Result]:
    """Times of reading; ``apps`` is not needed."""
    paragraphs = large_speech(CHARACTERS).split("\n")
    word, printed = _word(paragraphs), _printed(paragraphs)
    pages = len(pypdfium2.PdfDocument(printed))
    assert abs(pages - PAGES) <= 1, pages
    return [
        *_results(".docx", word, _bare_docx, "python-docx", rounds),
        *_results(".pdf", printed, _bare_pdf, "PDFium", rounds),
    ]


def _results(
    ending: str, data: bytes, bare: Callable[[bytes], object], library: str, rounds: int
) -> list[Result]:
    name = f"{PAGES} pages of {ending}"
    base, ours, whole = _in_turn(
        rounds,
        lambda: bare(data),
        lambda: read(data, ending[1:]),
        lambda: load_bytes(data, name=f"speech{ending}"),
    )
    return [
        Result(f"{name} read, against {library}", ours, LIMIT, base),
        Result("… opened: a process of its own, cleaning, outline", whole, None),
    ]


def _in_turn(rounds: int, *tasks: Callable[[], object]) -> list[float]:
    """The median ms of each task, each of them done once in every round; the first is not counted."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds + 1):
        for task, taken in zip(tasks, times, strict=True):
            gc.collect()
            begun = perf_counter()
            task()
            taken.append((perf_counter() - begun) * 1000)
    return [median(taken[1:]) for taken in times]


def _bare_docx(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def _bare_pdf(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def _word(paragraphs: list[str]) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def _printed(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    font = b64encode(FONT.read_bytes()).decode()
    face = f"@font-face {{ font-family: Speech; src: url(data:font/ttf;base64,{font}) }}"
    with chromium() as browser:
        page = browser.new_page()
        page.set_content(f"<html lang=zh><style>{face}{STYLE}</style>{body}</html>")
        page.evaluate("document.fonts.ready")
        return page.pdf(prefer_css_page_size=True)


if __name__ == "__main__":
    print(table(documents(None, int(sys.argv[1]) if len(sys.argv) > 1 else 15)))
