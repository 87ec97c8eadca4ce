"""The themes by sections, as the heat map of the sections page wants them."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.figures.heatmap import theme_heatmap
from analysis.findings import top_sections
from analysis.study import kept
from pages.parts.frame import View
from pages.parts.labels import AXIS, WIDE_AXIS, named, short_label, wrap

NARROWEST, WIDEST = 3, 6  # Chinese characters of a line above a column


@kept
def heatmap_figure(view: View) -> go.Figure:
    """See ``theme_heatmap``."""
    study, tops = view.study, top_sections(view.study)
    cells = study.profiles[study.profiles["section"].isin(tops["section"])]
    room = (WIDE_AXIS if view.projector else AXIS) / view.scale.font / len(tops)
    width = max(NARROWEST, min(WIDEST, int(room)))
    labels = {
        int(row["section"]): wrap(short_label(view, row), width=width) for _, row in tops.iterrows()
    }
    cells = named(view, cells.assign(label=cells["section"].map(labels)))
    return theme_heatmap(cells, scale=view.scale, hover=view.t("sections.cell"))
