"""HTML whose marked places can be clicked: strips, cards, chips and marked text.

All text passes through ``escape`` on its way into HTML, here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape as _escape

import streamlit as st

from analysis.assets import ASSETS


def escape(text: object) -> str:
    """Text as typed, safe inside HTML and inside a quoted attribute."""
    return _escape(str(text), quote=True)


def clickable(markup: str, *, key: str, on_pick: Callable[[str], None]) -> None:
    """Show HTML; a click on an element with ``data-pick`` calls ``on_pick`` with its value.

    Args:
        markup: HTML whose texts were escaped.
        key: name of this place on the page.
        on_pick: called before the page is drawn again.
    """

    def picked() -> None:
        value = st.session_state[key].get("pick")
        if value is not None:
            on_pick(str(value))

    _component()(data=markup, key=key, on_pick_change=picked)


@cache
def _script() -> str:
    return (ASSETS / "clickable.js").read_text(encoding="utf-8")


def _component() -> Callable[..., object]:
    return st.components.v2.component("clickable", js=_script(), isolate_styles=False)
