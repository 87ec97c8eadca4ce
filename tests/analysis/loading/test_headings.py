"""Lines that a file styles as headings: found in the clean text, and what they make of it."""

from __future__ import annotations

import pytest
from made_documents import docx, paragraph

from analysis.loading import load_bytes
from analysis.loading.cleaning import KINDS
from analysis.speech import Speech

TITLE = "在全镇茶园管护工作会议上的讲话"
LINES = [
    ("同志们，今天把大家请来，是要把茶园管护这件事说透。", 0),
    ("认清家底", 1),
    ("去年全镇补种了新苗，老园也都修过一遍。", 0),
    ("看清老园", 2),
    ("老园三成缺株，土也板结了。", 0),
    ("看清新园", 2),
    ("新园怕旱，水还没有引上去。", 0),
    ("抓紧补课", 1),
    ("补苗、松土、引水，三件事都要在清明前做完，各村要把任务分到每一户。", 0),
    ("算好细账", 1),
    ("每亩多收一成，全镇就多出一所学校的钱。", 0),
]
EXPECTED = [(1, "认清家底"), (2, "看清老园"), (2, "看清新园"), (1, "抓紧补课"), (1, "算好细账")]


def word(text: str, level: int) -> str:
    """A paragraph in one of Word's heading styles, without Word's numbers."""
    return paragraph(text, style=str(level) if level else "", level=0, number=0)


def body_of(lines: list[tuple[str, int]]) -> str:
    return paragraph(TITLE) + "".join(word(text, level) for text, level in lines)


def rtf(lines: list[tuple[str, int]]) -> bytes:
    """As Word and LibreOffice write it: the level stands in each paragraph."""
    body = ""
    for text, level in [(TITLE, 0), *lines]:
        letters = "".join(f"\\u{ord(c) - 0x10000 * (ord(c) > 0x7FFF)}?" for c in text)
        outline = f"\\outlinelevel{level - 1}" if level else ""
        body += f"\\pard\\plain {outline}\\fs24 {letters}\\par\n"
    sheet = "{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}"
    return f"{{\\rtf1\\ansi\\ansicpg936{sheet}{body}}}".encode("ascii")


def outline(speech: Speech) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in speech.outline.walk() if section.level]


def marked(speech: Speech) -> list[str]:
    return [speech.text[start:end] for start, end, _ in speech.headings]


@pytest.mark.parametrize("form", ["docx", "rtf", "html", "md"])
def test_two_levels_of_headings_without_numbers(form: str) -> None:
    tags = {0: "p", 1: "h2", 2: "h3"}
    page = "".join(f"<{tags[level]}>{text}</{tags[level]}>" for text, level in LINES)
    data = {
        "docx": docx(body_of(LINES)),
        "rtf": rtf(LINES),
        "html": f"<meta charset='utf-8'><h1>{TITLE}</h1><article>{page}</article>".encode(),
        "md": "\n\n".join([TITLE] + [f"{'#' * n} {t}" if n else t for t, n in LINES]).encode(),
    }[form]
    assert outline(load_bytes(data, name=f"茶园.{form}")) == EXPECTED


def test_without_its_styles_the_text_alone_says_less() -> None:
    text = "\n".join([TITLE, *(text for text, _ in LINES)])
    assert outline(load_bytes(text.encode())) != EXPECTED


@pytest.mark.parametrize("skip", [frozenset(), frozenset(KINDS), *({kind} for kind in KINDS)])
def test_headings_are_found_however_the_text_is_cleaned(skip: frozenset[str]) -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    heading = f"<w:r><w:t>  抓紧\u200b補課［1］２０</w:t></w:r>{deleted}"
    filler = "".join(paragraph(f"　　第{n}\u200b行　 有空格。") for n in range(3))
    body = paragraph(TITLE) + filler + word(heading, 1) + filler + word("算好细账 ", 2)
    speech = load_bytes(docx(body), skip=skip)
    first, second = marked(speech)
    assert "抓紧" in first and "補課" in first and second.strip() == "算好细账"
    assert ("旧" in first) == ("deletions" in skip)
    lines = [line.strip() for line in speech.text.split("\n")]
    assert first in lines and second in lines


def test_of_lines_that_are_alike_the_styled_one_is_the_heading() -> None:
    heads = [text for text, level in LINES if level]
    speech = load_bytes(docx(body_of([(text, 0) for text in heads] + LINES)))
    assert marked(speech) == heads
    assert [start for start, _, _ in speech.headings] == [
        speech.text.rindex(f"\n{head}\n") + 1 for head in heads
    ]


def test_a_style_that_every_paragraph_has_changes_nothing() -> None:
    styled = load_bytes(docx(body_of([(text, 1) for text, _ in LINES])))
    plain = load_bytes(docx(body_of([(text, 0) for text, _ in LINES])))
    assert styled.headings and styled.outline == plain.outline


def test_a_styled_title_and_styled_sentences_change_nothing() -> None:
    lines = [(text, 1 if text.endswith("。") and len(text) < 16 else 0) for text, _ in LINES]
    plain = load_bytes(docx(body_of([(text, 0) for text, _ in LINES])))
    titled = word(TITLE, 1) + "".join(word(text, level) for text, level in lines)
    assert load_bytes(docx(titled)).outline == plain.outline


def test_styled_headings_stand_inside_numbered_parts() -> None:
    lines = [(f"一、{LINES[1][0]}", 1), *LINES[2:7], (f"二、{LINES[7][0]}", 1), LINES[8]]
    assert outline(load_bytes(docx(body_of(lines)))) == EXPECTED[:4]
