"""The plain reading of a text: where the general dictionary cuts it, and how likely that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import log

from analysis.segmentation.dictionary import general_dictionary
from analysis.speech import Span

# How often a set term is taken to stand in the 60 million words behind the general dictionary.
# Measured on official reports: lower, and rare set phrases that the dictionary mis-cuts are lost;
# higher, and terms are found across the boundary of two ordinary words.
TERM_COUNT = 30
# A word counted at least this often is not broken so that a single character is left of it
# (农民增收|入 out of 农民|增|收入),
COMMON_WORD = 200
# unless that character is a word as common as 各 (各|县区政府 out of 各县区|政府).
COMMON_CHARACTER = 40_000


@dataclass(frozen=True)
class PlainReading:
    """A text as the general dictionary reads it.

    Attributes:
        text: the text that was read.
        words: the spans it was cut into, punctuation too; they tile the text.
        edge: 1 at each offset where a word begins or ends, 0 inside words.
    """

    text: str
    words: list[Span]
    edge: bytearray

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the span begins and ends where words do."""
        return bool(self.edge[start] and self.edge[end])

    def supports(self, start: int, end: int) -> bool:
        """Whether the span may be one term: no word is broken by it, or breaking it reads better.

        A span that begins or ends inside a word (工作风 in 工|作风) is weighed against the words
        it breaks: the unigram log-probability of what the dictionary reads there, and that of the
        span as one word with the pieces that are left over beside it.
        """
        if self.is_whole(start, end):
            return True
        left = self.edge.rindex(1, 0, start + 1)
        right = self.edge.index(1, end)
        if self._strands(left, start) or self._strands(end, right):
            return False
        cuts = [place for place in range(left, right + 1) if self.edge[place]]
        plain = sum(_likelihood(self.text[a:b]) for a, b in pairwise(cuts))
        term = max(_likelihood(self.text[start:end]), _log_share(TERM_COUNT))
        rest = _likelihood(self.text[left:start]) + _likelihood(self.text[end:right])
        return rest + term > plain

    def _strands(self, start: int, end: int) -> bool:
        """Whether the piece is a rare character torn off a common word."""
        if end - start != 1 or _count(self.text[start]) >= COMMON_CHARACTER:
            return False
        left = self.edge.rindex(1, 0, start + 1)
        right = self.edge.index(1, end)
        return _count(self.text[left:right]) >= COMMON_WORD

    def words_of(self, start: int, end: int) -> list[Span]:
        """The words of a stretch of the text; it is cut anew if it begins or ends inside one."""
        if start == end:
            return []
        if not self.is_whole(start, end):
            anew = read_plainly(self.text[start:end]).words
            return [(start + left, start + right) for left, right in anew]
        return self.words[bisect_left(self.words, (start,)) : bisect_left(self.words, (end,))]

    def words_between(self, gaps: Iterable[Span]) -> Iterator[Span]:
        """The words of stretches in order; one that begins or ends inside a word is cut anew."""
        number = 0
        for start, end in gaps:
            if start == end:
                continue
            if self.is_whole(start, end):
                while self.words[number][0] < start:
                    number += 1
                while number < len(self.words) and self.words[number][0] < end:
                    yield self.words[number]
                    number += 1
            else:
                left = start
                for length in _ends_within(self.text[start:end]):
                    yield left, start + length
                    left = start + length


def read_plainly(text: str) -> PlainReading:
    """Cut a text by the general dictionary alone."""
    words: list[Span] = []
    edge = bytearray(len(text) + 1)
    edge[0] = 1
    place = 0
    for word in general_dictionary().tokenizer.cut(text, HMM=False):
        words.append((place, place + len(word)))
        place += len(word)
        edge[place] = 1
    return PlainReading(text, words, edge)


@lru_cache(maxsize=20_000)
def _ends_within(piece: str) -> tuple[int, ...]:
    """Where words end in what a set phrase leaves of a stretch: mostly a few short pieces."""
    return tuple(accumulate(map(len, general_dictionary().tokenizer.cut(piece, HMM=False))))


def _likelihood(piece: str) -> float:
    """Log-probability of a word of the dictionary; of any other piece, of its characters."""
    count = _count(piece)
    if count:
        return _log_share(count)
    return sum(_log_share(_count(character) or 1) for character in piece)


def _count(piece: str) -> int:
    return general_dictionary().tokenizer.FREQ.get(piece) or 0


def _log_share(count: int) -> float:
    return log(count / general_dictionary().tokenizer.total)
