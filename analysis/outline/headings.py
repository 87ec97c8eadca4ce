"""Where a heading ends: alone on its line, at its stop, or run into the paragraph."""

from __future__ import annotations

from analysis.outline.enumerators import Enumerator
from analysis.outline.rules import CLOSERS, OPENERS, PAUSES, RULES, STOPS
from analysis.speech import Span

_RULES = RULES["headings"]
_WINDOW = 120  # no heading is longer; keeps the work per heading constant
_BLANKS = " \t\u3000\u00a0"
_TRAILING = "。！!.．；;，,、：:…" + _BLANKS


def heading_span(text: str, item: Enumerator, end: int) -> Span:
    """The heading of the section that ``item`` opens and that ends at ``end``.

    Stop and blanks around it are left out; an empty span follows the enumerator where there is
    no heading.
    """
    start = _skip(text, item.end, _BLANKS, end)
    if start < end and text[start] == "\n":
        return _heading_on_next_line(text, item.end, start, end)
    window = text[start : min(end, start + _WINDOW)].split("\n", 1)[0]
    line_goes_on = start + len(window) < end and text[start + len(window)] != "\n"
    cut = _cut(window, item, whole_line=not line_goes_on, more_lines=start + len(window) < end)
    return start, start + len(window[:cut].rstrip(_TRAILING))


def first_of(window: str, marks: str, start: int = 0) -> int:
    """Place of the first of ``marks`` in ``window`` outside quotes and brackets, or -1."""
    depth = 0
    for place in range(start, len(window)):
        character = window[place]
        if character in OPENERS:
            depth += 1
        elif character in CLOSERS:
            depth = max(0, depth - 1)
        elif depth == 0 and character in marks:
            return place
    return -1


def _heading_on_next_line(text: str, empty: int, start: int, end: int) -> Span:
    begin = _skip(text, start, _BLANKS + "\n", end)
    line = text[begin : min(end, begin + _RULES["longest_line"] + 1)].split("\n", 1)[0]
    if 0 < len(line) <= _RULES["longest_line"] and line[-1] not in STOPS + PAUSES:
        return begin, begin + len(line.rstrip(_TRAILING))
    return empty, empty


def _cut(window: str, item: Enumerator, *, whole_line: bool, more_lines: bool) -> int:
    """How much of ``window``, the line from the enumerator on, is the heading."""
    stop = first_of(window, STOPS)
    sentence = window if stop < 0 else window[:stop]
    blank = next((p for p, c in enumerate(sentence) if c in "\u3000\t" and p >= 4), -1)
    if blank > 0:
        return blank
    if (
        stop < 0
        and whole_line
        and item.place == "line"
        and len(window) <= 2 * _RULES["longest_line"]
    ):
        return len(window)
    goes_on = more_lines or bool(window[stop + 1 :].strip(_BLANKS + CLOSERS))
    longest = _RULES["longest_sentence"] if stop >= 0 and goes_on else _RULES["longest_single"]
    if item.place == "pause":
        longest = 0
    if len(sentence) <= longest:
        inner = first_of(sentence, "：:；;", 2)
        return inner if inner > 0 else len(sentence)
    clause = first_of(sentence, PAUSES.replace("、", ""), 3)
    return clause if clause > 0 else len(sentence)


def _skip(text: str, place: int, characters: str, end: int) -> int:
    while place < end and text[place] in characters:
        place += 1
    return place
