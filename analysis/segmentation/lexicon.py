"""The set terms of the official register: what the domain says as one term stays one term."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from analysis.assets import ASSETS, read_rows
from analysis.segmentation.cover import Candidate, best_cover
from analysis.speech import Span

KEY = 2  # terms are found by their first two characters; shorter ones cannot be set terms
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
    _lengths: dict[str, set[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths: dict[str, set[int]] = {}
        for word in self.terms:
            key = word[:KEY]
            if key in lengths:
                lengths[key].add(len(word))
            else:
                lengths[key] = {len(word)}
        object.__setattr__(self, "_lengths", lengths)

    @cached_property
    def own(self) -> frozenset[str]:
        """A person's own words."""
        return frozenset(word for word, term in self.terms.items() if term.category == OWN)

    def occurrences(self, text: str) -> list[tuple[int, int, Term]]:
        """Every place where a term stands, overlapping ones too: start, end and the term."""
        found = []
        lengths, terms = self._lengths, self.terms
        for start, key in enumerate(map(str.__add__, text, text[1:])):
            for length in lengths.get(key, ()):
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
    own = {word: Term(word, "l", OWN) for word in extra if len(word) >= KEY}
    return Lexicon(_listed_terms() | own if own else _listed_terms())
