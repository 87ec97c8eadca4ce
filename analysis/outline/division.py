"""Which runs of enumerators divide the text, and which are phrases or lists within a passage."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from statistics import median

from analysis.outline.enumerators import RANKS, UNCOUNTED, UNNUMBERED, Enumerator
from analysis.outline.headings import first_of, length_of_lone_sentence
from analysis.outline.rules import RULES, STOPS
from analysis.outline.runs import STRONG, Run

_LISTS = RULES["inline_lists"]
_PAIRS = ("pair", "aspect")


def divisions(text: str, runs: list[Run]) -> list[Run]:
    """The ``runs`` that can divide a text: enough items, long enough for where they stand."""
    return [run for run in runs if _is_long_enough(text, run) and not _is_mere_pair(text, run)]


def _is_long_enough(text: str, run: Run) -> bool:
    if run.family in UNNUMBERED or run.goes_on:
        return True
    if len(run.items) < (3 if run.items[0].ordinal > 1 else 2):
        return False
    if run.family == "first_next" and run.items[1].ordinal != 2:
        return False
    place = run.place
    if run.family == "dash":
        return place == "line" and _has_leads(text, run)
    if place == "line":
        return True
    if run.family in _PAIRS and place == "pause":
        return False
    least = {"stop": "stopped", "colon": "stopped", "pause": "unstopped", "glued": "glued"}[place]
    return run.usual_length >= float(_LISTS[least])


def _has_leads(text: str, run: Run) -> bool:
    """Whether most items behind dashes open with a short sentence that their text goes on from."""
    ends = [item.start for item in run.items[1:]] + [run.last.end + 2 * _LISTS["lead_goes_on"]]
    leads = 0
    for item, end in zip(run.items, ends, strict=True):
        passage = text[item.end : end].strip()
        lead = first_of(passage[: RULES["headings"]["longest_line"]], STOPS + "\n")
        leads += 0 < lead < len(passage) - _LISTS["lead_goes_on"]
    return 3 * leads >= 2 * len(run.items)


def _is_mere_pair(text: str, run: Run) -> bool:
    """Whether 既要…还要… only join clauses, instead of opening passages of their own."""
    if run.family not in _PAIRS:
        return False
    for item, following in pairwise(run.items):
        window = text[item.end : min(following.start, item.end + _LISTS["pair_lead"] + 1)]
        lead = first_of(window, STOPS)
        if lead < 0 or item.end + lead + 2 >= following.start:
            return True
    return False


def ranks_of_unnumbered(runs: list[Run], levels: list[list[Enumerator]]) -> dict[str, float]:
    """How far in unnumbered headings of some levels stand, by family; inner ones further."""
    ranks: dict[str, float] = {}
    least = -1.0
    for headings in levels:
        least = max(least + 0.01, _rank_among(runs, headings))
        ranks[headings[0].family] = least
    return ranks


def _rank_among(runs: list[Run], headings: list[Enumerator]) -> float:
    """Further in than any of the numbered ``runs`` that spans one of ``headings``."""
    starts = [heading.start for heading in headings]
    rank = -1.0
    for run in runs:
        if run.place == "line" and run.rank[1] <= RANKS["arabic"]:
            place = bisect_right(starts, run.items[0].start)
            parts = run.rank[1] <= RANKS["clause"] and place == 0  # all within 第一部分, 第二部分
            if place < len(starts) and (parts or starts[place] < run.last.start):
                rank = max(rank, run.rank[1])
    return rank + 0.5


def main_division(text: str, runs: list[Run]) -> list[Run]:
    """``runs`` without those beside the division they stand in.

    Under each heading, and at the top, the outermost family divides; a lesser list that comes
    before it belongs to the introduction. A list inside a paragraph counts only if it fills a
    good share of what it stands in.
    """
    under: dict[Enumerator | None, list[Run]] = {}
    for run in runs:
        under.setdefault(run.under, []).append(run)
    kept: list[Run] = []
    pending: list[tuple[Enumerator | None, int, int]] = [(None, 0, len(text))]
    while pending:
        owner, begin, end = pending.pop()
        here = [run for run in under.get(owner, []) if _fills(text, run, begin, end, owner)]
        outermost = min((run.rank for run in here), default=None)
        uncounted = any(run.rank == outermost and run.family in UNCOUNTED for run in here)
        here = [
            run for run in here if run.rank == outermost or (uncounted and run.family in UNCOUNTED)
        ]
        kept += here
        pending += _extents(here, end)
    return sorted(kept, key=lambda run: run.items[0].start)


def _fills(text: str, run: Run, begin: int, end: int, owner: Enumerator | None) -> bool:
    uncounted = run.family in UNCOUNTED
    if (run.place == "line" and not (uncounted and owner is None)) or run.family in STRONG:
        return True
    if owner is None:
        share = float(_LISTS["share_of_uncounted" if uncounted else "share_of_text"])
    else:
        lone = [length_of_lone_sentence(text, a.end, b.start) > 0 for a, b in pairwise(run.items)]
        passages = run.place != "pause" and 2 * sum(lone) <= len(lone)
        run_in = passages and run.items[0].line == owner.line
        share = float(_LISTS["share_of_paragraph" if run_in else "share_of_section"])
    reach = run.last.end + run.usual_length - run.items[0].start
    return reach >= share * (end - begin)


def _extents(runs: list[Run], end: int) -> list[tuple[Enumerator | None, int, int]]:
    """Where the items of ``runs`` begin and end; no longer than half again the usual one."""
    items = sorted((item for run in runs for item in run.items), key=lambda item: item.start)
    ends = [item.start for item in items[1:]] + [end]
    sizes = [stop - item.end for item, stop in zip(items, ends, strict=False)]
    most = 1.5 * median(sizes) if len(sizes) > 1 else end
    return [
        (item, item.end, item.end + int(min(size, most)))
        for item, size in zip(items, sizes, strict=True)
    ]
