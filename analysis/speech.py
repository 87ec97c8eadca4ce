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
class CleaningStep:
    """One kind of thing that was taken out of a text or made regular.

    Attributes:
        kind: a name of ``analysis.loading.KINDS``, such as ``page_numbers``.
        count: how many times.
        examples: the first few, as they stood in the original.
    """

    kind: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch ``[start, end)`` of the original that is no part of the running text.

    Readers of documents mark these (a running header, a deleted sentence, a page's menu);
    ``kind`` is that of the cleaning step that takes them out.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who spoke what, when and where: as found in the text, else in the file; ``""`` unknown.

    ``date`` is ``YYYY-MM-DD`` (or ``YYYY-MM``) where it can be told, else as it stands.
    """

    title: str = ""
    date: str = ""
    speaker: str = ""
    occasion: str = ""

    def or_else(self, other: Particulars) -> Particulars:
        """These, with what is unknown taken from others."""
        return Particulars(
            title=self.title or other.title,
            date=self.date or other.date,
            speaker=self.speaker or other.speaker,
            occasion=self.occasion or other.occasion,
        )


@dataclass(frozen=True, slots=True)
class Speech:
    """A loaded speech.

    Attributes:
        name: what to call it (a file's name without its ending, or its title).
        text: the clean text that every offset points into.
        outline: its structure.
        format: ``txt``, ``md``, ``docx``, ``pdf``, ``html``, ``rtf``, ``odt`` …; ``paste`` for
            text that came without a file.
        encoding: of a text file or page, such as ``gb18030``; ``""`` where there is none to tell.
        encoding_sure: whether the bytes leave no doubt about it (or a person chose it).
        cleaned: what was done to the original, a step a kind, in the order of doing.
        original: the text before cleaning.
        left_out: what a reader marked in ``original`` as not of the running text.
        particulars: title, date, speaker and occasion.
        styled: ``(start, end, level)`` in ``original`` of what the document styles as headings.
        headings: the same in ``text``, where they are lines of their own.
        traditional: whether it is written in Traditional characters.
        reported: whether it is a news report about a speech, in the third person.
    """

    name: str
    text: str
    outline: Outline
    format: str = "paste"
    encoding: str = ""
    encoding_sure: bool = True
    cleaned: tuple[CleaningStep, ...] = ()
    original: str = ""
    left_out: tuple[LeftOut, ...] = ()
    particulars: Particulars = Particulars()
    styled: tuple[tuple[int, int, int], ...] = ()
    headings: tuple[tuple[int, int, int], ...] = ()
    traditional: bool = False
    reported: bool = False

    @property
    def reading(self) -> str:
        """The text as dictionaries and cue lists know it: in Simplified characters, as long."""
        if not self.traditional:
            return self.text
        from analysis.loading.traditional import simplified  # late: few texts need OpenCC

        return simplified(self.text)
