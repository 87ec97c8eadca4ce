"""Opening another speech: what works, and what is said when it does not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect
from visit import SLOW, Visit

from analysis.errors import SpeechError
from analysis.loading import load_bytes
from pages.parts.frame import FILES
from pages.parts.language import LANGUAGES, strings


def opened(visit: Visit) -> Locator:
    visit.key("open_speech").get_by_role("button").click()
    return visit.dialog()


def go(visit: Visit, dialog: Locator, lang: str = "zh") -> None:
    dialog.get_by_role("button", name=strings(lang)["open.go"]).click()
    visit.idle()


def upload(dialog: Locator, data: bytes, name: str = "speech.txt") -> None:
    file = {"name": name, "mimeType": "text/plain", "buffer": data}
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog.get_by_text(name)).to_be_visible(timeout=SLOW)


def test_pasted_speech_is_on_every_page(visit: Visit, plain_speech: str) -> None:
    page = visit.open()
    dialog = opened(visit)
    dialog.get_by_role("textbox").fill(plain_speech)
    # A text box hands over what was typed when it is left, which the click on the button does.
    go(visit, dialog)
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=SLOW)
    expect(page.locator("h1")).to_contain_text("河道", timeout=SLOW)
    title = plain_speech.split("\n")[0]
    visit.studies(title)
    for name in list(FILES)[1:]:
        visit.go(name)
        visit.studies(title)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    # … and the built-in one comes back.
    opened(visit).get_by_role("button", name=strings("zh")["open.built_in"]).click()
    visit.studies(strings("zh")["speech.built_in"])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with_byte_order_mark"])
def test_uploaded_speech_is_opened_under_its_file_name(
    visit: Visit, plain_speech: str, mark: bytes
) -> None:
    page = visit.open("reader")
    dialog = opened(visit)
    upload(dialog, mark + plain_speech.encode(), "水利会讲话.txt")
    go(visit, dialog)
    visit.studies("水利会讲话")
    expect(page.locator(".reader")).to_contain_text("河道治理要抓落实")


def test_another_session_keeps_its_own_speech(new_visit, address: str, plain_speech: str) -> None:
    first, second = new_visit(address), new_visit(address)
    first.open()
    second.open()
    dialog = opened(first)
    dialog.get_by_role("textbox").fill(plain_speech)
    go(first, dialog)
    expect(first.page.locator("h1")).to_contain_text("河道", timeout=SLOW)
    second.go("reader")
    second.studies(strings("zh")["speech.built_in"])


BAD = {
    "empty": b"",
    "only_blanks": "\n 　\n".encode(),
    "gb18030": "同志们，今天我们开会。".encode("gb18030"),
    "utf_16": "同志们，今天我们开会。".encode("utf-16"),
    "binary": bytes(range(256)) * 40,
    "zip": b"PK\x03\x04" + bytes(200),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_file_gets_a_clear_message_and_the_page_lives(visit: Visit, kind: str) -> None:
    data, lang = BAD[kind], LANGUAGES[len(kind) % 2]
    texts = strings(lang)
    page = visit.open(lang=lang)
    dialog = opened(visit)
    upload(dialog, data)
    go(visit, dialog, lang)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    try:
        name = load_bytes(data, name="speech.txt").name
    except SpeechError as error:
        said = texts[error.code].format(**error.details)
        expect(dialog.get_by_text(said)).to_be_visible(timeout=SLOW)
        page.keyboard.press("Escape")
        name = texts["speech.built_in"]
    else:  # an encoding that is read after all
        assert kind in ("gb18030", "utf_16")
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=SLOW)
    visit.go("keywords", lang=lang)
    visit.studies(name)


def test_nothing_given_says_what_to_do(visit: Visit) -> None:
    visit.open()
    dialog = opened(visit)
    go(visit, dialog)
    expect(dialog.get_by_text(strings("zh")["open.nothing"])).to_be_visible(timeout=SLOW)
