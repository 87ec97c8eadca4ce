"""Pages fit the screen: nothing runs out at the side, on a desk, a projector or a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from visit import DESK, PHONE, PROJECTOR, SLOW, Visit, menu_link

from pages.parts.frame import FILES

# What stands out at the right of the window, unless a parent of it scrolls by itself.
BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = element => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      const flow = getComputedStyle(parent).overflowX;
      if (['auto', 'scroll', 'hidden', 'clip'].includes(flow)
        && parent.getBoundingClientRect().right <= width + 1) return true;
    }
    return false;
  };
  const main = document.querySelector('[data-testid=stMain]');
  const wide = [...main.querySelectorAll('*')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > width + 1 && !scrolls(element);
  });
  const own = main.scrollWidth > main.clientWidth + 1 ? ['the page itself scrolls sideways'] : [];
  return own.concat(wide.slice(0, 5).map(e => e.tagName + '.' + (e.className.baseVal ?? e.className)));
}"""


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("size", [PHONE, DESK, PROJECTOR], ids=["phone", "desk", "large"])
def test_nothing_runs_out_at_the_side(
    new_visit, address: str, name: str, size: tuple[int, int]
) -> None:
    visit: Visit = new_visit(address, size)
    page = visit.open(name, projector="1" if size == PROJECTOR else "0")
    page.wait_for_timeout(400)
    assert page.evaluate(BEYOND) == []


def test_menu_of_a_phone_can_be_opened_and_used(new_visit, address: str) -> None:
    visit: Visit = new_visit(address, PHONE)
    page = visit.open()
    page.get_by_test_id("stExpandSidebarButton").click()
    page.locator(menu_link("reader")).click()
    page.wait_for_url("**/reader?**")
    visit.drawn()


def test_cloud_of_a_phone_is_upright(new_visit, address: str) -> None:
    for size, upright in ((PHONE, True), (DESK, False)):
        visit: Visit = new_visit(address, size)
        page = visit.open("word_cloud")
        made = page.locator(f'.cloud[data-fits="{"narrow" if upright else "wide"}"] svg')
        expect(made).to_be_visible(timeout=SLOW)
        box = made.bounding_box()
        assert box
        assert (box["height"] > box["width"]) == upright
        assert box["x"] + box["width"] <= size[0]
