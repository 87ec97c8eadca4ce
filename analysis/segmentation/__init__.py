"""Segmentation: a text becomes one tidy token table.

Enumerators and masks come first; then the best cover of set terms of the lexicon and of phrases
that a rule finds, and short quoted terms; jieba (dictionary only, HMM off) cuts what lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

import numpy as np
import pandas as pd

from analysis.segmentation.compounds import join_compounds
from analysis.segmentation.cover import Candidate, best_cover
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.lexicon import OWN, Lexicon, lexicon
from analysis.segmentation.parts_of_speech import pos_overrides
from analysis.segmentation.phrase_rules import length_of_level, phrases_by_rule, quoted_terms
from analysis.segmentation.plain_reading import PlainReading, read_plainly
from analysis.segmentation.sentences import sentences_of
from analysis.speech import Span, Speech

TOKENS = ("start", "end", "word", "pos", "sentence", "section")
ENUMERATOR, MASK, TERM = "enum", "mask", "l"
NOT_WORDS = (ENUMERATOR, MASK)

_NUMERAL = "一二三四五六七八九十百"
_PLACES = "省市县区州镇乡村局厅委"
_MARKS = re.compile(
    rf"(?P<enum>(?:(?<=[。！？；，：、:;,!?\n\s”）])|^)"
    rf"(?:[{_NUMERAL}]{{1,3}}(?:要|是)|[{_NUMERAL}]{{1,3}}、|第[{_NUMERAL}]{{1,3}}[，,、]"
    rf"|[（(](?:[{_NUMERAL}]{{1,3}}|\d{{1,2}})[)）]|\d{{1,2}}[.．、](?!\d)|[①-⑳]))"
    r"|(?P<mask>(?<!\d)(?:19|20)(?:\d[XxＸ×*＊]|[XxＸ×*＊]{2})年?"
    rf"|(?:[*＊×○□■●]{{2,}}|[*＊×○□■●](?=[{_PLACES}])"
    rf"|(?<![A-Za-z])[XxＸ]{{2,}}(?![A-Za-z])|某+(?=[{_PLACES}]))(?:[{_PLACES}](?!委))?)",
    re.MULTILINE,
)
_WORD = re.compile(r"\w")
_BLANK = "\0"
STRETCH = 20_000  # characters that are cut at a time


def segment(speech: Speech, *, extra: tuple[str, ...] = ()) -> pd.DataFrame:
    """The token table of a speech.

    Args:
        speech: the speech.
        extra: words that a person adds to the lexicon.

    Returns:
        One row a token, in order and without overlap: ``start``, ``end`` (offsets), ``word``,
        ``pos`` (jieba's tags; ``l`` for a set phrase, ``enum`` and ``mask`` for what is no word),
        ``sentence`` and ``section`` (row numbers of ``sentences_of`` and ``sections_table``).
        Punctuation and white space are the gaps between tokens. A Traditional text is matched in
        Simplified characters; its words stay as they are written.
    """
    spans, words, tags = tokenize(speech.reading, lexicon(extra))
    if speech.traditional:
        words = [speech.text[start:end] for start, end in spans]
    starts = np.fromiter((span[0] for span in spans), dtype=np.int64, count=len(spans))
    ends = np.fromiter((span[1] for span in spans), dtype=np.int64, count=len(spans))
    sentences = sentences_of(speech.text)["start"].to_numpy()
    sections = np.array([section.start for section in speech.outline.walk()], dtype=np.int64)
    columns = (
        starts,
        ends,
        pd.Series(words, dtype=object),  # reading it as a list is many times faster than ``str``
        pd.Series(tags, dtype=object),
        np.searchsorted(sentences, starts, side="right") - 1,
        np.searchsorted(sections, starts, side="right") - 1,
    )
    return pd.DataFrame(dict(zip(TOKENS, columns, strict=True)))


def words_of(tokens: pd.DataFrame) -> pd.DataFrame:
    """The rows of a token table that are words: enumerators and masks left out."""
    tags = tokens["pos"].to_numpy()
    words: pd.DataFrame = tokens[(tags != ENUMERATOR) & (tags != MASK)]
    return words


def tokenize(text: str, terms: Lexicon) -> tuple[list[Span], list[str], list[str]]:
    """Spans, words and parts of speech of a plain text."""
    spans: list[Span] = []
    words: list[str] = []
    tags: list[str] = []
    known: dict[str, str] = {}  # one string a word, however often it stands in the text
    for start, end in _stretches(text):
        tokens = _tokens(text[start:end], terms)
        found = [(start + token.start, start + token.end) for token in tokens]
        pieces = [text[left:right] for left, right in found]
        spans += found
        words += map(known.setdefault, pieces, pieces)
        tags += [token.pos for token in tokens]
    return spans, words, tags


def _stretches(text: str) -> Iterator[Span]:
    """Whole lines of ``text``, some thousand characters at a time.

    No token and no rule reaches over a line's end, and what is at work on a stretch is small.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + STRETCH) + 1 or len(text)
        yield start, end
        start = end


def _tokens(text: str, terms: Lexicon) -> list[Candidate]:
    marks = [
        Candidate(*match.span(), 0, match.lastgroup or ENUMERATOR)
        for match in _MARKS.finditer(text)
    ]
    reading = read_plainly(_blanked(text, marks))
    taken = sorted([*marks, *_set_phrases(reading, terms)])
    words = sorted([*taken, *_words_between(reading, taken)])
    return join_compounds(text, words, barred=terms.own)


def _blanked(text: str, marks: list[Candidate]) -> str:
    """The text with its marks blanked out, so that nothing is found in them or across them."""
    pieces = []
    last = 0
    for mark in marks:
        pieces += [text[last : mark.start], _BLANK * (mark.end - mark.start)]
        last = mark.end
    return "".join([*pieces, text[last:]])


def _set_phrases(reading: PlainReading, terms: Lexicon) -> list[Candidate]:
    """Set terms and phrases that a rule finds, and quoted terms that are not made of these."""
    cover = best_cover(chain(_listed_terms(reading, terms), phrases_by_rule(reading)))
    kept: list[Candidate] = []
    done = 0
    for start, end in quoted_terms(reading.text):
        if _BLANK in reading.text[start:end]:
            continue
        first = bisect_left(cover, (start,), lo=done)
        last = bisect_left(cover, (end,), lo=first)
        kept += cover[done:first]
        inside = cover[first:last]
        covered = sum(phrase.end - phrase.start for phrase in inside)
        word = reading.text[start:end]
        kept += [Candidate(start, end, 0, _pos(word, TERM))] if covered < end - start else inside
        done = last
    return kept + cover[done:]


def _listed_terms(reading: PlainReading, terms: Lexicon) -> Iterator[Candidate]:
    for start, end, term in terms.occurrences(reading.text):
        if term.category == OWN or reading.supports(start, end):
            weight = (end - start) ** 2
            yield Candidate(start, end, weight, term.pos)
            level = length_of_level(reading, start, term.category)
            if level:
                yield Candidate(start - level, end, (end - start + level) ** 2 - 1, term.pos)


def _words_between(reading: PlainReading, taken: list[Candidate]) -> Iterator[Candidate]:
    """What the general dictionary reads where nothing is taken yet."""
    text = reading.text
    begins = [0, *(token.end for token in taken)]
    gaps = zip(begins, [*(token.start for token in taken), len(text)], strict=True)
    tags: dict[str, str] = {}  # of each word looked up once; "" for what is no word
    for left, right in reading.words_between(gaps):
        word = text[left:right]
        tag = tags.get(word)
        if tag is None:
            tag = tags[word] = _pos(word) if _WORD.match(word) else ""
        if tag:
            yield Candidate(left, right, 0, tag)


def _pos(word: str, unknown: str = "") -> str:
    tag = pos_overrides().get(word) or general_dictionary().pos.get(word) or unknown
    if tag:
        return tag
    return "m" if word[0].isdigit() else "eng" if word.isascii() else "x"
