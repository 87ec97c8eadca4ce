"""Which blocks of a page are the site's: menus, buttons, lists of links, boxes of other articles."""

from __future__ import annotations

import re

from analysis.loading.html_blocks import Block
from analysis.loading.navigation import is_navigation
from analysis.loading.rules import RULES
from analysis.outline.rules import RULES as OUTLINE_RULES
from analysis.outline.rules import any_of

_RULES = RULES["html"]
_STOPS = re.compile(r"[。！？；：，、,;!?]")
_INFO = re.compile(_RULES["info"])
_PUBLISHED = re.compile(_RULES["published"])
_OTHERS = re.compile(_RULES["others"])
_COLUMN = re.compile(_RULES["columns"])
_PEOPLE = OUTLINE_RULES["front"]
_SURNAME = rf"(?:{any_of(_PEOPLE['long_surnames'])}|[{_PEOPLE['surnames']}])"
_SPEAKER = re.compile(
    rf"(?:[\u3400-\u9fff、，,·\s]{{0,40}}(?:{any_of(_PEOPLE['posts'])})\s*)?"
    rf"{_SURNAME}\s*[\u3400-\u9fff]\s*[\u3400-\u9fff]?"
)


def weight_of(block: Block) -> int:
    """Characters of running text: those of sentences that are neither links nor the site's."""
    if block.frame or _is_linked(block) or is_frame(block) or looks_published(block):
        return 0
    plain = len(block.text) - block.linked
    return plain if _STOPS.search(block.text) else plain // 4


def is_frame(block: Block) -> bool:
    """Whether a line is a menu's, a button, or a link without a sentence."""
    text = block.text.strip()
    if (block.frame or _is_linked(block)) and not _STOPS.search(text):
        return True
    return is_navigation(text)


def is_info(block: Block) -> bool:
    """Whether a line says when and where a page was published, and nothing else."""
    text = block.text.strip()
    return len(text) < 100 and bool(_INFO.fullmatch(text))


def looks_published(block: Block) -> bool:
    """Whether a short line may be about the page: it has a time of publication or a source in it."""
    return len(block.text) < 100 and bool(_PUBLISHED.search(block.text))


def names_speaker(block: Block) -> bool:
    """Whether a line is a name, or a post and a name."""
    return bool(_SPEAKER.fullmatch(block.text.strip()))


def is_column(text: str) -> bool:
    """Whether a heading names a series of a site and not what stands below it."""
    return bool(_COLUMN.fullmatch(text.strip()))


def links_in_text(blocks: list[Block], inside: set[int], among: range) -> set[int]:
    """Lines that are links but stand between paragraphs of the article, in the same element."""
    kept: set[int] = set()
    run: list[int] = []
    before: Block | None = None
    for number in among:
        block = blocks[number]
        if number not in inside:
            if _is_linked(block) and len(block.text) >= _RULES["sentence"] and not block.frame:
                run.append(number)
            continue
        if before:
            kept |= {n for n in run if _beside(before, blocks[n]) and _beside(block, blocks[n])}
        before, run = block, []
    return kept


def _beside(block: Block, other: Block) -> bool:
    parent = other.path[:-1]
    return block.path[: len(parent)] == parent


def _is_linked(block: Block) -> bool:
    return block.linked >= _RULES["most_linked"] * len(block.text) and block.linked > 0


def boxes_of_others(blocks: list[Block], weights: list[int]) -> set[int]:
    """The lines of boxes that are headed 推荐阅读, 相关新闻 …

    Such a box is the largest element that begins with that line, as long as it holds less than
    half of the page's running text.
    """
    found: set[int] = set()
    most = sum(weights) / 2
    for number, block in enumerate(blocks):
        if number not in found and _OTHERS.fullmatch(block.text.strip()):
            found.update(range(number, _end_of_box(blocks, weights, number, most)))
    return found


def _end_of_box(blocks: list[Block], weights: list[int], first: int, most: float) -> int:
    path = blocks[first].path
    before = blocks[first - 1].path if first else ()
    shared = 0
    while shared < min(len(path), len(before)) and path[shared] == before[shared]:
        shared += 1
    end, weight = first + 1, 0
    for depth in range(len(path), shared, -1):
        reach = end
        while reach < len(blocks) and blocks[reach].path[:depth] == path[:depth]:
            weight += weights[reach]
            reach += 1
            if weight >= most:
                return end
        end = reach
    return end
