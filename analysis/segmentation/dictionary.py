"""jieba's general dictionary in a tokenizer of our own, with its parts of speech.

Reading ``dict.txt`` here instead of calling ``Tokenizer.initialize`` keeps four promises: no cache
file is written to the machine, nothing is unpickled from a shared temporary folder, words and parts
of speech come from one reading of one file, and of its 350,000 words only those are read that begin
with a character of a text: a third of them for one speech, in a third of the time and the memory.

``assets/places.txt``, in the same format, adds the provinces, cities, counties and districts that
jieba lacks (唐山, 岳阳) or takes for something else (大连 an adverb, 保定 a verb); ``assets/words.txt``
ordinary words that are younger than its dictionary or peculiar to offices (普惠, 微信, 提振, 压降).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TypeVar, cast

import jieba

from analysis.assets import ASSETS
from analysis.segmentation.cutting import LogShares, word_ends

ADDED = ("places.txt", "words.txt")
TOTAL = 60_101_967  # all counts of dict.txt in jieba 0.42.1; adding them up takes 0.1 s at start

V = TypeVar("V")

# Lines that follow one another and begin with the same character.
_BLOCK = re.compile(
    rb"^([\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+)[^\n]*\n(?:\1[^\n]*(?:\n|\Z))*", re.MULTILINE
)


class _Words(dict[str, V]):
    """A table by word whose entries are read when one with their first character is asked for."""

    def __init__(self, source: _Source) -> None:
        self._source, self._read = source, source.read

    def __contains__(self, word: object) -> bool:
        first = cast(str, word)[:1]
        if first not in self._read:
            self._source.fetch(first)
        return super().__contains__(word)

    def get(self, word: str, default: V | None = None) -> V | None:  # type: ignore[override]
        """As of a dict; None, or ``default``, for a word that the dictionary lacks."""
        if word[:1] not in self._read:
            self._source.fetch(word[:1])
        return super().get(word, default)

    def ready_for(self, text: str) -> Callable[[str], V | None]:
        """A faster ``get``, good for the words of one text."""
        for first in set(text) - self._read:
            self._source.fetch(first)
        return super().get

    def __missing__(self, word: str) -> V:
        if word[:1] in self._read:
            raise KeyError(word)
        self._source.fetch(word[:1])
        return self[word]


class _Source:
    """The lines of ``dict.txt`` by their first character, and the tables that are made of them."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._blocks: dict[str, list[tuple[int, int]]] = {}
        for match in _BLOCK.finditer(content):
            self._blocks.setdefault(match[1].decode(), []).append(match.span())
        self.read: set[str] = set()
        self.counts: _Words[int] = _Words(self)
        self.tags: _Words[str] = _Words(self)

    def fetch(self, first: str) -> None:
        """Reads the words that begin with a character."""
        for start, end in self._blocks.get(first, ()):
            fields = self._content[start:end].decode().split()
            words = fields[0::3]
            self.counts.update(zip(words, map(int, fields[1::3]), strict=True))
            self.tags.update(zip(words, map(intern, fields[2::3]), strict=True))
            self._add_prefixes(words)
        self.read.add(first)

    def _add_prefixes(self, words: Iterable[str]) -> None:
        """jieba walks a text by prefixes: each prefix of a word is in the table, with count 0."""
        for word in words:
            prefix = word[:-1]
            while prefix and dict.setdefault(self.counts, prefix, 0) == 0 and len(prefix) > 1:
                prefix = prefix[:-1]


class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """jieba's tokenizer; by its dictionary alone it cuts as it always does, but faster."""

    def __init__(self, counts: _Words[int]) -> None:
        super().__init__()
        self.FREQ, self.total, self.initialized = counts, TOTAL, True
        self._shares = LogShares(TOTAL)

    def cut(
        self, sentence: str, cut_all: bool = False, HMM: bool = True, use_paddle: bool = False
    ) -> Iterator[str]:
        """As jieba's."""
        if cut_all or HMM:
            yield from super().cut(sentence, cut_all, HMM, use_paddle)
            return
        start = 0
        for end in self.word_ends(sentence):
            yield sentence[start:end]
            start = end

    def word_ends(self, text: str) -> list[int]:
        """See ``cutting.word_ends``."""
        return word_ends(text, self.FREQ.ready_for(text), self._shares)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A tokenizer that is ready to cut, and the part of speech of each word it knows."""

    tokenizer: Tokenizer
    pos: dict[str, str]


@lru_cache(maxsize=1)
def general_dictionary() -> Dictionary:
    """jieba's dictionary and what is added to it; once a process its lines are found, in 0.05 s."""
    with jieba.get_module_res("dict.txt") as file:
        source = _Source(file.read() + b"".join((ASSETS / name).read_bytes() for name in ADDED))
    return Dictionary(Tokenizer(source.counts), source.tags)
