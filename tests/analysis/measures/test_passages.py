"""Passages: every count leads to as many marks as it says."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import built_in_speech, load_text
from analysis.measures.passages import PASSAGES, find_word, passages
from analysis.speech import Span
from analysis.study import Study, study_of

TEXT = """同志们：
抓落实，关键在人。大抓落实，快抓落实！
一、抓学习。学习为了落实。
二、抓作风。作风好，落实才快。"""


def marks_of(table: pd.DataFrame) -> list[Span]:
    return [span for marks in table["marks"] for span in marks]


@pytest.fixture(scope="module")
def study() -> Study:
    return study_of(load_text(TEXT))


def test_sentences_with_their_marks(study: Study) -> None:
    spans = find_word(study.text, "落实")
    table = passages(spans, study.sentences, study.sections)
    assert tuple(table.columns) == PASSAGES
    shown = [study.text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    assert shown == [
        "抓落实，关键在人。",
        "大抓落实，快抓落实！",
        "学习为了落实。",
        "作风好，落实才快。",
    ]
    assert [len(marks) for marks in table["marks"]] == [1, 2, 1, 1]
    assert [study.sections["heading"][row] for row in table["section"]] == [
        "",
        "",
        "抓学习",
        "抓作风",
    ]
    assert marks_of(table) == spans


def test_nothing_found_is_an_empty_table(study: Study) -> None:
    for word in ("", "没有的词"):
        table = passages(find_word(study.text, word), study.sentences, study.sections)
        assert tuple(table.columns) == PASSAGES and table.empty


def test_a_word_is_searched_as_typed() -> None:
    assert find_word("a.b a+b (x) [国]", "a.b") == [(0, 3)]
    assert find_word("哈哈哈", "哈哈") == [(0, 2)]


def test_every_count_of_the_built_in_speech_is_found() -> None:
    study = study_of(built_in_speech())
    for keyword in study.keywords.itertuples():
        table = passages(find_word(study.text, keyword.word), study.sentences, study.sections)
        marks = marks_of(table)
        assert len(marks) == keyword.total
        assert {study.text[start:end] for start, end in marks} == {keyword.word}


@given(
    st.text("抓落实。！a\n一、", min_size=1, max_size=60), st.sampled_from(["落", "抓落实", "a"])
)
def test_marks_lie_in_their_sentence(text: str, word: str) -> None:
    study = study_of(load_text("国" + text))
    spans = find_word(study.text, word)
    table = passages(spans, study.sentences, study.sections)
    assert marks_of(table) == spans
    for row in table.itertuples():
        assert all(row.start <= start < row.end for start, _ in row.marks)
