"""Cleaning: what stands between the words goes and is counted; the words stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.loading import load_bytes, load_text, reload
from analysis.loading.cleaning import KINDS
from analysis.loading.reported import is_reported
from analysis.loading.traditional import is_traditional, simplified
from analysis.outline import outline_of

CLEAN = """在全县水利工作会议上的讲话
（2024年3月5日）
同志们：
今天开会，说说治河的事。《关于治河的意见》（县发〔2024〕3号）已经印发，共12条，投资1.5亿元，A类项目35个。
一、抓谋划
[重点]要盯住"一河一策"，**镇、××村要带头。张　三同志讲得好：3—5月是关键期。
其一，要快；其二，要好（详见附件1）。
2024
二、抓落实
10%的河段，占了90%的险情——这就是重点！
"""


def steps(text: str, *skip: str) -> tuple[str, dict[str, int]]:
    speech = load_text(text, skip=frozenset(skip))
    return speech.text, {step.kind: step.count for step in speech.cleaned}


def test_clean_text_comes_out_character_for_character() -> None:
    assert steps(CLEAN.strip()) == (CLEAN.strip(), {})


PAGE = "\n".join(["抓落实要快、要好、要实。", "这项工作一刻也不能放松。"] * 8)


@pytest.mark.parametrize(
    ("dirty", "clean", "kind", "count"),
    [
        ("抓\u200b落\ufeff实\u202e到位", "抓落实到位", "invisible", 3),
        ("⼀⽉⼯作⻓期抓", "一月工作长期抓", "compatibility", 4),
        ("２０２４年ＧＤＰ增长", "2024年GDP增长", "full_width", 2),
        ("要抓落实［3］，要见效〔12〕。再抓。[4]好¹", "要抓落实，要见效。再抓。好", "footnote_marks", 4),
        ("抓好  落实，要  快", "抓好 落实，要 快", "spaces", 2),
        ("　　抓落实　\n\t要快", "抓落实\n要快", "margins", 3),
        ("抓\n\n\n\n\n落实", "抓\n\n落实", "blank_lines", 1),
        ("抓落实\n— 3 —\n第 4 页 共 9 页\n要快", "抓落实\n要快", "page_numbers", 2),
        (f"{PAGE}\n1\n{PAGE}\n2\n{PAGE}\n3\n完", f"{PAGE}\n{PAGE}\n{PAGE}\n完", "page_numbers", 3),
        ("同志们：　　今天开会。　　一、要快。", "同志们：\n今天开会。\n一、要快。", "paragraph_gaps", 2),
        ("打印本页\n字体：[大 中 小]\n首页 > 领导讲话 > 正文\n抓落实", "抓落实", "navigation", 3),
        ("抓落实\n分享到：微信 微博\n上一篇：通知\n责任编辑：李四", "抓落实", "navigation", 3),
    ],
)  # fmt: skip
def test_each_kind_is_done_counted_and_can_be_left(
    dirty: str, clean: str, kind: str, count: int
) -> None:
    text, found = steps(dirty)
    assert text == clean and found[kind] == count
    left, found = steps(dirty, *KINDS)
    assert left == dirty.strip("\n") and not found
    assert kind not in steps(dirty, kind)[1]


def test_examples_show_what_cannot_be_seen() -> None:
    speech = load_text("要\u200b抓\n落实　　到位２０")
    examples = {step.kind: step.examples for step in speech.cleaned}
    assert examples["invisible"] == ("要⟨200B⟩抓",) and examples["spaces"] == ("落实□□到位20",)
    assert all(len(step.examples) <= 3 for step in speech.cleaned)


def test_hard_wrapped_text_is_joined() -> None:
    paragraph = (
        "沿河住着的老乡最清楚水往哪里走，要到他们家里坐一坐、问一问，把实情摸上来，把对策想出来。"
        * 3
    )
    lines = [
        "　　" + paragraph[:18],
        *[paragraph[n : n + 20] for n in range(18, len(paragraph), 20)],
    ]
    wrapped = "\n".join(lines + lines)
    text, found = steps(wrapped)
    assert text == f"{paragraph}\n{paragraph}" and found["line_wraps"] == 2 * len(lines) - 2
    assert steps(wrapped, "line_wraps")[0].count("\n") == 2 * len(lines) - 1


def test_latin_words_keep_their_blank_when_lines_are_joined() -> None:
    line = "we speak of the river and of the people who live along it"
    assert steps("\n".join([line] * 10))[0] == " ".join([line] * 10)


def test_short_lines_that_end_are_not_joined() -> None:
    poem = "\n".join(f"第{c}件事情要抓紧办好办实，不能拖。" for c in "甲乙丙丁戊己庚辛壬癸")
    assert steps(poem) == (poem, {})


def test_markdown_signs_go_only_from_markdown() -> None:
    text = "# 讲话\n**抓落实**，[链接](http://a.b)，**市和县\n> 引文\n---\n2 * 3 * 4"
    assert load_bytes(text.encode(), name="讲话.txt").text == text
    plain = load_bytes(text.encode(), name="讲话.md")
    assert plain.text == "讲话\n抓落实，链接，**市和县\n引文\n\n2 * 3 * 4"


def test_tables_code_and_slanted_words_of_markdown() -> None:
    text = "*抓落实*，全*市*县，`要点`\n| 指标 | 数值 |\n|:---|---:|\n| 产值 | 512 |\n```text\n清单\n```"
    plain = load_bytes(text.encode(), name="讲话.md")
    assert plain.text == "抓落实，全*市*县，要点\n指标\t数值\n产值\t512\n\n清单"


def test_pasted_text_that_is_markdown_is_told_by_its_headings() -> None:
    pasted = "# 在会议上的讲话\n同志们：\n**一、信念要坚定**\n**一是学习。**要学。\n**二、本领要高强**\n要练。"
    assert load_text(pasted).text == pasted.replace("*", "").removeprefix("# ")
    assert [s.heading for s in load_text(pasted).outline.walk() if s.level == 1] == [
        "信念要坚定", "本领要高强",
    ]  # fmt: skip


def test_cleaning_can_be_done_again_otherwise() -> None:
    speech = load_text("抓落实［1］  要快")
    assert reload(speech, skip={"footnote_marks"}).text == "抓落实［1］ 要快"
    assert reload(reload(speech, skip=frozenset(KINDS))) == speech


@given(
    st.text("抓落实，。：\n \u3000１Ａ［3］—页第打印\u200b⼀", max_size=80),
    st.sets(st.sampled_from(KINDS)),
)
@settings(deadline=None)
def test_the_original_is_kept_whatever_is_done(text: str, skip: set[str]) -> None:
    try:
        speech = load_text(text, skip=skip)
    except ValueError:
        return
    assert speech.original in (text, speech.text)
    assert not skip & {step.kind for step in speech.cleaned}


REPORT = """本报讯（记者 李四）3月5日，全县水利工作会议召开。县长王小明出席会议并讲话。
王小明指出，治河是民生大事。王小明强调，要摸清底数，压实责任。
会议要求，各乡镇要把任务分解到人。副县长赵六主持会议。
"""


def test_a_report_about_a_speech_is_told_from_the_speech() -> None:
    assert load_text(REPORT).reported
    assert load_text(REPORT.partition("\n")[2]).reported
    assert not load_text(CLEAN).reported
    quoting = "同志们：\n总书记指出，要抓落实。会议强调，要快。中央要求，要好。\n" * 3
    assert not load_text(quoting).reported
    said = "今天我们开会。上级指出，要抓落实。我们要看到差距。上级强调，要快。大家要用心。"
    assert not is_reported(said, outline_of(said))


def test_traditional_text_is_matched_without_moving_an_offset() -> None:
    text = "同志們：我們要貫徹黨的二十大精神，反覆抓落實，乾坤朗朗。\n第一個問題：後續發展。"
    assert is_traditional(text) and not is_traditional(CLEAN) and not is_traditional("乾坤。")
    plain = simplified(text)
    assert len(plain) == len(text)
    assert plain.startswith("同志们：我们要贯彻党的二十大精神") and "乾坤朗朗" in plain
    assert load_text(text).text == text


@given(st.text("貫徹黨後裡裏乾著么\n😀A", max_size=40) | st.text(max_size=40))
@settings(deadline=None)
def test_simplified_keeps_the_length_of_any_text(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_headings_of_markdown_divide_the_text() -> None:
    text = "# 讲话\n\n今天开会。\n\n## 看清形势\n\n雨多。\n\n## 抓住要害 ##\n\n人少。\n\n### 补人\n\n快。\n"
    speech = load_bytes(text.encode(), name="讲话.md")
    heads = [(section.level, section.heading) for section in speech.outline.walk() if section.level]
    assert heads == [(1, "看清形势"), (1, "抓住要害"), (2, "补人")]
    plain = load_bytes(text.replace("#", "").encode(), name="讲话.txt")
    assert [(s.level, s.heading) for s in plain.outline.walk() if s.level] != heads


@pytest.mark.parametrize(
    "text",
    [
        "按照国发〔86〕77号文件和中办发[85] 12号文件办。",
        "新增绿地五千米²，储水十万米³。",
        "主办单位、承办单位的各位领导：\n技术支持要跟上",
        "2020\n12.3\n2021\n13.5\n2022\n15.1",
        "\n".join(f"{n}、坚持把实事一件一件办好办到底" for n in "一二三四五六七八九十"),
        "\n".join(["一件接着一件办一年接着一年干出实效"] * 10),
        "[1]抓项目[2]抓招商[3]抓落实。",
        "要做到：〔1〕抓项目〔2〕抓招商。",
        "\n".join(
            f"{n}\n{what}，要一件一件办好。" for n, what in enumerate(("项目", "招商", "民生"), 1)
        ),
        "一家人👨\u200d👩\u200d👧来了。",
    ],
)
def test_what_a_speaker_said_stays(text: str) -> None:
    assert steps(text) == (text, {})


def test_marks_of_a_chat_go() -> None:
    chat = "老赵 2023/5/18 09:12\n同志们，要抓落实。\n[图片]\n09:15:20\n会议定在9:30开始。"
    assert steps(chat) == ("同志们，要抓落实。\n会议定在9:30开始。", {"chat": 3})
