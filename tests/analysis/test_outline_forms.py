"""Outline: the less common forms in which speeches number, list and open."""

from __future__ import annotations

import pytest

from analysis.outline import outline_of

BODY = "各单位要结合自身实际，把这件事情抓紧抓好，做到件件有着落、事事有回音。"
BEGIN = "在全县工作会议上的讲话\n同志们：\n今天开会，部署工作。\n"


def headings(text: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.heading) for s in outline_of(text).walk() if s.level]


def said(text: str, name: str) -> str:
    span = getattr(outline_of(text), name)
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    "numbers",
    [["一是", "二是", "三是"], ["一要", "二要", "三要"], ["1.", "2.", "3."], ["①", "②", "③"],
     ["首先，", "其次，", "最后，"], ["（1）", "（2）", "（3）"]],
)  # fmt: skip
def test_points_of_one_paragraph_that_begins_with_the_first(numbers: list[str]) -> None:
    points = ["严守吃喝的规矩", "管好公家的车辆", "不收任何的礼品"]
    paragraph = "".join(f"{n}{point}。{BODY}" for n, point in zip(numbers, points, strict=True))
    found = headings(f"{BEGIN}一、认清形势\n{BODY}\n二、抓好落实\n{paragraph}")
    assert found[2:] == [(2, n, point) for n, point in zip(numbers, points, strict=True)]


def test_decimal_numbers() -> None:
    text = f"{BEGIN}一、为什么改\n1.1 不改没有出路\n{BODY}\n1.2 早改早主动\n{BODY}\n二、改什么\n2.1 改体制\n{BODY}\n2.2 改机制\n{BODY}"
    assert [(level, number) for level, number, _ in headings(text)] == [
        (1, "一、"), (2, "1.1"), (2, "1.2"), (1, "二、"), (2, "2.1"), (2, "2.2"),
    ]  # fmt: skip
    assert headings(f"{BEGIN}1.5 亿元已经到位，{BODY}\n2.6 亿元还在路上，{BODY}") == []


def test_the_first_word_the_second_word() -> None:
    text = f"{BEGIN}第一个词，“有幸”。{BODY}\n第二个词，“有缘”。{BODY}\n第三个词是“有感”。{BODY}"
    assert [heading for _, _, heading in headings(text)] == ["“有幸”", "“有缘”", "“有感”"]


@pytest.mark.parametrize("outer", ["第一，", "第一个问题，"])
@pytest.mark.parametrize("behind", ["\n", ""])
def test_brackets_within_ordinals(outer: str, behind: str) -> None:
    text = behind.join([
        f"{outer}认清形势。{BODY}", f"（一）成绩要看到。{BODY}", f"（二）问题要正视。{BODY}",
        f"{outer.replace('一', '二', 1)}抓好落实。{BODY}", f"（一）抓责任。{BODY}", f"（二）抓督查。{BODY}",
    ])  # fmt: skip
    begin = BEGIN if behind else BEGIN.split("\n", 1)[1].replace("\n", "")
    found = headings(begin + text)
    assert [(level, heading) for level, _, heading in found] == [
        (1, "认清形势"), (2, "成绩要看到"), (2, "问题要正视"),
        (1, "抓好落实"), (2, "抓责任"), (2, "抓督查"),
    ]  # fmt: skip


def test_unnumbered_headings_within_the_last_part() -> None:
    text = f"{BEGIN}第一部分  工作回顾\n{BODY}\n第二部分  主要任务\n关于节能问题\n{BODY}\n关于食堂问题\n{BODY}"
    assert [(level, heading) for level, _, heading in headings(text)] == [
        (1, "工作回顾"), (1, "主要任务"), (2, "关于节能问题"), (2, "关于食堂问题"),
    ]  # fmt: skip


@pytest.mark.parametrize("opener", ["目录", "目录/提纲：……", "提纲"])
def test_the_address_stands_behind_a_list_of_contents(opener: str) -> None:
    text = (
        f"在全县工作会议上的讲话\n{opener}\n一、认清形势\n二、抓好落实\n……\n同志们：\n"
        f"今天开会，部署工作。\n一、认清形势\n{BODY}\n二、抓好落实\n{BODY}"
    )
    assert said(text, "salutation") == "同志们："
    assert headings(text) == [(1, "一、", "认清形势"), (1, "二、", "抓好落实")]


def test_line_ends_that_became_blanks() -> None:
    text = f"在全县工作会议上的讲话 同志们： 今天开会。 一、从危害看：吃喝动摇“根基” 中央要求，{BODY} 二、从后果看：吃喝触碰“红线” 条例规定，{BODY}"
    assert [heading for _, _, heading in headings(text)] == [
        "从危害看：吃喝动摇“根基”",
        "从后果看：吃喝触碰“红线”",
    ]


