"""原文 Reader: the whole text, its outline beside it, and what a person wants marked."""

from __future__ import annotations

import streamlit as st

from analysis.findings import section_theme, thesis
from pages.parts.clickable import clickable, escape
from pages.parts.frame import View, lead, open_page
from pages.parts.labels import (
    heading_spans,
    section_label,
    short_label,
    theme_colour,
    theme_legend,
    theme_name,
)
from pages.parts.marked import Mark, paragraphs
from pages.parts.measures import set_phrases
from pages.parts.session import asked, choose, own_stop_words, show_in_link

MARKINGS = ("word", "themes", "phrases", "nothing")


def marks_for(view: View, marking: str, word: str) -> list[Mark]:
    """What is to be marked, in order."""
    study = view.study
    if marking == "word":
        return [Mark(start, end, "word") for start, end in study.find(word)]
    if marking == "themes":
        return [
            Mark(cue.start, cue.end, f"theme-{cue.theme}", theme_name(view, cue.theme))
            for cue in study.evidence.itertuples(index=False)
        ]
    if marking == "phrases":
        places = sorted({span for spans in set_phrases(study)["places"] for span in spans})
        return [Mark(start, end, "phrase") for start, end in places]
    return []


def controls(view: View) -> tuple[str, str]:
    """What to mark, and which word."""
    t = view.t
    left, right = st.columns([5, 4], vertical_alignment="bottom")
    with left:
        marking = st.segmented_control(
            t("reader.mark"), MARKINGS, default="word", required=True, key="marking",
            format_func=lambda name: t(f"reader.{name}"), persist_state="session",
        )  # fmt: skip
    found = thesis(view.study, own_stop_words())
    word = asked("word", found.word if found else "")
    with right:
        if marking == "word":
            word = st.text_input(t("reader.which"), value=word, max_chars=40).strip()
    return marking or "nothing", word


def headline(view: View, marking: str, word: str, n: int) -> str:
    """How much is marked, and where most of it stands."""
    t = view.t
    if marking == "nothing" or not (n or word):
        return escape(t("reader.finding_nothing", n=len(view.study.text)))
    key = {"word": "reader.finding_word", "themes": "reader.finding_themes"}
    return t(key.get(marking, "reader.finding_phrases"), word=f"<em>{escape(word)}</em>", n=n)


def outline(view: View, current: int) -> None:
    """All sections; a click goes there."""
    items: list[str] = []
    for _, row in view.study.sections.iterrows():
        section = int(row["section"])
        colour = theme_colour(view, section_theme(view.study, section))
        deep = ' class="deep"' if row["parent"] >= 0 else ""
        here = ' aria-current="true"' if section == current else ""
        items.append(
            f'<li{deep}><button data-pick="{section}" style="--card:{colour}"{here}>'
            f"{escape(short_label(view, row))}</button></li>"
        )
    clickable(
        f'<ul class="outline">{"".join(items)}</ul>', key="outline",
        on_pick=lambda section: choose("section", section),
    )  # fmt: skip


def body(view: View, marks: list[Mark], current: int) -> None:
    """The text section by section; the chosen one is brought into view."""
    study = view.study
    blocks: list[str] = []
    sections = study.sections
    starts = sections["start"].tolist()
    ends = [*starts[1:], len(study.text)]
    for section, start, end in zip(sections["section"], starts, ends, strict=True):
        here = " data-scroll" if section == current else ""
        label = escape(section_label(view, section))
        text = paragraphs(study.text, (start, end), marks, heading_spans(view, start, end))
        colour = theme_colour(view, section_theme(study, section))
        blocks.append(
            f'<section aria-label="{label}" style="--card:{colour}"{here}>{text}</section>'
        )
    markup = f'<div class="reader">{"".join(blocks)}</div>'
    clickable(markup, key="text", on_pick=lambda _: None)


view = open_page("reader")
top = st.container()
marking, word = controls(view)
given = asked("section")
current = (
    int(given)
    if given.isdecimal() and len(given) < 9 and int(given) < len(view.study.sections)
    else -1
)
marks = marks_for(view, marking, word)
with top:
    lead(view, headline(view, marking, word, len(marks)))
if marking == "themes":
    st.html(theme_legend(view))
show_in_link(word=word if marking == "word" else "", section=given)
left, right = st.columns([28, 72], gap="large")
with left:
    outline(view, current)
with right:
    body(view, marks, current)
