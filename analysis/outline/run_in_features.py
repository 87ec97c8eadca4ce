"""What tells where a heading ends that runs into its text: signs at each place it may end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log

from analysis.assets import ASSETS, read_rows
from analysis.outline.rules import CLOSERS, OPENERS, RULES
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.lexicon import lexicon

_RULES = RULES["run_in"]
_WINDOW = 120
_TERMS = 70  # characters of a window in which set terms are looked for
_NUMBER = re.compile(r"[\d.]+%?")
_SENTENCE = re.compile("[。！？；\n]")
_ADVERBIAL = re.compile(_RULES["adverbial"])
_PREDICATE = re.compile(_RULES["predicate"])
_LACKS_OBJECT = re.compile(_RULES["lacks_object"])
_UNFINISHED = re.compile(_RULES["unfinished"])
_DOUBLING = re.compile(r"(.{2,8})\1")


@dataclass(frozen=True)
class Counts:
    """Word counts by place: at a heading's end, a sentence's beginning, inside a sentence."""

    ends: Mapping[str, int]
    begins: Mapping[str, int]
    inside: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]

    def odds(self, before: str, after: str) -> tuple[float, float]:
        """Log odds that a heading ends with ``before`` and a sentence begins with ``after``.

        Against their standing inside a sentence. What is seldom or never seen at a place is
        expected there a little less than it stands inside: Dirichlet smoothing towards that.
        """
        ends, begins, total = self.totals
        within = [(self.inside.get(word, 0) + 0.5) / (total + 1) for word in (before, after)]
        return (
            _odds(self.ends.get(before, 0), ends, within[0]),
            _odds(self.begins.get(after, 0), begins, within[1]),
        )

    @cached_property
    def totals(self) -> tuple[int, int, int]:
        """Sums of the counts by place."""
        return sum(self.ends.values()), sum(self.begins.values()), sum(self.inside.values())

    @cached_property
    def of_characters(self) -> Counts:
        """The same of characters: the last of headings, the first of sentences, any inside."""
        last, first, inside = Counter[str](), Counter[str](), Counter[str]()
        for word, count in self.ends.items():
            last[word[-1]] += count
        for word, count in self.begins.items():
            first[word[0]] += count
        for word, count in self.inside.items():
            for character in word:
                inside[character] += count
        return Counts(last, first, inside, {})


def _odds(count: int, total: int, within: float) -> float:
    weight = _RULES["smoothing"] * total
    return log((count + weight * within) / ((total + weight) * within))


@lru_cache(maxsize=1)
def usual_counts() -> Counts:
    """The counts of ``assets/outline_words.tsv`` and ``assets/outline_pairs.tsv``."""
    rows = read_rows(ASSETS / "outline_words.tsv")
    ends, begins, inside = (
        {row[0]: int(row[n]) for row in rows if row[n] != "0"} for n in (1, 2, 3)
    )
    pairs = {(row[0], row[1]): int(row[2]) for row in read_rows(ASSETS / "outline_pairs.tsv")}
    return Counts(ends, begins, inside, pairs)


@dataclass(frozen=True, slots=True)
class Window:
    """The text behind a number, in Simplified characters.

    Attributes:
        text: up to 120 characters.
        sentence: its first sentence.
        places: lengths that the heading may have, with the words before and after its end.
        inside: places within a set term.
    """

    text: str
    sentence: str
    places: dict[int, tuple[str, str]]
    inside: frozenset[int]


def window_of(text: str) -> Window:
    """The window of a text that begins with a heading."""
    text = text[:_WINDOW].translate(_simplified())
    sentence = _SENTENCE.split(text, maxsplit=1)[0]
    terms = lexicon(()).matches(text[:_TERMS])
    inside = frozenset(place for start, end in terms for place in range(start + 1, end))
    return Window(text, sentence, dict(_places(sentence)), inside)


def words_of(sentence: str) -> list[str]:
    """jieba's words, those of four characters halved where both halves are words (回顾|过去)."""
    tokenizer = general_dictionary().tokenizer
    words: list[str] = []
    for word in tokenizer.cut(sentence, HMM=False):
        halves = [word[:2], word[2:]]
        halve = len(word) >= 4 and all(tokenizer.FREQ.get(half) for half in halves)
        words += halves if halve else [word]
    return words


def _places(sentence: str) -> Iterator[tuple[int, tuple[str, str]]]:
    length = 0
    for before, after in pairwise(words_of(sentence)):
        length += len(before)
        if length > _RULES["longest"]:
            return
        if length >= _RULES["shortest"] and _may_part(before, after, sentence[:length]):
            yield length, (before, after)


def _may_part(before: str, after: str, heading: str) -> bool:
    if before in "，、：" + OPENERS or after in "，、：；。" + CLOSERS:
        return False
    if before in _RULES["never_last"] or after in _RULES["never_first"]:
        return False
    return all(heading.count(o) <= heading.count(c) for o, c in ("“”", "《》", "（）"))


