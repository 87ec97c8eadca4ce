"""Tabs of which the open one alone is drawn: what stands behind the others costs no time."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def tabs(labels: Mapping[str, str], *, key: str, name: str) -> str:
    """Show a row of tabs; to be called in a fragment, which is drawn anew at a change.

    Args:
        labels: option → what stands on its tab; at least one.
        key: name of this place on the page.
        name: what the tabs divide, for those who cannot see them.

    Returns:
        The option of the open tab.
    """
    options = list(labels)
    chosen = st.segmented_control(
        name, options, default=options[0], required=True, label_visibility="collapsed",
        key=f"{key}_{'_'.join(options)}",  # another speech may have other tabs
        format_func=labels.__getitem__,
    )  # fmt: skip
    return chosen or options[0]
