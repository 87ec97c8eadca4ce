"""The cues of the themes in place, and what a passage's cues add up to."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.themes.theme_cues import NONE, Themes

EVIDENCE_COLUMNS = ("start", "end", "word", "theme", "weight")
_EVIDENCE_TYPES: tuple[Any, ...] = ("int64", "int64", object, object, "float64")


class Profile(NamedTuple):
    """What a passage says of one theme.

    Attributes:
        score: sum of the weights of its cues.
        share: part of the passage's characters that stand in its cues, 0–1.
        hits: how many cues.
    """

    score: float
    share: float
    hits: int


def evidence(text: str, themes: Themes, tokens: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every cue in place: from left to right, the longest first, no two overlapping.

    Args:
        text: any text.
        themes: from :func:`load_themes`.
        tokens: the token table of the same text (columns ``start``, ``end``); if given, a cue
            that tears a character off a word (作风 in 工作|风险) is passed over.

    Returns:
        One row a cue, in reading order: ``start``, ``end`` (offsets), ``word``, ``theme`` (an id,
        or ``"none"`` for a cue of the counter-theme), ``weight``.

    Example:
        >>> from analysis.themes.theme_file import load_themes
        >>> evidence("守住廉洁从政的底线", load_themes())["word"].tolist()
        ['廉洁从政', '底线']
    """
    spans = () if tokens is None else tokens[["start", "end"]].to_numpy()
    hits = list(themes.matcher.find(text, spans))
    words = [text[hit.start : hit.end] for hit in hits]
    starts, ends, ids, weights = ([hit[place] for hit in hits] for place in range(4))
    columns = zip(
        EVIDENCE_COLUMNS, (starts, ends, words, ids, weights), _EVIDENCE_TYPES, strict=True
    )
    return pd.DataFrame({name: pd.Series(column, dtype=kind) for name, column, kind in columns})


def profile(found: pd.DataFrame, themes: Themes, *, start: int = 0, end: int) -> dict[str, Profile]:
    """Score, share and hits of each theme (and of ``none``) in ``text[start:end]``.

    Args:
        found: the evidence of the whole text.
        themes: the themes it was found with.
        start, end: the passage; cues that begin in it count.
    """
    return EvidenceRows(found).profile(themes, start, end)


class EvidenceRows:
    """The evidence table as plain lists, so that many sections can be read from it fast."""

    def __init__(self, found: pd.DataFrame) -> None:
        self.starts: list[int] = found["start"].tolist()
        self.ends: list[int] = found["end"].tolist()
        self.words: list[str] = found["word"].tolist()
        self.themes: list[str] = found["theme"].tolist()
        weights = found["weight"].to_numpy(dtype=float)
        sizes = (found["end"] - found["start"]).to_numpy(dtype=float)
        self._place = {theme: place for place, theme in enumerate(dict.fromkeys(self.themes))}
        rows, places = range(len(found)), list(map(self._place.__getitem__, self.themes))
        sums = np.zeros((len(found) + 1, len(self._place), 3))
        sums[1:][rows, places] = np.column_stack([weights, sizes, np.ones(len(found))])
        self._sums = sums.cumsum(axis=0)  # weights, characters and hits of a theme up to a row

    def rows(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def profile(self, themes: Themes, start: int, end: int) -> dict[str, Profile]:
        rows, length = self.rows(start, end), max(end - start, 1)
        measured = (self._sums[rows.stop] - self._sums[rows.start]).tolist() if rows else []
        found = {theme: measured[place] for theme, place in self._place.items() if rows}
        return {
            theme: Profile(score, min(characters / length, 1.0), int(hits))
            for theme in (*themes.ids, NONE)
            for score, characters, hits in [found.get(theme, (0.0, 0, 0))]
        }
