"""Parallel items of an enumeration: 对号入座、主动认领、逐项细化 are three phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from analysis.plain_reading import PlainReading
from analysis.speech import Span

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LISTING = re.compile(r"[”」』]?、[“「『]?|[”」』][“「『]")
_COMMA = "，"
_SHORT, _LONG = 4, 8  # characters: up to here length alone makes two items a pair; up to here alikes


def parallel_items(
    reading: PlainReading, free_verbs: frozenset[str], loose: frozenset[str]
) -> Iterator[Span]:
    """Items that stand beside an item of the same length.

    Two neighbours between punctuation marks are phrases if both have two to four characters, or
    five to eight of which they share two in the same places. The first and the last item of a list
    run on into the sentence: of these as many characters are taken as the neighbour has, if the
    two share one in the same place (权力集中、资金密集、资源富集|领域).

    Args:
        reading: the text and its words.
        free_verbs: verbs that take any object; an item that begins with one is no phrase.
        loose: characters that no phrase holds.
    """
    text = reading.text
    runs = [match.span() for match in _HAN.finditer(text)]
    for first, second in pairwise(runs):
        gap = text[first[1] : second[0]]
        listing = _LISTING.fullmatch(gap) is not None
        if not listing and gap != _COMMA:
            continue
        size = min(first[1] - first[0], second[1] - second[0])
        left, right = (first[1] - size, first[1]), (second[0], second[0] + size)
        if _are_alike(text[slice(*left)], text[slice(*right)], listing, (left, right) == (first, second)):
            for span in (left, right):
                if _is_phrase(reading, span, free_verbs, loose):
                    yield span


def _are_alike(left: str, right: str, listing: bool, complete: bool) -> bool:
    size = len(left)
    shared = sum(map(str.__eq__, left, right))
    if not 2 <= size <= _LONG or left == right:
        return False
    if not listing:
        return complete and (size == _SHORT or shared >= 2)
    return shared >= (size > _SHORT) + (not complete or size > _SHORT)


def _is_phrase(
    reading: PlainReading, span: Span, free_verbs: frozenset[str], loose: frozenset[str]
) -> bool:
    start, end = span
    words = reading.text[start:end]
    if not reading.is_whole(start, end) or words[:2] in free_verbs or not loose.isdisjoint(words):
        return False
    return end - start > 2 or bool(reading.edge[start + 1])
