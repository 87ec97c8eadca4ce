"""Pictures of every page for the README: python tests/e2e/screenshots.py [--out DIR] [--all]."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a script, the project itself is not on the path

from app_server import running_app
from browsers import HOW_TO_GET_ONE, find_browser, launch
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from visit import DESK, PHONE, PROJECTOR, Visit

from pages.parts.frame import FILES

# A page is shown where there is most to see.
LOOK_AT = {"sections": {"section": "5"}, "reader": {"word": "统筹", "section": "5"}}


def main() -> int:
    """Draw the pictures; 1 where no browser is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "assets/screenshots", help="folder")
    parser.add_argument("--all", action="store_true", help="English, projector and phone too")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, running_app() as address:
        program = find_browser(playwright)
        if program is None:
            print(HOW_TO_GET_ONE, file=sys.stderr)
            return 1
        browser = launch(playwright, program)
        for page in FILES:
            for suffix, size, query in kinds(everything=options.all):
                path = options.out / f"{page}{suffix}.png"
                path.write_bytes(picture(browser, address, page, size, query))
                print(path)
        browser.close()
    return 0


def kinds(*, everything: bool) -> list[tuple[str, tuple[int, int], dict[str, str]]]:
    """Ending of the file's name, size of the window, query of the link."""
    few: list[tuple[str, tuple[int, int], dict[str, str]]] = [("", DESK, {"lang": "zh"})]
    more = [
        ("-en", DESK, {"lang": "en"}),
        ("-projector", PROJECTOR, {"lang": "zh", "projector": "1"}),
        ("-projector-en", PROJECTOR, {"lang": "en", "projector": "1"}),
        ("-phone", PHONE, {"lang": "zh"}),
    ]
    return few + more if everything else few


def picture(
    browser: Browser, address: str, page: str, size: tuple[int, int], query: dict[str, str]
) -> bytes:
    """What a person sees first, as a small PNG."""
    tab = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    Visit(tab, address).open(page, **query, **LOOK_AT.get(page, {}))
    tab.wait_for_timeout(1200)  # fonts and figures settle
    shot = Image.open(io.BytesIO(tab.screenshot(animations="disabled"))).convert("RGB")
    tab.close()
    file = io.BytesIO()
    shot.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
