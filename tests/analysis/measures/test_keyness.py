"""Keyness: the numbers of the literature, and beside SciPy's own."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.loading import load_text
from analysis.measures.keyness import KEYNESS, keyness, word_counts
from analysis.measures.keyness_measures import (
    bayes_factor,
    benjamini_hochberg,
    chance,
    log_likelihood,
    log_likelihood_two_terms,
    log_ratio,
    log_ratio_interval,
    percent_difference,
)
from analysis.segmentation.stopwords import stop_words
from analysis.study import study_of

PUBLISHED = (52, 57, 50_000, 75_000)


def test_the_numbers_of_the_literature() -> None:
    two = log_likelihood_two_terms(*PUBLISHED)
    assert round(float(two), 5) == 2.65171
    assert round(float(log_likelihood(*PUBLISHED)), 5) == 2.65406
    assert round(float(log_ratio(*PUBLISHED)), 5) == 0.45251
    assert round(float(percent_difference(*PUBLISHED)), 3) == 36.842
    assert round(float(bayes_factor(two, 125_000)), 5) == -9.08436
    gabrielatos = (206523, 178174, 959641, 1562358)
    assert round(float(percent_difference(*gabrielatos)), 1) == 88.7


counts = st.tuples(
    st.integers(1, 400), st.integers(1, 400), st.integers(500, 90_000), st.integers(500, 90_000)
)


@given(counts)
def test_beside_scipy(numbers: tuple[int, int, int, int]) -> None:
    a, b, c, d = numbers
    found = stats.chi2_contingency(
        [[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood"
    )
    g2 = log_likelihood(*numbers)
    assert float(g2) == pytest.approx(found.statistic, abs=1e-6)
    assert chance(g2).item() == pytest.approx(found.pvalue, abs=1e-9)
    theirs = stats.contingency.relative_risk(a, c, b, d)
    interval = theirs.confidence_interval(0.95)
    low, high = log_ratio_interval(*numbers)
    assert float(log_ratio(*numbers)) == pytest.approx(math.log2(theirs.relative_risk))
    assert (float(low), float(high)) == pytest.approx(
        (math.log2(interval.low), math.log2(interval.high))
    )
    assert float(log_likelihood_two_terms(*numbers)) <= float(g2) + 1e-9


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_false_discoveries_beside_scipy(p: list[float]) -> None:
    assert benjamini_hochberg(p) == pytest.approx(stats.false_discovery_control(p))


def test_zeros() -> None:
    assert float(log_ratio(4, 0, 100, 100)) == pytest.approx(3)
    assert float(log_ratio(0, 4, 100, 100)) == pytest.approx(-3)
    assert float(percent_difference(0, 4, 100, 100)) == -100
    assert np.isfinite(log_ratio_interval([0, 3], [3, 0], 10, 10)).all()
    assert float(log_likelihood_two_terms(0, 0, 10, 10)) == 0


def frame(**counts: int) -> pd.DataFrame:
    return pd.DataFrame({"word": list(counts), "count": list(counts.values())})


def test_the_table() -> None:
    table = keyness(frame(项目=40, 水利=60, 稳=2), frame(项目=100, 农业=1000, 水利=300))
    assert tuple(table.columns) == KEYNESS
    rows = table.set_index("word")
    assert rows.loc["项目", ["count", "reference", "use"]].tolist() == [40, 100, "over"]
    assert rows.loc["农业", ["count", "use"]].tolist() == [0, "under"]
    assert rows.loc["农业", "enough"]  # 73 expected
    assert not rows.loc["稳", "enough"] and not rows.loc["稳", "significant"]
    assert rows.loc["项目", "per_thousand"] == pytest.approx(40 / 102 * 1000)
    assert rows.loc["项目", "log_likelihood"] == pytest.approx(
        float(log_likelihood(40, 100, 102, 1400))
    )
    assert (table["low"] < table["log_ratio"]).all() and (table["log_ratio"] < table["high"]).all()
    assert (table["q"].dropna() >= table["p"][table["q"].notna()]).all()


def test_rare_words_left_out_of_the_reference_still_count_in_its_size() -> None:
    table = keyness(frame(项目=5), frame(项目=10), reference_size=100)
    assert table["reference_per_thousand"].tolist() == [100]


def test_stop_words_stay_in_the_size() -> None:
    table = keyness(frame(项目=5, 的=5), frame(项目=5, 的=95), stop=stop_words())
    assert table["word"].tolist() == ["项目"] and table["per_thousand"].tolist() == [500]


def test_an_empty_text_has_no_key_words() -> None:
    nothing = frame()
    for pair in ((nothing, frame(项目=3)), (frame(项目=3), nothing), (nothing, nothing)):
        table = keyness(*pair)
        assert table.empty and tuple(table.columns) == KEYNESS


def test_counts_of_a_part_and_of_the_rest() -> None:
    study = study_of(load_text("项目项目水利。一、项目，农业。"))
    whole = word_counts(study.tokens).set_index("word")["count"]
    assert whole.to_dict() == {"项目": 3, "水利": 1, "农业": 1}
    here = word_counts(study.tokens, start=7).set_index("word")["count"]
    rest = word_counts(study.tokens, start=7, inside=False).set_index("word")["count"]
    assert here.to_dict() == {"项目": 1, "农业": 1} and rest.to_dict() == {"项目": 2, "水利": 1}
