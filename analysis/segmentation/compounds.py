"""Compounds: neighbouring words that the register says as one term, found by their kinds.

No list holds 县公安交警大队 or 妇幼卫生事业. Each token has a kind (noun, head of a body's name,
adverb of a formula …), written as one letter; patterns over these letters say which neighbours are
one term. Kinds and patterns are data: ``assets/compounds.toml``.
"""

from __future__ import annotations

from operator import eq, ne, or_
from typing import NamedTuple

from analysis.segmentation.compound_kinds import GAP, OTHER, compound_rules, kind_of


class Tokens(NamedTuple):
    """Tokens in order, a list a property: a text of a million characters has half a million."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]

    def add(self, start: int, end: int, word: str, tag: str) -> None:
        """Put one more token behind the others."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.tags.append(tag)

    def add_from(self, tokens: Tokens, first: int, last: int) -> None:
        """Put a part of other tokens behind."""
        self.starts.extend(tokens.starts[first:last])
        self.ends.extend(tokens.ends[first:last])
        self.words.extend(tokens.words[first:last])
        self.tags.extend(tokens.tags[first:last])


def join_compounds(text: str, tokens: Tokens, *, barred: frozenset[str]) -> Tokens:
    """The tokens of a text with those that make a compound joined.

    Args:
        text: the text.
        tokens: its tokens, in order.
        barred: words that stay apart.
    """
    rules = compound_rules()
    starts, ends = tokens.starts, tokens.ends
    letters = _letters(tokens, barred)
    joined = Tokens([], [], [], [])
    done = place = gaps = 0
    for match in rules.pattern.finditer(letters):
        rule = (match.lastindex or 1) - 1
        gaps += letters.count(GAP, place, match.start())
        first, place = match.start() - gaps, match.end() - 1
        gaps += letters.count(GAP, match.start(), place)
        last = place - gaps
        while first < last and ends[last] - starts[first] > rules.longest[rule]:
            first = first + 1 if rules.trimmed[rule] else last
        if first < last:
            joined.add_from(tokens, done, first)
            start, end = starts[first], ends[last]
            joined.add(start, end, text[start:end], rules.pos[rule])
            done = last + 1
    joined.add_from(tokens, done, len(starts))
    return joined


def _letters(tokens: Tokens, barred: frozenset[str]) -> str:
    """The kinds of the tokens, and a gap before each that is no neighbour of the one before."""
    starts, ends, words, tags = tokens
    kinds = list(map(kind_of, words, tags))
    if barred:
        kinds = [OTHER if word in barred else kind for word, kind in zip(words, kinds, strict=True)]
    # a word said twice is no compound
    apart = map(or_, map(ne, starts[1:], ends), map(eq, words[1:], words))
    letters = [GAP + kind if gap else kind for kind, gap in zip(kinds[1:], apart, strict=True)]
    return GAP + "".join([*kinds[:1], *letters]) if kinds else ""
