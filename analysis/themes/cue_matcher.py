"""Find many fixed terms in a text at once: from left to right, the longest first.

Pure text matching, no segmentation needed; time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from analysis.grams import grams_of, grams_of_words, places_of

# Theme and weight of a cue; None for a set phrase in which no cue counts.
Meaning = tuple[str, float] | None

# What "…" may not jump over: a gap stays within one stretch between punctuation marks.
_NO_BREAK = r"[^\s,.;:!?，。、；：！？…“”‘’（）()《》〈〉—]"
_DIGITS = r"[0-9０-９]{1,12}(?:[.．][0-9０-９]{1,6})?"


class Hit(NamedTuple):
    """A cue in place: ``text[start:end]``, with the theme it speaks for and its weight."""

    start: int
    end: int
    theme: str
    weight: float


class CueMatcher:
    """Terms indexed by their first two characters.

    Args:
        meanings: term → meaning. In a term ``…`` stands for up to ``gap`` characters without
            punctuation, ``#`` for a number. Every term starts with two fixed characters.
        gap: most characters for ``…``.
    """

    def __init__(self, meanings: Mapping[str, Meaning], *, gap: int) -> None:
        self._meanings = dict(meanings)
        self._lengths: dict[str, list[int]] = {}
        self._patterns: dict[str, list[tuple[re.Pattern[str], Meaning]]] = {}
        for term, meaning in meanings.items():
            if "…" in term or "#" in term:
                pattern = _compile(term, gap)
                self._patterns.setdefault(term[:2], []).append((pattern, meaning))
                self._lengths.setdefault(term[:2], [])
            else:
                lengths = self._lengths.setdefault(term[:2], [])
                if len(term) not in lengths:
                    lengths.append(len(term))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)
        self._keys = np.sort(grams_of_words(self._lengths, 2))

    def find(self, text: str, tokens: ArrayLike = ()) -> Iterator[Hit]:
        """Hits in reading order, none overlapping another.

        Args:
            text: where to look.
            tokens: spans of words in order, a row each. A hit that tears a single character off a word
                (作风 in 工作|风险) is passed over; one within a longer word (廉洁 in 廉洁从政)
                and one that shares a longer part of it (深化改革 in 深化|改革开放) stand.
        """
        borders = _token_numbers(len(text), tokens)
        free_from = 0
        places, _ = places_of(self._keys, grams_of(text, 2))
        for position in places.tolist():
            if position < free_from:
                continue
            for end, meaning in self._candidates(text, position):
                if not borders or not _cuts(borders, position, end):
                    if meaning is not None:
                        yield Hit(position, end, *meaning)
                    free_from = end
                    break

    def _candidates(self, text: str, start: int) -> list[tuple[int, Meaning]]:
        """Ends and meanings of the terms that stand at ``start``, the longest first."""
        meanings, key = self._meanings, text[start : start + 2]
        found: list[tuple[int, Meaning]] = []
        for length in self._lengths[key]:
            word = text[start : start + length]
            if word in meanings and len(word) == length:
                found.append((start + length, meanings[word]))
        patterns = self._patterns.get(key)
        if patterns is None:
            return found  # in order: the lengths are
        for pattern, meaning in patterns:
            if match := pattern.match(text, start):
                found.append((match.end(), meaning))
        return sorted(found, key=lambda pair: -pair[0]) if len(found) > 1 else found


def _compile(term: str, gap: int) -> re.Pattern[str]:
    special = {"…": f"{_NO_BREAK}{{0,{gap}}}?", "#": _DIGITS}
    return re.compile("".join(special.get(char) or re.escape(char) for char in term))


def _token_numbers(length: int, tokens: ArrayLike) -> list[int]:
    """For each character the number of its token; characters between tokens get their own."""
    spans = np.asarray(tokens, dtype=np.int64)
    if not len(spans):
        return []
    numbers = np.arange(-1, -length - 1, -1)
    starts, sizes = spans[:, 0], spans[:, 1] - spans[:, 0]
    firsts = np.repeat(starts, sizes)
    within = np.arange(len(firsts)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    numbers[firsts + within] = firsts
    found: list[int] = numbers.tolist()
    return found


def _cuts(numbers: list[int], start: int, end: int) -> bool:
    """Whether the span [start, end) tears a single character off a word it reaches beyond."""
    first, final = numbers[start], numbers[end - 1]
    if first == final:
        return False
    torn_first = start > 0 and numbers[start - 1] == first and numbers[start + 1] != first
    torn_final = end < len(numbers) and numbers[end] == final and numbers[end - 2] != final
    return torn_first or torn_final
