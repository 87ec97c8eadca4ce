"""Marked text: passages of a speech as HTML, with words marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

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
        if mark.start < last or mark.end > end:
            continue
        note = f' title="{escape(mark.note)}"' if mark.note else ""
        inner = escape(text[mark.start : mark.end])
        pieces.append(escape(text[last : mark.start]))
        pieces.append(f'<mark class="{mark.kind}"{note}>{inner}</mark>')
        last = mark.end
    pieces.append(escape(text[last:end]))
    return "".join(pieces)


def paragraphs(text: str, start: int, end: int, marks: list[Mark]) -> str:
    """``text[start:end]`` as one ``<p>`` a line, blank lines left out."""
    blocks: list[str] = []
    place = start
    for line in text[start:end].split("\n"):
        stop = place + len(line)
        if line.strip():
            inside = [mark for mark in marks if place <= mark.start and mark.end <= stop]
            blocks.append(f"<p>{marked(text, place, stop, inside)}</p>")
        place = stop + 1
    return "".join(blocks)
