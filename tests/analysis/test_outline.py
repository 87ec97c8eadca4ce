"""Outline: titles, salutations, headings at all levels, and sections that tile any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.assets import ASSETS
from analysis.outline import outline_of
from analysis.sections import SECTIONS, sections_table
from analysis.speech import Outline, Section

BODY = "各单位要结合自身实际，把这件事情抓紧抓好，做到件件有着落、事事有回音。"
MORE = "办公室要跟踪督促，按月通报，年底算账。"


def headings(text: str) -> list[tuple[int, str, str]]:
    """Level, number and heading of every section that has one."""
    return [(s.level, s.number, s.heading) for s in outline_of(text).walk() if s.level]


def kinds(text: str) -> list[str]:
    return [section.kind for section in outline_of(text).sections]


def check_invariants(text: str, outline: Outline) -> None:
    """Sections tile the text, children lie in their parent without gaps, spans are in bounds."""
    check_tiling(outline.sections, 0, len(text))
    for span in (outline.title, outline.date, outline.speaker, outline.salutation):
        assert span is None or 0 <= span[0] < span[1] <= len(text)
    for section in outline.walk():
        assert section.start <= section.heading_start <= section.heading_end <= section.end
        assert text[section.heading_start : section.heading_end] == section.heading
        assert (section.level == 0) == (section.kind not in ("part", "point"))
        if section.level:
            assert text.startswith(section.number, section.start)
        else:
            assert (section.number, section.heading, section.children) == ("", "", ())


def check_tiling(sections: tuple[Section, ...], start: int, end: int) -> None:
    if not sections:
        assert start == end
        return
    assert (sections[0].start, sections[-1].end) == (start, end)
    for before, after in pairwise(sections):
        assert before.end == after.start
    for section in sections:
        assert section.start < section.end
        if section.children:
            assert {child.level for child in section.children} == {section.level + 1}
            assert section.heading_end <= section.children[0].start
            check_tiling(section.children, section.children[0].start, section.end)


def test_built_in_speech() -> None:
    text = (ASSETS / "speech.txt").read_text(encoding="utf-8")
    assert headings(text) == [
        (1, "一、", "提高站位抓落实"),
        (1, "二、", "提升本领抓落实"),
        (2, "既要", "学通公共课"),
        (2, "还要", "学精专业课"),
        (1, "三、", "紧扣目标抓落实"),
        (2, "一要", "抓重点"),
        (2, "二要", "抓项目"),
        (2, "三要", "抓统筹"),
        (1, "四、", "改进作风抓落实"),
        (2, "一要", "转变作风"),
        (2, "二要", "扛实责任"),
        (2, "三要", "提高效能"),
        (1, "五、", "廉洁高效抓落实"),
        (2, "一要", "履行一岗双责"),
        (2, "二要", "坚持廉洁从政"),
        (2, "三要", "坚持依法用权"),
    ]
    outline = outline_of(text)
    check_invariants(text, outline)
    assert [s.kind for s in outline.sections] == ["opening", *["part"] * 5, "closing"]
    assert outline.salutation == (0, 4)
    closing = outline.sections[-1]
    assert text[closing.start : closing.end].startswith("同志们，")


ENUMERATORS = {
    "han": ["一、", "二、", "三、"],
    "han with full stop": ["一．", "二．", "三．"],
    "traditional numerals": ["壹、", "貳、", "參、"],
    "brackets": ["（一）", "（二）", "（三）"],
    "half-width brackets": ["(一)", "(二)", "(三)"],
    "digits": ["1.", "2.", "3."],
    "digits with pause": ["1、", "2、", "3、"],
    "full-width digits": ["１．", "２．", "３．"],
    "digits in brackets": ["（1）", "（2）", "（3）"],
    "circled": ["①", "②", "③"],
    "ordinal": ["第一，", "第二，", "第三，"],
    "counted": ["第一个方面，", "第二个方面，", "第三个方面，"],
    "is": ["一是", "二是", "三是"],
    "must": ["一要", "二要", "三要"],
    "among": ["其一，", "其二，", "其三，"],
    "words": ["首先，", "其次，", "最后，"],
    "mixed words": ["首先，", "其次，", "第三，"],
}


@pytest.mark.parametrize("numbers", ENUMERATORS.values(), ids=ENUMERATORS.keys())
def test_families_run_into_the_paragraph(numbers: list[str]) -> None:
    names = ["统一思想认识", "突出工作重点", "压紧压实责任"]
    lines = [f"{number}{name}。{BODY}{MORE}" for number, name in zip(numbers, names, strict=True)]
    expected = [(1, number, name) for number, name in zip(numbers, names, strict=True)]
    assert headings("\n".join(["同志们：", BODY, *lines])) == expected
    assert headings("".join(["同志们：", BODY, *lines])) == expected


@pytest.mark.parametrize("family", ["han", "brackets", "digits", "ordinal"])
def test_headings_on_lines_of_their_own(family: str) -> None:
    numbers, names = ENUMERATORS[family], ["统一思想认识", "突出重点，抓住关键", "压紧压实责任"]
    lines = [f"{number}{name}\n{BODY}\n{MORE}" for number, name in zip(numbers, names, strict=True)]
    expected = [(1, number, name) for number, name in zip(numbers, names, strict=True)]
    assert headings("\n".join(lines)) == expected


def test_levels_are_relative_and_nest() -> None:
    text = (
        f"一、抓好生产\n（一）抓好春播\n1.备足种子。{BODY}{MORE}\n2.备足化肥。{BODY}{MORE}\n"
        f"（二）抓好夏管。{BODY}{MORE}\n二、抓好流通\n{BODY}一是建好市场。{BODY}二是搞好运输。{BODY}"
    )
    assert headings(text) == [
        (1, "一、", "抓好生产"),
        (2, "（一）", "抓好春播"),
        (3, "1.", "备足种子"),
        (3, "2.", "备足化肥"),
        (2, "（二）", "抓好夏管"),
        (1, "二、", "抓好流通"),
        (2, "一是", "建好市场"),
        (2, "二是", "搞好运输"),
    ]


def test_divisions_and_chapters() -> None:
    text = f"第一部分 去年工作\n一、工业\n{BODY}\n二、农业\n{BODY}\n第二部分 今年打算\n{BODY}"
    assert [h[0] for h in headings(text)] == [1, 2, 2, 1]
    assert headings(text)[0] == (1, "第一部分", "去年工作")


def test_unnumbered_headings_divide_a_speech_or_a_part() -> None:
    plain = f"同志们：\n{BODY}\n主要成绩\n{BODY}\n{MORE}{MORE}\n突出问题\n{BODY}"
    assert headings(plain) == [(1, "", "主要成绩"), (1, "", "突出问题")]
    inside = f"一、回顾\n工业稳步增长\n{BODY}\n农业喜获丰收\n{BODY}\n二、打算\n{BODY}"
    assert [h[0] for h in headings(inside)] == [1, 2, 2, 1]
    above = f"同志们：\n{BODY}\n去年回顾\n（一）工业\n{BODY}\n（二）农业\n{BODY}\n今年打算\n（一）工业\n{BODY}\n（二）农业\n{BODY}"
    assert [h[0] for h in headings(above)] == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize(
    "phrase",
    [
        "今天把大家请来，一是谈谈心，二是鼓鼓劲，三是听听意见。",
        "各位同志既要挂帅，又要出征。",
        "要推动一、二、三产业融合发展。",
        "三、四季度要加把劲。建设统一、开放的市场，二、三线城市也要跟上。",
        "我市总量居全国第一，增速居全国第二，后劲居全国第三。",
        "首先，我代表市政府向大家问好。最后，祝大家身体健康。",
    ],
)
def test_phrases_are_no_headings(phrase: str) -> None:
    assert headings(f"同志们：\n{BODY}{phrase}{BODY}\n{BODY}{MORE}\n{BODY}") == []
    text = f"一、抓生产\n{BODY}{phrase}{BODY}{MORE}\n二、抓生活\n{BODY}{MORE}"
    assert headings(text) == [(1, "一、", "抓生产"), (1, "二、", "抓生活")]


def test_a_list_of_long_clauses_divides_a_passage() -> None:
    text = (
        "会议强调，一要狠抓项目建设，紧盯年度投资计划，倒排工期、挂图作战，确保应开尽开；"
        "二要优化营商环境，兑现惠企政策，当好金牌店小二，让企业安心发展；"
        "三要兜牢民生底线，关心困难群众生产生活，保障节日市场供应充足。"
    )
    assert headings(text) == [
        (1, "一要", "狠抓项目建设"),
        (1, "二要", "优化营商环境"),
        (1, "三要", "兜牢民生底线"),
    ]


def test_headings_without_stop_in_one_line() -> None:
    text = (
        "今天我讲三点意见。一、提高思想认识安全生产事关人民群众生命财产安全，事关社会稳定大局，必须摆上"
        "重要位置。二、强化责任落实各级各部门主要负责同志要亲自抓、具体抓，一级做给一级看，一级带着一级干。"
        "三、严肃工作纪律今年以来，仍有少数干部作风漂浮、敷衍塞责，对这样的人要严肃问责，决不手软。"
    )
    assert headings(text) == [
        (1, "一、", "提高思想认识"),
        (1, "二、", "强化责任落实"),
        (1, "三、", "严肃工作纪律"),
    ]


def test_front_matter() -> None:
    text = f"在全市春耕现场会上的讲话\n市长　王大山\n（2024年3月1日）\n同志们：\n{BODY}\n一、抓种\n{BODY}\n二、抓管\n{BODY}"
    outline = outline_of(text)
    spans = (outline.title, outline.speaker, outline.date, outline.salutation)
    assert [text[slice(*span)] for span in spans if span] == [
        "在全市春耕现场会上的讲话",
        "市长　王大山",
        "2024年3月1日",
        "同志们：",
    ]
    assert kinds(text) == ["front", "opening", "part", "part"]


def test_contents_are_no_headings() -> None:
    contents = "目　录\n一、回顾……1\n二、打算……5\n"
    text = f"{contents}一、回顾\n{BODY}\n二、打算\n{BODY}"
    outline = outline_of(text)
    assert [s.heading for s in outline.sections if s.level] == ["回顾", "打算"]
    assert all(s.start >= len(contents) for s in outline.sections if s.level)


def test_closing_after_the_last_part() -> None:
    parts = f"一、抓种\n{BODY}\n二、抓管\n{BODY}\n"
    for closing in (
        f"同志们，{BODY}",
        f"各位代表！\n{BODY}",
        f"让我们携起手来，{MORE}\n谢谢大家！",
    ):
        outline = outline_of(parts + closing)
        assert outline.sections[-1].kind == "closing"
        assert outline.sections[-1].start == len(parts)


def test_without_headings_there_are_body_blocks() -> None:
    paragraphs = "\n".join([BODY * 2] * 40)
    sections = outline_of(paragraphs).sections
    assert {s.kind for s in sections} == {"body"}
    assert 1 < len(sections) <= 12
    assert kinds(BODY * 5) == ["body"]
    assert kinds("") == []


def test_traditional_characters() -> None:
    text = "各位代表：\n第一，發展經濟。要擴大生產，改善經營。大家都要努力。\n第二，改善民生。要關心羣衆的生活。大家都要出力。"
    assert headings(text) == [(1, "第一，", "發展經濟"), (1, "第二，", "改善民生")]


PIECES = [
    "一、", "二、", "三、", "（一）", "（二）", "(1)", "(2)", "1.", "2.", "3、", "①", "②", "第一，",
    "第二，", "第一章", "第二章", "第一部分", "一是", "二是", "三要", "既要", "还要", "首先，", "其次，",
    "最后，", "其一，", "一方面", "同志们：", "同志们，", "各位代表！", "尊敬的", "目录", "（2024年1月1日）",
    "抓落实", "市长 王五", "在全市大会上的讲话", "**市", "。", "！", "；", "，", "：", "“", "”", "《", "》",
    "——", "\n", "\n\n", "　　", " ", "\t", "😀", "abc", "2.5", "谢谢大家", BODY, MORE, "、", "第", "一", "\r",
]  # fmt: skip
mixes = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


@settings(max_examples=400, deadline=None)
@given(mixes)
def test_any_text_is_tiled(text: str) -> None:
    check_invariants(text, outline_of(text))


@settings(max_examples=100, deadline=None)
@given(mixes)
def test_table_lists_every_section(text: str) -> None:
    outline = outline_of(text)
    table = sections_table(outline)
    assert list(table.columns) == list(SECTIONS)
    assert table["heading"].tolist() == [section.heading for section in outline.walk()]
    assert table["section"].tolist() == list(range(len(table)))
    for row in table.itertuples():
        top = row.parent == -1
        assert row.part == (row.section if top else table["part"][row.parent])
        assert top or row.level == table["level"][row.parent] + 1
        assert top or row.end <= table["end"][row.parent]


def test_lines_broken_within_sentences_are_no_headings() -> None:
    passage = (BODY + MORE) * 8
    text = "\n".join(passage[n : n + 27] for n in range(0, len(passage), 27))
    assert headings(text) == []


STYLED = """在青禾县水文工作会议上的讲话
同志们：今天开会，是为了把水文工作做细做实，下面说三件事。
看清形势
去年雨多。
全县的站点都经住了考验，大家付出了很多，数据一天也没有断过，值得肯定。
抓住要害
今年更难。
站点要补齐，人手要配强，值守要到岗到人，遇到险情要在第一时间报告。
守住底线
安全第一，谁也不能例外，各镇各站都要把预案再练一遍。"""


def styled(text: str, *lines: str, level: int = 1) -> list[tuple[int, int, int]]:
    return [(text.index(line), text.index(line) + len(line), level) for line in lines]


def test_lines_that_the_file_styles_as_headings_head_the_text() -> None:
    heads = ["看清形势", "抓住要害", "守住底线"]
    assert [s.heading for s in outline_of(STYLED).sections if s.level == 1] != heads
    found = outline_of(STYLED, styled(STYLED, *heads))
    assert [s.heading for s in found.sections if s.level == 1] == heads


def test_a_style_of_most_lines_says_nothing() -> None:
    lines = [line for line in STYLED.split("\n") if line]
    assert outline_of(STYLED, styled(STYLED, *lines)) == outline_of(STYLED)


def test_styled_sentences_and_a_single_styled_line_are_no_headings() -> None:
    assert outline_of(STYLED, styled(STYLED, "去年雨多。", "今年更难。")) == outline_of(STYLED)
    assert outline_of(STYLED, styled(STYLED, "看清形势")) == outline_of(STYLED)


def test_numbers_divide_a_text_whatever_is_styled() -> None:
    text = "同志们：\n一、看形势\n雨多。\n二、抓要害\n人少。\n三、守底线\n不能松。"
    heads = ["看形势", "抓要害", "守底线"]
    for styles in ((), styled(text, "一、看形势", "二、抓要害", "三、守底线")):
        assert [s.heading for s in outline_of(text, styles).sections if s.level == 1] == heads


def test_points_that_count_on_through_the_parts_stand_under_them() -> None:
    body = "要把这件事办好，一件一件抓，一年一年干，让群众看得见。"
    text = "\n".join(
        [
            *("一、摸清家底", f"（一）查田。{body}", f"（二）查水。{body}"),
            *("二、修好水渠", f"（三）备料。{body}", "三、管好水渠", f"（四）定人。{body}"),
        ]
    )
    heads = [(1, "摸清家底"), (2, "查田"), (2, "查水"), (1, "修好水渠"), (2, "备料")]
    assert [(level, head) for level, _, head in headings(text)] == [
        *heads, (1, "管好水渠"), (2, "定人")
    ]  # fmt: skip
