"""Segmentation: a text becomes one tidy token table.

Enumerators and masks come first; then the best cover of set terms of the lexicon and of phrases
that a rule finds, and short quoted terms; jieba (dictionary only, HMM off) cuts what lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, compress

import numpy as np
import pandas as pd

from analysis.segmentation.compounds import Tokens, join_compounds
from analysis.segmentation.cover import Candidate, best_cover
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.lexicon import OWN, Lexicon, lexicon
from analysis.segmentation.parts_of_speech import pos_overrides
from analysis.segmentation.phrase_rules import (
    length_of_level,
    phrase_rules,
    phrases_by_rule,
    quoted_terms,
)
from analysis.segmentation.plain_reading import PlainReading, read_plainly
from analysis.segmentation.sentences import sentences_of
from analysis.speech import Span, Speech

TOKENS = ("start", "end", "word", "pos", "sentence", "section")
ENUMERATOR, MASK, TERM = "enum", "mask", "l"
NOT_WORDS = (ENUMERATOR, MASK)

_NUMERAL = "一二三四五六七八九十百"
_PLACES = "省市县区州镇乡村局厅委"
_MARKS = re.compile(
    rf"(?=[{_NUMERAL}第（(\d①-⑳XxＸ*＊×○□■●某])(?:"  # a character that none begins with is soon told
    rf"(?P<enum>(?:(?<=[。！？；，：、:;,!?\n\s”）])|^)"
    rf"(?:[{_NUMERAL}]{{1,3}}(?:要|是)|[{_NUMERAL}]{{1,3}}、|第[{_NUMERAL}]{{1,3}}[，,、]"
    rf"|[（(](?:[{_NUMERAL}]{{1,3}}|\d{{1,2}})[)）]|\d{{1,2}}[.．、](?!\d)|[①-⑳]))"
    r"|(?P<mask>(?<!\d)(?:19|20)(?:\d[XxＸ×*＊]|[XxＸ×*＊]{2})年?"
    rf"|(?:[*＊×○□■●]{{2,}}|[*＊×○□■●](?=[{_PLACES}])"
    rf"|(?<![A-Za-z])[XxＸ]{{2,}}(?![A-Za-z])|某+(?=[{_PLACES}]))(?:[{_PLACES}](?!委))?))",
    re.MULTILINE,
)
_HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:!?]")  # the rules know Chinese punctuation
_FULL_WIDTH = dict(zip(",;:!?", "，；：！？", strict=True))
_WORD = re.compile(r"\w")
_BLANK = "\0"
STRETCH = 20_000  # characters that are cut at a time,
LONG_STRETCH = 60_000  # or more, up to a line's end

Progress = Callable[[float], None]


def segment(
    speech: Speech, *, extra: tuple[str, ...] = (), progress: Progress | None = None
) -> pd.DataFrame:
    """The token table of a speech.

    Args:
        speech: the speech.
        extra: words that a person adds to the lexicon.
        progress: is told, again and again, what share of the text has been read (0–1).

    Returns:
        One row a token, in order and without overlap: ``start``, ``end`` (offsets), ``word``,
        ``pos`` (jieba's tags; ``l`` for a set phrase, ``enum`` and ``mask`` for what is no word),
        ``sentence`` and ``section`` (row numbers of ``sentences_of`` and ``sections_table``).
        Punctuation and white space are the gaps between tokens, but for marks that belong to a set
        phrase (不忘初心、牢记使命). A Traditional text is matched in
        Simplified characters; its words stay as they are written.
    """
    tokens = _read(speech.reading, lexicon(extra), progress)
    words = tokens.words
    if speech.traditional:
        words = [speech.text[start:end] for start, end in zip(*tokens[:2], strict=True)]
    starts = np.array(tokens.starts, dtype=np.int64)
    sentences = sentences_of(speech.text)["start"].to_numpy()
    sections = np.array([section.start for section in speech.outline.walk()], dtype=np.int64)
    columns = (
        starts,
        np.array(tokens.ends, dtype=np.int64),
        pd.Series(words, dtype=object),  # reading it as a list is many times faster than ``str``
        pd.Series(tokens.tags, dtype=object),
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
    starts, ends, words, tags = _read(text, terms)
    return list(zip(starts, ends, strict=True)), words, tags


def _read(text: str, terms: Lexicon, progress: Progress | None = None) -> Tokens:
    """The tokens of a text, read a stretch at a time."""
    read = Tokens([], [], [], [])
    tag_of = _Tags()
    known: dict[str, str] = {}  # one string a word, however often it stands in the text
    for start, end in _stretches(text):
        starts, ends, words, tags = _tokens(text[start:end], terms, tag_of)
        read.starts.extend(map(start.__add__, starts))
        read.ends.extend(map(start.__add__, ends))
        read.words.extend(map(known.setdefault, words, words))
        read.tags.extend(tags)
        if progress:
            progress(end / len(text))
    return read


def _stretches(text: str) -> Iterator[Span]:
    """Whole lines of ``text``, some thousand characters at a time; whole sentences of a huge line.

    No token and no rule reaches over their ends, and what is at work on a stretch is small.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + STRETCH) + 1 or len(text)
        if end - start > LONG_STRETCH:
            end = text.find("。", start + STRETCH, end) + 1 or end
        yield start, end
        start = end


