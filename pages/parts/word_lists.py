"""The session's own words: what is added to the lexicon, what is hidden, and why."""

from __future__ import annotations

import re

import streamlit as st

from analysis.findings import hidden_words
from analysis.segmentation.stopwords import stop_words
from pages.parts.clickable import escape
from pages.parts.frame import View, heading
from pages.parts.session import own_stop_words, own_words

MOST_WORDS = 500
LONGEST = 24  # characters of a word


def word_lists(view: View) -> None:
    """Two boxes to edit, and an answer to why a word is not shown. All pages follow at once.

    They open by a switch: a person seldom wants them, and they take a tenth of a page change.
    """
    t, state = view.t, st.session_state
    if not st.toggle(t("lists.open"), key="word_lists", persist_state="session"):
        return
    heading(t("lists.title"), t("lists.note"))
    left, middle, right = st.columns(3, gap="large")
    with left, st.form("own_words_form", border=False):
        added = st.text_area(t("lists.add"), " ".join(own_words()), help=t("lists.add_help"))
        if st.form_submit_button(t("lists.apply_words")):
            words = dict.fromkeys(word for word in added.split() if len(word) > 1)
            state.own_words = tuple(words)[:MOST_WORDS]
            st.rerun()
    with middle, st.form("stop_words_form", border=False):
        hide = st.text_area(t("lists.hide"), " ".join(sorted(state.get("hidden", ()))))
        show = st.text_area(t("lists.show"), " ".join(sorted(state.get("shown", ()))))
        if st.form_submit_button(t("lists.apply_stop")):
            state.hidden, state.shown = frozenset(hide.split()), frozenset(show.split())
            st.rerun()
    with right:
        word = st.text_input(t("lists.why"), placeholder=t("lists.why_hint"), max_chars=40).strip()
        if word:
            st.html(f'<p class="finding">{_reason(view, word)}</p>')
        hidden = hidden_words(view.study, own_stop_words())
        st.html(f'<p class="count">{escape(t("lists.hidden_here", n=hidden))}</p>')


def add_word(word: str) -> None:
    """Add a word to the session's lexicon."""
    st.session_state.own_words = tuple(dict.fromkeys((*own_words(), word)))[:MOST_WORDS]


def own_lexicon(view: View) -> None:
    """The session's lexicon: what is in it, as a file to keep, and from a file."""
    t = view.t
    heading(t("lists.lexicon"), t("lists.lexicon_note"))
    words = own_words()
    if words:
        chips = "".join(f'<span class="chip">{escape(word)}</span>' for word in words)
        st.html(f'<p class="chips">{chips}</p>')
        st.download_button(
            t("lists.export"), "\n".join(words).encode("utf-8-sig"), file_name=t("lists.file"),
            mime="text/plain", on_click="ignore",
        )  # fmt: skip
    file = st.file_uploader(t("lists.import"), type=["txt", "tsv", "csv"], key="lexicon_file")
    if file and st.session_state.get("lexicon_read") != file.file_id:
        st.session_state.lexicon_read = file.file_id
        lines = file.getvalue().decode("utf-8-sig", errors="replace").splitlines()
        found = (re.split(r"[\t,，]", line)[0].strip() for line in lines)
        for word in found:
            if 1 < len(word) <= LONGEST and not word.startswith("#") and "\ufffd" not in word:
                add_word(word)
        st.rerun()


def _reason(view: View, word: str) -> str:
    t, name = view.t, f"<b>{escape(word)}</b>"
    reason = own_stop_words().reason(word)
    if reason:
        return t("lists.because", word=name, reason=t(f"stop.{reason}"))
    if word in st.session_state.get("shown", ()):
        usual = stop_words().reason(word)
        return t("lists.kept", word=name, reason=t(f"stop.{usual}") if usual else "—")
    found = (view.study.keywords["word"] == word).any()
    return t("lists.not_hidden" if found else "lists.not_a_word", word=name)
