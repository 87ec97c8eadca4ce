"""Keywords: how often a word stands in a speech, and how much it says there."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.grams import (
    LONGEST_GRAM,
    counts_of,
    grams_of,
    grams_of_words,
    places_of,
)
from analysis.measures.textrank import textrank
from analysis.segmentation import words_of
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.parts_of_speech import pos_overrides

KEYWORDS = ("word", "pos", "own", "total", "per_thousand", "sections", "tfidf", "textrank")

NUMERALS = frozenset("一二三四五六七八九十百千万")
SHORTEST_TERM = 3  # characters; a shorter term is made of single ones
LONGEST = 64  # longer "words" are runs of digits or letters; cutting them out everywhere is slow


def keyword_table(tokens: pd.DataFrame, text: str, sections: pd.DataFrame) -> pd.DataFrame:
    """All words of a speech with their weights.

    Args:
        tokens: token table of the speech.
        text: its text.
        sections: its table of sections.

    Returns:
        One row a word (type), most frequent first, those that stand inside set terms alone (思维
        in 法治思维) among them: ``word``; ``pos`` (its most frequent tag); ``own`` (tokens, 0 for
        those); ``total`` (places where the characters of the word stand in the text, alone or
        inside a longer term, as a reader's search finds them); ``per_thousand`` (own tokens a
        thousand tokens); ``sections`` (top-level sections it stands in, alone or inside a term);
        ``tfidf``; ``textrank`` (0–1, the highest is 1).

    Note:
        tf-idf = own · (ln((1 + N) / (1 + n)) + 1) for a word in n of the N top-level sections:
        the smooth variant, since a speech repeats its thesis in every part and plain idf would
        make that 0. Numbers of different speeches cannot be compared.

    References: Spärck Jones (1972); Manning, Raghavan & Schütze (2008), chapter 6.
    """
    words = words_of(tokens)
    parts = sections["part"].to_numpy()[words["section"].to_numpy()]
    tagged = Counter(zip(words["word"].tolist(), words["pos"].tolist(), strict=True))
    tags = {word: tag for (word, tag), _ in reversed(tagged.most_common())}
    counted: Counter[str] = Counter()
    for (word, _), count in tagged.items():
        counted[word] += count
    stands_in: dict[str, set[int]] = defaultdict(set)
    for word, part in set(zip(words["word"].tolist(), parts.tolist(), strict=True)):
        stands_in[word].add(part)
    for word in list(counted):
        for inner, tag in inner_words(word):
            counted.setdefault(inner, 0)
            tags.setdefault(inner, tag)
            stands_in[inner] |= stands_in[word]
    ranked = sorted(counted, key=lambda word: -counted[word])
    own = np.array([counted[word] for word in ranked], dtype=np.int64)
    spread = np.array([len(stands_in[word]) for word in ranked], dtype=np.int64)
    idf = np.log((1 + sections["part"].nunique()) / (1 + spread)) + 1
    totals = occurrences(text, ranked)
    ranks = textrank(words)
    columns = (
        pd.Series(ranked, dtype=object),
        pd.Series([tags[word] for word in ranked], dtype=object),
        own,
        [totals[word] for word in ranked],
        own * (1000 / max(len(words), 1)),
        spread,
        own * idf,
        [ranks.get(word, 0.0) for word in ranked],
    )
    table = pd.DataFrame(dict(zip(KEYWORDS, columns, strict=True)))
    return table.sort_values(["own", "total"], ascending=False, kind="stable", ignore_index=True)


@lru_cache(maxsize=50_000)
def inner_words(word: str) -> tuple[tuple[str, str], ...]:
    """The words of two and more characters that a set term is made of, with their tags.

    Example:
        >>> inner_words("法治思维")
        (('法治', 'n'), ('思维', 'n'))
    """
    if not SHORTEST_TERM <= len(word) <= LONGEST:
        return ()
    general, overrides = general_dictionary(), pos_overrides()
    pieces = list(general.tokenizer.cut(word, HMM=False))
    return tuple(
        (piece, overrides.get(piece) or general.pos.get(piece) or "x")
        for before, piece in pairwise(["", *pieces])
        if 1 < len(piece) < len(word)
        and not (before[-1:] in NUMERALS and piece[0] in NUMERALS)  # 二|十国集团
    )


def occurrences(text: str, words: list[str]) -> dict[str, int]:
    """Word → number of places where it stands in ``text`` (without overlap, as in an editor)."""
    counts = dict.fromkeys(words, 0)
    short: dict[int, list[str]] = defaultdict(list)  # by size
    longer: list[str] = []
    for word in words:
        size = len(word)
        if size == 1 or (size <= LONGEST_GRAM and word[0] != word[-1]):
            short[size].append(word)  # cannot overlap itself
        elif LONGEST_GRAM <= size <= LONGEST:
            longer.append(word)
        else:
            counts[word] = text.count(word)
    for size, alike in short.items():
        found = counts_of(grams_of_words(alike, size), grams_of(text, size))
        counts.update(zip(alike, found.tolist(), strict=True))
    return counts | _occurrences(text, longer)


def _occurrences(text: str, words: list[str]) -> dict[str, int]:
    """As ``occurrences``, of longer words: looked for where their first characters stand."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:LONGEST_GRAM]].add(len(word))
    keys = grams_of_words(lengths, LONGEST_GRAM)
    order = np.argsort(keys)
    sizes = [tuple(found) for found in lengths.values()]
    sizes = [sizes[row] for row in order.tolist()]
    places, rows = places_of(keys[order], grams_of(text, LONGEST_GRAM))
    counts, free_from = dict.fromkeys(words, 0), dict.fromkeys(words, 0)
    for start, row in zip(places.tolist(), rows.tolist(), strict=True):
        for size in sizes[row]:
            word = text[start : start + size]
            if free_from.get(word, start + 1) <= start:
                counts[word] += 1
                free_from[word] = start + size
    return counts


def log_likelihood(a: float, b: float, c: float, d: float) -> float:
    """G² with four terms for a count ``a`` of ``c`` tokens against ``b`` of ``d``.

    G² = 2 Σ O ln(O / E) over the four cells of the table.

    References: Dunning (1993), Computational Linguistics 19(1).
    """
    total, joint = c + d, a + b
    cells = (
        (a, c * joint / total),
        (b, d * joint / total),
        (c - a, c * (total - joint) / total),
        (d - b, d * (total - joint) / total),
    )
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen > 0)
