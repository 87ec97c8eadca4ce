"""Labels of sections in the columns of a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.loading import load_text
from analysis.study import study_of
from pages.parts.frame import View
from pages.parts.labels import axis_labels, breakable, short_label, wrap
from pages.parts.language import translator


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("结尾", ["结尾"]),
        ("一、提高站位抓落实", ["一、提高站位", "抓落实"]),
        ("三、2026年重点工作安排", ["三、2026年", "重点工作安排"]),
        ("二、“十五五”时期主要目标任务", ["二、“十五", "五”时期主要", "目标任务"]),
        ("坚定不移推进改革", ["坚定不移", "推进改革"]),
        ("一、“十四五”时期工作回顾", ["一、", "“十四五”", "时期工作回顾"]),
        ("Part of the speech", ["Part of the ", "speech"]),
    ],
)
def test_lines_end_where_words_do(label: str, lines: list[str]) -> None:
    assert wrap(label).split("\n") == lines


def test_what_is_too_long_is_cut() -> None:
    assert wrap("把思想和行动统一到中央的决策部署上来", width=5, most=2).endswith("…")


def test_label_breaks_between_words() -> None:
    assert breakable("一、改进<作风") == "一、<wbr>改进<wbr>&lt;<wbr>作风"


@pytest.mark.parametrize("projector", [False, True])
def test_axis_names_only_what_has_room(projector: bool) -> None:
    numbers = "一二三四五六七"
    parts = [f"{number}、加快建设清河新城\n" + "我们修路。" * 8 for number in numbers]
    study = study_of(load_text("\n".join([*parts, "八、完善水网\n" + "我们治水。" * 400])))
    labels = axis_labels(View(translator("zh"), "zh", projector, study, ""))
    assert labels == [*numbers, "八、完善\n水网"]


def test_blocks_without_headings_are_named_after_what_they_speak_of() -> None:
    rest = "大家都在忙，事情一件一件办。" * 12
    text = "\n".join(
        f"{word}很要紧，{word}要管好，{word}要护好。{rest}" for word in ("水库", "学校", "公路")
    )
    study = study_of(load_text(text))
    view = View(translator("zh"), "zh", False, study, "")
    body = study.sections[study.sections["kind"] == "body"]
    labels = [short_label(view, row) for _, row in body.iterrows()]
    assert labels == ["正文 1：水库", "正文 2：学校", "正文 3：公路"]


@given(st.text("一二，、“”（）《》a1. ", max_size=60))
def test_nothing_is_lost(label: str) -> None:
    lines = wrap(label, most=99).split("\n")
    assert "".join(lines) == label
    assert not any(line[0] in "，、”）》" for line in lines[1:])
