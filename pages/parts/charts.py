"""A figure on a page: described for those who cannot see it, and clickable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st


def chart(figure: go.Figure, *, key: str, alt: str, on_pick: Callable[[Any], None]) -> None:
    """Show a figure; a click on a mark calls ``on_pick`` with its ``customdata``.

    After a click the chart is drawn anew under a new key, so that nothing stays selected and the
    same mark can be clicked again.
    """
    clicks = f"{key}_clicks"
    count = st.session_state.get(clicks, 0)
    place = f"{key}_{count}"

    def picked() -> None:
        points = st.session_state[place]["selection"]["points"]
        if points:
            st.session_state[clicks] = count + 1
            on_pick(points[0]["customdata"])

    st.plotly_chart(
        figure,
        key=place,
        alt=alt,
        theme=None,
        on_select=picked,
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
    )
