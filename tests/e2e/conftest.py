"""A browser, the app, and visits to it. Every visit must end without an error."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from app_server import running_app
from browsers import HOW_TO_GET_ONE, REQUIRED, find_browser, launch
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from visit import DESK, Visit

NewVisit = Callable[..., Visit]
_missing: list[str] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests; without one they are skipped, or fail where one is required."""
    with sync_playwright() as playwright:
        program = find_browser(playwright)
        if program is None:
            if os.environ.get(REQUIRED) == "1":
                pytest.fail(HOW_TO_GET_ONE, pytrace=False)
            _missing.append(HOW_TO_GET_ONE)
            pytest.skip(HOW_TO_GET_ONE)
        browser = launch(playwright, program)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Shared, so that Streamlit's scripts load once; each visit is a session of its own."""
    context = browser.new_context(locale="zh-CN", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture(scope="session")
def address(browser: Browser) -> Iterator[str]:
    """The address of the app, for tests that need no fresh server."""
    with running_app() as address:
        yield address


@pytest.fixture
def new_visit(context: BrowserContext) -> Iterator[NewVisit]:
    """``new_visit(address, size)`` opens a tab; at the end nothing may have gone wrong in any."""
    visits: list[Visit] = []

    def begin(address: str, size: tuple[int, int] = DESK) -> Visit:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        visits.append(Visit(page, address))
        return visits[-1]

    yield begin
    wrong = [complaint for visit in visits for complaint in visit.wrong]
    for visit in visits:
        visit.page.close()
    assert wrong == []


@pytest.fixture
def visit(new_visit: NewVisit, address: str) -> Visit:
    """A visit to the shared server at 1280×720."""
    return new_visit(address)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for all browser tests that were skipped."""
    if _missing:
        terminalreporter.write_line(f"browser tests skipped: {_missing[0]}")
