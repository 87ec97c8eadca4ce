"""词云 Word cloud: the words of the speech at a glance, sharp at any size."""

from __future__ import annotations

import streamlit as st

from analysis.cloud import CloudLayout, cloud_layout, cloud_png, cloud_svg
from analysis.cloud.packing import SHAPES
from analysis.figures.style import ACCENT, INK
from analysis.findings import word_themes
from pages.parts.clickable import clickable, escape
from pages.parts.drill import word_dialog
from pages.parts.frame import View, lead, notice, open_page
from pages.parts.keyword_rows import keyword_rows
from pages.parts.labels import section_names, theme_colour, theme_legend, theme_mark

# Width by height: leaves room for the finding and the controls on a projector; a phone is upright.
RATIOS = {"wide": 2.0, "narrow": 0.75}
_FITS = "fits:"


@st.cache_data(show_spinner=False, max_entries=64)
def layout_of(frequencies: dict[str, float], shape: str, most: int, window: str) -> CloudLayout:
    """See ``cloud_layout``; kept, for a layout takes about half a second."""
    return cloud_layout(frequencies, shape=shape, most=most, ratio=RATIOS[window])


@st.cache_data(show_spinner=False, max_entries=8)
def picture(layout: CloudLayout, colours: dict[str, str]) -> bytes:
    """See ``cloud_png``: 3,840 pixels wide."""
    return cloud_png(layout, colours)


def controls(view: View) -> tuple[int, str, str, int]:
    """Section, colouring, shape, number of words."""
    t, names = view.t, section_names(view)
    columns = st.container(key="controls").columns([4, 3, 3, 4])
    with columns[0]:
        section = st.selectbox(
            t("keywords.section"), list(names), format_func=lambda row: names.get(row, ""),
            key="cloud_section", persist_state="session",
        )  # fmt: skip
    with columns[1]:
        colouring = st.selectbox(
            t("cloud.colouring"), ["theme", "plain"], format_func=lambda name: t(f"cloud.{name}"),
            key="cloud_colouring", persist_state="session",
        )  # fmt: skip
    with columns[2]:
        shape = st.selectbox(
            t("cloud.shape"), SHAPES, format_func=lambda name: t(f"cloud.{name}"),
            key="cloud_shape", persist_state="session",
        )  # fmt: skip
    with columns[3]:
        most = st.slider(
            t("cloud.most"), 20, 150, 80, 10, key="cloud_most", persist_state="session"
        )
    return section, colouring, shape, most


def colours_of(view: View, words: list[str], colouring: str) -> dict[str, str]:
    """Word → colour: that of its theme, or ink with the greatest words in red."""
    if colouring == "plain":
        return {word: ACCENT if place < 5 else INK for place, word in enumerate(words)}
    themes = word_themes(view.study)
    return {word: theme_colour(view, themes.get(word)) for word in words}


def downloads(view: View, layout: CloudLayout, svg: str, colours: dict[str, str]) -> None:
    """The cloud as files: SVG for print, PNG of 3,840 pixels for slides."""
    t = view.t
    with st.container(horizontal=True):
        st.download_button(
            t("cloud.svg"), svg.encode(), file_name=f"{t('cloud.file')}.svg",
            mime="image/svg+xml", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            t("cloud.png"), lambda: picture(layout, colours), file_name=f"{t('cloud.file')}.png",
            mime="image/png", on_click="ignore",
        )  # fmt: skip


def headline(view: View, words: list[str]) -> str:
    """The finding: the greatest words, and how many of all carry which theme most."""
    t = view.t
    first = "、".join(f"<em>{escape(word)}</em>" for word in words[:3])
    counts: dict[str, int] = {}
    for word, theme in word_themes(view.study).items():
        if word in words:
            counts[theme] = counts.get(theme, 0) + 1
    if not counts:
        return t("cloud.finding_plain", words=first)
    best = max(counts, key=lambda theme: counts[theme])
    return t(
        "cloud.finding", words=first, n=len(words), named=sum(counts.values()),
        theme=theme_mark(view, best), k=counts[best],
    )  # fmt: skip


def cloud(view: View) -> None:
    """The finding, the controls and the cloud they ask for."""
    t = view.t
    top = st.container()
    section, colouring, shape, most = controls(view)
    rows = keyword_rows(view, section=section).sort_values("total", ascending=False, kind="stable")
    frequencies = dict(
        zip(rows["word"].head(most), rows["total"].head(most).astype(float), strict=True)
    )
    words = list(frequencies)
    with top:
        lead(view, headline(view, words) if words else escape(t("overview.finding_none")))
    if not words:
        notice(t("cloud.none"))
        return
    with st.spinner(t("cloud.drawing")):
        window = st.session_state.get("cloud_window", "wide")
        layout = layout_of(frequencies, shape, most, window)
    colours = colours_of(view, words, colouring)
    label = t("cloud.label")
    svg = cloud_svg(
        layout, colours, name=t("cloud.alt", words="、".join(words[:10])),
        label=lambda word, count: label.format(word=word, count=f"{count:g}"),
    )  # fmt: skip
    clickable(f'<div class="cloud" data-fits="{window}">{svg}</div>', key="cloud", on_pick=ask)
    if colouring == "theme":
        st.html(theme_legend(view))
    downloads(view, layout, svg, colours)


def ask(word: str) -> None:
    """Remember the word that was clicked, or for what window the cloud is wanted."""
    if word.startswith(_FITS):
        st.session_state.cloud_window = word.removeprefix(_FITS)
    else:
        st.session_state.asked = word


view = open_page("word_cloud")
cloud(view)
if word := st.session_state.pop("asked", None):
    word_dialog(view, word)
