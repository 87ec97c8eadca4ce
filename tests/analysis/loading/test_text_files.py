"""Text, as a file or pasted: read as it was written, or refused with a reason."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import loading
from analysis.errors import (
    EmptySpeech,
    OneCharacter,
    SpeechError,
    TooLarge,
    TooLong,
    UnreadableFile,
    WrongEncoding,
)
from analysis.loading import built_in_speech, load_bytes, load_text
from analysis.loading.encodings import ENCODINGS, decode

SIMPLIFIED = "同志们：今天我们开会，专门说一说河道治理的事，下面讲三点意见，请大家认真研究。"
TRADITIONAL = "同志們：今天我們開會，專門說一說河道治理的事，下面講三點意見，請大家認真研究。"


def test_byte_order_mark_and_line_ends_go() -> None:
    data = b"\xef\xbb\xbf" + "同志们：\r\n大家好。\r一起努力！\u2028谢谢".encode()
    assert load_bytes(data).text == "同志们：\n大家好。\n一起努力！\n谢谢"


def test_what_cannot_be_seen_goes_and_what_can_stays() -> None:
    text = load_text("\u3000\u3000同志\u200b们：\t\n\n\n\n抓 落实\ufeff（A\u00adB）**市  \n").text
    assert text == "同志们：\n\n抓 落实（AB）**市"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("讲话.txt", "讲话"),
        ("a/b/讲话.txt", "讲话"),
        (r"C:\文件\讲话.v2.txt", "讲话.v2"),
        ("../../etc/讲话.TXT", "讲话"),
        ("讲话\u202etxt.docx", "讲话txt"),
        ("讲\x00话\n\u2066.txt", "讲话"),
        ("讲话", "讲话"),
        ("长" * 500 + ".txt", "长" * 116),
        ("讲话（2024.3.5）", "讲话（2024.3.5）"),
    ],
)
def test_a_speech_is_called_after_its_file(name: str, expected: str) -> None:
    assert load_bytes("同志们".encode(), name=name).name == expected


def test_or_after_its_title() -> None:
    speech = load_text("在全县项目建设推进会上的讲话\n\n同志们：\n今天开会，讲三点意见。\n")
    assert speech.name == "在全县项目建设推进会上的讲话"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "gbk", "gb2312", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_are_found(codec: str, ends: str) -> None:
    text = f"{SIMPLIFIED}{ends}一、要快。{ends}二、要好。"
    speech = load_bytes(text.encode(codec))
    assert speech.text == text.replace(ends, "\n")
    assert speech.encoding == ("gb18030" if codec.startswith("gb") else codec)
    assert speech.encoding_sure


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs", "gb18030", "utf-16-le", "utf-8"])
def test_encodings_of_traditional_text_are_found(codec: str) -> None:
    speech = load_bytes(TRADITIONAL.encode(codec))
    assert speech.text == TRADITIONAL and speech.traditional and speech.encoding_sure
    assert speech.encoding == ("big5" if "big5" in codec or codec == "cp950" else codec)


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_leaves_no_doubt(codec: str) -> None:
    decoded = decode("抓落实".encode(codec))
    assert (decoded.text, decoded.sure) == ("抓落实", True)


def test_a_few_bytes_are_read_but_not_called_sure() -> None:
    speech = load_bytes("抓好落实".encode("gb18030"))
    assert (speech.text, speech.encoding, speech.encoding_sure) == ("抓好落实", "gb18030", False)


def test_another_encoding_can_be_chosen() -> None:
    data = "抓落实".encode("gb18030")
    assert load_bytes(data, encoding="gb18030").encoding_sure
    assert load_bytes(data, encoding="utf-16-le").text != "抓落实"
    for wrong in ("utf-8", "latin-1"):
        with pytest.raises(WrongEncoding) as caught:
            load_bytes(data, encoding=wrong)
        assert caught.value.details == {"encoding": wrong}


def test_a_cut_off_character_is_shown_and_not_called_sure() -> None:
    for codec in ("utf-8", "gb18030"):
        speech = load_bytes((SIMPLIFIED * 3).encode(codec)[:-1])
        assert speech.text.startswith(SIMPLIFIED) and not speech.encoding_sure
        assert speech.text.endswith("\ufffd")


@pytest.mark.parametrize("codec", ENCODINGS)
@given(text=st.text(st.sampled_from(SIMPLIFIED + "一二三2024A \n"), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_an_encoding_called_sure_is_the_right_one(codec: str, text: str) -> None:
    try:
        data = text.encode(codec)
        decoded = decode(data)
    except (UnicodeEncodeError, UnreadableFile):
        return
    if decoded.sure:
        assert decoded.text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe\xfa", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40,
     b"MZ\x90\x00\x03" + bytes(500), b"\x7fELF\x02\x01\x01" + bytes(90), b"\x1f\x8b\x08" * 90],
)  # fmt: skip
def test_binary_data_renamed_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        load_bytes(data, name="x/讲话.txt")
    assert caught.value.code == "error.unreadable"
    assert caught.value.details == {"name": "讲话.txt"}


@pytest.mark.parametrize("text", ["", " \n\t\u3000", "\ufeff\u200b", "。！？——", "\n\n\n", "😀"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(EmptySpeech):
        load_text(text)
    with pytest.raises(EmptySpeech):
        load_bytes(text.encode())


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_CHARACTERS", 10)
    assert load_text("抓" * 10)
    with pytest.raises(TooLong) as caught:
        load_text("抓" * 11)
    assert caught.value.details == {"characters": 11, "most": 10}


def test_too_large() -> None:
    with pytest.raises(TooLarge) as caught:
        load_bytes(b"a" * (20 * 1024 * 1024 + 1), name="大.txt")
    assert caught.value.details == {"megabytes": 21, "most": 20, "name": "大.txt"}


def test_one_character_over_and_over() -> None:
    with pytest.raises(OneCharacter) as caught:
        load_text("国" * 300_000)
    assert caught.value.details == {"character": "国", "count": 300_000}
    assert load_text("国" * 50).text == "国" * 50


def test_the_built_in_speech_is_clean() -> None:
    speech = built_in_speech()
    assert speech.text.startswith("同志们：") and speech.text.count("\n一、") == 1
    assert sum(section.kind == "part" for section in speech.outline.sections) == 5
    assert {step.kind for step in speech.cleaned} <= {"margins", "blank_lines"}


MIX = st.text("国要一是、。（）1.A *\n\r\u3000\u200b\ufeff\x85\u2028😀㈠既还首先：", max_size=80)


@given(MIX | st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_loaded_or_refused(text: str) -> None:
    try:
        speech = load_text(text)
    except SpeechError:
        return
    assert load_text(speech.text).text == speech.text
    assert not re.search(r"[\r\x00-\x08\x7f\ufeff\ud800-\udfff]|\n{3}|^\n|\n$", speech.text)
    lost = {"compatibility", "full_width", "footnote_marks", "page_numbers", "navigation"}
    if not lost & {step.kind for step in speech.cleaned}:
        visible = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]")
        assert visible.findall(speech.text) == visible.findall(text)


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_any_bytes_are_loaded_or_refused(data: bytes) -> None:
    try:
        assert load_bytes(data).text
    except SpeechError as error:
        assert str(error)
