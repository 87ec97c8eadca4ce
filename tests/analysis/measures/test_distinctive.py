"""Distinctive words, on a table small enough to reckon by hand."""

import math

import pandas as pd
import pytest

from analysis.loading import load_text
from analysis.measures.distinctive import DISTINCTIVE, distinctive_words
from analysis.segmentation.stopwords import StopWords, stop_words
from analysis.study import study_of

NOTHING = StopWords({}, ())
SECTIONS = pd.DataFrame({"start": [0, 100, 150, 200], "end": [100, 200, 200, 300]})


def table(*rows: tuple[int, str]) -> pd.DataFrame:
    starts, words = zip(*rows, strict=True)
    pos = ["enum" if word == "一要" else "n" for word in words]
    return pd.DataFrame({"start": starts, "word": words, "pos": pos})


TOKENS = table(
    *((place, "项目") for place in (0, 10, 100, 110, 160, 170)),
    *((place, "作风") for place in (20, 30, 40, 210, 220, 230)),
    *((place, "的") for place in (120, 130, 180, 240)),
    (101, "一要"),
)


def test_counts_and_weights_reckoned_by_hand() -> None:
    found = distinctive_words(TOKENS, SECTIONS, 1, stop=NOTHING)
    assert tuple(found.columns) == DISTINCTIVE
    row = found.set_index("word").loc["项目"]
    # 4 of the 7 words of the section against 2 of the 9 others
    expected = 2 * (
        4 * math.log(4 / (7 * 6 / 16))
        + 2 * math.log(2 / (9 * 6 / 16))
        + 3 * math.log(3 / (7 * 10 / 16))
        + 7 * math.log(7 / (9 * 10 / 16))
    )
    assert (row["count"], row["rest"]) == (4, 2)
    assert row["log_likelihood"] == pytest.approx(expected)
    assert row["log_ratio"] == pytest.approx(math.log2((4 / 7) / (2 / 9)))
    assert not row["reliable"]


def test_a_word_the_rest_lacks_counts_half_there() -> None:
    tokens = table(
        (100, "廉洁"), (110, "廉洁"), (120, "廉洁"), (130, "廉洁"), *((n, "的") for n in range(20))
    )
    row = distinctive_words(tokens, SECTIONS, 1, stop=NOTHING).iloc[0]
    assert row["log_ratio"] == pytest.approx(math.log2((4 / 4) / (0.5 / 20)))
    assert row["rest"] == 0 and row["reliable"]


def test_only_overused_words_and_no_stop_words_or_enumerators() -> None:
    found = distinctive_words(TOKENS, SECTIONS, 1, stop=NOTHING)
    assert found["word"].tolist() == ["的", "项目"]
    hidden = distinctive_words(TOKENS, SECTIONS, 1, stop=StopWords({"的": "function"}, ()))
    assert hidden["word"].tolist() == ["项目"]


def test_at_most_so_many() -> None:
    assert len(distinctive_words(TOKENS, SECTIONS, 1, stop=NOTHING, most=1)) == 1


def test_a_section_that_is_everything_or_nothing_has_none() -> None:
    whole = pd.DataFrame({"start": [0, 300], "end": [300, 300]})
    assert distinctive_words(TOKENS, whole, 0, stop=NOTHING).empty
    assert distinctive_words(TOKENS, whole, 1, stop=NOTHING).empty


def test_subsections_are_part_of_a_section() -> None:
    study = study_of(
        load_text(
            "同志们：\n一、抓项目。项目是根本。一要抓储备。储备项目要实。二要抓储备项目落地。储备越多越好。\n"
            "二、抓作风。作风是保证。作风要硬，作风要实。\n三、抓廉洁。廉洁是底线。廉洁才能干净。"
        )
    )
    first = study.sections.index[study.sections["heading"] == "抓项目"][0]
    found = distinctive_words(study.tokens, study.sections, int(first), stop=stop_words())
    assert {"储备", "项目"} <= set(found["word"]) or "储备项目" in set(found["word"])
    assert "作风" not in set(found["word"])
