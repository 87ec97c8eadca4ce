"""Keyness: which words a text uses more, or less, than other texts do."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.measures.association import Floats
from analysis.measures.keyness_measures import (
    bayes_factor,
    benjamini_hochberg,
    chance,
    log_likelihood,
    log_ratio,
    log_ratio_interval,
    percent_difference,
)
from analysis.measures.measure_rules import FEWEST, FEWEST_EXPECTED, LEVEL
from analysis.segmentation import words_of
from analysis.segmentation.stopwords import StopWords

COUNTS = ("word", "count")
KEYNESS = (
    *("word", "count", "reference", "per_thousand", "reference_per_thousand", "use"),
    *("log_likelihood", "log_ratio", "low", "high", "percent_difference", "bic"),
    *("p", "q", "enough", "significant"),
)


def word_counts(
    tokens: pd.DataFrame, *, start: int = 0, end: int | None = None, inside: bool = True
) -> pd.DataFrame:
    """Words and their counts, in ``text[start:end]`` or (``inside=False``) in all but that.

    Returns:
        ``word``, ``count`` (tokens), most frequent first.
    """
    words = words_of(tokens)
    chosen = words["start"].ge(start) & (True if end is None else words["start"].lt(end))
    counts = words["word"][chosen if inside else ~chosen].value_counts()
    return pd.DataFrame({"word": counts.index, "count": counts.to_numpy()})


def keyness(
    target: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    reference_size: int | None = None,
    stop: StopWords | None = None,
    fewest: int = FEWEST,
) -> pd.DataFrame:
    """The words of two texts by how far their frequencies differ.

    Args:
        target, reference: tables of ``word``, ``count`` (tokens), each word once.
        reference_size: tokens of the reference, if rare words were left out of its table.
        stop: words to leave out of the result; they belong to the text's size nevertheless.
        fewest: tokens in the target below which ``enough`` is False.

    Returns:
        One row a word of the target, or of the reference if it could be expected in the target
        at least once: ``word``; ``count``, ``reference`` (tokens); ``per_thousand``,
        ``reference_per_thousand`` (tokens a thousand); ``use`` (``over`` or ``under``);
        ``log_likelihood`` (G², four terms); ``log_ratio`` (bits) with its 95 % interval ``low``,
        ``high``; ``percent_difference``; ``bic``; ``p`` and ``q`` (Benjamini-Hochberg over the
        words of the target and those with ``enough``; NaN for others); ``enough`` (``fewest``
        tokens in the target, or at least ``fewest_expected`` if both texts used the word alike);
        ``significant`` (enough, q at most ``level``, and 0 outside the interval). Greatest G² first, those with enough before the others; empty if
        either text is.

    Note:
        Order and size of effect are what counts; with a large reference almost any difference
        is "significant". A word used in one document alone may be key only for its topic.

    References: ``keyness_measures``.
    """
    both = target[["word", "count"]].merge(
        reference[["word", "count"]].rename(columns={"count": "reference"}), "outer", on="word"
    )
    both = both.fillna({"count": 0, "reference": 0})
    a, b = both["count"].to_numpy(float), both["reference"].to_numpy(float)
    c, d = a.sum(), float(reference_size or b.sum())
    if not c or not d:
        return _scored(both.iloc[:0], a[:0], b[:0], 1.0, 1.0, fewest)
    looked_at = (a > 0) | (c * (a + b) / (c + d) >= 1)
    table = _scored(both[looked_at], a[looked_at], b[looked_at], c, d, fewest)
    if stop is not None:
        hidden = [bool(stop.reason(word)) for word in table["word"]]
        table = table[~np.array(hidden, bool)]
    return table.sort_values(
        ["enough", "log_likelihood", "count"], ascending=False, kind="stable", ignore_index=True
    )


def _scored(
    both: pd.DataFrame, a: Floats, b: Floats, c: float, d: float, fewest: int
) -> pd.DataFrame:
    g2 = log_likelihood(a, b, c, d)
    low, high = log_ratio_interval(a, b, c, d)
    enough = (a >= fewest) | (c * (a + b) / (c + d) >= FEWEST_EXPECTED)
    p, tested = chance(g2), enough | (a > 0)
    q = np.full(len(p), np.nan)
    q[tested] = benjamini_hochberg(p[tested])
    columns = (
        both["word"],
        a.astype(np.int64),
        b.astype(np.int64),
        1000 * a / c,
        1000 * b / d,
        np.where(a * d > b * c, "over", "under"),
        g2,
        log_ratio(a, b, c, d),
        low,
        high,
        percent_difference(a, b, c, d),
        bayes_factor(g2, c + d),
        p,
        q,
        enough,
        enough & (np.nan_to_num(q, nan=1.0) <= LEVEL) & ((low > 0) | (high < 0)),
    )
    return pd.DataFrame(dict(zip(KEYNESS, columns, strict=True)))
