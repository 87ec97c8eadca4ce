"""Concordance (KWIC): every hit of a search in its context, aligned on the hit."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from analysis.measures.concordance_query import find_hits, without_nested
from analysis.measures.measure_rules import MEASURES

CONTEXT: int = MEASURES["concordance"]["context"]
NEIGHBOURS: int = MEASURES["concordance"]["neighbours"]
LEFT = tuple(f"left_{step}" for step in range(1, NEIGHBOURS + 1))
RIGHT = tuple(f"right_{step}" for step in range(1, NEIGHBOURS + 1))
CONCORDANCE = (
    *("query", "start", "end", "left", "word", "right", "section", "sentence"),
    *LEFT,
    *RIGHT,
)
ORDERS = ("place", "word", "left", "right")

_ONE_LINE = str.maketrans("\n\t", "  ")


def concordance(
    text: str,
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    sections: pd.DataFrame,
    query: str,
    *,
    context: int = CONTEXT,
    shown: str | None = None,
) -> pd.DataFrame:
    """Every place where a query stands, with what stands around it.

    Args:
        text: the text.
        tokens, sentences, sections: the tables of the speech.
        query: see ``parse_query``: words, phrases, several of them, wildcards.
        context: characters shown on each side.
        shown: the same text in other characters, if hits are to be shown in these.

    Returns:
        One row a hit, in reading order: ``query`` (the term that found it), ``start``, ``end``
        (offsets), ``left``, ``word``, ``right`` (text in one line), ``section``, ``sentence``
        (row numbers), ``left_1`` … and ``right_1`` … (the nearest words on each side, the nearest
        first; ``""`` beyond the speech). A hit within a hit of another term is left out.

    Note:
        Hits are places in the text, as a reader's search finds them, whether or not the characters
        are a word of their own there (落实 in 抓落实 is a hit).
    """
    hits = without_nested(find_hits(text, tokens, query))
    starts, ends = hits["start"].tolist(), hits["end"].tolist()
    places = list(zip(starts, ends, strict=True))
    text = text if shown is None else shown
    columns = {
        "query": hits["query"],
        "start": hits["start"],
        "end": hits["end"],
        "left": [text[max(0, start - context) : start].translate(_ONE_LINE) for start in starts],
        "word": [text[start:end].translate(_ONE_LINE) for start, end in places],
        "right": [text[end : end + context].translate(_ONE_LINE) for end in ends],
        "section": _rows(sections, hits["start"]),
        "sentence": _rows(sentences, hits["start"]),
        **_neighbours(tokens, hits),
    }
    return pd.DataFrame(columns)


def arranged(table: pd.DataFrame, order: str) -> pd.DataFrame:
    """A concordance sorted so that like stands with like.

    Args:
        table: from :func:`concordance`.
        order: ``place`` (reading order); ``word`` (the hits themselves); ``left`` or ``right``
            (the neighbours on that side, the nearest first).

    Returns:
        The same rows. Of ``word``, ``left`` and ``right`` the most frequent stand first.

    Raises:
        ValueError: another order.
    """
    if order not in ORDERS:
        raise ValueError(f"order must be one of {', '.join(ORDERS)}")
    if order == "place" or table.empty:
        return table
    names = {"word": ("word",), "left": LEFT, "right": RIGHT}[order]
    # a group is as frequent as the words up to and including it, so that groups nest
    chains = list(zip(*(table[name].tolist() for name in names), strict=True))
    sizes = Counter(chain[:depth] for chain in chains for depth in range(1, len(names) + 1))

    def key(row: int) -> tuple[tuple[int, str], ...]:
        chain = chains[row]
        return tuple((-sizes[chain[: depth + 1]], chain[depth]) for depth in range(len(chain)))

    return table.iloc[sorted(range(len(chains)), key=key)].reset_index(drop=True)


def _rows(table: pd.DataFrame, starts: pd.Series[int]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    found = np.searchsorted(table["start"].to_numpy(), starts.to_numpy(), side="right") - 1
    return found.clip(0)


def _neighbours(tokens: pd.DataFrame, hits: pd.DataFrame) -> dict[str, list[str]]:
    words = [""] * NEIGHBOURS + tokens["word"].tolist() + [""] * NEIGHBOURS
    before = np.searchsorted(tokens["end"].to_numpy(), hits["start"].to_numpy(), side="right")
    after = np.searchsorted(tokens["start"].to_numpy(), hits["end"].to_numpy(), side="left")
    # ``before`` words end at or before the hit; the list is shifted by its padding
    lefts = {
        name: [words[row + NEIGHBOURS - step] for row in before.tolist()]
        for step, name in enumerate(LEFT, start=1)
    }
    rights = {
        name: [words[row + NEIGHBOURS + step] for row in after.tolist()]
        for step, name in enumerate(RIGHT)
    }
    return lefts | rights
