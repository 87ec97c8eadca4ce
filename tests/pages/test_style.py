"""The style sheet is in place at once, and then stays while pages come and go."""

from __future__ import annotations

import json

import pytest
from drawn import Open
from streamlit.testing.v1 import AppTest

from pages.parts.language import strings


def sheets(app: AppTest) -> list[str]:
    """Style sheets that stand in the page itself, and go with it."""
    pieces = [element.proto.body for element in app.get("html")]
    return [piece for piece in pieces if piece.startswith("<style>")]


def kept(app: AppTest) -> str:
    """The style sheet that stays."""
    (found,) = (e for e in app.get("bidi_component") if e.proto.component_name == "style")
    sheet: str = json.loads(found.proto.json)
    return sheet


@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
def test_a_first_page_has_its_style_at_once(open_at: Open, projector: bool) -> None:
    app = open_at("reader", projector=projector)
    assert sheets(app) == [f"<style>{kept(app)}</style>"]
    app.run()
    assert not sheets(app)


def test_the_sheet_follows_mode_and_language(open_at: Open) -> None:
    app = open_at("reader")
    plain = kept(app)
    app.button(key="projector").click().run()
    assert len(kept(app)) > len(plain)
    app.button(key="language").click().run()
    assert strings("en")["open.choose"] in kept(app)
