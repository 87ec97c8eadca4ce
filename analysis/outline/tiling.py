"""Sections that tile the text, made of runs of headings or, without any, of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.outline.enumerators import Enumerator
from analysis.outline.headings import Style, heading_span, styles_of
from analysis.outline.lines import Line
from analysis.outline.rules import ADDRESS, RULES
from analysis.outline.runs import Run
from analysis.speech import Kind, Section, Span


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings that divide a text: outermost ones, and those under each of them."""

    text: str
    top: list[Enumerator]
    under: dict[Enumerator, list[Enumerator]]
    styles: dict[Enumerator, Style]

    def sections(self, end: int) -> list[Section]:
        """The parts with all below them, the last one up to ``end``."""
        return self._sections(self.top, end, level=1)

    def last_end(self) -> int:
        """Where the last heading of all ends."""
        item = self.top[-1]
        while item in self.under:
            item = self.under[item][-1]
        return heading_span(self.text, item, len(self.text), self.styles[item])[1]

    def _sections(self, items: list[Enumerator], end: int, level: int) -> list[Section]:
        ends = [item.start for item in items[1:]] + [end] * bool(items)
        return [self._section(item, stop, level) for item, stop in zip(items, ends, strict=True)]

    def _section(self, item: Enumerator, end: int, level: int) -> Section:
        below = self.under.get(item, [])
        first, last = heading_span(
            self.text, item, below[0].start if below else end, self.styles[item]
        )
        return Section(
            kind="part" if level == 1 else "point",
            level=level,
            number=self.text[item.start : item.end].strip(),
            heading=self.text[first:last],
            start=item.start,
            end=end,
            heading_start=first,
            heading_end=last,
            children=tuple(self._sections(below, end, level + 1)),
        )


def headings_of(text: str, runs: list[Run]) -> Headings:
    """The headings of ``runs``, in reading order, each list under the item it belongs to."""
    top: list[Enumerator] = []
    under: dict[Enumerator, list[Enumerator]] = {}
    for run in runs:
        (under.setdefault(run.under, []) if run.under else top).extend(run.items)
    for items in (top, *under.values()):
        items.sort(key=lambda item: item.start)
    styles: dict[Enumerator, Style] = {}
    for run in runs:
        styles.update(zip(run.items, styles_of(text, run), strict=True))
    return Headings(text, top, under, styles)


def plain(kind: Kind, start: int, end: int) -> Section:
    """A section without heading."""
    return Section(kind, 0, "", "", start, end, start, start)


def body_spans(lines: list[Line], begin: int, end: int) -> list[Span]:
    """Running paragraphs from ``begin`` to ``end``, merged into a few blocks of like length.

    A line that addresses the audience (各位代表！) opens a block.
    """
    inside = [line for line in lines if begin <= line.start < end]
    if not inside:
        return [(begin, end)] if begin < end else []
    least = (end - begin) / RULES["body"]["most_blocks"]
    starts = [begin]
    for line in inside[1:]:
        addressed = bool(ADDRESS.match(line.text[:80])) and line.start - starts[-1] >= least / 2
        room = len(starts) < RULES["body"]["most_blocks"]
        if (
            room
            and end - line.start >= least / 2
            and (addressed or line.start - starts[-1] >= least)
        ):
            starts.append(line.start)
    return list(zip(starts, [*starts[1:], end], strict=True))
