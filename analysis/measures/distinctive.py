"""Distinctive words: what one section says more often than the rest of the speech."""

from __future__ import annotations

import math
from collections import Counter
from itertools import compress

import pandas as pd

from analysis.measures.keywords import log_likelihood
from analysis.segmentation import words_of
from analysis.segmentation.stopwords import StopWords

DISTINCTIVE = ("word", "count", "rest", "log_likelihood", "log_ratio", "reliable")

FEWEST = 3  # occurrences in the whole speech; below, any test of frequency is a guess
CRITICAL = 3.84  # G² that chance exceeds once in twenty (chi-squared, one degree of freedom)


def distinctive_words(
    tokens: pd.DataFrame, sections: pd.DataFrame, part: int, *, stop: StopWords, most: int = 10
) -> pd.DataFrame:
    """Words that a section uses more often than the rest of the speech does.

    Args:
        tokens: token table of the speech.
        sections: its table of sections.
        part: row number of the section; what stands in its subsections is part of it.
        stop: words to leave out.
        most: how many rows at most.

    Returns:
        One row a word, the most distinctive first: ``word``; ``count`` and ``rest`` (tokens in
        the section and in all others); ``log_likelihood`` (G², four terms, see
        ``keywords.log_likelihood``); ``log_ratio`` (bits; +1 = twice as frequent a token here;
        a word the rest lacks is counted there as 0.5); ``reliable`` (at least ``FEWEST``
        occurrences and G² of at least ``CRITICAL``). Only words that the section uses more;
        empty if the section is the whole speech.

    Note:
        Words of a speech are not drawn by chance, and there are many of them: the order is what
        counts, not the probability. In a section of a few hundred words most G² are small.

    References:
        Dunning (1993), Computational Linguistics 19(1); Hardie (2014), "Log Ratio: an informal
        introduction".
    """
    words = words_of(tokens)
    start, end = sections["start"].iat[part], sections["end"].iat[part]
    inside = ((words["start"] >= start) & (words["start"] < end)).tolist()
    whole = words["word"].tolist()
    here = Counter(compress(whole, inside))
    there = Counter(whole)
    there.subtract(here)
    size, rest_size = here.total(), there.total()
    rows = []
    for word, count in here.items() if rest_size else ():
        rest = there[word]
        if count * rest_size > rest * size and not stop.reason(word):
            g2 = log_likelihood(count, rest, size, rest_size)
            ratio = math.log2((count / size) / ((rest or 0.5) / rest_size))
            reliable = count + rest >= FEWEST and g2 >= CRITICAL
            rows.append((word, count, rest, g2, ratio, reliable))
    rows.sort(key=lambda row: (-row[3], -row[1], -len(row[0])))
    return pd.DataFrame(rows[:most], columns=list(DISTINCTIVE))
