"""What the controls of the keywords page ask for, as a table and as a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.bars import keyword_bars, measure_bars
from analysis.segmentation.stopwords import StopWords
from analysis.study import kept
from pages.parts.frame import View
from pages.parts.keyword_rows import WHOLE, keyword_rows
from pages.parts.session import own_stop_words

MEASURES = {"total": "d", "own": "d", "tfidf": ".1f", "textrank": ".2f"}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The controls: measure, section, part of speech, least length, how many bars."""

    measure: str = "total"
    section: int = WHOLE
    group: str = "all"
    shortest: int = 2
    most: int = 15

    @property
    def counts(self) -> bool:
        """Whether the measure is a count, with an own and a further end."""
        return self.measure in ("total", "own")


def ranked_rows(view: View, ranking: Ranking) -> pd.DataFrame:
    """All rows of the keyword table that the controls let through, the best first."""
    return _ranked(view, replace(ranking, most=0), own_stop_words())


def ranked_bars(view: View, ranking: Ranking) -> go.Figure:
    """The best of them as bars."""
    return _bars(view, ranking, own_stop_words())


@kept
def _ranked(view: View, ranking: Ranking, stop: StopWords) -> pd.DataFrame:
    rows = keyword_rows(
        view, section=ranking.section, group=ranking.group, shortest=ranking.shortest
    )
    return rows.sort_values([ranking.measure, "total"], ascending=False, kind="stable")


@kept
def _bars(view: View, ranking: Ranking, stop: StopWords) -> go.Figure:
    best = ranked_rows(view, ranking).head(ranking.most)
    if ranking.counts:
        return keyword_bars(best, scale=view.scale, hover=view.t("keywords.hover"))
    form = MEASURES[ranking.measure]
    return measure_bars(best, ranking.measure, scale=view.scale, form=form)
