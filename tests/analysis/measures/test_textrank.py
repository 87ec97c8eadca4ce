"""TextRank beside a second, independent implementation."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import built_in_speech
from analysis.measures.textrank import DAMPING, SPAN, textrank
from analysis.segmentation import segment, words_of


def table(*words: str, pos: str = "n") -> pd.DataFrame:
    return pd.DataFrame({"word": list(words), "pos": [pos] * len(words)}, dtype="str")


def by_graph(words: list[str], rounds: int) -> dict[str, float]:
    """The weights by walking a graph of dictionaries, as the paper tells it."""
    ties: dict[str, Counter[str]] = {word: Counter() for word in words}
    for place, word in enumerate(words):
        for other in words[place + 1 : place + SPAN]:
            ties[word][other] += 1
            ties[other][word] += 1
    weights = dict.fromkeys(ties, 1.0)
    for _ in range(rounds):
        weights = {
            word: 1
            - DAMPING
            + DAMPING * sum(weights[o] * n / ties[o].total() for o, n in ties[word].items())
            for word in ties
        }
    highest = max(weights.values(), default=1)
    return {word: weight / highest for word, weight in weights.items()}


@given(st.lists(st.sampled_from(["落实", "项目", "作风", "廉洁", "统筹", "本领"]), min_size=2))
def test_weights_are_those_of_the_graph(words: list[str]) -> None:
    assert textrank(table(*words)) == pytest.approx(by_graph(words, rounds=10))


def test_ten_rounds_are_close_to_the_limit() -> None:
    words = words_of(segment(built_in_speech()))
    ours = textrank(words)
    content = words[words["word"].isin(list(ours))]
    pos = content["pos"].str[:1].isin(["n", "v", "l", "i", "j", "a"])
    limit = by_graph(content["word"][pos].tolist(), rounds=100)
    assert ours.keys() == limit.keys()
    assert ours == pytest.approx(limit, abs=0.02)


def test_only_content_words_take_part() -> None:
    words = pd.DataFrame(
        {"word": ["落实", "的", "抓", "项目", "非常"], "pos": ["v", "uj", "v", "n", "d"]}
    )
    assert set(textrank(words)) == {"落实", "项目"}


def test_few_words() -> None:
    assert textrank(table()) == {}
    assert textrank(table("落实")) == {"落实": 1.0}
    assert textrank(table("落实", "项目")) == {"落实": 1.0, "项目": 1.0}
