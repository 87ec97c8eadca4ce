"""Saved pages of many makes: what of them is the speech."""

from __future__ import annotations

import pytest
from made_documents import PARAGRAPHS

from analysis.loading import load_bytes
from analysis.speech import Speech

TITLE, DAY, NAME, *REST = PARAGRAPHS
BODY = "".join(f"<p>{line}</p>" for line in REST)
BLURB = "近日，某县召开会议，传达学习上级精神，研究部署下一步工作，要求各单位抓好落实。" * 2
FOOT = "<div><p><a>网站地图</a></p><p>中国·某县 版权所有 备案号：某ICP备05000001号</p></div>"


def load(body: str, title: str = TITLE, head: str = "") -> Speech:
    page = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}"
    return load_bytes(page.encode())


@pytest.mark.parametrize(
    "body",
    [
        # The text in a table, day and speaker before it.
        (
            f"<h1>{TITLE}</h1><div>发布时间：2024-03-06 <a>打印</a></div><div><p>{DAY}</p><p>{NAME}</p>"
            f"<table><tr><td>{BODY}</table></div><div>分享到：<a>微信</a></div>"
        ),
        # Day and speaker in the box of the title.
        (
            f"<div><div><h1>{TITLE}</h1><h4>{DAY}</h4><div>{NAME}</div><div>2024-03-06 来源：县报</div>"
            f"<div><div>{BODY}</div></div></div></div>"
        ),
        # An index above it, buttons and footer around a short text.
        (
            "<div><table><tr><td>索 引 号：</td><td>640400/2023-00012</td><td>发布机构：</td><td>县政府"
            "</td></tr><tr><td>公开方式：</td><td>主动公开</td></tr></table>"
            f"<p>{TITLE}</p><div>发布日期：2024-03-06 浏览次数： 字号：[ <a>大</a> <a>中</a> ]</div>"
            f"<div><p>{DAY}</p><p>{NAME}</p>{BODY}</div><div>打印本页 关闭窗口</div></div>"
        ),
        # Other articles in a box of their own, with text.
        (
            f"<div><div><h1>{TITLE}</h1><p>{DAY}</p><p>{NAME}</p>{BODY}</div><div><div><h2>推荐阅读</h2>"
            f"</div><div><p>{BLURB}<a>详细</a></p><p>{BLURB}</p></div></div></div>"
        ),
        # A page of line breaks inside fonts.
        (
            f"<table><tr><td><b>{TITLE}</b><tr><td>县政府网 2024-3-6 阅读次数：5 【字体：大 中 小】<tr><td>"
            f"<font>{'<br><br>　　'.join(PARAGRAPHS[1:])}</font><tr><td>【打印】【关闭】</table>"
        ),
    ],
)
def test_the_speech_and_nothing_else(body: str) -> None:
    speech = load(body + FOOT, f"{TITLE}-某县政府网")
    assert [line for line in speech.text.split("\n") if line] == PARAGRAPHS
    found = speech.particulars
    assert (found.title, found.date, found.speaker) == (TITLE, "2024-03-05", NAME)


def test_a_subtitle_in_the_box_of_the_title() -> None:
    body = f"<div><div><h3></h3><h2>{TITLE}</h2><h3>河治好了人心就顺</h3></div><ul><li>时间：2024-03-06"
    speech = load(f"{body} 来源：县报<li>打印 字体：</ul><div>{BODY}</div></div>{FOOT}")
    assert speech.text.split("\n") == [TITLE, "河治好了人心就顺", *REST]


def test_a_subtitle_with_day_and_occasion() -> None:
    under = "<div>——2024年3月5日在全县水利工作会议上</div><div>王小明</div><div>2024-03-06 09:20 阅读：3</div>"
    found = load(
        f"<div>把河治好要下功夫</div>{under}<div>{BODY}</div>{FOOT}", "把河治好要下功夫"
    ).particulars
    assert (found.title, found.speaker) == ("把河治好要下功夫", "王小明")
    assert (found.date, found.occasion) == ("2024-03-05", "全县水利工作会议")


def test_links_that_are_paragraphs_stay() -> None:
    link = "<p>▶ 案例丨<a>某县河道治理不力 群众出行安全问题突出</a></p>"
    body = f"<div><h1>{TITLE}</h1>{BODY}{link}{link}<p>以上案例要引以为戒。</p>{link}</div>"
    lines = load(body).text.split("\n")
    assert lines[-3:-1] == ["▶ 案例丨某县河道治理不力 群众出行安全问题突出"] * 2
    assert lines[-1] == "以上案例要引以为戒。"


def test_the_title_above_the_day_of_publication() -> None:
    body = f"<td>{TITLE[:8]}<br>{TITLE[8:]}</td><tr><td>发布日期：2024-03-06 浏览数：</td><tr><td>{BODY}</td>"
    speech = load(f"<table><tr>{body}</table>", "某县政府网")
    assert speech.text.split("\n")[:3] == [TITLE[:8], TITLE[8:], REST[0]]
    assert speech.particulars.title == TITLE and speech.particulars.date == "2024-03-06"


def test_the_name_of_a_series_is_no_title() -> None:
    series = "每周一学（2022年5月9日——5月15日）"
    body = f"<h2>{series}</h2><div>发布时间：2022年05月09日</div><div><p>{TITLE}</p><p>{DAY}</p>{BODY}</div>"
    speech = load(body, series)
    assert speech.text.split("\n")[0] == TITLE
    assert (speech.particulars.title, speech.particulars.date) == (TITLE, "2024-03-05")


def test_the_day_of_publication_is_not_taken_from_a_list_of_links() -> None:
    body = f"<ul><li><a>2026年6月1日要闻</a></ul><h1>{TITLE}</h1><p>发布时间：2024-03-06</p><div>{BODY}</div>"
    assert load(body).particulars.date == "2024-03-06"


def test_a_day_in_words_of_the_speech_is_kept_under_the_title() -> None:
    body = f"<div><h1>{TITLE}</h1><p>2024年3月5日</p><p>{NAME}</p>{BODY}</div>{FOOT}"
    speech = load(body, head='<meta name="PubDate" content="2024-03-06">')
    assert speech.particulars.date == "2024-03-05" and "2024年3月5日" in speech.text
