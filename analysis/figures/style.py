"""What all figures share: type, colours, and a bare frame."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

INK, PAPER, RULE, QUIET = "#1D1B19", "#FBF8F3", "#E4DDD3", "#6A6259"
ACCENT, ACCENT_PALE = "#8E1B16", "#D9A9A2"
NONE = "#766E64"
FAMILY = (
    "'Speech Sans', 'Speech Sans TC', 'PingFang SC', 'Microsoft YaHei', "
    "sans-serif"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in pixels of a figure's type and rows: at the desk, or on a projector."""

    font: int = 16
    row: int = 34

    @classmethod
    def of(cls, *, projector: bool) -> Scale:
        """The scale for the mode."""
        return cls(font=22, row=40) if projector else cls()


def plain(text: str) -> str:
    """Text as typed: Plotly reads a few HTML tags in labels, so none may come from a speech."""
    return escape(text, quote=False)


def bare(figure: go.Figure, *, height: int, scale: Scale) -> go.Figure:
    """The figure without grid, frame or title, at a height, on the page's own ground."""
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FAMILY, "size": scale.font, "color": INK},
        hoverlabel={
            "bgcolor": INK,
            "bordercolor": INK,
            "font": {"family": FAMILY, "size": scale.font, "color": "#FFFFFF"},
        },
        showlegend=False,
        dragmode=False,
        clickmode="event+select",
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(
        showgrid=False, zeroline=False, fixedrange=True, ticks="", automargin=True, title=None
    )
    return figure
