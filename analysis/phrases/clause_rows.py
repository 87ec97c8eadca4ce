"""Rows of clauses: which neighbours share a frame, and where a row begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.phrases.clause_frames import Frame, frame_of
from analysis.speech import Span


def rows_of(text: str, block: list[Span], fewest: int) -> Iterator[tuple[list[Span], Frame]]:
    """The longest rows of a block, from left to right.

    The first and the last item run on into the sentence (重点要在|善学、善思、善作、善成|上下功夫):
    they may be cut to the length of their neighbours, if more of a frame comes out.
    """
    first = 0
    while first + fewest <= len(block):
        items, frame = _better(text, block[first : first + fewest])
        if frame is None:
            first += 1
            continue
        last = first + fewest
        while last < len(block):
            wider = frame_of(text, [*items, block[last]])
            cut = _cut_last([*items, block[last]])
            cut_frame = frame_of(text, cut)
            if cut_frame and cut_frame.size > (wider.size if wider else 0):
                items, frame, last = cut, cut_frame, last + 1
                break  # a cut item is the last
            if wider is None:
                break
            items, frame, last = [*items, block[last]], wider, last + 1
        yield items, frame
        first = last


def evened(text: str, items: list[Span], frame: Frame) -> tuple[list[Span], Frame]:
    """A list whose inner items are equally long, with its outer ones cut to that length."""
    for cut in (_cut_first, _cut_last):
        even = cut(items)
        if len({end - start for start, end in items[1:-1]}) == 1:
            evened = frame_of(text, even)
            if evened and evened.size >= frame.size:
                items, frame = even, evened
    return items, frame


def _better(text: str, items: list[Span]) -> tuple[list[Span], Frame | None]:
    """The items, whole or cut at either end, with the greatest frame; whole if it is no less."""
    versions = (items, _cut_first(items), _cut_last(items), _cut_last(_cut_first(items)))
    frames = [(version, frame_of(text, version)) for version in versions]
    return max(frames, key=lambda found: found[1].size if found[1] else 0)


def _cut_first(items: list[Span]) -> list[Span]:
    (start, end), (left, right) = items[:2]
    return [(max(start, end - (right - left)), end), *items[1:]]


def _cut_last(items: list[Span]) -> list[Span]:
    (left, right), (start, end) = items[-2:]
    cut = start + right - left
    if end - cut <= 1:  # 管好身边|人: one character is no rest of a sentence
        return items
    return [*items[:-1], (start, cut)]
