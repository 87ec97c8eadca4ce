"""提法 Set phrases: those of the speech by kind and with their meaning, new ones, and its rhetoric."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.export import csv_bytes
from analysis.phrases import KINDS
from analysis.speech import Span
from pages.parts.clickable import clickable, escape
from pages.parts.drill import MOST, spans_dialog
from pages.parts.frame import View, heading, lead, notice, open_page
from pages.parts.labels import section_label
from pages.parts.marked import Mark, marked
from pages.parts.measures import (
    candidates,
    named_figures,
    parallel_clauses,
    repeated_openings,
    set_phrases,
)
from pages.parts.session import own_stop_words
from pages.parts.tabs import tabs
from pages.parts.whole_page import ask_for_page, draw_page_if_asked
from pages.parts.word_lists import add_word, own_lexicon


def headline(view: View, table: pd.DataFrame) -> str:
    """The finding: how many there are, which stands most, how many are explained."""
    t = view.t
    if table.empty:
        return escape(t("phrases.finding_none"))
    most = table.sort_values("count", ascending=False, kind="stable").iloc[0]
    told = t(
        "phrases.finding" if most["count"] > 1 else "phrases.finding_even", n=len(table), places=int(table["count"].sum()),
        word=f"<em>{escape(most['phrase'])}</em>", k=int(most["count"]),
    )  # fmt: skip
    explained = int((table["expansion"] != "").sum())
    return told + (t("phrases.finding_explained", n=explained) if explained else "")


def by_kind(view: View, table: pd.DataFrame) -> None:
    """A tab a kind, and all kinds as a file."""
    t = view.t
    if table.empty:
        notice(t("phrases.none"))
        return
    one_kind(view, table)
    names = {
        name: t(f"column.{name}") for name in ("phrase", "kind", "count", "expansion", "source")
    }
    shown = table[list(names)].assign(kind=[t(f"kind.{kind}") for kind in table["kind"]])
    st.download_button(
        t("keywords.download"), lambda: csv_bytes(shown.rename(columns=names)),
        file_name=t("phrases.file"), mime="text/csv", on_click="ignore",
    )  # fmt: skip


@st.fragment
def one_kind(view: View, table: pd.DataFrame) -> None:
    """The phrases of a kind, their counts, and what they mean; a click opens their sentences."""
    draw_page_if_asked()
    counts = table["kind"].value_counts()
    labels = {kind: f"{view.t(f'kind.{kind}')} {counts[kind]}" for kind in KINDS if kind in counts}
    kind = tabs(labels, key="kinds", name=view.t("column.kind"))
    clickable(phrase_list(view, table[table["kind"] == kind]), key="phrases", on_pick=ask_word)


def phrase_list(view: View, rows: pd.DataFrame) -> str:
    """Phrases of one kind as HTML: those that are explained a row each, the others as chips."""
    known = rows["expansion"] != ""
    explained = "".join(phrase_row(row) for _, row in rows[known].iterrows())
    chips = "".join(
        f'<button class="chip" data-pick="{escape(phrase)}">{escape(phrase)} <b>{count}</b></button>'
        for phrase, count in zip(rows.loc[~known, "phrase"], rows.loc[~known, "count"], strict=True)
    )
    asks = chips and rows["kind"].iloc[0] in ("numeral", "local")
    note = f'<p class="count">{escape(view.t("phrases.unexplained"))}</p>' if asks else ""
    return f'<div class="phrases">{explained}{note}<div class="chips">{chips}</div></div>'


def phrase_row(row: pd.Series) -> str:
    """A phrase, its count, what it means and who said so, as HTML."""
    year = "" if row["year"] in row["source"] else row["year"]
    source = " · ".join(part for part in (row["source"], year) if part)
    return (
        f'<button class="phrase-row" data-pick="{escape(row["phrase"])}">'
        f"<b>{escape(row['phrase'])}</b><i>{row['count']}</i>"
        f"<span><span>{escape(row['expansion'])}</span><small>{escape(source)}</small></span></button>"
    )


@st.fragment
def rhetoric(view: View) -> None:
    """Parallel clauses under one another, repeated openings, numbers and dates."""
    draw_page_if_asked()
    t, study = view.t, view.study
    heading(t("phrases.rhetoric"), t("phrases.rhetoric_note"))
    rows = parallel_clauses(study)
    openings = repeated_openings(study)
    figures = named_figures(study)
    counts = {
        "parallels": rows["row"].nunique(), "openings": len(openings), "figures": len(figures)
    }  # fmt: skip
    labels = {name: f"{t(f'phrases.{name}')} {count}" for name, count in counts.items() if count}
    if not labels:
        st.html(f'<p class="count">{escape(t("phrases.no_rhetoric"))}</p>')
        return
    match tabs(labels, key="rhetoric", name=t("phrases.rhetoric")):
        case "parallels":
            clickable(parallel_blocks(view, rows), key="parallels", on_pick=ask_span)
        case "openings":
            repeated(view, openings)
        case "figures":
            numbers(figures)


def repeated(view: View, openings: pd.DataFrame) -> None:
    """What clauses of one passage begin with again and again; a click opens them."""
    chips = "".join(
        f'<button class="chip" data-pick="{place}">{escape(row.opening)} <b>{row.count_}</b>'
        f" · {escape(section_label(view, row.section))}</button>"
        for place, row in enumerate(openings.rename(columns={"count": "count_"}).itertuples())
    )
    clickable(
        f'<div class="chips">{chips}</div>', key="openings",
        on_pick=lambda row: ask_spans(openings["opening"].iloc[int(row)], openings["places"].iloc[int(row)]),
    )  # fmt: skip


def numbers(figures: pd.DataFrame) -> None:
    """Numbers and dates, each leading to its sentence."""
    chips = "".join(
        f'<button class="chip" data-pick="{row.start}-{row.end}">{escape(row.text)}</button>'
        for row in figures.head(MOST).itertuples()
    )
    clickable(f'<div class="chips">{chips}</div>', key="figures", on_pick=ask_span)


def parallel_blocks(view: View, rows: pd.DataFrame) -> str:
    """Each parallelism as a block of lines, what they share in bold."""
    text = view.study.text
    blocks: list[str] = []
    for number, items in list(rows.groupby("row"))[:MOST]:
        where = escape(section_label(view, int(items["section"].iloc[0])))
        lines = "".join(
            f"<p>{marked(text, item.start, item.end, [Mark(*span, 'shared') for span in item.shared])}</p>"
            for item in items.itertuples()
        )
        span = f"{items['start'].iloc[0]}-{items['end'].iloc[-1]}"
        blocks.append(
            f'<button class="parallel" data-pick="{span}" data-row="{number}">'
            f'<span class="where">{where}</span><div>{lines}</div></button>'
        )
    return f'<div class="parallels">{"".join(blocks)}</div>'


def new_phrases(view: View) -> None:
    """Candidates for set phrases that the lexicon lacks; one click adds one."""
    t = view.t
    heading(t("phrases.candidates"), t("phrases.candidates_note"))
    table = candidates(view.study, own_stop_words()).head(12)
    if table.empty:
        st.html(f'<p class="count">{escape(t("phrases.no_candidates"))}</p>')
    else:
        clickable(candidate_list(view, table), key="candidates", on_pick=see_or_add)
    own_lexicon(view)


def candidate_list(view: View, table: pd.DataFrame) -> str:
    """Candidates as HTML, a row each: why it is one, what shows its sentences, what adds it."""
    t, see, add = view.t, escape(view.t("phrases.see")), escape(view.t("phrases.add"))
    rows: list[str] = []
    for row in table.itertuples(index=False):
        why = t("phrases.score", n=row.count, pmi=row.pmi, left=row.left, right=row.right)
        name = escape(row.phrase)
        rows.append(
            f'<li><b>{name}</b><span class="count">{escape(why)}</span>'
            f'<button class="chip" data-pick="see {name}" aria-label="{see} {name}">{see}</button>'
            f'<button class="chip" data-pick="add {name}" aria-label="{add} {name}">{add}</button></li>'
        )
    return f'<ul class="candidates">{"".join(rows)}</ul>'


def see_or_add(choice: str) -> None:
    """Show the sentences of a candidate, or add it to the session's lexicon."""
    act, _, phrase = choice.partition(" ")
    if act == "add":
        add_word(phrase)
    else:
        st.session_state.asked = ("candidate", phrase)


def ask_word(word: str) -> None:
    """Remember the phrase whose sentences are wanted."""
    st.session_state.asked = ("word", word)
    ask_for_page()


def ask_span(place: str) -> None:
    """Remember the stretch whose sentences are wanted."""
    start, end = place.split("-")
    st.session_state.asked = ("span", (int(start), int(end)))
    ask_for_page()


def ask_spans(title: str, places: list[Span]) -> None:
    """Remember the places whose sentences are wanted."""
    st.session_state.asked = ("spans", (title, places))
    ask_for_page()


view = open_page("phrases")
table = set_phrases(view.study)
lead(view, headline(view, table))
by_kind(view, table)
rhetoric(view)
new_phrases(view)

match st.session_state.pop("asked", None):
    case ("word", word):
        row = table[table["phrase"] == word].iloc[0]
        spans_dialog(view, word, row["places"])
    case ("candidate", phrase):
        found = candidates(view.study, own_stop_words())
        spans_dialog(view, phrase, found[found["phrase"] == phrase]["places"].iloc[0])
    case ("span", span):
        spans_dialog(view, view.study.text[slice(*span)], [span])
    case ("spans", (title, places)):
        spans_dialog(view, title, places)
