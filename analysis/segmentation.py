"""Segmentation: a text becomes one tidy token table.

Order of precedence: enumerators and masks, set terms of the lexicon, short quoted terms, numeral
abbreviations; jieba (dictionary only, HMM off) cuts what lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left

import numpy as np
import pandas as pd

from analysis.dictionary import general_dictionary
from analysis.lexicon import Lexicon, lexicon
from analysis.parts_of_speech import pos_overrides
from analysis.sections import sections_table
from analysis.sentences import sentences_of
from analysis.speech import Span, Speech

TOKENS = ("start", "end", "word", "pos", "sentence", "section")
ENUMERATOR, MASK, TERM = "enum", "mask", "l"
NOT_WORDS = (ENUMERATOR, MASK)

_NUMERAL = "一二三四五六七八九十百"
_MARKS = re.compile(
    rf"(?P<enum>(?:(?<=[。！？；，：、:;,!?\n\s”）])|^)"
    rf"(?:[{_NUMERAL}]{{1,3}}(?:要|是)|[{_NUMERAL}]{{1,3}}、|第[{_NUMERAL}]{{1,3}}[，,、]"
    rf"|[（(](?:[{_NUMERAL}]{{1,3}}|\d{{1,2}})[)）]|\d{{1,2}}[.．、](?!\d)|[①-⑳]))"
    r"|(?P<mask>(?:[*＊×○□■●]+|(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])|某+(?=[省市县区州镇乡村局厅委]))[省市县区州镇乡村局厅委]?)",
    re.MULTILINE,
)
_QUOTED = re.compile(r"(?<=[“「『])[^“”「」『』，。！？；：、\s]{2,8}(?=[”」』])")
_WORD = re.compile(r"\w")


def segment(speech: Speech, *, extra: tuple[str, ...] = ()) -> pd.DataFrame:
    """The token table of a speech.

    Args:
        speech: the speech.
        extra: words that a person adds to the lexicon.

    Returns:
        One row a token, in order and without overlap: ``start``, ``end`` (offsets), ``word``,
        ``pos`` (jieba's tags; ``l`` for a set phrase, ``enum`` and ``mask`` for what is no word),
        ``sentence`` and ``section`` (row numbers of ``sentences_of`` and ``sections_table``).
        Punctuation and white space are the gaps between tokens.
    """
    spans, words, tags = tokenize(speech.text, lexicon(extra))
    starts = np.fromiter((span[0] for span in spans), dtype=np.int64, count=len(spans))
    ends = np.fromiter((span[1] for span in spans), dtype=np.int64, count=len(spans))
    sentences = sentences_of(speech.text)["start"].to_numpy()
    sections = sections_table(speech.outline)["start"].to_numpy()
    columns = (
        starts,
        ends,
        words,
        tags,
        np.searchsorted(sentences, starts, side="right") - 1,
        np.searchsorted(sections, starts, side="right") - 1,
    )
    return pd.DataFrame(dict(zip(TOKENS, columns, strict=True)))


def words_of(tokens: pd.DataFrame) -> pd.DataFrame:
    """The rows of a token table that are words: enumerators and masks left out."""
    return tokens[~tokens["pos"].isin(NOT_WORDS)]


def tokenize(text: str, terms: Lexicon) -> tuple[list[Span], list[str], list[str]]:
    """Spans, words and parts of speech of a plain text."""
    spans: list[Span] = []
    tags: list[str] = []
    last = 0
    for match in _MARKS.finditer(text):
        _cut_phrases(text, last, match.start(), terms, spans, tags)
        spans.append(match.span())
        tags.append(match.lastgroup or ENUMERATOR)
        last = match.end()
    _cut_phrases(text, last, len(text), terms, spans, tags)
    return spans, [text[start:end] for start, end in spans], tags


def _cut_phrases(
    text: str, start: int, end: int, terms: Lexicon, spans: list[Span], tags: list[str]
) -> None:
    """Set terms, and jieba between them."""
    piece = text[start:end]
    last = 0
    for left, right in _set_phrases(piece, terms):
        _cut_plain(piece[last:left], start + last, spans, tags)
        spans.append((start + left, start + right))
        word = piece[left:right]
        known = terms.terms.get(word)
        tags.append(known.pos if known else general_dictionary().pos.get(word, TERM))
        last = right
    _cut_plain(piece[last:], start + last, spans, tags)


def _set_phrases(piece: str, terms: Lexicon) -> list[Span]:
    """Set terms of the lexicon, and quoted terms that are not made of set terms alone."""
    matches = terms.matches(piece)
    kept: list[Span] = []
    done = 0
    for quoted in _QUOTED.finditer(piece):
        start, end = quoted.span()
        first = bisect_left(matches, (start, start), lo=done)
        last = bisect_left(matches, (end, end), lo=first)
        kept += matches[done:first]
        inside = matches[first:last]
        covered = sum(right - left for left, right in inside)
        kept += [(start, end)] if covered < end - start else inside
        done = last
    return kept + matches[done:]


def _cut_plain(piece: str, offset: int, spans: list[Span], tags: list[str]) -> None:
    if not piece:
        return
    general = general_dictionary()
    overrides = pos_overrides()
    place = offset
    for word in general.tokenizer.cut(piece, HMM=False):
        if _WORD.match(word):
            spans.append((place, place + len(word)))
            tags.append(overrides.get(word) or general.pos.get(word) or _unknown_pos(word))
        place += len(word)


def _unknown_pos(word: str) -> str:
    return "m" if word[0].isdigit() else "eng" if word.isascii() else "x"
