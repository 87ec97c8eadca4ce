"""The glossary: enough of it, well-formed, and no fact without its words."""

import re

from analysis.phrases.glossary import glossary


def test_size_and_form() -> None:
    entries = glossary()
    assert len(entries) >= 200
    for phrase, entry in entries.items():
        assert phrase == entry.phrase == phrase.strip() and len(phrase) >= 2
        assert entry.expansion.strip() and entry.category.strip()
        assert re.fullmatch(r"(19[2-9]\d|20[0-4]\d)?", entry.year), phrase
        assert not entry.year or entry.source or "年" in entry.expansion, phrase


def test_a_number_says_how_many() -> None:
    # 四个意识 has four members: where an expansion lists by 、 alone, the count must agree
    numbers = dict(zip("两三四五六七八", range(2, 9), strict=True))
    checked = 0
    for phrase, entry in glossary().items():
        listed = re.fullmatch(r"[^，；：（）。“”]+", entry.expansion)
        if (
            re.match(r"[两三四五六七八](?:个|大|项|种)", phrase)
            and listed
            and "、" in listed.group()
        ):
            assert len(re.split("[、]", entry.expansion)) == numbers[phrase[0]], phrase
            checked += 1
    assert checked >= 15


def test_unexplained_local_terms_are_left_out() -> None:
    assert "四实两高" not in glossary()
