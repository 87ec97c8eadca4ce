"""Measurements in the browser: first load, page change, control change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

from browser import Drawn, Step, change, chromium, visit
from playwright.sync_api import Browser, Page
from ratios import Result, median, note, p95
from servers import EMPTY, STUDY, TWO, Apps

BAR = Drawn(1)
PAGES = {
    "sections": Drawn(2, ("h1", ".strip button", ".speech-text p")),
    "reader": Drawn(0, ("h1", ".outline button", ".reader p")),
    "word_cloud": Drawn(0, ("h1", ".cloud path")),
    "overview": Drawn(2, ("h1", ".strip button", ".facts button")),
    "context": Drawn(0, ("h1",)),
    "phrases": Drawn(0, ("h1",)),
    "keywords": Drawn(1, ("h1", ".table td")),
}
ENTRY = {EMPTY: BAR, TWO: BAR, STUDY: PAGES["overview"]}
SLIDER = {EMPTY: "role=slider", STUDY: "role=slider"}
CONTROL_PAGE = "keywords"  # the last of PAGES: its slider is moved once it is open


def first_loads(apps: Apps, rounds: int) -> list[Result]:
    """The entry page on a freshly started server, both apps in turn; the first round warms up."""
    times: dict[str, list[float]] = {EMPTY: [], STUDY: []}
    with chromium() as browser:
        for number in range(rounds + 1):
            for app, taken in times.items():
                with apps.serve(app) as server, visit(browser, server.url, ENTRY[app]) as (_, ms):
                    note(f"first load {number} {app}: {ms:.0f} ms, {server.memory():.0f} MB")
                    if number:
                        taken.append(ms)
    value, base = median(times[STUDY]), median(times[EMPTY])
    return [Result("first load of the overview, median", value, 1.5, base)]


def changes(apps: Apps, rounds: int) -> list[Result]:
    """Page and control changes, each in turn with those of the empty apps."""
    times: dict[str, list[float]] = {"rerun": [], "empty page": [], "page": [], "control": []}
    each: dict[str, list[float]] = {page: [] for page in PAGES}
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        pages = {app: _open(stack, apps, browser, app) for app in (EMPTY, TWO, STUDY)}
        turns = cycle([_to(name, BAR) for name in ("two", "app")])
        slides = {app: moves(app) for app in (EMPTY, STUDY)}
        for number in range(rounds + 1):
            for name, drawn in PAGES.items():
                rerun = change(pages[EMPTY], next(slides[EMPTY]))
                empty = change(pages[TWO], next(turns))
                page = change(pages[STUDY], _to(name, drawn))
                if number:
                    times["rerun"].append(rerun)
                    times["empty page"].append(empty)
                    times["page"].append(page)
                    each[name].append(page)
            for turn in range(len(PAGES)):
                control = change(pages[STUDY], next(slides[STUDY]))
                rerun = change(pages[EMPTY], next(slides[EMPTY]))
                if number and turn:  # the slider takes the focus at its first move
                    times["control"].append(control)
                    times["rerun"].append(rerun)
    note("page change, median: " + ", ".join(f"{n} {median(t):.0f} ms" for n, t in each.items()))
    results = []
    for name, taken in (("page change", times["page"]), ("control change", times["control"])):
        base = times["rerun"]
        results.append(Result(f"{name}, p50", median(taken), 1.5, median(base)))
        results.append(Result(f"{name}, p95", p95(taken), 2.5, p95(base)))
    page, empty, rerun = (median(times[name]) for name in ("page", "empty page", "rerun"))
    return [
        *results,
        Result("page change of an empty app of two pages, p50", empty, None, rerun),
        Result("page change against that, p50", page, None, empty),
    ]


def _open(stack: ExitStack, apps: Apps, browser: Browser, app: str) -> Page:
    server = stack.enter_context(apps.serve(app))
    page, _ = stack.enter_context(visit(browser, server.url, ENTRY[app]))
    return page


def moves(app: str) -> Iterator[Step]:
    """Moves of a slider, to and fro."""
    drawn = BAR if app == EMPTY else PAGES[CONTROL_PAGE]
    return cycle([Step(SLIDER[app], drawn, key) for key in ("ArrowRight", "ArrowLeft")])


def _to(name: str, drawn: Drawn) -> Step:
    path = "" if name in ("app", "overview") else name
    link = f'[data-testid="stPageLink-NavLink"]:is([href="{path}"], [href^="{path}?"])'
    return Step(link, Drawn(drawn.charts, (*drawn.shown, f".st-key-menu_here {link}")))
