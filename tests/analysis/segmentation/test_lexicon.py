"""The lexicon: every file well-formed, every term one that may be matched, and how they match."""

import re
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.assets import ASSETS, read_rows
from analysis.segmentation.dictionary import general_dictionary
from analysis.segmentation.lexicon import SHORTEST, Lexicon, Term, lexicon
from analysis.segmentation.parts_of_speech import pos_group, pos_overrides
from analysis.speech import Span

FILES = sorted((ASSETS / "lexicon").glob("*.tsv"))
CATEGORIES = {
    *("theory", "party", "law", "economy", "science", "region", "rural", "environment", "welfare"),
    *("culture", "security", "foreign", "work", "body", "meeting", "numeral", "phrase"),
}
TAGS = {"n", "v", "l", "nt", "nz"}
LONGEST = 28


def rows_of(path: Path) -> list[list[str]]:
    return read_rows(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_well_formed(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    content = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# "), "the first line says what the file holds"
    assert content[0] == "term\tcategory\tpos\tnote"
    wrong = [
        row
        for row in rows_of(path)
        if len(row) != 4
        or not SHORTEST <= len(row[0]) <= LONGEST
        or row[1] not in CATEGORIES
        or row[2] not in TAGS
        or not re.fullmatch(r"\w[\w·+—]*(?:、\w+)*", row[0])
    ]
    assert wrong == []


def test_no_term_is_listed_twice() -> None:
    counts = Counter(row[0] for path in FILES for row in rows_of(path))
    assert [term for term, count in counts.items() if count > 1] == []


def test_there_are_some_thousands() -> None:
    assert len(lexicon().terms) >= 3000


def test_short_terms_are_not_what_the_dictionary_has_anyway() -> None:
    known = general_dictionary().pos
    short = [word for word in lexicon().terms if len(word) == SHORTEST and word in known]
    assert len(short) <= 0.02 * len(lexicon().terms)


@pytest.mark.parametrize("word", sorted(pos_overrides()))
def test_overrides_have_a_group(word: str) -> None:
    assert pos_group(pos_overrides()[word]) != "other"


def test_a_persons_words_are_added_for_that_call_only() -> None:
    own = lexicon(("青禾湖治理工程", "x"))
    assert own.terms["青禾湖治理工程"] == Term("l", "own")
    assert "x" not in own.terms and "青禾湖治理工程" not in lexicon().terms


def cover_weight(spans: list[Span]) -> int:
    return sum((end - start) ** 2 for start, end in spans)


@given(
    st.sets(st.text("甲乙丙", min_size=2, max_size=4), max_size=6),
    st.text("甲乙丙", max_size=9),
)
def test_matches_are_the_heaviest_cover(words: set[str], text: str) -> None:
    found = Lexicon({word: Term("n", "work") for word in words}).matches(text)
    assert all(text[start:end] in words for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    candidates = [
        (start, end)
        for start, end in combinations(range(len(text) + 1), 2)
        if text[start:end] in words
    ]
    assert cover_weight(found) == heaviest(candidates, 0)


def heaviest(candidates: list[Span], free_from: int) -> int:
    """By trying everything."""
    rest = [span for span in candidates if span[0] >= free_from]
    return max(
        ((end - start) ** 2 + heaviest(rest, end) for start, end in rest),
        default=0,
    )


def test_terms_that_overlap_through_a_whole_text_take_linear_time() -> None:
    terms = Lexicon({word: Term("n", "work") for word in ("国家", "家国")})
    assert len(terms.matches("国家" * 20_000)) == 20_000
