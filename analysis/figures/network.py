"""Network of words: nodes as large as the words are frequent, lines as thick as ties are strong."""

from __future__ import annotations

import math

import plotly.graph_objects as go

from analysis.figures.style import ACCENT, ACCENT_PALE, INK, QUIET, Scale, bare, plain
from analysis.measures.network import Network

HEIGHT = 17  # rows of the scale
NARROW = 340  # pixels that the figure has at the least: as many must the words at its edges fit
WIDTHS = (2.0, 3.5, 5.5)  # pixels: weak, middling, strong
HINT = "dot"  # how a tie of too few sentences is drawn


def network_figure(network: Network, *, scale: Scale, hover: str) -> go.Figure:
    """The network, drawn where its table says.

    Args:
        network: nodes and edges (``word_network``).
        scale: sizes.
        hover: a sentence with ``{word}``, ``{count}`` and ``{ties}``.

    Returns:
        Lines (one trace a width; dotted where too few sentences tie) and clickable nodes with
        their words; ``customdata`` of a node is the word.
    """
    nodes = network.nodes
    places = zip(nodes["x"].tolist(), nodes["y"].tolist(), strict=True)
    at = dict(zip(nodes["word"].tolist(), places, strict=True))
    # Half of a word, which stands above its node.
    half = nodes["word"].map(len).astype(float) * scale.font / 2 / NARROW
    return bare(
        [*_lines(network, at), _dots(network, scale, hover)],
        height=HEIGHT * scale.row,
        scale=scale,
        xaxis={"range": [(nodes["x"] - half).min(), (nodes["x"] + half).max()]},
        yaxis={"visible": False, "range": [-0.06, 1.1]},
    )


def _lines(network: Network, at: dict[str, tuple[float, float]]) -> list[go.Scatter]:
    edges = network.edges
    order = edges["log_dice"].rank(pct=True)
    groups: dict[tuple[float, bool], tuple[list[float | None], list[float | None]]] = {}
    for source, target, rank, enough in zip(
        edges["source"], edges["target"], order, edges["enough"], strict=True
    ):
        width = WIDTHS[min(int(rank * len(WIDTHS)), len(WIDTHS) - 1)] if enough else WIDTHS[0]
        across, up = groups.setdefault((width, bool(enough)), ([], []))
        across += [at[source][0], at[target][0], None]
        up += [at[source][1], at[target][1], None]
    return [
        go.Scatter(
            x=across,
            y=up,
            mode="lines",
            line={
                "color": ACCENT_PALE if enough else QUIET,
                "width": width if enough else 1,
                "dash": "solid" if enough else HINT,
            },
            hoverinfo="skip",
        )
        for (width, enough), (across, up) in sorted(groups.items())
    ]


def _dots(network: Network, scale: Scale, hover: str) -> go.Scatter:
    nodes = network.nodes
    counts = nodes["count"].tolist()
    largest = max(counts, default=1)
    names = [
        f"<b>{plain(word)}</b>" if centre else plain(word)
        for word, centre in zip(nodes["word"], nodes["centre"], strict=True)
    ]
    return go.Scatter(
        x=nodes["x"].tolist(),
        y=nodes["y"].tolist(),
        mode="markers+text",
        text=names,
        textposition="top center",
        textfont={"size": scale.font, "color": INK},
        marker={
            "size": [scale.font * (0.6 + math.sqrt(c / largest)) for c in counts],
            "color": ACCENT,
            "line": {"width": 0},
            "opacity": 1,
        },
        customdata=nodes["word"].tolist(),
        hovertext=[
            hover.format(word=plain(word), count=count, ties=ties)
            for word, count, ties in zip(nodes["word"], counts, nodes["ties"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}, "textfont": {"color": INK}},
        cliponaxis=False,
    )
