"""No page breaks a rule of WCAG 2.1 A or AA that a program can check (axe-core)."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from visit import PROJECTOR, Visit

from pages.parts.frame import FILES
from pages.parts.language import strings

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def violations(page: Page) -> list[str]:
    """What axe-core finds, a line an element."""
    page.wait_for_timeout(600)  # colours fade in; axe measures what it sees
    rules = {"runOnly": {"type": "tag", "values": LEVELS}}
    found: dict[str, Any] = Axe().run(page, options=rules).response
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("page", FILES)
def test_page_at_the_desk(visit: Visit, page: str) -> None:
    assert violations(visit.open(page, lang="zh")) == []


@pytest.mark.parametrize("page", FILES)
def test_page_on_a_projector(new_visit, address: str, page: str) -> None:
    visit: Visit = new_visit(address, PROJECTOR)
    assert violations(visit.open(page, lang="en", projector="1")) == []


@pytest.mark.parametrize("tab", ["company", "network"])
def test_tab_of_the_context(visit: Visit, tab: str) -> None:
    page = visit.open("context", lang="zh")
    page.get_by_role("radio", name=strings("zh")[f"context.{tab}"]).click()
    visit.idle()
    assert violations(page) == []


@pytest.mark.parametrize("projector", ["0", "1"])
def test_dialog_of_sentences(visit: Visit, projector: str) -> None:
    page = visit.open(projector=projector)
    visit.click_at(visit.bar("terms"))
    visit.dialog()
    assert violations(page) == []


def test_dialog_of_theme_cues(visit: Visit) -> None:
    page = visit.open()
    visit.click_at(visit.bar("balance"))
    visit.dialog()
    assert violations(page) == []


def test_dialog_that_opens_a_speech(visit: Visit) -> None:
    page = visit.open()
    visit.key("open_speech").get_by_role("button").click()
    dialog = visit.dialog()
    dialog.get_by_role("button", name=strings("zh")["open.go"]).click()
    dialog.get_by_text(strings("zh")["open.nothing"]).wait_for()
    assert violations(page) == []
