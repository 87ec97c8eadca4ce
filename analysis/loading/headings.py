"""Where the lines that a document styles as headings stand in its clean text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set as AbstractSet

from analysis.loading.cleaning import cleaned
from analysis.loading.document import Document
from analysis.speech import LeftOut


def placed_headings(
    text: str, document: Document, *, skip: AbstractSet[str] = frozenset(), markdown: bool = False
) -> tuple[tuple[int, int, int], ...]:
    """Start, end and level of the headings of ``document`` in ``text``.

    Each is found again by its own words, cleaned as the text was: no offset could be kept over
    all the steps of cleaning. Of lines that are alike, as in a table of contents, it is the one
    that stands as many lines of its kind into the text as into the original.

    Args:
        text: the clean text.
        document: where it comes from.
        skip, markdown: as the text was cleaned.
    """
    if not document.headings:
        return ()
    original, steps = document.original, frozenset(skip)
    starts = [out.start for out in document.left_out]
    lines, original_lines = _starts_of_lines(text), _starts_of_lines(original)
    placed = []
    for start, end, level in document.headings:
        near = document.left_out[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]
        words = cleaned(
            original[start:end], _within(near, start, end), skip=steps, markdown=markdown
        )[0]
        heading = words.strip().split("\n")[0].rstrip()
        if heading and heading in lines:
            alike = original_lines[_line_at(original, start)]
            number = min(bisect_right(alike, start), len(lines[heading])) - 1
            place = text.index(heading, lines[heading][number])
            placed.append((place, place + len(heading), level))
    return tuple(placed)


def _within(left_out: list[LeftOut], start: int, end: int) -> list[LeftOut]:
    """The parts of ``left_out`` between ``start`` and ``end``, counted from ``start``."""
    return [
        LeftOut(max(out.start, start) - start, min(out.end, end) - start, out.kind)
        for out in left_out
        if out.end > start
    ]


def _starts_of_lines(text: str) -> dict[str, list[int]]:
    starts: dict[str, list[int]] = {}
    place = 0
    for line in text.split("\n"):
        starts.setdefault(line.strip(), []).append(place)
        place += len(line) + 1
    return starts


def _line_at(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)].strip()
