"""What a speech is: one clean text, and the sections that tile it.

Every span in this package is a pair of character offsets ``[start, end)`` into ``Speech.text``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["front", "opening", "part", "point", "body", "closing"]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a speech.

    Attributes:
        kind: ``front`` (title, date, speaker lines), ``opening``, ``part`` (level 1 heading),
            ``point`` (level 2 and deeper), ``body`` (running text of a speech without headings)
            or ``closing``.
        level: depth of the heading, 1 for a part, 2 and more for a point; 0 where there is none.
        number: the enumerator as it stands in the text (``一、``, ``（二）``, ``既要``), or ``""``.
        heading: the heading without enumerator and final stop, or ``""``.
        start, end: the whole section, its heading and its children included.
        heading_start, heading_end: the heading in the text (equal where there is none).
        children: sections one level down; they follow one another without gap up to ``end``.
    """

    kind: Kind
    level: int
    number: str
    heading: str
    start: int
    end: int
    heading_start: int
    heading_end: int
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """How a speech is built. Top-level ``sections`` tile the text: no gap, no overlap.

    Attributes:
        title, date, speaker, salutation: where they stand in the text, or None.
        sections: top-level sections in reading order.
    """

    sections: tuple[Section, ...]
    title: Span | None = None
    date: Span | None = None
    speaker: Span | None = None
    salutation: Span | None = None

    def walk(self) -> Iterator[Section]:
        """All sections at every level, in reading order."""
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Speech:
    """A loaded speech.

    Attributes:
        name: what to call it (a file's name without its ending, or its title).
        text: the clean text that every offset points into.
        outline: its structure.
    """

    name: str
    text: str
    outline: Outline
