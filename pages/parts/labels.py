"""What sections and themes are called on the screen."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

import pandas as pd

from analysis.figures.style import NONE
from analysis.findings import section_words, top_sections
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.stopwords import stop_words
from analysis.study import kept
from pages.parts.clickable import escape
from pages.parts.frame import View

SEPARATOR = " · "
AXIS, WIDE_AXIS = 720, 900  # pixels of an axis along the speech in a small window: desk, projector
MOST_TOKENS = 30_000  # of a speech whose blocks are named after their words
_FORMS = ((5, 2), (4, 3))  # a label on an axis: characters a line, lines
_NUMBER_MARKS = "、，,.．:： （）()"


@kept
def theme_name(view: View, theme: str | None) -> str:
    """Name of a theme in the chosen language."""
    if theme is None:
        return view.t("theme.none")
    return next(
        getattr(item, view.language) for item in view.study.themes.themes if item.id == theme
    )


def theme_colour(view: View, theme: str | None) -> str:
    """Colour of a theme, or of none."""
    found = (item.colour for item in view.study.themes.themes if item.id == theme)
    return next(found, "#766E64")


def named(view: View, themes: pd.DataFrame) -> pd.DataFrame:
    """A table with a column ``theme``, with ``name`` and ``colour`` of each beside it."""
    return themes.assign(
        name=[theme_name(view, theme) for theme in themes["theme"]],
        colour=[theme_colour(view, theme) for theme in themes["theme"]],
    )


def section_label(view: View, section: int) -> str:
    """Number and heading of a section with that of its part before it; its kind if it has none."""
    sections = view.study.sections
    row = sections.iloc[section]
    own = short_label(view, row)
    if row["parent"] < 0:
        return own
    part = sections.iloc[row["part"]]
    return f"{short_label(view, part)}{SEPARATOR}{own}"


def short_label(view: View, row: pd.Series) -> str:
    """Number and heading of a row of the sections table, or what kind it is."""
    if row["heading"]:
        return f"{row['number']}{row['heading']}"
    if row["kind"] == "body":
        return _body_labels(view)[int(row["section"])]
    return view.t(f"section.{row['kind']}")


@kept
def _body_labels(view: View) -> dict[int, str]:
    """Blocks of running text are numbered, and named after the word that sets them apart, a noun before others."""
    study = view.study
    stop = replace(stop_words(), traditional=study.speech.traditional)
    body = study.sections["section"][study.sections["kind"] == "body"].tolist()
    labels = {section: view.t("section.body", n=place) for place, section in enumerate(body, 1)}
    if len(body) > 1 and len(study.tokens) <= MOST_TOKENS:
        nouns = set(study.tokens["word"][study.tokens["pos"].str.startswith("n")])
        for section in body:
            words = section_words(study, section, stop).query("reliable")["word"].tolist()
            words.sort(key=lambda word: word not in nouns)
            if words:
                labels[section] += view.t("section.body_about", word=words[0])
    return labels


def theme_legend(view: View) -> str:
    """Which colour is which theme."""
    keys = [(theme.colour, theme_name(view, theme.id)) for theme in view.study.themes.themes]
    keys.append((NONE, view.t("cloud.no_theme")))
    items = "".join(
        f'<span><i style="--key:{colour}"></i>{escape(name)}</span>' for colour, name in keys
    )
    return f'<p class="legend">{items}</p>'


def theme_mark(view: View, theme: str) -> str:
    """The name of a theme in its colour, as HTML for a headline."""
    colour = theme_colour(view, theme)
    return f'<em style="color:{colour}">{escape(theme_name(view, theme))}</em>'


@kept
def axis_labels(view: View) -> list[str]:
    """What an axis along the speech calls its top-level sections: heading, number or nothing, as each has room."""
    labels, ems = [], (WIDE_AXIS if view.projector else AXIS) / view.scale.font
    for _, row in top_sections(view.study).iterrows():
        room = row["share"] * ems
        forms = [wrap(short_label(view, row), width=width, most=most) for width, most in _FORMS]
        fitting = (form for form in forms if max(map(_ems, form.split("\n"))) <= room)
        labels.append(next(fitting, row["number"].strip(_NUMBER_MARKS)))
    return labels


@kept
def section_names(view: View) -> dict[int, str]:
    """What a choice of place offers: -1 for the whole speech, then its top-level sections."""
    top = view.study.sections[view.study.sections["parent"] < 0]
    names = {int(row["section"]): short_label(view, row) for _, row in top.iterrows()}
    return {-1: view.t("keywords.whole")} | names


def heading_spans(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Where the headings between ``start`` and ``end`` stand, their enumerators included."""
    spans = _heading_spans(view)
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


@kept
def _heading_spans(view: View) -> list[tuple[int, int]]:
    headed = view.study.sections[view.study.sections["heading"] != ""]
    return list(zip(headed["start"].tolist(), headed["heading_end"].tolist(), strict=True))


_CLOSE, _OPEN = "”’）》」】，、。：；！？", "“‘（《「【"


def wrap(label: str, *, width: int = 6, most: int = 3) -> str:
    """A label in lines of about ``width`` Chinese characters, cut with … after ``most`` lines.

    Lines end where words do; none begins with a mark that closes or ends with one that opens.
    """
    lines = _lines(label, width)
    return "\n".join(lines[:most]) + ("…" if len(lines) > most else "")


def breakable(label: str) -> str:
    """A label as HTML that may break where words end."""
    return "<wbr>".join(map(escape, _units(label, len(label))))


def _lines(label: str, width: int) -> list[str]:
    lines, filled = [""], 0.0
    for unit in _units(label, width):
        size = _ems(unit)
        if lines[-1] and filled + size > width:
            lines.append("")
            filled = 0.0
        lines[-1] += unit
        filled += size
    return lines


def _ems(text: str) -> float:
    return sum(0.5 if sign.isascii() else 1 for sign in text)


def _units(label: str, width: int) -> list[str]:
    """Words with the marks that belong to them; a word longer than a line in characters."""
    units: list[str] = []
    for word in general_dictionary().tokenizer.cut(label, HMM=False):
        for part in [word] if len(word) <= width or word.isascii() else word:
            if units and (part in _CLOSE or units[-1][-1] in _OPEN):
                units[-1] += part
            else:
                units.append(part)
    return units
