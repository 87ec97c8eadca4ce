"""Concordance: every hit a reader's search finds, once, in its context."""

import re

import pandas as pd
import pytest
from cut_by_hand import Cut, cut
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import built_in_speech, load_text
from analysis.measures.concordance import CONCORDANCE, ORDERS, arranged, concordance
from analysis.measures.concordance_query import find_hits, find_term, parse_query, without_nested
from analysis.study import Study, study_of

MARKED = """同志们：
一、抓好/作风建设。我们/要/抓落实，也/要/抓好/落实，还要/抓住/GDP/这个/数。
二、大抓落实。抓手/要/实，法治思维/要/强，落实/要/快。"""


@pytest.fixture(scope="module")
def small() -> Cut:
    return cut(MARKED)


@pytest.fixture(scope="module")
def built_in() -> Study:
    return study_of(built_in_speech())


def lines(study: Cut | Study, query: str) -> pd.DataFrame:
    return concordance(study.text, study.tokens, study.sentences, study.sections, query)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("抓落实", ["抓落实"]),
        ("抓落实 统筹|项目", ["抓落实", "统筹", "项目"]),
        ("抓落实｜抓落实", ["抓落实"]),
        ("“two words” 三", ["two words", "三"]),
        ("抓＊ ？实", ["抓*", "?实"]),
        ("* ? ** | \t", []),
        ("", []),
        ('"', []),
    ],
)
def test_queries(query: str, terms: list[str]) -> None:
    assert [term.text for term in parse_query(query)] == terms


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("抓落实", ["抓落实", "抓落实"]),
        ("抓*落实", ["抓落实", "抓好落实", "抓落实"]),
        ("抓?落实", ["抓好落实"]),
        ("??思维", ["法治思维"]),
        ("gdp", ["GDP"]),
        ("Gdp", []),
        ("大抓落实 落实", ["落实", "落实", "大抓落实", "落实"]),
        ("落实，也", ["落实，也"]),
        ("没有这个词", []),
        (".", []),
        ("[抓", []),
    ],
)
def test_hits(small: Cut, query: str, found: list[str]) -> None:
    assert lines(small, query)["word"].tolist() == found


def test_an_outer_star_reaches_to_the_edge_of_the_word(small: Cut) -> None:
    found = lines(small, "抓*")["word"].tolist()
    assert found == ["抓好", "抓落实", "抓好", "抓住", "抓落实", "抓手"]
    assert "大抓落实" in lines(small, "*落实")["word"].tolist()


def test_columns_and_context(small: Cut) -> None:
    table = lines(small, "抓落实")
    assert tuple(table.columns) == CONCORDANCE
    first = table.iloc[0]
    assert first["left"].endswith("我们要") and first["right"].startswith("，也要")
    assert "\n" not in "".join(table["left"]) + "".join(table["right"])
    assert small.text[first["start"] : first["end"]] == first["word"] == "抓落实"
    assert (first["left_1"], first["left_2"], first["right_1"]) == ("要", "我们", "也")
    headings = small.sections["heading"]
    assert [headings[row] for row in table["section"]] == ["抓好作风建设", "大抓落实"]
    sentence = small.sentences.iloc[first["sentence"]]
    assert sentence["start"] <= first["start"] < sentence["end"]


def test_neighbours_end_with_the_speech() -> None:
    study = study_of(load_text("落实"))
    row = lines(study, "落实").iloc[0]
    assert row["left"] == row["right"] == row["left_1"] == row["right_3"] == ""


def test_like_stands_with_like(built_in: Study) -> None:
    table = lines(built_in, "落实 统筹")
    for order in ORDERS:
        assert sorted(arranged(table, order)["start"]) == table["start"].tolist()
    words = arranged(table, "word")["word"].tolist()
    assert words == ["落实"] * 22 + ["统筹"] * 8
    for side, column in (("left", "left_1"), ("right", "right_1")):
        neighbours = arranged(table, side)[column].tolist()
        counts = [neighbours.count(word) for word in dict.fromkeys(neighbours)]
        assert counts == sorted(counts, reverse=True) and sum(counts) == len(table)
    with pytest.raises(ValueError, match="order"):
        arranged(table, "size")


@pytest.mark.parametrize(
    ("word", "total"), [("落实", 22), ("政府", 21), ("抓落实", 12), ("开门红", 2)]
)
def test_as_many_lines_as_a_reader_finds(built_in: Study, word: str, total: int) -> None:
    assert len(lines(built_in, word)) == total


def test_nothing_to_find(built_in: Study) -> None:
    table = lines(built_in, "  ")
    assert table.empty and tuple(table.columns) == CONCORDANCE
    assert arranged(table, "left").empty


@given(st.text("抓落实大a。", max_size=40), st.text("抓落实大a", min_size=1, max_size=3))
def test_a_plain_word_is_found_as_by_a_plain_search(text: str, word: str) -> None:
    tokens = pd.DataFrame({"start": [], "end": []}, dtype="int64")
    (term,) = parse_query(word)
    assert find_term(text, term, tokens) == [
        m.span() for m in re.finditer(word, text, re.IGNORECASE)
    ]


@given(st.text("抓落实大。 \n", max_size=40), st.text("抓落实*?| ", max_size=6))
def test_hits_of_any_query_are_in_the_text_and_apart(text: str, query: str) -> None:
    runs = [match.span() for match in re.finditer(r"\w{1,3}", text)]
    tokens = pd.DataFrame(runs, columns=["start", "end"], dtype="int64")
    hits = find_hits(text, tokens, query)
    for _, group in hits.groupby("query"):
        assert (group["start"].to_numpy()[1:] >= group["end"].to_numpy()[:-1]).all()
    assert (hits["end"] > hits["start"]).all() and (hits["end"] <= len(text)).all()
    kept = without_nested(hits)
    assert kept["start"].is_unique and kept["end"].is_monotonic_increasing
