"""Marked text: passages of a speech as HTML, with words marked in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from analysis.speech import Span
from pages.parts.clickable import escape


class Mark(NamedTuple):
    """A span to mark: ``kind`` is its CSS class, ``note`` what hovering says."""

    start: int
    end: int
    kind: str
    note: str = ""


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """``text[start:end]`` as HTML. Marks are sorted; of two that overlap the first is drawn."""
    pieces: list[str] = []
    last = start
    for mark in marks:
        if mark.start < last or mark.end > end or mark.start == mark.end:
            continue
        note = f' title="{escape(mark.note)}"' if mark.note else ""
        inner = escape(text[mark.start : mark.end])
        pieces.append(escape(text[last : mark.start]))
        pieces.append(f'<mark class="{mark.kind}"{note}>{inner}</mark>')
        last = mark.end
    pieces.append(escape(text[last:end]))
    return "".join(pieces)


def paragraphs(text: str, span: Span, marks: list[Mark], headings: list[Span]) -> str:
    """``text`` between the ends of ``span`` as one ``<p>`` a line, blank lines left out.

    Args:
        text: the text of the speech.
        span: what to show of it.
        marks: sorted marks.
        headings: sorted spans to set in bold; marks inside them stay.
    """
    blocks: list[str] = []
    place = span[0]
    for line in text[slice(*span)].split("\n"):
        stop = place + len(line)
        if line.strip():
            blocks.append(f"<p>{_line(text, (place, stop), marks, headings)}</p>")
        place = stop + 1
    return "".join(blocks)


def _line(text: str, span: Span, marks: list[Mark], headings: list[Span]) -> str:
    pieces: list[str] = []
    last, end = span
    for left, right in headings:
        if last <= left and right <= end:
            pieces.append(marked(text, last, left, _within(marks, last, left)))
            bold = marked(text, left, right, _within(marks, left, right))
            pieces.append(f"<strong>{bold}</strong>")
            last = right
    pieces.append(marked(text, last, end, _within(marks, last, end)))
    return "".join(pieces)


def _within(marks: list[Mark], start: int, end: int) -> list[Mark]:
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    last = bisect_left(marks, end, key=lambda mark: mark.start)
    return marks[first:last]
