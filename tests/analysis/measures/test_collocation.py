"""Collocates: counted by hand in a text of a few sentences."""

import math

import pandas as pd
import pytest
from cut_by_hand import Cut, cut

from analysis.loading import built_in_speech, load_text
from analysis.measures.collocation import COLLOCATES, collocates
from analysis.measures.concordance_query import find_hits
from analysis.segmentation.stopwords import stop_words
from analysis.study import Study, study_of

WORDS = "项目/要/统筹，项目/要/快。统筹/水利，水利/要/快。项目/在/前，水利/统筹。农业/要/稳。"


@pytest.fixture(scope="module")
def small() -> Cut:
    return cut(WORDS)


def table(study: Cut | Study, query: str, **options: object) -> pd.DataFrame:
    hits = find_hits(study.text, study.tokens, query)
    found = collocates(study.text, study.tokens, hits, **options)  # type: ignore[arg-type]
    assert tuple(found.columns) == COLLOCATES
    return found.set_index("word")


def test_in_the_same_sentence(small: Cut) -> None:
    found = table(small, "项目")
    # two of four sentences have 项目, three have 统筹, two have both
    row = found.loc["统筹"]
    assert (row["together"], row["count"], row["expected"]) == (2, 3, 1.5)
    assert row["mi"] == pytest.approx(math.log2(2 / 1.5))
    assert row["t"] == pytest.approx(0.5 / math.sqrt(2))
    assert row["log_dice"] == pytest.approx(14 + math.log2(4 / 5))
    assert row["log_likelihood"] == pytest.approx(
        2 * (2 * math.log(2 / 1.5) + math.log(1 / 1.5) + math.log(1 / 0.5))
    )
    assert "项目" not in found.index and "农业" not in found.index


def test_a_window_ends_with_the_clause(small: Cut) -> None:
    found = table(small, "项目", within="window", span=2)
    assert found["together"].to_dict() == {"要": 2, "快": 1, "统筹": 1, "在": 1, "前": 1}
    words = len(small.tokens) - 3
    assert found.loc["要", "expected"] == pytest.approx(6 * 4 / words)
    near = table(small, "项目", within="window", span=1)
    assert near["together"].to_dict() == {"要": 2, "在": 1}


def test_a_word_between_two_hits_counts_once() -> None:
    study = cut("统筹/项目/统筹。")
    found = table(study, "统筹", within="window")
    assert found["together"].to_dict() == {"项目": 1}
    assert found.loc["项目", "log_dice"] <= 14


def test_a_word_twice_in_a_window_cannot_pass_the_highest_log_dice() -> None:
    study = cut("项目/水利/项目/农业/项目。")
    assert table(study, "水利", within="window").loc["项目", "log_dice"] <= 14


def test_stop_words_are_counted_but_not_shown(small: Cut) -> None:
    full = table(small, "项目")
    shown = table(small, "项目", stop=stop_words())
    assert "要" in full.index and "要" not in shown.index
    assert shown.loc["统筹"].equals(full.loc["统筹"])


def test_few_are_too_few_to_tell(small: Cut) -> None:
    assert not table(small, "项目")["enough"].any()
    assert table(small, "项目", fewest=2).loc["统筹", "enough"]
    found = table(study_of(built_in_speech()), "政府")
    assert found["enough"].any()
    assert found["enough"].is_monotonic_decreasing
    sure = found[found["enough"]]
    assert (sure["together"] >= 3).all() and sure["log_dice"].is_monotonic_decreasing


@pytest.mark.parametrize("within", ["sentence", "window"])
@pytest.mark.parametrize("text", ["项目。", "一、", "项目项目项目", "**市项目"])
def test_next_to_nothing(text: str, within: str) -> None:
    study = study_of(load_text(text))
    assert table(study, "项目", within=within)["together"].sum() <= 1
    assert table(study, "没有", within=within).empty


def test_a_hit_inside_a_word_is_that_word() -> None:
    study = cut("我们/大抓落实，项目/要/快。")
    found = table(study, "落实", within="window")
    assert found.index.tolist() == ["我们"]