def test_a_colon_within_a_short_first_sentence() -> None:
    text = f"{BEGIN}一、从危害看：吃喝动摇根基。{BODY}\n二、从后果看：吃喝触碰红线。{BODY}"
    assert [heading for _, _, heading in headings(text)] == [
        "从危害看：吃喝动摇根基",
        "从后果看：吃喝触碰红线",
    ]


@pytest.mark.parametrize(
    ("text", "title", "speaker", "salutation"),
    [
        ("全县经济工作会议主持词 同志们： 现在开会。", "全县经济工作会议主持词", "", "同志们："),
        (
            "在五次会议上的表态发言县长王小明（2026年1月8日）各位代表，同志们：下面我发言。",
            "在五次会议上的表态发言", "县长王小明", "各位代表，同志们：",
        ),
        (
            f"坚定信心 真抓实干\n奋力开创工作新局面\n——在全县大会上\n（2026年1月8日）\n同志们：\n{BODY}",
            "坚定信心 真抓实干\n奋力开创工作新局面", "", "同志们：",
        ),
        (
            f"在全县大会上的讲话\n县委书记 王小明（2026年1月8日）\n同志们：\n{BODY}",
            "在全县大会上的讲话", "县委书记 王小明", "同志们：",
        ),
        (
            f"在开幕式上的致辞\n尊敬的李主席，\n各位来宾，\n女士们，先生们：\n{BODY}",
            "在开幕式上的致辞", "", "尊敬的李主席，\n各位来宾，\n女士们，先生们：",
        ),
    ],
)  # fmt: skip
def test_what_stands_before_a_speech(text: str, title: str, speaker: str, salutation: str) -> None:
    assert said(text, "title").strip() == title
    assert said(text, "speaker") == speaker
    assert said(text, "salutation") == salutation


@pytest.mark.parametrize(
    "numbers",
    [["㈠", "㈡", "㈢"], ["⑴", "⑵", "⑶"], ["⒈", "⒉", "⒊"], ["❶", "❷", "❸"], ["01 ", "02 ", "03 "],
     ["一)", "二)", "三)"], ["1）", "2）", "3）"], ["1 ", "2 ", "3 "], ["一：", "二：", "三："],
     ["任务一：", "任务二：", "任务三："], ["第一讲　", "第二讲　", "第三讲　"],
     ["关于第一个问题，", "关于第二个问题，", "关于第三个问题，"]],
)  # fmt: skip
@pytest.mark.parametrize("behind", ["\n", "。"])
def test_other_ways_to_write_numbers(numbers: list[str], behind: str) -> None:
    points = ["提高思想认识", "突出工作重点", "加强组织领导"]
    lines = [f"{n}{point}{behind}{BODY}\n" for n, point in zip(numbers, points, strict=True)]
    assert headings(BEGIN + "".join(lines)) == [
        (1, number.strip(), point) for number, point in zip(numbers, points, strict=True)
    ]


def test_numbers_before_a_blank_that_count_things_are_no_headings() -> None:
    assert (
        headings(f"{BEGIN}1 月至今，{BODY}\n2 月份以来，{BODY}\n全县共有 1 所学校、2 家医院。")
        == []
    )


def test_points_behind_dashes_stand_innermost() -> None:
    dashes = f"——经济运行稳中有进。{BODY}\n——民生福祉不断增进。{BODY}\n"
    text = f"{BEGIN}一、工作回顾\n一年来，成绩不少：\n{dashes}二、工作安排\n{BODY}"
    assert headings(text) == [
        (1, "一、", "工作回顾"), (2, "——", "经济运行稳中有进"), (2, "——", "民生福祉不断增进"),
        (1, "二、", "工作安排"),
    ]  # fmt: skip
    later = text.replace(
        "二、工作安排\n", f"（一）抓改革\n{BODY}\n（二）抓开放\n{BODY}\n二、工作安排\n"
    )
    assert [level for level, number, _ in headings(later) if number == "——"] == []


def test_dashes_before_items_of_a_list_are_no_headings() -> None:
    items = "——一座水库；\n——两所学校；\n——三条公路。\n"
    assert headings(f"{BEGIN}一、已建成的\n{items}二、要建设的\n{BODY}") == [
        (1, "一、", "已建成的"), (1, "二、", "要建设的"),
    ]  # fmt: skip


def test_paragraphs_that_open_with_sentences_alike() -> None:
    leads = ["建强科技支撑体系", "建强现代产业体系", "建强数智赋能体系"]
    text = (
        f"{BEGIN}一、抓产业\n"
        + "".join(f"{lead}。{BODY}\n" for lead in leads)
        + f"二、抓民生\n{BODY}"
    )
    assert [heading for level, _, heading in headings(text) if level == 2] == leads
    speech = BEGIN + "".join(
        f"做{who}的人。{BODY}{BODY}\n" for who in ["守纪律", "有本领", "肯吃苦"]
    )
    assert headings(speech) == [
        (1, "", "做守纪律的人"),
        (1, "", "做有本领的人"),
        (1, "", "做肯吃苦的人"),
    ]


