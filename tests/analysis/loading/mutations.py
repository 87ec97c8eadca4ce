"""Files that went wrong on the way: cut, doubled, mixed up, with what breaks parsers put in."""

from __future__ import annotations

import io
import zipfile
from random import Random

_BREAKERS = {
    "docx": [b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b'w:val="-1"', b'w:val="99999999999"', b"%9",
             b'<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>', b"<w:del>", b"&x;",
             b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"<mc:AlternateContent>", b'w:ilvl="x"', b"\xff"],
    "doc": [b"\xff\xff\xff\xff", b"\x00" * 8, b"\x07", b"\r\x00", b"\x13\x00", b"\x0b\x46\x01\x00", b"\xff\x7f",
            b"\xec\xa5\xc1\x00", b"\x00\x08\x01", b"\x01\x00\x00\x80", b"\x00\xd8"],
    "odt": [b"<text:list>", b"<text:p>", b"</text:p>", b'text:c="999999999"', b'text:level="0"',
            b'style:num-format=""', b"<text:note>", b"&lt;", b'text:outline-level="-3"', b"<a:b>"],
    "pdf": [b"endobj", b"stream", b"endstream", b"1 0 R", b"2 0 R", b"/Kids", b"<<", b">>", b"[", b"]",
            b"/Length 99999999", b"/Filter/FlateDecode", b"/Parent 3 0 R", b"Tj", b"%%EOF", b"xref"],
    "rtf": [b"{", b"}", b"\\", b"\\u-1", b"\\uc99", b"\\bin9999", b"\\'", b"\\f9", b"\\ansicpg0", b"\\*",
            b"{\\listtext", b"\\deleted", b"\\u55357?\\u56832?", b"\\u56832?", b"\\ansicpg99999"],
    "html": [b"<div>", b"</div>", b"<table><tr><td>", b"<p", b"&#0;", b"&#xD800;", b"<ol start=9><li>",
             b"<script>", b"<!--", b"]]>", b"<svg>", b"<template>", b"<body>", b"<ruby>", b"</html>"],
    "mhtml": [b"--b", b"Content-Type: text/html; charset=x\r\n", b"\r\n\r\n", b"=3D", b"boundary="],
    "txt": [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x84\x31\x95\x33", b"\x80", b"\r", b"\xe2\x80\xae",
            b"\x81\x30\x81\x30", "一、".encode(), "［3］".encode(), "⼀".encode("utf-16-le")],
}  # fmt: skip
_BREAKERS["md"] = [*_BREAKERS["txt"], b"#", b"**", b"[](", b"`"]
_ZIPPED = ("docx", "odt")


def mutated(data: bytes, ending: str, random: Random) -> bytes:
    """``data`` with one to six things wrong; inside the parts of a zipped document half the time."""
    if ending in _ZIPPED and random.random() < 0.6:
        return _inside_a_part(data, ending, random)
    if ending == "doc" and random.random() < 0.8:  # a sector moved, and nothing more is found
        return _overwritten(data, _BREAKERS[ending], random)
    return _spoilt(data, _BREAKERS[ending], random)


def _overwritten(data: bytes, breakers: list[bytes], random: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.randint(1, 12)):
        new = random.choice([*breakers, random.randbytes(1), random.randbytes(2)])
        place = random.randrange(len(spoilt) - len(new))
        spoilt[place : place + len(new)] = new
    return bytes(spoilt)


def _inside_a_part(data: bytes, ending: str, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(parts))
    parts[name] = _spoilt(parts[name], _BREAKERS[ending], random)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _spoilt(data: bytes, breakers: list[bytes], random: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(spoilt) + 1)
        length = random.choice([1, 1, 2, 5, 20, 200])
        way = random.randrange(7)
        if way == 0 and place < len(spoilt):
            spoilt[place] ^= 1 << random.randrange(8)
        elif way == 1:
            del spoilt[place : place + length]
        elif way == 2:
            spoilt[place:place] = spoilt[place : place + length] * random.choice([1, 2, 50])
        elif way == 3:
            spoilt[place:place] = random.choice(breakers) * random.choice([1, 1, 1, 3, 300])
        elif way == 4:
            spoilt[place:place] = random.randbytes(length)
        elif way == 5:
            other = random.randrange(len(spoilt) + 1)
            spoilt[place : place + length] = spoilt[other : other + length]
        elif random.random() < 0.3:
            del spoilt[place:]
    return bytes(spoilt)
