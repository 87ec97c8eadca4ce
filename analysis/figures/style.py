"""What all figures share: type, colours, and a bare frame."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from types import MappingProxyType
from unicodedata import east_asian_width

import plotly.graph_objects as go

INK, PAPER, RULE, QUIET = "#1D1B19", "#FBF8F3", "#E4DDD3", "#6A6259"
ACCENT, ACCENT_PALE = "#8E1B16", "#D9A9A2"
NONE = "#766E64"
FAMILY = "'Speech Sans', 'Speech Sans TC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in pixels of a figure's type and rows: at the desk, or on a projector."""

    font: int = 16
    row: int = 34

    @classmethod
    def of(cls, *, projector: bool) -> Scale:
        """The scale for the mode."""
        return cls(font=25, row=42) if projector else cls()


def plain(text: str) -> str:
    """Text as typed: Plotly reads a few HTML tags in labels, so none may come from a speech."""
    return escape(text, quote=False)


GAP = 10  # pixels between a label and its bar
LONGEST_LABEL = 24  # ems; what is longer is cut

_BOLD = re.compile("</?b>")
_NO_MARGIN = {"l": 0, "r": 0, "t": 0, "b": 0}
_X = {"visible": False, "fixedrange": True}
_Y = {"showgrid": False, "zeroline": False, "fixedrange": True, "ticks": "", "automargin": True}


def room_for(labels: list[str], scale: Scale) -> float:
    """Pixels that the longest label takes: a Chinese character an em, others little more than half of one.

    Plotly's ``automargin`` finds it by drawing the figure twice, which doubles its time.
    """
    texts = [unescape(_BOLD.sub("", label)) for label in labels]
    ems = [sum(1 if east_asian_width(sign) in "WFA" else 0.58 for sign in text) for text in texts]
    return scale.font * min(max(ems, default=0), LONGEST_LABEL) + GAP


def bare(
    figure: go.Figure | list[go.Bar],
    *,
    height: int,
    scale: Scale,
    xaxis: Mapping[str, object] = MappingProxyType({}),
    yaxis: Mapping[str, object] = MappingProxyType({}),
    margin: Mapping[str, float] = MappingProxyType({}),
    **layout: object,
) -> go.Figure:
    """A figure without grid, frame or title, at a height, on the page's own ground.

    Args:
        figure: a figure, which is changed, or the traces of a new one (in a third of the time).
        height: in pixels.
        scale: sizes.
        xaxis, yaxis, margin, layout: what differs from the bare look. All of it is given to
            the figure at once: one ``update_layout`` costs more time than a whole figure.
    """
    whole: dict[str, object] = {
        "template": "none",  # Plotly's own would go to the browser with every figure: 6 kB
        "height": height,
        "margin": {**_NO_MARGIN, **margin},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FAMILY, "size": scale.font, "color": INK},
        "hoverlabel": {
            "bgcolor": INK,
            "bordercolor": INK,
            "font": {"family": FAMILY, "size": scale.font, "color": "#FFFFFF"},
        },
        "showlegend": False,
        "dragmode": "pan",
        "clickmode": "event+select",
        "hovermode": "closest",
        "xaxis": {**_X, **xaxis},
        "yaxis": {**_Y, **yaxis},
        **layout,
    }
    if not isinstance(figure, go.Figure):
        return go.Figure(figure, whole)
    figure.update_layout(whole, overwrite=True)
    return figure
