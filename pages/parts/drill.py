"""Drill-down: from a number to the sentences it was counted from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.measures.passages import passages
from analysis.speech import Span
from pages.parts.clickable import escape
from pages.parts.frame import View
from pages.parts.labels import SEPARATOR, section_label, theme_name
from pages.parts.marked import Mark, marked

MOST = 200  # sentences shown at once


def word_sentences(view: View, word: str) -> None:
    """All sentences that hold a word, marked; as many marks as its total count."""
    found = view.study.find(word)
    table = passages(found, view.study.sentences, view.study.sections)
    key = "drill.word" if found else "drill.word_none"
    st.html(f'<p class="count">{view.t(key, word=escape(word), hits=len(found), n=len(table))}</p>')
    _sentences(view, table, "word")


def word_dialog(view: View, word: str) -> None:
    """The sentences of a word in a dialog."""

    @st.dialog(_title(word), width="large")
    def dialog() -> None:
        word_sentences(view, word)
        if st.button(view.t("drill.in_reader"), key="drill_reader"):
            st.switch_page("pages/reader.py", query_params={"word": word})

    dialog()


def passage_dialog(view: View, span: Span) -> None:
    """The sentence around a span, with the one before and the one after."""
    sentences = view.study.sentences
    row = int(sentences["start"].searchsorted(span[0], side="right")) - 1

    @st.dialog(_title(view.study.text[slice(*span)]), width="large")
    def dialog() -> None:
        near = sentences.iloc[max(row - 1, 0) : row + 2]
        spans = [span if place == row else (start, start) for place, start in near["start"].items()]
        table = passages(spans, sentences, view.study.sections)
        _sentences(view, table, "word")

    dialog()


def spans_dialog(view: View, title: str, spans: list[Span]) -> None:
    """The sentences that hold the given places, marked."""
    study = view.study

    @st.dialog(_title(title if len(title) <= 24 else title[:24] + "…"), width="large")
    def dialog() -> None:
        table = passages(sorted(spans), study.sentences, study.sections)
        note = view.t("drill.spans", hits=len(spans), n=len(table))
        st.html(f'<p class="count">{escape(note)}</p>')
        _sentences(view, table, "word")

    dialog()


def theme_dialog(view: View, theme: str, section: int | None = None) -> None:
    """The cues of a theme in the speech, or in one section, each in its sentence."""
    study = view.study
    name = theme_name(view, theme)

    @st.dialog(name, width="large")
    def dialog() -> None:
        cues = study.evidence[study.evidence["theme"] == theme]
        where = ""
        if section is not None:
            row = study.sections.iloc[section]
            cues = cues[cues["start"].between(row["start"], row["end"] - 1)]
            where = section_label(view, section)
        spans: list[Span] = list(zip(cues["start"].tolist(), cues["end"].tolist(), strict=True))
        table = passages(spans, study.sentences, study.sections)
        key = "drill.theme_section" if where else "drill.theme"
        note = view.t(key, section=escape(where), hits=len(spans), n=len(table))
        st.html(f'<p class="count">{note}</p>')
        _counts(cues)
        _sentences(view, table, f"theme-{theme}")

    dialog()


def _title(text: str) -> str:
    """A dialog's title is Markdown: every sign of it that a speech brings is taken literally."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~$:<>&" else sign for sign in text)


def _counts(cues: pd.DataFrame) -> None:
    counts = cues["word"].value_counts()
    chips = "".join(
        f'<span class="chip">{escape(word)} <b>{count}</b></span>'
        for word, count in counts.head(40).items()
    )
    st.html(f'<p class="chips">{chips}</p>')


def _sentences(view: View, table: pd.DataFrame, kind: str) -> None:
    text = view.study.text
    items = [
        f'<li><span class="where">{_where(view, row.section)}</span>'
        f"<span>{marked(text, row.start, row.end, _marks(row.marks, kind))}</span></li>"
        for row in table.head(MOST).itertuples(index=False)
    ]
    st.html(f'<ol class="sentences">{"".join(items)}</ol>')
    if len(table) > MOST:
        st.html(f'<p class="count">{view.t("drill.more", most=MOST, n=len(table))}</p>')


def _where(view: View, section: int) -> str:
    """The part on a line, and the point in it on the next."""
    names = section_label(view, section).split(SEPARATOR)
    return "".join(f"<span>{escape(name)}</span>" for name in names)


def _marks(spans: list[Span], kind: str) -> list[Mark]:
    return [Mark(start, end, kind) for start, end in spans]
