"""Opening pages without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import Open
from streamlit.testing.v1 import AppTest

from analysis.loading import load_text
from analysis.study import Study, study_of
from pages.parts.frame import FILES
from pages.parts.shelf import Shelved


@pytest.fixture
def open_at(root: Path) -> Open:
    """``open_at(page, lang=…, projector=…, text=…, **query)`` runs a page in a new session.

    ``text`` is put on the table as a pasted speech before the page is drawn.
    """

    def run(
        page: str, *, lang: str = "zh", projector: bool = False, text: str = "", **query: str
    ) -> AppTest:
        app = AppTest.from_file(root / "app.py", default_timeout=60)
        # A page belongs to the app it stands in: it is reached through the entry, not run alone.
        if FILES[page] != "app.py":
            app.switch_page(FILES[page])
        app.query_params["lang"] = lang
        if projector:
            app.query_params["projector"] = "1"
        for name, value in query.items():
            app.query_params[name] = value
        if text:
            app.session_state["shelf"] = {"1": Shelved(load_text(text))}
            app.session_state["open_key"] = "1"
        return app.run()

    return run


@pytest.fixture(scope="session")
def study(plain_speech: str) -> Study:
    """The short speech of the tests, and its tables."""
    return study_of(load_text(plain_speech))
