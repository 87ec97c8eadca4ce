"""Where a heading ends: alone on its line, at its stop, or run into the paragraph."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import Literal

from analysis.outline.enumerators import Enumerator
from analysis.outline.rules import BLANKS, CLOSERS, OPENERS, PAUSES, RULES, STOPS
from analysis.outline.run_in import run_in_ends
from analysis.outline.runs import Run
from analysis.speech import Span

# What a heading is: the first sentence of its item, the first clause, or so many characters that
# run into the text without any stop.
Style = Literal["sentence", "clause"] | int

_RULES = RULES["headings"]
_WINDOW = 120  # no heading is longer; keeps the work per heading constant
_TRAILING = "。！!.．；;，,、：:…" + BLANKS
_CLAUSE_ENDS = PAUSES.replace("、", "")
_MAY_RUN_IN = {"division", "chapter", "clause", "han", "han_in_brackets", "arabic"}


def styles_of(text: str, run: Run) -> list[Style]:
    """How the heading of each item of ``run`` ends, judged by all its items together."""
    if run.family in _MAY_RUN_IN and run.place != "line":
        windows = [text[item.end : item.end + _WINDOW].lstrip(BLANKS) for item in run.items]
        gaps = [_gap(window) for window in windows]
        ended = [gap > 0 or _is_short_sentence(w) for gap, w in zip(gaps, windows, strict=True)]
        enough = sum(ended) >= _RULES["share_of_gaps"] * len(gaps)
        if enough and sum(gap > 0 for gap in gaps) >= max(2, len(gaps) / 2):
            return [gap or "sentence" for gap in gaps]
        lengths = run_in_ends(windows)
        if lengths:
            return [length or "sentence" for length in lengths]
    alone = [length_of_lone_sentence(text, a.end, b.start) for a, b in pairwise(run.items)]
    lone = [length for length in alone if length]
    few_words = 2 * len(lone) <= len(alone) or median(lone) <= _RULES["longest_single"]
    style: Style = "sentence" if few_words and run.place != "pause" else "clause"
    return [style] * len(run.items)


def _gap(window: str) -> int:
    """Length of the heading that a blank parts from its text, where line ends became blanks."""
    stop = first_of(window[: 2 * _RULES["longest_line"]], STOPS + BLANKS, 2)
    return stop if stop > 0 and window[stop] in BLANKS and window[stop - 1] not in PAUSES else 0


def _is_short_sentence(window: str) -> bool:
    return first_of(window[: _RULES["longest_line"]], STOPS) > 0


def length_of_lone_sentence(text: str, start: int, end: int) -> int:
    """Length of the item at ``start`` if it is one sentence; 0 if it is more, or has no stop."""
    if end - start > 2 * _WINDOW:
        return 0
    item = text[start:end].strip(BLANKS + "\n")
    stop = first_of(item, STOPS + "；;")
    return stop if stop > 0 and not item[stop + 1 :].strip(CLOSERS) else 0


def heading_span(text: str, item: Enumerator, end: int, style: Style) -> Span:
    """The heading of the section that ``item`` opens and that ends at ``end``.

    Stop and blanks around it are left out; an empty span follows the enumerator where there is
    no heading.
    """
    start = _skip(text, item.end, BLANKS, end)
    if start < end and text[start] == "\n":
        return _heading_on_next_line(text, item.end, start, end)
    window = text[start : min(end, start + _WINDOW)].split("\n", 1)[0]
    line_ends = start + len(window) >= end or text[start + len(window)] == "\n"
    cut = _cut(window, style, alone=line_ends and item.place == "line")
    return start, start + len(window[:cut].rstrip(_TRAILING))


def first_of(window: str, marks: str, start: int = 0) -> int:
    """Place of the first of ``marks`` in ``window`` outside quotes and brackets, or -1."""
    depth = 0
    for place, character in enumerate(window):
        if character in OPENERS:
            depth += 1
        elif character in CLOSERS:
            depth = max(0, depth - 1)
        elif depth == 0 and place >= start and character in marks:
            return place
    return -1


def _heading_on_next_line(text: str, empty: int, start: int, end: int) -> Span:
    begin = _skip(text, start, BLANKS + "\n", end)
    line = text[begin : min(end, begin + _RULES["longest_line"] + 1)].split("\n", 1)[0]
    if 0 < len(line) <= _RULES["longest_line"] and line[-1] not in STOPS + PAUSES:
        return begin, begin + len(line.rstrip(_TRAILING))
    return empty, empty


def _cut(window: str, style: Style, *, alone: bool) -> int:
    """How much of ``window``, the line from the enumerator on, is the heading."""
    stop = first_of(window, STOPS)
    sentence = window if stop < 0 else window[:stop]
    if isinstance(style, int):
        return style
    gap = next((n for n, c in enumerate(sentence) if c in "\u3000\t" and n >= 4), 0)
    if gap:
        return gap
    if stop < 0 and alone and len(window) <= 2 * _RULES["longest_line"]:
        return len(window)
    if style == "sentence" and len(sentence) <= _RULES["longest_sentence"]:
        inner = first_of(sentence, "：:；;", 2)
        short = len(sentence) <= _RULES["longest_line"] and "，" not in sentence[inner:]
        if inner < 0 or (short and 0 < stop < len(window) - 1 and sentence[inner] in "：:"):
            return len(sentence)  # 从成效看：群众满意。
        return inner
    clause = first_of(sentence, _CLAUSE_ENDS, 3)
    return clause if clause > 0 else len(sentence)


def _skip(text: str, place: int, characters: str, end: int) -> int:
    while place < end and text[place] in characters:
        place += 1
    return place
