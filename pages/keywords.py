"""词频 Keywords: which words the speech uses, how often, where; each leads to its sentences."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.export import csv_bytes
from analysis.findings import spread
from analysis.segmentation.parts_of_speech import POS_GROUPS, pos_group
from pages.parts.charts import chart
from pages.parts.clickable import escape
from pages.parts.drill import word_dialog, word_sentences
from pages.parts.frame import View, heading, lead, legend, notice, open_page
from pages.parts.keyword_ranking import MEASURES, Ranking, ranked_bars, ranked_rows
from pages.parts.labels import section_label, section_names
from pages.parts.session import asked, own_stop_words, show_in_link
from pages.parts.table import Column, sorted_table
from pages.parts.whole_page import ask_for_page, draw_page_if_asked
from pages.parts.word_lists import word_lists

COLUMNS = (
    Column("word"),
    Column("pos"),
    Column("own", "d", "column.own_help"),
    Column("total", "d", "column.total_help"),
    Column("per_thousand", ".1f", "column.per_thousand_help"),
    Column("sections", "d"),
    Column("tfidf", ".1f", "column.tfidf_help"),
    Column("textrank", ".2f", "column.textrank_help"),
)


def headline(view: View) -> str:
    """The finding: which word runs through the speech, and which belongs to one part."""
    found = spread(view.study, own_stop_words())
    if found is None:
        return escape(view.t("overview.finding_none"))
    kinds = view.study.sections.loc[view.study.sections["parent"] < 0, "kind"]
    key = "framed" if {"opening", "closing"} <= set(kinds) else "wide"
    wide = f"<em>{escape(found.wide)}</em>"
    first = view.t(f"keywords.finding_{key}", word=wide, n=found.sections, of=len(kinds))
    if not found.narrow:
        return first
    return first + view.t(
        "keywords.finding_narrow",
        word=f"<em>{escape(found.narrow)}</em>",
        n=found.count,
        section=escape(section_label(view, found.section)),
    )


def controls(view: View) -> tuple[Ranking, DeltaGenerator]:
    """Measure, section (-1 for the whole), part of speech, minimum length; room for how many."""
    t, names = view.t, section_names(view)
    columns = st.container(key="controls").columns([4, 4, 3, 3, 3])
    with columns[0]:
        measure = st.selectbox(
            t("keywords.measure"), list(MEASURES), format_func=lambda name: t(f"measure.{name}"),
            key="measure", persist_state="session", help=t("keywords.measure_help"),
        )  # fmt: skip
    with columns[1]:
        section = st.selectbox(
            t("keywords.section"), list(names), format_func=lambda row: names.get(row, ""),
            key="keywords_section", persist_state="session",
        )  # fmt: skip
    with columns[2]:
        group = st.selectbox(
            t("keywords.pos"), ["all", *POS_GROUPS], format_func=lambda name: t(f"pos.{name}"),
            key="pos", persist_state="session",
        )  # fmt: skip
    with columns[3]:
        shortest = st.selectbox(
            t("keywords.shortest"), [1, 2, 3, 4], index=1, key="shortest", persist_state="session"
        )
    return Ranking(measure, section, group, shortest), columns[4]


@st.fragment
def ranked(view: View) -> None:
    """The controls; bars at the left, the table at the right; a click on either opens the word.

    A control draws these alone anew, the number of bars the bars alone, a word that is opened the
    page.
    """
    draw_page_if_asked()
    ranking, room = controls(view)
    table = ranked_rows(view, ranking)
    if table.empty:
        notice(view.t("keywords.none"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        bars(view, ranking, room)
    with right:
        word_table(view, table)


@st.fragment
def bars(view: View, ranking: Ranking, room: DeltaGenerator) -> None:
    """The best words as bars, and in ``room`` how many of them."""
    draw_page_if_asked()
    t = view.t
    most = room.slider(t("keywords.most"), 5, 50, 15, key="most", persist_state="session")
    words = "、".join(ranked_rows(view, ranking)["word"].head(most))
    if ranking.counts:
        st.html(legend(view))
    figure = ranked_bars(view, replace(ranking, most=most))
    chart(figure, key="bars", alt=t("keywords.alt", words=words), on_pick=pick)


def pick(word: str) -> None:
    """Remember a word; its dialog is opened once the page is drawn."""
    st.session_state.asked = word
    ask_for_page()


def word_table(view: View, table: pd.DataFrame) -> None:
    """All words as a table with units, and as a file for a spreadsheet."""
    t = view.t
    shown = table.assign(pos=[t(f"pos.{pos_group(tag)}") for tag in table["pos"]])
    sorted_table(t, shown, COLUMNS, key="table", alt=t("keywords.table_alt"), on_pick=pick)
    names = {column.name: t(f"column.{column.name}") for column in COLUMNS}
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(shown[list(names)].rename(columns=names)),
        file_name=t("keywords.file"), mime="text/csv", on_click="ignore",
    )  # fmt: skip


view = open_page("keywords")
lead(view, headline(view))
ranked(view)

word = asked("word")
heading(view.t("keywords.sentences"), view.t("keywords.sentences_note"))
typed = st.text_input(
    view.t("keywords.find"), value=word, placeholder=view.t("keywords.find_hint"), max_chars=40
).strip()
show_in_link(word=typed)
if typed:
    word_sentences(view, typed)
word_lists(view)
if picked := st.session_state.pop("asked", None):
    word_dialog(view, picked)
