"""Themes as data: what they are called, their cue terms, and the rule that decides.

The file format is described at the head of ``assets/themes.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.themes.cue_matcher import CueMatcher, Meaning

NONE = "none"


class Cue(NamedTuple):
    """A cue term as written in the file, and the weight a hit adds to its theme's score."""

    text: str
    weight: float


@dataclass(frozen=True)
class Theme:
    """One theme: ``id``, names and one-line meanings in both languages, colour, cues."""

    id: str
    zh: str
    en: str
    colour: str
    meaning_zh: str
    meaning_en: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class Rule:
    """When a passage has a theme at all.

    Attributes:
        min_score: least score (sum of weights) of the best theme.
        min_density: least score per 100 characters of the best theme.
        none_factor: the best theme must beat the score of ``none`` times this.
        heading_factor: so many times a cue counts that stands in the heading.
        gap: most characters that ``…`` in a cue may stand for.
    """

    min_score: float = 2.0
    min_density: float = 0.6
    none_factor: float = 1.0
    heading_factor: float = 1.0
    gap: int = 6


@dataclass(frozen=True)
class Themes:
    """A set of themes, the counter-theme ``none`` (or None), and the rule.

    Attributes:
        themes: in the order they are shown.
        none: cues of what is about none of the themes; its id is ``"none"``.
        blocks: set phrases in which no cue counts.
    """

    themes: tuple[Theme, ...]
    none: Theme | None
    blocks: tuple[str, ...]
    rule: Rule

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes in order, ``none`` not among them."""
        return tuple(theme.id for theme in self.themes)

    @cached_property
    def matcher(self) -> CueMatcher:
        """All cues of all themes, compiled once."""
        meanings: dict[str, Meaning] = dict.fromkeys(self.blocks)
        for theme in (*self.themes, *([self.none] if self.none else [])):
            meanings |= {cue.text: (theme.id, cue.weight) for cue in theme.cues}
        return CueMatcher(meanings, gap=self.rule.gap)
