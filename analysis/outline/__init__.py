"""Outline: how a speech is built, read from how it numbers, heads and addresses.

Enumerators are found wherever they may stand, then kept where they count on in a run that is
long enough to divide the text; runs nest by family and place. Everything is linear in the text.
"""

from __future__ import annotations

from collections.abc import Collection

from analysis.outline.closing import closing_start
from analysis.outline.division import divisions, main_division, ranks_of_unnumbered
from analysis.outline.enumerators import find_enumerators
from analysis.outline.front import front_of
from analysis.outline.lines import (
    Line,
    Styled,
    contents_of,
    leading_sentences,
    lines_of,
    styled_headings,
    unnumbered_headings,
)
from analysis.outline.runs import link
from analysis.outline.tiling import Headings, body_spans, headings_of, plain
from analysis.outline.unfolding import unfolded
from analysis.speech import Outline, Section

__all__ = ["outline_of"]


def outline_of(text: str, styled: Collection[Styled] = ()) -> Outline:
    """The outline of a speech.

    Args:
        text: clean text, lines ending in ``\\n``; may be empty or a single line of any length.
        styled: start, end and level of lines that the file itself styles as headings; where they
            have no numbers they head the text instead of lines that only look like headings.

    Returns:
        Title, date, speaker and salutation where they are found, and sections that tile ``text``
        (none for an empty text). Parts have level 1, whatever numbers them; points inside them
        2 and more. A text without headings comes as one or some ``body`` sections.

    Example:
        >>> outline = outline_of("同志们：\\n一、抓学习。要常学。\\n二、抓落实。要真干。")
        >>> [(s.number, s.heading) for s in outline.sections if s.level == 1]
        [('一、', '抓学习'), ('二、', '抓落实')]
    """
    text = unfolded(text)
    lines = lines_of(text)
    contents = contents_of(lines)
    front = front_of(text, [line for line in lines if not contents[0] <= line.start < contents[1]])
    begin = max(front.end, contents[1])
    headings = _find_headings(text, lines, begin, styled)
    return Outline(
        sections=tuple(_tile(text, lines, begin, headings)),
        title=front.title,
        date=front.date,
        speaker=front.speaker,
        salutation=front.salutation,
    )


def _tile(text: str, lines: list[Line], front: int, headings: Headings) -> list[Section]:
    """The sections of ``text``, whose front matter ends at ``front``."""
    end = len(text)
    first = headings.top[0].start if headings.top else end
    sections = [plain("front", 0, front)] if front else []
    if headings.top:
        if front < first:
            sections.append(plain("opening", front, first))
        closing = closing_start(text, headings.last_end(), end)
        sections += headings.sections(closing)
    else:
        closing = closing_start(text, front + 1, end) if len(lines) > 3 else end
        sections += [plain("body", *span) for span in body_spans(lines, front, closing)]
    if closing < end:
        sections.append(plain("closing", closing, end))
    return sections


def _find_headings(
    text: str, lines: list[Line], begin: int, styled: Collection[Styled]
) -> Headings:
    """The headings from ``begin`` on: numbered first, then the unnumbered ones among them."""
    found = find_enumerators(text, [line.start for line in lines])
    numbered = divisions(text, link(item for item in found if item.start >= begin))
    unnumbered = styled_headings(lines, begin, styled) or unnumbered_headings(lines, begin)
    items = [item for run in numbered for item in run.items]
    items += [item for level in unnumbered for item in level]
    items += leading_sentences(lines, begin, {item.start for item in items})
    items.sort(key=lambda item: item.start)
    runs = divisions(text, link(items, ranks_of_unnumbered(numbered, unnumbered)))
    return headings_of(text, main_division(text, runs))
