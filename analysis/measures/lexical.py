"""Figures of language: how long its sentences are, how varied its words, how set its phrases."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.segmentation import words_of

SENTENCE_LENGTHS = ("sentence", "section", "start", "end", "characters", "words")
FIGURES = ("sentence_characters", "sentence_words", "mattr", "phrase_share")
RANGES = ("figure", "value", "group", "low", "median", "high", "documents", "stands")

WINDOW: int = MEASURES["lexical"]["window"]
_RANGE = MEASURES["lexical_range"]


def mattr(words: Sequence[str], window: int = WINDOW) -> float:
    """Moving-average type-token ratio: the mean share of different words in all windows.

    Args:
        words: the words in order.
        window: words in a window; it moves on by one.

    Returns:
        Above 0, at most 1; ``nan`` for a text shorter than a window.

    Note: unlike a plain type-token ratio it does not fall with the length of the text, but only
        figures with the same window and the same segmenter may be compared.

    References: Covington & McFall (2010), Journal of Quantitative Linguistics 17(2).

    Example:
        >>> mattr("one one two one one two one".split(), 4)
        0.5
    """
    if not 0 < window <= len(words):
        return math.nan
    inside = Counter(words[:window])
    types = total = len(inside)
    for left, entering in zip(words, words[window:], strict=False):
        inside[entering] += 1
        types += inside[entering] == 1
        inside[left] -= 1
        types -= inside[left] == 0
        total += types
    return total / (len(words) - window + 1) / window


def sentence_lengths(
    tokens: pd.DataFrame, sentences: pd.DataFrame, sections: pd.DataFrame
) -> pd.DataFrame:
    """How long each sentence is.

    Returns:
        One row a sentence that holds words, in order: ``sentence``, ``section`` (row numbers),
        ``start``, ``end`` (offsets), ``characters`` (of its words: marks and blanks are not
        counted), ``words``.
    """
    words = words_of(tokens)
    size = (words["end"] - words["start"]).to_numpy()
    rows = words["sentence"].to_numpy()
    table = sentences[["start", "end"]].copy()
    table["sentence"] = np.arange(len(table))
    section = np.searchsorted(sections["start"].to_numpy(), table["start"].to_numpy(), "right") - 1
    table["section"] = section.clip(0)
    counts = np.bincount(rows, weights=size, minlength=len(table))
    table["characters"] = counts.astype(np.int64)
    table["words"] = np.bincount(rows, minlength=len(table))
    return table[table["words"] > 0][list(SENTENCE_LENGTHS)].reset_index(drop=True)


def lexical_figures(
    tokens: pd.DataFrame, sentences: pd.DataFrame, sections: pd.DataFrame, places: pd.DataFrame
) -> dict[str, float]:
    """The figures of one text.

    Args:
        tokens, sentences, sections: its tables.
        places: its set phrases (``phrase_places``).

    Returns:
        ``sentence_characters``, ``sentence_words`` (mean of all sentences), ``mattr`` (window
        ``WINDOW``), ``phrase_share`` (of the characters of all words, those in set phrases, 0-1).
        ``nan`` where the text is too short.

    Note: a title, a heading line and a salutation are sentences too; many of them shorten the
        mean.
    """
    lengths = sentence_lengths(tokens, sentences, sections)
    characters = int(lengths["characters"].sum())
    in_phrases = int((places["end"] - places["start"]).sum())
    return {
        "sentence_characters": _mean(lengths["characters"]),
        "sentence_words": _mean(lengths["words"]),
        "mattr": mattr(words_of(tokens)["word"].tolist()),
        "phrase_share": min(in_phrases / characters, 1.0) if characters else math.nan,
    }


def against_reference(figures: dict[str, float], documents: pd.DataFrame) -> pd.DataFrame:
    """Each figure beside the documents of each reference group.

    Args:
        figures: from :func:`lexical_figures`.
        documents: ``group`` and the columns of ``FIGURES``, one row a document.

    Returns:
        One row a figure and group: ``figure``, ``value``, ``group``, ``low``, ``median``,
        ``high`` (10th, 50th and 90th percentile of the documents), ``documents``, ``stands``:
        ``below``, ``within`` or ``above`` the range, or ``too_few`` (documents, or words of the
        speech) to tell.
    """
    rows = []
    for figure in FIGURES:
        value = figures[figure]
        for group, column in documents.groupby("group", sort=False)[figure]:
            values = column.dropna()
            low, median, high = (
                float(values.quantile(share)) for share in (_RANGE["low"], 0.5, _RANGE["high"])
            )
            stands = "below" if value < low else "above" if value > high else "within"
            if len(values) < _RANGE["fewest_documents"] or math.isnan(value):
                stands = "too_few"
            rows.append((figure, value, group, low, median, high, len(values), stands))
    return pd.DataFrame(rows, columns=list(RANGES))


def _mean(values: pd.Series[int]) -> float:
    return float(values.mean()) if len(values) else math.nan
