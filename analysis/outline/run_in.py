"""Where a heading ends that runs into its text without a stop: 弘扬企业家精神|改革开放以来，…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, log

from analysis.assets import ASSETS, read_rows
from analysis.outline.rules import CLOSERS, OPENERS, RULES
from analysis.segmentation.dictionary import general_dictionary

_RULES = RULES["run_in"]
_WEIGHTS: dict[str, float] = _RULES["weights"]
_KIND: dict[str, float] = _RULES["kind"]
_WINDOW = 120
_NONE = (-10.0, 0)  # score and length where no end is likely
_MOST = 40  # headings of a run that are compared with one another
_NUMBER = re.compile(r"[\d.]+%?")
_STOP = re.compile("[。！？]")
_SENTENCE = re.compile("[。！？；\n]")
_ADVERBIAL = re.compile(_RULES["adverbial"])
_PREDICATE = re.compile(_RULES["predicate"])
_OPENER = re.compile(_RULES["opener"])
_LACKS_OBJECT = re.compile(_RULES["lacks_object"])
_DOUBLING = re.compile(r"(.{2,8})\1")


@dataclass(frozen=True, slots=True)
class _Counts:
    """Word counts by place: at a heading's end, a sentence's beginning, inside a sentence."""

    ends: dict[str, int]
    begins: dict[str, int]
    inside: dict[str, int]
    pairs: dict[tuple[str, str], int]
    totals: tuple[int, int, int]


@lru_cache(maxsize=1)
def _simplified() -> dict[int, int]:
    """Traditional characters to simplified ones, for looking words up; length is kept."""
    rows = read_rows(ASSETS / "outline_traditional.tsv")
    return {ord(row[0]): ord(row[1]) for row in rows}


@lru_cache(maxsize=1)
def _counts() -> _Counts:
    rows = read_rows(ASSETS / "outline_words.tsv")
    columns = [{row[0]: int(row[n]) for row in rows if row[n] != "0"} for n in (1, 2, 3)]
    pairs = {(row[0], row[1]): int(row[2]) for row in read_rows(ASSETS / "outline_pairs.tsv")}
    ends, begins, inside = columns
    totals = (sum(ends.values()), sum(begins.values()), sum(inside.values()))
    return _Counts(ends, begins, inside, pairs, totals)


def run_in_ends(texts: Sequence[str]) -> list[int]:
    """Lengths of the headings that begin ``texts`` and run into them.

    The texts are those of one run of headings, which are alike: none of them, an empty list, if
    they are not of this kind; 0 for one whose end cannot be told.
    """
    windows = [text[:_WINDOW].translate(_simplified()) for text in texts[:_MOST]]
    scores = [
        {length: score for score, length in _scores(window, windows[:n] + windows[n + 1 :])}
        for n, window in enumerate(windows)
    ]
    _favour_common_length(scores)
    best = [max(((s, length) for length, s in found.items()), default=_NONE) for found in scores]
    odds = sum(_kind_odds(text, score) for text, (score, _) in zip(windows, best, strict=True))
    return [length for _, length in best] + [0] * len(texts[_MOST:]) if odds > 0 else []


def _favour_common_length(scores: list[dict[int, float]]) -> None:
    """Parallel headings are of one length: favour the one that most of them are likely to have."""
    votes: Counter[int] = Counter()
    for found in scores:
        top = max(found.values(), default=0.0)
        weights = {length: exp(score - top) for length, score in found.items()}
        total = sum(weights.values())
        votes.update({length: weight / total for length, weight in weights.items()})
    if len(scores) > 1 and votes:
        length, share = votes.most_common(1)[0]
        if share / len(scores) >= _RULES["common_length"]:
            for found in scores:
                if length in found:
                    found[length] += _WEIGHTS["common_length"]


def _kind_odds(window: str, best_end: float) -> float:
    stop = _STOP.search(window)
    length = stop.start() if stop else len(window)
    return (
        _KIND["base"]
        + _KIND["length"] * length
        + _KIND["log_length"] * log(length + 1)
        + _KIND["pauses"] * window[:length].count("，")
        + _KIND["best_end"] * best_end
    )


def _scores(window: str, others: Sequence[str]) -> Iterator[tuple[float, int]]:
    """Score and length of each heading that ``window`` may begin with."""
    sentence = _SENTENCE.split(window, maxsplit=1)[0]
    words = _words_of(sentence)
    length = 0
    for before, after in pairwise(words):
        length += len(before)
        if length > _RULES["longest"]:
            return
        if any(other.startswith(sentence[: length + 1]) for other in others):
            continue  # what headings begin with alike is no whole heading
        if length >= _RULES["shortest"] and _may_part(before, after, sentence[:length]):
            features = _features(before, after, sentence[:length], sentence[length:])
            features["parallel"] = _share_alike(sentence[length - 3 : length], length, others)
            yield sum(_WEIGHTS[name] * value for name, value in features.items()), length


def _share_alike(end: str, length: int, others: Sequence[str]) -> float:
    """Share of ``others`` whose headings may end alike, in three characters or, for less, two."""
    if not others:
        return 0.0
    in_three = sum(end in other[1 : length + 8] for other in others) / len(others)
    if in_three >= 0.5:
        return in_three
    in_two = sum(end[1:] in other[3 : length + 8] for other in others) / len(others)
    return in_two / 3 if in_two > 0.9 else 0.0


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
        "repeats_pair": any(part in pairs for part in re.findall("..", first[:8])),
        "pause_ahead": len(clauses) == 1 and "，" in rest[:40],
        "adverbial_inside": any(_ADVERBIAL.search(clause) for clause in clauses[:-1]),
        "adverbial_first": bool(_ADVERBIAL.search(first)) and "，" in rest,
        "predicate_first": bool(_PREDICATE.search(first[1:20])),
        "predicate_inside": bool(_PREDICATE.search(heading[3:])),
        "takes_up_end": any(rest.startswith(heading[-n:]) for n in range(2, min(9, len(heading)))),
        "doubling_inside": bool(_DOUBLING.search(heading)),
        "opener_first": bool(_OPENER.match(rest)),
        "lacks_object": bool(_LACKS_OBJECT.match(clauses[-1])),
    }


def _odds(counts: dict[str, int], total: int, word: str) -> float:
    """Log odds of ``word`` at a place against inside a sentence, additively smoothed."""
    extra, kinds = _RULES["smoothing"], _RULES["smoothing"] * _RULES["vocabulary"]
    everywhere = _counts()
    there = (counts.get(word, 0) + extra) / (total + kinds)
    inside = (everywhere.inside.get(word, 0) + extra) / (everywhere.totals[2] + kinds)
    return log(there / inside)
