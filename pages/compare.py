"""对比 Compare: what this speech, or a part of it, says more and less than another text."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.errors import BadReference
from analysis.export import csv_bytes
from analysis.figures.bars import theme_bars
from analysis.figures.keyness import keyness_scatter
from analysis.findings import theme_balance
from analysis.measures.keyness import keyness, word_counts
from analysis.measures.reference import Reference, built_in_reference, read_reference
from analysis.phrases.alignment import aligned_phrases
from analysis.study import Study
from pages.parts.charts import chart
from pages.parts.clickable import clickable, escape
from pages.parts.drill import word_dialog
from pages.parts.frame import View, heading, lead, open_page
from pages.parts.labels import section_names, theme_colour, theme_name
from pages.parts.measures import keyness_against_reference, set_phrases
from pages.parts.session import own_stop_words, speech_name, study_under
from pages.parts.shelf import open_key, shelf

SHOWN = 12  # words on each side of the table
POINTS = 150  # words of this speech in the scatter


@dataclass(frozen=True, slots=True)
class Against:
    """What the speech is compared with.

    Attributes:
        name: what it is called.
        table: the words of both, see ``keyness``.
        study: the other speech, if it is one.
    """

    name: str
    table: pd.DataFrame
    study: Study | None = None


def choice(view: View) -> Against | None:
    """What the controls ask for."""
    t = view.t
    left, right = st.container(key="controls").columns([3, 4])
    with left:
        kind = st.selectbox(
            t("compare.against"), ["reference", "speech", "part", "own"],
            format_func=lambda name: t(f"compare.{name}"), key="against", persist_state="session",
        )  # fmt: skip
    with right:
        if kind == "part":
            return a_part(view)
        if kind == "speech":
            return another(view)
        if kind == "own":
            return own_table(view)
        return the_reference(view)


def a_part(view: View) -> Against:
    """One section against the rest."""
    names = section_names(view)
    section = st.selectbox(
        view.t("compare.which_part"), [row for row in names if row >= 0],
        format_func=lambda row: names.get(row, ""),
    )  # fmt: skip
    row = view.study.sections.iloc[section]
    span = {"start": int(row["start"]), "end": int(row["end"])}
    inside = word_counts(view.study.tokens, **span)
    rest = word_counts(view.study.tokens, **span, inside=False)
    return Against(view.t("compare.rest"), keyness(inside, rest, stop=own_stop_words()))


def another(view: View) -> Against | None:
    """Another speech of the shelf, or the built-in one."""
    keys = [key for key in ("", *shelf()) if key != open_key()]
    if not keys:
        st.info(view.t("compare.open_another"))
        return None
    key = st.selectbox(
        view.t("compare.which_speech"), keys, format_func=lambda key: speech_name(view.t, key)
    )
    other = study_under(key, view.t)
    here, there = word_counts(view.study.tokens), word_counts(other.tokens)
    table = keyness(here, there, stop=own_stop_words())
    return Against(speech_name(view.t, key), table, other)


def the_reference(view: View) -> Against:
    """The project's reference, or one group of it."""
    documents = built_in_reference().documents
    group = st.selectbox(
        view.t("compare.group"), ["", *documents["group"].unique().tolist()],
        format_func=lambda name: group_name(view, name),
    )  # fmt: skip
    n = len(documents) if not group else int((documents["group"] == group).sum())
    name = view.t("compare.reference_name", group=group_name(view, group), n=n)
    return Against(name, keyness_against_reference(view.study, group, own_stop_words()))


def own_table(view: View) -> Against | None:
    """A table of the person's own."""
    reference = own_reference(view)
    if reference is None:
        return None
    counts = reference.words.groupby("word", as_index=False, sort=False)["tokens"].sum()
    table = keyness(
        word_counts(view.study.tokens), counts.rename(columns={"tokens": "count"}),
        reference_size=int(reference.documents["tokens"].sum()) or None, stop=own_stop_words(),
    )  # fmt: skip
    return Against(view.t("compare.own"), table)


def own_reference(view: View) -> Reference | None:
    """A table of the person's own."""
    file = st.file_uploader(
        view.t("compare.own_file"), type=["csv", "gz"], help=view.t("compare.own_help")
    )
    if file is None:
        return None
    try:
        return read_reference(file.getvalue(), name=file.name)
    except BadReference as error:
        st.html(f'<p class="failure" role="alert">{escape(view.t(error.code))}</p>')
        return None


