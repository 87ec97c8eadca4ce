"""What stands on the paper of a PDF besides lines of text: notes, tables, columns, ragged ends."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import Placed, pdf, pdf_of

from analysis.errors import DamagedFile, TooCostly
from analysis.loading import load_bytes, reload
from analysis.loading.cleaning import KINDS
from analysis.loading.worker import read
from analysis.speech import Speech

FILLER = "河道有多长堤坝有多少哪一段年年出险都要一笔一笔记下来"


def loaded(*pages: Sequence[Placed]) -> Speech:
    return load_bytes(pdf(pages), name="讲话.pdf")


def kinds(speech: Speech) -> dict[str, int]:
    return {step.kind: step.count for step in speech.cleaned}


def columns(left: float, right: float) -> tuple[list[Placed], str]:
    """Nine lines in each of two columns from these heights down, and the text they hold."""
    texts = [(FILLER * 2)[row : row + 17] for row in range(18)]
    lines: list[Placed] = [(60, left - 20 * row, 12, text) for row, text in enumerate(texts[:9])]
    lines += [(310, right - 20 * row, 12, text) for row, text in enumerate(texts[9:])]
    return lines, "".join(texts)


def bare_text(data: bytes) -> str:
    """What PDFium finds, without blanks; it drops letters that were drawn twice."""
    pages = (page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))
    return "".join("".join(pages).split())


def body(*texts: str, top: float = 700, size: float = 16) -> list[Placed]:
    """Lines under one another at the left margin."""
    return [(72, top - 1.75 * size * row, size, text) for row, text in enumerate(texts)]


def with_raised(before: str, raised: str, after: str, *, size: float = 9) -> list[Placed]:
    """A line with small raised letters in it, as a program draws the number of a note."""
    place = 72 + 16 * len(before)
    after_place = place + size * len(raised)
    return [
        (72, 600, 16, before),
        (place, 606, size, raised),
        (after_place, 600, 16, after),
    ]


@pytest.mark.parametrize("mark", ["1", "12", "[3]", "〔4〕", "*", "ii"])
def test_the_number_of_a_note_is_left_out(mark: str) -> None:
    speech = loaded(with_raised("坚持以人民为中心", mark, "的发展思想，抓好落实。"))
    assert speech.text == "坚持以人民为中心的发展思想，抓好落实。"
    assert kinds(speech) == {"footnotes": 1}
    raw = reload(speech, skip=frozenset(KINDS)).text
    assert raw == f"坚持以人民为中心{mark}的发展思想，抓好落实。"


@pytest.mark.parametrize("number", ["1", "1.", "[1]", "1 "])
def test_notes_at_the_foot_are_left_out(number: str) -> None:
    first = with_raised("坚持以人民为中心", "1", "的发展思想，抓好")
    notes: list[Placed] = [
        (72, 120, 9, f"{number}见《选集》第三卷，人民出版社，第一百二十页，"),
        (72, 106, 9, "并参见有关说明。"),
        (72, 92, 9, "2这一条没有编号在文中。"),
    ]
    speech = loaded([*first, *notes], body("落实，一抓到底。", "谢谢大家！"))
    assert speech.text.split("\n")[0].startswith("坚持以人民为中心的发展思想，抓好")
    assert "选集" not in speech.text and "有关说明" not in speech.text
    assert kinds(speech)["footnotes"] == 2
    assert "见《选集》" in reload(speech, skip={"footnotes"}).text


def test_numbers_that_are_said_stay() -> None:
    lines = with_raised("绿化面积有10", "4", "公顷。")
    assert "4" in loaded(lines).text
    assert "2" in loaded(with_raised("占地三百平方米", "2", "，不多。")).text
    assert loaded(with_raised("今年", "12", "月开工。", size=16)).text.count("12") == 1
    apart: list[Placed] = [(72, 600, 16, "合计"), (200, 605, 9, "3")]
    assert loaded(apart).text == "合计\t3"
    level: list[Placed] = [(72, 600, 16, "今年是第"), (136, 600, 9, "3"), (145, 600, 16, "届。")]
    assert loaded(level).text == "今年是第3届。"


def test_small_print_with_a_date_stays() -> None:
    first = with_raised("坚持以人民为中心", "3", "的发展思想。")
    assert loaded([*first, (72, 100, 9, "3月5日印发")]).text.endswith("3月5日印发")


def test_small_print_without_a_number_in_the_text_stays() -> None:
    speech = loaded([*body("今天讲三点意见。"), (72, 100, 9, "1见《选集》第三卷。")])
    assert "选集" in speech.text and "footnotes" not in kinds(speech)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.sampled_from(["2023年", "3个", "第12次", "5.8%", "10月"]), min_size=1, max_size=5)
)
def test_figures_of_the_usual_size_never_vanish(figures: list[str]) -> None:
    text = "，".join(f"今年有{figure}" for figure in figures) + "。"
    lines = body(*(text[start : start + 24] for start in range(0, len(text), 24)))
    data = pdf([lines])
    document = read(data, "pdf")
    assert "".join(document.original.split()) == bare_text(data)
    assert all(out.kind == "line_wraps" for out in document.left_out)


def test_cells_of_a_row_are_apart() -> None:
    rows = [
        ("指标", "去年", "今年"),
        ("生产总值", "512.3亿元", "548.6亿元"),
        ("投资", "210", "233"),
    ]
    table: list[Placed] = [
        (72 + 150 * column, 600 - 20 * row, 12, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    lines = [*body(FILLER, "记在心上。"), *table, (72, 520, 16, "下面讲任务。")]
    text = loaded(lines).text.split("\n")
    assert text == [FILLER + "记在心上。", *("\t".join(cells) for cells in rows), "下面讲任务。"]


def test_a_cell_of_two_lines_is_one() -> None:
    table: list[Placed] = [
        (72, 600, 12, "市发展和改"),
        (72, 584, 12, "革委员会"),
        (260, 600, 12, "统筹推进重大项目建设，"),
        (260, 584, 12, "保障资金"),
        (72, 560, 12, "水利局"),
        (260, 560, 12, "修好河道"),
    ]
    text = loaded([*body(FILLER), *table]).text.split("\n")
    assert text[1:] == ["市发展和改革委员会\t统筹推进重大项目建设，保障资金", "水利局\t修好河道"]


def test_a_list_number_and_a_space_are_no_cells() -> None:
    listed: list[Placed] = [(72, 600, 16, "1."), (130, 600, 16, "要读原著。")]
    spaced: list[Placed] = [(72, 560, 16, "市委书记"), (152, 560, 16, "王小明")]
    assert loaded([*listed, *spaced]).text == "1.要读原著。\n市委书记 王小明"


def test_a_line_that_ends_early_before_a_quotation_goes_on() -> None:
    full = FILLER[:24]
    lines = [full, full, full[:21] + "第", "“十四五”规划定下来的事", full, "到位。"]
    text = loaded(body(*lines)).text
    assert "第“十四五”规划" in text
    assert "的事\n河道" in text  # there was room for more


def test_a_heading_on_a_line_of_its_own_stays_apart() -> None:
    full = FILLER[:24]
    lines = [
        full,
        "到位。",
        "一、提高认识，把账算清楚明白，把事办扎实",
        "“十四五”要开好局，" + full[:14],
    ]
    assert loaded(body(*lines)).text.split("\n")[1] == lines[2]


def test_a_title_stands_over_both_columns() -> None:
    title: list[Placed] = [
        (66, 780, 22, "在全市推进乡村振兴战略暨人居环境整治会"),
        (242, 745, 22, "议上的讲话"),
        (270, 715, 12, "王小明"),
    ]
    lines, running = columns(680, 680)
    text = loaded([*title, *lines]).text.split("\n")
    assert text[:2] == ["在全市推进乡村振兴战略暨人居环境整治会议上的讲话", "王小明"]
    assert text[2:] == [running]


def test_columns_end_on_a_page_of_few_lines() -> None:
    lines, running = columns(780, 780)
    rest: list[Placed] = [(60, 780, 12, FILLER[3:20]), (60, 760, 12, "到位。")]
    assert loaded(lines, rest).text == f"{running}{FILLER[3:20]}到位。"


def test_a_title_wrapped_in_its_column() -> None:
    title: list[Placed] = [(66, 780, 22, "在全市政府全体会"), (100, 745, 22, "议上的讲话")]
    lines, running = columns(700, 780)
    text = loaded([*title, *lines]).text.split("\n")
    assert text == ["在全市政府全体会议上的讲话", running]


def test_a_hundred_thousand_pages_take_no_time() -> None:
    count = 100_000
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    kids = b"3 0 R " * count
    tree = b"2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj\n" % (kids, count)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    places = [len(head) - 43, len(head), len(head) + len(tree)]
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data = head + tree + page
    data += b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R>>\n" % table
    data += b"startxref\n%d\n%%%%EOF" % (len(head) + len(tree) + len(page))
    started = time.perf_counter()
    with pytest.raises(TooCostly):
        read(data, "pdf")
    assert time.perf_counter() - started < 2


@settings(deadline=None, max_examples=40)
@given(st.floats(0.02, 0.8), st.floats(0.01, 0.1))
def test_a_file_with_a_part_missing_is_damaged(start: float, share: float) -> None:
    data = pdf_of()
    first = int(start * len(data))
    for cut in (data[:first], data[:first] + data[first + int(share * len(data)) :]):
        with pytest.raises(DamagedFile):
            read(cut, "pdf")


def test_a_file_with_something_before_it_is_whole() -> None:
    data = pdf_of()
    assert read(b"\n\n" + data, "pdf").original == read(data, "pdf").original


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.floats(20, 560), st.floats(30, 800), st.floats(5, 30), st.sampled_from(
                ["1", "抓落实", "“两会”，", "2023年", "[2]", "一、要快", "AI 时代", "。", "—"])
        ),
        max_size=14,
    )
)  # fmt: skip
def test_letters_anywhere_are_read(lines: list[Placed]) -> None:
    data = pdf([lines, body(FILLER)])
    document = read(data, "pdf")
    assert sorted("".join(document.original.split())) == sorted(bare_text(data))
