"""Collocation: which words stand near the hits of a search, and how strongly they are tied."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.measures.association import (
    expected,
    log_dice,
    log_likelihood,
    mutual_information,
    t_score,
)
from analysis.measures.measure_rules import FEWEST, MEASURES
from analysis.segmentation import words_of
from analysis.segmentation.stopwords import StopWords

COLLOCATES = (
    *("word", "together", "count", "expected", "log_dice", "mi", "t", "log_likelihood"),
    "enough",
)
Within: TypeAlias = Literal["sentence", "window"]
Ints: TypeAlias = NDArray[np.int64]

SPAN: int = MEASURES["collocation"]["span"]
_CLAUSE = re.compile(f"[{re.escape(MEASURES['collocation']['clause_marks'])}]")


class _Counts(NamedTuple):
    """What is counted of each word (arrays by word code), and of all.

    Attributes:
        together, total: near the node, and in all.
        near, size: units near the node, and all units: sentences, or words.
        nodes: node hits (window), or sentences that hold one.
    """

    together: Ints
    total: Ints
    near: int
    size: int
    nodes: int


def collocates(
    text: str,
    tokens: pd.DataFrame,
    hits: pd.DataFrame,
    *,
    within: Within = "sentence",
    span: int = SPAN,
    stop: StopWords | None = None,
    fewest: int = FEWEST,
) -> pd.DataFrame:
    """The words that stand with the hits of a search, the most strongly tied first.

    Args:
        text: the text.
        tokens: its token table.
        hits: where the node stands: ``start``, ``end`` (a concordance, or ``find_hits``).
        within: ``sentence``: a word and the node in one sentence count once, however often they
            stand there. ``window``: words up to ``span`` places to the left or right, not across
            the end of a clause (``clause_marks``); each counts once, also between two hits.
        span: width of the window on each side, in words.
        stop: words to leave out of the table; they are counted nevertheless.
        fewest: times together below which ``enough`` is False.

    Returns:
        One row a word that stands with the node at least once: ``word``; ``together`` (sentences
        or tokens with the node) and ``count`` (in all); ``expected`` (``together`` by chance);
        ``log_dice`` (at most 14); ``mi`` (bits); ``t``; ``log_likelihood`` (G², four terms,
        of either direction: it repels where ``mi`` is below 0); ``enough``. Those with enough
        come first, then by ``log_dice``. Words that share a character with a hit are the node
        itself; empty without hits.

    Note:
        Where ``enough`` is False the figures mean nothing: MI and logDice of a word that stands
        once, with the node, are as high as can be. MI, t and G² depend on the length of the text.

    References: Evert (2008), "Corpora and collocations"; the measures: ``association``.
    """
    words = words_of(tokens)
    codes, types = pd.factorize(words["word"])
    node = _overlapping(words, hits)
    if words.empty or hits.empty:
        nothing = np.array([], np.int64)
        return _table(np.array([], object), _Counts(nothing, nothing, 0, 1, 0), fewest)
    if within == "sentence":
        counts = _in_sentences(words, codes, len(types), node, hits)
    else:
        counts = _in_windows(text, words, codes, len(types), node, hits, span)
    table = _table(types.to_numpy(), counts, fewest)
    if stop is not None:
        hidden = [bool(stop.reason(word)) for word in table["word"]]
        table = table[~np.array(hidden, bool)]
    return table.sort_values(
        ["enough", "log_dice", "log_likelihood"], ascending=False, kind="stable", ignore_index=True
    )


def _overlapping(words: pd.DataFrame, hits: pd.DataFrame) -> NDArray[np.bool_]:
    """Which words share a character with a hit."""
    starts = np.sort(hits["start"].to_numpy())
    ends = np.sort(hits["end"].to_numpy())
    begun = np.searchsorted(starts, words["end"].to_numpy(), side="left")
    ended = np.searchsorted(ends, words["start"].to_numpy(), side="right")
    overlaps: NDArray[np.bool_] = begun > ended
    return overlaps


def _in_sentences(
    words: pd.DataFrame,
    codes: NDArray[np.intp],
    kinds: int,
    node: NDArray[np.bool_],
    hits: pd.DataFrame,
) -> _Counts:
    sentence = words["sentence"].to_numpy()
    size = int(sentence.max(initial=0)) + 1
    holds = np.zeros(size, bool)
    holds[_sentences_of_hits(words, hits)] = True
    pairs = np.unique(sentence[~node] * np.int64(kinds) + codes[~node])
    sentences, found = pairs // kinds, pairs % kinds
    together = np.bincount(found[holds[sentences]], minlength=kinds)
    count = np.bincount(found, minlength=kinds)
    return _Counts(together, count, int(holds.sum()), size, int(holds.sum()))


def _sentences_of_hits(words: pd.DataFrame, hits: pd.DataFrame) -> NDArray[np.int64]:
    """The sentence of the first word that ends after the hit's start."""
    if "sentence" in hits:
        return hits["sentence"].to_numpy(np.int64)
    rows = np.searchsorted(words["end"].to_numpy(), hits["start"].to_numpy(), side="right")
    found: Ints = words["sentence"].to_numpy(np.int64)[rows.clip(max=len(words) - 1)]
    return found


def _in_windows(
    text: str,
    words: pd.DataFrame,
    codes: NDArray[np.intp],
    kinds: int,
    node: NDArray[np.bool_],
    hits: pd.DataFrame,
    span: int,
) -> _Counts:
    starts, ends = words["start"].to_numpy(), words["end"].to_numpy()
    marks = np.array([match.start() for match in _CLAUSE.finditer(text)], dtype=np.int64)
    clause = np.searchsorted(marks, starts)
    near = np.zeros(len(words), bool)
    first = np.searchsorted(ends, hits["start"].to_numpy(), side="right")
    after = np.searchsorted(starts, hits["end"].to_numpy(), side="left")
    opens = np.searchsorted(marks, hits["start"].to_numpy())
    closes = np.searchsorted(marks, hits["end"].to_numpy() - 1)
    for step in range(1, span + 1):
        left, right = first - step, after + step - 1
        fits = left >= 0
        fits[fits] = clause[left[fits]] == opens[fits]
        near[left[fits]] = True
        fits = right < len(words)
        fits[fits] = clause[right[fits]] == closes[fits]
        near[right[fits]] = True
    near &= ~node
    together = np.bincount(codes[near], minlength=kinds)
    count = np.bincount(codes[~node], minlength=kinds)
    return _Counts(together, count, int(near.sum()), int((~node).sum()), len(hits))


def _table(types: NDArray[np.object_], counts: _Counts, fewest: int) -> pd.DataFrame:
    rows = np.flatnonzero(counts.together)
    together, count = counts.together[rows], counts.total[rows]
    whole = (together, counts.near, count, max(counts.size, 1))
    # logDice counts a word once a hit, so that it cannot pass its maximum of 14
    columns = (
        types[rows],
        together,
        count,
        expected(*whole[1:]),
        log_dice(np.minimum(together, counts.nodes), counts.nodes, count),
        mutual_information(*whole),
        t_score(*whole),
        log_likelihood(*whole),
        together >= fewest,
    )
    return pd.DataFrame(dict(zip(COLLOCATES, columns, strict=True)))
