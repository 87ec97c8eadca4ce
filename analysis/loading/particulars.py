"""Title, date, speaker and occasion: where they stand in the text, else in the file."""

from __future__ import annotations

import re

from analysis.loading.document import Document
from analysis.loading.rules import RULES
from analysis.speech import Outline, Particulars, Span

_RULES = RULES["particulars"]
_OCCASION = re.compile(rf"在([^。，；：\n]{{2,60}}?)上?的(?:{_RULES['titles']})")
_NO_TITLE = re.compile(_RULES["no_titles"], re.IGNORECASE)
_NO_TITLE_PART = re.compile(_RULES["no_title_parts"], re.IGNORECASE)
_DATE = re.compile(
    r"(?P<y>\d{4}|[〇零○Ｏ一二三四五六七八九]{4})\s*[年./-]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})"
    r"(?:\s*[月./-]\s*(?P<d>\d{1,2}|[一二三四五六七八九十廿]{1,3}))?"
)
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
}
_TOP = 600


def particulars_of(text: str, outline: Outline, document: Document) -> Particulars:
    """What is known of the occasion of a speech; empty where nothing says it."""
    title = _at(text, outline.title) or _file_title(document.title)
    front = text[:_TOP] if outline.title or outline.salutation else text[:200]
    found = _OCCASION.search(title.replace(" ", "")) or _OCCASION.search(front.replace("\n", ""))
    return Particulars(
        title=title,
        date=plain_date(_at(text, outline.date) or document.date),
        speaker=_at(text, outline.speaker) or document.speaker,
        occasion=found[1].strip() if found else "",
    )


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
