"""What the benchmark prints: two times, their ratio, and the limit it is to keep."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("streamlit", "pandas", "numpy", "plotly", "jieba", "uvloop", "playwright")


@dataclass(frozen=True)
class Result:
    """A measured value beside its base, or alone (``base`` None), and its limit if it has one."""

    name: str
    value: float
    limit: float | None
    base: float | None = None
    unit: str = "ms"

    @property
    def judged(self) -> float:
        """What the limit is for: the ratio, or the value itself."""
        return self.value if self.base is None else self.value / self.base

    def row(self) -> str:
        """A row of a Markdown table."""
        base = "" if self.base is None else f"{self.base:,.1f} {self.unit}"
        judged = f"{self.judged:.2f}×" if self.base is not None else f"{self.value:.2f} {self.unit}"
        value = f"{self.value:,.1f} {self.unit}"
        return f"| {self.name} | {value} | {base} | {judged} | {self._verdict()} |"

    def _verdict(self) -> str:
        if self.limit is None:
            return "| "
        limit = f"{self.limit:g}×" if self.base is not None else f"{self.limit:g} {self.unit}"
        return f"{limit} | {'kept' if self.judged <= self.limit else '**over**'}"


def table(results: Sequence[Result]) -> str:
    """All results as a Markdown table."""
    head = "| | app | base | measured | limit | |\n|---|---|---|---|---|---|"
    return "\n".join([head, *(result.row() for result in results)])


def median(times: Sequence[float]) -> float:
    """The middle of the times."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """The time that one in twenty exceeds (between the two nearest, in proportion)."""
    ranked = sorted(times)
    place = (len(ranked) - 1) * 0.95
    low = int(place)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (place - low)


def machine() -> str:
    """Cores, memory, and versions: what the times depend on."""
    facts = [f"{os.cpu_count()} cores"]
    memory = Path("/proc/meminfo")
    if memory.exists():
        facts.append(f"{int(memory.read_text().split()[1]) / 2**20:.0f} GB of memory")
    facts.append(f"{platform.system()} {platform.machine()}")
    facts.append(f"Python {platform.python_version()}")
    facts += [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES if _has(name)]
    if hasattr(os, "getloadavg"):
        facts.append(f"load of the last minute {os.getloadavg()[0]:.1f}")
    return ", ".join(facts)


def _has(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def note(text: str) -> None:
    """Says on standard error how far the benchmark is."""
    print(text, file=sys.stderr, flush=True)
