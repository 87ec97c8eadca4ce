"""Branching entropy: how freely the neighbours of a string vary; words end where they do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

BOUNDARY = ""  # what stands beside a string at a clause's edge


class Entropy(NamedTuple):
    """Entropy of the neighbours on each side, in nats."""

    left: float
    right: float


def entropy(counts: Iterable[int]) -> float:
    """H = -Σ p ln p, in nats; 0 for a single kind or none.

    Example:
        >>> round(entropy([2, 2]), 4)
        0.6931
    """
    seen = [count for count in counts if count > 0]
    whole = sum(seen)
    return math.log(whole) - sum(n * math.log(n) for n in seen) / whole if seen else 0.0


def branching_entropy(text: Sequence[str], string: Sequence[str]) -> Entropy:
    """Entropy of what stands to the left and to the right of a string.

    Args:
        text: characters, or words.
        string: the same kind of units.

    Returns:
        Both entropies. The edge of the text is no neighbour and is not counted.

    References: Jin & Tanaka-Ishii (2006), "Unsupervised segmentation of Chinese text by use of
        branching entropy".

    Example:
        >>> found = branching_entropy("吃葡萄不吐葡萄皮不吃葡萄倒吐葡萄皮", "葡萄")
        >>> [round(side, 4) for side in found]
        [0.6931, 1.0397]
    """
    size = len(string)
    places = [at for at in range(len(text) - size + 1) if text[at : at + size] == string]
    left = Counter(text[at - 1] for at in places if at > 0)
    right = Counter(text[at + size] for at in places if at + size < len(text))
    return Entropy(entropy(left.values()), entropy(right.values()))
