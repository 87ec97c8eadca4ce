"""Association measures: the numbers of the literature, and beside NLTK's own."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures

from analysis.measures.association import (
    expected,
    log_dice,
    log_likelihood,
    mutual_information,
    t_score,
)

THEIRS = BigramAssocMeasures()


def test_church_and_hanks() -> None:
    assert round(float(mutual_information(8, 1105, 44, 15_000_000)), 1) == 11.3


def test_manning_and_schuetze() -> None:
    numbers = (8, 15828, 4675, 14_307_668)
    assert round(float(t_score(*numbers)), 6) == 0.999932
    assert round(float(mutual_information(*numbers)), 5) == 0.62934


def test_log_dice_by_hand() -> None:
    assert log_dice(10, 10, 10) == 14
    assert log_dice(5, 10, 10) == 13
    assert log_dice(1, 64, 64) == 8
    assert log_dice(0, 3, 4) == -math.inf


def test_expected_is_the_product_of_the_shares() -> None:
    assert expected([2, 0], 3, 12).tolist() == [0.5, 0]


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, int, int]:
    cells = draw(st.lists(st.integers(0, 5000), min_size=4, max_size=4))
    together, one, two, neither = cells[0] + 1, *cells[1:]
    return together, together + one, together + two, together + one + two + neither


@given(tables())
def test_beside_nltk(numbers: tuple[int, int, int, int]) -> None:
    together, first, second, size = numbers
    marginals = (together, (first, second), size)
    assert float(mutual_information(*numbers)) == pytest.approx(THEIRS.pmi(*marginals), abs=1e-9)
    assert float(t_score(*numbers)) == pytest.approx(THEIRS.student_t(*marginals), abs=1e-6)
    dice = 14 + math.log2(THEIRS.dice(*marginals))
    assert float(log_dice(together, first, second)) == pytest.approx(dice)
    # theirs adds a tiny constant to each cell
    g2 = THEIRS.likelihood_ratio(*marginals)
    assert float(log_likelihood(*numbers)) == pytest.approx(g2, rel=1e-6, abs=1e-4)


def test_arrays_give_arrays() -> None:
    g2 = log_likelihood(np.array([8, 1]), 20, np.array([10, 5]), 100)
    assert g2.shape == (2,) and g2[0] > 10 and g2[1] == pytest.approx(0)
    assert t_score([0, 4], 2, 2, 8).tolist() == [0.0, 1.75]