def test_paragraphs_that_open_with_a_task() -> None:
    leads = ["促进居民就业增收", "加大社会保障力度", "提升公共文化服务效能", "建设健康山区"]
    aside = "悠悠万事，民生为大。一是修一批健身步道，就近方便群众。二是建一批口袋公园，开门见绿。"
    bodies = [BODY, BODY, aside, BODY]
    text = f"{BEGIN}一、惠民生\n{BODY}\n" + "".join(
        f"{lead}。{body}\n" for lead, body in zip(leads, bodies, strict=True)
    )
    text += f"二、保安全\n{BODY}\n"
    assert [heading for level, _, heading in headings(text) if level == 2] == leads
    # One that stands three paragraphs before the next does not belong to them.
    apart = text.replace(f"。{BODY}\n加大", f"。{BODY}\n{BODY}\n{BODY}\n加大")
    assert [heading for level, _, heading in headings(apart) if level == 2] == leads[1:]


@pytest.mark.parametrize(
    "leads",
    [["过去一年是不平凡的一年。", "我市经济有了新的起色。", "群众的日子已经好起来。"],
     ["各位代表！"] * 3, ["我很高兴。", "我很感动。", "我很放心。"], ["抓改革。", "抓开放。"],
     ["今年雨水不多。", "收成却好。", "这是大家干出来的一个大好年景。"]],
)  # fmt: skip
def test_paragraphs_that_open_with_other_short_sentences(leads: list[str]) -> None:
    text = (
        f"{BEGIN}一、抓产业\n"
        + "".join(f"{lead}{BODY}\n" for lead in leads)
        + f"二、抓民生\n{BODY}"
    )
    assert [heading for _, _, heading in headings(text)] == ["抓产业", "抓民生"]


def test_a_number_on_a_line_of_its_own() -> None:
    text = f"{BEGIN}第一部分\n十年奋进：历史性告别绝对贫困\n{BODY}\n第二部分\n接续奋斗：振兴乡村\n{BODY}"
    assert headings(text) == [
        (1, "第一部分", "十年奋进：历史性告别绝对贫困"), (1, "第二部分", "接续奋斗：振兴乡村"),
    ]  # fmt: skip


def test_blanks_where_line_ends_were() -> None:
    lines = ["在全县工作会议上的讲话", "同志们：", "今天开会，部署工作。", "一、认清形势，增强紧迫感", BODY * 2,
             "二、抓好落实", f"（一）压实责任。{BODY}", f"（二）强化督查。{BODY}", "三、改进作风", BODY * 2]  # fmt: skip
    expected = headings("\n".join(lines))
    assert [heading for _, _, heading in expected] == [
        "认清形势，增强紧迫感", "抓好落实", "压实责任", "强化督查", "改进作风",
    ]  # fmt: skip
    text = " ".join(lines)
    assert headings(text) == expected
    assert said(text, "title") == lines[0] and said(text, "salutation") == lines[1]
    unnumbered = [
        line.removeprefix("一、").removeprefix("二、").removeprefix("三、") for line in lines
    ]
    assert [heading for level, _, heading in headings(" ".join(unnumbered)) if level == 1] == [
        "认清形势，增强紧迫感", "抓好落实", "改进作风",
    ]  # fmt: skip


def test_blanks_of_other_kinds_stay() -> None:
    spaced = f"同志们：全年实现 GDP 增长 5.2%，新增 就业 3 万人，{BODY}" * 4
    assert headings(spaced) == []


def test_a_heading_ends_where_the_first_point_under_it_begins() -> None:
    text = f"同志们：一、以过硬作风锻造铁军（一）领导带头干。{BODY}（二）干部一起干。{BODY}二、把任务落到实处一要有部署。{BODY}二要有检查。{BODY}"
    assert [heading for level, _, heading in headings(text) if level == 1] == [
        "以过硬作风锻造铁军", "把任务落到实处",
    ]  # fmt: skip


def test_headings_of_one_length_help_one_another() -> None:
    heads = ["学深悟透学原文", "闭环落实见真章", "沉到一线解难题"]
    bodies = [
        "县政府党组要带头，一级做给一级看，",
        "县委督查室要跟着，看到问题就说，",
        "各乡镇班子要下去，住到老乡家里，",
    ]
    parts = [
        f"{n}、{head}{body}{BODY}" for n, head, body in zip("一二三", heads, bodies, strict=True)
    ]
    assert [heading for _, _, heading in headings("同志们：" + "".join(parts))] == heads
