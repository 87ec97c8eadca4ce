"""Which browser the tests use: a Chromium, Chrome or Edge that is already there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

VARIABLE = "SPEECH_STUDY_BROWSER"
REQUIRED = "SPEECH_STUDY_BROWSER_REQUIRED"
HOW_TO_GET_ONE = (
    "no Chromium, Chrome or Edge found: install one (python -m playwright install chromium, or "
    f"your system's package), or set {VARIABLE} to its program file"
)
ON_PATH = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    "microsoft-edge-stable", "chrome", "msedge",
)  # fmt: skip
ON_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
QUIET = (  # a browser that asks the network for nothing by itself
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
)  # fmt: skip


def find_browser(playwright: Playwright) -> str | None:
    """The program file of a browser, or None: the named one, one on the path, one installed."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named) or named
    on_path = (shutil.which(name) for name in ON_PATH)
    folders = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    roots = [os.environ[name] for name in folders if name in os.environ]
    usual = [*ON_MAC, *(f"{root}/{place}" for root in roots for place in ON_WINDOWS)]
    usual.append(playwright.chromium.executable_path)
    there = (place for place in usual if Path(place).is_file())
    return next((found for found in on_path if found), None) or next(there, None)


def launch(playwright: Playwright, program: str) -> Browser:
    """Start it without a window."""
    # The sandbox cannot run as root, as in a container.
    root = getattr(os, "geteuid", lambda: 1)() == 0
    switches = [*QUIET, *(["--no-sandbox"] if root else [])]
    return playwright.chromium.launch(executable_path=program, args=switches)
