"""Keywords: counts and weights reckoned by hand, and beside jieba's own on the built-in speech."""

import math
import re

import jieba
import jieba.analyse
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import built_in_speech, load_text
from analysis.measures.keywords import KEYWORDS, LONGEST, keyword_table, log_likelihood, occurrences
from analysis.segmentation.stopwords import stop_words
from analysis.study import Study, study_of

TEXT = """同志们：
一、抓落实。抓落实要统筹。一要大抓落实。二要统筹项目。
二、抓项目。项目要统筹，项目要快。
三、抓作风。作风要实。"""


@pytest.fixture(scope="module")
def small() -> pd.DataFrame:
    return study_of(load_text(TEXT)).keywords.set_index("word")


@pytest.fixture(scope="module")
def built_in() -> Study:
    return study_of(built_in_speech())


def test_columns(small: pd.DataFrame) -> None:
    assert tuple(small.reset_index().columns) == KEYWORDS
    assert small.index.is_unique
    assert small["own"].is_monotonic_decreasing


def test_own_counts_tokens_and_total_counts_places(small: pd.DataFrame) -> None:
    assert small.loc["抓落实", ["own", "total"]].tolist() == [2, 3]  # and inside 大抓落实
    assert small.loc["大抓落实", ["own", "total"]].tolist() == [1, 1]
    assert small.loc["统筹", ["own", "total"]].tolist() == [3, 3]


def test_sections_are_those_of_the_top_level(small: pd.DataFrame) -> None:
    assert small.loc["抓落实", "sections"] == 1  # its heading and its points are one part
    assert small.loc["统筹", "sections"] == 2
    assert small.loc["作风", "sections"] == 1


def test_weights_reckoned_by_hand(small: pd.DataFrame) -> None:
    # 4 top-level sections: the salutation and three parts
    assert small.loc["统筹", "tfidf"] == pytest.approx(3 * (math.log(5 / 3) + 1))
    assert small.loc["抓落实", "tfidf"] == pytest.approx(2 * (math.log(5 / 2) + 1))
    words = small["own"].sum()
    assert small.loc["统筹", "per_thousand"] == pytest.approx(3000 / words)
    assert small["per_thousand"].sum() == pytest.approx(1000)
    assert small["textrank"].max() == 1


def test_enumerators_are_no_words(small: pd.DataFrame) -> None:
    assert not {"一要", "二要", "一、", "二、", "一", "二"} & set(small.index)


def test_the_tag_of_a_word_is_its_most_frequent() -> None:
    tokens = pd.DataFrame(
        {"word": ["创新"] * 3, "pos": ["n", "v", "v"], "section": [0] * 3, "start": [0, 2, 4]}
    )
    sections = pd.DataFrame({"part": [0]})
    assert keyword_table(tokens, "创新创新创新", sections)["pos"].tolist() == ["v"]


def test_no_words_give_an_empty_table() -> None:
    table = keyword_table(
        pd.DataFrame({"word": [], "pos": [], "section": []}, dtype=object).astype({"section": int}),
        "。",
        pd.DataFrame({"part": [0]}),
    )
    assert tuple(table.columns) == KEYWORDS and table.empty


@pytest.mark.parametrize(
    ("word", "total"),
    [("落实", 22), ("政府", 21), ("抓落实", 12), ("统筹", 8), ("思维", 5), ("必须", 4)],
)
def test_totals_are_what_a_reader_finds(built_in: Study, word: str, total: int) -> None:
    keywords = built_in.keywords.set_index("word")
    assert keywords.loc[word, "total"] == built_in.text.count(word) == total


def test_beside_jieba_on_the_built_in_speech(built_in: Study) -> None:
    # jieba: its own weights, general idf, HMM on. It invents 上全, takes the enumerators
    # 二要 and 三要 for words, and never sees the thesis of the speech.
    theirs = set(jieba.analyse.extract_tags(built_in.text, topK=20))
    assert {"上全", "二要", "三要"} <= theirs
    assert "抓落实" not in jieba.lcut(built_in.text)
    assert "抓落实" not in jieba.analyse.textrank(built_in.text, topK=200)
    # ours
    stop = stop_words()
    words = built_in.keywords["word"]
    assert not {"上全", "一要", "二要", "三要"} & set(words)
    shown = built_in.keywords[[not stop.reason(word) for word in words]]
    for measure in ("own", "total", "tfidf", "textrank"):
        leading = shown.sort_values(measure, ascending=False, kind="stable")["word"].head(10)
        assert "抓落实" in set(leading), measure
    # where both measure the same thing they agree: the leading plain words are the same
    assert {"落实", "政府", "工作", "统筹", "坚持"} <= theirs & set(
        shown.sort_values("total", ascending=False)["word"].head(20)
    )


@given(
    st.text("抓落实大a1。", max_size=40), st.lists(st.text("抓落实大a1", min_size=1, max_size=4))
)
def test_occurrences_are_those_of_a_plain_search(text: str, words: list[str]) -> None:
    assert occurrences(text, words) == {word: len(re.findall(word, text)) for word in words}


def test_occurrences_of_very_long_runs() -> None:
    run = "1" * (LONGEST + 1)
    assert occurrences(run + "。" + run, [run, "1"]) == {run: 2, "1": 2 * len(run)}


def test_log_likelihood_of_the_literature() -> None:
    assert log_likelihood(52, 57, 50_000, 75_000) == pytest.approx(2.65406, abs=1e-5)
    assert log_likelihood(10, 20, 1000, 2000) == pytest.approx(0, abs=1e-9)
    assert log_likelihood(0, 5, 100, 100) == pytest.approx(
        2 * (5 * math.log(2) + 100 * math.log(200 / 195) + 95 * math.log(190 / 195))
    )
