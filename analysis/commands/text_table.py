"""Tables for a terminal, where a Chinese character is as wide as two Latin ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

GAP = "  "


def text_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Lines of aligned columns: header, rule, one line a row; numbers to the right.

    Example:
        >>> print(text_table(["word", "own"], [("抓落实", 9), ("GDP", 12)]))
        word    own
        ------  ---
        抓落实    9
        GDP      12
    """
    lines = [[_written(value) for value in row] for row in rows]
    right = [
        bool(rows) and all(isinstance(row[column], int | float) for row in rows)
        for column in range(len(header))
    ]
    widths = [
        max(display_width(line[column]) for line in (list(header), *lines))
        for column in range(len(header))
    ]
    ruled = [list(header), ["-" * width for width in widths], *lines]
    return "\n".join(GAP.join(map(_padded, line, widths, right)).rstrip() for line in ruled)


def display_width(text: str) -> int:
    """Columns that ``text`` takes in a terminal (Unicode Standard Annex 11; ambiguous ones narrow).

    Example:
        >>> display_width("两会 2")
        6
    """
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - display_width(text))
    return space + text if right else text + space


def _written(value: object) -> str:
    """A cell in one line: control characters would break the table or steer the terminal."""
    text = "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character
        for character in text
    )
