"""Keyness: how often each word stands here, against how often elsewhere."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.style import ACCENT, NONE, QUIET, RULE, Scale, bare, plain

HEIGHT = 16  # rows of the scale
LABELLED = 20  # words that are written out if there is room; the others answer to the pointer
WIDE = 26  # ems that the figure is wide at a desk, to see which labels meet
STEP = 1.045  # points at one place stand side by side, each this much further right,
SPREAD = 1.25  # but all of them within so much
ROOM = 1.6  # the axes reach beyond the outermost point by this factor
COLOURS = {"over": ACCENT, "under": NONE}
SYMBOLS = {"over": "circle", "under": "diamond"}  # colour is never the only sign


def keyness_scatter(
    table: pd.DataFrame, *, scale: Scale, hover: str, here: str, there: str, equal: str = ""
) -> go.Figure:
    """Frequencies a thousand words, here upwards and elsewhere to the right, both logarithmic.

    Args:
        table: rows of ``keyness``, the most key first.
        scale: sizes.
        hover: a sentence with ``{word}``, ``{here}``, ``{there}`` (a thousand words each),
            ``{count}`` and ``{reference}``.
        here, there: names of the axes.
        equal: what is written along the diagonal, where both use a word as often.

    Returns:
        A point a word, above the diagonal if used more here; ``customdata`` is the word. A word
        that one side lacks stands at that side's edge, at half its smallest frequency; words of one place stand
        side by side.
    """
    over_there = _placed(table["reference_per_thousand"])
    over_here = _placed(table["per_thousand"])
    over_there = over_there * _apart(over_there, over_here)
    written = _written(table["word"].tolist(), over_there, over_here, scale)
    traces = []
    for use in ("over", "under"):
        rows = (table["use"] == use).to_numpy()
        part = table[rows]
        shown = [word in written for word in part["word"]]
        words = [plain(word) for word in part["word"]]
        traces.append(
            go.Scatter(
                x=over_there[rows].tolist(),
                y=over_here[rows].tolist(),
                mode="markers+text",
                text=[word if show else "" for word, show in zip(words, shown, strict=True)],
                textposition="top center" if use == "over" else "bottom center",
                textfont={"color": COLOURS[use], "size": scale.font},
                marker={
                    "color": COLOURS[use],
                    "symbol": SYMBOLS[use],
                    "size": [scale.font * (0.62 if show else 0.4) for show in shown],
                },
                customdata=part["word"].tolist(),
                hovertext=_notes(part, hover),
                hovertemplate="%{hovertext}<extra></extra>",
                unselected={"marker": {"opacity": 1}, "textfont": {"color": COLOURS[use]}},
                cliponaxis=False,
            )
        )
    figure = bare(go.Figure(traces), height=HEIGHT * scale.row, scale=scale)
    _axes(figure, over_there, over_here, here, there, scale)
    if equal and len(table):
        _name_the_diagonal(figure, over_there, over_here, equal, scale)
    return figure


def _apart(x: pd.Series[float], y: pd.Series[float]) -> pd.Series[float]:
    """How far right of its place each point is drawn, as a factor."""
    places = x.groupby([x, y])
    more = (places.transform("size") - 1).clip(lower=1)
    steps = (math.log(SPREAD) / more).clip(upper=math.log(STEP))
    return (places.cumcount() * steps).map(math.exp)


def _written(words: list[str], x: pd.Series[float], y: pd.Series[float], scale: Scale) -> set[str]:
    """The first words whose labels do not meet one another."""
    across, up = ([math.log(value) for value in values] for values in (x, y))
    if not words:
        return set()
    beyond = 2 * math.log(ROOM)
    wide = WIDE * scale.font / (max(across) - min(across) + beyond)
    high = HEIGHT * scale.row / (max(up) - min(up) + beyond)
    boxes: list[tuple[float, float, float]] = []
    written: set[str] = set()
    for word, left, top in zip(words, across, up, strict=True):
        box = (left * wide, top * high, scale.font * (len(word) + 1) / 2)
        if len(written) < LABELLED and not any(
            abs(box[0] - b[0]) < box[2] + b[2] and abs(box[1] - b[1]) < scale.font * 1.5
            for b in boxes
        ):
            boxes.append(box)
            written.add(word)
    return written


def _placed(rates: pd.Series[float]) -> pd.Series[float]:
    seen = rates[rates > 0]
    return rates.where(rates > 0, (float(seen.min()) if len(seen) else 1.0) / 2)


def _notes(part: pd.DataFrame, hover: str) -> list[str]:
    columns = ("word", "per_thousand", "reference_per_thousand", "count", "reference")
    return [
        hover.format(
            word=plain(word), here=f"{here:.2f}", there=f"{there:.2f}", count=n, reference=m
        )
        for word, here, there, n, m in zip(*(part[name] for name in columns), strict=True)
    ]


def _axes(
    figure: go.Figure, x: pd.Series[float], y: pd.Series[float], here: str, there: str, scale: Scale
) -> None:
    both = pd.concat([x, y]) if len(x) else pd.Series([1.0])
    low, high = float(both.min()) / ROOM, float(both.max()) * ROOM
    figure.add_shape(
        type="line",
        x0=low,
        y0=low,
        x1=high,
        y1=high,
        line={"color": RULE, "width": 2},
        layer="below",
    )
    shared = {"type": "log", "visible": True, "showgrid": False, "zeroline": False}
    font = {"color": QUIET, "size": scale.font}
    for update, title, values in (
        (figure.update_xaxes, there, x),
        (figure.update_yaxes, here, y),
    ):
        update(
            **shared,
            title={"text": plain(title), "font": font, "standoff": scale.font},
            tickfont=font,
            automargin=True,
        )
        if len(values):
            start, end = float(values.min()) / ROOM, float(values.max()) * ROOM
            ticks = _ticks(start, end)
            update(
                range=[_log10(start), _log10(end)],
                tickvals=ticks,
                ticktext=[f"{tick:g}" for tick in ticks],
            )


def _ticks(start: float, end: float) -> list[float]:
    """Powers of ten within ``[start, end]``; where fewer than two are, 1, 2 and 5 times them.

    An axis reaches over ``ROOM`` squared at least, which no two such steps in a row do, so one
    always stands: Plotly cannot place the name of an axis that has no numbers.
    """
    decades = range(math.floor(_log10(start)), math.ceil(_log10(end)) + 1)
    for steps in ((1,), (1, 2, 5)):
        ticks = [step * 10.0**decade for decade in decades for step in steps]
        ticks = [tick for tick in ticks if start <= tick <= end]
        if len(ticks) > 1:
            break
    return ticks


def _name_the_diagonal(
    figure: go.Figure, x: pd.Series[float], y: pd.Series[float], name: str, scale: Scale
) -> None:
    """Written at the end of the stretch of the diagonal that is in view, if one is."""
    end = min(float(x.max()), float(y.max()))
    if end <= max(float(x.min()), float(y.min())):
        return
    figure.add_annotation(
        x=_log10(end), y=_log10(end), text=plain(name), showarrow=False, xanchor="right",
        yanchor="top", xshift=-scale.font / 2, yshift=-scale.font,
        font={"color": QUIET, "size": scale.font * 0.9},
    )  # fmt: skip


def _log10(value: float) -> float:
    return math.log10(max(value, 1e-9))
