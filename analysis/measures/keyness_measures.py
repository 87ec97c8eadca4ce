"""Measures of keyness: how sure a difference in frequency is, and how great.

``a`` and ``b`` are the counts of a word in the target and in the reference, ``c`` and ``d`` the
tokens of each; arrays or single numbers.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.association import Floats, floats
from analysis.measures.association import log_likelihood as association_log_likelihood

Z95 = 1.959963984540054  # the normal distribution's 97.5 % point
ZERO = 0.5  # what a count of 0 is taken for in a ratio


def log_likelihood(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Floats:
    """G² with four terms: ``a`` of ``c`` tokens against ``b`` of ``d``; G² = 2 Σ O ln(O / E).

    The variant of a full two-by-two table (the word and all others in both texts).

    References: Dunning (1993), Computational Linguistics 19(1).

    Example:
        >>> round(float(log_likelihood(52, 57, 50_000, 75_000)), 5)
        2.65406
    """
    a, b, c, d = (floats(x) for x in (a, b, c, d))
    return association_log_likelihood(a, c, a + b, c + d)


def log_likelihood_two_terms(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Floats:
    """G² with two terms: the word's two counts alone, as log-likelihood calculators give it.

    Note: at most the four-term variant; say which one a figure is.

    References: Rayson & Garside (2000), "Comparing corpora using frequency profiling".

    Example:
        >>> round(float(log_likelihood_two_terms(52, 57, 50_000, 75_000)), 5)
        2.65171
    """
    a, b, c, d = (floats(x) for x in (a, b, c, d))
    rate = (a + b) / (c + d)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = (np.where(o > 0, o * np.log(o / (n * rate)), 0.0) for o, n in ((a, c), (b, d)))
        return 2 * floats(sum(terms))


def log_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Floats:
    """log2((a / c) / (b / d)), bits: +1 = twice as frequent a token; a count of 0 is taken for 0.5.

    References: Hardie (2014), "Log Ratio: an informal introduction".

    Example:
        >>> round(float(log_ratio(52, 57, 50_000, 75_000)), 5)
        0.45251
    """
    a, b = _no_zero(a), _no_zero(b)
    return floats(np.log2((a / floats(c)) / (b / floats(d))))


def log_ratio_interval(
    a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike
) -> tuple[Floats, Floats]:
    """The 95 % interval of the log ratio: ± 1.96 √(1/a - 1/c + 1/b - 1/d) / ln 2.

    Note: takes words for drawn by chance, one by one; words come in clusters, so the truth is
        less sure than the interval.

    References: Katz, Baptista, Azen & Pike (1978), Biometrics 34(3) (ratio of two proportions).
    """
    middle = log_ratio(a, b, c, d)
    a, b, c, d = _no_zero(a), _no_zero(b), floats(c), floats(d)
    error = np.sqrt(np.maximum(1 / a - 1 / c + 1 / b - 1 / d, 0.0)) / math.log(2)
    return middle - Z95 * error, middle + Z95 * error


def percent_difference(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Floats:
    """%DIFF = 100 · (rate in the target - rate in the reference) / rate in the reference.

    References: Gabrielatos & Marchi (2012), "Keyness: appropriate metrics".

    Example:
        >>> round(float(percent_difference(206523, 178174, 959641, 1562358)), 1)
        88.7
    """
    rate = _no_zero(b) / floats(d)
    return floats(100 * (floats(a) / floats(c) - rate) / rate)


def bayes_factor(g2: ArrayLike, size: ArrayLike) -> Floats:
    """BIC = G² - ln(c + d), with one degree of freedom: above 2 positive, above 10 very strong.

    References: Wilson (2013), "Embracing Bayes factors for key item analysis".

    Example:
        >>> round(float(bayes_factor(log_likelihood_two_terms(52, 57, 5e4, 7.5e4), 125_000)), 5)
        -9.08436
    """
    return floats(floats(g2) - np.log(floats(size)))


def chance(g2: ArrayLike) -> Floats:
    """p of a G² with one degree of freedom (chi-squared): erfc(√(G² / 2))."""
    values = np.atleast_1d(np.sqrt(np.maximum(floats(g2), 0.0) / 2)).tolist()
    return np.array([math.erfc(value) for value in values], dtype=np.float64)


def benjamini_hochberg(p: ArrayLike) -> Floats:
    """Adjusted p (q): the rate of false finds if this one and all surer ones are called finds.

    References: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57(1).

    Example:
        >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
        [0.04, 0.0533, 0.0533, 0.5]
    """
    values = floats(p)
    order = np.argsort(values)[::-1]
    ranks = np.arange(len(values), 0, -1)
    adjusted = np.minimum.accumulate(values[order] * len(values) / ranks)
    out = np.empty_like(values)
    out[order] = np.minimum(adjusted, 1.0)
    return out


def _no_zero(count: ArrayLike) -> Floats:
    values = floats(count)
    return np.where(values == 0, ZERO, values)
