"""Kinds of set phrases: what a word is by its form, its part of speech and the lists it is in."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from analysis.measures.measure_rules import MEASURES
from analysis.phrases.glossary import glossary

Kind: TypeAlias = Literal["formula", "numeral", "four", "policy", "quoted", "title", "local", "own"]
KINDS: tuple[Kind, ...] = (
    *("formula", "numeral", "local", "own", "quoted", "four", "policy", "title"),
)

_RULES = MEASURES["phrases"]
_NUMERAL = re.compile(rf"[{_RULES['numerals']}][\u4e00-\u9fff、]+")
_NOT_NUMERAL = re.compile("|".join(_RULES["not_numerals"]))
_NUMERALS = frozenset(_RULES["numerals"]) - {"一"}
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_FORMULA, _POLICY = frozenset(_RULES["formula"]), frozenset(_RULES["policy"])


def kind_of(word: str, pos: str, category: str) -> Kind | None:
    """What kind of set phrase a word is, or None.

    Args:
        word: the word.
        pos: its part of speech (jieba's tags; ``l`` and ``i`` are phrases).
        category: its category in the lexicon, or ``""``.

    Returns:
        ``own`` (a person's word), ``local`` (of one place, says the glossary), ``numeral`` (an
        abbreviation that begins with a number), ``formula`` (of politics and party), ``four``
        (four characters), ``policy`` (a longer term of a policy field), or None: a plain word.
    """
    entry = glossary().get(word)
    if category == "own":
        return "own"
    if entry and entry.category == _RULES["local"]:
        return "local"
    if entry and entry.category in _RULES["everyday"]:
        return "four" if len(word) == 4 else "policy"
    if not _HAN.fullmatch(word) and not entry:
        return None
    if _is_abbreviation(word) and (entry or _counts_several(word, pos, category)):
        return "numeral"
    shortest = _RULES["shortest_verb" if pos[:1] in ("v", "l") else "shortest"]
    if entry or (category in _FORMULA and len(word) >= shortest):
        return "formula"
    if len(word) == 4 and pos[:1] in ("i", "l"):
        return "four"
    return "policy" if category in _POLICY and len(word) >= _RULES["shortest"] else None


def _is_abbreviation(word: str) -> bool:
    return bool(_NUMERAL.fullmatch(word)) and not _NOT_NUMERAL.search(word)


def _counts_several(word: str, pos: str, category: str) -> bool:
    """四实两高, which no list has, or 五级联动; not 一身正气: with 一 alone it is any phrase."""
    found = category == "numeral" or (not category and pos[:1] == "l")
    return found and (word[0] != "一" or not _NUMERALS.isdisjoint(word[1:]))
