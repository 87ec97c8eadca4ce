"""The set terms of the official register: what the domain says as one term stays one term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from analysis.assets import ASSETS, read_rows
from analysis.grams import Grams, grams_of, grams_of_words, places_of
from analysis.segmentation.cover import Candidate, best_cover
from analysis.speech import Span

SHORTEST = 2  # characters of a set term
KEY = 3  # longer terms are found by their first three characters
OWN = "own"  # the category of a person's own words


class Term(NamedTuple):
    """What is known of a set term: part of speech (jieba's tags), category (``assets/lexicon``)."""

    pos: str
    category: str


class _Keys(NamedTuple):
    """The beginnings of terms, in order, and how long the terms are that begin with each."""

    grams: Grams
    lengths: list[tuple[int, ...]]


@dataclass(frozen=True)
class Lexicon:
    """Set terms, found in a text so that as much of it as possible is covered by long ones."""

    terms: dict[str, Term]
    _pairs: _Keys = field(init=False, repr=False, compare=False)
    _keys: _Keys = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths: dict[str, tuple[int, ...]] = {}
        same: dict[tuple[int, ...], tuple[int, ...]] = {}  # few differ, held by thousands
        for word in self.terms:
            key, length = word[:KEY], len(word)
            known = lengths.get(key, ())
            if length not in known:
                longer = (*known, length)
                lengths[key] = same.setdefault(longer, longer)
        for name, size in (("_pairs", SHORTEST), ("_keys", KEY)):
            object.__setattr__(self, name, _keys(lengths, size))

    @cached_property
    def own(self) -> frozenset[str]:
        """A person's own words."""
        return frozenset(word for word, term in self.terms.items() if term.category == OWN)

    def occurrences(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Every place where a term stands, overlapping ones too: start, end, what is known of it."""
        terms, size_of_text = self.terms, len(text)
        for size, (keys, lengths_of) in ((SHORTEST, self._pairs), (KEY, self._keys)):
            places, rows = places_of(keys, grams_of(text, size))
            for start, row in zip(places.tolist(), rows.tolist(), strict=True):
                for length in lengths_of[row]:
                    end = start + length
                    term = terms.get(text[start:end])
                    if term and end <= size_of_text:
                        yield start, end, term

    def matches(self, text: str) -> list[Span]:
        """Non-overlapping spans of terms, in order, the sum of squared lengths the greatest."""
        cover = best_cover(
            Candidate(start, end, (end - start) ** 2, term.pos)
            for start, end, term in self.occurrences(text)
        )
        return [(candidate.start, candidate.end) for candidate in cover]


def _keys(lengths: dict[str, tuple[int, ...]], size: int) -> _Keys:
    words = [word for word in lengths if len(word) == size]
    grams = grams_of_words(words, size)
    order = np.argsort(grams)
    return _Keys(grams[order], [lengths[words[row]] for row in order.tolist()])


@lru_cache(maxsize=1)
def _listed_terms() -> dict[str, Term]:
    rows = (row for path in sorted((ASSETS / "lexicon").glob("*.tsv")) for row in read_rows(path))
    term = cache(Term)  # one object a kind of term
    return {word: term(pos, category) for word, category, pos, _ in rows}


@lru_cache(maxsize=8)
def lexicon(extra: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of ``assets/lexicon`` with a person's own words (``extra``) added."""
    own = {word: Term("l", OWN) for word in extra if len(word) >= SHORTEST}
    return Lexicon(_listed_terms() | own if own else _listed_terms())
