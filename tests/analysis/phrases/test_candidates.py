"""Candidates: what keeps together and stands free, and nothing that is known already."""

import math

import pandas as pd
import pytest
from cut_by_hand import cut

from analysis.measures.reference import DOCUMENTS, Reference
from analysis.phrases.candidates import CANDIDATES, candidates
from analysis.segmentation.stopwords import StopWords

NOTHING = StopWords({}, ())
STOP = StopWords({"我们": "function", "的": "function", "要": "function"}, ())
MARKED = (
    "我们/的/青禾/行动/很/好。要/抓/青禾/行动/的/事。全县/青禾/行动/开始，"
    "青禾/行动/不/停。他/说/青禾/行动/难。水利/很/重，水利/不/轻，大/水利/要/快。"
)


def test_a_run_that_keeps_together() -> None:
    table = candidates(cut(MARKED).tokens, stop=STOP)
    assert tuple(table.columns) == CANDIDATES
    assert table["phrase"].tolist() == ["青禾行动"]
    row = table.iloc[0]
    assert (row["words"], row["count"]) == (2, 5)
    text = cut(MARKED).text
    assert [text[start:end] for start, end in row["places"]] == ["青禾行动"] * 5
    # five of all words are 青禾, five are 行动: log2(5/n / (5/n)²)
    words = len(cut(MARKED).tokens)
    assert row["pmi"] == pytest.approx(math.log2(words / 5))


def test_too_few_places() -> None:
    assert candidates(cut(MARKED).tokens, stop=STOP, count=6).empty


def test_a_persons_own_term_is_no_candidate_any_more() -> None:
    assert candidates(cut(MARKED).tokens, stop=STOP, extra=("青禾行动",)).empty


def test_a_run_inside_a_longer_one_each_time_is_left_out() -> None:
    pieces = [
        "甲/青禾/治水/行动/乙",
        "丙/青禾/治水/行动/丁",
        "戊/青禾/治水/行动/己",
        "青禾/治水/行动",
    ]
    table = candidates(cut("。".join(pieces) + "。" + "别/的/话/在/这/里/说。" * 5).tokens)
    assert table["phrase"].tolist() == ["青禾治水行动"]


def test_what_always_has_the_same_neighbour_is_no_term() -> None:
    table = candidates(cut("的/青禾/行动/吗。" * 4 + "别/话/在/这。" * 4).tokens, stop=STOP)
    assert table.empty or "青禾行动" not in set(table["phrase"])


def test_the_background_says_how_common_words_are() -> None:
    tokens = cut(MARKED).tokens
    words = pd.DataFrame(
        {"word": ["青禾", "行动"], "group": "x", "tokens": [900, 900], "documents": [9, 9]}
    )
    documents = pd.DataFrame([("x", "a", 10_000, 1, 1, 1, 1)], columns=list(DOCUMENTS))
    with_background = candidates(tokens, Reference(words, documents), stop=STOP)
    assert "青禾行动" in set(with_background["phrase"])
    alone = candidates(tokens, stop=STOP)
    assert with_background["pmi"].iat[0] != alone["pmi"].iat[0]


def test_nothing_from_next_to_nothing() -> None:
    assert candidates(cut("。").tokens.astype({"start": int, "end": int})).empty
