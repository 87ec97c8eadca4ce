"""Times the whole analysis of a speech against bare ``jieba.lcut`` of the same text.

Prints one line of JSON; ``run.py`` starts it in a process of its own, so that nothing else that
the benchmark loads is counted. Everything is warm: dictionary, lexicon and themes are read before.
"""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import jieba

from analysis.findings import (
    facts_of,
    leading_terms,
    section_balance,
    section_theme,
    section_words,
    spread,
    theme_balance,
    thesis,
    top_sections,
    word_themes,
)
from analysis.loading import built_in_speech, load_text
from analysis.segmentation.stopwords import stop_words
from analysis.study import study_of

COPIES = 10
DIGITS = "零一二三四五六七八九"


def analyse(text: str) -> None:
    """Every table that a page shows of a speech when it is opened."""
    study, stop = study_of(load_text(text)), stop_words()
    facts_of(study)
    leading_terms(study, stop)
    thesis(study, stop)
    spread(study, stop)
    theme_balance(study)
    word_themes(study)
    _ = study.profiles
    for section in study.sections["section"].tolist():
        section_theme(study, section)
    for section in top_sections(study)["section"].tolist():
        section_balance(study, section)
        section_words(study, section, stop)


def joined(text: str, copies: int) -> str:
    """``text`` so many times over, its numbered parts counted on from copy to copy."""
    number = 0

    def next_number(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{_numeral(number)}、"

    whole = "\n".join([text] * copies)
    return re.sub(rf"^[{DIGITS}十]{{1,3}}、", next_number, whole, flags=re.MULTILINE)


def _numeral(number: int) -> str:
    tens, units = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[units] if units or not tens else "")


def seconds(task: Callable[[], object]) -> tuple[float, float]:
    """Time by the clock and time of the processor."""
    gc.collect()
    clock, cpu = perf_counter(), process_time()
    task()
    return perf_counter() - clock, process_time() - cpu


def measure(rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Times of each task, one of each a round, in turn."""
    text = built_in_speech().text
    longer = joined(text, COPIES)
    tasks: dict[str, Callable[[], object]] = {
        "lcut": lambda: jieba.lcut(text),
        "analysis": lambda: analyse(text),
        "lcut_ten": lambda: jieba.lcut(longer),
        "analysis_ten": lambda: analyse(longer),
    }
    for task in tasks.values():
        task()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            times[name].append(seconds(task))
    return times


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20)))