def group_name(view: View, group: str) -> str:
    """What a group of the reference is called."""
    known = {"national", "provincial", "speeches"}
    if not group:
        return view.t("compare.all_groups")
    return view.t(f"compare.{group}") if group in known else group


def headline(view: View, table: pd.DataFrame, against: Against) -> str:
    """The finding: the words most over-used, and the first one that is under-used."""
    t = view.t
    sure = table[table["significant"]]
    over = sure[sure["use"] == "over"]["word"].head(3).tolist()
    under = sure[sure["use"] == "under"]["word"].head(2).tolist()
    if not over and not under:
        return t("compare.finding_none", name=escape(against.name))
    told = ""
    if over:
        words = "、".join(f"<em>{escape(word)}</em>" for word in over)
        told = t("compare.finding_over", name=escape(against.name), words=words)
    if under:
        words = "、".join(f"<em>{escape(word)}</em>" for word in under)
        told += t("compare.finding_under", words=words)
    return told + t("compare.stop")


def words_apart(view: View, table: pd.DataFrame, against: Against) -> None:
    """The scatter, and the surest words on either side."""
    t = view.t
    heading(t("compare.words"), t("compare.words_note"))
    left, right = st.columns([58, 42], gap="large")
    with left:
        figure = keyness_scatter(
            table[table["count"] > 1].head(POINTS), scale=view.scale, hover=t("compare.point"),
            here=t("compare.here"), there=t("compare.there"),
        )  # fmt: skip
        words = "、".join(table["word"].head(12))
        chart(figure, key="scatter", alt=t("compare.alt", words=words), on_pick=ask)
    with right:
        for use in ("over", "under"):
            rows = table[(table["use"] == use) & table["significant"]].head(SHOWN)
            st.html(f'<h3 class="use">{escape(t(f"compare.{use}"))}</h3>')
            if rows.empty:
                st.html(f'<p class="count">{escape(t("compare.none_sure"))}</p>')
            items = "".join(key_row(view, row) for _, row in rows.iterrows())
            clickable(f'<div class="keys">{items}</div>', key=f"keys_{use}", on_pick=ask)
    names = {name: t(f"column.{name}") for name in table.columns}
    st.html(f'<p class="count">{escape(t("compare.how"))}</p>')
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(table.rename(columns=names)),
        file_name=t("compare.file"), mime="text/csv", on_click="ignore",
    )  # fmt: skip


def key_row(view: View, row: pd.Series) -> str:
    """A word with how many times more or less, in words, and its figures."""
    t = view.t
    times = 2 ** abs(row["log_ratio"])
    if row["reference"] == 0:
        told = t("compare.only_here", n=int(row["count"]))
    elif row["count"] == 0:
        told = t("compare.only_there")
    else:
        told = t(
            f"compare.times_{row['use']}", times=f"{times:.1f}" if times < 10 else f"{times:.0f}"
        )
    figures = f"G² {row['log_likelihood']:.1f} · {row['log_ratio']:+.1f} [{row['low']:+.1f}, {row['high']:+.1f}]"
    return (
        f'<button class="key-row" data-pick="{escape(row["word"])}"><b>{escape(row["word"])}</b>'
        f"<span>{escape(told)}</span><small>{escape(figures)}</small></button>"
    )


def phrases_apart(view: View, other: Study) -> None:
    """Set phrases added, dropped and reworded between the two speeches."""
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
    tabs = st.tabs([f"{t(f'compare.{status}')} {counts[status]}" for status in statuses])
    for status, tab in zip(statuses, tabs, strict=True):
        rows = table[table["status"] == status]
        chips = "".join(phrase_chip(row) for _, row in rows.head(200).iterrows())
        with tab:
            clickable(f'<div class="chips">{chips}</div>', key=f"phrases_{status}", on_pick=ask)


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
                theme_bars(table, scale=view.scale, hover=view.t("theme.hover")),
                key=f"themes_{id(study) == id(other)}", on_pick=lambda _: None,
                alt=view.t("overview.balance_alt", shares=shares),
            )  # fmt: skip


def order_of(study: Study) -> dict[str, int]:
    """Theme → its place in the file."""
    return {theme: place for place, theme in enumerate(study.themes.ids)}


def ask(word: str) -> None:
    """Remember the word whose sentences are wanted."""
    st.session_state.asked = word


view = open_page("compare")
top = st.container()
against = choice(view)
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
if word := st.session_state.pop("asked", None):
    word_dialog(view, word)
