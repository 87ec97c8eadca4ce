"""What stands before and around the speech: title, date, speaker, salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeGuard

from analysis.outline.enumerators import leading_enumerator
from analysis.outline.lines import Line
from analysis.outline.rules import (
    BLANKS,
    DATE,
    RULES,
    SALUTATION,
    SALUTATION_AFTER_TEXT,
    STOPS,
    any_of,
)
from analysis.speech import Span

_RULES = RULES["front"]
_TITLE = re.compile(any_of(_RULES["titles"]))
_POST = re.compile(any_of(_RULES["posts"]))
_JUNK = re.compile(any_of(_RULES["junk"]))
_SURNAME = rf"(?:{any_of(_RULES['long_surnames'])}|[{_RULES['surnames']}])"
_NAME = re.compile(
    rf"{_SURNAME}[ \u3000]*[\u3400-\u9fff][ \u3000]*[\u3400-\u9fff]?"
    r"|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+"
)
_SAYS = re.compile(rf"(?:{any_of(_RULES['says'])})[：:]\s*(?P<who>\S.{{1,20}})")
# 市委书记王小明在全市大会上的讲话
_SPEAKS = re.compile(
    rf"(?P<who>{_SURNAME}[\u3400-\u9fff]{{1,2}}?)(?:同志)?(?:书记|市长|县长|区长|省长)?在.{{2,50}}上的"
)
# …会议上的讲话县长王小明
_TITLE_AND_NAME = re.compile(
    rf"(?:{any_of(_RULES['titles'])})[ \u3000]*(?P<who>(?:[\u3400-\u9fff]{{0,20}}(?:{any_of(_RULES['posts'])}))?"
    rf"[ \u3000]*{_SURNAME}[ \u3000]*[\u3400-\u9fff][ \u3000]*[\u3400-\u9fff]?)[ \u3000]*$"
)
_BEHIND_TITLE = re.compile(rf"(?:{any_of(_RULES['titles'])})[ \u3000]+")
_BEGINS_A_TITLE = re.compile(r"在|关于|關於")
_ASIDES = ("—", "（", "(")
_WIRE = re.compile(r"新华社[^\s，。]{2,16}?[电電]")
_ANNOUNCES = re.compile("如下|以下|意见|意見|几点|幾點|下面|主要|报告|報告|[，。]")


@dataclass(frozen=True, slots=True)
class Front:
    """Where the speech begins, and what is known of it from the lines around."""

    end: int
    title: Span | None = None
    date: Span | None = None
    speaker: Span | None = None
    salutation: Span | None = None


def front_of(text: str, lines: list[Line]) -> Front:
    """The lines before the speech proper, and the salutation it opens with."""
    if not lines:
        return Front(0)
    first = _first_of_speech(text, lines)
    front = lines[:first] if first else _front_in_line(lines[0])
    end = lines[first].start if first else (front[-1].end if front else 0)
    title = _title_of(front)
    signed = [line for line in lines[-4:] if _is_date(line.text) or _NAME.fullmatch(line.text)]
    return Front(
        end=end,
        title=_without_blanks(text, title) if title else None,
        date=_date_of(front or signed),
        speaker=_speaker_of(front, title) if front else _signature(signed),
        salutation=_salutation(text, end or lines[0].start),
    )


def _without_blanks(text: str, span: Span) -> Span:
    """A span without the blanks at its end."""
    start, end = span
    return start, start + len(text[start:end].rstrip(BLANKS))


def _salutation(text: str, start: int) -> Span | None:
    found = SALUTATION.match(text[start : start + 200])
    if found:
        return start, start + found.end()
    line = text[start : start + 40].split("\n", 1)[0].rstrip()
    if 3 <= len(line) <= 30 and line[-1] in "：:" and not _ANNOUNCES.search(line):
        return start, start + len(line)
    return None


def _first_of_speech(text: str, lines: list[Line]) -> int:
    """Index of the first line of the speech; 0 where nothing stands before it."""
    before = lines[: _RULES["farthest"]]
    for number, line in enumerate(before):
        address = SALUTATION.match(text[line.start : line.start + 200])
        if address and not _TITLE.search(line.text[-3:]):
            return number
        if len(line.text) > _RULES["longest_line"] or _is_numbered(line.text):
            break
    return next((n for n, line in enumerate(before) if not _is_front_line(line)), 0)


def _is_front_line(line: Line) -> bool:
    text = line.text
    if len(text) > _RULES["longest_line"]:
        return False
    if text[-1] in STOPS + "；：，" and not _JUNK.search(text):
        return False
    return not _is_numbered(text)


def _is_numbered(text: str) -> bool:
    return leading_enumerator(text) is not None and not DATE.match(text)


def _front_in_line(line: Line) -> list[Line]:
    """Title, date and speaker where the salutation follows them on the same line."""
    head = line.text[:160]
    found = SALUTATION_AFTER_TEXT.search(head)
    if not found or found.start() < 6 or not _TITLE.search(head[: found.start()]):
        return []
    head = head[: found.start()]
    wire = _WIRE.match(head)
    cuts = [wire.end() if wire else 0]
    bracket = re.search(r"[（(][^）)]*[）)]", head)
    title_end = bracket.start() if bracket else len(head)
    if named := _TITLE_AND_NAME.search(head[:title_end]):
        cuts.append(named.start("who"))
    elif behind := _BEHIND_TITLE.search(head[:title_end]):
        cuts.append(behind.end())
    if bracket:
        cuts += [bracket.start(), bracket.end()]
    spans = [(a, b) for a, b in zip(cuts, [*cuts[1:], len(head)], strict=True) if head[a:b].strip()]
    return [Line(line.start + a, line.start + b, head[a:b]) for a, b in spans]


def _title_of(front: list[Line]) -> Span | None:
    plain = [line for line in front if not _JUNK.search(line.text) and not _is_date(line.text)]
    for before, line in zip([None, *plain], plain, strict=False):
        if _TITLE.search(line.text) and not line.text.startswith(_ASIDES):
            return (before if _goes_on(before, line) else line).start, line.end
    for number, line in enumerate(plain):
        if len(line.text) >= 4 and not line.text.startswith(_ASIDES):
            return line.start, _last_of_title(plain[number:]).end
    return None


def _last_of_title(lines: list[Line]) -> Line:
    """The second line of a title of two where a subtitle follows it, else the first."""
    two = len(lines) > 2 and lines[1].end + 1 >= lines[2].start and lines[2].text.startswith("—")
    if two and not _NAME.fullmatch(lines[1].text) and not lines[1].text.startswith(_ASIDES):
        return lines[1]
    return lines[0]


def _goes_on(before: Line | None, line: Line) -> TypeGuard[Line]:
    """Whether a title that is too long for a line began in the line before."""
    return (
        before is not None
        and before.end + 1 >= line.start
        and _BEGINS_A_TITLE.match(before.text) is not None
        and not _BEGINS_A_TITLE.match(line.text)
        and not _TITLE.search(before.text)
    )


def _is_date(text: str) -> bool:
    found = DATE.search(text)
    return found is not None and len(found[0]) >= len(text) - 6


def _date_of(lines: list[Line]) -> Span | None:
    for line in lines:
        found = DATE.search(line.text)
        if found:
            whole: str = found.group()
            inner = whole.strip("（(）) 　")
            start = line.start + found.start() + whole.index(inner)
            return start, start + len(inner)
    return None


def _speaker_of(front: list[Line], title: Span | None) -> Span | None:
    for line in front:
        text = line.text
        if said := _SAYS.match(text) or _SPEAKS.search(text):
            return line.start + said.start("who"), line.start + said.end("who")
        if dated := DATE.search(text):  # 市委书记 王小明（2026年1月8日）
            text = text[: dated.start()].rstrip()
        if (line.start, line.end) == title or not text or len(text) > 25:
            continue
        if _JUNK.search(text) or text[-1] in STOPS + "：:；，）)" or text.startswith(("—", "【")):
            continue
        if _NAME.fullmatch(text) or _POST.search(text):
            return line.start, line.start + len(text)
    return None


def _signature(signed: list[Line]) -> Span | None:
    names = [line for line in signed if not _is_date(line.text)]
    dated = len(names) < len(signed)
    return (names[0].start, names[0].end) if names and dated else None
