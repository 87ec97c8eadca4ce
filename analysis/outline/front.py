"""What stands before and around the speech: title, date, speaker, salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.outline.enumerators import find_enumerators
from analysis.outline.lines import Line
from analysis.outline.rules import DATE, RULES, SALUTATION, STOPS, any_of
from analysis.speech import Span

_RULES = RULES["front"]
_TITLE = re.compile(any_of(_RULES["titles"]))
_POST = re.compile(any_of(_RULES["posts"]))
_JUNK = re.compile(any_of(_RULES["junk"]))
_NAME = re.compile(r"[\u3400-\u9fff]{1,2}[ \u3000]*[\u3400-\u9fff]{1,2}|[\u3400-\u9fff·]{2,12}")
_GLUED_SALUTATION = re.compile(r"(?:同志们|同志們|各位代表|各位委员|各位委員)[：:]")


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
    first = _first_of_speech(lines)
    front = lines[:first]
    end = lines[first].start if first < len(lines) else 0
    if not front and lines:
        end = _glued_title_end(lines[0])
    salutation = SALUTATION.match(text[end : end + 200])
    title = _title_of(front) or (
        (lines[0].start, end) if not front and lines and end > lines[0].start else None
    )
    ends = front if front else lines[-4:]
    return Front(
        end=end if front or title else 0,
        title=title,
        date=_date_of(ends if front else [line for line in ends if _is_date(line.text)]),
        speaker=_speaker_of(ends, title, in_front=bool(front)),
        salutation=(end, end + salutation.end()) if salutation else None,
    )


def _first_of_speech(lines: list[Line]) -> int:
    """Index of the first line of the speech; 0 where nothing stands before it."""
    for number, line in enumerate(lines[: _RULES["farthest"]]):
        if SALUTATION.match(line.text[:200]) and not _TITLE.search(line.text[-3:]):
            return number
    for number, line in enumerate(lines[: _RULES["farthest"]]):
        if not _is_front_line(line):
            return number
    return 0


def _is_front_line(line: Line) -> bool:
    text = line.text
    if len(text) > _RULES["longest_line"]:
        return False
    if text[-1] in STOPS + "；：，" and not _JUNK.search(text):
        return False
    numbered = find_enumerators(text[:12], [0])
    return not (numbered and numbered[0].start == 0 and not text.startswith(("（一九", "（二〇")))


def _glued_title_end(line: Line) -> int:
    """End of a title that the salutation follows on the same line; the line's start if none."""
    found = _GLUED_SALUTATION.search(line.text[:120])
    if found and found.start() >= 6 and _TITLE.search(line.text[: found.start()]):
        return line.start + found.start()
    return line.start


def _title_of(front: list[Line]) -> Span | None:
    plain = [line for line in front if not _JUNK.search(line.text) and not _is_date(line.text)]
    for line in plain:
        if _TITLE.search(line.text) and not line.text.startswith(("—", "（", "(")):
            return line.start, line.end
    for line in plain:
        if len(line.text) >= 4 and not line.text.startswith(("—", "（", "(")):
            return line.start, line.end
    return None


def _is_date(text: str) -> bool:
    found = DATE.search(text)
    return bool(found) and len(found[0]) >= len(text) - 6


def _date_of(lines: list[Line]) -> Span | None:
    for line in lines:
        found = DATE.search(line.text)
        if found:
            inner = found[0].strip("（(）) 　")
            start = line.start + found.start() + found[0].index(inner)
            return start, start + len(inner)
    return None


def _speaker_of(lines: list[Line], title: Span | None, *, in_front: bool) -> Span | None:
    for line in lines:
        text = line.text
        if (line.start, line.end) == title or len(text) > 25 or DATE.search(text):
            continue
        if _JUNK.search(text) or text[-1] in STOPS + "：:；，）)" or text.startswith(("—", "【")):
            continue
        if _NAME.fullmatch(text) or (in_front and _POST.search(text)):
            return line.start, line.end
    return None
