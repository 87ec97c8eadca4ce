"""Grams: up to three neighbouring characters as one number, to look a whole text up at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Grams = NDArray[np.uint64]

LONGEST_GRAM = 3  # characters whose code points fit into 64 bits
_BITS = np.uint64(21)  # of a code point


def grams_of(text: str, size: int) -> Grams:
    """The gram of ``size`` characters (one to three) that begins at each place of ``text``.

    Example:
        >>> len(grams_of("抓落实", 2))
        2
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    single = codes.astype(np.uint64)
    grams = single[: max(len(single) - size + 1, 0)]
    for step in range(1, size):
        grams = grams << _BITS | single[step : step + len(grams)]
    return grams


def grams_of_words(words: Iterable[str], size: int) -> Grams:
    """The gram that each word begins with; none may be shorter."""
    return grams_of("".join([word[:size] for word in words]), size)[::size]


def counts_of(keys: Grams, grams: Grams) -> NDArray[np.int64]:
    """How often each of ``keys`` is among ``grams``."""
    ranked = np.sort(grams)
    first = np.searchsorted(ranked, keys, side="left")
    return np.searchsorted(ranked, keys, side="right") - first


def places_of(keys: Grams, grams: Grams) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where one of ``keys``, which are in order, stands in ``grams``; and which of them it is."""
    if not len(keys):
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    rows = np.searchsorted(keys, grams).clip(max=len(keys) - 1)
    places = np.flatnonzero(keys[rows] == grams)
    return places, rows[places]
