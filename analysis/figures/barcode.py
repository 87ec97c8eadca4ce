"""Barcode: a stroke for each place of a word along the speech, several words under one another."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import ACCENT, GAP, QUIET, RULE, Scale, bare, plain, room_for

STROKE = 0.62  # of a row's height


def barcode(strokes: pd.DataFrame, parts: pd.DataFrame, *, scale: Scale, hover: str) -> go.Figure:
    """Where words fall along the speech.

    Args:
        strokes: a row a place: ``query`` (word), ``start`` (offset), ``place`` (0-1 along the
            speech); words are drawn from top to bottom as they first appear.
        parts: the sections on the axis: ``label`` (``\\n`` breaks it), ``name`` (in full),
            ``from``, ``to`` (0-1).
        scale: sizes.
        hover: a sentence with ``{word}``, ``{label}`` and ``{place}`` (percent).

    Returns:
        Strokes that can be clicked; ``customdata`` of each is ``[word, start]``. Thin lines part
        the sections, whose labels stand on the axis above.
    """
    words = strokes["query"].drop_duplicates().tolist()
    row = {word: number for number, word in enumerate(words)}
    edges, labels, names = (parts[column].tolist() for column in ("from", "label", "name"))
    under = [
        names[max(sum(edge <= place for edge in edges) - 1, 0)] if names else ""
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
            hover.format(word=plain(word), label=plain(name), place=f"{x:.0%}")
            for word, name, x in zip(strokes["query"], under, strokes["place"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    height = int(scale.row * 1.2 * max(len(words), 1) + scale.font * 1.5 * lines + 12)
    return bare(
        [marks],
        height=height,
        scale=scale,
        margin={"l": room_for(words, scale), "t": scale.font * 1.5 * lines + 8},
        xaxis=_along(parts),
        yaxis=_down(words),
        shapes=[_parting(edge) for edge in [*edges, 1.0]],
    )


def _along(parts: pd.DataFrame) -> dict[str, object]:
    return {
        "visible": True,
        "side": "top",
        "range": [-0.005, 1.005],
        "tickvals": ((parts["from"] + parts["to"]) / 2).tolist(),
        "ticktext": [plain(label).replace("\n", "<br>") for label in parts["label"]],
        "showgrid": False,
        "zeroline": False,
        "tickangle": 0,
        "ticks": "",
        "tickfont": {"color": QUIET},
    }


def _down(words: list[str]) -> dict[str, object]:
    return {
        "tickvals": list(range(len(words))),
        "ticktext": [plain(word) for word in words],
        "ticklabelstandoff": GAP,
        "range": [max(len(words), 1) - 0.5, -0.5],
        "automargin": False,
    }


def _parting(edge: float) -> dict[str, object]:
    """A line between two sections; ``add_vline`` takes a hundred times as long."""
    line = {"color": RULE, "width": 1}
    ends = {"x0": edge, "x1": edge, "y0": 0, "y1": 1, "xref": "x", "yref": "y domain"}
    return {"type": "line", "layer": "below", "line": line, **ends}
