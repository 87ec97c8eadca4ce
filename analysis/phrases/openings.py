"""Repeated openings: words that head clause after clause (要…要…, 把…把…)."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.speech import Span

OPENINGS = ("opening", "section", "count", "places")

_RULES = MEASURES["parallelism"]
_FEWEST: int = _RULES["fewest"]


def repeated_openings(text: str, sections: pd.DataFrame, *, fewest: int = _FEWEST) -> pd.DataFrame:
    """Words that open clause after clause of a part (要…要…, 把…把…), neighbours or not.

    Returns:
        One row an opening and top-level section: ``opening``, ``section`` (row number), ``count``
        (clauses that it opens there), ``places`` (list of spans); the most frequent first. The openings
        looked for are those of ``assets/measures.toml``.
    """
    openings = sorted(_RULES["openings"], key=len, reverse=True)
    pattern = re.compile(
        rf"(?:(?<=[，。；：！？、,;:!?\n“])|^)(?:{'|'.join(map(re.escape, openings))})"
    )
    starts, parts = sections["start"].to_numpy(), sections["part"].tolist()
    found: dict[tuple[str, int], list[Span]] = {}
    for match in pattern.finditer(text):
        section = parts[max(int(np.searchsorted(starts, match.start(), side="right")) - 1, 0)]
        found.setdefault((match.group(), section), []).append(match.span())
    rows = [
        (opening, section, len(spans), spans)
        for (opening, section), spans in found.items()
        if len(spans) >= fewest
    ]
    rows.sort(key=lambda row: (-row[2], row[1]))
    return pd.DataFrame(rows, columns=list(OPENINGS))
