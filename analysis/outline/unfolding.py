"""Texts pasted as one line whose line ends became blanks: the line ends are put back."""

from __future__ import annotations

import re

from analysis.outline.rules import RULES, STOPS

_RULES = RULES["unfolding"]
_BLANK = re.compile(
    r"(?<=[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef”’…])[ \t\u3000]+(?=[\u4e00-\u9fff（(“《\d—●◆■])"
)
_STOPPED = STOPS + "：”）》"


def unfolded(text: str) -> str:
    """``text`` with line ends for the blanks that stand where they were; every offset is the same.

    Only in long lines with enough blanks behind stops, and mostly there. A blank elsewhere is a
    line end where what stands before it, from the last line end on, is as short as a heading.

    Example:
        >>> unfolded("短句。 仍是一行。")
        '短句。 仍是一行。'
    """
    return "\n".join(
        _unfolded(line) if len(line) >= _RULES["shortest"] else line for line in text.split("\n")
    )


def _unfolded(line: str) -> str:
    blanks = [match.span() for match in _BLANK.finditer(line)]
    stopped = sum(line[start - 1] in _STOPPED for start, _ in blanks)
    if stopped < _RULES["fewest"] or stopped < _RULES["share"] * len(blanks):
        return line
    characters, begin = list(line), 0
    for start, end in blanks:
        before = line[begin:start]
        short = 4 <= len(before) <= _RULES["longest"] and not any(s in before for s in STOPS)
        if short or before[-1] in _STOPPED:
            characters[end - 1] = "\n"
            begin = end
    return "".join(characters)
