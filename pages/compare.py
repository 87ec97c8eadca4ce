"""对比 Compare: what this speech, or a part of it, says more and less than another text."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.export import csv_bytes
from analysis.figures.bars import theme_bars
from analysis.figures.keyness import keyness_scatter
from analysis.findings import theme_balance
from analysis.phrases.alignment import aligned_phrases
from analysis.study import Study
from pages.parts.against import Against, chosen
from pages.parts.charts import chart
from pages.parts.clickable import clickable, escape
from pages.parts.drill import spans_dialog, theme_dialog, word_dialog
from pages.parts.frame import View, heading, lead, open_page
from pages.parts.labels import theme_colour, theme_name
from pages.parts.measures import set_phrases
from pages.parts.tabs import tabs
from pages.parts.whole_page import ask_for_page, draw_page_if_asked

SHOWN = 12  # words on each side of the table
UNSURE = 5  # words of a side where none is sure,
SEVERAL = 3  # that stand so often
LIKELY = 0.05  # and whose p is lower
FEW = 5  # so seldom elsewhere that a multiple says nothing
POINTS = 150  # words of this speech in the scatter


def headline(view: View, table: pd.DataFrame, against: Against) -> str:
    """The finding: the words most over-used, and the first one that is under-used."""
    t = view.t
    sure = table[table["significant"]]
    over = sure[sure["use"] == "over"]["word"].head(3).tolist()
    under = sure[sure["use"] == "under"]["word"].head(2).tolist()
    if not over and not under:
        likely = unsure(table, "over")["word"].head(3)
        key = "compare.finding_none" if likely.empty else "compare.finding_unsure"
        words = "、".join(f"<em>{escape(word)}</em>" for word in likely)
        return t(key, name=escape(against.name), words=words)
    told = ""
    if over:
        words = "、".join(f"<em>{escape(word)}</em>" for word in over)
        told = t("compare.finding_over", name=escape(against.name), words=words)
    if under:
        words = "、".join(f"<em>{escape(word)}</em>" for word in under)
        told += t("compare.finding_under", words=words)
    return told + t("compare.stop")


def unsure(table: pd.DataFrame, use: str) -> pd.DataFrame:
    """The best words of one side that are none sure: several counts, and a single test would do."""
    counts = table["count"] if use == "over" else table["reference"]
    likely = (table["use"] == use) & (counts >= SEVERAL) & (table["p"] < LIKELY)
    return table[likely & ~table["significant"]].head(UNSURE)


def words_apart(view: View, table: pd.DataFrame, against: Against) -> None:
    """The scatter, and the surest words on either side."""
    t = view.t
    heading(t("compare.words"), t("compare.words_note"))
    left, right = st.columns([58, 42], gap="large")
    points = table[table["count"] > 1].head(POINTS)
    with left:
        figure = keyness_scatter(
            points, scale=view.scale, hover=t("compare.point"),
            here=t("compare.here"), there=t("compare.there"), equal=t("compare.equal"),
        )  # fmt: skip
        words = "、".join(table["word"].head(12))
        if points.empty:
            st.html(f'<p class="count">{escape(t("compare.no_points"))}</p>')
        else:
            chart(figure, key="scatter", alt=t("compare.alt", words=words), on_pick=ask)
    with right:
        figures = st.toggle(t("compare.figures"), key="compare_figures", persist_state="session")
        for use in ("over", "under"):
            rows = table[(table["use"] == use) & table["significant"]].head(SHOWN)
            st.html(f'<h3 class="use">{escape(t(f"compare.{use}"))}</h3>')
            if rows.empty:
                rows = unsure(table, use)
                note = "compare.none_sure" if rows.empty else "compare.unsure"
                st.html(f'<p class="count">{escape(t(note))}</p>')
            items = "".join(key_row(view, row, figures=figures) for _, row in rows.iterrows())
            clickable(f'<div class="keys">{items}</div>', key=f"keys_{use}", on_pick=ask)
    names = {name: t(f"column.{name}") for name in table.columns}
    if figures:
        st.html(f'<p class="count">{escape(t("compare.how"))}</p>')
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(table.rename(columns=names)),
        file_name=t("compare.file"), mime="text/csv", on_click="ignore",
    )  # fmt: skip


def key_row(view: View, row: pd.Series, *, figures: bool) -> str:
    """A word with how many times more or less, in words, its counts and, if asked, its figures."""
    t = view.t
    times = 2 ** abs(row["log_ratio"])
    if row["reference"] == 0:
        told = t("compare.only_here")
    elif row["count"] == 0:
        told = t("compare.only_there")
    elif row["use"] == "over" and row["reference"] < FEW:
        told = t("compare.rare")
    else:
        told = t(
            f"compare.times_{row['use']}", times=f"{times:.1f}" if times < 10 else f"{times:.0f}"
        )
    small = t("compare.counts", n=int(row["count"]), m=int(row["reference"]))
    if figures:
        small += f" · G² {row['log_likelihood']:.1f} · {row['log_ratio']:+.1f} [{row['low']:+.1f}, {row['high']:+.1f}]"
    return (
        f'<button class="key-row" data-pick="{escape(row["word"])}"><b>{escape(row["word"])}</b>'
        f"<span>{escape(told)}</span><small>{escape(small)}</small></button>"
    )


@st.fragment
def phrases_apart(view: View, other: Study) -> None:
    """Set phrases added, dropped and reworded between the two speeches."""
    draw_page_if_asked()
    t = view.t
    table = aligned_phrases(set_phrases(view.study), set_phrases(other))
    heading(t("compare.phrases"), t("compare.phrases_note"))
    statuses = [
        status
        for status in ("reworded", "added", "dropped", "kept")
        if (table["status"] == status).any()
    ]
    if not statuses:
        return
    counts = table["status"].value_counts()
    labels = {status: f"{t(f'compare.{status}')} {counts[status]}" for status in statuses}
    status = tabs(labels, key="statuses", name=t("compare.phrases"))
    rows = table[table["status"] == status]
    chips = "".join(phrase_chip(row) for _, row in rows.head(200).iterrows())
    clickable(f'<div class="chips">{chips}</div>', key="phrases", on_pick=ask_phrase)


def phrase_chip(row: pd.Series) -> str:
    """A phrase, or both wordings of it."""
    both = f"{escape(row['other'])} → <b>{escape(row['phrase'])}</b>"
    alone = escape(row["phrase"] or row["other"])
    shown = both if row["status"] == "reworded" else alone
    return (
        f'<button class="chip" data-pick="{escape(row["phrase"] or row["other"])}">{shown}</button>'
    )


def themes_apart(view: View, against: Against, other: Study) -> None:
    """Theme shares of the two speeches side by side."""
    heading(view.t("compare.themes"), view.t("overview.balance_note"))
    columns = st.columns(2, gap="large")
    longest = max(theme_balance(one)["share"].max() for one in (view.study, other))
    for column, name, study in zip(
        columns, (view.name, against.name), (view.study, other), strict=True
    ):
        table = theme_balance(study).sort_values("theme", key=lambda ids: ids.map(order_of(study)))
        table["name"] = [theme_name(view, theme) for theme in table["theme"]]
        table["colour"] = [theme_colour(view, theme) for theme in table["theme"]]
        shares = "、".join(f"{row.name} {row.share:.0%}" for row in table.itertuples())
        with column:
            st.html(f'<h3 class="use">{escape(name)}</h3>')
            chart(
                theme_bars(
                    table, scale=view.scale, hover=view.t("theme.hover"), longest=longest
                ),
                key="themes" if study is view.study else "themes_other",
                on_pick=ask_theme if study is view.study else lambda _: None,
                alt=view.t("overview.balance_alt", shares=shares),
            )  # fmt: skip


def order_of(study: Study) -> dict[str, int]:
    """Theme → its place in the file."""
    return {theme: place for place, theme in enumerate(study.themes.ids)}


def ask(word: str) -> None:
    """Remember the word whose sentences are wanted."""
    st.session_state.asked = (counted_dialog, word)


def counted_dialog(view: View, word: str) -> None:
    """The sentences in which a word was counted; all that hold it if it never stands by itself."""
    tokens = view.study.listed_tokens
    found = tokens[tokens["word"] == view.study.listed(word)]
    if found.empty:
        word_dialog(view, word)
    else:
        spans_dialog(view, word, list(zip(found["start"], found["end"], strict=True)))


def ask_phrase(phrase: str) -> None:
    """The same, asked inside a fragment."""
    ask(phrase)
    ask_for_page()


def ask_theme(theme: str) -> None:
    """Remember the theme whose cues are wanted."""
    st.session_state.asked = (theme_dialog, theme)


view = open_page("compare")
top = st.container()
against = chosen(view)
if against is None:
    with top:
        lead(view, escape(view.t("compare.choose")))
else:
    table = against.table[against.table["word"].str.len() > 1]
    with top:
        lead(view, headline(view, table, against))
    words_apart(view, table, against)
    if against.study:
        phrases_apart(view, against.study)
        themes_apart(view, against, against.study)
if asked := st.session_state.pop("asked", None):
    dialog, wanted = asked
    dialog(view, wanted)
