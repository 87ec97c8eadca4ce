"""What to notice: the one finding that each page opens with, as numbers for a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.measures.distinctive import distinctive_words
from analysis.measures.facts import SpeechFacts, speech_facts
from analysis.segmentation import words_of
from analysis.segmentation.stopwords import StopWords
from analysis.study import Study, kept

LEADING = 10


@dataclass(frozen=True, slots=True)
class Thesis:
    """The word a speech is about.

    Attributes:
        word: the word.
        total: how often it stands in the text.
        parts: how many parts name it in their heading, of how many (``of``) with a heading.
    """

    word: str
    total: int
    parts: int
    of: int


@kept
def shown_keywords(study: Study, stop: StopWords, *, shortest: int = 2) -> pd.DataFrame:
    """The keyword table without stop words and without words of fewer characters."""
    table = study.keywords
    shown = [len(word) >= shortest and not stop.reason(word) for word in table["word"]]
    return table[np.array(shown, dtype=bool)]


@kept
def hidden_words(study: Study, stop: StopWords) -> int:
    """How many words of the speech its rankings hide."""
    return sum(bool(stop.reason(word)) for word in study.keywords["word"])


@kept
def leading_terms(study: Study, stop: StopWords, *, most: int = LEADING) -> pd.DataFrame:
    """The keyword table's rows with the greatest total count."""
    ranked = shown_keywords(study, stop).sort_values(
        ["total", "own"], ascending=False, kind="stable", ignore_index=True
    )
    return ranked.head(most)


@kept
def thesis(study: Study, stop: StopWords) -> Thesis | None:
    """The word that the headings of the parts share, or else the leading term; None without words.

    A word of two characters must stand in every heading (工作 and 目标 stand in many), a longer one
    in two thirds of them. Of several, the longest: 抓落实 rather than 落实.
    """
    sections = study.sections
    headings = sections[(sections["level"] == 1) & (sections["heading"] != "")]["heading"].tolist()
    words = shown_keywords(study, stop)
    if words.empty:
        return None
    named = {word: sum(word in heading for heading in headings) for word in words["word"]}
    shared = [word for word in named if _is_shared(word, named[word], len(headings))]
    best = max(shared, key=lambda word: (named[word], len(word)), default="")
    if not best:
        best = str(leading_terms(study, stop, most=1)["word"].iloc[0])
    total = int(words.loc[words["word"] == best, "total"].iloc[0])
    return Thesis(best, total, named[best] if shared else 0, len(headings))


def _is_shared(word: str, named: int, headings: int) -> bool:
    return named > 2 and (named == headings or (len(word) > 2 and named * 3 >= headings * 2))


@kept
def theme_balance(study: Study) -> pd.DataFrame:
    """Each theme's part in all theme cues of the speech.

    Returns:
        One row a theme, greatest first: ``theme``, ``hits`` (cues), ``share`` (of all cues, 0–1).
    """
    return _balance(study, study.evidence["theme"])


@kept
def section_balance(study: Study, section: int) -> pd.DataFrame:
    """As ``theme_balance``, for the cues of one section and those below it."""
    sections, found = study.sections, study.evidence
    span = [sections[end].to_numpy()[section] for end in ("start", "end")]
    first, last = np.searchsorted(found["start"].to_numpy(), span)
    return _balance(study, found["theme"].to_numpy()[first:last])


@kept
def section_theme(study: Study, section: int) -> str | None:
    """The theme a section stands under: that of its heading, else the one measured in its text."""
    row = study.section_themes.iloc[section]
    return next((theme for theme in (row["heading_theme"], row["theme"]) if pd.notna(theme)), None)


@kept
def top_sections(study: Study) -> pd.DataFrame:
    """The top-level rows of the sections table with ``share`` (of the characters, 0–1)."""
    sections = study.sections
    top = sections[sections["parent"] < 0]
    return top.assign(share=(top["end"] - top["start"]) / max(len(study.text), 1))


def _balance(study: Study, cues: Iterable[str]) -> pd.DataFrame:
    hits = Counter(cues)
    ranked = sorted(study.themes.ids, key=lambda theme: -hits[theme])
    counts = np.array([hits[theme] for theme in ranked], dtype=np.int64)
    return pd.DataFrame(
        {"theme": ranked, "hits": counts, "share": counts / max(int(counts.sum()), 1)}
    )


@kept
def facts_of(study: Study) -> SpeechFacts:
    """See ``speech_facts``."""
    return speech_facts(study.text, study.tokens, study.sentences, study.speech.outline)


@kept
def section_words(
    study: Study, section: int, stop: StopWords, *, most: int = LEADING
) -> pd.DataFrame:
    """See ``distinctive_words``."""
    return distinctive_words(_words(study), study.sections, section, stop=stop, most=most)


@kept
def _words(study: Study) -> pd.DataFrame:
    return words_of(study.tokens)


@dataclass(frozen=True, slots=True)
class Spread:
    """Where words stand: one that runs through the speech, and one that belongs to one place.

    Attributes:
        wide: the word that stands in the most top-level sections, in ``sections`` of them.
        narrow: the most frequent word of those that stand in one section alone, or ``""``.
        count: how often ``narrow`` stands there.
        section: row number of that section, or -1.
    """

    wide: str
    sections: int
    narrow: str = ""
    count: int = 0
    section: int = -1


@kept
def spread(study: Study, stop: StopWords, *, among: int = 40) -> Spread | None:
    """How the leading terms fall over the speech; None for a speech without words.

    The wide word is the thesis, if more than half of the sections have it. Places are those of the
    total count. Two in one section are chance: a narrow word needs three.
    """
    starts = top_sections(study)["start"].to_numpy()
    places: dict[str, NDArray[np.int64]] = {}
    for word in leading_terms(study, stop, most=among)["word"]:
        spans = study.find(word)
        places[word] = np.searchsorted(starts, [start for start, _ in spans], side="right") - 1
    if not places:
        return None
    about = thesis(study, stop)
    wide = max(places, key=lambda word: len(np.unique(places[word])))
    if about and len(np.unique(places.get(about.word, []))) * 2 > len(starts):
        wide = about.word
    found = Spread(wide, len(np.unique(places[wide])))
    for word, rows in places.items():
        if len(starts) > 1 and len(rows) > 2 and len(np.unique(rows)) == 1:
            section = int(top_sections(study)["section"].iloc[rows[0]])
            return replace(found, narrow=word, count=len(rows), section=section)
    return found


@kept
def word_themes(study: Study) -> dict[str, str]:
    """Word → the theme whose cues it most often is, or is part of."""
    cues = study.evidence
    if cues.empty:
        return {}
    starts, ends = cues["start"].to_numpy(), cues["end"].to_numpy()
    tokens = study.tokens
    rows = np.searchsorted(starts, tokens["end"].to_numpy(), side="left") - 1
    inside = (rows >= 0) & (ends[rows.clip(0)] > tokens["start"].to_numpy())
    words, themes = tokens["word"].to_numpy()[inside], cues["theme"].to_numpy()[rows[inside]]
    found: dict[str, str] = {}
    for (word, theme), _ in Counter(zip(words, themes, strict=True)).most_common():
        found.setdefault(word, theme)
    return found
