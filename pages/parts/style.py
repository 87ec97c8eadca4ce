"""The style sheet, which stays in the browser while pages come and go."""

from __future__ import annotations

from functools import cache

import streamlit as st

from analysis.assets import ASSETS
from pages.parts.language import translator


def dress(language: str, *, projector: bool) -> None:
    """Give the page its style sheet.

    A session's first page has it in place at once, too: what keeps it (``assets/style.js``) is
    there a moment later.
    """
    sheet = _sheet(language, projector=projector)
    if "dressed" not in st.session_state:
        st.session_state.dressed = True
        st.html(f"<style>{sheet}</style>")
    keep = st.components.v2.component("style", js=_script(), isolate_styles=False)
    keep(data=sheet, key="style")


@cache
def _sheet(language: str, *, projector: bool) -> str:
    """The style sheets, and Streamlit's own English words in the language of the page."""
    t = translator(language)
    words = f':root {{ --upload: "{t("open.choose")}"; --upload-note: "{t("open.limits")}"; --upload-error: "{t("open.too_large")}"; }}'
    sheets = ["style.css"]
    sheets += ["english.css"] if language == "en" else []
    sheets += ["projector.css"] if projector else []
    return "\n".join([words, *((ASSETS / name).read_text(encoding="utf-8") for name in sheets)])


@cache
def _script() -> str:
    return (ASSETS / "style.js").read_text(encoding="utf-8")
