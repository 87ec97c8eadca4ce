"""The pages on words lead to sentences too: lines of a context, set phrases, words of a comparison."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from visit import SLOW, Visit

from analysis.loading import built_in_speech
from analysis.measures.passages import find_word
from pages.parts.language import strings

ZH = strings("zh")


def places(word: str) -> int:
    """How often a search of the text finds a word."""
    return len(find_word(built_in_speech().text, word))


def test_every_hit_has_its_line_and_opens_its_sentence(visit: Visit) -> None:
    page = visit.open("context", word="统筹")
    lines = page.locator(".concordance .kwic")
    expect(lines).to_have_count(places("统筹"))
    expect(lines.locator("mark")).to_have_text(["统筹"] * places("统筹"))
    line = lines.nth(2)
    after = line.locator(".right").inner_text().strip()[:5]
    line.click()
    dialog = visit.dialog()
    expect(dialog.locator("ol.sentences mark").filter(has_text="统筹")).to_have_count(1)
    assert after.strip("。，、；") in dialog.inner_text()


def test_word_beside_the_word_takes_its_place(visit: Visit) -> None:
    page = visit.open("context", word="统筹")
    page.get_by_role("radio", name=ZH["context.company"]).click()
    row = page.locator(".st-key-collocates tbody button").first
    beside = row.inner_text()
    row.click()
    expect(page.locator("h1 em")).to_have_text(beside)


@pytest.mark.parametrize("explained", [True, False])
def test_set_phrase_opens_as_many_sentences_as_it_counts(visit: Visit, explained: bool) -> None:
    page = visit.open("phrases")
    row = page.locator(".phrase-row:visible" if explained else ".phrases .chip:visible").first
    phrase = row.get_attribute("data-pick") or ""
    count = int(row.locator("i" if explained else "b").inner_text())
    row.click()
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=phrase)).to_be_visible()
    expect(dialog.locator("ol.sentences mark")).to_have_count(count)


def test_word_of_a_comparison_opens_its_sentences(visit: Visit) -> None:
    page = visit.open("compare")
    row = page.locator(".key-row").first
    word = row.locator("b").inner_text()
    count = re.search(r"\d+", row.locator("small").inner_text())
    assert count
    row.click()
    dialog = visit.dialog()
    expect(dialog.get_by_role("heading", name=word)).to_be_visible()
    expect(dialog.locator("ol.sentences mark")).to_have_count(int(count.group()))


def test_two_speeches_side_by_side(visit: Visit, plain_speech: str) -> None:
    page = visit.open("compare")
    visit.key("open_speech").get_by_role("button").click()
    dialog = visit.dialog()
    dialog.get_by_role("textbox").fill(plain_speech)
    dialog.get_by_role("button", name=ZH["open.go"]).click()
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=SLOW)
    visit.drawn()
    page.get_by_role("combobox", name=ZH["compare.against"]).click()
    page.get_by_role("option", name=ZH["compare.speech"]).click()
    expect(page.get_by_role("heading", name=ZH["compare.themes"])).to_be_visible(timeout=SLOW)
    expect(page.get_by_test_id("stException")).to_have_count(0)
