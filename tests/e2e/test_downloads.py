"""What is downloaded opens right elsewhere."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import expect
from visit import SLOW, Visit

from pages.parts.language import strings

ZH = strings("zh")


def download(visit: Visit, label: str, folder: Path) -> tuple[str, bytes]:
    """Name and bytes of what a download button gives."""
    button = visit.page.get_by_role("button", name=label)
    expect(button).to_be_enabled(timeout=SLOW)
    with visit.page.expect_download(timeout=60_000) as waiting:
        button.click()
    path = folder / "file"
    waiting.value.save_as(path)
    return waiting.value.suggested_filename, path.read_bytes()


def test_table_opens_in_excel(visit: Visit, tmp_path: Path) -> None:
    visit.open("keywords")
    name, data = download(visit, ZH["keywords.download"], tmp_path)
    assert name == ZH["keywords.file"]
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith(ZH["column.word"])
    assert len(lines) > 50
    assert any(line.startswith("抓落实,") for line in lines)


def test_cloud_as_svg(visit: Visit, tmp_path: Path) -> None:
    visit.open("word_cloud")
    name, data = download(visit, ZH["cloud.svg"], tmp_path)
    assert name == f"{ZH['cloud.file']}.svg"
    root = ElementTree.fromstring(data)
    assert root.tag.endswith("svg")
    assert "抓落实" in data.decode()
    assert b"http" not in data.replace(b"http://www.w3.org/", b"")


def test_cloud_as_png_in_4k(visit: Visit, tmp_path: Path) -> None:
    visit.open("word_cloud")
    name, data = download(visit, ZH["cloud.png"], tmp_path)
    assert name == f"{ZH['cloud.file']}.png"
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert width == 3840
    assert height > 1000
