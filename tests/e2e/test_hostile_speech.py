"""Text from a speech is text: nothing in it runs, and it shows as typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from visit import SLOW, Visit

from pages.parts.frame import FILES
from pages.parts.language import strings

HACKED = "() => window.__hacked"


@pytest.fixture
def hostile(visit: Visit, hostile_speech: str) -> Visit:
    """A visit with the hostile speech on the table."""
    visit.page.on("dialog", lambda dialog: visit.wrong.append(f"alert: {dialog.message}"))
    visit.open()
    visit.key("open_speech").get_by_role("button").click()
    dialog = visit.dialog()
    dialog.get_by_role("textbox").fill(hostile_speech)
    dialog.get_by_role("button", name=strings("zh")["open.go"]).click()
    expect(visit.page.get_by_role("dialog")).to_have_count(0, timeout=SLOW)
    visit.drawn()
    return visit


def test_nothing_runs_on_any_page(hostile: Visit) -> None:
    page = hostile.page
    for name in [*list(FILES)[1:], "overview"]:
        hostile.go(name)
        page.wait_for_timeout(300)
        assert page.evaluate(HACKED) is None, name
        main = page.get_by_test_id("stMain")
        expect(main.locator("iframe, script, img[src=x], object, embed")).to_have_count(0)
        expect(main.locator(".katex, [onerror], [onload], [onmouseover]")).to_have_count(0)


def test_it_shows_as_typed_in_the_reader(hostile: Visit, hostile_speech: str) -> None:
    hostile.go("reader")
    shown = "".join(hostile.page.locator(".reader").inner_text().split())
    for line in hostile_speech.split("\n"):
        assert "".join(line.split()) in shown


def test_it_shows_as_typed_in_names_and_dialogs(hostile: Visit, hostile_speech: str) -> None:
    page = hostile.page
    hostile.studies(hostile_speech.split("\n")[0])
    hostile.click_at(hostile.bar("terms"))
    sentences = "".join(hostile.dialog().locator("ol.sentences").inner_text().split())
    assert "$x^2$要:red[醒目]还要:material/home:图标" in sentences
    assert page.evaluate(HACKED) is None


def test_hostile_word_as_a_title(hostile: Visit) -> None:
    hostile.go("keywords")
    page = hostile.page
    box = page.get_by_role("textbox", name=strings("zh")["keywords.find"])
    box.fill('<img src=x onerror="window.__hacked=8">')
    box.press("Enter")
    expect(page.locator("p.count").filter(has_text="<img src=x")).to_be_visible(timeout=SLOW)
    assert page.evaluate(HACKED) is None


@pytest.mark.parametrize("name", ["reader", "keywords"])
def test_hostile_link(visit: Visit, name: str) -> None:
    page = visit.open(name, word="<img src=x onerror=window.__hacked=9>", section="<b>", lang="zh")
    page.wait_for_timeout(300)
    assert page.evaluate(HACKED) is None
    expect(page.get_by_test_id("stMain").locator("img[src=x]")).to_have_count(0)
