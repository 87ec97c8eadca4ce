"""总览 Overview: what the speech is, how it is built, what it stresses."""

from __future__ import annotations

import streamlit as st

from pages.parts.early import ask_for_charts

ask_for_charts()  # before what follows is read: that takes the server most of a second

from analysis.figures.bars import keyword_bars, theme_bars
from analysis.findings import facts_of, leading_terms, theme_balance, thesis, top_sections
from pages.parts.charts import chart
from pages.parts.clickable import clickable, escape
from pages.parts.drill import passage_dialog, theme_dialog, word_dialog
from pages.parts.frame import FILES, View, heading, lead, legend, open_page
from pages.parts.labels import named, theme_mark
from pages.parts.session import link_to, own_stop_words
from pages.parts.strip import strip


def ask(kind: str, value: str) -> None:
    """Remember what was clicked; it is opened once the page is drawn."""
    st.session_state.asked = (kind, value)


def headline(view: View) -> str:
    """The finding: what the speech is about, and which themes fill most of it."""
    t, found = view.t, thesis(view.study, own_stop_words())
    if found is None:
        return escape(t("overview.finding_none"))
    key = "overview.finding" if found.parts > 1 else "overview.finding_plain"
    key = "overview.finding_all" if 1 < found.parts == found.of else key
    first = t(
        key, word=f"<em>{escape(found.word)}</em>", n=found.total, parts=found.parts, of=found.of
    )
    leading = [row for row in theme_balance(view.study).itertuples() if row.hits]
    if len(leading) < 2:
        return first
    names = [theme_mark(view, row.theme) for row in leading[:2]]
    shares = [f"{row.share:.0%}" for row in leading[:2]]
    return first + t(
        "overview.finding_themes",
        first=names[0], second=names[1], first_share=shares[0], second_share=shares[1],
    )  # fmt: skip


def facts(view: View) -> None:
    """The five figures; each opens the page where it can be seen."""
    study, t = view.study, view.t
    facts = facts_of(study)
    points = t("overview.points", n=facts.points) if facts.points else ""
    figures = (
        (f"{facts.characters:,}", t("overview.characters"), "reader"),
        (f"{facts.sentences:,}", t("overview.sentences"), "reader"),
        (f"{facts.parts:,}", t("overview.parts") + points, "sections")
        if facts.parts
        else (f"{len(top_sections(study)):,}", t("overview.blocks"), "sections"),
        (f"{facts.words:,}", t("overview.words"), "keywords"),
        (t("overview.about", n=max(1, round(facts.minutes))), t("overview.minutes"), "reader"),
    )
    buttons = "".join(
        f'<button data-pick="{page}"><b>{escape(number)}</b><span>{escape(unit)}</span></button>'
        for number, unit, page in figures
    )
    clickable(f'<div class="facts">{buttons}</div>', key="facts", on_pick=lambda p: ask("page", p))


def terms(view: View) -> None:
    """The ten leading terms, own count dark, the rest of the total light."""
    stop = own_stop_words()
    table = leading_terms(view.study, stop)
    keys = "" if table.empty else legend(view)
    heading(view.t("overview.terms"), view.t("overview.terms_note"), keys)
    if table.empty:
        st.html(f'<p class="count">{escape(view.t("overview.no_terms"))}</p>')
        return
    found = thesis(view.study, stop)
    figure = keyword_bars(
        table,
        scale=view.scale,
        hover=view.t("keywords.hover"),
        emphasis=found.word if found else "",
    )
    words = "、".join(f"{row.word} {row.total}" for row in table.itertuples())
    alt = view.t("overview.terms_alt", words=words)
    chart(figure, key="terms", alt=alt, on_pick=lambda word: ask("word", word))


def balance(view: View) -> None:
    """How the theme cues of the speech divide among the themes."""
    table = named(view, theme_balance(view.study))
    heading(view.t("overview.balance"), view.t("overview.balance_note"))
    figure = theme_bars(table, scale=view.scale, hover=view.t("theme.hover"))
    shares = "、".join(f"{row.name} {row.share:.0%}" for row in table.itertuples())
    alt = view.t("overview.balance_alt", shares=shares)
    chart(figure, key="balance", alt=alt, on_pick=lambda theme: ask("theme", theme))


def notices(view: View) -> None:
    """What a person should know of the text before trusting a number."""
    speech, found = view.study.speech, []
    if speech.encoding and not speech.encoding_sure:
        found.append(view.t("about.encoding_unsure", encoding=speech.encoding))
    if speech.reported:
        found.append(view.t("about.reported"))
    if found:
        st.html("".join(f'<p class="notice">{escape(text)}</p>' for text in found))


view = open_page("overview")
lead(view, headline(view))
notices(view)
heading(view.t("strip.name"), view.t("strip.note"))
strip(view, key="strip", on_pick=lambda section: ask("section", section))
facts(view)
left, right = st.columns([58, 42], gap="large")
with left:
    terms(view)
with right:
    balance(view)

if st.toggle(view.t("wording.show"), key="wording", persist_state="session"):
    from pages.parts.language_figures import language_figures  # late: it reads the reference

    language_figures(view)

match st.session_state.pop("asked", None):
    case ("sentence", row):
        start, end = view.study.sentences.iloc[row][["start", "end"]]
        passage_dialog(view, (int(start), int(end)))
    case ("word", word):
        word_dialog(view, word)
    case ("theme", theme):
        theme_dialog(view, theme)
    case ("section", section):
        st.switch_page(FILES["sections"], query_params=link_to() | {"section": section})
    case ("page", page):
        st.switch_page(FILES[page], query_params=link_to())
