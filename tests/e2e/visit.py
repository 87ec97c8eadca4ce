"""One person's visit to the app: a page in the browser, and what went wrong in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

from pages.parts.frame import FILES
from pages.parts.language import strings

DESK, PROJECTOR, PHONE = (1280, 720), (1920, 1080), (390, 844)
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
SLOW = 20_000  # milliseconds that a step may take on a busy machine

# On a link to a page other than the entry Streamlit first asks below that page whether the app is
# served there; both answers are 404, then it asks at the root. So does every multipage app.
PROBES = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")


@dataclass
class Visit:
    """A page of the app in the browser. ``wrong`` collects errors and requests to other hosts."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(SLOW)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("websocket", lambda socket: self._host(socket.url))

    def open(self, name: str = "overview", *, lang: str = "zh", **query: str) -> Page:
        """Go to a page by its link and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path_of(name)}?{urlencode({'lang': lang} | query)}")
        self.drawn()
        return self.page

    def drawn(self) -> None:
        """Wait until the page stands: its finding is there and the server is idle."""
        broken = self.page.get_by_test_id("stException")
        expect(self.page.locator("h1").or_(broken).first).to_be_visible(timeout=SLOW)
        expect(broken).to_have_count(0)
        self.idle()
        # Figures, tables and the cloud come in scripts of their own.
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SLOW)

    def idle(self) -> None:
        """Wait until the server has nothing more to draw."""
        self.page.wait_for_timeout(150)  # what was just clicked reaches the server
        self.page.wait_for_selector(IDLE, timeout=SLOW)

    def go(self, name: str, *, lang: str = "zh") -> None:
        """Go to a page through the menu."""
        self.page.locator(menu_link(name)).click()
        title = f"{strings(lang)[f'menu.{name}']} · {strings(lang)['app.name']}"
        expect(self.page).to_have_title(title, timeout=SLOW)
        self.drawn()

    def key(self, name: str) -> Locator:
        """What the app drew under a key of its own."""
        return self.page.locator(f".st-key-{name}").first

    def chart(self, name: str) -> Locator:
        """A figure; the app draws it under a new key after each click."""
        return self.page.locator(f'[class*="st-key-{name}"]:has(.js-plotly-plot)').first

    def dialog(self) -> Locator:
        """The open dialog."""
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_be_visible(timeout=SLOW)
        self.idle()
        return dialog

    def studies(self, name: str) -> None:
        """Wait until the side names this speech as the one on the table."""
        self.page.wait_for_function(SPEECH, arg=name, timeout=SLOW)

    def query(self) -> str:
        """The query of the link in the address bar."""
        return urlsplit(self.page.url).query

    def bar(self, chart: str, place: int = 0) -> dict[str, Any]:
        """A bar of a chart: ``label``, ``number`` and where to click it (``x``, ``y``)."""
        box = self.chart(chart)
        box.scroll_into_view_if_needed()
        expect(box.locator(".barlayer .point path").first).to_be_attached(timeout=SLOW)
        found: dict[str, Any] = box.evaluate(BAR, place)
        return found

    def click_at(self, spot: dict[str, Any]) -> None:
        """Click a place in a figure: Plotly must have seen the pointer come first."""
        self.page.mouse.move(spot["x"] - 2, spot["y"])
        self.page.mouse.move(spot["x"], spot["y"])
        self.page.wait_for_timeout(200)
        self.page.mouse.click(spot["x"], spot["y"])

    def _heard(self, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        if message.type == "error" and not PROBES.search(url):
            self.wrong.append(f"console: {message.text} ({url})")

    def _asked(self, request: Request) -> None:
        self._host(request.url)

    def _host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(self.address).netloc:
            self.wrong.append(f"asked another host: {url}")


def path_of(name: str) -> str:
    """The path of a page in the address bar."""
    return "" if FILES[name] == "app.py" else name


def menu_link(name: str) -> str:
    """The selector of a page's link in the menu."""
    return f'[data-testid="stPageLink-NavLink"][href^="{path_of(name)}?"]'


# The speech's name stands at the side, in a box where there are several to choose from.
SPEECH = """name => {
  const side = document.querySelector('[data-testid=stSidebar]');
  const box = side?.querySelector('[data-testid=stSelectbox] input');
  return (box ? box.value : side?.querySelector('.speech-name')?.textContent) === name;
}"""

# The widest of the pieces that make up the n-th bar (own count, rest), its label and its number.
BAR = """(box, place) => {
  const traces = [...box.querySelectorAll('.barlayer .trace')];
  const pieces = traces.map(trace => trace.querySelectorAll('.point')[place]).filter(Boolean);
  const widest = pieces.map(piece => piece.querySelector('path').getBoundingClientRect())
    .reduce((one, other) => other.width > one.width ? other : one);
  const numbers = pieces.map(piece => piece.querySelector('text')).filter(Boolean);
  const labels = box.querySelectorAll('.ytick text');
  return {
    x: widest.left + widest.width / 2,
    y: widest.top + widest.height / 2,
    label: labels[place] ? labels[place].textContent.trim() : '',
    number: numbers.length ? numbers[numbers.length - 1].textContent.trim() : '',
  };
}"""
