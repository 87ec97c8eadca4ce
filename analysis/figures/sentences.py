"""Sentence strip: the length of each sentence, one after another, as the speech goes on."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import ACCENT, ACCENT_PALE, QUIET, RULE, Scale, bare, plain

HEIGHT = 5  # rows of the scale


def sentence_strip(
    table: pd.DataFrame, parts: pd.DataFrame, *, scale: Scale, hover: str, long: int
) -> go.Figure:
    """A bar a sentence, as high as it is long.

    Args:
        table: ``sentence_lengths``: ``sentence``, ``start``, ``characters``, ``words``.
        parts: the sections on the axis: ``label`` (``\\n`` breaks it), ``start`` (offset).
        scale: sizes.
        hover: a sentence with ``{characters}`` and ``{words}``.
        long: characters from which a bar is drawn dark.

    Returns:
        Bars that can be clicked; ``customdata`` of each is the sentence's number.
    """
    lengths = table["characters"].tolist()
    bars = go.Bar(
        x=list(range(len(table))),
        y=lengths,
        width=0.8,
        marker={"color": [ACCENT if length >= long else ACCENT_PALE for length in lengths]},
        customdata=table["sentence"].tolist(),
        hovertext=[
            hover.format(characters=characters, words=words)
            for characters, words in zip(lengths, table["words"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )
    figure = bare(go.Figure(bars), height=HEIGHT * scale.row, scale=scale)
    edges = [int((table["start"] < start).sum()) - 0.5 for start in parts["start"]]
    ends = [*edges[1:], len(table) - 0.5]
    figure.update_layout(bargap=0)
    figure.update_yaxes(visible=False, range=[0, max(lengths, default=1) * 1.05])
    figure.update_xaxes(
        visible=True,
        range=[-0.5, max(len(table), 1) - 0.5],
        tickvals=[(a + b) / 2 for a, b in zip(edges, ends, strict=True)],
        ticktext=[plain(label).replace("\n", "<br>") for label in parts["label"]],
        showgrid=False,
        zeroline=False,
        ticks="",
        tickangle=0,
        tickfont={"color": QUIET},
        automargin=True,
    )
    for edge in edges:
        figure.add_vline(x=edge, line={"color": RULE, "width": 1}, layer="below")
    return figure
