"""Sentences: the smallest passages that a number leads to."""

from __future__ import annotations

import re

import pandas as pd

SENTENCES = ("start", "end")
_SENTENCE = re.compile(r"[^\s。！？!?…][^。！？!?…\n]*(?:[。！？!?…][。！？!?…”’」』）)》]*)?")


def sentences_of(text: str) -> pd.DataFrame:
    """Sentences of ``text``: one row each, ``start`` and ``end`` (character offsets).

    A sentence ends after 。！？… and the quotes that close with it, or at a line's end. The text
    between two sentences is white space only (or stray stops, where a line begins with one).
    """
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return pd.DataFrame(spans, columns=list(SENTENCES), dtype="int64")
