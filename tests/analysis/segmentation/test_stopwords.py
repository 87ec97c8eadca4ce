"""Stop words: each hidden word has a reason, and a person has the last word."""

import pytest

from analysis.segmentation.lexicon import lexicon
from analysis.segmentation.stopwords import StopWords, stop_words


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("的", "function"),
        ("我们", "pronoun"),
        ("第一", "number"),
        ("2023", "number"),
        ("5.5%", "number"),
        ("二十三", "number"),
        ("今天", "time"),
        ("同志们", "speech"),
        ("必须", "auxiliary"),
        ("进一步", "degree"),
        ("推进", "stock"),
        ("市", "single"),
    ],
)
def test_a_hidden_word_has_its_reason(word: str, group: str) -> None:
    assert stop_words().reason(word) == group


@pytest.mark.parametrize(
    "word", ["抓落实", "落实", "政府", "统筹", "思维", "两个维护", "5G", "GDP"]
)
def test_words_that_say_what_a_speech_is_about_are_shown(word: str) -> None:
    assert stop_words().reason(word) == ""


def test_set_phrases_are_hidden_only_by_name() -> None:
    stop = stop_words()
    hidden = [word for word in lexicon().terms if stop.reason(word)]
    assert all(word in stop.reasons for word in hidden)
    assert stop.reason("十四五") == ""  # though its characters are all numerals


def test_a_person_hides_and_shows() -> None:
    stop = stop_words()
    edited = stop.edited(hide=["落实"], show=["必须", "5.5%"])
    assert edited.reason("落实") == "own"
    assert edited.reason("必须") == edited.reason("5.5%") == ""
    assert edited.reason("的") == "function"
    assert (stop.reason("落实"), stop.reason("必须")) == ("", "auxiliary")  # unchanged


def test_hiding_wins_over_showing() -> None:
    assert StopWords({}, ()).edited(hide=["甲"], show=["甲"]).reason("甲") == "own"
