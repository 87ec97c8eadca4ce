"""Association: how much more often two things stand together than chance would have it.

Every function takes arrays (or single numbers): ``observed`` times together, ``first`` and
``second`` times each, out of ``size``.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]


def floats(values: ArrayLike) -> Floats:
    """Counts as an array of floating-point numbers."""
    return np.asarray(values, np.float64)


def expected(first: ArrayLike, second: ArrayLike, size: ArrayLike) -> Floats:
    """How often two independent things stand together: first · second / size."""
    return floats(first) * floats(second) / floats(size)


def mutual_information(
    observed: ArrayLike, first: ArrayLike, second: ArrayLike, size: ArrayLike
) -> Floats:
    """MI = log2(O / E), bits; -inf where they never stand together.

    Note: rises as counts fall; two words that stand once each, together, have the highest MI.

    References: Church & Hanks (1990), Computational Linguistics 16(1).

    Example:
        >>> round(float(mutual_information(8, 1105, 44, 15_000_000)), 1)
        11.3
    """
    with np.errstate(divide="ignore"):
        return floats(np.log2(floats(observed) / expected(first, second, size)))


def t_score(observed: ArrayLike, first: ArrayLike, second: ArrayLike, size: ArrayLike) -> Floats:
    """t = (O - E) / √O: how sure it is that they attract each other; 0 where O is 0.

    Note: favours frequent words; the values order collocates, they are no test of significance.

    References: Church, Gale, Hanks & Hindle (1991); Manning & Schütze (1999), 5.3.1.

    Example:
        >>> round(float(t_score(8, 15828, 4675, 14_307_668)), 6)
        0.999932
    """
    seen = floats(observed)
    difference = seen - expected(first, second, size)
    out = np.zeros_like(difference)
    return floats(np.divide(difference, np.sqrt(seen), out=out, where=seen > 0))


def log_dice(observed: ArrayLike, first: ArrayLike, second: ArrayLike) -> Floats:
    """logDice = 14 + log2(2 · O / (f1 + f2)): 14 = always together; one less = half as often.

    Note: does not depend on the length of the text, so it may be compared between texts.

    References: Rychlý (2008), "A lexicographer-friendly association score".
    """
    together = 2 * floats(observed)
    with np.errstate(divide="ignore"):
        return floats(14 + np.log2(together / (floats(first) + floats(second))))


def log_likelihood(
    observed: ArrayLike, first: ArrayLike, second: ArrayLike, size: ArrayLike
) -> Floats:
    """G² = 2 Σ O ln(O / E) over the four cells: together, one alone, the other alone, neither.

    Note: says how sure a difference from chance is, not in which direction nor how great; for
    the direction compare O with E.

    References: Dunning (1993), Computational Linguistics 19(1).
    """
    seen, one, two, whole = (floats(x) for x in (observed, first, second, size))
    rest_one, rest_two = whole - one, whole - two
    cells = (
        (seen, one * two),
        (one - seen, one * rest_two),
        (two - seen, rest_one * two),
        (whole - one - two + seen, rest_one * rest_two),
    )
    total = floats(sum(_term(count, product / whole) for count, product in cells))
    return floats(np.maximum(2 * total, 0.0))


def _term(count: Floats, mean: Floats) -> Floats:
    ratio = np.divide(count, mean, out=np.ones_like(mean + count), where=(count > 0) & (mean > 0))
    return count * np.log(ratio)
