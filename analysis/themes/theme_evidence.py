"""The cues of the themes in place, and what a passage's cues add up to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, NamedTuple

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
    spans: Iterable[tuple[int, int]] = ()
    if tokens is not None:
        spans = zip(tokens["start"].tolist(), tokens["end"].tolist(), strict=True)
    hits = list(themes.matcher.find(text, spans))
    starts, ends, ids, weights = zip(*hits, strict=True) if hits else ((), (), (), ())
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
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
        self.weights: list[float] = found["weight"].tolist()

    def rows(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def profile(self, themes: Themes, start: int, end: int) -> dict[str, Profile]:
        ids = (*themes.ids, NONE)
        scores, chars, hits = dict.fromkeys(ids, 0.0), dict.fromkeys(ids, 0), dict.fromkeys(ids, 0)
        for row in self.rows(start, end):
            theme = self.themes[row]
            scores[theme] += self.weights[row]
            chars[theme] += self.ends[row] - self.starts[row]
            hits[theme] += 1
        length = max(end - start, 1)
        return {i: Profile(scores[i], min(chars[i] / length, 1.0), hits[i]) for i in ids}
