"""Dispersion: the numbers of the literature, and the parts of real speeches."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import built_in_speech, load_text
from analysis.measures.concordance_query import find_hits
from analysis.measures.dispersion import (
    DISPERSION,
    PARTS,
    POSITIONS,
    dispersion,
    parts_of,
    positions,
)
from analysis.measures.dispersion_measures import (
    deviation_of_proportions,
    juilland_d,
    normalized_deviation,
)
from analysis.study import Study, study_of

GRIES = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]


@pytest.fixture(scope="module")
def built_in() -> Study:
    return study_of(built_in_speech())


def test_gries() -> None:
    assert round(deviation_of_proportions(*GRIES), 2) == 0.18
    assert round(normalized_deviation(*GRIES), 4) == 0.2195
    assert round(juilland_d(*GRIES), 4) == 0.7852


def test_carroll_and_lijffijt() -> None:
    assert round(juilland_d([0, 4, 3, 2, 1], [1] * 5), 4) == 0.6464
    assert normalized_deviation([2, 1, 0], [7, 7, 7]) == pytest.approx(0.5)


def test_nothing_can_be_said_of_one_part_or_of_no_hit() -> None:
    assert math.isnan(deviation_of_proportions([0, 0], [1, 2]))
    assert math.isnan(normalized_deviation([3], [9]))
    assert math.isnan(juilland_d([3], [9]))
    assert math.isnan(juilland_d([0, 0], [1, 2]))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 900)), min_size=2, max_size=9))
def test_bounds(parts: list[tuple[int, int]]) -> None:
    counts, sizes = (list(column) for column in zip(*parts, strict=True))
    if sum(counts):
        assert 0 <= deviation_of_proportions(counts, sizes) < 1
        assert -1e-9 <= normalized_deviation(counts, sizes) <= 1 + 1e-9
        assert 0 <= juilland_d(counts, sizes) <= 1 + 1e-9
        assert normalized_deviation(sizes, sizes) == pytest.approx(0)
        assert juilland_d(sizes, sizes) == pytest.approx(1)


def test_the_parts_are_the_real_sections(built_in: Study) -> None:
    parts = parts_of(built_in.tokens, built_in.sections)
    assert tuple(parts.columns) == PARTS
    assert parts["start"].iat[0] == 0 and (parts["words"] > 0).all()
    assert (parts["start"].to_numpy()[1:] == parts["end"].to_numpy()[:-1]).all()
    assert len(parts) == 7  # opening, five parts, closing


def test_title_lines_belong_to_what_follows() -> None:
    study = study_of(
        load_text("在水利会议上的讲话\n\n同志们：\n今天开会。\n一、抓。要快。\n二、干。要稳。")
    )
    assert "front" in set(study.sections["kind"])
    parts = parts_of(study.tokens, study.sections)
    assert "front" not in set(study.sections["kind"].iloc[parts["section"]])
    assert parts["start"].iat[0] == 0


@pytest.mark.parametrize(
    ("word", "spread"),
    [("政府", "whole"), ("抓落实", "uneven"), ("思维", "one_part"), ("开门红", "too_few")],
)
def test_in_words(built_in: Study, word: str, spread: str) -> None:
    parts = parts_of(built_in.tokens, built_in.sections)
    (row,) = dispersion(find_hits(built_in.text, built_in.tokens, word), parts).to_dict("records")
    assert tuple(row) == DISPERSION
    assert row["spread"] == spread and row["of"] == 7
    assert row["count"] == built_in.text.count(word)


def test_a_word_of_one_part(built_in: Study) -> None:
    parts = parts_of(built_in.tokens, built_in.sections)
    found = dispersion(find_hits(built_in.text, built_in.tokens, "统筹 思维"), parts)
    assert found["query"].tolist() == ["统筹", "思维"]
    assert found["parts"].tolist() == [1, 1] and found["share"].tolist() == [1, 1]
    assert built_in.sections["heading"][found["section"][1]] == "提升本领抓落实"


def test_a_speech_of_one_part_tells_nothing() -> None:
    study = study_of(load_text("项目要快，项目要稳，项目要好，项目要省。"))
    hits = find_hits(study.text, study.tokens, "项目")
    (row,) = dispersion(hits, parts_of(study.tokens, study.sections)).to_dict("records")
    assert row["spread"] == "too_few" and math.isnan(row["dp_norm"])


def test_positions(built_in: Study) -> None:
    hits = find_hits(built_in.text, built_in.tokens, "抓落实 统筹")
    table = positions(hits, built_in.sections, length=len(built_in.text))
    assert tuple(table.columns) == POSITIONS and len(table) == 12 + 8
    assert table["place"].between(0, 1).all()
    for row in table.itertuples():
        section = built_in.sections.iloc[row.section]
        assert section["start"] <= row.start < section["end"]
