"""Kangxi radicals and compatibility ideographs, which print like the characters they are not.

PDF files hold them in the place of real characters: ⼀ (U+2F00) for 一, ⻓ (U+2ED3) for 长.
"""

from __future__ import annotations

import re
import unicodedata

from analysis.loading.rules import RULES

_RADICALS: dict[str, str] = RULES["compatibility"]["radicals"]
COMPATIBILITY = re.compile(
    rf"[\u2f00-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d{''.join(_RADICALS)}]"
)


def real_character(character: str) -> str:
    """The unified ideograph that a compatibility code point stands for.

    Example:
        >>> real_character("⼯"), real_character("⻓")
        ('工', '长')
    """
    return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
