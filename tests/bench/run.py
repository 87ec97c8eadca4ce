"""The benchmark: this app against an empty Streamlit app, printed as ratios.

Run by hand: ``python tests/bench/run.py``, or with the names of some of its parts
(``first change crowd memory analysis large depth documents``); ``--quick`` takes fewer rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import sessions
from depth import depth
from documents import documents
from large_speech import large
from ratios import Result, machine, median, note, p95, table
from servers import EMPTY, STUDY, Apps, Server

from pages import changes, first_loads

SESSIONS = 100
RERUNS = 200
SLIDERS = {EMPTY: ("", "height", 1, 100), STUDY: ("keywords", "most", 5, 50)}


def crowds(apps: Apps, rounds: int, *, seconds: float = 20) -> list[Result]:
    """Many sessions that each move a slider every few seconds, both apps in turn."""
    times: dict[str, list[float]] = {EMPTY: [], STUDY: []}
    for _ in range(rounds):
        for app, taken in times.items():
            with apps.serve(app) as server:
                load = load_of(app, server)
                asyncio.run(sessions.reruns(load, times=5))
                asyncio.run(sessions.crowd(load, sessions=SESSIONS, seconds=seconds))
                note(
                    f"{SESSIONS} sessions {app}: p50 {median(load.times):.0f} ms,"
                    f" p95 {p95(load.times):.0f} ms, {len(load.times)} reruns"
                )
                taken += load.times
    name = f"{SESSIONS} sessions, {sessions.THINK:g} s of think time"
    study, empty = times[STUDY], times[EMPTY]
    return [
        Result(f"{name}, p95", p95(study), 3, p95(empty)),
        Result(f"{name}, p50", median(study), 3, median(empty)),
    ]


def memory(apps: Apps, rounds: int, *, further: int = 50) -> list[Result]:
    """Memory with the speech open, for each further session, and over many reruns."""
    with apps.serve(STUDY) as server:
        asyncio.run(sessions.look(load_of(STUDY, server, "")))
        opened = server.memory()
        for page in ("sections", "reader", "word_cloud", "keywords"):
            asyncio.run(sessions.look(load_of(STUDY, server, page)))
        visited = server.memory()
        load = load_of(STUDY, server)
        asyncio.run(sessions.reruns(load, times=RERUNS))
        before = server.memory()
        asyncio.run(sessions.reruns(load, times=RERUNS))
        grown = server.memory() - before
        with_one = server.memory()
        crowd = sessions.crowd(load, sessions=further, seconds=10)
        peak = asyncio.run(_peak(crowd, server))
    return [
        Result("memory with the speech open", opened, 250, unit="MB"),
        Result("memory once every page was opened", visited, 250, unit="MB"),
        Result("memory for a further session", (peak - with_one) / further, 2, unit="MB"),
        Result(f"growth over {RERUNS} reruns", grown, 2, unit="MB"),
    ]


async def _peak(crowd: Coroutine[Any, Any, None], server: Server) -> float:
    task, peak = asyncio.ensure_future(crowd), 0.0
    while not task.done():
        peak = max(peak, server.memory())
        await asyncio.sleep(0.2)
    await task
    return peak


def analysis(apps: Apps, rounds: int) -> list[Result]:
    """The whole analysis of the built-in speech, and of ten times the text."""
    script = Path(__file__).with_name("whole_analysis.py")
    command = [sys.executable, str(script), str(rounds * 4)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found = json.loads(done.stdout)
    clock = {task: median([1000 * pair[0] for pair in pairs]) for task, pairs in found.items()}
    return [
        Result("whole analysis against jieba.lcut", clock["analysis"], 6, clock["lcut"]),
        Result("ten times the text", clock["analysis_ten"], 12, clock["analysis"]),
    ]


def load_of(app: str, server: Server, page: str | None = None) -> sessions.Load:
    """The slider of an app that its sessions move."""
    usual, *slider = SLIDERS[app]
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    return sessions.Load(address, usual if page is None else page, *slider)


PARTS = {
    "first": first_loads, "change": changes, "crowd": crowds, "memory": memory,
    "analysis": analysis, "large": large, "depth": depth, "documents": documents,
}  # fmt: skip
ROUNDS = {
    "first": 9,
    "change": 12,
    "crowd": 3,
    "memory": 1,
    "analysis": 10,
    "large": 3,
    "depth": 3,
    "documents": 15,
}


def main() -> None:
    """Measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    given = parser.parse_args()
    results: list[Result] = []
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        apps = Apps(Path(folder) / "empty")
        for part in given.parts or PARTS:
            rounds = max(1, ROUNDS[part] // (3 if given.quick else 1))
            results += PARTS[part](apps, rounds)
    print(table(results))


if __name__ == "__main__":
    main()
