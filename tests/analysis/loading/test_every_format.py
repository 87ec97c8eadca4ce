"""One speech in every format: the same text, outline and particulars come out."""

from __future__ import annotations

import pytest
from made_documents import (
    EVERY_FORMAT,
    FOLDER,
    PARAGRAPHS,
    SPEECH,
    docx,
    docx_of,
    html_of,
    mhtml_of,
    odt_of,
    paragraph,
    pdf,
    pdf_of,
    rtf_of,
)

from analysis.loading import load_bytes, reload
from analysis.loading.cleaning import KINDS
from analysis.loading.worker import read
from analysis.speech import Speech


def kinds(speech: Speech) -> dict[str, int]:
    return {step.kind: step.count for step in speech.cleaned}


@pytest.mark.parametrize("ending", EVERY_FORMAT)
def test_the_same_speech_comes_out(ending: str) -> None:
    speech = load_bytes(EVERY_FORMAT[ending], name=f"讲话.{ending}")
    assert speech.text.split("\n") == PARAGRAPHS
    assert speech.format == ending and speech.name == "讲话"
    headings = [section.number for section in speech.outline.walk() if section.level]
    assert headings == ["一、", "（一）", "（二）", "二、", "三、"]
    particulars = speech.particulars
    assert particulars.title == "在全县水利工作会议上的讲话"
    assert particulars.date == ("2024-03-05")
    assert particulars.speaker == "王小明" and particulars.occasion == "全县水利工作会议"
    assert not speech.traditional and not speech.reported


@pytest.mark.parametrize("ending", EVERY_FORMAT)
def test_a_wrong_ending_does_not_matter(ending: str) -> None:
    if ending == "md":  # nothing but its name tells it from text
        return
    assert load_bytes(EVERY_FORMAT[ending], name="讲话.bin").text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("ending", EVERY_FORMAT)
def test_everything_left_out_can_be_had_back(ending: str) -> None:
    speech = load_bytes(EVERY_FORMAT[ending], name=f"讲话.{ending}")
    raw = reload(speech, skip=frozenset(KINDS))
    assert not raw.cleaned
    assert "".join(raw.text.split()) == "".join(speech.original.split())
    again = reload(raw)
    assert (again.text, again.cleaned, again.name) == (speech.text, speech.cleaned, speech.name)
    assert (again.encoding, again.particulars) == (speech.encoding, speech.particulars)


def test_word_headings_are_told_by_their_styles() -> None:
    speech = load_bytes(docx_of())
    found = [(speech.text[start:end], level) for start, end, level in speech.headings]
    assert found[:2] == [("一、摸清底数，把账算明白", 1), ("（一）逐河登记", 2)]


def test_word_lists_start_anew_and_go_on() -> None:
    items = [("甲", 0), ("子", 2), ("丑", 2), ("乙", 0), ("寅", 2)]
    body = "".join(paragraph(text, level=level) for text, level in items)
    body += paragraph("丙", level=0, number=2) + paragraph("没有编号", level=0, number=0)
    body += paragraph("", level=0) + paragraph("丁", level=0)
    lines = load_bytes(docx(body)).text.split("\n")
    assert lines == [
        "一、甲",
        "1. 子",
        "2. 丑",
        "二、乙",
        "1. 寅",
        "一、丙",
        "没有编号",
        "",
        "三、丁",
    ]


def test_word_leaves_out_what_nobody_said() -> None:
    body = (
        paragraph("<w:r><w:t>要狠抓</w:t></w:r><w:del><w:r><w:delText>严抓</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>落实</w:t></w:r></w:ins><w:r><w:footnoteReference/></w:r>")
        + paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的字</w:t></w:r>"
                    "<w:r><w:t>到位。</w:t></w:r>")
    )  # fmt: skip
    parts = {
        "word/footnotes.xml": "<w:footnotes W_NS><w:footnote w:type='separator'><w:p/></w:footnote>"
        "<w:footnote><w:p><w:r><w:t>注释一条</w:t></w:r></w:p></w:footnote></w:footnotes>",
        "word/header1.xml": "<w:hdr W_NS><w:p><w:r><w:t>内部材料</w:t></w:r></w:p></w:hdr>",
        "word/comments.xml": "<w:comments W_NS><w:comment><w:p><w:r><w:t>此处再核</w:t></w:r></w:p>"
        "</w:comment></w:comments>",
    }
    speech = load_bytes(docx(body, parts))
    assert speech.text == "要狠抓落实\n到位。"
    expected = {"running_lines": 1, "footnotes": 1, "deletions": 1, "comments": 1, "hidden": 1}
    assert kinds(speech) == expected
    assert "严抓" in reload(speech, skip={"deletions"}).text


