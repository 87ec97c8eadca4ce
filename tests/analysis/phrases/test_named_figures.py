"""Figures named in a speech: numbers, shares, sums and dates."""

import pytest
from cut_by_hand import cut

from analysis.phrases.named_figures import NAMED_FIGURES, named_figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年3月15日开工。", [("date", "2023年3月15日")]),
        ("二〇二三年完工，3月底验收。", [("date", "二〇二三年"), ("date", "3月")]),
        ("增长5.5%，提高3个百分点。", [("share", "5.5%"), ("share", "3个百分点")]),
        ("占百分之三十，三分之二已完成。", [("share", "百分之三十"), ("share", "三分之二")]),
        ("投资1.2亿元、三千万元。", [("money", "1.2亿元"), ("money", "三千万元")]),
        ("治理12,345公里，移民600多户。", [("count", "12,345公里"), ("count", "600多户")]),
        ("增强四个意识，一个都不能少。", []),
        ("建成5G基站，执行B5标准。", []),
        ("", []),
    ],
)
def test_kinds(text: str, found: list[tuple[str, str]]) -> None:
    made = cut(text)
    table = named_figures(made.text, made.sentences, made.sections)
    assert tuple(table.columns) == NAMED_FIGURES
    assert list(zip(table["kind"], table["text"], strict=True)) == found
    assert all(made.text[row.start : row.end] == row.text for row in table.itertuples())
