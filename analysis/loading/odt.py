"""OpenDocument text (``.odt``, LibreOffice and WPS): paragraphs, tables, list numbers."""

from __future__ import annotations

from typing import Any

from analysis.errors import DamagedFile, EncryptedFile
from analysis.loading.archive import Archive, attribute, child, local
from analysis.loading.document import Document
from analysis.loading.odt_lists import OdtLists

_LEFT_OUT = {"note": "footnotes", "annotation": "comments"}
_SKIPPED = {
    "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms",
    "index-title-template", "table-of-content-source", "note-citation", "creator", "date",
    "change", "change-start", "change-end", "bookmark", "soft-page-break", "ruby-text",
}  # fmt: skip
_WITH_PAGES = {"header", "footer", "header-left", "footer-left", "header-first", "footer-first"}
_MOST_BLANKS = 1000


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of an OpenDocument text. Notes, comments, deletions, headers are marked left out.

    Raises:
        EncryptedFile: it has a password.
        DamagedFile: there is no content part, or it is not well-formed.
        TooCostly: a part of it is too large.
    """
    archive = Archive(data, "odt")
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise EncryptedFile("the document has a password")
    root = archive.tree("content.xml")
    body = child(root, "body", "text") if root is not None else None
    if body is None:
        raise DamagedFile("the archive holds no text document", format="odt")
    styles = archive.tree("styles.xml")
    reader = _Reader(OdtLists([root, styles]))
    reader.blocks(body)
    document = reader.document
    _add_deletions(document, body)
    _add_headers(document, styles)
    meta = archive.tree("meta.xml")
    title = child(meta, "meta", "title") if meta is not None else None
    document.title = "".join(title.itertext()) if title is not None else ""
    return document


class _Reader:
    """Walks the body and writes the document."""

    def __init__(self, lists: OdtLists) -> None:
        self.document = Document()
        self._lists = lists
        self._boxes: list[Any] = []

    def blocks(self, parent: Any) -> None:
        """All paragraphs, lists and tables below an element, in order."""
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                self._paragraph(element)
            elif name == "list":
                self._list(element, "", 0)
            elif name == "table-row":
                self._row(element)
            elif name not in _SKIPPED:
                self.blocks(element)

    def _list(self, element: Any, style: str, depth: int) -> None:
        style = attribute(element, "style-name") or style
        if not depth:
            self._lists.begin(element, style)
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            numbered = local(item) == "list-item"
            for content in item:
                name = local(content)
                if name == "list":
                    self._list(content, style, depth + 1)
                elif name in ("p", "h"):
                    label = self._lists.next(style, depth, item) if numbered else ""
                    self._paragraph(content, label=label)
                    numbered = False
                else:
                    self.blocks([content])

    def _row(self, row: Any) -> None:
        cells = [cell for cell in row if local(cell) == "table-cell"]
        short = [cell for cell in cells if [local(e) for e in cell] == ["p"]]
        if len(short) == len(cells) and all(len("".join(c.itertext())) <= 40 for c in cells):
            filled = [cell for cell in cells if "".join(cell.itertext()).strip()]
            for number, cell in enumerate(filled):
                self._paragraph(cell[0], end="\n" if number == len(filled) - 1 else "\t")
        else:
            for cell in cells:
                self.blocks(cell)

    def _paragraph(self, element: Any, *, label: str = "", end: str = "\n") -> None:
        start = self.document.length
        if not label and local(element) == "h":
            label = self._lists.of_heading(element)
        if "".join(element.itertext()).strip():
            self.document.add(label)
        self._inside(element, "")
        if local(element) == "h" and self.document.length > start:
            level = attribute(element, "outline-level")
            level_number = int(level) if level.isdigit() else 1
            self.document.headings.append((start, self.document.length, min(level_number, 9)))
        self.document.add(end)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _inside(self, element: Any, kind: str) -> None:
        self.document.add(_plain(element.text), kind)
        for item in element:
            name = local(item)
            if name == "s":
                count = attribute(item, "c")
                blanks = int(count) if count.isdigit() else 1
                self.document.add(" " * min(blanks, _MOST_BLANKS), kind)
            elif name == "tab":
                self.document.add("\t", kind)
            elif name == "line-break":
                self.document.add("\n", kind)
            elif name == "text-box":
                self._boxes.append(item)
            elif name and name not in _SKIPPED:
                self._inside(item, _LEFT_OUT.get(name, kind))
            self.document.add(_plain(item.tail), kind)


def _plain(text: str | None) -> str:
    """Text of an element: line ends and tabs in the XML are blanks only."""
    return " ".join(text.split("\n")).replace("\t", " ") if text else ""


def _add_deletions(document: Document, body: Any) -> None:
    changes = child(body, "tracked-changes")
    for region in changes if changes is not None else ():
        deletion = child(region, "deletion")
        if deletion is not None:
            paragraphs = [e for e in deletion.iter() if local(e) in ("p", "h")]
            text = "".join("".join(paragraph.itertext()) for paragraph in paragraphs).strip()
            if text:
                document.add_line(text, "deletions")


def _add_headers(document: Document, styles: Any) -> None:
    seen: set[str] = set()
    for element in styles.iter() if styles is not None else ():
        if local(element) in _WITH_PAGES:
            text = " ".join("".join(element.itertext()).split())
            if text and text not in seen:
                seen.add(text)
                document.add_line(text, "running_lines")
