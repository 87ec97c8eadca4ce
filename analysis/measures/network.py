"""Network: the words that a speech ties together, as a figure of at most a few dozen nodes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.association import log_dice, log_likelihood
from analysis.measures.measure_rules import CRITICAL, FEWEST, MEASURES
from analysis.measures.network_layout import force_layout
from analysis.segmentation import words_of
from analysis.segmentation.stopwords import StopWords

NODES = ("word", "count", "ties", "centre", "x", "y")
EDGES = ("source", "target", "together", "log_dice", "log_likelihood", "enough")

MOST_NODES: int = MEASURES["network"]["nodes"]
MOST_EDGES: int = MEASURES["network"]["edges"]
FEWEST_TIES: int = MEASURES["network"]["fewest"]
_WORDS = 400  # words looked at: rarer ones cannot be tied for sure


class Network(NamedTuple):
    """A network as two tidy tables.

    Attributes:
        nodes: one row a word: ``word``; ``count`` (sentences that hold it); ``ties`` (edges);
            ``centre`` (the word asked for); ``x``, ``y`` (place, 0-1).
        edges: one row a tie, the strongest first: ``source``, ``target`` (words), ``together``
            (sentences with both), ``log_dice``, ``log_likelihood`` (G², four terms), ``enough``
            (sentences for the figures to mean anything; other ties are hints).
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


def word_network(
    tokens: pd.DataFrame,
    *,
    centre: str = "",
    stop: StopWords | None = None,
    most_nodes: int = MOST_NODES,
    most_edges: int = MOST_EDGES,
    fewest: int = FEWEST_TIES,
) -> Network:
    """The strongest ties between words that stand in the same sentences.

    Args:
        tokens: token table of the speech.
        centre: a word: only it and the words tied to it are shown, with their ties.
        stop: words to leave out, as are single characters.
        most_nodes, most_edges: how many at most.
        fewest: sentences together below which there is no tie.

    Returns:
        The network; empty where nothing is tied. A tie takes ``fewest`` sentences together, more
        than by chance, and G² of at least ``critical``. The strongest are kept, those with
        enough sentences before the others, then by logDice; every node has one. Places are the same for the same words.

    Note:
        A speech of a few dozen sentences has few sure ties; that a tie is missing says nothing.

    References: Rychlý (2008) for logDice; Fruchterman & Reingold (1991) for the layout.
    """
    found = _ties(tokens, stop, centre, fewest)
    edges = _strongest(found, centre, most_nodes, most_edges)
    ties = pd.concat([edges["source"], edges["target"]]).value_counts()
    words = sorted(ties.index, key=lambda word: (word != centre, -ties[word], word))
    counts = _sentence_counts(tokens)
    places = force_layout(words, edges)
    nodes = pd.DataFrame(
        {
            "word": words,
            "count": [counts[word] for word in words],
            "ties": [int(ties[word]) for word in words],
            "centre": [word == centre for word in words],
            "x": places[:, 0],
            "y": places[:, 1],
        }
    )
    return Network(nodes, edges)


def _sentence_counts(tokens: pd.DataFrame) -> dict[str, int]:
    counts = words_of(tokens)[["word", "sentence"]].drop_duplicates()["word"].value_counts()
    return dict(zip(counts.index.tolist(), counts.tolist(), strict=True))


def _ties(tokens: pd.DataFrame, stop: StopWords | None, centre: str, fewest: int) -> pd.DataFrame:
    """All ties between the most frequent words that may be shown."""
    counts = _sentence_counts(tokens)
    words = [
        word
        for word, count in counts.items()
        if word == centre
        or (count >= fewest and len(word) > 1 and not (stop and stop.reason(word)))
    ]
    words = sorted(words, key=lambda word: (word != centre, -counts[word], word))[:_WORDS]
    code = {word: place for place, word in enumerate(words)}
    rows = words_of(tokens)
    codes = rows["word"].map(code)
    known = codes.notna().to_numpy()
    sentence = rows["sentence"].to_numpy()
    holds = np.zeros((int(sentence.max(initial=0)) + 1, len(words)), np.float32)
    holds[sentence[known], codes[known].to_numpy(np.int64)] = 1
    both = holds.T @ holds
    one, other = np.nonzero(np.triu(both >= fewest, k=1))
    together = both[one, other].astype(np.int64)
    size = np.array([counts[word] for word in words], np.int64)
    whole = (together, size[one], size[other], max(len(holds), 1))
    g2, dice = log_likelihood(*whole), log_dice(*whole[:3])
    sure = (g2 >= CRITICAL) & (together * len(holds) > size[one] * size[other])
    names = np.array(words, dtype=object)
    columns = (names[one], names[other], together, dice, g2, together >= FEWEST)
    found = pd.DataFrame(dict(zip(EDGES, columns, strict=True)))[sure]
    order = ["enough", "log_dice", "log_likelihood"]
    return found.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def _strongest(found: pd.DataFrame, centre: str, most_nodes: int, most_edges: int) -> pd.DataFrame:
    """The strongest ties whose words fit in, around the centre if there is one."""
    if centre:
        near = found[(found["source"] == centre) | (found["target"] == centre)]
        near = near.head(most_nodes - 1)
        shown = {centre, *near["source"], *near["target"]}
        among = found[found["source"].isin(shown) & found["target"].isin(shown)]
        return pd.concat([near, among]).drop_duplicates(["source", "target"])[:most_edges]
    nodes: set[str] = set()
    kept: list[int] = []
    for row, pair in enumerate(zip(found["source"], found["target"], strict=True)):
        if len(kept) < most_edges and len(nodes | set(pair)) <= most_nodes:
            nodes |= set(pair)
            kept.append(row)
    return found.iloc[kept].reset_index(drop=True)
