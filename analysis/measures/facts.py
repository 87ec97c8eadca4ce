"""Facts of a speech: the few figures that say how big it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from analysis.segmentation import words_of
from analysis.speech import Outline

# A prepared official speech is read at about 200 characters a minute, pauses and applause included;
# news is read at 250 to 300.
CHARACTERS_A_MINUTE = 200

# What a word processor counts: a run of letters, digits and their punctuation is one, and so is
# each other character that is not white space.
_RUNS = re.compile(r"[!-~À-ɏͰ-ӿ]{2,}")


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """How big a speech is.

    Attributes:
        characters: 字数 as word processors count it, see ``count_characters``.
        sentences: sentences.
        parts: headings of level 1.
        points: headings below.
        words: tokens without enumerators, masks and punctuation.
        types: different words.
        minutes: to read it aloud, at ``CHARACTERS_A_MINUTE``.
    """

    characters: int
    sentences: int
    parts: int
    points: int
    words: int
    types: int
    minutes: float


def speech_facts(
    text: str, tokens: pd.DataFrame, sentences: pd.DataFrame, outline: Outline
) -> SpeechFacts:
    """The facts of a speech from its text and tables."""
    words = words_of(tokens)["word"]
    kinds = [section.kind for section in outline.walk()]
    characters = count_characters(text)
    return SpeechFacts(
        characters=characters,
        sentences=len(sentences),
        parts=kinds.count("part"),
        points=kinds.count("point"),
        words=len(words),
        types=int(words.nunique()),
        minutes=characters / CHARACTERS_A_MINUTE,
    )


def count_characters(text: str) -> int:
    """字数: Chinese characters and their punctuation one each, a Latin word or number as one.

    Example:
        >>> count_characters("2023年，GDP 增长 5.5%。")
        8
    """
    runs = _RUNS.findall(text)
    return sum(map(len, text.split())) - sum(map(len, runs)) + len(runs)
