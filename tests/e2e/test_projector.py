"""Projector mode can be read from the back row: sizes at 1920×1080."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from visit import PROJECTOR, Visit

from pages.parts.frame import FILES

SMALLEST, BODY, HEADING = 20, 28, 44

# Every visible piece of text with its size in pixels on the screen: text of a figure or cloud is
# drawn by SVG, whose scale counts too.
SIZES = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
      continue;
    if (['STYLE', 'SCRIPT', 'NOSCRIPT', 'TITLE'].includes(element.tagName)) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    let size = parseFloat(getComputedStyle(element).fontSize);
    if (!size) continue;  // words of Streamlit's that are replaced by ours
    const svg = element.ownerSVGElement, matrix = element.getScreenCTM?.();
    if (svg && matrix) size *= Math.hypot(matrix.a, matrix.b);
    found.push({text: text.slice(0, 40), size, tag: element.tagName.toLowerCase(),
      place: element.closest('[class*="st-key-"], [data-testid]')?.className.baseVal
        ?? element.closest('[class*="st-key-"], [data-testid]')?.className ?? '',
      cloud: !!element.closest('.cloud')});
  }
  return found;
}"""


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_too_small_to_read(new_visit, address: str, name: str) -> None:
    visit: Visit = new_visit(address, PROJECTOR)
    page = visit.open(name, projector="1")
    page.wait_for_timeout(500)
    texts = page.evaluate(SIZES)
    # The words of a cloud are as great as their counts: the smallest are meant to be small.
    small = {
        (text["text"], round(text["size"], 1))
        for text in texts
        if text["size"] < SMALLEST - 0.01 and not text["cloud"]
    }
    assert small == set()
    headings = [text["size"] for text in texts if text["tag"] == "h1"]
    assert headings
    assert min(headings) >= HEADING - 0.01


@pytest.mark.parametrize(
    ("name", "body"), [("sections", ".speech-text p"), ("reader", ".reader p")]
)
def test_the_text_itself_is_large(new_visit, address: str, name: str, body: str) -> None:
    visit: Visit = new_visit(address, PROJECTOR)
    page = visit.open(name, projector="1")
    size = page.locator(body).first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert size >= BODY - 0.01


def test_sentences_in_a_dialog_are_large(new_visit, address: str) -> None:
    visit: Visit = new_visit(address, PROJECTOR)
    visit.open(projector="1")
    visit.click_at(visit.bar("terms"))
    items = visit.dialog().locator("ol.sentences li")
    expect(items.first).to_be_visible()
    size = items.first.evaluate("item => parseFloat(getComputedStyle(item).fontSize)")
    assert size >= BODY - 0.01


def test_the_side_and_the_toolbar_are_gone(new_visit, address: str) -> None:
    visit: Visit = new_visit(address, PROJECTOR)
    page = visit.open(projector="1")
    for part in ("stSidebar", "stHeader", "stToolbar", "stExpandSidebarButton"):
        expect(page.get_by_test_id(part).first).not_to_be_visible()
