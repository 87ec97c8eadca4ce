"""What sections and themes are called on the screen."""

from __future__ import annotations

import pandas as pd

from analysis.study import kept
from pages.parts.frame import View

SEPARATOR = " · "


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
        same = view.study.sections["kind"] == "body"
        place = int((same & (view.study.sections["section"] <= row["section"])).sum())
        return view.t("section.body", n=place)
    return view.t(f"section.{row['kind']}")


@kept
def section_names(view: View) -> dict[int, str]:
    """What a choice of place offers: -1 for the whole speech, then its top-level sections."""
    top = view.study.sections[view.study.sections["parent"] < 0]
    names = {int(row["section"]): short_label(view, row) for _, row in top.iterrows()}
    return {-1: view.t("keywords.whole")} | names


def heading_spans(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Where the headings between ``start`` and ``end`` stand, their enumerators included."""
    sections = view.study.sections
    inside = sections[sections["start"].between(start, end - 1) & (sections["heading"] != "")]
    return list(zip(inside["start"].tolist(), inside["heading_end"].tolist(), strict=True))


def wrap(label: str, *, width: int = 6, most: int = 3) -> str:
    """A label in lines of ``width`` characters, cut with … after ``most`` lines."""
    lines = [label[place : place + width] for place in range(0, len(label), width)]
    return "\n".join(lines[:most]) + ("…" if len(lines) > most else "")
