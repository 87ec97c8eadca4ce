"""Parallelism: rows of clauses with a frame, and what is none."""

import pytest
from cut_by_hand import cut
from hypothesis import given
from hypothesis import strategies as st

from analysis.phrases.clause_frames import Frame, shared_frame
from analysis.phrases.openings import OPENINGS, repeated_openings
from analysis.phrases.parallelism import (
    PARALLELS,
    parallel_clauses,
)


def rows(text: str) -> dict[str, list[str]]:
    made = cut(text)
    table = parallel_clauses(made.text, made.sentences, made.sections)
    assert tuple(table.columns) == PARALLELS
    for item in table.itertuples():
        assert made.text[item.start : item.end] == item.text
        assert all(item.start <= start < end <= item.end for start, end in item.shared)
    return {group["frame"].iat[0]: group["text"].tolist() for _, group in table.groupby("row")}


@pytest.mark.parametrize(
    ("text", "frame", "items"),
    [
        (
            "我们要下河看水，要下田看苗，要下村看路。",
            "要下…看…",
            ["要下河看水", "要下田看苗", "要下村看路"],
        ),
        ("做到懂水、懂田、懂路的干部。", "懂…", ["懂水", "懂田", "懂路"]),
        ("培养河长思维、堤防思维、水库大坝思维。", "…思维", None),
        ("要查原因、究原理、想原本。", "…原…", ["查原因", "究原理", "想原本"]),
        ("把河治好。把堤修好。把水管好。", "把…好", ["把河治好", "把堤修好", "把水管好"]),
        ("一要快查。二要快改。三要快报。", "要快…", ["要快查", "要快改", "要快报"]),
        ("认清“水患”，看清“水情”，摸清“水底”。", "…清“水…”", None),
    ],
)
def test_rows(text: str, frame: str, items: list[str] | None) -> None:
    found = rows(text)
    assert frame in found
    assert len(found[frame]) == 3
    if items:
        assert found[frame] == items


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今天开会，要求很简单。",
        "要快，要稳。",
        "增长5%左右，提高到60%左右，下降到3%左右。",
        "水利，农业，交通，教育，卫生。",
        "好，好，好，好。",
    ],
)
def test_no_rows(text: str) -> None:
    assert rows(text) == {}


def test_paragraphs_end_rows() -> None:
    assert rows("要看水情。\n要看苗情。\n要看路况。") == {}


def test_a_list_runs_on_into_its_sentence() -> None:
    assert rows("我们重点要在善看、善听、善问、善记上下功夫。")["善…"] == [
        "善看",
        "善听",
        "善问",
        "善记",
    ]


def test_first_item_begins_with_a_whole_word() -> None:
    text = "水稻三百二十一万吨，合前年的二点三倍；苹果四百六十万箱，合前年的三点六倍；西红柿五十八万筐，合前年的四点五倍。"
    ((first, *_),) = rows(text).values()
    assert first.startswith("水稻")


def test_ordinal_of_a_noun_is_no_enumerator() -> None:
    text = "第一个五年修堤防，第二个五年修水库，第三个五年修渠道。"
    assert rows(text)["第…个五年修…"][0] == "第一个五年修堤防"


def test_frames() -> None:
    assert shared_frame(["读原著", "学原文", "悟原理"]) == Frame(0, 0, (1,))
    assert shared_frame(["要看水", "要看田间"]) == Frame(2, 0)
    assert shared_frame(["甲", "乙"]).size == 0


def test_openings_far_apart() -> None:
    made = cut("一、抓河。要快。大家都知道。要稳。水来了，要准。二、抓田。要早。把田种好。")
    table = repeated_openings(made.text, made.sections)
    assert tuple(table.columns) == OPENINGS
    assert table[["opening", "count"]].to_numpy().tolist() == [["要", 3]]
    assert made.sections["heading"][table["section"][0]] == "抓河"
    assert [made.text[start:end] for start, end in table["places"][0]] == ["要"] * 3


@given(st.text("要把河水，。、“”\n好", max_size=60))
def test_any_text(text: str) -> None:
    made = cut(text)
    table = parallel_clauses(made.text, made.sentences, made.sections)
    assert (table.groupby("row").size() >= 3).all()
    spans = table.sort_values("start")
    assert (spans["start"].to_numpy()[1:] >= spans["end"].to_numpy()[:-1]).all()
