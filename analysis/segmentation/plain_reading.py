"""The plain reading of a text: where the general dictionary cuts it, and how likely that is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
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
LONGEST_KEPT = 64  # characters of a piece whose reading is remembered


@dataclass(frozen=True)
class PlainReading:
    """A text as the general dictionary reads it.

    Attributes:
        text: the text that was read.
        ends: where its words end, punctuation too; they tile the text.
        edge: 1 at each offset where a word begins or ends, 0 inside words.
    """

    text: str
    ends: list[int]
    edge: bytearray

    @property
    def words(self) -> list[Span]:
        """The spans of the words."""
        return list(zip([0, *self.ends], self.ends, strict=False))

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the span begins and ends where words do."""
        return bool(self.edge[start] and self.edge[end])

    def supports(self, start: int, end: int) -> bool:
        """Whether the span may be one term: no word is broken by it, or breaking it reads better.

        A span that begins or ends inside a word (工作风 in 工|作风) is weighed against the words
        it breaks: the unigram log-probability of what the dictionary reads there, and that of the
        span as one word with the pieces that are left over beside it.
        """
        edge = self.edge
        if edge[start] and edge[end]:
            return True
        left, right = edge.rindex(1, 0, start + 1), edge.index(1, end)
        if edge[start] and right == end + 1 and self._lengthens(start, end):
            return False
        cuts = bytes(edge[left : right + 1])
        weigh = _reads_better if right - left <= LONGEST_KEPT else _reads_better.__wrapped__
        return weigh(self.text[left:right], cuts, start - left, end - left)

    def _lengthens(self, start: int, end: int) -> bool:
        """Whether a word goes on by one character where a span of two words ends.

        加强联系 in 加强|联系点: the dictionary knows the longer word too, and begins it where the
        second word of the span begins.
        """
        middle = self.edge.rindex(1, 0, end)
        halves = self.text[start:middle], self.text[middle:end]
        return end - start == 4 and all(len(half) == 2 and _count(half) for half in halves)

    def words_of(self, start: int, end: int) -> list[Span]:
        """The words of a stretch of the text; it is cut anew if it begins or ends inside one."""
        starts, ends = self.cuts_of(start, end)
        return list(zip(starts, ends, strict=True))

    def cuts_of(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """As ``words_of``: where the words begin, and where they end."""
        if start == end:
            return [], []
        if self.edge[start] and self.edge[end]:
            first = bisect_right(self.ends, start)
            ends = self.ends[first : bisect_right(self.ends, end, first)]
        else:
            cut = _ends_within if end - start <= LONGEST_KEPT else _ends_within.__wrapped__
            ends = [start + length for length in cut(self.text[start:end])]
        return [start, *ends[:-1]], ends


def read_plainly(text: str) -> PlainReading:
    """Cut a text by the general dictionary alone."""
    ends = general_dictionary().tokenizer.word_ends(text)
    edge = bytearray(len(text) + 1)
    edge[0] = 1
    for end in ends:
        edge[end] = 1
    return PlainReading(text, ends, edge)


@lru_cache(maxsize=20_000)
def _ends_within(piece: str) -> tuple[int, ...]:
    """Where words end in what a set phrase leaves of a stretch: mostly a few short pieces."""
    return tuple(general_dictionary().tokenizer.word_ends(piece))


@lru_cache(maxsize=20_000)
def _reads_better(piece: str, edge: bytes, start: int, end: int) -> bool:
    """Whether a span of a piece, as one word, reads better than the words the piece is cut into."""
    size = len(piece)
    if _strands(piece, edge, 0, start) or _strands(piece, edge, end, size):
        return False
    cuts = [place for place in range(size + 1) if edge[place]]
    plain = sum(_likelihood(piece[a:b]) for a, b in pairwise(cuts))
    term = max(_likelihood(piece[start:end]), _log_share(TERM_COUNT))
    rest = _likelihood(piece[:start]) + _likelihood(piece[end:])
    return rest + term > plain


def _strands(piece: str, edge: bytes, start: int, end: int) -> bool:
    """Whether a part of the piece is a rare character torn off a common word."""
    if end - start != 1 or _count(piece[start]) >= COMMON_CHARACTER:
        return False
    return _count(piece[edge.rindex(1, 0, start + 1) : edge.index(1, end)]) >= COMMON_WORD


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
