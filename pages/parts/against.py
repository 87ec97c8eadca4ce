"""What the compare page sets the speech against, as its controls ask."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from analysis.errors import BadReference
from analysis.measures.keyness import keyness, word_counts
from analysis.measures.reference import Reference, built_in_reference, read_reference
from analysis.study import Study
from pages.parts.clickable import escape
from pages.parts.frame import View, notice
from pages.parts.labels import section_names
from pages.parts.measures import keyness_against_reference
from pages.parts.open_speech import open_dialog
from pages.parts.session import own_stop_words, speech_name, study_under
from pages.parts.shelf import open_key, shelf


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


def chosen(view: View) -> Against | None:
    """What the controls ask for, the words as the speech writes them."""
    against = _chosen(view)
    if against is None:
        return None
    return replace(against, table=view.study.as_written(against.table, "word"))


def _chosen(view: View) -> Against | None:
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
    rows = [row for row in names if row >= 0]
    part = next((row for row in rows if view.study.sections["level"].iloc[row] == 1), rows[0])
    section = st.selectbox(
        view.t("compare.which_part"), rows, index=rows.index(part),
        format_func=lambda row: names.get(row, ""),
    )  # fmt: skip
    row = view.study.sections.iloc[section]
    span = {"start": int(row["start"]), "end": int(row["end"])}
    inside = word_counts(view.study.listed_tokens, **span)
    rest = word_counts(view.study.listed_tokens, **span, inside=False)
    return Against(view.t("compare.rest"), keyness(inside, rest, stop=own_stop_words()))


def another(view: View) -> Against | None:
    """Another speech of the shelf, or the built-in one."""
    keys = [key for key in (*shelf(), "") if key != open_key()]
    if not keys:
        notice(view.t("compare.open_another"))
        if st.button(view.t("frame.open"), key="open_other"):
            open_dialog(view.t)
        return None
    key = st.selectbox(
        view.t("compare.which_speech"), keys, format_func=lambda key: speech_name(view.t, key)
    )
    other = study_under(key, view.t)
    here, there = word_counts(view.study.listed_tokens), word_counts(other.listed_tokens)
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
        word_counts(view.study.listed_tokens), counts.rename(columns={"tokens": "count"}),
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
