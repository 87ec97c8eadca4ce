"""Stop words: which words a ranking hides, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from analysis.assets import ASSETS
from analysis.segmentation.lexicon import lexicon


@dataclass(frozen=True, eq=False)
class StopWords:
    """Words hidden from rankings.

    Attributes:
        reasons: word → group (the reason shown to people).
        patterns: group and regular expression pairs, tried when a word is not listed.
        kept: words to show although a group hides them: set phrases, and what a person chooses.
        traditional: whether words come in Traditional characters; they are looked up in Simplified.
    """

    reasons: dict[str, str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    kept: frozenset[str] = frozenset()
    traditional: bool = False

    def reason(self, word: str) -> str:
        """The group that hides ``word``, or ``""`` if it is shown."""
        if self.traditional:
            word = _simplified(word)
        if word in self.kept:
            return ""
        if word in self.reasons:
            return self.reasons[word]
        return next((group for group, rule in self.patterns if rule.fullmatch(word)), "")

    def edited(self, *, hide: Collection[str] = (), show: Collection[str] = ()) -> StopWords:
        """A copy with a person's own choices: ``hide`` gets the reason ``own``."""
        reasons = self.reasons | dict.fromkeys(hide, "own")
        return StopWords(reasons, self.patterns, (self.kept | frozenset(show)) - frozenset(hide))


@lru_cache(maxsize=50_000)
def _simplified(word: str) -> str:
    from analysis.loading.traditional import simplified  # late: few texts need OpenCC

    return simplified(word)


@lru_cache(maxsize=1)
def stop_words() -> StopWords:
    """The list of ``assets/stopwords.toml``; a pattern hides no set phrase."""
    file = tomllib.loads((ASSETS / "stopwords.toml").read_text(encoding="utf-8"))
    reasons: dict[str, str] = {}
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for group, content in file["groups"].items():
        for word in content.get("words", "").split():
            reasons.setdefault(word, group)
        patterns += [(group, re.compile(rule)) for rule in content.get("patterns", ())]
    rules = StopWords(reasons, tuple(patterns))
    terms = (term for term in lexicon().terms if term not in reasons)
    return rules.edited(show=[term for term in terms if rules.reason(term)])
