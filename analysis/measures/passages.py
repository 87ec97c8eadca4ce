"""Passages: from a count back to the sentences it was counted from."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.speech import Span

PASSAGES = ("sentence", "section", "start", "end", "marks")


def find_word(text: str, word: str) -> list[Span]:
    """Every place where ``word`` stands in ``text``, without overlap; as many as its total count."""
    return [match.span() for match in re.finditer(re.escape(word), text)] if word else []


def passages(spans: list[Span], sentences: pd.DataFrame, sections: pd.DataFrame) -> pd.DataFrame:
    """The sentences that hold the given spans.

    Args:
        spans: places in the text, sorted.
        sentences, sections: the tables of the speech.

    Returns:
        One row a sentence, in order: ``sentence``, ``section`` (row numbers), ``start``, ``end``
        (offsets), ``marks`` (list of the spans that begin in it).
    """
    if not spans or sentences.empty:
        return pd.DataFrame(columns=list(PASSAGES))
    starts = np.array([start for start, _ in spans])
    rows = np.searchsorted(sentences["start"].to_numpy(), starts, side="right") - 1
    marks: dict[int, list[Span]] = {}
    for row, span in zip(rows.clip(0).tolist(), spans, strict=True):
        marks.setdefault(row, []).append(span)
    table = sentences.iloc[list(marks)]
    places = np.searchsorted(sections["start"].to_numpy(), table["start"], side="right") - 1
    columns = (list(marks), places, table["start"].to_numpy(), table["end"].to_numpy())
    return pd.DataFrame(
        dict(zip(PASSAGES, (*columns, list(marks.values())), strict=True)),
    )
