"""The cleaning report in the making: counts and a few examples by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from analysis.speech import CleaningStep

# What a reader of the report sees for what cannot be seen.
_SHOWN = {"\n": "↵", "\t": "⇥", " ": "␣", "\u00a0": "␣", "\u3000": "□", "\u2003": "□"}
_LONGEST = 40
_AROUND = 6


class Report:
    """Counts what each kind of step did, and keeps the first few examples."""

    EXAMPLES: ClassVar[int] = 3

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}

    def count(self, kind: str, times: int = 1) -> None:
        """Add to the count of a kind."""
        self._counts[kind] += times

    def example(self, kind: str, text: str) -> None:
        """Keep an example of a kind, unless there are enough or it is there already."""
        kept = self._examples.setdefault(kind, [])
        text = " ".join(text.split())
        text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        if text and text not in kept and len(kept) < self.EXAMPLES:
            kept.append(text)

    @staticmethod
    def shown(text: str, start: int, end: int) -> str:
        """A stretch of text between its neighbours, blanks and invisible characters made visible.

        Example:
            >>> Report.shown("同志\u200b们", 2, 3)
            '同志⟨200B⟩们'
        """
        before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = text[end : end + _AROUND].partition("\n")[0]
        inside = "".join(
            _SHOWN.get(c) or (c if c.isprintable() else f"⟨{ord(c):04X}⟩")
            for c in text[start : min(end, start + _LONGEST)]
        )
        return before + inside + after

    def steps(self, kinds: Iterable[str]) -> tuple[CleaningStep, ...]:
        """A step a kind that found something, in the order of ``kinds``."""
        return tuple(
            CleaningStep(kind, self._counts[kind], tuple(self._examples.get(kind, ())))
            for kind in kinds
            if self._counts[kind]
        )
