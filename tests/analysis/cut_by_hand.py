"""Texts whose words are marked by hand: tests of a measure must not hang on the segmenter."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.outline import outline_of
from analysis.sections import sections_table
from analysis.segmentation.sentences import sentences_of


class Cut(NamedTuple):
    """A text and its tables."""

    text: str
    tokens: pd.DataFrame
    sentences: pd.DataFrame
    sections: pd.DataFrame


def cut(marked: str) -> Cut:
    """A text whose neighbouring words are parted by strokes: ``项目/要/快，农业/要/稳。``"""
    text = marked.replace("/", "")
    sentences, sections = sentences_of(text), sections_table(outline_of(text))
    rows, place = [], 0
    for piece in re.split(r"(/|[^\w/]+)", marked):
        if re.match(r"\w", piece):
            rows.append((place, place + len(piece), piece, "n"))
        place += len(piece.replace("/", ""))
    tokens = pd.DataFrame(rows, columns=["start", "end", "word", "pos"])
    for name, table in (("sentence", sentences), ("section", sections)):
        row = np.searchsorted(table["start"].to_numpy(), tokens["start"].to_numpy(), "right") - 1
        tokens[name] = row
    return Cut(text, tokens, sentences, sections)
