"""Alignment: what stays, comes, goes, or is worded anew."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.phrases.alignment import ALIGNED, aligned_phrases, similarity


def phrases(**counts: int) -> pd.DataFrame:
    kinds = ["formula"] * len(counts)
    return pd.DataFrame({"phrase": list(counts), "kind": kinds, "count": list(counts.values())})


def test_each_status() -> None:
    table = aligned_phrases(
        phrases(高水平对外开放=2, 四个意识=1, 新质生产力=5, 稳中求进=1),
        phrases(高质量对外开放=3, 四个自信=2, 稳中求进=4),
    )
    assert tuple(table.columns) == ALIGNED
    assert table[["status", "phrase", "other"]].to_numpy().tolist() == [
        ["reworded", "高水平对外开放", "高质量对外开放"],
        ["added", "新质生产力", ""],
        ["added", "四个意识", ""],
        ["dropped", "", "四个自信"],
        ["kept", "稳中求进", "稳中求进"],
    ]
    assert table[["count", "other_count"]].to_numpy().tolist() == [
        [2, 3],
        [5, 0],
        [1, 0],
        [0, 2],
        [1, 4],
    ]


def test_the_most_alike_are_paired_first() -> None:
    table = aligned_phrases(
        phrases(扎实推进共同富裕=1, 推进共同富裕=1), phrases(扎实推动共同富裕=1)
    )
    pair = table[table["status"] == "reworded"].iloc[0]
    assert (pair["phrase"], pair["other"]) == ("扎实推进共同富裕", "扎实推动共同富裕")
    assert table["status"].tolist() == ["reworded", "added"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("抓落实", "抓落实", 1),
        ("抓落实", "大抓落实", 6 / 7),
        ("四个意识", "四个自信", 0.5),
        ("甲", "乙", 0),
    ],
)
def test_similarity(one: str, other: str, alike: float) -> None:
    assert similarity(one, other) == similarity(other, one) == pytest.approx(alike)


words = st.lists(st.text("抓落实好大", min_size=1, max_size=5), max_size=8, unique=True)


@given(words, words)
def test_every_phrase_stands_in_one_row(new: list[str], old: list[str]) -> None:
    table = aligned_phrases(phrases(**dict.fromkeys(new, 1)), phrases(**dict.fromkeys(old, 1)))
    assert sorted(p for p in table["phrase"] if p) == sorted(new)
    assert sorted(p for p in table["other"] if p) == sorted(old)
    kept = table[table["status"] == "kept"]
    assert set(kept["phrase"]) == set(new) & set(old)
