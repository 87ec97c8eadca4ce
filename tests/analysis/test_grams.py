"""Grams: a whole text looked up at once finds what a plain search finds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.grams import counts_of, grams_of, grams_of_words, places_of

CHARACTERS = "抓落实a\n😀\ud800"


@pytest.mark.parametrize("size", [1, 2, 3])
def test_there_is_one_gram_a_place(size: int) -> None:
    assert len(grams_of("抓落实", size)) == 4 - size
    assert len(grams_of("", size)) == 0


@given(
    st.text(CHARACTERS, max_size=30),
    st.lists(st.text(CHARACTERS, min_size=3, max_size=4), unique_by=lambda word: word[:2]),
)
def test_places_and_counts_are_those_of_a_plain_search(text: str, words: list[str]) -> None:
    keys = grams_of_words(words, 2)
    order = np.argsort(keys)
    places, rows = places_of(keys[order], grams_of(text, 2))
    found = [(place, words[order[row]][:2]) for place, row in zip(places, rows, strict=True)]
    begins = {word[:2] for word in words}
    assert found == [
        (n, text[n : n + 2]) for n in range(len(text) - 1) if text[n : n + 2] in begins
    ]
    counts = counts_of(keys, grams_of(text, 2)).tolist()
    assert counts == [sum(text.startswith(word[:2], n) for n in range(len(text))) for word in words]
