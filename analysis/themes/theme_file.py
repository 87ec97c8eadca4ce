"""Read a themes file and say what is wrong with it. The format: see ``assets/themes.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.assets import ASSETS
from analysis.themes.theme_cues import NONE, Cue, Rule, Theme, Themes

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class BadThemesFile(ValueError):
    """A themes file that cannot be used; the message says where and why."""


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
    return _own() if path is None else _read(path)


@lru_cache(maxsize=1)
def _own() -> Themes:
    return _read(ASSETS / "themes.toml")


def _read(path: Path) -> Themes:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadThemesFile(f"{path.name}: {error}") from error
    raw_themes = data.get("themes")
    if not isinstance(raw_themes, list) or not raw_themes:
        raise BadThemesFile(f"{path.name}: no [[themes]] in it")
    themes = tuple(_theme(raw, f"{path.name}: theme {i + 1}") for i, raw in enumerate(raw_themes))
    none = None
    if "none" in data:
        raw = _table(data["none"], f"{path.name}: none")
        none = _theme({**raw, "id": NONE}, f"{path.name}: [none]")
    where = f"{path.name}: [[blocks]]"
    groups = data.get("blocks", [])
    blocks = tuple(word for group in _list(groups, where) for word in _words(group, where))
    loaded = Themes(themes, none, blocks, _rule(data.get("rule", {}), f"{path.name}: [rule]"))
    _check_unique(loaded, path.name)
    return loaded


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadThemesFile(f"{where}: is not a table")
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise BadThemesFile(f"{where}: is not a list of tables")
    return value


def _theme(raw: Any, where: str) -> Theme:
    raw = _table(raw, where)
    fields = {}
    for key in ("id", "zh", "en", "colour", "meaning_zh", "meaning_en"):
        value = raw.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadThemesFile(f"{where}: {key} is missing or not a text")
        fields[key] = value.strip()
    if not _COLOUR.fullmatch(fields["colour"]):
        raise BadThemesFile(f"{where}: colour {fields['colour']!r} is not of the form #RRGGBB")
    cues: list[Cue] = []
    for number, group in enumerate(_list(raw.get("cues"), f"{where}: cues"), start=1):
        place = f"{where} ({fields['id']}), cue group {number}"
        words = _words(group, place)
        weight = _number(group.get("weight"), f"{place}: weight")
        cues += [Cue(word, weight) for word in words]
    if not cues:
        raise BadThemesFile(f"{where} ({fields['id']}): no cues in it")
    return Theme(**fields, cues=tuple(cues))


def _words(group: Any, where: str) -> list[str]:
    words = _table(group, where).get("words")
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
    raw = _table(raw, where)
    known = {"min_score", "min_density", "none_factor", "heading_factor", "gap"}
    if unknown := sorted(set(raw) - known):
        raise BadThemesFile(f"{where}: does not know {', '.join(unknown)}")
    numbers = {key: _number(value, f"{where}: {key}") for key, value in raw.items()}
    gap = int(numbers.pop("gap", Rule.gap))
    return Rule(**numbers, gap=gap)


def _check_unique(themes: Themes, name: str) -> None:
    """Each id once, each cue once: a term in two themes would hide in the one read last."""
    everything = [*themes.themes, *([themes.none] if themes.none else [])]
    owner: dict[str, str] = dict.fromkeys(themes.blocks, "blocks")
    ids = [theme.id for theme in everything]
    if len(set(ids)) < len(ids) or NONE in themes.ids:
        raise BadThemesFile(f"{name}: two themes have the same id, or one is called {NONE}")
    for theme in everything:
        for cue in theme.cues:
            if cue.text in owner:
                other = owner[cue.text]
                raise BadThemesFile(f"{name}: {cue.text} stands in {other} and in {theme.id}")
            owner[cue.text] = theme.id
