"""Which blocks of a page are its article."""

from __future__ import annotations

import re
from collections import defaultdict

from analysis.loading.html_blocks import Block
from analysis.loading.html_frames import (
    boxes_of_others,
    is_column,
    is_frame,
    is_info,
    links_in_text,
    looks_published,
    names_speaker,
    weight_of,
)
from analysis.loading.rules import RULES

_RULES = RULES["html"]
_SPACE = re.compile(r"\s+")
_SAID = re.compile(r"[。！？；]|\d年\d|[〇零]..?年")  # a sentence or a day
_SUBTITLE = re.compile(_RULES["subtitle"])


def article_of(blocks: list[Block], title: str) -> tuple[set[int], str]:
    """The numbers of the blocks that make the article, and its title as it stands on the page.

    The article is the smallest part of the page's tree that holds most of the running text:
    from the root, the way goes down as long as one branch holds nearly all of it, and up again as
    long as nothing of the site stands around it. Its title is the heading before or in it, or the
    line that the window's title begins with.
    """
    weights = [weight_of(block) for block in blocks]
    others = boxes_of_others(blocks, weights)
    weights = [0 if n in others else weight for n, weight in enumerate(weights)]
    whole = _widened(blocks, _heaviest(blocks, weights), others)
    among = range(whole.start, whole.stop)
    inside = {n for n in among if n not in others and not is_frame(blocks[n])}
    inside |= links_in_text(blocks, inside, among) - others
    if not inside:
        inside = set(range(len(blocks)))
    number = _title(blocks, inside, title)
    if number is None:
        return inside, ""
    inside -= {n for n in range(number, number + 6) if n in inside and is_info(blocks[n])}
    lines = _lines_of_title(blocks, number)
    inside |= _below_title(blocks, lines.stop - 1, min(inside, default=number))
    name = _SPACE.sub(" ", "".join(blocks[n].text for n in lines)).strip()
    return (inside.difference(lines) if is_column(name) else inside.union(lines)), name


def _lines_of_title(blocks: list[Block], number: int) -> range:
    """All lines of a title that is broken into some, alone in its element."""
    first, end = number, number + 1
    while first and _goes_on(blocks[first - 1], blocks[number]):
        first -= 1
    while end < len(blocks) and _goes_on(blocks[end], blocks[number]):
        end += 1
    short = sum(len(blocks[n].text) for n in range(first, end)) <= _RULES["longest_title"]
    return range(first, end) if short and end - first <= 3 else range(number, number + 1)


def _goes_on(block: Block, title: Block) -> bool:
    if block.path != title.path or names_speaker(block) or _SUBTITLE.match(block.text.strip()):
        return False
    return not (is_frame(block) or is_info(block) or looks_published(block))


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


def _widened(blocks: list[Block], place: tuple[int, ...], others: set[int]) -> range:
    """The blocks of the largest part around ``place`` that has nothing of the site in it."""
    found = [n for n, block in enumerate(blocks) if block.path[: len(place)] == place]
    start, end = found[0], found[-1] + 1
    for depth in range(len(place) - 1, 0, -1):
        first, last = start, end
        while first and blocks[first - 1].path[:depth] == place[:depth]:
            first -= 1
        while last < len(blocks) and blocks[last].path[:depth] == place[:depth]:
            last += 1
        if any(
            n in others or _is_of_site(blocks[n]) for n in (*range(first, start), *range(end, last))
        ):
            break
        if end < last and not any(_SAID.search(blocks[n].text) for n in range(end, last)):
            break
        start, end = first, last
    return range(start, end)


def _is_of_site(block: Block) -> bool:
    return block.frame or block.linked > 0 or is_frame(block) or looks_published(block)


def _below_title(blocks: list[Block], title: int, first: int) -> set[int]:
    """Subtitle, date and speaker between the title and the first block of the text."""
    box = blocks[title].path[:-1]
    between = [
        n for n in range(title + 1, first)
        if not (is_frame(blocks[n]) or is_info(blocks[n]) or blocks[n].linked)
    ]  # fmt: skip
    kept = {
        n for n in between
        if _SUBTITLE.match(blocks[n].text.strip())
        or (blocks[n].heading and blocks[n].path[: len(box)] == box)
    }  # fmt: skip
    near = {title} | kept
    return kept | {n for n in between if names_speaker(blocks[n]) and near & {n - 1, n + 1}}


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
        if blocks[number].heading in (1, 2) and not is_frame(blocks[number]):
            return number
    return _above_info(blocks, first)


def _above_info(blocks: list[Block], first: int) -> int | None:
    """The line above 发布时间：… that stands before the text or opens it."""
    for number in range(first + 1, max(0, first - int(_RULES["title_within"])), -1):
        if number < len(blocks) and looks_published(blocks[number]):
            line = blocks[number - 1]
            whole = sum(len(blocks[n].text) for n in _lines_of_title(blocks, number - 1))
            fits = 6 <= whole <= _RULES["longest_title"]
            return number - 1 if fits and not (is_frame(line) or looks_published(line)) else None
    return None
