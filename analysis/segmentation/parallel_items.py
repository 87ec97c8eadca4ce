"""Parallel items of an enumeration: 对号入座、主动认领、逐项细化 are three phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.plain_reading import PlainReading
from analysis.speech import Span

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LISTING = re.compile(r"[”」』]?、[“「『]?|[”」』][“「『]")
_COMMA = "，"
_CLASSICAL = frozenset("之者其而则于无乎矣焉兮")
_SHORT = 4  # up to so many characters length alone makes a pair,
_ROW = 6  # up to so many, three in a row,
_LONG = 8  # up to so many likeness


@dataclass(frozen=True, slots=True)
class Barred:
    """What an item is no phrase with.

    Attributes:
        first: verbs that take any object: no phrase begins with one (加强|领导).
        inside: characters that no phrase holds.
        inside_long: characters that no phrase of more than four characters holds.
        last: words of one character that no phrase ends with (市经委|就).
    """

    first: frozenset[str]
    inside: frozenset[str]
    inside_long: frozenset[str]
    last: frozenset[str]


def parallel_items(reading: PlainReading, barred: Barred) -> Iterator[Span]:
    """Items that stand beside items of the same length.

    Two neighbours between punctuation marks are phrases if both have two to four characters, or
    more of which they share some in the same places. The first and the last item of a list run on
    into the sentence: of these as many characters are taken as the neighbour has, if the two share
    one in the same place (权力集中、资金密集、资源富集|领域) or the list has more such items. Where
    both run on, four characters are taken if both begin with the same word of one character
    (扛起|为民解难、为党分忧|的责任). A clause of words of one character, as the classics write, is a
    phrase even alone (图难于其易).
    """
    text = reading.text
    items: list[Span] = []
    for match in _HAN.finditer(text):
        if _is_terse(reading, match.span()):
            yield from _phrases(reading, [match.span()], barred)
        gap = text[items[-1][1] : match.start()] if items else ""
        if items and _LISTING.fullmatch(gap) is None:
            yield from _of_list(reading, items, barred)
            pair = [items[-1], match.span()]
            square = all(end - start == _SHORT for start, end in pair)
            if gap == _COMMA and _are_alike(text, *pair, by_length=square):
                yield from _phrases(reading, pair, barred)
            items = []
        items.append(match.span())
    yield from _of_list(reading, items, barred)


def _of_list(reading: PlainReading, items: list[Span], barred: Barred) -> Iterator[Span]:
    if len(items) < 2:
        return
    sizes = Counter(end - start for start, end in items)
    for first, second in pairwise(items):
        size = min(first[1] - first[0], second[1] - second[0])
        left, right = (first[1] - size, first[1]), (second[0], second[0] + size)
        complete = (left, right) == (first, second)
        many = sizes[size] > 1 if size < _SHORT else size == _SHORT and len(items) > 2
        row = complete and sizes[size] > 2 and size <= _ROW  # 经济效益好、资源消耗低、环境污染少
        if row or _are_alike(reading.text, left, right, by_length=complete or many):
            slogans = row or (many and sizes[size] > 2)
            yield from _phrases(reading, [left, right], barred, free=slogans)
        elif complete and size <= _ROW and _are_purposes(reading, first[0], second[0]):
            yield from _phrases(reading, [first, second], barred)
        elif size > _SHORT:
            left, right = (first[1] - _SHORT, first[1]), (second[0], second[0] + _SHORT)
            if _begin_alike(reading, left[0], right[0]):
                yield from _phrases(reading, [left, right], barred)


def _are_alike(text: str, first: Span, second: Span, *, by_length: bool) -> bool:
    left, right = text[slice(*first)], text[slice(*second)]
    size = len(left)
    if size != len(right) or left == right or not 2 <= size <= _LONG:
        return False
    shared = sum(map(str.__eq__, left, right))
    return shared >= max(2, size // 2 - 1) if size > _SHORT else by_length or shared > 0


def _is_terse(reading: PlainReading, span: Span) -> bool:
    """Whether all words of a clause have one character and none is a pronoun or a numeral; of more
    than four, one must be a particle of the classics."""
    start, end = span
    if not _SHORT <= end - start <= _LONG or 0 in reading.edge[start:end]:
        return False
    words = reading.text[start:end]
    short = len(words) == _SHORT or not _CLASSICAL.isdisjoint(words)
    return short and not any(_class_of(word) in ("r", "m", "q") for word in words)


def _begin_alike(reading: PlainReading, first: int, second: int) -> bool:
    """The same character, in one of the two a word of its own (为|国履职、为民|尽责)."""
    alone = any(reading.is_whole(place, place + 1) for place in (first, second))
    return alone and reading.text[first] == reading.text[second]


def _are_purposes(reading: PlainReading, first: int, second: int) -> bool:
    """Both begin with the same preposition: 为大局服务、为人民司法."""
    return _begin_alike(reading, first, second) and _class_of(reading.text[first]) == "p"


def _class_of(word: str) -> str:
    return (general_dictionary().pos.get(word) or word)[:1]


def _phrases(
    reading: PlainReading, pair: list[Span], barred: Barred, *, free: bool = False
) -> list[Span]:
    """Those of the pair that are phrases; of a pair alike by its characters both or none."""
    found = [span for span in pair if _is_phrase(reading, span, barred, free=free)]
    return found if free or len(found) == len(pair) else []


def _is_phrase(reading: PlainReading, span: Span, barred: Barred, *, free: bool) -> bool:
    start, end = span
    words = reading.text[start:end]
    inside = barred.inside_long if end - start > _SHORT else barred.inside
    return (
        reading.is_whole(start, end)
        and (free or words[:2] not in barred.first)
        and (inside.isdisjoint(words) or not _is_loose(reading, span, inside))
        and (end - start > 2 or bool(reading.edge[start + 1]))
        and not (reading.edge[end - 1] and words[-1] in barred.last)
    )


def _is_loose(reading: PlainReading, span: Span, inside: frozenset[str]) -> bool:
    """Whether one of the characters is a word of its own or in a pronoun; the 等 of 平等 is not."""
    words = [reading.text[start:end] for start, end in reading.words_of(*span)]
    return any(
        (len(word) == 1 or _class_of(word) == "r") and not inside.isdisjoint(word) for word in words
    )
