"""Alignment: which set phrases a speech keeps, adds, drops or words anew beside another one."""

from __future__ import annotations

from difflib import SequenceMatcher

import pandas as pd

from analysis.measures.measure_rules import MEASURES

ALIGNED = ("status", "phrase", "other", "kind", "count", "other_count", "similarity")
STATUSES = ("reworded", "added", "dropped", "kept")

SIMILAR: float = MEASURES["alignment"]["similar"]


def similarity(one: str, other: str) -> float:
    """How alike two phrases are: 2 · M / T, M the characters of the matching stretches, T of both.

    Returns:
        0 (nothing shared) to 1 (the same), the same either way round.

    References: Ratcliff & Metzener (1988), "Pattern Matching: The Gestalt Approach".

    Example:
        >>> similarity("四个意识", "四个自信")
        0.5
    """
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def aligned_phrases(
    phrases: pd.DataFrame, others: pd.DataFrame, *, similar: float = SIMILAR
) -> pd.DataFrame:
    """The set phrases of two speeches side by side.

    Args:
        phrases, others: the table of the later and of the earlier speech (``set_phrases``:
            ``phrase``, ``kind``, ``count``).
        similar: similarity from which two phrases are wordings of one another.

    Returns:
        One row a phrase or pair: ``status``; ``phrase`` (of the later speech, ``""`` if
        ``dropped``) and ``other`` (of the earlier, ``""`` if ``added``); ``kind``; ``count`` and
        ``other_count`` (places); ``similarity`` (1 if ``kept``, 0 if alone). Reworded pairs come
        first, the most alike before others; each phrase stands in one row only. The best pairs
        are taken first; of equally alike ones the more frequent.

    Note:
        Likeness is one of characters: a phrase put wholly anew is one dropped and one added, and
        two phrases of one pattern (做实 / 做细) may look like a rewording. Read both.
    """
    new, old = _counted(phrases), _counted(others)
    pairs = _pairs([p for p in new if p not in old], [p for p in old if p not in new], similar)
    best = sorted(pairs, key=lambda pair: (-pair[2], -new[pair[0]][1] - old[pair[1]][1]))
    rows: list[tuple[str, str, str, str, int, int, float]] = []
    left, right = set(new), set(old)
    for one, other, alike in best:
        if one in left and other in right:
            left.discard(one)
            right.discard(other)
            rows.append(("reworded", one, other, new[one][0], new[one][1], old[other][1], alike))
    for phrase, (kind, count) in new.items():
        if phrase in old:
            rows.append(("kept", phrase, phrase, kind, count, old[phrase][1], 1.0))
        elif phrase in left:
            rows.append(("added", phrase, "", kind, count, 0, 0.0))
    for phrase, (kind, count) in old.items():
        if phrase in right and phrase not in new:
            rows.append(("dropped", "", phrase, kind, 0, count, 0.0))
    rows.sort(key=lambda row: (STATUSES.index(row[0]), -row[6], -row[4] - row[5]))
    return pd.DataFrame(rows, columns=list(ALIGNED))


def _counted(phrases: pd.DataFrame) -> dict[str, tuple[str, int]]:
    """Phrase → kind and count; a phrase of two kinds is one."""
    counted: dict[str, tuple[str, int]] = {}
    for phrase, kind, count in zip(
        phrases["phrase"].tolist(), phrases["kind"].tolist(), phrases["count"].tolist(), strict=True
    ):
        first, before = counted.get(phrase, (kind, 0))
        counted[phrase] = (first, before + count)
    return counted


def _pairs(new: list[str], old: list[str], similar: float) -> list[tuple[str, str, float]]:
    """Pairs that are alike; only phrases that share two characters in a row are compared."""
    by_pair: dict[str, list[str]] = {}
    for phrase in old:
        for pair in _bigrams(phrase):
            by_pair.setdefault(pair, []).append(phrase)
    found = []
    for phrase in new:
        for other in dict.fromkeys(o for pair in _bigrams(phrase) for o in by_pair.get(pair, ())):
            alike = similarity(phrase, other)
            if alike >= similar:
                found.append((phrase, other, alike))
    return found


def _bigrams(phrase: str) -> list[str]:
    return sorted({phrase[place : place + 2] for place in range(len(phrase) - 1)})
