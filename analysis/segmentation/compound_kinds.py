"""The kind of a word: the letter by which the patterns for compounds know it.

A word is looked up in the lists of ``assets/compounds.toml``; one that is in none of them gets its
kind from its part of speech and, a longer one, from the words it begins and ends with.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from analysis.assets import ASSETS
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.parts_of_speech import pos_overrides

GAP, OTHER = "|", "."
SHORTEST_TERM = 3  # a longer noun is a term of its own, not a plain word
_NO_NOUN = ("d", "c", "p", "r", "u", "i")  # jieba's tags of words that no noun begins with
_RARE = 30_000  # a character counted less often is no ordinary word
_PAIR = 4  # two words of two characters
_KIND_OF_TAG = {"vn": "W", "v": "V", "a": "A", "ad": "A", "z": "A", "an": "A", "b": "N", "j": "N"}


@dataclass(frozen=True, slots=True)
class CompoundRules:
    """The rules of ``assets/compounds.toml``, ready to use."""

    kinds: dict[str, str]
    heads: dict[str, str]
    loose: frozenset[str]
    verbs: frozenset[str]
    pattern: re.Pattern[str]
    pos: tuple[str, ...]
    longest: tuple[int, ...]
    trimmed: tuple[bool, ...]


@lru_cache(maxsize=1)
def compound_rules() -> CompoundRules:
    """The rules, read once a process."""
    data = tomllib.loads((ASSETS / "compounds.toml").read_text(encoding="utf-8"))
    kinds: dict[str, str] = {}
    for kind, words in data["kinds"].items():
        for word in words.split():
            kinds.setdefault(word, kind)
    rules = data["compound"]
    return CompoundRules(
        kinds=kinds,
        heads={word: kind for word, kind in kinds.items() if kind in "MBGt"},
        loose=frozenset(data["loose"]),
        verbs=frozenset(data["verbs"].split()),
        pattern=re.compile(
            rf"(?![{GAP}{OTHER}])(?:" + "|".join(f"({rule['kinds']})" for rule in rules) + ")"
        ),
        pos=tuple(rule["pos"] for rule in rules),
        longest=tuple(rule["longest"] for rule in rules),
        trimmed=tuple(rule.get("trimmed", False) for rule in rules),
    )


@lru_cache(maxsize=50_000)
def kind_of(word: str, pos: str) -> str:
    """The kind of a word: the letter that the patterns know it by."""
    rules = compound_rules()
    kind = rules.kinds.get(word)
    if kind:
        return kind
    if pos == "mask":
        return "X"
    if len(word) == 1:
        return _kind_of_character(word, pos)
    if pos[:1] == "n":
        return _kind_of_noun(word, pos)
    if pos in ("j", "l") and len(word) > SHORTEST_TERM:
        kind = _kind_of_noun(word, pos)
        return kind if kind != OTHER else _kind_of_phrase(word, pos)
    if len(word) > SHORTEST_TERM:
        return _kind_of_phrase(word, pos)
    return _KIND_OF_TAG.get(pos, OTHER)


def _kind_of_character(word: str, pos: str) -> str:
    if not "\u4e00" <= word <= "\u9fff" or pos[:1] in ("r", "p", "u", "d", "c", "m", "q", "f"):
        return OTHER
    rare = (general_dictionary().tokenizer.FREQ.get(word) or 0) < _RARE
    return "u" if rare or pos[:1] == "n" else "c"


def _kind_of_phrase(word: str, pos: str) -> str:
    """A set phrase that is no noun: 贯彻落实, 依然严峻."""
    kinds = compound_rules().kinds
    if kinds.get(word[:2]) == "E" and kinds.get(word[-2:]) == "S":
        return "S"
    if _is_nominal(word[:2]) and _tag(word[-2:])[:1] == "v":
        return "Y"
    verbs = all(_tag(part)[:1] == "v" for part in (word[:2], word[-2:]))
    return "J" if pos == "v" or (verbs and len(word) == _PAIR) else OTHER


def _kind_of_noun(word: str, pos: str) -> str:
    rules = compound_rules()
    if len(word) < SHORTEST_TERM:
        return "P" if pos == "ns" else "a" if pos[:2] == "nr" else "N"
    first = word[:2]
    if rules.kinds.get(first) == "F" or first in rules.verbs:
        acts = _tag(word[-2:]) == "v" and len(word) == _PAIR
        return "J" if acts and not _is_nominal(word[-2:]) else "U"
    stem = word.removesuffix("精神")  # the spirit of a meeting is told with the meeting
    for size in (5, 4, 3, 2, 1):
        kind = rules.heads.get(stem[-size:]) if size < len(stem) else None
        if kind and (kind == "M" or stem == word):
            return kind
    if pos == "ns":
        return "P"
    if pos[:2] == "nr" or not rules.loose.isdisjoint(word):
        return OTHER
    if len(word) == SHORTEST_TERM:
        return "T" if pos != "l" else OTHER
    if rules.kinds.get(first, OTHER) in "DdEvx":
        return OTHER
    begins = _is_nominal(first) or _is_nominal(word[:3])
    if pos != "l" and _tag(first)[:1] not in _NO_NOUN:
        begins = True
    if not begins:
        return OTHER
    if _is_nominal(word[-2:]) or _is_nominal(word[-3:]):
        return "T"
    acts = _tag(word[-2:])[:1] == "v"
    return OTHER if not acts else "Y" if pos == "l" else "T"


def _is_nominal(word: str) -> bool:
    kind = compound_rules().kinds.get(word)
    tag = _tag(word)
    return kind in ("N", "b", "H", "Z", "h", "i", "B", "G", "M", "t") or (
        kind is None and (tag[:1] in ("n", "j", "b", "m") or tag in ("vn", "an", "l"))
    )


def _tag(word: str) -> str:
    return pos_overrides().get(word) or general_dictionary().pos.get(word) or ""
