"""Which of the themes a passage speaks of, and the very words that say so.

A theme's score is the sum of the weights of its cues in the passage (``assets/themes.toml``);
every score leads back to words in place. ``none`` is a counter-theme: cues of history,
diplomacy, ceremony, weather and plain statistics, which are evidence that a passage is about
none of the themes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import pandas as pd

from analysis.themes.theme_cues import NONE, Theme, Themes
from analysis.themes.theme_evidence import (
    EVIDENCE_COLUMNS,
    EvidenceRows,
    Profile,
    evidence,
    profile,
)
from analysis.themes.theme_file import BadThemesFile, load_themes

__all__ = [
    "EVIDENCE_COLUMNS",
    "NONE",
    "PROFILE_COLUMNS",
    "SECTION_THEME_COLUMNS",
    "BadThemesFile",
    "Profile",
    "Theme",
    "Themes",
    "evidence",
    "heading_theme",
    "load_themes",
    "profile",
    "section_themes",
    "theme_of",
    "theme_profiles",
    "themes_record",
]

PROFILE_COLUMNS = ("section", "theme", "score", "share", "hits")
SECTION_THEME_COLUMNS = ("section", "theme", "heading_theme", "agree")


def theme_of(scores: Mapping[str, float], themes: Themes, *, n_chars: int) -> str | None:
    """The theme of a passage, or None: the rule of ``[rule]`` in the themes file.

    Args:
        scores: theme id → score, ``"none"`` among them if it is to count.
        themes: themes and rule.
        n_chars: length of the passage.

    Returns:
        The id of the best theme, if its score is at least ``min_score``, at least ``min_density``
        per 100 characters, and above ``none_factor`` × the score of ``none``. Of equal scores
        the theme listed first wins.
    """
    rule = themes.rule
    best = max(themes.ids, key=lambda theme: scores.get(theme, 0.0))
    score = scores.get(best, 0.0)
    enough = score >= rule.min_score and score * 100 >= rule.min_density * n_chars
    return best if enough and score > rule.none_factor * scores.get(NONE, 0.0) else None


def heading_theme(heading: str, themes: Themes) -> str | None:
    """The theme a heading names, by its words alone; None if it holds no cue.

    Example:
        >>> heading_theme("提升本领抓落实", load_themes())
        'capability'
    """
    return _named(heading_scores([heading], themes)[0], themes)


def heading_scores(headings: Sequence[str], themes: Themes) -> list[dict[str, float]]:
    """Sums of weights of the cues in each heading, by theme; all are searched at once."""
    lines = [heading.replace("\n", " ") for heading in headings]
    ends = list(accumulate(len(line) + 1 for line in lines))
    scores = [dict.fromkeys(themes.ids, 0.0) for _ in lines]
    for hit in themes.matcher.find("\n".join(lines)):
        if hit.theme != NONE:
            scores[bisect_right(ends, hit.start)][hit.theme] += hit.weight
    return scores


def _named(scores: Mapping[str, float], themes: Themes) -> str | None:
    best = max(themes.ids, key=lambda theme: scores[theme])
    return best if scores[best] > 0 else None


def theme_profiles(found: pd.DataFrame, sections: pd.DataFrame, themes: Themes) -> pd.DataFrame:
    """The themes of each section.

    Args:
        found: the evidence of the whole text.
        sections: the sections table (columns ``section``, ``start``, ``end``).
        themes: the themes it was found with.

    Returns:
        One row a section and theme: ``section``, ``theme``, ``score`` (sum of weights), ``share``
        (of the section's characters, 0–1), ``hits``. A section's children are part of it.
    """
    evidence_rows = EvidenceRows(found)
    rows = []
    for section, start, end in zip(
        sections["section"], sections["start"], sections["end"], strict=True
    ):
        profiles = evidence_rows.profile(themes, start, end)
        rows += [(section, theme, *profiles[theme]) for theme in themes.ids]
    return pd.DataFrame(rows, columns=list(PROFILE_COLUMNS))


def section_themes(found: pd.DataFrame, sections: pd.DataFrame, themes: Themes) -> pd.DataFrame:
    """What each section is about, by its words and by its heading.

    Args:
        found: the evidence of the whole text.
        sections: the sections table (``section``, ``heading``, ``start``, ``end``).
        themes: the themes it was found with.

    Returns:
        One row a section: ``section``, ``theme`` and ``heading_theme`` (ids or None), ``agree``
        (False only where both name a theme and the two differ). For ``theme`` the cues of the
        heading count ``heading_factor`` times.
    """
    evidence_rows = EvidenceRows(found)
    heads = heading_scores(sections["heading"].tolist(), themes)
    columns = (sections[name] for name in ("section", "start", "end"))
    rows = []
    for section, start, end, head in zip(*columns, heads, strict=True):
        scores = _stressed(_scores(evidence_rows.profile(themes, start, end)), head, themes)
        measured, named = theme_of(scores, themes, n_chars=end - start), _named(head, themes)
        rows.append((section, measured, named, None in (measured, named) or measured == named))
    return pd.DataFrame(rows, columns=list(SECTION_THEME_COLUMNS))


def themes_record(
    found: pd.DataFrame,
    sections: pd.DataFrame,
    named: pd.DataFrame,
    themes: Themes,
    *,
    length: int,
    title: str = "",
) -> dict[str, Any]:
    """The themes of a speech as plain values, ready for JSON.

    Args:
        found: the evidence of the whole text.
        sections: the sections table (``level``, ``heading``, ``start``, ``end``).
        named: what each section is about (:func:`section_themes`), in the same order.
        themes: the themes it was found with.
        length: characters of the text.
        title: that of the speech; its cues count as those of a section's heading do.

    Returns:
        ``theme`` and ``scores`` of the whole text, and ``sections``: for each ``level``,
        ``heading``, ``theme``, ``heading_theme``, ``scores`` and ``evidence`` (lists of start,
        end, word, theme; cues of the five only).
    """
    rows = EvidenceRows(found)
    whole = _scores(rows.profile(themes, 0, length))
    head = heading_scores([title], themes)[0]
    columns = [sections[name] for name in ("level", "heading", "start", "end")]
    columns += [_or_none(named[name]) for name in ("theme", "heading_theme")]
    return {
        "theme": theme_of(_stressed(whole, head, themes), themes, n_chars=length),
        "scores": _rounded(whole, themes),
        "sections": [
            {
                "level": int(level),
                "heading": heading,
                "theme": measured,
                "scores": _rounded(_scores(rows.profile(themes, start, end)), themes),
                "heading_theme": by_name,
                "evidence": [
                    [rows.starts[row], rows.ends[row], rows.words[row], rows.themes[row]]
                    for row in rows.rows(start, end)
                    if rows.themes[row] != NONE
                ],
            }
            for level, heading, start, end, measured, by_name in zip(*columns, strict=True)
        ],
    }


def _stressed(
    scores: Mapping[str, float], head: Mapping[str, float], themes: Themes
) -> dict[str, float]:
    """Scores of a passage in which the cues of its heading count for more."""
    more = themes.rule.heading_factor - 1
    return {theme: score + more * head.get(theme, 0.0) for theme, score in scores.items()}


def _or_none(column: pd.Series) -> pd.Series:
    """Missing values as None: pandas makes NaN of them in a column of strings."""
    return column.astype(object).where(column.notna(), None)


def _rounded(scores: Mapping[str, float], themes: Themes) -> dict[str, float]:
    return {theme: round(scores[theme], 4) for theme in themes.ids}


def _scores(profiles: Mapping[str, Profile]) -> dict[str, float]:
    return {theme: values.score for theme, values in profiles.items()}
