"""Times of pages in a real browser: first load, page change, control change."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge", "chrome")
PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
QUIET = 350  # ms without a change that end a measurement; not counted
PATIENCE = 20_000  # ms


@dataclass(frozen=True)
class Drawn:
    """When a page counts as drawn: the script has ended, and all of this is visible.

    Attributes:
        charts: so many Plotly charts show bars.
        shown: CSS selectors, each with a visible element.
    """

    charts: int
    shown: tuple[str, ...] = field(default=())

    def asked(self) -> dict[str, Any]:
        """For the probe."""
        return {"charts": self.charts, "shown": list(self.shown)}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    found = os.environ.get("SPEECH_STUDY_BROWSER") or next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=FLAGS)
        browser.new_context().close()
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, url: str, drawn: Drawn) -> Iterator[tuple[Page, float]]:
    """A page opened with an empty cache, and the ms from navigation until it was drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    wanted = f"window.probe.wanted = {drawn.asked()!r};".replace("'", '"')
    page.add_init_script(PROBE + f"if (window.top === window) {{ {wanted} }}")
    page.goto(url, wait_until="commit")
    place = page.wait_for_function(
        "quiet => { const {drawnAt} = window.probe;"
        " return drawnAt !== null && performance.now() - drawnAt > quiet && drawnAt; }",
        arg=QUIET,
    )
    try:
        yield page, float(place.json_value())
    finally:
        context.close()


@dataclass(frozen=True)
class Step:
    """Something a person does: ``press`` a key on an element, or ``click`` it."""

    selector: str
    drawn: Drawn
    press: str = ""


def change(page: Page, step: Step) -> float:
    """Ms from the action until the page showed its last change and was idle."""
    target = page.locator(step.selector).first
    target.wait_for()
    page.evaluate("wanted => window.probe.begin(wanted)", step.drawn.asked())
    if step.press:
        target.press(step.press)
    else:
        target.click()
    last = page.wait_for_function("quiet => window.probe.settled(quiet)", arg=QUIET).json_value()
    return float(last) - float(page.evaluate("window.probe.began"))
