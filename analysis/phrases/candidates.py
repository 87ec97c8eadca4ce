"""Candidates for new set phrases: words that keep together and stand free as a whole."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TypeAlias

import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.measures.reference import Reference
from analysis.phrases.branching import entropy
from analysis.segmentation import NOT_WORDS
from analysis.segmentation.lexicon import lexicon
from analysis.segmentation.stopwords import StopWords
from analysis.speech import Span

CANDIDATES = ("phrase", "words", "count", "pmi", "left", "right", "score", "places")

_Row: TypeAlias = tuple[str, int, int, float, float, float, float, list[Span]]

_RULES = MEASURES["candidates"]
_JOINED = re.compile(r"[\u4e00-\u9fff]+")


def candidates(
    tokens: pd.DataFrame,
    reference: Reference | None = None,
    *,
    stop: StopWords | None = None,
    count: int = _RULES["count"],
    extra: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Runs of words that behave like one term, the surest first.

    Args:
        tokens: token table of the speech.
        reference: background word counts, added to those of the speech: a short speech alone
            does not know how common a word is.
        stop: words that no candidate begins or ends with.
        count: fewest places.
        extra: a person's own terms, which are candidates no more.

    Returns:
        One row a candidate: ``phrase``; ``words`` (how many); ``count`` (places); ``pmi`` (bits,
        the lowest over all ways to cut it in two: log2 of p(whole) / (p(left) · p(right)); p of
        a single word is its background share, that of more words their share in the speech); ``left``, ``right``
        (branching entropy, nats; each edge of a clause counts as a neighbour of its own);
        ``score`` (count · pmi, of what stands free on both sides); ``places`` (list of spans).
        A run that stands in a longer candidate, each time, is left out.

    Note:
        From a few places neither figure is sure: candidates are for a person to read and to
        choose from, not to be taken as they are.

    References: Church & Hanks (1990) for PMI; Jin & Tanaka-Ishii (2006) for branching entropy.
    """
    words, starts, ends = (tokens[name].tolist() for name in ("word", "start", "end"))
    real = (~tokens["pos"].isin(NOT_WORDS)).tolist()
    edges = {word for word in set(words) if stop is not None and stop.reason(word)}
    joins = [bool(r and _JOINED.fullmatch(w)) for r, w in zip(real, words, strict=True)]
    runs = _runs(starts, ends, joins)
    share = _Background(Counter(words), reference)
    grams = _ngrams(words, runs, edges)
    known = lexicon(extra).terms
    found: dict[tuple[str, ...], _Row] = {}
    for run, places in grams.items():
        if len(places) < count or "".join(run) in known:
            continue
        left, right = _free(words, starts, ends, places, len(run))
        pmi = _pmi(run, grams, share)
        if (
            pmi >= _RULES["pmi"]
            and max(left, right) >= _RULES["entropy"]
            and min(left, right) >= _RULES["free_side"]
        ):
            spans = [(starts[at], ends[at + len(run) - 1]) for at in places]
            score = len(places) * pmi
            found[run] = ("".join(run), len(run), len(places), pmi, left, right, score, spans)
    rows = sorted(_longest(found), key=lambda row: (-row[6], -row[1], row[7][0]))
    return pd.DataFrame(rows, columns=list(CANDIDATES))


class _Background:
    """Share of each word in the speech and the reference together."""

    def __init__(self, words: Counter[str], reference: Reference | None) -> None:
        self.words = words
        self.known: dict[str, int] = {}
        self.size = words.total()
        if reference is not None:
            table = reference.counts()
            table = table[table["word"].isin(set(words))]
            self.known = dict(zip(table["word"], table["count"].tolist(), strict=True))
            self.size += reference.size()

    def log_share(self, word: str) -> float:
        return math.log2((self.words[word] + self.known.get(word, 0)) / self.size)


def _runs(starts: list[int], ends: list[int], joins: list[bool]) -> list[tuple[int, int]]:
    """Stretches of words that touch one another, as rows [first, after)."""
    runs, first = [], 0
    for row in range(len(starts)):
        if not joins[row] or (row > first and starts[row] != ends[row - 1]):
            runs.append((first, row))
            first = row if joins[row] else row + 1
    return [(a, b) for a, b in [*runs, (first, len(starts))] if b - a > 1]


def _ngrams(
    words: list[str], runs: list[tuple[int, int]], edges: set[str]
) -> dict[tuple[str, ...], list[int]]:
    """Places (rows) of the runs of two and more words; longer ones only from frequent pairs."""
    pairs = Counter(pair for a, b in runs for pair in pairwise(words[a:b]))
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for first, after in runs:
        for row in range(first, after - 1):
            if words[row] in edges:
                continue
            for size in range(2, min(_RULES["longest"], after - row) + 1):
                if pairs[words[row + size - 2], words[row + size - 1]] < 2:
                    break
                if words[row + size - 1] not in edges:
                    places[tuple(words[row : row + size])].append(row)
    return places


def _free(
    words: list[str], starts: list[int], ends: list[int], places: list[int], size: int
) -> tuple[float, float]:
    left: Counter[str | int] = Counter()
    right: Counter[str | int] = Counter()
    for number, row in enumerate(places):
        after = row + size
        joined = row > 0 and ends[row - 1] == starts[row]
        left[words[row - 1] if joined else number] += 1
        joined = after < len(words) and ends[after - 1] == starts[after]
        right[words[after] if joined else number] += 1
    return entropy(left.values()), entropy(right.values())


def _pmi(
    run: tuple[str, ...], grams: dict[tuple[str, ...], list[int]], share: _Background
) -> float:
    """The lowest over all cuts in two: a run is as firm as its weakest joint."""

    def log_share(part: tuple[str, ...]) -> float:
        if len(part) > 1 and part in grams:
            return math.log2(len(grams[part]) / share.words.total())
        return sum(share.log_share(word) for word in part)

    cuts = range(1, len(run))
    return log_share(run) - max(log_share(run[:at]) + log_share(run[at:]) for at in cuts)


def _longest(found: dict[tuple[str, ...], _Row]) -> list[_Row]:
    """Runs that do not stand in the same longer one each time."""
    inside: Counter[tuple[str, ...]] = Counter()
    for run, row in found.items():
        for first in range(len(run) - 1):
            for after in range(first + 2, len(run) + 1):
                part = run[first:after]
                if part != run:
                    inside[part] = max(inside[part], row[2])
    return [row for run, row in found.items() if inside[run] < row[2]]
