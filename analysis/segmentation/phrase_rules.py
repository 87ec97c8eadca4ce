"""Rules that keep whole what no list can hold; each proposes spans, the best cover decides.

What they look for is data: ``assets/segmentation.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.assets import ASSETS
from analysis.segmentation.cover import Candidate
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.parallel_items import Barred, parallel_items
from analysis.segmentation.plain_reading import PlainReading
from analysis.speech import Span

PHRASE = "l"
_RARE, _RARE_VERB = 30_000, 1_500  # counts of a character that may stand in a place's name
_NO_NAME = ("r", "p", "u", "d", "c", "m", "q", "f")  # jieba's tags of characters that do not
_TITLE = re.compile(r"(?<=[《〈])[\w·—\-]{2,}(?=[》〉])")


class Pattern(NamedTuple):
    """A regular expression, and the part of speech of what it finds.

    Attributes:
        needs: finds what a line must hold to hold anything for it; None if that is not known.
    """

    find: re.Pattern[str]
    pos: str
    needs: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class PhraseRules:
    """The rules of ``assets/segmentation.toml``, ready to use."""

    patterns: tuple[Pattern, ...]
    suffix: re.Pattern[str]
    suffixed: frozenset[str]
    place: re.Pattern[str]
    placeless: frozenset[str]
    levels: dict[str, frozenset[str]]
    barred: Barred
    title: int
    quoted: re.Pattern[str]


@lru_cache(maxsize=1)
def phrase_rules() -> PhraseRules:
    """The rules, read once a process."""
    data = tomllib.loads((ASSETS / "segmentation.toml").read_text(encoding="utf-8"))
    inner = r"[^“”「」『』，。！？；：、\s]"
    numeral = r"[一二两三四五六七八九十双]"
    return PhraseRules(
        patterns=tuple(
            Pattern(
                re.compile(rule["find"]),
                rule["pos"],
                re.compile("|".join(map(re.escape, rule["holds"]))) if "holds" in rule else None,
            )
            for rule in data["pattern"]
        ),
        suffix=re.compile(f"[{re.escape(data['suffixes'])}]"),
        suffixed=frozenset(data["suffixed"]),
        place=re.compile(
            f"(?={'|'.join(data['place_of'].split())})|{'|'.join(data['place'].split())}"
        ),
        placeless=frozenset(data["placeless"]),
        levels={category: frozenset(words.split()) for category, words in data["level"].items()},
        barred=Barred(
            first=frozenset(data["free_verbs"].split()),
            inside=frozenset(data["loose"]),
            inside_long=frozenset(data["loose_long"]),
            last=frozenset(data["loose_last"]),
        ),
        title=data["title"],
        quoted=re.compile(
            rf"(?<=[“「『])(?:{inner}{{2,{data['quoted']}}}"
            rf"|(?={numeral}{inner}+{numeral}){inner}{{2,{data['quoted_numeral']}}})(?=[”」』])"
        ),
    )


def phrases_by_rule(reading: PlainReading) -> Iterator[Candidate]:
    """Spans that a rule takes for one term; a term of the lexicon of equal weight goes first."""
    rules = phrase_rules()
    for pattern in rules.patterns:
        for match in _matches(pattern, reading.text):
            if reading.supports(*match.span()):
                yield _candidate(match.span(), pattern.pos)
    for match in _TITLE.finditer(reading.text):
        if len(match.group()) <= rules.title:
            yield _candidate(match.span(), "nz")
    for span in parallel_items(reading, rules.barred):
        yield _candidate(span, PHRASE)
    yield from _suffixed_words(reading, rules)
    yield from _place_names(reading, rules)


def _matches(pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds; lines without any of what it needs are not searched."""
    if not pattern.needs:
        yield from pattern.find.finditer(text)
        return
    place = 0
    while found := pattern.needs.search(text, place):
        start = max(place, text.rfind("\n", place, found.start()) + 1)
        place = text.find("\n", found.start()) + 1 or len(text)
        yield from pattern.find.finditer(text, start, place)


def quoted_terms(text: str) -> Iterator[Span]:
    """Short terms in quotation marks."""
    return (match.span() for match in phrase_rules().quoted.finditer(text))


def length_of_level(reading: PlainReading, start: int, levels: frozenset[str]) -> int:
    """How many characters before a body or a meeting say its level; 0 if none do.

    区|纪委监委 and 全市|教育大会 are names; in 全市|教育局 the first word belongs to no name.
    """
    for length in {len(level) for level in levels}:
        place = start - length
        if place >= 0 and reading.text[place:start] in levels and reading.edge[start]:
            joined = reading.edge[place] or reading.text[place - 1] in phrase_rules().barred.inside
            return length if joined else 0
    return 0


def _suffixed_words(reading: PlainReading, rules: PhraseRules) -> Iterator[Candidate]:
    pos, text, edge = general_dictionary().pos, reading.text, reading.edge
    for match in rules.suffix.finditer(text, 1):
        middle, end = match.span()
        if edge[middle] and edge[end]:
            start = edge.rindex(1, 0, middle)
            tag = pos.get(text[start:middle], "") if middle - start > 1 else ""
            if tag[:1] in rules.suffixed:
                yield _candidate((start, end), "v" if text[middle] == "化" else "n")


def _place_names(reading: PlainReading, rules: PhraseRules) -> Iterator[Candidate]:
    """Places that no list holds: two or three rare characters and what kind of place it is."""
    pos, text, edge = general_dictionary().pos, reading.text, reading.edge
    for match in rules.place.finditer(text, 2):
        middle, end = match.span()
        if not edge[end] or not (edge[middle] or pos.get(text[middle - 1 : end]) == "ns"):
            continue
        for start in (max(middle - 3, 0), middle - 2):
            name = text[start:middle]
            if all(edge[start:middle]) and _may_name_a_place(name, rules.placeless):
                yield _candidate((start, end), "ns")
                break


def _may_name_a_place(name: str, placeless: frozenset[str]) -> bool:
    if not placeless.isdisjoint(name):
        return False
    count, pos = general_dictionary().tokenizer.FREQ, general_dictionary().pos
    last = name[-1]
    return (
        all("\u4e00" <= sign <= "\u9fff" and (count.get(sign) or 0) < _RARE for sign in name)
        and not any(pos.get(sign, "")[:1] in _NO_NAME for sign in name)
        and (pos.get(last, "")[:1] != "v" or (count.get(last) or 0) < _RARE_VERB)
    )


def _candidate(span: Span, pos: str) -> Candidate:
    return Candidate(*span, (span[1] - span[0]) ** 2 - 1, pos)
