"""Sentences: where they end, and that nothing readable is lost between them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.segmentation.sentences import sentences_of


def split(text: str) -> list[str]:
    table = sentences_of(text)
    return [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000", []),
        ("抓落实", ["抓落实"]),
        ("要学习。要落实！行不行？行……", ["要学习。", "要落实！", "行不行？", "行……"]),
        ("他问：“行不行？”大家说：“行！”", ["他问：“行不行？”", "大家说：“行！”"]),
        ("标题一\n标题二\n正文。", ["标题一", "标题二", "正文。"]),
        ("增长3.5%；完成2.1亿元。", ["增长3.5%；完成2.1亿元。"]),
        ("好（很好。）下一步怎么办？！", ["好（很好。）", "下一步怎么办？！"]),
        ("“说到做到。”。下一句。", ["“说到做到。”。", "下一句。"]),
    ],
)
def test_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text("国家。！？…”）“a \n", max_size=60))
def test_only_blanks_and_stray_stops_stand_between(text: str) -> None:
    table = sentences_of(text)
    spans = list(zip(table["start"].tolist(), table["end"].tolist(), strict=True))
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert re.fullmatch(r"[\s。！？…]*", gaps)
    assert not any("\n" in sentence for sentence in split(text))
