"""Parallelism (排比): three or more clauses in a row that share a frame."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.phrases.clause_frames import Frame, frame_name, shared_spans
from analysis.phrases.clause_rows import evened, rows_of
from analysis.segmentation.dictionary import general_dictionary
from analysis.speech import Span

PARALLELS = ("row", "item", "start", "end", "text", "frame", "shared", "sentence", "section")

_RULES = MEASURES["parallelism"]
_FEWEST: int = _RULES["fewest"]
_NEAR = 8  # characters on each side in which a word is looked for
_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》"}
# Items are parted by one kind of mark: what stands between 、 is not compared across ，.
_LEVELS = tuple(
    re.compile(f"[^{marks}\\n]+")
    for marks in ("。！？；!?;…", "。！？；，：!?;,:…", "。！？；，：、!?;,:…")
)
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]+(?:要|是)|[一二三四五六七八九十]、|第[一二三四五六七八九十]+(?:[，、]|(?=[要是])))"
)


class _Row(NamedTuple):
    level: int
    items: list[Span]
    frame: Frame


def parallel_clauses(
    text: str, sentences: pd.DataFrame, sections: pd.DataFrame, *, fewest: int = _FEWEST
) -> pd.DataFrame:
    """Rows of three or more neighbouring sentences, clauses or listed items with a shared frame.

    Args:
        text: the text.
        sentences, sections: the tables of the speech.
        fewest: items that make a row.

    Returns:
        One row an item: ``row`` (number of the parallelism, from 0, in reading order), ``item``
        (from 0), ``start``, ``end`` (offsets), ``text``, ``frame`` (of the whole row, as in
        ``要…工作``: … for what differs), ``shared`` (list of the spans that make the frame),
        ``sentence``, ``section`` (row numbers). A row within another row's items is left out.

    Note:
        A frame is one of characters at the head, at the foot, or, in items equally long, at the
        same places. Items that are alike in structure alone are not found.

    References: Chen Wangdao (1932), 修辞学发凡, on 排比: three or more phrases, alike in build
        and tone, in a row.
    """
    rows = [
        _Row(level, items, frame)
        for level, rule in enumerate(_LEVELS)
        for block in _blocks(text, rule)
        for found in rows_of(text, block, fewest)
        for items, frame in [evened(text, *found) if rule is _LEVELS[-1] else found]
    ]
    table = []
    for number, (level, items, frame) in enumerate(_outermost(rows)):
        name = frame_name(text, items, frame)
        shown = _whole_words(text, items, _LEVELS[level])
        for item, (span, (start, end)) in enumerate(zip(items, shown, strict=True)):
            shared = shared_spans(*span, frame)
            table.append((number, item, start, end, text[start:end], name, shared))
    out = pd.DataFrame(table, columns=list(PARALLELS[:-2]))
    starts = out["start"].to_numpy(np.int64)
    for name, of in (("sentence", sentences), ("section", sections)):
        place = np.searchsorted(of["start"].to_numpy(), starts, side="right") - 1
        out[name] = place.clip(0)
    return out


def _blocks(text: str, level: re.Pattern[str]) -> Iterator[list[Span]]:
    """Items that follow one another with no more than one mark between, within a paragraph."""
    block: list[Span] = []
    for match in level.finditer(text):
        span = _trimmed(text, *match.span())
        if span is None:
            continue
        gap = text[block[-1][1] : span[0]] if block else ""
        if block and (len(gap) > 6 or "\n" in gap or (level is _LEVELS[-1] and "、" not in gap)):
            yield block
            block = []
        block.append(span)
    yield block


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """An item without blanks, quotes and enumerator; None if nothing is left."""
    while start < end and (text[start].isspace() or _opens_only(text, start, end)):
        start += 1
    while end > start and (text[end - 1].isspace() or _closes_only(text, start, end)):
        end -= 1
    if number := _NUMBER.match(text[start:end]):
        if number.end() < end - start and not number.group().endswith(("要", "是")):
            start += number.end()
        elif number.end() < end - start:
            start += number.end() - 1  # 一要, 二要: 要 is the frame
    return (start, end) if end > start else None


def _opens_only(text: str, start: int, end: int) -> bool:
    pair = _QUOTES.get(text[start])
    return pair is not None and pair not in text[start:end]


def _closes_only(text: str, start: int, end: int) -> bool:
    return any(
        text[end - 1] == closing and opening not in text[start:end]
        for opening, closing in _QUOTES.items()
    )


def _whole_words(text: str, items: list[Span], level: re.Pattern[str]) -> list[Span]:
    """The items as they are shown, if they were cut in a word or, but at a list's end, in a clause.

    The last item of a list runs on into its sentence (善成|上下功夫) and stays cut.
    """
    start = items[0][0]
    while start and not _parts_words(text, start):
        start -= 1
    shown = [(start, items[0][1]), *items[1:]]
    for number, (left, right) in enumerate(shown):
        whole = level.match(text, right)
        end = right
        if whole and (level is not _LEVELS[-1] or number < len(shown) - 1):
            _, end = _trimmed(text, *whole.span()) or (left, right)
        while end < len(text) and not _parts_words(text, end):
            end += 1
        shown[number] = (left, end)
    return shown


def _parts_words(text: str, place: int) -> bool:
    """Whether no word of the general dictionary stands across a place."""
    clause = max(place - _NEAR, 0)
    ends = general_dictionary().tokenizer.word_ends(text[clause : place + _NEAR])
    return place - clause in (0, *ends)


def _outermost(rows: list[_Row]) -> list[_Row]:
    """Rows that share no character; those of sentences before those of clauses, longer first."""
    kept: list[_Row] = []
    taken: list[Span] = []
    for row in sorted(rows, key=lambda row: (row.level, -len(row.items), -row.frame.size)):
        start, end = row.items[0][0], row.items[-1][1]
        at = bisect_left(taken, (end, end))
        if at == 0 or taken[at - 1][1] <= start:
            kept.append(row)
            insort(taken, (start, end))
    return sorted(kept, key=lambda row: row.items[0])
