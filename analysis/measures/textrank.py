"""TextRank: words that stand near many other weighty words weigh more."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

SPAN = 5
DAMPING = 0.85
ROUNDS = 10
CONTENT = ("n", "v", "l", "i", "j", "a")


def textrank(words: pd.DataFrame) -> dict[str, float]:
    """Weight of each content word, the highest scaled to 1.

    Args:
        words: token table without enumerators and masks.

    Returns:
        Word → weight in (0, 1]. Nouns, verbs, adjectives, names and set phrases of two or more
        characters take part; two of them are tied, once for each time, when they stand fewer than
        ``SPAN`` content words apart.

    Note: weights depend on the whole text; those of different speeches cannot be compared.

    References: Mihalcea & Tarau (2004), "TextRank: Bringing Order into Texts".
    """
    pairs_of = zip(words["word"].tolist(), words["pos"].tolist(), strict=True)
    content = [word for word, tag in pairs_of if len(word) > 1 and tag[:1] in CONTENT]
    codes, types = pd.factorize(np.array(content, dtype=object))
    if not len(types):
        return {}
    pairs = [(codes[:-step], codes[step:]) for step in range(1, SPAN)]
    left = np.concatenate([pair[0] for pair in pairs])
    right = np.concatenate([pair[1] for pair in pairs])
    sources, targets = np.concatenate([left, right]), np.concatenate([right, left])
    degree = np.bincount(sources, minlength=len(types))
    share = 1 / np.maximum(degree, 1)[sources]
    rank: NDArray[np.floating] = np.ones(len(types))
    for _ in range(ROUNDS):
        inflow = np.bincount(targets, weights=rank[sources] * share, minlength=len(types))
        rank = (1 - DAMPING) + DAMPING * inflow
    return dict(zip(types, (rank / rank.max()).tolist(), strict=True))
