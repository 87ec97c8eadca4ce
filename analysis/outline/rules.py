"""The outline's judgement, read from ``assets/outline.toml``, and the patterns made of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any

from analysis.assets import ASSETS

RULES: dict[str, dict[str, Any]] = tomllib.loads(
    (ASSETS / "outline.toml").read_text(encoding="utf-8")
)

NUMERAL = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾貳參肆陸]{1,3}"
BLANKS = " \t\r\u00a0\u2002\u2003\u3000"
STOPS = "。！？!?…"
PAUSES = "，,；;：:、"
CLOSERS = "”’」』）)》】〉"
OPENERS = "“‘「『（(《【〈"


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_WORDS = any_of(RULES["address"]["words"])
_NAME = r"[^\s，。！？；：、,!?;:“”]"
_ONE_ADDRESS = rf"(?:{_NAME}{{0,12}}?(?:{_WORDS})|各位(?!是|都|要|也){_NAME}{{1,8}}?)"
_MORE = rf"(?:[，、,][ 　]*\n?[ 　]*|[ 　]+){_NAME}{{1,24}}"  # some set every guest on a line
# 同志们！ opens a passage of a speech; with a colon, or 尊敬的…, it is what a speech begins with.
ADDRESS = re.compile(rf"{_ONE_ADDRESS}(?:[，、, 　]+{_ONE_ADDRESS}){{0,6}}[ 　]*[：:！!，,。]")
SALUTATION = re.compile(
    rf"(?:(?:尊敬的|敬爱的|亲爱的){_NAME}{{1,24}}|{_ONE_ADDRESS})(?:{_MORE}){{0,12}}[ 　]*[：:！!](?!”)"
)
SALUTATION_AFTER_TEXT = re.compile(
    rf"(?:尊敬的|(?:{_WORDS})|各位[^\s，。：]{{1,6}})[^。！？\n]{{0,60}}?[：:](?!”)"
)
DATE = re.compile(
    r"[（(]?[ 　]*(?:[12]\d{3}|[一二][一二三四五六七八九〇零○]{3})[ 　]*[年./\-][ 　]*"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[ 　]*[月./\-][ 　]*"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[ 　]*日?)?[ 　]*[）)]?"
)
