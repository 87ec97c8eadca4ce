"""A page as a list of blocks: what stands on lines of its own, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed",
    "select", "option", "textarea", "button", "input", "head", "title", "audio", "video", "rt", "rp",
}  # fmt: skip
_FRAME = {"nav", "footer", "aside", "form"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", "img", "del",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
# A line end in the source: nothing between two Chinese characters, else a blank.
_LINE_END = "\x01"
_BETWEEN_HAN = re.compile(r"(?<=[\u2e80-\u9fff\uf900-\uffef])\x01+(?=[\u2e80-\u9fff\uf900-\uffef])")


@dataclass(slots=True)
class Block:
    """A line of a page.

    Attributes:
        text: what it says, blanks as the browser shows them.
        linked: how many characters of it are links.
        path: the numbers of the elements around it, from the outermost to the last that is no part
            of a line such as ``<b>`` (its place in the tree).
        heading: level of a heading (h1–h6), 0 for other lines.
        frame: whether it stands in a navigation bar, footer or form.
    """

    text: str
    linked: int
    path: tuple[int, ...]
    heading: int = 0
    frame: bool = False


class _Walker:
    """Collects blocks without recursion: pages may be nested as deeply as they like."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._linked = 0
        self._links = 0
        self._preformatted = 0
        self._headings: list[int] = []
        self._frames = 0
        self.label = ""  # number of a list item whose text has not begun
        self._path: list[int] = []
        self._depths = [0]  # for every element around, how deep the last one is that makes a block

    def say(self, text: str | None) -> None:
        if text:
            if self.label and text.strip():
                self._text.append(self.label)
                self.label = ""
            self._text.append(text if self._preformatted else _SPACE.sub(_blank, text))
            self._linked += len(text.strip()) if self._links else 0

    def end_block(self) -> None:
        if not self._text:
            return
        whole = _BETWEEN_HAN.sub("", "".join(self._text)).replace(_LINE_END, " ")
        for line in whole.split("\n") if self._preformatted or "\n" in whole else [whole]:
            clean = re.sub(r"  +", " ", line).strip(" ") if not self._preformatted else line
            if clean.strip():
                heading = self._headings[-1] if self._headings else 0
                linked = min(self._linked, len(clean))
                place = tuple(self._path[: self._depths[-1]])
                self.blocks.append(Block(clean, linked, place, heading, self._frames > 0))
        self._text, self._linked = [], 0

    def enter(self, name: str, number: int) -> None:
        if name == "a":
            self._links += 1
        if name not in _INLINE:
            self.end_block()
        self._preformatted += name == "pre"
        self._frames += name in _FRAME
        if re.fullmatch(r"h[1-6]", name):
            self._headings.append(int(name[1]))
        self._path.append(number)
        self._depths.append(self._depths[-1] if name in _INLINE else len(self._path))

    def leave(self, name: str) -> None:
        if name == "a":
            self._links -= 1
        if name not in _INLINE:
            self.end_block()
        self._preformatted -= name == "pre"
        self._frames -= name in _FRAME
        if re.fullmatch(r"h[1-6]", name):
            self._headings.pop()
        self._path.pop()
        self._depths.pop()


def blocks_of(root: Any) -> list[Block]:
    """The blocks of a page below ``root``, scripts and what is not shown left out."""
    walker = _Walker()
    stack: list[tuple[Any, str, int]] = [(root, "enter", 0)]
    while stack:
        element, event, number = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "leave":
            walker.leave(name)
            walker.say(element.tail)
            continue
        if not name or name in _SKIPPED or _is_hidden(element):
            walker.say(element.tail)
            continue
        if name == "br":
            walker.end_block()
            walker.say(element.tail)
            continue
        walker.enter(name, number)
        walker.label = _label(element, name) or walker.label
        walker.say(element.text)
        stack.append((element, "leave", number))
        children = list(element)
        stack += [(children[n], "enter", n) for n in range(len(children) - 1, -1, -1)]
    walker.end_block()
    return walker.blocks


def _blank(match: re.Match[str]) -> str:
    return _LINE_END if "\n" in match[0] else " "


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _label(element: Any, name: str) -> str:
    """The number that a browser draws before an item of a numbered list."""
    parent = element.getparent()
    if name != "li" or parent is None or parent.tag != "ol":
        return ""
    from analysis.loading.numbering import spelled

    style = f"{parent.get('style') or ''} {parent.get('type') or ''}"
    start = parent.get("start") or "1"
    first = int(start) if start.isdigit() and len(start) < 6 else 1
    place = first + sum(1 for other in element.itersiblings("li", preceding=True))
    if re.search(r"cjk-(?:ideographic|decimal)|(?:simp|trad)-chinese", style):
        return spelled(place, "chineseCounting") + "、"
    return "" if "none" in style else f"{place}. "
