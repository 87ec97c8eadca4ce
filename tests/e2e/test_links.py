"""What stands in the link, and what a session keeps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from visit import SLOW, Visit

from analysis.loading import built_in_speech
from analysis.measures.passages import find_word
from pages.parts.frame import FILES
from pages.parts.language import strings


def test_link_to_a_word_in_a_section(visit: Visit) -> None:
    page = visit.open("reader", word="统筹", section="5")
    total = len(find_word(built_in_speech().text, "统筹"))
    expect(page.locator(".reader mark")).to_have_count(total)
    expect(page.locator(".reader [data-scroll]")).to_be_in_viewport()
    assert "section=5" in visit.query()
    assert page.get_by_role("textbox", name=strings("zh")["reader.which"]).input_value() == "统筹"


def test_language_survives_page_changes_and_stands_in_the_link(visit: Visit) -> None:
    page = visit.open()
    visit.key("language").get_by_role("button").click()
    expect(page).to_have_title(re.compile(strings("en")["app.name"]), timeout=SLOW)
    for name in [*list(FILES)[1:], "overview"]:
        visit.go(name, lang="en")
        assert "lang=en" in visit.query()
        expect(page.get_by_test_id("stException")).to_have_count(0)
    page.reload()
    visit.drawn()
    expect(page).to_have_title(re.compile(strings("en")["app.name"]))
    visit.key("language").get_by_role("button").click()
    expect(page).to_have_title(re.compile(strings("zh")["app.name"]), timeout=SLOW)


def test_projector_mode_survives_page_changes_and_stands_in_the_link(visit: Visit) -> None:
    page = visit.open()
    page.keyboard.press("p")
    expect(visit.key("projector_bar")).to_be_visible(timeout=SLOW)
    expect(page.get_by_test_id("stSidebar")).not_to_be_visible()
    for name in list(FILES)[1:]:
        visit.go(name)
        assert "projector=1" in visit.query()
        expect(visit.key("projector_bar")).to_be_visible()
    page.reload()
    visit.drawn()
    expect(visit.key("projector_bar")).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_test_id("stSidebar")).to_be_visible(timeout=SLOW)
    expect(page).not_to_have_url(re.compile("projector"))


def test_typing_a_p_toggles_nothing(visit: Visit) -> None:
    page = visit.open("keywords")
    page.get_by_role("textbox", name=strings("zh")["keywords.find"]).press_sequentially("pPp")
    visit.idle()
    expect(visit.key("projector_bar")).to_have_count(0)


def test_arrow_keys_walk_the_sections(visit: Visit) -> None:
    page = visit.open("sections", section="0")
    heading = page.locator("h1")
    names = [heading.inner_text()]
    expect(visit.key("before").get_by_role("button")).to_be_disabled()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        expect(heading).not_to_have_text(names[-1], timeout=SLOW)
        visit.idle()
        names.append(heading.inner_text())
    assert names[1:6] == [
        section.heading for section in built_in_speech().outline.sections if section.level == 1
    ]
    expect(visit.key("after").get_by_role("button")).to_be_disabled()
    page.keyboard.press("ArrowLeft")
    expect(heading).to_have_text(names[-2], timeout=SLOW)
    visit.idle()
    visit.key("before").get_by_role("button").click()
    expect(heading).to_have_text(names[-3], timeout=SLOW)


@pytest.mark.parametrize("page_name", ["keywords", "word_cloud"])
def test_choices_survive_a_page_change(visit: Visit, page_name: str) -> None:
    page = visit.open(page_name)
    slider = page.get_by_role("slider").first
    slider.focus()
    slider.press("ArrowRight")
    visit.idle()
    value = slider.input_value()
    visit.go("reader")
    visit.go(page_name)
    expect(page.get_by_role("slider").first).to_have_value(value, timeout=SLOW)


def test_the_style_sheet_stays_while_pages_change(visit: Visit) -> None:
    page = visit.open("reader")
    page.evaluate("document.getElementById('speech-study-style').seen = true")
    for name in ("sections", "overview"):
        visit.go(name)
        assert page.evaluate("document.getElementById('speech-study-style').seen")
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')")
