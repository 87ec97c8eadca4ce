"""A figure on a page: described for those who cannot see it, and clickable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st


def chart(figure: go.Figure, *, key: str, alt: str, on_pick: Callable[[Any], None]) -> None:
    """Show a figure; a click on a mark calls ``on_pick`` with its ``customdata``.

    A second click on the same mark takes its selection back, which counts as a click too.
    """
    memory = f"{key}_last"

    def picked() -> None:
        points = st.session_state[key]["selection"]["points"]
        value = points[0]["customdata"] if points else st.session_state.get(memory)
        st.session_state[memory] = value
        if value is not None:
            on_pick(value)

    st.plotly_chart(
        figure,
        key=key,
        alt=alt,
        theme=None,
        on_select=picked,
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
    )
