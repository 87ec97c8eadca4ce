"""Barcode: a stroke for each place of a word along the speech, several words under one another."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import ACCENT, QUIET, RULE, Scale, bare, plain

STROKE = 0.62  # of a row's height


def barcode(strokes: pd.DataFrame, parts: pd.DataFrame, *, scale: Scale, hover: str) -> go.Figure:
    """Where words fall along the speech.

    Args:
        strokes: a row a place: ``query`` (word), ``start`` (offset), ``place`` (0-1 along the
            speech); words are drawn from top to bottom as they first appear.
        parts: the sections on the axis: ``label`` (``\\n`` breaks it), ``from``, ``to`` (0-1).
        scale: sizes.
        hover: a sentence with ``{word}``, ``{label}`` and ``{place}`` (percent).

    Returns:
        Strokes that can be clicked; ``customdata`` of each is ``[word, start]``. Thin lines part
        the sections, whose labels stand on the axis above.
    """
    words = strokes["query"].drop_duplicates().tolist()
    row = {word: number for number, word in enumerate(words)}
    edges, labels = parts["from"].tolist(), parts["label"].tolist()
    under = [
        labels[max(sum(edge <= place for edge in edges) - 1, 0)] if labels else ""
        for place in strokes["place"].tolist()
    ]
    marks = go.Scatter(
        x=strokes["place"].tolist(),
        y=[row[word] for word in strokes["query"]],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": scale.row * STROKE,
            "line": {"width": max(2, scale.font // 8), "color": ACCENT},
        },
        customdata=strokes[["query", "start"]].to_numpy().tolist(),
        hovertext=[
            hover.format(word=plain(word), label=plain(label.replace("\n", "")), place=f"{x:.0%}")
            for word, label, x in zip(strokes["query"], under, strokes["place"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    height = int(scale.row * 1.2 * max(len(words), 1) + scale.font * 1.5 * lines + 12)
    figure = bare(
        go.Figure(marks), height=height, scale=scale, margin={"t": scale.font * 1.5 * lines + 8}
    )
    _axes(figure, words, parts)
    return figure


def _axes(figure: go.Figure, words: list[str], parts: pd.DataFrame) -> None:
    middles = ((parts["from"] + parts["to"]) / 2).tolist()
    figure.update_xaxes(
        visible=True,
        side="top",
        range=[-0.005, 1.005],
        tickvals=middles,
        ticktext=[plain(label).replace("\n", "<br>") for label in parts["label"]],
        showgrid=False,
        zeroline=False,
        tickangle=0,
        ticks="",
        tickfont={"color": QUIET},
        automargin=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(words))),
        ticktext=[f"{plain(word)}  " for word in words],
        range=[max(len(words), 1) - 0.5, -0.5],
    )
    for edge in [*parts["from"].tolist(), 1.0]:
        figure.add_vline(x=edge, line={"color": RULE, "width": 1}, layer="below")
