"""Loading: what comes in is read as it was written, or refused with a reason."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import loading
from analysis.errors import EmptySpeech, SpeechError, TooLong, UnreadableFile
from analysis.loading import built_in_speech, load_bytes, load_text


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
        ("讲话", "讲话"),
    ],
)
def test_a_speech_is_called_after_its_file(name: str, expected: str) -> None:
    assert load_bytes("同志们".encode(), name=name).name == expected


def test_or_after_its_title() -> None:
    speech = load_text("在全县项目建设推进会上的讲话\n\n同志们：\n今天开会，讲三点意见。\n")
    assert speech.name == "在全县项目建设推进会上的讲话"


@pytest.mark.parametrize(
    "data", ["抓落实".encode("gb18030"), "抓落实".encode("utf-16"), b"\xff\xfe\xfa"]
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        load_bytes(data, name="x/讲话.txt")
    assert caught.value.code == "error.unreadable"
    assert caught.value.details == {"name": "讲话.txt"}


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        load_bytes(b"PK\x03\x04\x00\x00text")


@pytest.mark.parametrize("text", ["", " \n\t\u3000", "\ufeff\u200b", "。！？——", "\n\n\n", "😀"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(EmptySpeech):
        load_text(text)


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_CHARACTERS", 10)
    assert load_text("抓" * 10)
    with pytest.raises(TooLong) as caught:
        load_text("抓" * 11)
    assert caught.value.details == {"characters": 11, "most": 10}


def test_the_built_in_speech() -> None:
    speech = built_in_speech()
    assert speech.text.startswith("同志们：") and speech.text.count("\n一、") == 1
    assert sum(section.kind == "part" for section in speech.outline.sections) == 5


MIX = st.text("国要一是、。（）1.A *\n\r\u3000\u200b\ufeff\x85\u2028😀㈠既还首先：", max_size=80)


@given(MIX | st.text(max_size=60))
def test_any_text_is_loaded_or_refused(text: str) -> None:
    try:
        speech = load_text(text)
    except SpeechError:
        return
    assert load_text(speech.text).text == speech.text
    assert not re.search(r"[\r\x00-\x08\x7f\ufeff\ud800-\udfff]|\n{3}|^\n|\n$", speech.text)
    visible = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]")
    assert visible.findall(speech.text) == visible.findall(text)


@given(st.binary(max_size=60))
def test_any_bytes_are_loaded_or_refused(data: bytes) -> None:
    try:
        assert load_bytes(data).text
    except SpeechError as error:
        assert str(error)
