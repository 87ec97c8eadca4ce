"""Which blocks of a page are its article."""

from __future__ import annotations

import re
from collections import defaultdict

from analysis.loading.html_blocks import Block
from analysis.loading.navigation import is_navigation
from analysis.loading.rules import RULES

_RULES = RULES["html"]
_STOPS = re.compile(r"[。！？；：，、,;!?]")
_INFO = re.compile(_RULES["info"])
_SPACE = re.compile(r"\s+")


def article_of(blocks: list[Block], title: str) -> tuple[set[int], str]:
    """The numbers of the blocks that make the article, and its title as it stands on the page.

    The article is the smallest part of the page's tree that holds most of the running text:
    from the root, the way goes down as long as one branch holds nearly all of it. Its title is
    the heading before or in it, or the line that the window's title begins with.
    """
    weights = [_weight(block) for block in blocks]
    place = _heaviest(blocks, weights)
    inside = {
        number for number, block in enumerate(blocks)
        if block.path[: len(place)] == place and not _is_frame(block)
    }  # fmt: skip
    if not inside:
        inside = set(range(len(blocks)))
    number = _title(blocks, inside, title)
    if number is None:
        return inside, ""
    inside -= {n for n in range(number, number + 6) if n in inside and _is_info(blocks[n])}
    return inside | {number}, _SPACE.sub(" ", blocks[number].text).strip()


def _weight(block: Block) -> int:
    """Characters of running text: those of sentences that are not links."""
    plain = len(block.text) - block.linked
    if block.frame or block.linked > _RULES["most_linked"] * len(block.text):
        return 0
    return plain if _STOPS.search(block.text) else plain // 4


def _heaviest(blocks: list[Block], weights: list[int]) -> tuple[int, ...]:
    place: tuple[int, ...] = ()
    here = list(range(len(blocks)))
    while True:
        depth = len(place)
        branches: dict[int, list[int]] = defaultdict(list)
        for number in here:
            if len(blocks[number].path) > depth:
                branches[blocks[number].path[depth]].append(number)
        total = sum(weights[number] for number in here)
        if not branches or not total:
            return place
        branch = max(branches, key=lambda b: sum(weights[n] for n in branches[b]))
        if sum(weights[n] for n in branches[branch]) < _RULES["least_share"] * total:
            return place
        if len(branches[branch]) == 1 and depth and len(here) > 1:
            return place  # a single long paragraph is no article of its own
        place, here = (*place, branch), branches[branch]


def _is_frame(block: Block) -> bool:
    text = block.text.strip()
    if block.frame and not _STOPS.search(text):
        return True
    linked = block.linked >= _RULES["most_linked"] * len(text)
    return is_navigation(text) or (linked and not _STOPS.search(text))


def _is_info(block: Block) -> bool:
    text = block.text.strip()
    return len(text) < 100 and bool(_INFO.fullmatch(text))


def _title(blocks: list[Block], inside: set[int], title: str) -> int | None:
    """The block that is the title: one that says what the page is called, else a heading."""
    first = min(inside)
    wanted = _SPACE.sub("", title)
    near = range(first - 1, max(-1, first - int(_RULES["title_within"])), -1)
    candidates: list[int] = [*sorted(inside)[:4], *near]
    for number in candidates:
        text = _SPACE.sub("", blocks[number].text)
        if len(text) >= 6 and wanted and (text == wanted or wanted.startswith(text)):
            return number
    for number in candidates:
        if blocks[number].heading in (1, 2) and not _is_frame(blocks[number]):
            return number
    return None
