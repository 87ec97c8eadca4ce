"""Measures of dispersion: how evenly counts fall over parts of given sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence


def deviation_of_proportions(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """DP = ½ Σ |vᵢ - sᵢ|, vᵢ the part's share of the hits, sᵢ its share of the text.

    Returns:
        0 (as even as the parts are long) to almost 1; ``nan`` without hits.

    References: Gries (2008), Int. Journal of Corpus Linguistics 13(4).

    Example:
        >>> round(deviation_of_proportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 2)
        0.18
    """
    hits, whole = sum(counts), sum(sizes)
    if not hits or not whole:
        return math.nan
    pairs = zip(counts, sizes, strict=True)
    return sum(abs(count / hits - size / whole) for count, size in pairs) / 2


def normalized_deviation(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """DPnorm = DP / (1 - min sᵢ): 0 (even) to 1 (all in the smallest part).

    Returns:
        ``nan`` without hits or with fewer than two parts: nothing can be said of one part.

    References: Lijffijt & Gries (2012), Int. Journal of Corpus Linguistics 17(1).

    Example:
        >>> round(normalized_deviation([2, 1, 0], [1, 1, 1]), 4)
        0.5
    """
    if len(counts) < 2 or not sum(sizes):
        return math.nan
    return deviation_of_proportions(counts, sizes) / (1 - min(sizes) / sum(sizes))


def juilland_d(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Juilland's D = 1 - (σ / μ) / √(n - 1), over rates (hits per word of each part).

    σ is the population's standard deviation; 1 = even, 0 = all in one part.

    Returns:
        ``nan`` without hits or with fewer than two parts.

    Note: every part weighs the same, so one hit in a very short part pulls D down; DP weighs
        parts by their length.

    References: Juilland & Chang-Rodríguez (1964); Carroll (1970); Gries (2008) for unequal parts.

    Example:
        >>> round(juilland_d([0, 4, 3, 2, 1], [1, 1, 1, 1, 1]), 4)
        0.6464
    """
    if len(counts) < 2 or not sum(counts) or min(sizes) <= 0:
        return math.nan
    rates = [count / size for count, size in zip(counts, sizes, strict=True)]
    mean = sum(rates) / len(rates)
    deviation = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / len(rates))
    return max(0.0, 1 - deviation / mean / math.sqrt(len(rates) - 1))  # rounding may pass 0
