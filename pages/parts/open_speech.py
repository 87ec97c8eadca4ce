"""Opening another speech: paste it, or upload a file."""

from __future__ import annotations

import streamlit as st

from analysis.errors import SpeechError
from analysis.loading import load_bytes, load_text
from pages.parts.language import Translate
from pages.parts.session import open_speech


def open_dialog(t: Translate) -> None:
    """A dialog that opens a speech; what is wrong with it is said there, and nothing is lost."""

    @st.dialog(t("open.title"), width="large")
    def dialog() -> None:
        file = st.file_uploader(t("open.file"), type=["txt"], key="upload")
        pasted = st.text_area(t("open.paste"), key="pasted", height=220, placeholder=t("open.hint"))
        with st.container(horizontal=True):
            wanted = st.button(t("open.go"), type="primary", key="open_go")
            built_in = st.button(t("open.built_in"), key="open_built_in")
        if built_in:
            open_speech(None)
            st.rerun()
        if wanted and not file and not pasted.strip():
            st.warning(t("open.nothing"))
        elif wanted:
            try:
                speech = load_bytes(file.getvalue(), name=file.name) if file else load_text(pasted)
            except SpeechError as error:
                st.error(t(error.code, **error.details))
            else:
                open_speech(speech)
                st.rerun()

    dialog()
