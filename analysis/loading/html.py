"""Saved web pages: the article, its title and its date; menus and buttons marked as page frame."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import Any

import lxml.html
from lxml import etree

from analysis.errors import DamagedFile, EmptySpeech, TooCostly
from analysis.loading.article import article_of
from analysis.loading.document import Document
from analysis.loading.encodings import ENCODINGS, decode
from analysis.loading.html_blocks import Block, blocks_of
from analysis.loading.html_frames import looks_published
from analysis.loading.rules import RULES

_RULES = RULES["html"]
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_GB = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb-2312"}
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
_SPACE = re.compile(r"\s+")


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text of a saved page (HTML or MHTML); all but the article is marked ``page_frame``.

    Raises:
        DamagedFile: there is no markup that can be read.
        EmptySpeech: there is no text on the page.
    """
    data, declared = _page_of(data)
    document = _decoded(data, encoding, declared)
    text = _DECLARATION.sub("", document.original)
    document.pieces, document.length = [], 0
    root = _tree(text)
    blocks = blocks_of(root)
    if not any(block.text for block in blocks):
        raise EmptySpeech("there is no text on the page")
    document.title, document.date = _meta(root, _RULES["title_names"]), ""
    title_tag = root.find(".//title")
    window = _SPACE.sub(" ", title_tag.text or "").strip() if title_tag is not None else ""
    inside, title = article_of(blocks, document.title or window)
    document.title = title or document.title or window
    document.date = _date(root, blocks, inside)
    for number, block in enumerate(blocks):
        start = document.length
        document.add_line(block.text, "" if number in inside else "page_frame")
        if block.heading and number in inside:
            document.headings.append((start, document.length - 1, block.heading))
    return document


def _decoded(data: bytes, encoding: str | None, declared: str) -> Document:
    """A document that holds the markup, with what is known of its encoding."""
    found = _CHARSET.search(data[:4096])
    name = (declared or (found[1].decode("ascii", "replace") if found else "")).lower()
    name = "gb18030" if name in _GB else "utf-8" if name == "utf8" else name
    if encoding is None and name in ENCODINGS:
        try:
            decoded = decode(data, name)
        except ValueError:  # pages lie about themselves
            decoded = decode(data)
    else:
        decoded = decode(data, encoding)
    document = Document(encoding=decoded.encoding, encoding_sure=decoded.sure)
    document.pieces = [decoded.text]
    return document


def _page_of(data: bytes) -> tuple[bytes, str]:
    """The page in an MHTML file and its charset; ``data`` itself if it is no such file."""
    if b"multipart/related" not in data[:4096].lower():
        return data, ""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, str(part.get_content_charset() or "")
    raise DamagedFile("the archive holds no page", format="mhtml")


def _tree(text: str) -> Any:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=parser, ensure_head_body=False
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile("there is no page in it", format="html") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooCostly("the page is nested too deeply")  # the parser stopped in the middle
    return root


def _meta(root: Any, names: list[str]) -> str:
    for wanted in names:
        for element in root.iter("meta"):
            name = (element.get("name") or element.get("property") or "").lower()
            if name == wanted and (element.get("content") or "").strip():
                return _SPACE.sub(" ", element.get("content")).strip()
    return ""


def _date(root: Any, blocks: list[Block], inside: set[int]) -> str:
    """The date of publication: as the page says it, else the first date around the title."""
    said = _meta(root, _RULES["date_names"])
    if _DATE.search(said):
        return said
    first = min(inside, default=0)
    near = blocks[max(0, first - 12) : first + 6]
    near = [block for block in near if len(block.text) < 120 and not block.linked]
    near.sort(key=lambda block: not looks_published(block))
    found = [_DATE.search(block.text) for block in near]
    return next((match[0] for match in found if match), "")
