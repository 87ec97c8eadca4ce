"""篇章 Sections: the speech part by part, each with what it says and how it says it."""

from __future__ import annotations

import streamlit as st

from analysis.figures.bars import theme_bars
from analysis.findings import (
    section_balance,
    section_theme,
    section_words,
    theme_balance,
    top_sections,
)
from pages.parts.charts import chart
from pages.parts.clickable import clickable, escape
from pages.parts.drill import theme_dialog, word_dialog
from pages.parts.frame import View, heading, open_page
from pages.parts.labels import (
    heading_spans,
    named,
    short_label,
    theme_colour,
    theme_name,
)
from pages.parts.marked import Mark, paragraphs
from pages.parts.section_heatmap import heatmap_figure
from pages.parts.session import asked, choose, own_stop_words, show_in_link
from pages.parts.strip import strip


def ask(kind: str, value: str, section: int) -> None:
    """Remember what was clicked; it is opened once the page is drawn."""
    st.session_state.asked = (kind, value, section)


def current(tops: list[int], view: View) -> int:
    """The section on show: that of the link, else the first part."""
    parts = view.study.sections["part"]
    given = asked("section")
    if given.isdecimal() and len(given) < 9 and int(given) < len(parts):
        return int(parts.iloc[int(given)])
    leveled = view.study.sections["level"] == 1
    first = view.study.sections["section"][leveled]
    return int(first.iloc[0]) if len(first) else tops[0]


def title(view: View, section: int) -> None:
    """Number, heading, theme, share and number of points; then the finding."""
    t, row = view.t, view.study.sections.iloc[section]
    theme = section_theme(view.study, section)
    share = (row["end"] - row["start"]) / len(view.study.text)
    points = int((view.study.sections["parent"] == section).sum())
    notes = [theme_name(view, theme), t("sections.share", share=f"{share:.0%}")]
    notes += [t("sections.points", n=points)] if points else []
    number = plain_number(row["number"])
    seal = (
        f'<span class="seal t-{escape(theme or "none")}">{escape(number)}</span>' if number else ""
    )
    name = row["heading"] or short_label(view, row)
    st.html(
        f'<div class="part-title">{seal}<h1>{escape(name)}</h1>'
        f'<span class="note">{escape(" · ".join(notes))}</span></div>'
        f'<p class="finding">{finding(view, section)}</p>'
    )


def plain_number(number: str) -> str:
    """A number without its marks."""
    return number.strip("、.．，, ()（）")


def finding(view: View, section: int) -> str:
    """What to notice: which theme its words speak of, and whether its heading says so too."""
    t, row = view.t, view.study.section_themes.iloc[section]
    balance = section_balance(view.study, section)
    best = balance.iloc[0]
    if not best["hits"]:
        return escape(t("sections.finding_none"))
    whole = theme_balance(view.study).set_index("theme")["share"]
    name = f"<b>{escape(theme_name(view, best['theme']))}</b>"
    said = t(
        "sections.finding",
        theme=name, share=f"{best['share']:.0%}", whole=f"{whole[best['theme']]:.0%}",
    )  # fmt: skip
    if section_theme(view.study, section) is None:
        said += t("sections.thin")
    if not row["agree"]:
        named, measured = theme_name(view, row["heading_theme"]), theme_name(view, row["theme"])
        said += t("sections.disagree", heading=escape(named), text=escape(measured))
    return said


def speech_text(view: View, section: int) -> None:
    """The text of the section with its theme cues marked and its points' headings in bold."""
    row = view.study.sections.iloc[section]
    cues = view.study.evidence
    inside = cues[cues["start"].between(row["start"], row["end"] - 1)]
    marks = [
        Mark(cue.start, cue.end, f"theme-{cue.theme}", theme_name(view, cue.theme))
        for cue in inside.itertuples(index=False)
    ]
    span = (int(row["start"]), int(row["end"]))
    body = paragraphs(view.study.text, span, marks, heading_spans(view, *span))
    colour = theme_colour(view, section_theme(view.study, section))
    st.html(f'<div class="speech-text" style="--card:{colour}">{body}</div>')


def profile(view: View, section: int) -> None:
    """Theme shares of the section; each opens its evidence."""
    table = named(view, section_balance(view.study, section))
    heading(view.t("sections.profile"), view.t("sections.profile_note"))
    shares = "、".join(f"{row.name} {row.share:.0%}" for row in table.itertuples())
    chart(
        theme_bars(table, scale=view.scale, hover=view.t("theme.hover")),
        key="profile", alt=view.t("sections.profile_alt", shares=shares),
        on_pick=lambda theme: ask("theme", theme, section),
    )  # fmt: skip


