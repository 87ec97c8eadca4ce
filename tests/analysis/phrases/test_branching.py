"""Branching entropy: the number of the literature, and plain properties of entropy."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.phrases.branching import branching_entropy, entropy


def test_the_grapes_of_the_literature() -> None:
    found = branching_entropy("吃葡萄不吐葡萄皮不吃葡萄倒吐葡萄皮", "葡萄")
    assert round(found.left, 4) == 0.6931
    assert round(found.right, 4) == 1.0397


def test_words_as_well_as_characters() -> None:
    text = ["抓", "项目", "促", "项目", "促", "投资"]
    assert branching_entropy(text, ["项目"]) == (pytest.approx(math.log(2)), 0)
    assert branching_entropy(text, ["没有"]) == (0, 0)


@given(st.lists(st.integers(0, 99), max_size=9))
def test_bounds(counts: list[int]) -> None:
    kinds = sum(count > 0 for count in counts)
    assert -1e-9 <= entropy(counts) <= (math.log(kinds) if kinds else 0) + 1e-9
