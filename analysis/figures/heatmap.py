"""Theme by section: where each theme stands."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import GAP, INK, PAPER, Scale, bare, plain, room_for

CELL = 0.94  # of the grid's step: what is left is the line between cells
DARK = 0.5  # a cell stronger than this takes white type


def theme_heatmap(table: pd.DataFrame, *, scale: Scale, hover: str) -> go.Figure:
    """Share of each theme in each section, in the theme's own colour, stronger for more.

    Args:
        table: a row a cell: ``section`` (id), ``label`` (of the section; ``\\n`` breaks it),
            ``theme`` (id), ``name``, ``colour``, ``share`` (0–1) and ``hits`` (cues).
        scale: sizes.
        hover: a sentence with ``{label}``, ``{name}``, ``{share}`` and ``{hits}``.

    Returns:
        Squares on a grid (bars with a base, since those can be clicked), sections across and
        themes down, each with its number of cues; ``customdata`` of each is ``[section, theme]``.
    """
    sections, themes = table.drop_duplicates("section"), table.drop_duplicates("theme")
    column = {section: place for place, section in enumerate(sections["section"])}
    row = {theme: place for place, theme in enumerate(themes["theme"])}
    strongest = max(float(table["share"].max()), 1e-9)
    strength = (table["share"] / strongest).tolist()
    lines = max(label.count("\n") for label in sections["label"]) + 1
    cells = go.Bar(
        x=[column[section] for section in table["section"]],
        y=[CELL] * len(table),
        base=[row[theme] - CELL / 2 for theme in table["theme"]],
        width=CELL,
        marker={
            "color": [
                _mix(colour, share) for colour, share in zip(table["colour"], strength, strict=True)
            ]
        },
        customdata=table[["section", "theme"]].to_numpy().tolist(),
        text=[str(hits) if hits else "" for hits in table["hits"]],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": ["#FFFFFF" if share > DARK else INK for share in strength]},
        hovertext=_notes(table, hover),
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )
    names = [plain(name) for name in themes["name"]]
    height = int(scale.row * 1.45 * len(themes) + scale.font * 1.5 * lines + 12)
    return bare(
        [cells],
        height=height,
        scale=scale,
        margin={"l": room_for(names, scale), "t": scale.font * 1.4 * lines + GAP},
        xaxis=_across(sections["label"].tolist()),
        yaxis=_down(names),
        bargap=0,
    )


def _across(labels: list[str]) -> dict[str, object]:
    return {
        "visible": True,
        "side": "top",
        "tickvals": list(range(len(labels))),
        "ticktext": [plain(label).replace("\n", "<br>") for label in labels],
        "range": [-0.5, len(labels) - 0.5],
        "showgrid": False,
        "zeroline": False,
        "tickangle": 0,
        "ticks": "",
    }


def _down(names: list[str]) -> dict[str, object]:
    return {
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "automargin": False,
        "ticklabelstandoff": GAP,
        "range": [len(names) - 0.5, -0.5],
    }


def _notes(table: pd.DataFrame, hover: str) -> list[str]:
    columns = (table["label"], table["name"], table["share"], table["hits"])
    return [
        hover.format(
            label=plain(str(label).replace("\n", "")),
            name=plain(str(name)),
            share=f"{share:.0%}",
            hits=hits,
        )
        for label, name, share, hits in zip(*columns, strict=True)
    ]


def _mix(colour: str, strength: float) -> str:
    """``colour`` on the paper ground, from a trace of it (0) to the whole (1)."""
    weight = 0.06 + 0.94 * strength
    pairs = zip(_channels(colour), _channels(PAPER), strict=True)
    mixed = (round(weight * front + (1 - weight) * back) for front, back in pairs)
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
