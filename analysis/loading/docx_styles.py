"""Word's styles and lists: which paragraphs are headings, and which number stands before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from analysis.loading.archive import Archive, attribute, child, local
from analysis.loading.numbering import Counter, Level

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 20  # styles based on one another; a loop ends there
_NO_NUMBER = ("", 0)


@dataclass(slots=True)
class Style:
    """What a paragraph style says about lists and headings."""

    based_on: str = ""
    number_id: str = ""
    depth: int | None = None
    heading: int = 0
    hidden: bool = False


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Styles:
    """The styles of ``word/styles.xml``."""

    def __init__(self, archive: Archive) -> None:
        root = archive.tree("word/styles.xml")
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if local(element) == "style":
                identifier = attribute(element, "styleId")
                self._styles[identifier] = _style_of(element)
                if (
                    attribute(element, "default") == "1"
                    and attribute(element, "type") == "paragraph"
                ):
                    self.default = identifier

    def heading(self, identifier: str) -> int:
        """Level of the heading that a style makes, 0 for running text."""
        return next((style.heading for style in self._chain(identifier) if style.heading), 0)

    def numbering(self, identifier: str) -> tuple[str, int | None]:
        """List and depth that a style puts its paragraphs in; no list: ``""``."""
        number_id, depth = "", None
        for style in self._chain(identifier):
            number_id = number_id or style.number_id
            depth = style.depth if depth is None else depth
        return number_id, depth

    def _chain(self, identifier: str) -> list[Style]:
        chain: list[Style] = []
        while identifier in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[identifier])
            identifier = chain[-1].based_on
        return chain


def _style_of(element: Any) -> Style:
    style = Style()
    name, based_on = child(element, "name"), child(element, "basedOn")
    found = _HEADING.fullmatch(attribute(name, "val").strip()) if name is not None else None
    style.heading = int(found[1]) if found else 0
    style.based_on = attribute(based_on, "val") if based_on is not None else ""
    properties = child(element, "pPr")
    if properties is not None:
        style.number_id, style.depth = numbering_of(properties)
        style.heading = style.heading or outline_level(properties)
    return style


def numbering_of(properties: Any) -> tuple[str, int | None]:
    """List and depth that paragraph properties give; ``""`` and None where they say nothing."""
    element = child(properties, "numPr")
    if element is None:
        return "", None
    number, depth = child(element, "numId"), child(element, "ilvl")
    return (
        attribute(number, "val") if number is not None else "",
        _integer(depth, 0) if depth is not None else None,
    )


def outline_level(properties: Any) -> int:
    """Level that paragraph properties give in the outline, 0 for running text."""
    element = child(properties, "outlineLvl")
    level = _integer(element, 9) if element is not None else 9
    return level + 1 if 0 <= level < 9 else 0


class Lists:
    """The lists of ``word/numbering.xml`` and their running numbers."""

    def __init__(self, archive: Archive) -> None:
        root = archive.tree("word/numbering.xml")
        abstract: dict[str, dict[int, Level]] = {}
        linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, Counter] = {}
        for element in root if root is not None else ():
            identifier = attribute(element, "abstractNumId")
            if local(element) == "abstractNum":
                abstract[identifier] = _levels_of(element)
                for item in element:
                    if local(item) in ("styleLink", "numStyleLink"):
                        linked[f"{local(item)} {attribute(item, 'val')}"] = identifier
        for name, identifier in linked.items():  # a list that takes its levels from a list style
            kind, _, style = name.partition(" ")
            if kind == "numStyleLink" and not abstract[identifier]:
                abstract[identifier] = abstract.get(linked.get(f"styleLink {style}", ""), {})
        for element in root if root is not None else ():
            if local(element) == "num":
                self._lists[attribute(element, "numId")] = _list_of(element, abstract)

    def next(self, number_id: str, depth: int) -> str:
        """The label of the next paragraph of a list at a depth, counted; ``""`` without list."""
        item = self._lists.get(number_id)
        if item is None:
            return ""
        counter = self._counters.setdefault(item.abstract, Counter(item.levels))
        counter.levels = item.levels
        if not item.used:
            item.used = True
            for level in item.starts:
                counter.values.pop(level, None)
        return counter.next(depth)


def _list_of(element: Any, abstract: dict[str, dict[int, Level]]) -> _List:
    link = child(element, "abstractNumId")
    identifier = attribute(link, "val") if link is not None else ""
    levels = dict(abstract.get(identifier, {}))
    starts: dict[int, int] = {}
    for override in element:
        if local(override) != "lvlOverride":
            continue
        depth = int(attribute(override, "ilvl") or 0)
        own, start = child(override, "lvl"), child(override, "startOverride")
        if own is not None:
            levels[depth] = _level_of(own)
        if start is not None:
            old = levels.get(depth, Level())
            starts[depth] = _integer(start, 1)
            levels[depth] = Level(
                starts[depth], old.form, old.pattern, old.plain_digits, old.restart
            )
    return _List(identifier, levels, starts)


def _levels_of(element: Any) -> dict[int, Level]:
    return {
        int(attribute(item, "ilvl") or 0): _level_of(item)
        for item in element
        if local(item) == "lvl"
    }


def _level_of(element: Any) -> Level:
    form, pattern = child(element, "numFmt"), child(element, "lvlText")
    start, restart = child(element, "start"), child(element, "lvlRestart")
    if form is None:  # Word wraps formats that it added later in an alternative
        form = child(element, "AlternateContent", "Fallback", "numFmt")
    return Level(
        start=_integer(start, 1) if start is not None else 1,
        form=attribute(form, "val") if form is not None else "decimal",
        pattern=attribute(pattern, "val") if pattern is not None else "",
        plain_digits=child(element, "isLgl") is not None,
        restart=_integer(restart, 0) if restart is not None else None,
    )


def _integer(element: Any, default: int) -> int:
    value = attribute(element, "val")
    return int(value) if value.lstrip("-").isdigit() else default
