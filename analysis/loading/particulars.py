"""Title, date, speaker and occasion: where they stand in the text, else in the file."""

from __future__ import annotations

import re

from analysis.loading.document import Document
from analysis.loading.rules import RULES
from analysis.speech import Outline, Particulars, Span

_RULES = RULES["particulars"]
_WHERE = r"(?P<where>(?:[^。，；：《》\n]|《[^《》\n]{1,40}》){2,60}?)"
# 在全市会议上的讲话; the title of another speech may stand after the first 在.
_OCCASION = re.compile(rf"在(?!《[在关])(?:了)?{_WHERE}》?上?的(?:{_RULES['titles']})")
_NO_TITLE = re.compile(_RULES["no_titles"], re.IGNORECASE)
_NO_TITLE_PART = re.compile(_RULES["no_title_parts"], re.IGNORECASE)
_DATE = re.compile(
    r"(?P<y>\d{4}|[〇零○Ｏ一二三四五六七八九]{4})\s*[年./-]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})"
    r"(?:\s*[月./-]\s*(?P<d>\d{1,2}|[一二三四五六七八九十廿]{1,3}))?"
)
_DAY = r"(?:\d{4}|[〇零○Ｏ一二三四五六七八九]{4})\s?[年./-]\s?[\d一二三四五六七八九十]{1,3}\s?[月./-]\s?[\d一二三四五六七八九十廿]{1,3}\s?日?"
_ALONE = re.compile(rf"[（(]?\s*{_DAY}\s*(?:星期.|[上下]午)?\s*[）)]?")
# A line under the title: ——2023年1月10日在全市会议上
_SUBTITLE = re.compile(
    rf"[（(]?\s*[—－–-]*\s*(?P<day>{_DAY})?\s*在{_WHERE}上(?:的(?:{_RULES['titles']}))?\s*[）)]?"
)
_SIGNED = re.compile(
    rf"(?:[\u3400-\u9fff·\s]{{2,24}}\s)?[（(]?\s*{_DAY}[）)]?|{_DAY}\s[\u3400-\u9fff·\s]{{2,24}}"
)
_PUBLISHED = re.compile(rf"(?:{_RULES['published']})\s*[：:]\s*(?P<day>{_DAY})")
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
}
_TOP = 600
_LAST_LINES = 4
_HEAD = 3000


def particulars_of(text: str, outline: Outline, document: Document) -> Particulars:
    """What is known of the occasion of a speech; empty where nothing says it."""
    title = _at(text, outline.title) or _file_title(document.title)
    front = _front(text, outline)
    return Particulars(
        title=title,
        date=plain_date(_date(text, front, outline) or document.date or _published(document)),
        speaker=_at(text, outline.speaker) or document.speaker,
        occasion=_occasion(title, front),
    )


def _front(text: str, outline: Outline) -> list[str]:
    """The lines before the speech proper; short ones at the top where nothing tells its begin."""
    first = outline.sections[0] if outline.sections else None
    known = first is not None and first.kind == "front"
    end = min(first.end, _TOP) if first and known else _TOP
    lines = [line.strip() for line in text[:end].split("\n") if line.strip()]
    return (
        lines if known else [line for line in lines if len(line) <= 60 and line[-1] not in "。！；"]
    )


def _date(text: str, front: list[str], outline: Outline) -> str:
    """The day of the speech as its text says it: under the title, else at the end."""
    alone = [line for line in front if _ALONE.fullmatch(line)]
    subtitles = (_SUBTITLE.fullmatch(line) for line in front)
    said = [found["day"] for found in subtitles if found and found["day"]]
    spelled = [line for line in alone if "年" in line]
    if days := spelled + said + alone:
        return days[0]
    if outline.date:
        return _at(text, outline.date)
    last = [line.strip() for line in text[-_TOP:].split("\n") if line.strip()][-_LAST_LINES:]
    return next((line for line in reversed(last) if _SIGNED.fullmatch(line)), "")


def _published(document: Document) -> str:
    found = _PUBLISHED.search(document.original[:_HEAD])
    return found["day"] if found else ""


def _occasion(title: str, front: list[str]) -> str:
    """Where the speech was made: as its title, a subtitle or the lines before it say."""
    found = _OCCASION.search(title.replace(" ", ""))
    subtitles = (_SUBTITLE.fullmatch(line) for line in front)
    found = found or next((match for match in subtitles if match), None)
    found = found or _OCCASION.search("".join(front))
    return found["where"].strip() if found else ""


def plain_date(text: str) -> str:
    """A date as ``YYYY-MM-DD`` or ``YYYY-MM``; as it stands, if it is no date.

    Example:
        >>> plain_date("二〇二三年二月十一日"), plain_date("2023年2月"), plain_date("初春")
        ('2023-02-11', '2023-02', '初春')
    """
    found = _DATE.search(text)
    if not found:
        return text.strip()
    year = "".join(_DIGITS.get(c, c) for c in found["y"])
    month, day = _number(found["m"]), _number(found["d"] or "")
    if not 1 <= month <= 12 or day > 31:
        return text.strip()
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _number(text: str) -> int:
    if text.isdigit() or not text:
        return int(text or 0)
    tens, ten, units = text.replace("廿", "二十").rpartition("十")
    value = int("".join(_DIGITS[c] for c in units) or 0)
    return value + 10 * (int(_DIGITS[tens]) if tens else 1) if ten else value


def _at(text: str, span: Span | None) -> str:
    return one_line(text[slice(*span)]) if span else ""


def one_line(text: str) -> str:
    """Text without line breaks; a title is broken where the paper is too narrow for it."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return "".join(lines)


def _file_title(title: str) -> str:
    title = _NO_TITLE_PART.sub("", _NO_TITLE_PART.sub("", " ".join(title.split()))).strip()
    return "" if _NO_TITLE.match(title) or not re.search(r"[\u3400-\u9fff]", title) else title
