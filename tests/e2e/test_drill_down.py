"""Every number leads to its sentences: as many marks as the number says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect
from visit import PHONE, SLOW, Visit

from analysis.loading import built_in_speech
from analysis.measures.passages import find_word
from analysis.study import study_of
from pages.parts.language import strings

ZH = strings("zh")


def number_in(text: str) -> int:
    """The first number in a text."""
    found = re.search(r"\d+", text.replace(",", ""))
    assert found, f"no number in {text!r}"
    return int(found.group())


def marks(place: Locator) -> Locator:
    return place.locator("ol.sentences mark")


@pytest.mark.parametrize("place", [0, 3, 9])
def test_bar_of_a_word_opens_its_sentences(visit: Visit, place: int) -> None:
    visit.open()
    bar = visit.bar("terms", place)
    visit.click_at(bar)
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=bar["label"])).to_be_visible()
    expect(marks(dialog)).to_have_count(int(bar["number"]))
    assert set(marks(dialog).all_inner_texts()) == {bar["label"]}
    assert len(find_word(built_in_speech().text, bar["label"])) == int(bar["number"])


def test_row_of_a_bar_answers_beside_the_bar(visit: Visit) -> None:
    visit.open()
    bar = visit.bar("terms", 3)
    plot = visit.chart("terms").locator(".nsewdrag").bounding_box()
    assert plot
    visit.click_at(bar | {"x": plot["x"] + plot["width"] - 4})
    expect(visit.dialog().get_by_role("heading", name=bar["label"])).to_be_visible()


def test_word_beside_a_bar_answers(visit: Visit) -> None:
    visit.open()
    bar = visit.bar("terms", 3)
    visit.chart("terms").locator(".ytick text").nth(3).click()
    expect(visit.dialog().get_by_role("heading", name=bar["label"])).to_be_visible()


def test_first_tap_of_a_finger_opens_the_bar(browser: Browser, address: str) -> None:
    size = {"width": PHONE[0], "height": PHONE[1]}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as phone:
        visit = Visit(phone.new_page(), address)
        visit.open()
        bar = visit.bar("terms", 2)
        visit.page.touchscreen.tap(bar["x"], bar["y"])
        expect(visit.dialog().get_by_role("heading", name=bar["label"])).to_be_visible()
        assert not visit.wrong


def test_same_bar_can_be_clicked_again(visit: Visit) -> None:
    visit.open()
    for _ in range(2):
        visit.click_at(visit.bar("terms", 1))
        visit.dialog()
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_role("dialog")).to_have_count(0)
        visit.idle()


@pytest.mark.parametrize("place", [0, 4])
def test_bar_of_a_theme_opens_its_cues(visit: Visit, place: int) -> None:
    visit.open()
    bar = visit.bar("balance", place)
    visit.click_at(bar)
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=bar["label"])).to_be_visible()
    expect(marks(dialog)).to_have_count(number_in(dialog.locator("p.count").inner_text()))
    hits = len(study_of(built_in_speech()).evidence)
    share = round(100 * marks(dialog).count() / hits)
    assert bar["number"] == f"{share}%"


def test_empty_cell_of_the_heat_map_opens_nothing(visit: Visit) -> None:
    visit.open("sections")
    cell = visit.bar("heatmap", 0)
    assert not cell["number"]
    visit.click_at(cell)
    visit.idle()
    expect(visit.page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("place", [2, 5, 12])
def test_cell_of_the_heat_map_opens_its_cues(visit: Visit, place: int) -> None:
    visit.open("sections")
    bar = visit.bar("heatmap", place)
    visit.click_at(bar)
    dialog = visit.dialog()
    shown = int(bar["number"])
    expect(marks(dialog)).to_have_count(shown)
    said = dialog.locator("p.count").first.inner_text()
    assert f" {shown} " in said or f"{shown}" in said


def test_bar_of_a_profile_opens_the_cues_of_that_section(visit: Visit) -> None:
    visit.open("sections")
    bar = visit.bar("profile", 0)
    visit.click_at(bar)
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=bar["label"])).to_be_visible()
    assert marks(dialog).count() > 0
    part = visit.page.locator(".part-title h1").inner_text()
    for where in dialog.locator("ol.sentences .where").all_inner_texts():
        assert part in where


def test_section_of_the_strip_opens_the_sections_page_there(visit: Visit) -> None:
    page = visit.open()
    piece = page.locator(".st-key-strip button[data-pick]").nth(3)
    name = piece.locator("b").inner_text()
    piece.click()
    expect(page).to_have_url(re.compile(r"/sections\?.*section=\d+"), timeout=SLOW)
    visit.drawn()
    assert page.locator("h1").inner_text() in name
    # … and its thin strip walks on from there.
    page.locator(".st-key-strip button[data-pick]").nth(2).click()
    expect(page.locator("h1")).not_to_have_text(name.partition("、")[2], timeout=SLOW)


@pytest.mark.parametrize(
    ("place", "path"), [(0, "reader"), (2, "sections"), (3, "keywords"), (4, "reader")]
)
def test_a_figure_opens_the_page_where_it_can_be_seen(visit: Visit, place: int, path: str) -> None:
    page = visit.open()
    page.locator(".st-key-facts button").nth(place).click()
    expect(page).to_have_title(f"{ZH[f'menu.{path}']} · {ZH['app.name']}", timeout=SLOW)


def test_chip_opens_the_sentences_of_its_word(visit: Visit) -> None:
    page = visit.open("sections")
    chip = page.locator(".st-key-distinctive button.chip").first
    word, counts = chip.inner_text(), chip.get_attribute("title") or ""
    chip.click()
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=word)).to_be_visible()
    assert set(marks(dialog).all_inner_texts()) == {word}
    assert marks(dialog).count() >= number_in(counts)


def test_card_opens_the_reader_at_its_point(visit: Visit) -> None:
    page = visit.open("sections", section="5")
    card = page.locator(".st-key-cards button.card").last
    heading = card.locator("b").inner_text()
    card.click()
    expect(page).to_have_url(re.compile(r"/reader\?.*section=\d+"), timeout=SLOW)
    visit.drawn()
    here = page.locator(".reader [data-scroll]")
    expect(here).to_contain_text(heading)
    expect(here).to_be_in_viewport()


def test_outline_of_the_reader_goes_there(visit: Visit) -> None:
    page = visit.open("reader")
    item = page.locator(".outline button").last
    item.click()
    expect(page.locator(".outline button[aria-current=true]")).to_have_count(1, timeout=SLOW)
    expect(page.locator(".reader [data-scroll]")).to_be_in_viewport(timeout=SLOW)
    assert "section=" in visit.query()


def test_word_of_the_cloud_opens_its_sentences(visit: Visit) -> None:
    page = visit.open("word_cloud")
    word = page.locator(".cloud [data-word]").first
    expect(word).to_be_visible(timeout=SLOW)
    name = word.get_attribute("data-word") or ""
    word.click()
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=name)).to_be_visible()
    total = len(find_word(built_in_speech().text, name))
    expect(marks(dialog)).to_have_count(total)
    dialog.get_by_role("button", name=ZH["drill.in_reader"]).click()
    expect(page.locator(".reader mark")).to_have_count(total, timeout=SLOW)


def test_word_of_the_cloud_opens_by_keyboard(visit: Visit) -> None:
    page = visit.open("word_cloud")
    page.locator(".cloud [data-word]").nth(1).focus()
    page.keyboard.press("Enter")
    assert marks(visit.dialog()).count() > 0


def test_bar_and_row_of_the_keywords_page_list_their_sentences(visit: Visit) -> None:
    page = visit.open("keywords")
    bar = visit.bar("bars", 2)
    visit.click_at(bar)
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=str(bar["label"]))).to_be_visible()
    expect(marks(dialog)).to_have_count(int(bar["number"]), timeout=SLOW)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visit.idle()
    row = page.locator(".table tbody tr").nth(4)
    row.locator("td").last.click()
    words = set(marks(visit.dialog()).all_inner_texts())
    assert words == {row.locator("td").first.inner_text()} != {bar["label"]}


def test_heading_of_the_table_sorts_it(visit: Visit) -> None:
    page = visit.open("keywords")
    own = page.locator('[data-pick="sort:own"]')
    column = page.locator(".table tbody td:nth-child(3)")
    expect(column.first).to_be_visible(timeout=SLOW)
    given = column.all_inner_texts()
    own.click()
    expect(page.locator('[aria-sort="descending"]')).to_have_count(1, timeout=SLOW)
    falling = [int(number) for number in column.all_inner_texts()]
    assert falling == sorted(falling, reverse=True) != given
    own.click()
    expect(page.locator('[aria-sort="ascending"]')).to_have_count(1, timeout=SLOW)
    assert int(column.first.inner_text()) < falling[0]
    own.click()
    expect(page.locator("[aria-sort]")).to_have_count(0, timeout=SLOW)
    assert column.all_inner_texts() == given


def test_typed_word_lists_its_sentences(visit: Visit) -> None:
    page = visit.open("keywords")
    box = page.get_by_role("textbox", name=ZH["keywords.find"])
    box.fill("统筹")
    box.press("Enter")
    total = len(find_word(built_in_speech().text, "统筹"))
    expect(marks(page.locator("body"))).to_have_count(total, timeout=SLOW)
