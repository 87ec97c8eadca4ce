"""The interface in two languages: every string for people stands in ``assets/i18n``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from analysis.assets import ASSETS

LANGUAGES = ("zh", "en")
Translate = Callable[..., str]


@lru_cache(maxsize=len(LANGUAGES))
def strings(language: str) -> dict[str, str]:
    """All strings of a language by dotted key, such as ``overview.title``."""
    text = (ASSETS / "i18n" / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def translator(language: str) -> Translate:
    """A function ``t(key, **blanks)`` that gives the string of ``key`` with its blanks filled."""
    table = strings(language)

    def translate(key: str, **blanks: Any) -> str:
        return table[key].format(**blanks) if blanks else table[key]

    return translate


def _flat(tree: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", value))
    return pairs
