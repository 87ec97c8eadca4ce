"""Language figures: how the speech is worded, each figure beside the range of known texts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.figures.sentences import sentence_strip
from analysis.measures.lexical import against_reference, lexical_figures, sentence_lengths
from analysis.measures.reference import built_in_reference
from pages.parts.charts import chart
from pages.parts.clickable import escape
from pages.parts.frame import View, heading
from pages.parts.labels import axis_labels
from pages.parts.measures import phrase_places

LONG = 60  # characters from which a sentence is hard to follow by ear
FORMS = {
    "sentence_characters": ".0f",
    "sentence_words": ".0f",
    "mattr": ".2f",
    "phrase_share": ".0%",
}


def language_figures(view: View) -> None:
    """The strip of sentence lengths, and each figure with its ranges in words."""
    t, study = view.t, view.study
    heading(t("wording.title"), t("wording.note"))
    lengths = sentence_lengths(study.tokens, study.sentences, study.sections)
    if lengths.empty:
        st.html(f'<p class="count">{escape(t("overview.finding_none"))}</p>')
        return
    top = study.sections[study.sections["parent"] < 0]
    parts = pd.DataFrame({"label": axis_labels(view), "start": top["start"].to_numpy()})
    longest = int(lengths["characters"].max())
    figure = sentence_strip(
        lengths, parts, scale=view.scale, hover=t("wording.sentence"), long=LONG
    )
    chart(
        figure, key="sentence_strip", alt=t("wording.alt", n=len(lengths), longest=longest),
        on_pick=ask_sentence,
    )  # fmt: skip
    over = int((lengths["characters"] >= LONG).sum())
    st.html(f'<p class="finding">{escape(t("wording.long", n=over, long=LONG))}</p>')
    figures = lexical_figures(study.tokens, study.sentences, study.sections, phrase_places(study))
    table = against_reference(figures, built_in_reference().documents)
    st.html(_ranges(view, table))


def ask_sentence(sentence: int) -> None:
    """Remember the sentence that was clicked."""
    st.session_state.asked = ("sentence", sentence)


def _ranges(view: View, table: pd.DataFrame) -> str:
    """A row a figure: the speech, and the range of each group, as an HTML table."""
    t = view.t
    groups = [t(f"compare.{group}") for group in table["group"].unique()]
    heads = "".join(
        f'<th scope="col">{escape(name)}</th>' for name in ["", t("wording.this"), *groups]
    )
    rows = "".join(_figure(view, name, table[table["figure"] == name]) for name in FORMS)
    return (
        f'<div class="table ranges"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
        f'<p class="count">{escape(t("wording.range"))}</p>'
    )


def _figure(view: View, name: str, rows: pd.DataFrame) -> str:
    """A figure, and where it stands in each group: below, within or above its range."""
    t, form = view.t, FORMS[name]
    value = rows["value"].iloc[0]
    number = "–" if pd.isna(value) else format(value, form)
    cells = "".join(
        f'<td class="{row.stands}">{escape(_stands(view, row, form))}</td>'
        for row in rows.itertuples(index=False)
    )
    small = f"<small>{escape(t('wording.mattr_note'))}</small>" if name == "mattr" else ""
    head = f'<th scope="row">{escape(t(f"wording.{name}"))}{small}</th>'
    return f"<tr>{head}<td><b>{escape(number)}</b></td>{cells}</tr>"


def _stands(view: View, row: tuple, form: str) -> str:  # type: ignore[type-arg]
    low, high = format(row.low, form), format(row.high, form)
    return view.t(f"wording.{row.stands}", low=low, high=high)
