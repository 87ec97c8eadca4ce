"""The set terms of the official register: what the domain says as one term stays one term."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from analysis.assets import ASSETS, read_rows
from analysis.segmentation.cover import Candidate, best_cover
from analysis.speech import Span

SHORTEST = 2  # characters of a set term
KEY = 3  # longer terms are found by their first three characters
OWN = "own"  # the category of a person's own words


class Term(NamedTuple):
    """A set term: its part of speech (jieba's tags) and its category (``assets/lexicon``)."""

    word: str
    pos: str
    category: str


@dataclass(frozen=True)
class Lexicon:
    """Set terms, found in a text so that as much of it as possible is covered by long ones."""

    terms: dict[str, Term]
    _lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths: dict[str, tuple[int, ...]] = {}
        for word in self.terms:
            key, length = word[:KEY], len(word)
            known = lengths.get(key, ())
            if length not in known:
                lengths[key] = (*known, length)
        object.__setattr__(self, "_lengths", lengths)

    @cached_property
    def own(self) -> frozenset[str]:
        """A person's own words."""
        return frozenset(word for word, term in self.terms.items() if term.category == OWN)

    def occurrences(self, text: str) -> list[tuple[int, int, Term]]:
        """Every place where a term stands, overlapping ones too: start, end and the term."""
        found = []
        terms, lengths_of = self.terms, self._lengths.get
        pairs = list(map(str.__add__, text, text[1:]))
        for start, key in enumerate(map(lengths_of, pairs)):
            if key:  # a term of two characters
                found.append((start, start + SHORTEST, terms[pairs[start]]))
        for start, lengths in enumerate(map(lengths_of, map(str.__add__, pairs, text[2:]))):
            for length in lengths or ():
                term = terms.get(text[start : start + length])
                if term and len(term.word) == length:  # shorter where the text ends
                    found.append((start, start + length, term))
        return found

    def matches(self, text: str) -> list[Span]:
        """Non-overlapping spans of terms, in order, the sum of squared lengths the greatest."""
        cover = best_cover(
            Candidate(start, end, (end - start) ** 2, term.pos)
            for start, end, term in self.occurrences(text)
        )
        return [(candidate.start, candidate.end) for candidate in cover]


@lru_cache(maxsize=1)
def _listed_terms() -> dict[str, Term]:
    rows = (row for path in sorted((ASSETS / "lexicon").glob("*.tsv")) for row in read_rows(path))
    return {word: Term(word, pos, category) for word, category, pos, _ in rows}


@lru_cache(maxsize=8)
def lexicon(extra: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of ``assets/lexicon`` with a person's own words (``extra``) added."""
    own = {word: Term(word, "l", OWN) for word in extra if len(word) >= SHORTEST}
    return Lexicon(_listed_terms() | own if own else _listed_terms())
