"""The best cover: which of many overlapping spans to keep, so that long ones stay whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class Candidate(NamedTuple):
    """A span that may become one token: what it weighs against others, its part of speech."""

    start: int
    end: int
    weight: int
    pos: str


_Link: TypeAlias = "tuple[Candidate, _Link] | None"  # a linked list: no cover is ever copied
_Cover: TypeAlias = tuple[int, _Link]


def best_cover(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without overlap and of the greatest total weight, in order.

    Weighted interval scheduling, solved apart for each cluster of candidates that overlap. With
    length² as weight this is "longest first" without letting a long term on the left break a
    longer one on the right.
    """
    chosen: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = 0
    for candidate in sorted(candidates):
        if cluster and candidate.start >= reach:
            chosen += _solve(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end)
    return chosen + _solve(cluster)


def _solve(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) < 2:
        return cluster
    starting: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in cluster:
        starting[candidate.start].append(candidate)
    best: dict[int, _Cover] = {}
    ahead: _Cover = (0, None)
    for place in sorted({*starting, *(candidate.end for candidate in cluster)}, reverse=True):
        for candidate in starting.get(place, ()):
            weight, rest = best[candidate.end]
            if weight + candidate.weight >= ahead[0]:  # of equals the one on the left
                ahead = (weight + candidate.weight, (candidate, rest))
        best[place] = ahead
    chosen: list[Candidate] = []
    link = ahead[1]
    while link:
        candidate, link = link
        chosen.append(candidate)
    return chosen
