"""Cleaning: from the original to the text that is analysed, every step counted and shown.

Nothing that a speaker said goes: the steps take out what paper, screens and programs put between
the words. Text that needs none of them comes out character for character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from analysis.loading.compatibility import COMPATIBILITY, real_character
from analysis.loading.markdown import without_markdown
from analysis.loading.navigation import without_navigation, without_page_numbers
from analysis.loading.report import Report
from analysis.loading.wraps import joined_lines
from analysis.speech import CleaningStep, LeftOut

# Every kind of step, in the order of doing: what readers mark, then what is found in any text.
LEFT_OUT_KINDS = (
    "page_frame", "running_lines", "page_numbers", "line_wraps", "footnotes", "deletions",
    "comments", "hidden",
)  # fmt: skip
TEXT_KINDS = (
    "invisible", "compatibility", "markdown", "chat", "navigation", "page_numbers", "line_wraps",
    "full_width", "footnote_marks", "paragraph_gaps", "spaces", "margins", "blank_lines",
)  # fmt: skip
KINDS = tuple(dict.fromkeys(LEFT_OUT_KINDS + TEXT_KINDS))

_DAY, _CLOCK = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?", r"\d{1,2}:\d{2}"
_CHAT = re.compile(
    rf"^(?:(?:[^：:，。\n]{{1,20}}[ \t])?[ \t]*(?:{_DAY}[ \t]+{_CLOCK}(?::\d{{2}})?|{_CLOCK}:\d{{2}})"
    r"|[\[【](?:图片|圖片|表情|动画表情|语音|視頻|视频|文件|链接|位置|红包)[\]】])[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(
    # a joiner holds an emoji of several people together
    r"\u200d(?![\u2600-\u27bf\U0001f300-\U0001faff])"
    r"|[\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"
)
_FULL_WIDTH = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_FOOTNOTE_MARK = re.compile(
    r"(?<=[\u3400-\u9fff”’》）。！？%％])(?:[\[［〔]\d{1,3}[\]］〕](?!\s*\d*[号號])|(?<![米里])[⁰¹²³⁴-⁹]+)"
)
_ENUMERATED = re.compile(r"(?:^|[：:])\s*[\[［〔]1[\]］〕]")  # [1]… [2]… of a list, not of notes
_BLANK = r" \u00a0\u2000-\u200a\u202f\u205f\u3000"
_PARAGRAPH_GAP = re.compile(r"(?<=[。！？：；”）…])(?:[\u2003\u3000]{2,}|[ \u00a0]{4,})(?=\S)")
# Where there are some of these, an indent opens a paragraph behind a heading, too.
_ANY_GAP = re.compile(rf"{_PARAGRAPH_GAP.pattern}|(?<=\S{{4}})[\u2003\u3000]{{2,}}(?=\S)")
_FEWEST_GAPS = 3
_SPACES = re.compile(rf"(?<=\S)[{_BLANK}]{{2,}}(?=\S)")
_MARGINS = re.compile(rf"^[\t{_BLANK}]+|(?<![\t{_BLANK}])[\t{_BLANK}]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")

Replacement = str | Callable[[re.Match[str]], str]
_PATTERNS: dict[str, tuple[re.Pattern[str], Replacement]] = {
    "invisible": (_INVISIBLE, ""),
    "compatibility": (COMPATIBILITY, lambda match: real_character(match[0])),
    "chat": (_CHAT, ""),
    "full_width": (_FULL_WIDTH, lambda match: "".join(chr(ord(c) - 0xFEE0) for c in match[0])),
    "footnote_marks": (_FOOTNOTE_MARK, ""),
    "paragraph_gaps": (_PARAGRAPH_GAP, "\n"),
    "spaces": (_SPACES, " "),
    "margins": (_MARGINS, ""),
    "blank_lines": (_BLANK_LINES, "\n\n"),
}


def cleaned(
    original: str,
    left_out: Iterable[LeftOut] = (),
    *,
    skip: frozenset[str] = frozenset(),
    markdown: bool = False,
) -> tuple[str, tuple[CleaningStep, ...]]:
    """The clean text and what was done to get it.

    Args:
        original: the text as it came.
        left_out: stretches of it that are not of the running text, in order.
        skip: kinds of ``KINDS`` that are not to be done.
        markdown: whether the text is Markdown, whose signs are then taken off.

    Returns:
        The text (lines end in ``\\n``; whatever no program can show is gone even with ``skip``),
        and one step a kind that found something.
    """
    report = Report()
    text = _running_text(original, left_out, skip, report)
    text = _UNREADABLE.sub("", _LINE_ENDS.sub("\n", text))
    for kind in TEXT_KINDS:
        if kind not in skip and (kind != "markdown" or markdown):
            text = _step(kind, text, report)
    return text.strip("\n"), report.steps(KINDS)


def _step(kind: str, text: str, report: Report) -> str:
    if kind == "navigation":
        return without_navigation(text, report)
    if kind == "page_numbers":
        return without_page_numbers(text, report)
    if kind == "line_wraps":
        return joined_lines(text, report)
    if kind == "markdown":
        return without_markdown(text, report)
    pattern, replacement = _PATTERNS[kind]
    if kind == "paragraph_gaps" and len(pattern.findall(text)) >= _FEWEST_GAPS:
        pattern = _ANY_GAP
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        if kind == "footnote_marks" and _ENUMERATED.search(_line_before(text, match.start())):
            return match[0]
        count += 1
        if count <= Report.EXAMPLES:
            report.example(kind, report.shown(text, *match.span()))
        return replacement if isinstance(replacement, str) else replacement(match)

    result = pattern.sub(replace, text)
    report.count(kind, count)
    return result


def _line_before(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place]


def _running_text(
    original: str, left_out: Iterable[LeftOut], skip: frozenset[str], report: Report
) -> str:
    kept, place = [], 0
    for out in left_out:
        if out.kind in skip or out.start < place:
            continue
        kept.append(original[place : out.start])
        place = out.end
        report.count(out.kind)
        report.example(
            out.kind,
            report.shown(original, out.start, out.end)
            if out.kind == "line_wraps"
            else original[out.start : out.end],
        )
    kept.append(original[place:])
    return "".join(kept)