def test_letters_too_small_to_be_read_are_left_out() -> None:
    small = "<w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>鹿甸猿噎</w:t></w:r>"
    speech = load_bytes(docx(paragraph(f"{small}<w:r><w:t>要抓好落实。</w:t></w:r>")))
    assert (speech.text, kinds(speech)) == ("要抓好落实。", {"hidden": 1})
    written = rtf_of(["要抓好落实。"]).replace(
        b"\\f0 \\pard", b"\\f0 \\pard{\\fs1 \\'b2\\'bb}\\fs24"
    )
    speech = load_bytes(written)
    assert (speech.text, kinds(speech)["hidden"]) == ("要抓好落实。", 1)


def test_word_tables_and_text_boxes_are_read_in_order() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    box = (
        '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>'
        f"{paragraph('框里的字')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph('框里的字')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    long = "这一格里的话很长，" * 8
    body = paragraph("前") + f"<w:tbl>{row('单位', '任务')}{row('水利局', long)}</w:tbl>"
    body += paragraph("<w:r><w:t>后</w:t></w:r>" + box) + "<w:sdt><w:sdtContent>"
    body += paragraph("控件里的字") + "</w:sdtContent></w:sdt>"
    lines = load_bytes(docx(body)).text.split("\n")
    assert lines == ["前", "单位\t任务", "水利局", long, "后", "框里的字", "控件里的字"]


def test_printed_pages_lose_their_frame_and_line_ends() -> None:
    speech = load_bytes(pdf_of())
    assert kinds(speech)["page_numbers"] == kinds(speech)["running_lines"] == 2
    assert kinds(speech)["line_wraps"] > 5
    assert "水利工作会议材料" in speech.original and "— 1 —" in speech.original
    wrapped = reload(speech, skip={"line_wraps"}).text
    assert max(map(len, wrapped.split("\n"))) <= 20


def test_two_columns_are_read_one_after_the_other() -> None:
    half = [line * 3 for line in ("左边的话不停", "接着还在左边", "左边快说完了")]
    left = [(60.0, 700.0 - 20 * n, 12.0, half[n % 3][:17]) for n in range(9)]
    right = [(310.0, 700.0 - 20 * n, 12.0, half[n % 3][:17].replace("左", "右")) for n in range(9)]
    text = load_bytes(pdf([[*left, *right]])).text
    assert text.index("右") > text.rindex("左") and "\n" not in text


def test_radicals_in_a_pdf_are_the_real_characters_again() -> None:
    speech = load_bytes(pdf([[(72, 700, 16, "⼀要⼯作到位，⻓期坚持")]]))
    assert speech.text == "一要工作到位，长期坚持" and kinds(speech) == {"compatibility": 3}


def test_rich_text_in_unicode_and_in_gbk() -> None:
    for data in (rtf_of(), rtf_of(code_page=False), rtf_of().replace(b"\\ansicpg936", b"")):
        speech = load_bytes(data)
        assert speech.text.split("\n") == PARAGRAPHS
        assert kinds(speech) == {"running_lines": 1}


def test_rich_text_tables_and_hidden_text() -> None:
    data = rb"{\rtf1\ansi A\cell B\cell\row C{\v hidden}\par}"
    speech = load_bytes(data)
    assert speech.text == "A\tB\nC" and kinds(speech) == {"hidden": 1}


def test_rich_text_leaves_out_what_is_not_text() -> None:
    data = (
        rb"{\rtf1\ansi{\*\generator x;}{\info{\title Old}}{\pict\bin4 }}}}}A{\b B}\tab C"
        rb"{\footnote note}{\deleted gone}\emdash {\*\unknown secret}{\field{\*\fldinst X}"
        rb"{\fldrslt shown}}\par \u26999?\'d5\par}"
    )
    assert load_bytes(data.replace(rb"\ansi", rb"\ansi\ansicpg936")).text.startswith(
        "AB\tC—shown\n"
    )


def test_rich_text_comments_are_shown_without_their_marks() -> None:
    speech = load_bytes(
        rb"{\rtf1\ansi \u25235?{\*\atnid AB}{\*\atnauthor Li}\chatn{\*\annotation {\*\atnref 1}"
        rb"\pard\plain {\chatn}\u22909?}\u33853?\par}"
    )
    assert speech.text == "抓落" and dict(kinds(speech)) == {"comments": 1}


def test_word_97_documents_keep_their_numbers_and_marks() -> None:
    speech = load_bytes(FOLDER.joinpath("marked_up.doc").read_bytes())
    lines = speech.text.split("\n")
    assert lines[:3] == ["要狠抓落实！", "到位𠮷。", "一、甲"]
    assert lines[3:9] == ["1. 子", "2. 丑", "二、乙", "一、丙", "（一）丁", "单位\t任务"]
    assert lines[9].startswith("水利局\t这一格") and lines[10:] == ["完"]
    assert kinds(speech) == {"footnotes": 1, "deletions": 1, "hidden": 1}


def test_open_document_tables_notes_and_deletions() -> None:
    extra = (
        "<table:table><table:table-row><table:table-cell><text:p>单位</text:p></table:table-cell>"
        "<table:table-cell><text:p>任务</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>末<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>注文</text:p></text:note-body></text:note>段<text:s text:c='1'/>完</text:p>"
    )
    speech = load_bytes(odt_of(extra=extra))
    assert speech.text.endswith("单位\t任务\n末段 完") and kinds(speech) == {"footnotes": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gb18030", "big5"])
def test_the_article_of_a_page(encoding: str) -> None:
    page = html_of(encoding=encoding)
    speech = load_bytes(page, name="page.htm")
    assert speech.text.split("\n") == PARAGRAPHS
    assert kinds(speech)["page_frame"] >= 12
    for frame in ("脚本", "打印", "栏目", "版权", "上一篇"):
        assert frame not in speech.text
    assert "版权所有" in reload(speech, skip={"page_frame"}).text


def test_a_page_that_lies_about_its_encoding() -> None:
    page = html_of().replace(b'charset="utf-8"', b'charset="gb2312"')
    speech = load_bytes(page)
    assert speech.text.split("\n") == PARAGRAPHS and speech.encoding == "utf-8"


def test_the_date_of_a_page_is_taken_where_the_speech_has_none() -> None:
    without = [line for line in PARAGRAPHS if not line.startswith("（2024")]
    assert load_bytes(html_of(without)).particulars.date == "2024-03-06"


def test_a_page_of_line_breaks_and_numbered_lists() -> None:
    page = (
        b"<html><meta charset=utf-8><body>"
        + "同志们：<br>今天开会，讲两点。<ol><li>要快。</li><li>要好。</li></ol>".encode()
        + b"</body></html>"
    )
    assert load_bytes(page).text == "同志们：\n今天开会，讲两点。\n1. 要快。\n2. 要好。"


def _page(body: str) -> bytes:
    return f"<html><head><meta charset=utf-8><title>{PARAGRAPHS[0]}-某县政府网</title></head>{body}".encode()


_SIDE = "".join(
    f"<li><a>关于开展第{n}次检查的通知，请认真落实</a> 03-0{n}</li>" for n in range(1, 9)
)
_LINES = [f"<p>{line}</p>" for line in PARAGRAPHS[1:]]


@pytest.mark.parametrize(
    "body",
    [
        # An old site of nested tables, the text in one cell with line breaks.
        (
            f"<table><tr><td><a>首页</a>|<a>新闻</a><tr><td><ul>{_SIDE}</ul><td><table><tr><td><b>"
            f"{PARAGRAPHS[0]}</b><tr><td>2024年3月6日 来源：本站 【字体：大 中 小】<tr><td>"
            f"{'<br>&nbsp;&nbsp;&nbsp;&nbsp;'.join(PARAGRAPHS[1:])}</table><tr><td>Copyright 某县"
        ),
        # A new one.
        (
            f"<header><nav><a>首页</a></nav></header><main><article><h1>{PARAGRAPHS[0]}</h1>"
            f"<time>2024-03-06</time>{''.join(_LINES)}<p>【责任编辑：李四】</p></article><aside>"
            f"<h3>相关阅读</h3>{_SIDE}</aside></main><footer>版权所有</footer>"
        ),
        # The text in two halves around an advertisement.
        (
            f"<div><h2>{PARAGRAPHS[0]}</h2><div>{''.join(_LINES[:8])}</div><div><a>广告</a></div>"
            f"<div>{''.join(_LINES[8:])}</div><div>分享到：<a>微信</a></div></div><div>{_SIDE}</div>"
        ),
        # Nothing but paragraphs.
        f"<p>{PARAGRAPHS[0]}{''.join(_LINES)}",
    ],
)
def test_pages_of_all_kinds(body: str) -> None:
    assert load_bytes(_page(body)).text.split("\n") == PARAGRAPHS


def test_line_ends_in_the_source_of_a_page_are_no_blanks() -> None:
    page = "<html><meta charset=utf-8><p>要抓好\n  落实，<b>坚持\n</b>\n到底，read\nthis</p></html>"
    assert load_bytes(page.encode()).text == "要抓好落实，坚持到底，read this"


def test_reading_in_this_process_gives_the_same() -> None:
    for ending in ("docx", "pdf", "odt", "rtf", "html"):
        apart = load_bytes(EVERY_FORMAT[ending], name=f"x.{ending}")
        assert read(EVERY_FORMAT[ending], ending).original == apart.original


def test_saved_as_one_file() -> None:
    assert load_bytes(mhtml_of(html_of()), name="讲话.mht").text == SPEECH.strip()
