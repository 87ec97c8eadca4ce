"""Themes as data: what they are called, their cue terms, and the rule that decides.

The file format is described at the head of ``assets/themes.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from analysis.assets import ASSETS
from analysis.cue_matcher import CueMatcher, Meaning

NONE = "none"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class BadThemesFile(ValueError):
    """A themes file that cannot be used; the message says where and why."""


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
        gap: most characters that ``…`` in a cue may stand for.
    """

    min_score: float = 2.0
    min_density: float = 0.6
    none_factor: float = 1.0
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

    @property
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


def load_themes(path: Path | None = None) -> Themes:
    """Read and check a themes file.

    Args:
        path: a TOML file like ``assets/themes.toml``, which is the default.

    Raises:
        BadThemesFile: the file is missing, is no TOML, lacks a key, or a value or cue is wrong.

    Example:
        >>> load_themes().ids
        ('standing', 'capability', 'goals', 'style', 'integrity')
    """
    path = path or ASSETS / "themes.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadThemesFile(f"{path.name}: {error}") from error
    raw_themes = data.get("themes")
    if not isinstance(raw_themes, list) or not raw_themes:
        raise BadThemesFile(f"{path.name}: no [[themes]] in it")
    themes = tuple(_theme(raw, f"{path.name}: theme {i + 1}") for i, raw in enumerate(raw_themes))
    none = data.get("none")
    counter = _theme({"id": NONE, **none}, f"{path.name}: [none]") if _is_table(none) else None
    groups = data.get("blocks", [])
    blocks = tuple(word for group in groups for word in _words(group, f"{path.name}: [[blocks]]"))
    loaded = Themes(themes, counter, blocks, _rule(data.get("rule", {}), f"{path.name}: [rule]"))
    _check_unique(loaded, path.name)
    return loaded


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _theme(raw: Any, where: str) -> Theme:
    if not _is_table(raw):
        raise BadThemesFile(f"{where}: is not a table")
    fields = {}
    for key in ("id", "zh", "en", "colour", "meaning_zh", "meaning_en"):
        value = raw.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadThemesFile(f"{where}: {key} is missing or not a text")
        fields[key] = value.strip()
    if not _COLOUR.fullmatch(fields["colour"]):
        raise BadThemesFile(f"{where}: colour {fields['colour']!r} is not of the form #RRGGBB")
    groups = raw.get("cues")
    if not isinstance(groups, list) or not groups:
        raise BadThemesFile(f"{where} ({fields['id']}): no [[…cues]] in it")
    cues: list[Cue] = []
    for number, group in enumerate(groups, start=1):
        place = f"{where} ({fields['id']}), cue group {number}"
        words = _words(group, place)
        weight = _number(group.get("weight"), f"{place}: weight")
        cues += [Cue(word, weight) for word in words]
    return Theme(**fields, cues=tuple(cues))


def _words(group: Any, where: str) -> list[str]:
    words = group.get("words") if _is_table(group) else None
    if not isinstance(words, str):
        raise BadThemesFile(f"{where}: words is missing or not a text")
    for word in words.split():
        if len(word) < 2 or "…" in word[:2] or "#" in word[:2] or word.endswith("…"):
            raise BadThemesFile(
                f"{where}: {word!r} must start with two fixed characters and not end with …"
            )
    return words.split()


def _number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1000:
        raise BadThemesFile(f"{where} must be a number above 0, is {value!r}")
    return float(value)


def _rule(raw: Any, where: str) -> Rule:
    if not _is_table(raw):
        raise BadThemesFile(f"{where}: is not a table")
    known = {"min_score", "min_density", "none_factor", "gap"}
    if unknown := sorted(set(raw) - known):
        raise BadThemesFile(f"{where}: does not know {', '.join(unknown)}")
    numbers = {key: _number(value, f"{where}: {key}") for key, value in raw.items()}
    gap = int(numbers.pop("gap", Rule.gap))
    return Rule(**numbers, gap=gap)


def _check_unique(themes: Themes, name: str) -> None:
    """Each id once, each cue once: a term in two themes would hide in the one read last."""
    everything = [*themes.themes, *([themes.none] if themes.none else [])]
    owner: dict[str, str] = dict.fromkeys(themes.blocks, "blocks")
    if len({theme.id for theme in everything}) < len(everything):
        raise BadThemesFile(f"{name}: two themes have the same id")
    for theme in everything:
        for cue in theme.cues:
            if cue.text in owner:
                other = owner[cue.text]
                raise BadThemesFile(f"{name}: {cue.text} stands in {other} and in {theme.id}")
            owner[cue.text] = theme.id
