"""Outline: how a speech is built, read from how it numbers, heads and addresses.

Enumerators are found wherever they may stand, then kept where they count on in a run that is
long enough to divide the text; runs nest by family and place. Everything is linear in the text.
"""

from __future__ import annotations

from analysis.outline.closing import closing_start
from analysis.outline.enumerators import Enumerator, find_enumerators
from analysis.outline.front import Front, front_of
from analysis.outline.headings import first_of
from analysis.outline.lines import Line, contents_end, lines_of, unnumbered_headings
from analysis.outline.rules import RULES, STOPS
from analysis.outline.runs import Run, is_division, link
from analysis.outline.tiling import Headings, body_spans, headings_of, plain
from analysis.speech import Outline, Section

__all__ = ["outline_of"]


def outline_of(text: str) -> Outline:
    """The outline of a speech.

    Args:
        text: clean text, lines ending in ``\\n``; may be empty or a single line of any length.

    Returns:
        Title, date, speaker and salutation where they are found, and sections that tile ``text``
        (none for an empty text). Parts have level 1, whatever numbers them; points inside them
        2 and more. A text without headings comes as one or some ``body`` sections.

    Example:
        >>> outline = outline_of("同志们：\\n一、抓学习。要常学。\\n二、抓落实。要真干。")
        >>> [(s.number, s.heading) for s in outline.sections if s.level == 1]
        [('一、', '抓学习'), ('二、', '抓落实')]
    """
    lines = lines_of(text)
    front = front_of(text, lines)
    begin = max(front.end, contents_end(lines))
    headings = _find_headings(text, lines, begin)
    return Outline(
        sections=tuple(_tile(text, lines, front, headings)),
        title=front.title,
        date=front.date,
        speaker=front.speaker,
        salutation=front.salutation,
    )


def _tile(text: str, lines: list[Line], front: Front, headings: Headings) -> list[Section]:
    end = len(text)
    first = headings.top[0].start if headings.top else end
    begin = min(front.end, first)
    sections = [plain("front", 0, begin)] if begin else []
    if headings.top:
        if begin < first:
            sections.append(plain("opening", begin, first))
        closing = closing_start(text, _last_heading_end(headings), end)
        sections += headings.sections(closing)
    else:
        closing = closing_start(text, begin + 1, end) if len(lines) > 3 else end
        sections += [plain("body", *span) for span in body_spans(lines, begin, closing)]
    if closing < end:
        sections.append(plain("closing", closing, end))
    if sections and sections[0].start:
        head = sections[0]
        sections[0] = plain(head.kind, 0, head.end) if not head.level else head
    return sections


def _last_heading_end(headings: Headings) -> int:
    section = headings.sections(len(headings.text))[-1]
    while section.children:
        section = section.children[-1]
    return section.heading_end


def _find_headings(text: str, lines: list[Line], begin: int) -> Headings:
    numbered = find_enumerators(text, [line.start for line in lines])
    numbered = [item for item in numbered if item.start >= begin]
    kept = _divisions(text, link(numbered))
    unnumbered = unnumbered_headings(lines, begin)
    rank = _rank_among(kept, unnumbered)
    items = sorted([i for run in kept for i in run.items] + unnumbered, key=lambda i: i.start)
    runs = _divisions(text, link(items, unnumbered_rank=rank))
    return headings_of(text, _without_strays(text, runs, one_line=len(lines) == 1))


def _divisions(text: str, runs: list[Run]) -> list[Run]:
    return [run for run in runs if is_division(run) and not _is_mere_pair(text, run)]


def _is_mere_pair(text: str, run: Run) -> bool:
    """Whether 既要…还要… only join clauses, instead of opening passages of their own."""
    if run.family not in ("pair", "aspect"):
        return False
    longest = RULES["inline_lists"]["pair_lead"]
    for item, following in zip(run.items, run.items[1:], strict=False):
        lead = first_of(text[item.end : following.start][: longest + 1], STOPS)
        if lead < 0 or item.end + lead + 2 >= following.start:
            return True
    return False


def _rank_among(runs: list[Run], unnumbered: list[Enumerator]) -> float:
    """How far in unnumbered headings stand: further than every family that counts on past one."""
    rank = -1.0
    for run in runs:
        if run.place != "line" or run.rank[1] > 6:
            continue
        first, last = run.items[0].start, run.last.start
        if any(first < heading.start < last for heading in unnumbered):
            rank = max(rank, run.rank[1])
    return rank + 0.5


def _without_strays(text: str, runs: list[Run], *, one_line: bool) -> list[Run]:
    """``runs`` without lists that stand outside the main division of the text."""
    top = [run for run in runs if not run.under]
    if not top:
        return runs
    main = min(run.rank for run in top)
    keep = {id(run) for run in top if run.rank == main}
    leading = [run for run in top if run.rank == main]
    if main[0] and not one_line:
        reach = leading[-1].last.end - leading[0].items[0].start
        if reach < RULES["inline_lists"]["coverage"] * len(text):
            return []
    kept = []
    for run in runs:
        root = run
        while root.owner and root.under:
            root = root.owner
        if id(root) in keep:
            kept.append(run)
    return kept
