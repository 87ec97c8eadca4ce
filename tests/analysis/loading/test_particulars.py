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
