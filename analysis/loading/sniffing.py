"""Which format a file is of: told by its content, whatever its name ends in."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from analysis.errors import DamagedFile, EncryptedFile, OtherFormat, UnreadableFile

Format = Literal["txt", "md", "docx", "odt", "pdf", "html", "mhtml", "rtf", "doc"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:p|div|span|table|br|h1)[\s/>]", re.IGNORECASE)
_WORD_XML = re.compile(rb'progid="Word\.Document"|<office:document |<w:wordDocument')
_OFFICE = {"xlsx": "Excel", "xls": "Excel", "pptx": "PowerPoint", "ppt": "PowerPoint"}
_OFFICE_PARTS = {"xl/workbook.xml": "Excel", "ppt/presentation.xml": "PowerPoint"}
_HEAD = 4096


def format_of(data: bytes, ending: str) -> Format:
    """The format of ``data``; ``ending`` (of the file's name) only tells apart kinds of text.

    Raises:
        OtherFormat: a document of a format that is not opened here.
        EncryptedFile, DamagedFile, UnreadableFile: as their names say.
    """
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\x00\t\r\n ")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, ending)
    if data.startswith(_OLE):
        return _compound(data, ending)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES) and b"\x00" in data[:_HEAD]:
        raise UnreadableFile("the file is a picture")
    if ending in _OFFICE and b"\x00" in head:
        raise OtherFormat("not a text document", format=_OFFICE[ending])
    return _textual(data, head, ending)


def _textual(data: bytes, head: bytes, ending: str) -> Format:
    plain = head.replace(b"\x00", b"")  # UTF-16 markup has one byte in two at zero
    if _WORD_XML.search(plain):
        raise OtherFormat("word processor XML", format="XML")
    lower = plain.lower()
    if b"mime-version:" in lower and b"content-type: multipart/related" in lower:
        return "mhtml"
    page = bool(_HTML.search(plain))
    if page and (plain[:1] == b"<" or ending in ("html", "htm", "shtml", "xhtml", "doc", "wps")):
        return "html"
    if ending in ("html", "htm", "shtml", "xhtml") and (page or _MARKUP.search(data[:200_000])):
        return "html"
    return "md" if ending in ("md", "markdown") else "txt"


def _zipped(data: bytes, ending: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        form = ending if ending in ("docx", "odt") else "zip"
        raise DamagedFile("the file is cut off or broken", format=form) from error
    for part, kind in _OFFICE_PARTS.items():
        if part in names:
            raise OtherFormat("not a text document", format=kind)
    if any(name.lower().startswith("word/document") for name in names):
        return "docx"
    if "content.xml" in names:
        if ending in ("ods", "odp"):
            raise OtherFormat("not a text document", format=ending.upper())
        return "odt"
    if "[Content_Types].xml" in names:
        return "docx"
    if ending in ("docx", "odt"):
        raise DamagedFile("the archive holds no document", format=ending)
    raise OtherFormat("an archive", format=(ending or "zip").upper())


def _compound(data: bytes, ending: str) -> Format:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise EncryptedFile("the document has a password")
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("PowerPoint Document"):
        kind = "Excel" if holds("Workbook") else "PowerPoint"
        raise OtherFormat("not a text document", format=kind)
    if ending == "doc" or not holds("Root Entry"):
        raise DamagedFile("the file is cut off", format=ending or "doc")
    raise OtherFormat("an unknown compound file", format=(ending or "doc").upper())
