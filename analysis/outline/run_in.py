"""Where a heading ends that runs into its text without a stop: 弘扬企业家精神|改革开放以来，…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from analysis.assets import ASSETS, read_rows
from analysis.dictionary import general_dictionary
from analysis.outline.rules import CLOSERS, OPENERS, RULES

_RULES = RULES["run_in"]
_WEIGHTS: dict[str, float] = _RULES["weights"]
_KIND: dict[str, float] = _RULES["kind"]
_WINDOW = 120
_NUMBER = re.compile(r"[\d.]+%?")
_STOP = re.compile("[。！？]")
_SENTENCE = re.compile("[。！？；\n]")
_ADVERBIAL = re.compile(
    "(?:以来|以后|之后|之际|之中|之下|期间|[^其]中|[^之]下|[^以]前|[^最]后|时候?|年|月|来看|来说|[内国]外?看)$"
)


@dataclass(frozen=True, slots=True)
class _Counts:
    """Word counts by place: at a heading's end, a sentence's beginning, inside a sentence."""

    ends: dict[str, int]
    begins: dict[str, int]
    inside: dict[str, int]
    pairs: dict[tuple[str, str], int]
    totals: tuple[int, int, int]


@lru_cache(maxsize=1)
def _counts() -> _Counts:
    rows = read_rows(ASSETS / "outline_words.tsv")
    columns = [{row[0]: int(row[n]) for row in rows if row[n] != "0"} for n in (1, 2, 3)]
    pairs = {(row[0], row[1]): int(row[2]) for row in read_rows(ASSETS / "outline_pairs.tsv")}
    first, second, third = (sum(column.values()) for column in columns)
    return _Counts(*columns, pairs, (first, second, third))


def runs_in(texts: Sequence[str]) -> bool:
    """Whether the headings that begin ``texts`` run into them: judged by the run as a whole."""
    return sum(_kind_odds(text[:_WINDOW]) for text in texts) > 0


def run_in_end(text: str) -> int:
    """Length of the heading that begins ``text`` and runs into it; 0 if no end is likely."""
    return max(_scores(text[:_WINDOW]), default=(0.0, 0))[1]


def _kind_odds(window: str) -> float:
    stop = _STOP.search(window)
    length = stop.start() if stop else len(window)
    best = max(_scores(window), default=(-10.0, 0))[0]
    return (
        _KIND["base"]
        + _KIND["length"] * length
        + _KIND["log_length"] * log(length + 1)
        + _KIND["pauses"] * window[:length].count("，")
        + _KIND["best_end"] * best
    )


def _scores(window: str) -> Iterator[tuple[float, int]]:
    """Score and length of each heading that ``window`` may begin with."""
    sentence = _SENTENCE.split(window, maxsplit=1)[0]
    words = _words_of(sentence)
    length = 0
    for before, after in zip(words, words[1:], strict=False):
        length += len(before)
        if length > _RULES["longest"]:
            return
        if length >= _RULES["shortest"] and _may_part(before, after, sentence[:length]):
            features = _features(before, after, sentence[:length], sentence[length:])
            yield sum(_WEIGHTS[name] * value for name, value in features.items()), length


def _words_of(sentence: str) -> list[str]:
    """jieba's words, those of four characters halved where both halves are words (回顾|过去)."""
    tokenizer = general_dictionary().tokenizer
    words: list[str] = []
    for word in tokenizer.cut(sentence, HMM=False):
        halves = [word[:2], word[2:]]
        halve = len(word) >= 4 and all(tokenizer.FREQ.get(half) for half in halves)
        words += halves if halve else [word]
    return words


def _may_part(before: str, after: str, heading: str) -> bool:
    if before in "，、：" + OPENERS or after in "，、：；。" + CLOSERS:
        return False
    return all(heading.count(o) <= heading.count(c) for o, c in ("“”", "《》", "（）"))


def _features(before: str, after: str, heading: str, rest: str) -> dict[str, float]:
    counts = _counts()
    before, after = (_NUMBER.sub("0", word) for word in (before, after))
    clauses = heading.split("，")
    first = re.split("[，：]", rest, maxsplit=1)[0]
    size = log(len(heading))
    pairs = {heading[n : n + 2] for n in range(len(heading) - 1)}
    return {
        "ends_heading": _odds(counts.ends, counts.totals[0], before),
        "begins_sentence": _odds(counts.begins, counts.totals[1], after),
        "length": size,
        "length_squared": size * size,
        "two_clauses": len(clauses) == 2,
        "more_clauses": len(clauses) > 2,
        "uneven_clauses": abs(len(clauses[-1]) - len(clauses[0])) / 10,
        "short_last_clause": len(clauses) > 1 and len(clauses[-1]) < 4,
        "seen_together": log(1 + counts.pairs.get((before, after), 0)),
        "common_before": log(1 + counts.inside.get(before, 0)),
        "repeats_word": len(after) > 1 and after in heading,
        "short_rest": len(first) < 4,
        "repeats_pair": any(first[n : n + 2] in pairs for n in range(0, min(8, len(first) - 1), 2)),
        "pause_ahead": len(clauses) == 1 and "，" in rest[:40],
        "adverbial_inside": any(_ADVERBIAL.search(clause) for clause in clauses[:-1]),
        "adverbial_first": bool(_ADVERBIAL.search(first)) and "，" in rest,
    }


def _odds(counts: dict[str, int], total: int, word: str) -> float:
    """Log odds of ``word`` at a place against inside a sentence, additively smoothed."""
    extra, kinds = _RULES["smoothing"], _RULES["smoothing"] * _RULES["vocabulary"]
    everywhere = _counts()
    there = (counts.get(word, 0) + extra) / (total + kinds)
    inside = (everywhere.inside.get(word, 0) + extra) / (everywhere.totals[2] + kinds)
    return log(there / inside)
