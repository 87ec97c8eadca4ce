"""Rules that keep whole what no list can hold; each proposes spans, the best cover decides.

What they look for is data: ``assets/segmentation.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from analysis.assets import ASSETS
from analysis.cover import Candidate
from analysis.dictionary import general_dictionary
from analysis.parallel_items import parallel_items
from analysis.plain_reading import PlainReading
from analysis.speech import Span

PHRASE = "l"
_TITLE = re.compile(r"(?<=[《〈])[\w·—\-]{2,}(?=[》〉])")


@dataclass(frozen=True, slots=True)
class PhraseRules:
    """The rules of ``assets/segmentation.toml``, ready to use."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    suffixes: frozenset[str]
    suffixed: frozenset[str]
    levels: frozenset[str]
    free_verbs: frozenset[str]
    loose: frozenset[str]
    title: int
    quoted: re.Pattern[str]


@lru_cache(maxsize=1)
def phrase_rules() -> PhraseRules:
    """The rules, read once a process."""
    data = tomllib.loads((ASSETS / "segmentation.toml").read_text(encoding="utf-8"))
    inner = r"[^“”「」『』，。！？；：、\s]"
    numeral = r"[一二两三四五六七八九十双]"
    return PhraseRules(
        patterns=tuple((re.compile(rule["find"]), rule["pos"]) for rule in data["pattern"]),
        suffixes=frozenset(data["suffixes"]),
        suffixed=frozenset(data["suffixed"]),
        levels=frozenset(data["levels"]),
        free_verbs=frozenset(data["free_verbs"].split()),
        loose=frozenset(data["loose"]),
        title=data["title"],
        quoted=re.compile(
            rf"(?<=[“「『])(?:{inner}{{2,{data['quoted']}}}"
            rf"|(?={numeral}{inner}+{numeral}){inner}{{2,{data['quoted_numeral']}}})(?=[”」』])"
        ),
    )


def phrases_by_rule(reading: PlainReading) -> Iterator[Candidate]:
    """Spans that a rule takes for one term; a term of the lexicon of equal weight goes first."""
    rules = phrase_rules()
    for pattern, pos in rules.patterns:
        for match in pattern.finditer(reading.text):
            if reading.supports(*match.span()):
                yield _candidate(match.span(), pos)
    for match in _TITLE.finditer(reading.text):
        if len(match.group()) <= rules.title:
            yield _candidate(match.span(), "nz")
    for span in parallel_items(reading, rules.free_verbs, rules.loose):
        yield _candidate(span, PHRASE)
    yield from _suffixed_words(reading, rules)


def _suffixed_words(reading: PlainReading, rules: PhraseRules) -> Iterator[Candidate]:
    pos = general_dictionary().pos
    for (start, middle), (_, end) in pairwise(reading.words):
        if end - middle == 1 < middle - start and reading.text[middle] in rules.suffixes:
            tag = pos.get(reading.text[start:middle], "")
            if tag[:1] in rules.suffixed:
                yield _candidate((start, end), "v" if reading.text[middle] == "化" else "n")


def _candidate(span: Span, pos: str) -> Candidate:
    return Candidate(*span, (span[1] - span[0]) ** 2 - 1, pos)
