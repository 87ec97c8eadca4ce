"""Parts of speech: jieba's tags, corrected for the official register and grouped for people."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from analysis.assets import ASSETS

POS_GROUPS = ("noun", "verb", "adjective", "phrase", "name", "adverb", "time", "number", "other")


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((ASSETS / "parts_of_speech.toml").read_text(encoding="utf-8"))


def pos_overrides() -> dict[str, str]:
    """Word → tag, where jieba's own tag is wrong for the official register."""
    return _table()["overrides"]


def pos_group(tag: str) -> str:
    """The group (``noun``, ``verb``, ``phrase`` …) that a tag belongs to; ``other`` if unknown."""
    groups = _table()["groups"]
    return groups.get(tag) or groups.get(tag[:1], "other")
