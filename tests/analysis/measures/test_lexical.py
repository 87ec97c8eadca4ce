"""Figures of language: MATTR beside another implementation, lengths counted by hand."""

import math

import pandas as pd
import pytest
from cut_by_hand import cut
from hypothesis import given
from hypothesis import strategies as st
from lexicalrichness import LexicalRichness

from analysis.measures.lexical import (
    FIGURES,
    RANGES,
    SENTENCE_LENGTHS,
    against_reference,
    lexical_figures,
    mattr,
    sentence_lengths,
)

WORDS = ["one", "one", "two", "one", "one", "two", "one"]
TEXT = "同志们：\n项目/要/快。我们/一起/抓落实，好不好？\n散会！"


@pytest.mark.parametrize(("window", "value"), [(2, 5 / 6), (3, 2 / 3), (4, 1 / 2)])
def test_mattr_of_the_literature(window: int, value: float) -> None:
    assert mattr(WORDS, window) == pytest.approx(value)


@given(st.lists(st.sampled_from("甲乙丙丁戊"), min_size=1, max_size=40), st.integers(1, 40))
def test_mattr_beside_lexicalrichness(words: list[str], window: int) -> None:
    if window > len(words):
        assert math.isnan(mattr(words, window))
    else:
        theirs = LexicalRichness(words, preprocessor=None, tokenizer=None)
        assert mattr(words, window) == pytest.approx(theirs.mattr(window_size=window))


def test_sentence_lengths() -> None:
    made = cut(TEXT)
    table = sentence_lengths(made.tokens, made.sentences, made.sections)
    assert tuple(table.columns) == SENTENCE_LENGTHS
    assert table["characters"].tolist() == [3, 4, 10, 2]
    assert table["words"].tolist() == [1, 3, 4, 1]
    assert table["sentence"].tolist() == [0, 1, 2, 3]


def test_figures() -> None:
    made = cut(TEXT)
    places = pd.DataFrame({"start": [13], "end": [16]})
    figures = lexical_figures(made.tokens, made.sentences, made.sections, places)
    assert tuple(figures) == FIGURES
    assert figures["sentence_characters"] == 19 / 4
    assert figures["sentence_words"] == 9 / 4
    assert figures["phrase_share"] == pytest.approx(3 / 19)
    assert math.isnan(figures["mattr"])  # fewer words than a window


def test_beside_a_reference() -> None:
    documents = pd.DataFrame(
        {"group": ["big"] * 11 + ["small"] * 2}
        | {figure: [float(n) for n in range(11)] + [1.0, 2.0] for figure in FIGURES}
    )
    values = (0.5, 5.0, 9.5, math.nan)
    table = against_reference(dict(zip(FIGURES, values, strict=True)), documents)
    assert tuple(table.columns) == RANGES
    big = table[table["group"] == "big"]
    assert big["stands"].tolist() == ["below", "within", "above", "too_few"]
    assert big[["low", "median", "high", "documents"]].iloc[0].tolist() == [1, 5, 9, 11]
    assert set(table[table["group"] == "small"]["stands"]) == {"too_few"}
