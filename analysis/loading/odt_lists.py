"""How OpenDocument numbers lists and headings."""

from __future__ import annotations

from typing import Any

from analysis.loading.archive import attribute, local
from analysis.loading.numbering import Counter, Level

# OpenDocument names a format by its first number; programs write whole beginnings (一, 二, 三, ...).
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "①": "decimalEnclosedCircle", "㊀": "ideographEnclosedCircle",
    "０": "decimal", "１": "decimal",
}  # fmt: skip


class OdtLists:
    """The list styles of a document and the running numbers of its lists."""

    def __init__(self, roots: list[Any]) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._outline: dict[int, Level] = {}
        self._of_style: dict[str, str] = {}
        self._counters: dict[str, Counter] = {}
        self._running: dict[str, Counter] = {}
        self._current = Counter({})
        for root in roots:
            for element in root.iter() if root is not None else ():
                name = local(element)
                if name == "list-style":
                    self._styles[attribute(element, "name")] = _levels_of(element)
                elif name == "outline-style":
                    self._outline = _levels_of(element)
        self._headings = Counter(self._outline)

    def begin(self, element: Any, style: str) -> None:
        """A list begins: it goes on where another one stopped, or starts anew."""
        levels = self._styles.get(style, {})
        continued = self._counters.get(attribute(element, "continue-list"))
        if continued is None and attribute(element, "continue-numbering") == "true":
            continued = self._running.get(style)
        self._current = continued or Counter(levels)
        self._running[style] = self._current
        self._counters[attribute(element, "id")] = self._current

    def next(self, style: str, depth: int, item: Any) -> str:
        """The label of an item at a depth, counted."""
        start = attribute(item, "start-value")
        self._current.levels = self._styles.get(style, self._current.levels)
        if start.isdigit() and len(start) < 6:
            self._current.values[depth] = int(start) - 1
        return self._current.next(depth)

    def of_heading(self, element: Any) -> str:
        """The label of a heading that is numbered by its level in the outline."""
        level = attribute(element, "outline-level")
        depth = int(level) - 1 if level.isdigit() else 0
        if attribute(element, "is-list-header") == "true" or not self._outline.get(depth):
            return ""
        return self._headings.next(depth) if self._outline[depth].form != "none" else ""


def _levels_of(style: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        number = attribute(element, "level")
        if not number.isdigit():
            continue
        depth = int(number) - 1
        levels[depth] = _level_of(element, depth)
    return levels


def _level_of(element: Any, depth: int) -> Level:
    if local(element) == "list-level-style-bullet":
        return Level(form="bullet")
    sign = attribute(element, "num-format")[:1]
    form = _FORMS.get(sign, "decimal") if sign else "none"
    shown = attribute(element, "display-levels")
    first = depth - (int(shown) - 1 if shown.isdigit() and len(shown) < 3 else 0)
    numbers = ".".join(f"%{n + 1}" for n in range(max(0, first), depth + 1)) if sign else ""
    pattern = attribute(element, "num-prefix") + numbers + attribute(element, "num-suffix")
    start = attribute(element, "start-value")
    return Level(int(start) if start.isdigit() and len(start) < 6 else 1, form, pattern)
