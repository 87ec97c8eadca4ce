"""Title, date, speaker and occasion: found where they stand."""

from __future__ import annotations

import pytest

from analysis.loading import load_text

SPEECH = "同志们：\n今天开个会，讲几点意见，请大家抓好落实。"


@pytest.mark.parametrize(
    ("front", "title", "speaker"),
    [
        (
            "在全县农田水利和人居环境\n整治提升动员大会上的讲话\n县长 林清源\n2023年2月11日",
            "在全县农田水利和人居环境整治提升动员大会上的讲话",
            "县长 林清源",
        ),
        (
            "林清源同志在全县水利大会上的讲话",
            "林清源同志在全县水利大会上的讲话",
            "林清源",
        ),
        ("县委书记林清源在全县大会上的讲话", "县委书记林清源在全县大会上的讲话", "林清源"),
        ("在全县大会上的讲话\n主讲人：林清源", "在全县大会上的讲话", "林清源"),
        ("内部资料 注意保存\n在全县大会上的讲话\n欧阳清源", "在全县大会上的讲话", "欧阳清源"),
        ("机构职能\n在全县大会上的讲话", "在全县大会上的讲话", ""),
    ],
)
def test_title_and_speaker(front: str, title: str, speaker: str) -> None:
    found = load_text(f"{front}\n{SPEECH}").particulars
    assert (found.title, found.speaker) == (title, speaker)


@pytest.mark.parametrize(
    ("front", "end", "date"),
    [
        (
            "在全县大会上的讲话\n发布时间：2023-02-13 来源：县政府\n（2023年1月10日）",
            "",
            "2023-01-10",
        ),
        ("在全县大会上的讲话\n2023-02-13\n（2023年1月10日）", "", "2023-01-10"),
        ("抓好水利\n2023-02-13\n——2023年1月10日在全县大会上", "", "2023-01-10"),
        ("每周一学（2022年5月9日——5月15日）\n在大会上的讲话\n（2022年5月10日）", "", "2022-05-10"),
        ("在全县大会上的讲话\n发布时间：2023-02-13", "", "2023-02-13"),
        ("在全县大会上的讲话\n发布时间：2023-02-13", "林清源 2023年1月10日", "2023-01-10"),
        ("在全县大会上的讲话\n林清源", "中共某县委员会\n二〇二三年一月十日", "2023-01-10"),
        ("在全县大会上的讲话\n（2023年1月10日）", "2023年2月13日", "2023-01-10"),
        ("在全县大会上的讲话", "会议定于2023年1月10日召开。", ""),
    ],
)
def test_the_day_under_the_title_then_at_the_end_then_of_publication(
    front: str, end: str, date: str
) -> None:
    assert load_text(f"{front}\n{SPEECH}\n一、要快。\n二、要好。\n{end}").particulars.date == date


@pytest.mark.parametrize(
    ("front", "date", "occasion"),
    [
        ("政府工作报告\n——2023年1月10日在县人民代表大会上\n林清源", "2023-01-10", "县人民代表大会"),
        ("抓好水利\n（2023年1月10日在全县水利会议上）", "2023-01-10", "全县水利会议"),
        ("抓好水利\n——在全县水利会议上的讲话", "", "全县水利会议"),
        ("林清源在《在纪念大会上的讲话》发布会上的发言", "", "纪念大会"),
        ("在学习《条例》会议上的讲话", "", "学习《条例》会议"),
    ],
)
def test_the_occasion(front: str, date: str, occasion: str) -> None:
    found = load_text(f"{front}\n{SPEECH}").particulars
    assert (found.date, found.occasion) == (date, occasion)
