"""Opening speeches: paste one, or upload files; and the shelf of those that are open."""

from __future__ import annotations

import streamlit as st
from starlette.formparsers import MultiPartParser

from analysis.errors import SpeechError
from analysis.loading import MOST_BYTES
from analysis.loading.names import plain_name
from pages.parts.clickable import escape
from pages.parts.language import Translate
from pages.parts.shelf import BUILT_IN, lay, put, remove, rename, shelf

# The server's form parser puts what is longer than 1 MB into a temporary file; nothing of a
# person's is to reach the disk. (Longer than a file may be, so that none does.)
MultiPartParser.spool_max_size = 2 * MOST_BYTES


def open_dialog(t: Translate) -> None:
    """A dialog that opens speeches; what is wrong with one is said there, and nothing is lost."""
    st.session_state.failures = []

    @st.dialog(t("open.title"), width="large", on_dismiss="rerun")
    def dialog() -> None:
        # what was read leaves the boxes: their keys change with each reading
        turn = st.session_state.setdefault("readings", 0)
        files = st.file_uploader(t("open.file"), key=f"upload_{turn}", accept_multiple_files=True)
        pasted = st.text_area(
            t("open.paste"), key=f"pasted_{turn}", height=160, placeholder=t("open.hint")
        )
        with st.container(horizontal=True):
            wanted = st.button(t("open.go"), type="primary", key="open_go")
            built_in = st.button(t("open.built_in"), key="open_built_in")
        if built_in:
            lay(BUILT_IN)
            st.rerun()
        sources: list[tuple[bytes | str, str]] = [(file.getvalue(), file.name) for file in files]
        sources += [(pasted, "")] if pasted.strip() else []
        if wanted and not sources:
            st.session_state.failures = []
            st.warning(t("open.nothing"))
        elif wanted:
            st.session_state.failures = read_all(t, sources)
            st.session_state.readings = turn + 1
            st.rerun(scope="fragment" if st.session_state.failures else "app")
        for failure in st.session_state.failures:
            st.html(f'<p class="failure" role="alert">{escape(failure)}</p>')
        _shelf(t)

    dialog()


def read_all(t: Translate, sources: list[tuple[bytes | str, str]]) -> list[str]:
    """Put each source on the shelf; returns why, for each that cannot be read."""
    failures: list[str] = []
    bar = st.progress(0.0)
    for place, (data, name) in enumerate(sources):
        bar.progress(place / len(sources), t("open.progress", n=place + 1, of=len(sources)))
        try:
            put(data, name)
        except SpeechError as error:
            message = t(error.code, **error.details)
            name = plain_name(name)
            failures.append(t("open.failure", name=name, message=message) if name else message)
    bar.empty()
    return failures


def _shelf(t: Translate) -> None:
    if not shelf():
        return
    st.html(f'<h2 class="part-heading">{escape(t("open.shelf"))}</h2>')
    for key, shelved in list(shelf().items()):
        name, go, away = st.columns([6, 1, 1], vertical_alignment="bottom")
        with name:
            st.session_state.setdefault(f"name_{key}", shelved.speech.name or t("speech.unnamed"))
            st.text_input(
                t("open.name"), key=f"name_{key}", label_visibility="collapsed", max_chars=80,
                on_change=_rename, args=(key,),
            )  # fmt: skip
        if go.button(t("open.lay"), key=f"lay_{key}", width="stretch"):
            lay(key)
            st.rerun()
        if away.button(t("open.remove"), key=f"remove_{key}", width="stretch"):
            remove(key)
            st.rerun()


def _rename(key: str) -> None:
    """Take the name that was typed; a box that was emptied shows the old one again."""
    given = st.session_state[f"name_{key}"].strip()
    if given:
        rename(key, given)
    else:
        st.session_state[f"name_{key}"] = shelf()[key].speech.name
