"""The keyword table as the controls of a page want it: whole speech or one section, no stop words."""

from __future__ import annotations

import pandas as pd

from analysis.measures.keywords import keyword_table
from analysis.segmentation.parts_of_speech import pos_group
from analysis.segmentation.stopwords import StopWords
from analysis.study import Study, kept
from pages.parts.frame import View
from pages.parts.session import own_stop_words

WHOLE = -1


def keyword_rows(
    view: View, *, section: int = WHOLE, group: str = "all", shortest: int = 2
) -> pd.DataFrame:
    """Rows of the keyword table that are to be shown.

    Args:
        view: the page's view.
        section: row number of a top-level section, or ``WHOLE``.
        group: a group of parts of speech, or ``all``.
        shortest: characters a word must have.
    """
    return _rows(view.study, own_stop_words(), section, group, shortest)


@kept
def _rows(study: Study, stop: StopWords, section: int, group: str, shortest: int) -> pd.DataFrame:
    table = study.keywords
    if section != WHOLE:
        row = study.sections.iloc[section]
        inside = study.tokens["start"].between(row["start"], row["end"] - 1)
        text = study.reading[row["start"] : row["end"]]
        table = keyword_table(study.listed_tokens[inside], text, study.sections)
        table = study.as_written(table, "word")
    shown = [
        len(word) >= shortest and not stop.reason(word) and group in ("all", pos_group(tag))
        for word, tag in zip(table["word"], table["pos"], strict=True)
    ]
    return table.loc[shown]
