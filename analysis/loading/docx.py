"""Word documents (``.docx``): paragraphs and tables in reading order, list numbers spelled out.

The parts are read directly: python-docx gives a paragraph's text without its number, without what
stands in content controls and insertions, and takes pictures into memory.
"""

from __future__ import annotations

from typing import Any

from analysis.errors import DamagedFile
from analysis.loading.archive import Archive, attribute, child, local
from analysis.loading.document import Document
from analysis.loading.docx_styles import Lists, Styles, numbering_of, outline_level
from analysis.loading.rules import UNREADABLE

_DELETED = {"del", "moveFrom"}
_SKIPPED = {
    "rPr", "pPr", "instrText", "delInstrText", "fldData", "Fallback", "rt", "annotationRef",
    "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "proofErr", "bookmarkStart", "bookmarkEnd",
    "commentRangeStart", "commentRangeEnd", "sdtPr", "sdtEndPr",
}  # fmt: skip
_BLOCKS = {"p", "tbl"}
_LEFT_OUT_PARTS = (
    (r"word/footnotes\d*\.xml", "footnotes", "footnote"),
    (r"word/endnotes\d*\.xml", "footnotes", "endnote"),
    (r"word/header\d*\.xml", "running_lines", ""),
    (r"word/footer\d*\.xml", "running_lines", ""),
    (r"word/comments\.xml", "comments", "comment"),
)
_SHORT_CELL = 40
_PRIVATE_USE = range(0xE000, 0xF900)


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of a Word document. Footnotes, headers, comments and deletions are marked left out.

    Raises:
        DamagedFile: there is no document part, or it is not well-formed.
        TooCostly: a part of it is too large.
    """
    archive = Archive(data, "docx")
    root = archive.tree("word/document.xml")
    body = child(root, "body") if root is not None else None
    if body is None:
        raise DamagedFile("the archive holds no document", format="docx")
    reader = _Reader(Styles(archive), Lists(archive))
    reader.blocks(body)
    document = reader.document
    core = archive.tree("docProps/core.xml")
    title = child(core, "title") if core is not None else None
    document.title = (title.text or "") if title is not None else ""
    for pattern, kind, note in _LEFT_OUT_PARTS:
        _add_left_out(document, archive, pattern, kind, note)
    return document


def _add_left_out(document: Document, archive: Archive, pattern: str, kind: str, note: str) -> None:
    seen: set[str] = set()
    for name in archive.names(pattern):
        root = archive.tree(name)
        for item in [e for e in root if local(e) == note] if note else [root]:
            if attribute(item, "type") in (
                "separator",
                "continuationSeparator",
                "continuationNotice",
            ):
                continue
            text = " ".join(e.text for e in item.iter() if local(e) == "t" and e.text).strip()
            if text and text not in seen:
                seen.add(text)
                document.add_line(text, kind)


class _Reader:
    """Walks the body and writes the document."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.document = Document()
        self._styles = styles
        self._lists = lists
        self._boxes: list[Any] = []

    def blocks(self, parent: Any, *, kind: str = "") -> None:
        """All paragraphs and tables below an element, in order."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, kind)
            elif name == "tbl":
                self._table(element, kind)
            elif name not in _SKIPPED:
                self.blocks(element, kind="deletions" if name in _DELETED else kind)

    def _paragraph(self, element: Any, kind: str, end: str = "\n") -> None:
        properties = child(element, "pPr")
        heading, number_id, depth = self._place(properties)
        runs: list[tuple[str, str]] = []
        self._runs(element, kind, runs)
        boxes, self._boxes = self._boxes, []
        empty = not any(text.strip() and not out for text, out in runs)
        mark = child(properties, "rPr", "del") if properties is not None else None
        start = self.document.length
        if number_id and not (empty and mark is not None):
            label = self._lists.next(number_id, depth)
            if label and not empty:
                self.document.add(label, kind)
        for text, out in runs:
            self.document.add(text, out)
        if heading and not empty:
            self.document.headings.append((start, self.document.length, heading))
        self.document.add(end, "deletions" if mark is not None else kind)
        for box in boxes:
            self.blocks(box, kind=kind)

    def _place(self, properties: Any) -> tuple[int, str, int]:
        """Heading level, list and depth of a paragraph."""
        style, heading, number_id, depth = self._styles.default, 0, "", None
        if properties is not None:
            named = child(properties, "pStyle")
            style = attribute(named, "val") if named is not None else style
            heading = outline_level(properties)
            number_id, depth = numbering_of(properties)
        of_style, style_depth = self._styles.numbering(style)
        number_id = number_id or of_style
        depth = depth if depth is not None else style_depth
        number_id = "" if number_id == "0" else number_id
        return heading or self._styles.heading(style), number_id, depth or 0

    def _runs(self, parent: Any, kind: str, runs: list[tuple[str, str]]) -> None:
        for element in parent:
            name = local(element)
            if name == "t":
                runs.append((element.text or "", kind))
            elif name == "r":
                self._runs(element, "hidden" if not kind and _is_hidden(element) else kind, runs)
            elif name == "delText":
                runs.append((element.text or "", "deletions"))
            elif name in ("tab", "ptab"):
                runs.append(("\t", kind))
            elif name in ("br", "cr"):
                runs.append(("\n", kind))
            elif name == "noBreakHyphen":
                runs.append(("-", kind))
            elif name == "sym":
                runs.append((_symbol(element), kind))
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name in _BLOCKS:
                self._boxes.append([element])
            elif name not in _SKIPPED:
                self._runs(element, "deletions" if name in _DELETED else kind, runs)

    def _table(self, table: Any, kind: str) -> None:
        for row in _rows(table):
            cells = [cell for cell in _unwrapped(row) if local(cell) == "tc"]
            deleted = child(row, "trPr", "del") is not None
            kind_of_row = "deletions" if deleted else kind
            if all(_is_short(cell) for cell in cells):
                self._short_row(cells, kind_of_row)
            else:
                for cell in cells:
                    self.blocks(cell, kind=kind_of_row)

    def _short_row(self, cells: list[Any], kind: str) -> None:
        """A row of figures or names: one line, its cells apart."""
        filled = [cell for cell in cells if any(e.text for e in cell.iter() if local(e) == "t")]
        for number, cell in enumerate(filled):
            last = number == len(filled) - 1
            for paragraph in (e for e in _unwrapped(cell) if local(e) == "p"):
                self._paragraph(paragraph, kind, end="\n" if last else "\t")


def _rows(table: Any) -> list[Any]:
    return [row for row in _unwrapped(table) if local(row) == "tr"]


def _unwrapped(parent: Any) -> list[Any]:
    """The children of an element, those inside content controls and markup included."""
    found: list[Any] = []
    for element in parent:
        name = local(element)
        if name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found += _unwrapped(element)
        elif name not in _SKIPPED:
            found.append(element)
    return found


def _is_short(cell: Any) -> bool:
    paragraphs = _unwrapped(cell)
    if len(paragraphs) != 1 or local(paragraphs[0]) != "p":
        return False
    texts = [e.text or "" for e in paragraphs[0].iter() if local(e) == "t"]
    return sum(map(len, texts)) <= _SHORT_CELL


def _is_hidden(run: Any) -> bool:
    mark, size = child(run, "rPr", "vanish"), child(run, "rPr", "sz")
    if mark is not None and attribute(mark, "val") not in ("0", "false", "off"):
        return True
    given = attribute(size, "val") if size is not None else ""
    return given.isdecimal() and float(given) <= UNREADABLE


def _symbol(element: Any) -> str:
    code = attribute(element, "char")
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "" if value in _PRIVATE_USE or not 0x20 <= value < 0x110000 else chr(value)
