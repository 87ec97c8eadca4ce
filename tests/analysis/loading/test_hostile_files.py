"""Files made to break a reader: each is refused by name, soon, and in little memory."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import EVERY_FORMAT, docx, docx_of, html_of, odt_of, paragraph, pdf, zipped
from mutations import mutated

from analysis import errors
from analysis.errors import (
    DamagedFile,
    EmptySpeech,
    EncryptedFile,
    OtherFormat,
    ScannedFile,
    SpeechError,
    TooCostly,
)
from analysis.loading import limits, load_bytes, process
from analysis.loading.worker import read
from analysis.speech import Speech

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "read_apart", read)


def refused(data: bytes, name: str, kind: type[SpeechError], seconds: float = 10) -> SpeechError:
    started = time.perf_counter()
    with pytest.raises(kind) as caught:
        load_bytes(data, name=name)
    assert time.perf_counter() - started < seconds
    return caught.value


def bomb(name: str) -> bytes:
    """A part that unpacks to a thousand times its size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"<a>" + b" " * (80 * 1024 * 1024))
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return buffer.getvalue()


def test_a_zip_bomb() -> None:
    refused(bomb("word/document.xml"), "a.docx", TooCostly)
    refused(bomb("content.xml"), "a.odt", TooCostly)


def test_a_zip_bomb_that_lies_about_its_size() -> None:
    data = bytearray(bomb("word/document.xml"))
    place = data.rindex(b"PK\x01\x02")
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    refused(bytes(data), "a.docx", SpeechError)


def test_entities_that_explode() -> None:
    entities = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE a [<!ENTITY x0 "国">{entities}]><w:document>&x11;</w:document>'
    refused(zipped({"word/document.xml": xml}), "a.docx", DamagedFile)
    page = f'<!DOCTYPE html [<!ENTITY x0 "国">{entities}]><html><body>&x11;抓落实</body></html>'
    assert "抓落实" in load_bytes(page.encode(), name="a.html").text


def test_deep_nesting() -> None:
    refused(docx("<w:tbl><w:tr><w:tc>" * 100_000), "a.docx", DamagedFile)
    deep = "<w:sdt><w:sdtContent>" * 1000 + "</w:sdtContent></w:sdt>" * 1000
    refused(docx(deep), "a.docx", SpeechError)
    refused(b"{\\rtf1" + b"{" * 100_000, "a.rtf", TooCostly)
    page = b"<html><body>" + b"<div>" * 300_000 + "抓落实".encode()
    refused(page, "a.html", TooCostly)
    assert load_bytes(b"<html><body>" + b"<div>" * 900 + "抓落实".encode()).text == "抓落实"


@pytest.mark.parametrize(
    "spoilt",
    [
        docx_of()[:-40], docx_of()[:400], zipped({"word/document.xml": "<w:document>"}),
        zipped({"word/document.xml": ""}), zipped({"[Content_Types].xml": "<Types/>"}),
        b"PK\x03\x04" + bytes(50), b"PK\x05\x06",
    ],
)  # fmt: skip
def test_damaged_word_documents(spoilt: bytes) -> None:
    assert refused(spoilt, "a.docx", DamagedFile).details["format"] == "docx"


@pytest.mark.parametrize("ending", ["doc", "rtf", "docx", "odt", "pdf"])
@pytest.mark.parametrize("share", [0.35, 0.6, 0.9])
def test_half_a_file_is_not_taken_for_the_whole(ending: str, share: float) -> None:
    whole = EVERY_FORMAT[ending]
    refused(whole[: int(len(whole) * share)], f"a.{ending}", DamagedFile)


