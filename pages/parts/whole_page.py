"""What a click inside a fragment asks of the page around it."""

from __future__ import annotations

import streamlit as st


def ask_for_page() -> None:
    """Have the whole page drawn, not the fragment alone; for callbacks."""
    st.session_state.page_asked_for = True


def draw_page_if_asked() -> None:
    """Every fragment with such a callback calls this first."""
    if st.session_state.pop("page_asked_for", False):
        st.rerun()
