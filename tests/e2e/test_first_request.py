"""Each page is what a person sees when its link is the first thing a fresh server is asked."""

from __future__ import annotations

import pytest
from app_server import running_app
from playwright.sync_api import expect
from visit import Visit

from pages.parts.frame import FILES
from pages.parts.language import LANGUAGES, strings

BROKEN = "[data-testid=stException], [data-testid=stAlertContentError], .stException"


@pytest.mark.parametrize("page", FILES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_is_whole_on_the_first_request(new_visit, page: str, lang: str) -> None:
    with running_app() as address:
        visit: Visit = new_visit(address)
        shown = visit.open(page, lang=lang)
        texts = strings(lang)
        expect(shown).to_have_title(f"{texts[f'menu.{page}']} · {texts['app.name']}")
        expect(shown.locator(BROKEN)).to_have_count(0)
        expect(shown.locator("h1")).to_have_count(1)
        links = shown.get_by_test_id("stPageLink-NavLink").all_inner_texts()
        assert [link.strip() for link in links] == [texts[f"menu.{name}"] for name in FILES]
        # Streamlit's own menu, in English and without order, stays away.
        expect(shown.get_by_test_id("stSidebarNav")).to_have_count(0)
        shown.wait_for_timeout(500)  # late complaints of scripts count too