def own_words_of(view: View, section: int) -> None:
    """Words this section uses more than the rest."""
    study = view.study
    table = section_words(study, section, own_stop_words(), most=9)
    if table.empty:
        return
    heading(view.t("sections.distinctive"), view.t("sections.distinctive_note"))
    colour = theme_colour(view, section_theme(study, section))
    chips = "".join(
        f'<button class="chip" style="--chip:{colour}" data-pick="{escape(row.word)}"'
        f' title="{escape(view.t("sections.chip", here=row.count_, rest=row.rest))}">'
        f"{escape(row.word)}</button>"
        for row in table.rename(columns={"count": "count_"}).itertuples()
    )
    clickable(
        f'<div class="chips">{chips}</div>', key="distinctive",
        on_pick=lambda word: ask("word", word, section),
    )  # fmt: skip


def cards(view: View, section: int) -> None:
    """The points of the section; a click opens the reader there."""
    study = view.study
    points = study.sections[study.sections["parent"] == section]
    if points.empty:
        return
    heading(view.t("sections.cards"), view.t("sections.cards_note"))
    items: list[str] = []
    for _, row in points.iterrows():
        point = int(row["section"])
        theme = section_theme(study, point)
        share = (row["end"] - row["start"]) / len(study.text)
        note = f"{plain_number(row['number'])} · {theme_name(view, theme)} · {share:.0%}"
        items.append(
            f'<button class="card" style="--card:{theme_colour(view, theme)}" data-pick="{point}">'
            f"<b>{escape(row['heading'])}</b><span>{escape(note)}</span></button>"
        )
    clickable(
        f'<div class="cards">{"".join(items)}</div>', key="cards",
        on_pick=lambda point: ask("reader", point, section),
    )  # fmt: skip


def heatmap(view: View) -> None:
    """Themes by sections; every cell opens its evidence."""
    heading(view.t("sections.heatmap"), view.t("sections.heatmap_note"))
    chart(
        heatmap_figure(view), key="heatmap", alt=view.t("sections.heatmap_alt"),
        on_pick=lambda cell: ask_cell(view, int(cell[0]), str(cell[1])),
    )  # fmt: skip


def ask_cell(view: View, section: int, theme: str) -> None:
    """As ``ask``; an empty cell has nothing to show."""
    table = view.study.profiles
    cell = table[(table["section"] == section) & (table["theme"] == theme)]
    if cell["hits"].sum():
        ask("theme", theme, section)


def place_of(view: View, tops: list[int], section: int) -> str:
    """Which of the parts it is, as the overview counts them; else what kind of section."""
    sections = view.study.sections
    parts = sections["section"][sections["level"] == 1].tolist()
    if section in parts:
        return f"{parts.index(section) + 1} / {len(parts)}"
    return (
        short_label(view, sections.iloc[section])
        if parts
        else f"{tops.index(section) + 1} / {len(tops)}"
    )


def walk(view: View, tops: list[int], section: int) -> None:
    """Buttons, and arrow keys, to the part before and the part after."""
    place = tops.index(section)
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="walk"
    ):
        st.button(
            view.t("sections.before"), key="before", disabled=place == 0, shortcut="Left",
            on_click=choose, args=("section", str(tops[max(place - 1, 0)])),
        )  # fmt: skip
        st.html(
            f'<span class="count">{escape(place_of(view, tops, section))}</span>', width="content"
        )
        st.button(
            view.t("sections.after"), key="after", disabled=place == len(tops) - 1,
            shortcut="Right", on_click=choose,
            args=("section", str(tops[min(place + 1, len(tops) - 1)])),
        )  # fmt: skip


view = open_page("sections")
tops = top_sections(view.study)
order = tops["section"].tolist()
section = current(order, view)
show_in_link(section=str(section))
strip(view, key="strip", on_pick=lambda row: choose("section", row), current=section)
left, right = st.columns([66, 34], gap="large")
with left:
    title(view, section)
    speech_text(view, section)
with right:
    walk(view, order, section)
    profile(view, section)
    own_words_of(view, section)
    cards(view, section)
heatmap(view)

match st.session_state.pop("asked", None):
    case ("word", word, _):
        word_dialog(view, word)
    case ("theme", theme, place):
        theme_dialog(view, theme, place)
    case ("reader", point, _):
        st.switch_page("pages/reader.py", query_params={"section": point})
