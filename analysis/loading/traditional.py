"""Traditional characters: recognised, and matched as Simplified ones without moving an offset."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.loading.rules import RULES

if TYPE_CHECKING:
    from opencc import OpenCC

_TRADITIONAL_ONLY = frozenset(RULES["encodings"]["common_traditional"])
_LEAST_SHARE = 0.05  # of the characters: a Simplified text with a few quoted ones stays below
_SAMPLE = 20_000


def is_traditional(text: str) -> bool:
    """Whether a text is written in Traditional characters, by its first 20,000 characters."""
    sample = text[:_SAMPLE]
    han = sum("\u4e00" <= character <= "\u9fff" for character in sample)
    traditional = sum(character in _TRADITIONAL_ONLY for character in sample)
    return han > 0 and traditional >= _LEAST_SHARE * han


def simplified(text: str) -> str:
    """``text`` in Simplified characters, one for one: every offset stays true.

    For matching only (dictionary, lexicon, themes, stop words); what is shown stays as written.
    OpenCC converts by phrases; should that ever change the length of a line, the line is
    converted character by character.

    Example:
        >>> simplified("全面貫徹黨的二十大精神")
        '全面贯彻党的二十大精神'
    """
    lines = text.split("\n")
    converted = _converter().convert(text).split("\n")
    if len(lines) != len(converted):
        return _one_by_one(text)
    return "\n".join(
        new if len(new) == len(old) else _one_by_one(old)
        for old, new in zip(lines, converted, strict=True)
    )


def _one_by_one(text: str) -> str:
    converter = _converter()
    table: dict[int, str] = {}
    for character in set(text):
        changed = converter.convert(character)
        if len(changed) == 1:
            table[ord(character)] = changed
    return text.translate(table)


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