def _tokens(text: str, terms: Lexicon, tag_of: _Tags) -> Tokens:
    marks = [
        Candidate(*match.span(), 0, match.lastgroup or ENUMERATOR)
        for match in _MARKS.finditer(text)
    ]
    reading = read_plainly(_HALF_WIDTH.sub(_full_width, _blanked(text, marks)))
    taken = sorted([*marks, *_set_phrases(reading, terms)])
    return join_compounds(text, _all_words(text, reading, taken, tag_of), barred=terms.own)


def _full_width(match: re.Match[str]) -> str:
    return _FULL_WIDTH[match.group()]


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
    text, edge = reading.text, reading.edge
    levels, verbs = phrase_rules().levels, phrase_rules().barred.first
    for start, end, term in terms.occurrences(text):
        whole = edge[start] and edge[end]
        if whole or term.category == OWN or reading.supports(start, end):
            loose = (
                term.pos[:1] != "n"
                and text[start : start + 2] in verbs
                and _is_loose(text[start:end])
            )
            yield Candidate(start, end, (end - start) ** 2 - loose, term.pos)
            if term.category in levels and (
                level := length_of_level(reading, start, levels[term.category])
            ):
                yield Candidate(start - level, end, (end - start + level) ** 2 - 1, term.pos)


@lru_cache(maxsize=10_000)
def _is_loose(term: str) -> bool:
    """Whether a term is a verb of any object and a noun: it yields the noun to an equal one
    (加强|组织领导)."""
    return len(term) > 2 and _pos(term[:2]) == "v" and _pos(term[2:])[:1] in "na"


def _all_words(text: str, reading: PlainReading, taken: list[Candidate], tag_of: _Tags) -> Tokens:
    """What is taken, and what the general dictionary reads between."""
    tokens = Tokens([], [], [], [])
    place = 0
    for start, end, _, pos in [*taken, Candidate(len(text), len(text), 0, "")]:
        if place < start:
            starts, ends = reading.cuts_of(place, start)
            words = list(map(text.__getitem__, map(slice, starts, ends)))
            tags = list(map(tag_of.__getitem__, words))
            tokens.starts.extend(compress(starts, tags))
            tokens.ends.extend(compress(ends, tags))
            tokens.words.extend(compress(words, tags))
            tokens.tags.extend(filter(None, tags))
        if start < end:
            tokens.add(start, end, text[start:end], pos)
        place = end
    return tokens


class _Tags(dict[str, str]):
    """Word → part of speech, each looked up once; "" for what is no word."""

    def __missing__(self, word: str) -> str:
        tag = self[word] = _pos(word) if _WORD.match(word) else ""
        return tag


def _pos(word: str, unknown: str = "") -> str:
    tag = pos_overrides().get(word) or general_dictionary().pos.get(word) or unknown
    if tag:
        return tag
    return "m" if word[0].isdigit() else "eng" if word.isascii() else "x"
