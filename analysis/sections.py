"""Sections as a table: the outline flattened, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.speech import Outline, Section

SECTIONS = (
    "section",
    "parent",
    "part",
    "level",
    "kind",
    "number",
    "heading",
    "start",
    "end",
    "heading_start",
    "heading_end",
)
_TEXT = ("kind", "number", "heading")
NO_PARENT = -1


def sections_table(outline: Outline) -> pd.DataFrame:
    """One row per section of ``outline``, each before its children.

    Returns:
        Columns ``section`` (the row's number, from 0), ``parent`` (the section it stands in, -1
        at the top), ``part`` (the top-level section it stands in, itself at the top), ``level``
        (0 without heading), ``kind``, ``number`` and ``heading`` (text), ``start``, ``end``,
        ``heading_start`` and ``heading_end`` (character offsets). All but the three of text are
        ``int64``.

    Example:
        >>> from analysis.outline import outline_of
        >>> sections_table(outline_of("一、抓学习。要常学。\\n二、抓落实。要真干。"))["heading"].tolist()
        ['抓学习', '抓落实']
    """
    rows = list(_rows(outline))
    columns = zip(*rows, strict=True) if rows else [()] * len(SECTIONS)
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype=object if name in _TEXT else "int64")
            for name, column in zip(SECTIONS, columns, strict=True)
        }
    )


def _rows(outline: Outline) -> Iterator[tuple[int | str, ...]]:
    pending = [(section, NO_PARENT, NO_PARENT) for section in reversed(outline.sections)]
    number = 0
    while pending:
        section, parent, part = pending.pop()
        part = number if part == NO_PARENT else part
        yield _row(section, number, parent, part)
        pending.extend((child, number, part) for child in reversed(section.children))
        number += 1


def _row(section: Section, number: int, parent: int, part: int) -> tuple[int | str, ...]:
    return (
        number,
        parent,
        part,
        section.level,
        section.kind,
        section.number,
        section.heading,
        section.start,
        section.end,
        section.heading_start,
        section.heading_end,
    )