def features(
    window: Window, others: Sequence[Window], counts: Counts
) -> dict[int, dict[str, float]]:
    """The signs at each place where the heading of ``window`` may end, by the heading's length.

    Args:
        window: of the heading.
        others: the windows of the other headings of its run, which are alike.
        counts: of words.
    """
    sentence = window.sentence
    return {
        length: {
            **_of_words(*words, counts),
            **_of_heading(sentence[:length], sentence[length:]),
            **_of_others(sentence[:length], others),
            "inside_term": length in window.inside,
        }
        for length, words in window.places.items()
        # what headings begin with alike is no whole heading
        if not any(other.text.startswith(sentence[: length + 1]) for other in others)
    }


def _of_words(before: str, after: str, counts: Counts) -> dict[str, float]:
    tag = general_dictionary().pos.get(before) or ""
    before, after = (_NUMBER.sub("0", word) for word in (before, after))
    ends, begins = counts.odds(before, after)
    last, first = counts.of_characters.odds(before[-1], after[0])
    return {
        "ends_heading": ends,
        "begins_sentence": begins,
        "last_character": last,
        "first_character": first,
        "seen_together": log(1 + counts.pairs.get((before, after), 0)),
        "common_before": log(1 + counts.inside.get(before, 0)),
        "common_after": log(1 + counts.inside.get(after, 0)),
        "character_before": len(before) == 1,
        "function_before": tag[:1] in ("c", "p", "u", "y"),
        "quote_before": before[-1] in CLOSERS,
        "number_before": before[0] == "0" or tag[:1] == "m",
    }


def _of_heading(heading: str, rest: str) -> dict[str, float]:
    clauses = heading.split("，")
    first = re.split("[，：]", rest, maxsplit=1)[0]
    size = log(len(heading))
    pairs = {heading[n : n + 2] for n in range(len(heading) - 1)}
    return {
        "length": size,
        "length_squared": size * size,
        "more_clauses": len(clauses) > 2,
        "uneven_clauses": abs(len(clauses[-1]) - len(clauses[0])) / 10,
        "short_last_clause": len(clauses) > 1 and len(clauses[-1]) < 4,
        "short_rest": len(first) < 4,
        "repeats_pair": any(part in pairs for part in re.findall("..", first[:8])),
        "pause_ahead": len(clauses) == 1 and "，" in rest[:40],
        "adverbial_inside": any(_ADVERBIAL.search(clause) for clause in clauses[:-1]),
        "adverbial_first": bool(_ADVERBIAL.search(first)) and "，" in rest,
        "predicate_first": bool(_PREDICATE.search(first[1:20])),
        "takes_up_end": any(rest.startswith(heading[-n:]) for n in range(2, min(9, len(heading)))),
        "takes_up_start": len(heading) > 3 and rest.startswith(heading[:2]),
        "doubling_inside": bool(_DOUBLING.search(heading)),
        "lacks_object": bool(_LACKS_OBJECT.match(clauses[-1])),
        "unfinished": bool(_UNFINISHED.search(clauses[-1])),
        "lacks_verb": _lacks_verb(clauses[-1]),
    }


def _of_others(heading: str, others: Sequence[Window]) -> dict[str, float]:
    """How much the headings of the run would be alike; 0 where there is no other."""
    if not others:
        return {}
    length, comma = len(heading), heading.find("，")
    same = [other for other in others if length in other.places]
    return {
        "parallel": _share_alike(heading[-3:], length, others),
        "same_length": len(same) / len(others),
        "same_character": sum(
            any(a == b for a, b in zip(heading, other.text, strict=False)) for other in same
        )
        / len(others),
        "same_comma": sum(0 < comma == other.text.find("，") for other in others) / len(others),
        "same_ending": sum(_may_end_alike(heading, other) for other in others) / len(others),
    }


def _may_end_alike(heading: str, other: Window) -> bool:
    """Whether the other may end with the same last character but one or two (…得更牢, …得更实)."""
    length, text = len(heading), other.text
    return any(
        n > 3
        and abs(n - length) <= 3
        and (text[n - 2] == heading[-2] or text[n - 3] == heading[-3])
        for n in other.places
    )


def _share_alike(end: str, length: int, others: Sequence[Window]) -> float:
    """Share of ``others`` whose headings may end alike, in three characters or, for less, two."""
    in_three = sum(end in other.text[1 : length + 8] for other in others) / len(others)
    if in_three >= 0.5:
        return in_three
    in_two = sum(end[1:] in other.text[3 : length + 8] for other in others) / len(others)
    return in_two / 3 if in_two > 0.9 else 0.0


def _lacks_verb(clause: str) -> bool:
    """以过硬作风: a clause that opens with a preposition and has no verb."""
    words = words_of(clause)
    if not words or words[0] not in _RULES["prepositions"]:
        return False
    pos = general_dictionary().pos
    return not any((pos.get(word) or "") in ("v", "vd") for word in words[1:])


@lru_cache(maxsize=1)
def _simplified() -> dict[int, int]:
    """Traditional characters to simplified ones, for looking words up; length is kept."""
    return {ord(row[0]): ord(row[1]) for row in read_rows(ASSETS / "outline_traditional.tsv")}
