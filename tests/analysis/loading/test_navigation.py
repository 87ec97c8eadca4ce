"""Lines of a page among the lines of a speech: they go, and nothing that a speaker said."""

from __future__ import annotations

import pytest

from analysis.loading import load_text
from analysis.loading.navigation import is_navigation


@pytest.mark.parametrize(
    "line",
    [
        "[打印] 字号：[大] [中] [小]",
        "来源于：东区办事处",
        "（来源：新华社）",
        "来源：新华社 ｜ 2023-02-13 10:30 ｜ 阅读：345",
        "来源：《求是》2023/01 作者：王小明 2023-01-01 12:00:00",
        "文章来源： 作者： 发布时间：2022年05月09日 点击数： 次",
        "中国·某省发展和改革委员会 版权所有 中文网址：某省发展和改革委员会 英文域名：a.gov.cn",
        "某市人民政府版权所有",
        "发布日期：2022-10-13 浏览数： 字号：〖大 中 小〗",
        "发布时间：2023年02月13日 字号：[大 中 小] 打印 分享",
        "发布时间：2023-02-13 10:30来源：市政府办公室浏览次数：1024次字体：[大 中 小]打印本页",
        "2021-08-01 06:59 来源： 新华社 【字体：大 中 小】打印",
        "索引号：640400/2023-00001",
        "索 引 号：640400/2023-00001 主题分类：综合政务 发布机构：市政府 发文日期：2023-02-13",
        "打印本页 关闭窗口",
        "《 人民日报 》（ 2023年01月13日 02 版）",
    ],
)
def test_lines_of_a_site(line: str) -> None:
    assert is_navigation(line)


@pytest.mark.parametrize(
    "line",
    [
        "来源于群众、服务于群众。",
        "来源于实践的智慧",
        "来源：群众的实践",
        "来源：一切为了群众、一切依靠群众",
        "打印机要节约使用，双面打印。",
        "打印 复印都要登记",
        "发布时间要提前，渠道要畅通。",
        "发布时间：每月10日前",
        "发布时间：2023年1月10日在北京向社会公布",
        "更新时间、更新内容、更新方式都要公开。",
        "索引号要统一编制",
        "字号大小要统一",
        "字号：老字号要保护",
        "大中小企业都要扶持",
        "时间：2023年2月13日",
        "作者：王小明",
        "记者：请问市长",
        "公开范围：要逐步扩大，做到应公开尽公开。",
        "版权所有者的权益要保护",
        "尊重知识产权就要懂得版权所有",
        "点击：三百万次以上才算",
        "评论：好",
        "2023年2月13日",
        "——2023年2月13日在全市会议上",
        "王小明 2023年2月13日",
    ],
)
def test_lines_of_a_speaker(line: str) -> None:
    assert not is_navigation(line)
    assert load_text(f"同志们：\n{line}\n要抓落实。").text.split("\n")[1] == line


def test_sizes_of_letters_that_stand_one_below_the_other() -> None:
    speech = load_text(
        "在全市大会上的讲话\n【字体：\n大\n中\n\n小\n】\n同志们：\n要抓落实。\n大\n要好。"
    )
    assert speech.text == "在全市大会上的讲话\n\n同志们：\n要抓落实。\n大\n要好。"
