"""Where the project is, and texts that the tests of pages and of the browser share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def plain_speech() -> str:
    """A short speech, written for the tests, with two parts, points and cues of two themes."""
    return (
        "在全市水利工作推进会上的讲话\n"
        "同志们：\n"
        "今天我们开会，说一说河道治理的事。下面我讲两点意见。\n"
        "一、把河道治理抓出样子\n"
        "河道治理要抓落实，抓落实就要到河边去。一要查清底数，逐河逐段登记。"
        "二要压实责任，一级抓一级，层层抓落实。三要提高效能，该办的马上办。\n"
        "二、把干净干事记在心上\n"
        "河道治理花的是公家的钱，廉洁从政这根弦要绷紧，依法用权这条线要守牢。"
        "河道治理要公开透明，让群众来评。\n"
        "同志们，河道治理贵在坚持，让我们一起干好。\n"
    )


@pytest.fixture(scope="session")
def hostile_speech() -> str:
    """A speech full of what a browser, Markdown or Streamlit could take for instructions."""
    return (
        "<script>window.__hacked=1</script>河道治理讲话\n"
        "同志们：**粗体**与_斜体_，还有 `代码` 和 [链接](javascript:window.__hacked=2)。\n"
        "一、河道治理<img src=x onerror=window.__hacked=3>要抓落实\n"
        '河道治理 <iframe srcdoc="<script>parent.__hacked=4</script>"></iframe> 要抓落实，'
        "抓落实 $x^2$ 要 :red[醒目] 还要 :material/home: 图标，河道治理 &lt;b&gt; &amp; 要抓落实。\n"
        '<svg onload=window.__hacked=5></svg>河道治理" onmouseover="window.__hacked=6" x="。\n'
        "二、河道治理</style></p></section><script>window.__hacked=7</script>再抓落实\n"
        "# 不是标题，河道治理 {word} {n} %s ![图](http://example.invalid/a.png) 抓落实。\n"
    )
