"""Dispersion: whether a word runs through the whole speech or stands in one place.

Parts are the real sections of the top level, long and short as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from analysis.measures.dispersion_measures import (
    deviation_of_proportions,
    juilland_d,
    normalized_deviation,
)
from analysis.measures.measure_rules import FEWEST, MEASURES
from analysis.segmentation import words_of

DISPERSION = (
    *("query", "count", "parts", "of", "dp", "dp_norm", "juilland_d", "spread", "section"),
    "share",
)
POSITIONS = ("query", "start", "end", "place", "section")
PARTS = ("section", "start", "end", "words")
Spread: TypeAlias = Literal["too_few", "whole", "scattered", "uneven", "bunched", "one_part"]

_EVEN: float = MEASURES["dispersion"]["even"]
_MOST: float = MEASURES["dispersion"]["most"]
_BUNCHED: float = MEASURES["dispersion"]["bunched"]


def parts_of(tokens: pd.DataFrame, sections: pd.DataFrame) -> pd.DataFrame:
    """The parts that dispersion is measured over.

    Returns:
        One row a top-level section that holds words: ``section`` (row number), ``start``, ``end``
        (offsets), ``words``. Title and date lines belong to what follows them.
    """
    top = sections[sections["parent"] < 0]
    rows: list[list[int]] = []
    starts = words_of(tokens)["start"].to_numpy()
    pending = -1
    for section, kind, start, end in zip(
        top["section"], top["kind"], top["start"], top["end"], strict=True
    ):
        start, pending = (pending, -1) if pending >= 0 else (start, -1)
        words = int(np.searchsorted(starts, end) - np.searchsorted(starts, start))
        if kind == "front" and end < top["end"].max():
            pending = start
        elif words or not rows:
            rows.append([section, start, end, words])
        else:
            rows[-1][2] = end  # a stretch without words: its neighbour's
    return pd.DataFrame(rows, columns=list(PARTS), dtype="int64")


def dispersion(hits: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """How the hits of each term fall over the parts of a speech.

    Args:
        hits: ``query``, ``start`` (``find_hits``).
        parts: from :func:`parts_of`.

    Returns:
        One row a term, in the order of ``hits``: ``query``; ``count`` (hits); ``parts`` (parts
        that hold one) of ``of``; ``dp``, ``dp_norm``, ``juilland_d``; ``spread``: ``too_few``
        (hits, or fewer than two parts, to tell), ``one_part``, ``whole`` (it runs through:
        DPnorm at most ``even`` and found in most parts), ``scattered`` (no part has more than
        every other), ``bunched`` (DPnorm at least ``bunched``) or ``uneven``; ``section`` (row number of the part with the most hits) and
        ``share`` (of the hits that stand there).

    Note:
        With fewer hits than parts even a word spread as well as can be has a high DP; read the
        figures for words with several times as many hits as parts.

    References: ``dispersion_measures``.
    """
    starts, sizes = parts["start"].to_numpy(), parts["words"].tolist()
    sections = parts["section"].tolist()
    rows = []
    for query, group in hits.groupby("query", sort=False):
        at = (np.searchsorted(starts, group["start"].to_numpy(), side="right") - 1).clip(0)
        counts = np.bincount(at, minlength=len(parts)).tolist()
        even = normalized_deviation(counts, sizes)
        most = int(np.argmax(counts))
        rows.append(
            (
                query,
                len(group),
                sum(count > 0 for count in counts),
                len(parts),
                deviation_of_proportions(counts, sizes),
                even,
                juilland_d(counts, sizes),
                _spread(counts, even),
                sections[most],
                counts[most] / len(group),
            )
        )
    return pd.DataFrame(rows, columns=list(DISPERSION))


def positions(hits: pd.DataFrame, sections: pd.DataFrame, *, length: int) -> pd.DataFrame:
    """Where each hit stands along the speech: the strokes of a barcode.

    Returns:
        One row a hit: ``query``, ``start``, ``end``, ``place`` (0 at the beginning of the text,
        1 at its end), ``section`` (row number).
    """
    section = np.searchsorted(sections["start"].to_numpy(), hits["start"].to_numpy(), "right") - 1
    table = hits[["query", "start", "end"]].reset_index(drop=True)
    table["place"] = table["start"] / max(length, 1)
    table["section"] = section.clip(0)
    return table


def _spread(counts: Sequence[int], even: float) -> Spread:
    if sum(counts) < FEWEST or len(counts) < 2:
        return "too_few"
    holding = sum(count > 0 for count in counts)
    if holding == 1:
        return "one_part"
    if even <= _EVEN and holding >= _MOST * len(counts):
        return "whole"
    if list(counts).count(max(counts)) > 1:
        return "scattered"
    return "bunched" if even >= _BUNCHED else "uneven"
