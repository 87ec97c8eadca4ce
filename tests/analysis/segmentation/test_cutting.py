"""The cut by the dictionary alone: word for word that of jieba with the same words."""

from functools import cache

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.assets import ASSETS
from analysis.loading import built_in_speech
from analysis.segmentation.dictionary import ADDED, TOTAL, general_dictionary

LETTERS = (
    "普惠提振国家安全工作会议抓落实发展中心的和一十三aTX19.%-_+#&·，。《》\r\n \u3000𠮷😀é々〇"
)


@cache
def jieba_with_our_words() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    for name in ADDED:
        for line in (ASSETS / name).read_text(encoding="utf-8").splitlines():
            word, count, tag = line.split()
            tokenizer.add_word(word, int(count), tag)
    tokenizer.total = TOTAL
    return tokenizer


def by_jieba(text: str) -> list[str]:
    return jieba_with_our_words().lcut(text, HMM=False)


def cut(text: str) -> list[str]:
    return list(general_dictionary().tokenizer.cut(text, HMM=False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "国",
        "中华人民共和国国务院办公厅",
        "增长3.5%，GDP达到1200亿元，T恤、卡拉OK和AT&T",
        "第一行\r\n第二行\n\r\n",
        "发展中国家用电器",
        "a" * 50 + "国" * 50,
    ],
)
def test_words_are_those_of_jieba(text: str) -> None:
    assert cut(text) == by_jieba(text)


@given(st.text(LETTERS, max_size=60))
@settings(max_examples=300, deadline=None)
def test_words_of_any_text_are_those_of_jieba(text: str) -> None:
    assert cut(text) == by_jieba(text)


def test_words_of_a_whole_speech_are_those_of_jieba() -> None:
    text = built_in_speech().text
    assert cut(text) == by_jieba(text)


def test_other_ways_of_cutting_are_left_to_jieba() -> None:
    tokenizer = general_dictionary().tokenizer
    assert list(tokenizer.cut("发展中国家", cut_all=True)) == jieba.lcut("发展中国家", cut_all=True)
