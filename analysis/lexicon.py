"""The set terms of the official register: what the domain says as one term stays one term."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from analysis.assets import ASSETS, read_rows
from analysis.speech import Span

_Link: TypeAlias = "tuple[Span, _Link] | None"  # a cover as a linked list: none is ever copied
_Cover: TypeAlias = tuple[int, _Link]

KEY = 2  # terms are found by their first two characters; shorter ones cannot be set terms


@dataclass(frozen=True, slots=True)
class Term:
    """A set term: its part of speech (jieba's tags) and its category (``assets/lexicon``)."""

    word: str
    pos: str
    category: str


@dataclass(frozen=True)
class Lexicon:
    """Set terms, found in a text so that as much of it as possible is covered by long ones."""

    terms: dict[str, Term]
    _lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self.terms:
            lengths[word[:KEY]].add(len(word))
        found = {key: tuple(sorted(sizes, reverse=True)) for key, sizes in lengths.items()}
        object.__setattr__(self, "_lengths", found)

    def matches(self, text: str) -> list[Span]:
        """Non-overlapping spans of set terms, in order.

        Where terms overlap, the choice is the one with the greatest sum of squared lengths, which
        is "longest first" without letting a long term on the left break a longer one on the right.
        """
        found: list[Span] = []
        lengths, terms = self._lengths, self.terms
        for start in range(len(text) - 1):
            for length in lengths.get(text[start : start + KEY], ()):
                end = start + length
                if text[start:end] in terms and end <= len(text):
                    found.append((start, end))
        return _best_cover(found)


def _best_cover(spans: list[Span]) -> list[Span]:
    """Weighted interval scheduling with weight length²; ``spans`` are sorted by start."""
    chosen: list[Span] = []
    cluster: list[Span] = []
    reach = 0
    for span in spans:
        if cluster and span[0] >= reach:
            chosen.extend(_solve(cluster))
            cluster = []
        cluster.append(span)
        reach = max(reach, span[1])
    chosen.extend(_solve(cluster))
    return chosen


def _solve(cluster: list[Span]) -> list[Span]:
    if len(cluster) < 2:
        return cluster
    best: dict[int, _Cover] = {}
    ahead: _Cover = (0, None)
    starts = sorted({start for start, _ in cluster}, reverse=True)
    after = sorted({*starts, *(end for _, end in cluster)}, reverse=True)
    by_start: dict[int, list[int]] = defaultdict(list)
    for start, end in cluster:
        by_start[start].append(end)
    for place in after:
        for end in by_start.get(place, ()):
            weight, rest = best[end]
            weight += (end - place) ** 2
            if weight > ahead[0]:
                ahead = (weight, ((place, end), rest))
        best[place] = ahead
    chosen: list[Span] = []
    link = ahead[1]
    while link:
        span, link = link
        chosen.append(span)
    return chosen


@lru_cache(maxsize=8)
def lexicon(extra: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of ``assets/lexicon`` with a person's own words (``extra``) added."""
    terms: dict[str, Term] = {}
    for path in sorted((ASSETS / "lexicon").glob("*.tsv")):
        for word, category, pos, *_ in read_rows(path):
            terms.setdefault(word, Term(word, pos, category))
    for word in extra:
        if len(word) >= KEY:
            terms[word] = Term(word, "l", "own")
    return Lexicon(terms)
