"""Frames: what clauses in a row have in common, character by character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.measures.measure_rules import MEASURES
from analysis.speech import Span

_RULES = MEASURES["parallelism"]
_LONGEST: int = _RULES["longest"]
_OPENERS = frozenset(_RULES["openers"])
_HOLLOW = re.compile(_RULES["hollow"])


class Frame(NamedTuple):
    """What items share: so many characters at the head, at the foot, and the same places between.

    Attributes:
        head, foot: characters.
        places: places (from the head) of single shared characters; only of items equally long.
    """

    head: int
    foot: int
    places: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """Characters shared."""
        return self.head + self.foot + len(self.places)


def shared_frame(items: Sequence[str]) -> Frame:
    """The frame that all items share.

    Example:
        >>> shared_frame(["读原著", "学原文", "悟原理"])
        Frame(head=0, foot=0, places=(1,))
        >>> shared_frame(["法治思维", "市场思维", "大数据思维"])
        Frame(head=0, foot=2, places=())
    """
    shortest = min(map(len, items))
    head = _run([[item[at] for item in items] for at in range(shortest)])
    foot = _run([[item[-1 - at] for item in items] for at in range(shortest - head)])
    places: tuple[int, ...] = ()
    if len({len(item) for item in items}) == 1:
        middle = range(head, shortest - foot)
        places = tuple(at for at in middle if len({item[at] for item in items}) == 1)
    return Frame(head, foot, places)


def frame_of(text: str, spans: list[Span]) -> Frame | None:
    """The frame of items in a text, if it is one: None for what all clauses share by chance."""
    items = [text[start:end] for start, end in spans]
    lengths = [len(item) for item in items]
    if min(lengths) < 2 or max(lengths) > _LONGEST or max(lengths) > 3 * min(lengths) + 6:
        return None
    if len(set(items)) < len(items):  # 行动、行动、再行动 repeats, and has no frame
        return None
    frame = shared_frame(items)
    strong = frame.size >= _RULES["shared"] or frame.size >= _RULES["share"] * max(lengths)
    opened = frame.head >= 1 and items[0][0] in _OPENERS
    said = "".join(items[0][left:right] for left, right in shared_spans(0, lengths[0], frame))
    return frame if (strong or opened) and not _HOLLOW.fullmatch(said) else None


def shared_spans(start: int, end: int, frame: Frame) -> list[Span]:
    """Where the frame stands in an item."""
    spans = [(start, start + frame.head)] if frame.head else []
    spans += [(start + at, start + at + 1) for at in frame.places]
    return spans + ([(end - frame.foot, end)] if frame.foot else [])


def frame_name(text: str, items: list[Span], frame: Frame) -> str:
    """``要…工作``: the frame in writing."""
    start, end = items[0]
    name, at = "", start
    for left, right in shared_spans(start, end, frame):
        name += ("…" if left > at else "") + text[left:right]
        at = right
    return name + ("…" if at < end else "")


def _run(columns: list[list[str]]) -> int:
    return next((at for at, column in enumerate(columns) if len(set(column)) > 1), len(columns))
