"""What a session's first page sends before the server has read its libraries."""

from __future__ import annotations

import streamlit as st

EMPTY = {"data": [{"type": "bar"}], "layout": {"height": 10}}


def ask_for_charts() -> None:
    """Let the browser fetch and read its code for charts (5 MB) while the server gets ready.

    Only a session's first page does, with an empty chart; ``take_back`` removes it.
    """
    place = st.empty()
    if "charts_asked" not in st.session_state:
        st.session_state.charts_asked = place
        place.plotly_chart(EMPTY)


def take_back() -> None:
    """Remove the empty chart."""
    place = st.session_state.get("charts_asked")
    if place:
        place.empty()
        st.session_state.charts_asked = None
