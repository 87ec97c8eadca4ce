"""CSV that opens right in Excel, and in which nothing can run."""

import csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.export import FORMULA_STARTS, csv_bytes


def parsed(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_bytes_are_utf8_with_mark_and_windows_line_ends() -> None:
    data = csv_bytes(pd.DataFrame({"词": ["抓落实"], "次数": [12]}))
    assert data == b"\xef\xbb\xbf" + "词,次数\r\n抓落实,12\r\n".encode()


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_text_begins_like_a_formula(start: str) -> None:
    table = pd.DataFrame({start + "SUM(A1)": [start + 'HYPERLINK("x")']})
    header, cells = parsed(csv_bytes(table))
    assert header == ["'" + start + "SUM(A1)"]
    assert cells == ["'" + start + 'HYPERLINK("x")']


def test_numbers_stay_numbers_and_gaps_stay_empty() -> None:
    table = pd.DataFrame({"a": [-1, 2], "b": [-0.5, np.nan], "c": ["x", None], "d": [True, False]})
    assert parsed(csv_bytes(table))[1:] == [["-1", "-0.5", "x", "True"], ["2", "", "", "False"]]


def test_spans_and_lists_are_written_flat() -> None:
    table = pd.DataFrame({"marks": [[(12, 15), (20, 22)], []], "words": [["甲", "乙"], ["=1"]]})
    assert parsed(csv_bytes(table))[1:] == [["12–15; 20–22", "甲; 乙"], ["", "'=1"]]


def test_an_empty_table_keeps_its_header() -> None:
    assert parsed(csv_bytes(pd.DataFrame(columns=["word", "own"]))) == [["word", "own"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=8))
def test_any_text_comes_back(texts: list[str]) -> None:
    rows = parsed(csv_bytes(pd.DataFrame({"n": range(len(texts)), "text": texts})))[1:]
    assert len(rows) == len(texts)
    for (_, written), text in zip(rows, texts, strict=True):
        assert written in (text, "'" + text)
        assert not written.startswith(FORMULA_STARTS)
