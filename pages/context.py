"""语境 Context: a word in every place it stands, what stands with it, and where it falls."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.export import csv_bytes
from analysis.figures.barcode import barcode
from analysis.findings import thesis
from analysis.measures.collocation import collocates
from analysis.measures.concordance import arranged, concordance
from analysis.measures.dispersion import dispersion, parts_of, positions
from pages.parts.charts import chart
from pages.parts.clickable import clickable, escape
from pages.parts.drill import MOST, passage_dialog
from pages.parts.frame import View, heading, lead, notice, open_page
from pages.parts.labels import axis_labels, section_label, short_label
from pages.parts.measures import network_figure, word_network
from pages.parts.session import asked, choose, own_stop_words, show_in_link
from pages.parts.table import Column, sorted_table
from pages.parts.tabs import tabs
from pages.parts.whole_page import ask_for_page, draw_page_if_asked

FIGURES = ("log_dice", "mi", "t", "log_likelihood")
COUNTS = 3  # columns before the figures
COLLOCATES = (
    Column("word"),
    Column("together", "d"),
    Column("count", "d"),
    *(Column(name, ".2f") for name in FIGURES),
)
ORDERS = ("place", "left", "right")
FEWEST_NODES = 4  # a network of fewer words shows less than the table beside it


def headline(view: View, query: str, spread: pd.DataFrame) -> str:
    """The finding: how often each word stands, and how it falls over the speech."""
    t = view.t
    if spread.empty:
        return (
            t("context.finding_none", word=f"<em>{escape(query)}</em>")
            if query
            else t("context.ask")
        )
    row = spread.iloc[0]
    word = f"<em>{escape(row['query'])}</em>"
    place = section_label(view, int(row["section"])) if row["section"] >= 0 else ""
    told = t(
        spread_key(row), section=escape(place), share=f"{row['share']:.0%}",
        parts=int(row["parts"]), of=int(row["of"]),
    )  # fmt: skip
    return t("context.finding", word=word, n=int(row["count"])) + told


@st.fragment
def lines(view: View, hits: pd.DataFrame) -> None:
    """The concordance: hits under one another, sorted, each opening its whole sentence."""
    draw_page_if_asked()
    t = view.t
    order = st.segmented_control(
        t("context.order"), ORDERS, default="place", required=True, key="context_order",
        format_func=lambda name: t(f"context.by_{name}"), label_visibility="collapsed",
    )  # fmt: skip
    table = arranged(hits, order or "place")
    rows = "".join(
        f'<button class="kwic" data-pick="{row.start}-{row.end}">'
        f'<span class="where">{escape(section_label(view, row.section))}</span>'
        f'<span class="left"><span>{escape(row.left)}</span></span><mark>{escape(row.word)}</mark>'
        f'<span class="right">{escape(row.right)}</span></button>'
        for row in table.head(MOST).itertuples(index=False)
    )
    clickable(f'<div class="concordance">{rows}</div>', key="lines", on_pick=ask_passage)
    if len(table) > MOST:
        st.html(f'<p class="count">{escape(t("context.more", most=MOST, n=len(table)))}</p>')
    named = table[["section", "left", "word", "right", "start"]].assign(
        section=[section_label(view, section) for section in table["section"]]
    )
    names = {name: t(f"column.{name}") for name in named.columns}
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(named.rename(columns=names)),
        file_name=t("context.file"), mime="text/csv", on_click="ignore",
    )  # fmt: skip


def fall(view: View, hits: pd.DataFrame, spread: pd.DataFrame) -> None:
    """Where the words fall along the speech, and how evenly, in words and in figures."""
    t, study = view.t, view.study
    heading(t("context.fall"), t("context.fall_note"))
    top = study.sections[study.sections["parent"] < 0]
    length = max(len(study.text), 1)
    parts = pd.DataFrame(
        {
            "label": axis_labels(view),
            "name": [short_label(view, row) for _, row in top.iterrows()],
            "from": top["start"] / length,
            "to": top["end"] / length,
        }
    )
    strokes = positions(hits, study.sections, length=len(study.text))
    told = "".join(f"<li>{spread_sentence(view, row)}</li>" for _, row in spread.iterrows())
    alt = "；".join(f"{row['query']} {row['count']}" for _, row in spread.iterrows())
    figure = barcode(strokes, parts, scale=view.scale, hover=t("context.stroke"))
    chart(figure, key="barcode", alt=t("context.fall_alt", words=alt), on_pick=ask_stroke)
    st.html(f'<ul class="told">{told}</ul>')


def spread_key(row: pd.Series) -> str:
    """Which sentence tells how a word falls."""
    return "spread.one_block" if row["of"] < 2 else f"spread.{row['spread']}"


def spread_sentence(view: View, row: pd.Series) -> str:
    """How a word falls, in a sentence with its figures."""
    t = view.t
    place = section_label(view, int(row["section"])) if row["section"] >= 0 else ""
    said = t(
        spread_key(row), section=escape(place), share=f"{row['share']:.0%}",
        parts=int(row["parts"]), of=int(row["of"]),
    )  # fmt: skip
    word = f"<b>{escape(row['query'])}</b>"
    if row["spread"] == "too_few":
        return word + t("context.colon") + said
    figures = t(
        "context.figures", dp=row["dp"], dp_norm=row["dp_norm"], juilland_d=row["juilland_d"]
    )
    return f'{word}{t("context.colon")}{said}<span class="figures">{escape(figures)}</span>'


@st.fragment
def depth(view: View, query: str, hits: pd.DataFrame) -> None:
    """The places, the words beside them, and how these hang together: one at a time."""
    draw_page_if_asked()
    t = view.t
    labels = {name: t(f"context.{name}") for name in ("lines", "company", "network")}
    labels["lines"] += f" {len(hits)}"
    chosen = tabs(labels, key="depth", name=t("context.depth"))
    st.html(f'<p class="count">{escape(t(f"context.{chosen}_note"))}</p>')
    match chosen:
        case "lines":
            lines(view, hits)
        case "company":
            collocate_table(view, hits)
        case "network":
            network(view, query)


def network(view: View, query: str) -> None:
    """The words that stand with the query as a network; the strongest of all if it has none."""
    t, study, stop = view.t, view.study, own_stop_words()
    centre = study.written([study.listed(query)])[0]
    centre = centre if (study.tokens["word"] == centre).any() else ""
    found = word_network(study, centre, stop)
    if centre and len(found.nodes) < FEWEST_NODES:
        st.html(f'<p class="count">{escape(t("context.no_ties", word=query))}</p>')
        centre = ""
        found = word_network(study, centre, stop)
    if found.nodes.empty:
        st.html(f'<p class="count">{escape(t("context.no_network"))}</p>')
        return
    figure = network_figure(study, centre, stop, view.scale, t("context.node"))
    alt = t("context.network_alt", words="、".join(found.nodes["word"]))
    chart(figure, key="network", alt=alt, on_pick=recentre)


def recentre(word: str) -> None:
    """Make a word the one that the page is about."""
    choose("word", word)
    ask_for_page()


@st.fragment
def collocate_table(view: View, hits: pd.DataFrame) -> None:
    """The collocates; figures that mean nothing are said to be too few."""
    draw_page_if_asked()
    t, study = view.t, view.study
    within = st.segmented_control(
        t("context.within"), ("sentence", "window"), default="sentence", required=True,
        key="within", format_func=lambda name: t(f"context.{name}"), label_visibility="collapsed",
    )  # fmt: skip
    table = collocates(
        study.text, study.tokens, hits, within=within or "sentence", stop=own_stop_words()
    )
    table = table[table["word"].str.len() > 1]
    if table.empty:
        st.html(f'<p class="count">{escape(t("context.alone"))}</p>')
        return
    figures = list(FIGURES)
    shown = table.astype(dict.fromkeys(figures, float))
    shown.loc[~shown["enough"], figures] = float("nan")
    told = bool(table["enough"].any())
    sorted_table(
        t, shown, COLLOCATES if told else COLLOCATES[:COUNTS], key="collocates", alt=t("context.table_alt"), on_pick=recentre,
        missing=t("context.too_few"),
    )  # fmt: skip
    if not told:
        st.html(f'<p class="count">{escape(t("context.too_few_all"))}</p>')
    names = {name: t(f"column.{name}") for name in ("word", "together", "count", *figures)}
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(table.rename(columns=names)),
        file_name=t("context.company_file"), mime="text/csv", on_click="ignore",
        key="company_csv",
    )  # fmt: skip


def ask_passage(place: str) -> None:
    """Remember the hit whose sentence is wanted."""
    start, end = place.split("-")
    st.session_state.asked = (int(start), int(end))
    ask_for_page()


def ask_stroke(place: list[object]) -> None:
    """Remember the stroke whose sentence is wanted."""
    word, start = str(place[0]), int(str(place[1]))
    st.session_state.asked = (start, start + len(word))


view = open_page("context")
top = st.container()
found = thesis(view.study, own_stop_words())
query = st.text_input(
    view.t("context.search"), value=asked("word", found.word if found else ""), max_chars=80,
    help=view.t("context.help"), live=True,
).strip()  # fmt: skip
show_in_link(word=query)
hits = concordance(
    view.study.reading, view.study.listed_tokens, view.study.sentences, view.study.sections,
    view.study.listed(query), shown=view.study.text,
)  # fmt: skip
hits = view.study.as_written(hits, "query")
spread = dispersion(hits, parts_of(view.study.tokens, view.study.sections))
with top:
    lead(view, headline(view, query, spread))
if hits.empty:
    notice(view.t("context.nothing" if query else "context.ask"))
else:
    fall(view, hits, spread)
    depth(view, query, hits)
if place := st.session_state.pop("asked", None):
    passage_dialog(view, place)
