"""Ranked bars: words by how often they stand, themes by how much they fill."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import ACCENT, ACCENT_PALE, GAP, Scale, bare, plain, room_for

NARROWEST, LEAST = 16, 6  # ems of the narrowest figure; of its bars and numbers beside long labels
DIGIT, PERCENT, APART = 0.58, 0.94, 0.6  # ems of a digit, of %, and of the gaps around a number


def keyword_bars(table: pd.DataFrame, *, scale: Scale, hover: str, emphasis: str = "") -> go.Figure:
    """Words ranked by total count: the own count dark, the rest of the total light.

    Args:
        table: ``word``, ``own``, ``total``; drawn from top to bottom as it stands.
        scale: sizes.
        hover: a sentence with ``{word}``, ``{own}``, ``{rest}`` and ``{total}``.
        emphasis: a word to set in bold.

    Returns:
        Two stacked bars, the second of which answers for both; ``customdata`` is the word.
    """
    names = [f"<b>{plain(word)}</b>" if word == emphasis else plain(word) for word in table["word"]]
    rest = table["total"] - table["own"]
    words = table["word"].tolist()
    notes = [
        hover.format(word=plain(word), own=own, rest=total - own, total=total)
        for word, own, total in zip(words, table["own"], table["total"], strict=True)
    ]
    shared = {
        "y": list(range(len(table))),
        "orientation": "h",
        "customdata": words,
        "unselected": {"marker": {"opacity": 1}},
        "width": 0.56,
    }
    traces = [
        go.Bar(x=table["own"].tolist(), marker={"color": ACCENT}, hoverinfo="skip", **shared),
        go.Bar(
            x=rest.tolist(),
            marker={"color": ACCENT_PALE},
            hovertext=notes,
            hovertemplate="%{hovertext}<extra></extra>",
            text=table["total"].tolist(),
            textposition="outside",
            constraintext="none",
            **shared,
        ),
    ]
    longest = float(table["total"].max() if len(table) else 1)
    labels = [str(int(longest))]
    return _rows(traces, names, longest, labels, scale, barmode="stack")


def measure_bars(table: pd.DataFrame, measure: str, *, scale: Scale, form: str) -> go.Figure:
    """Words ranked by one measure.

    Args:
        table: ``word`` and the column ``measure``, drawn as it stands.
        measure: the column.
        scale: sizes.
        form: format of the number behind the bar, such as ``.2f``.

    Returns:
        One bar a word; ``customdata`` is the word.
    """
    words, values = table["word"].tolist(), table[measure].tolist()
    labels = [format(value, form) for value in values]
    bar = go.Bar(
        x=values,
        y=list(range(len(words))),
        orientation="h",
        customdata=words,
        marker={"color": ACCENT},
        text=labels,
        textposition="outside",
        constraintext="none",
        hoverinfo="none",
        unselected={"marker": {"opacity": 1}},
        width=0.56,
    )
    names = [plain(word) for word in words]
    return _rows([bar], names, max(values, default=1.0), labels, scale)


def theme_bars(table: pd.DataFrame, *, scale: Scale, hover: str, longest: float = 0.0) -> go.Figure:
    """Themes by share.

    Args:
        table: ``theme`` (id), ``name``, ``colour``, ``share`` (0–1) and ``hits`` (cues), drawn as
            it stands.
        scale: sizes.
        hover: a sentence with ``{name}``, ``{share}`` and ``{hits}``.
        longest: a share that the axis reaches at least; figures side by side have one in common.

    Returns:
        One bar a theme in its own colour; ``customdata`` is its id.
    """
    shares = table["share"].tolist()
    labels = [f"{share:.0%}" for share in shares]
    bar = go.Bar(
        x=shares,
        y=list(range(len(table))),
        orientation="h",
        customdata=table["theme"].tolist(),
        marker={"color": table["colour"].tolist()},
        text=labels,
        textposition="outside",
        constraintext="none",
        hovertext=[
            hover.format(name=plain(name), share=share, hits=hits)
            for name, share, hits in zip(table["name"], labels, table["hits"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
        width=0.56,
    )
    names = [plain(name) for name in table["name"]]
    return _rows([bar], names, max(longest, *shares, 0.0) or 1.0, labels, scale)


def _rows(
    traces: list[go.Bar],
    names: list[str],
    longest: float,
    labels: list[str],
    scale: Scale,
    **layout: object,
) -> go.Figure:
    """Bars in rows; the axis is so much longer than the longest bar that its number stands inside.

    A row answers wherever it is pointed at: ``hovermode="y"``.

    Numbers beyond the axis (``cliponaxis=False``) would cost a twentieth of the drawing.
    """
    room = room_for(names, scale)
    widths = [sum(PERCENT if sign == "%" else DIGIT for sign in label) for label in labels]
    bars = 1 - (max(widths, default=0) + APART) / max(NARROWEST - room / scale.font, LEAST)
    return bare(
        traces,
        height=scale.row * len(names) + 4,
        scale=scale,
        margin={"l": room},
        xaxis={"range": [0, max(longest, 1e-9) / bars]},
        yaxis={
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "automargin": False,
            "ticklabelstandoff": GAP,
            "range": [len(names) - 0.5, -0.5],
        },
        hovermode="y",
        **layout,
    )