def test_a_password() -> None:
    locked = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(a)(a)]"
    refused(pdf([[(72, 700, 16, "抓落实")]], trailer=locked % (b"a" * 32, b"b" * 32)),
            "a.pdf", EncryptedFile)  # fmt: skip
    refused(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", EncryptedFile)
    refused(odt_of(manifest="<encryption-data/>"), "a.odt", EncryptedFile)


def test_a_scan() -> None:
    assert refused(pdf([[], [], []]), "a.pdf", ScannedFile).details["pages"] == 3
    stamped = [[(280.0, 40.0, 10.0, f"— {n} —")] for n in range(1, 4)]
    assert refused(pdf(stamped), "a.pdf", ScannedFile).details["pages"] == 3


def test_a_pdf_that_runs_in_circles() -> None:
    good = pdf([[(72, 700, 16, "抓落实")]])
    for old, new in (
        (b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        (b"/Parent 2 0 R", b"/Parent 4 0 R"),
        (b"/Contents 3 0 R", b"/Contents 4 0 R"),
        (b"/Count 1", b"/Count 99999999"),
        (b"xref\n0", b"xref\n99999999"),
        (b"/Size 9", b"/Prev 9/Size 2000000000"),
        (b"endstream", b""),
        (b"%PDF-1.4", b"%PDF-1.4" + b"\n1 0 obj<</Type/Pages/Kids[1 0 R]>>endobj" * 5000),
    ):
        started = time.perf_counter()
        try:
            load_bytes(good.replace(old, new), name="a.pdf")
        except SpeechError as error:
            assert isinstance(error, (DamagedFile, ScannedFile, TooCostly))
        assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "Excel"),
        (OLE + "Root Entry".encode("utf-16-le"), "a.wps", "WPS"),
        (zipped({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "a.docx", "Excel"),
        (zipped({"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "a.pptx", "PowerPoint"),
        (zipped({"a.txt": "抓落实"}), "a.zip", "ZIP"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', "a.xml", "XML"),
    ],
)
def test_other_formats_are_named(data: bytes, name: str, expected: str) -> None:
    assert refused(data, name, OtherFormat).details["format"] == expected


def test_a_word_97_document_of_endless_properties() -> None:
    data = EVERY_FORMAT["doc"]
    count = data.index(bytes.fromhex("e0859ff2f94f6810")) + 24  # of the summary's properties
    started = time.perf_counter()
    speech = load_bytes(data[:count] + b"\xff\xff\xff\x7f" + data[count + 4 :])
    assert speech.text.startswith("在全县水利工作会议上的讲话")
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "tail", ["\t", " ", "\n", "（", "一、", "［1］", "\u200b", "⼀", "**", "# "]
)
def test_endless_runs_take_no_time(tail: str) -> None:
    text = f"抓落实，见成效。{tail * 300_000}完"
    for name in ("讲话.txt", "讲话.md"):
        started = time.perf_counter()
        try:
            load_bytes(text.encode(), name=name)
        except SpeechError as error:
            assert isinstance(error, errors.OneCharacter)
        assert time.perf_counter() - started < 10


def test_scripts_of_a_page_are_not_text() -> None:
    page = b"<html><script>alert(1)</script><body onload=x><svg><text>y</text></svg></body></html>"
    refused(page, "a.html", EmptySpeech)


def test_a_reader_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.01)
    refused(docx(paragraph("抓落实") * 20_000), "a.docx", TooCostly)


def test_a_document_of_too_many_characters() -> None:
    refused(docx(paragraph("抓落实" * 1000) * 700), "a.docx", errors.TooLong)


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for ending, data in EVERY_FORMAT.items():
        assert isinstance(load_bytes(data, name=f"a.{ending}"), Speech)
    assert not list(tmp_path.iterdir())


def test_limits_are_what_people_are_told() -> None:
    assert (limits.MOST_BYTES, limits.MOST_CHARACTERS, limits.MOST_FILES) == (
        20 * 1024 * 1024, 2_000_000, 50,
    )  # fmt: skip


@pytest.mark.parametrize("ending", EVERY_FORMAT)
@pytest.mark.usefixtures("in_this_process")
@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_spoilt_files_are_opened_or_refused(ending: str, seed: int) -> None:
    data = mutated(EVERY_FORMAT[ending], ending, Random(seed))
    try:
        speech = load_bytes(data, name=f"讲话.{ending}")
    except SpeechError as error:
        assert error.code.startswith("error.")
        return
    assert speech.text


@pytest.mark.usefixtures("in_this_process")
def test_a_page_of_everything_at_once() -> None:
    page = html_of() * 40
    assert load_bytes(page, name="a.html").text.count("同志们：") >= 1
