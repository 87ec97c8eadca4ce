"""The closing: what follows the last heading's text and no longer belongs to it."""

from __future__ import annotations

import re

from analysis.outline.rules import ADDRESS, BLANKS, CLOSERS, RULES, STOPS, any_of

_RULES = RULES["closing"]
_BEGINS = re.compile(any_of(_RULES["begins"]))
_SAYS = re.compile(any_of(_RULES["says"]))
_PASSAGE = re.compile(rf"(?:^|\n|[{STOPS}][{CLOSERS}]*)[ \t\u3000]*(?=[^\s])")


def closing_start(text: str, begin: int, end: int) -> int:
    """Where the closing of a speech begins between ``begin`` and ``end``; ``end`` if it has none.

    ``begin`` is the end of the last heading. The last address (同志们，各位代表！) opens the
    closing; without one, a last paragraph that only rounds the speech off.
    """
    reach = max(begin, end - int(_RULES["longest"]), end - int(len(text) * _RULES["longest_share"]))
    addressed = [
        match.end()
        for match in _PASSAGE.finditer(text, reach, end)
        if ADDRESS.match(text, match.end(), min(end, match.end() + 80))
        and text[match.end()] != "我"
    ]
    addressed = [place for place in addressed if place > begin + 1]
    if addressed:
        return addressed[-1]
    return _rounding_off(text, reach, end)


def _rounding_off(text: str, begin: int, end: int) -> int:
    """Start of the last paragraph, or of the one before thanks and signature, if it rounds off."""
    found = place = end
    for _ in range(_RULES["last_lines"]):
        line_end = begin + len(text[begin:place].rstrip())
        start = text.rfind("\n", begin, line_end) + 1
        if start <= begin:
            break
        while text[start] in BLANKS:
            start += 1
        if _BEGINS.match(text, start, line_end) or _SAYS.search(text, start, line_end):
            found = start
        if line_end - start > _RULES["short_line"]:
            break
        place = start
    return found
