"""Figures named in a speech: its numbers, shares, sums and dates, in place."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

NAMED_FIGURES = ("kind", "text", "start", "end", "sentence", "section")

_CHINESE = "一二两三四五六七八九十百千万亿〇零"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_HAN_NUMBER = rf"[{_CHINESE}]+(?:点[{_CHINESE}]+)?"
_MONEY = r"(?:[万亿千百]{0,3}(?:元|美元|欧元|港元|日元))"
_UNIT = (
    r"(?:[万亿千百]{0,3}(?:人次|人|户|家|个百分点|个|项|件|条|公里|千米|平方公里|平方米|立方米|米|吨|亩|公顷|千瓦时|"
    r"千瓦|度|所|座|名|辆|台|套|株|批|场|次|天|小时|分钟|岁|倍|床|张|位|只|头|处|类|种|级|期|轮|届))"
)
# In order of precedence: the first that matches at a place names it.
_KINDS = {
    "date": (
        r"(?:\d{4}|[一二][一二三四五六七八九〇○零]{3})年(?:至?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月"
        r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?"
        r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
        r"|\d{1,2}月份?(?!\d)|[“\"]?十[一二三四五六七]五[”\"]?(?=时期|期间|规划)"
    ),
    "share": rf"{_NUMBER}[%％‰]|百分之{_HAN_NUMBER}|{_NUMBER}个百分点|[{_CHINESE}]分之[{_CHINESE}]+",
    "money": rf"(?:{_NUMBER}|{_HAN_NUMBER}){_MONEY}",
    "count": rf"{_NUMBER}(?![\d.]*[A-Za-z])(?:余|多)?{_UNIT}?(?:以上|以下|左右)?|{_NUMBER}[万亿]+",
}
_PATTERN = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in _KINDS.items()))
_LETTERS = re.compile(r"[A-Za-z]")


def named_figures(text: str, sentences: pd.DataFrame, sections: pd.DataFrame) -> pd.DataFrame:
    """Every number and date of a speech.

    Returns:
        One row a figure, in reading order: ``kind`` (``date``, ``share``, ``money``, ``count``),
        ``text``, ``start``, ``end`` (offsets), ``sentence``, ``section`` (row numbers).

    Note:
        Counts are read in digits only: in Chinese numerals 一个 is mostly no number, and 四个意识
        is a phrase. Dates, shares and sums are read in both.
    """
    rows = []
    for match in _PATTERN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not _LETTERS.match(before):  # the 5 of B5 counts nothing
            rows.append((match.lastgroup, match.group(), *match.span()))
    table = pd.DataFrame(rows, columns=list(NAMED_FIGURES[:4]))
    starts = table["start"].to_numpy(np.int64)
    for name, of in (("sentence", sentences), ("section", sections)):
        row = np.searchsorted(of["start"].to_numpy(), starts, side="right") - 1
        table[name] = row.clip(0)
    return table
