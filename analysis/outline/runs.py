"""Runs: enumerators of one family that count on (一、 二、 三、), and how runs nest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from analysis.outline.enumerators import OPEN_ENDED, RANKS, UNCOUNTED, UNNUMBERED, Enumerator

# Families of headings proper, rather than of lists.
STRONG = {"division", "chapter", "clause", "han", "han_in_brackets", *UNNUMBERED}
_FARTHEST = 4  # lines from one dash to the next
_NONE: Mapping[str, float] = {}
_OUTER_INLINE = {"ordinal", "counted"}  # may hold （一） where a text has no lines to tell by
_MIXED = {"ordinal", "first_next"}
_LOOSE = {family for family, rank in RANKS.items() if rank == RANKS["numeral_verb"]}


@dataclass(eq=False, slots=True)
class Run:
    """Enumerators that count on, and the enumerator of another run they stand under, if any."""

    family: str
    rank: tuple[int, float]
    items: list[Enumerator]
    owner: Run | None = None
    under: Enumerator | None = None
    goes_on: bool = False  # counts on from a run under the part before: 一、（一）（二）二、（三）
    _places: Counter[str] = field(default_factory=Counter, init=False, repr=False)

    def append(self, item: Enumerator) -> None:
        """Add the item that counts on; where items stand is counted here, not at each question."""
        self.items.append(item)
        self._places[item.place] += 1

    @property
    def last(self) -> Enumerator:
        return self.items[-1]

    @property
    def place(self) -> str:
        """Where most of the items stand; the first may follow a colon and does not count."""
        return max(self._places, key=self._places.__getitem__, default=self.items[0].place)

    @property
    def usual_length(self) -> float:
        """Median length of the items but the last, whose end is not known."""
        return float(median([b.start - a.end for a, b in pairwise(self.items)] or [0]))

    def takes(self, item: Enumerator) -> bool:
        """Whether ``item`` counts on from the last of this run, and stands where it should."""
        if not self._is_kin(item) or not self._counts_on(item):
            return False
        if item.family in STRONG:
            return True
        first = self.items[0]
        if len(self.items) == 1 and (
            first.place == "colon" or (item.place == "stop" and item.line == first.line)
        ):
            return True
        if self.place == "line":
            return item.place == "line" or (item.place == "stop" and RANKS[item.family] < 6)
        if item.place == "line":
            return len(self.items) == 1 or RANKS[item.family] < 9
        return (item.place == "pause") == (self.place == "pause") or item.place == "colon"

    def _is_kin(self, item: Enumerator) -> bool:
        """Of one family; 首先，其次，第三， are mixed, too."""
        if item.family == self.family:
            return True
        return {item.family, self.family} == _MIXED and 1 < item.ordinal < OPEN_ENDED

    def _counts_on(self, item: Enumerator) -> bool:
        if item.family in UNNUMBERED:
            return True
        if item.family == "dash":
            return item.line - self.last.line <= _FARTHEST
        if item.family == "lead":
            return True
        if item.ordinal == 0:
            return item.line == self.last.line
        if item.ordinal == OPEN_ENDED:
            return 2 <= self.last.ordinal < OPEN_ENDED
        step = item.ordinal - (self.last.ordinal or len(self.items))
        # A number that is missing or stands twice is a slip where headings have lines of their own.
        slip = item.place == "line" and item.family in STRONG and item.ordinal > 1
        return step == 1 or (slip and step in (0, 2))


def link(items: Iterable[Enumerator], unnumbered: Mapping[str, float] = _NONE) -> list[Run]:
    """Runs of ``items`` with their nesting, in the order in which they begin.

    Args:
        items: in order of place.
        unnumbered: ranks of the families of headings without numbers, which depend on the text.

    An item goes to the innermost open run that it counts on from; a 一 opens a new run, which
    closes those that are further in by family and place. At most two runs of a kind are open, so
    the time is linear in the number of items.
    """
    items = list(items)
    one_line = not any(item.line for item in items)
    runs: list[Run] = []
    stack: list[Run] = []
    closed: dict[str, int] = {}  # family → ordinal of the last item of a run that a part has closed
    for item in items:
        depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].takes(item)), None)
        goes_on = item.place == "line" and closed.get(item.family) == item.ordinal - 1 > 0
        if depth is not None:
            closed |= {run.family: run.last.ordinal for run in stack[depth + 1 :]}
            del stack[depth + 1 :]
            stack[depth].append(item)
        elif goes_on or _may_open(item, stack):
            rank = unnumbered[item.family] if item.family in unnumbered else RANKS[item.family]
            run = Run(item.family, (_layer(item, one_line), rank), [item], goes_on=goes_on)
            _open(run, stack)
            runs.append(run)
    _settle_restarts(runs)
    return runs


def _may_open(item: Enumerator, stack: list[Run]) -> bool:
    if item.place == "glued" and any(run.family == item.family for run in stack):
        return False
    return item.ordinal == 1 or (item.place == "line" and item.ordinal == 2)


def _layer(item: Enumerator, one_line: bool) -> int:
    """How far in it stands, whatever its rank: on lines, then inside a paragraph, then dashes."""
    if item.family in UNCOUNTED:
        return 1 if item.family == "lead" else 3
    outer = item.place == "line" or item.family in STRONG
    return 0 if outer or (one_line and item.family in _OUTER_INLINE) else 2


def _open(run: Run, stack: list[Run]) -> None:
    start = run.items[0]
    while stack and (stack[-1].rank > run.rank or _is_over(stack[-1], start)):
        stack.pop()
    same = [open_run for open_run in stack if _alike(open_run, run)]
    if same and (len(same) > 1 or len(same[-1].items) == 1):
        del stack[stack.index(same[-1]) :]
    if stack:
        run.owner, run.under = stack[-1], stack[-1].last
    stack.append(run)


def _alike(one: Run, other: Run) -> bool:
    return one.family == other.family and one.rank == other.rank


def _is_over(run: Run, item: Enumerator) -> bool:
    """Whether a list inside a paragraph has ended long before ``item``."""
    if run.rank[0] == 0 or len(run.items) < 2:
        return False
    if run.last.line < item.line:
        return True
    reach = (run.last.start - run.items[0].start) / (len(run.items) - 1)
    far = item.start - run.last.start > 4 * reach + 200
    return far and run.family in _LOOSE


def _settle_restarts(runs: list[Run]) -> None:
    """A run under one of its own kind that did not go on afterwards stands beside it."""
    for run in runs:
        owner = run.owner
        while owner and _alike(owner, run) and owner.last is run.under:
            run.under, owner = owner.under, owner.owner
        run.owner = owner
