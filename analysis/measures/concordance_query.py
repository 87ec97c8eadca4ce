"""What a person types to search: words, phrases, wildcards, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.speech import Span

HITS = ("query", "start", "end")

_GAP: int = MEASURES["concordance"]["gap"]
_INNER = rf"\w{{0,{_GAP}}}?"  # \w: letters, digits, Chinese characters; no mark, no blank
_PIECES = re.compile(r'[“"]([^“”"]+)[”"]|([^\s|｜"“”]+)')
_WIDE = str.maketrans("＊？", "*?")


@dataclass(frozen=True, slots=True)
class Term:
    """One of the words searched for.

    Attributes:
        text: as typed.
        pattern: what finds it.
        opens, closes: it begins or ends with ``*``: a hit there reaches to the word's edge.
    """

    text: str
    pattern: re.Pattern[str]
    opens: bool = False
    closes: bool = False


def parse_query(query: str) -> tuple[Term, ...]:
    """The terms of a query, each once.

    Args:
        query: words separated by blanks or ``|`` (any of them); in quotes, a phrase with blanks
            and wildcards as typed. ``?`` is one character. ``*`` is any number: at an end of the
            term up to the edge of the word there (抓* finds 抓手 and 抓落实), inside it up to
            ``gap`` characters without mark or blank (抓*落实 finds 抓好落实). Small Latin
            letters find capital ones too.

    Returns:
        The terms; none for a query of blanks and bare wildcards.

    Example:
        >>> [term.text for term in parse_query("抓落实|统筹 抓*")]
        ['抓落实', '统筹', '抓*']
    """
    terms: dict[str, Term] = {}
    for match in _PIECES.finditer(query):
        phrase, piece = match.groups()
        text = phrase.strip() if phrase else piece.translate(_WIDE)
        if text.strip("*?"):
            terms.setdefault(text, _literal(text) if phrase else _wild(text))
    return tuple(terms.values())


def find_term(text: str, term: Term, tokens: pd.DataFrame) -> list[Span]:
    """Where a term stands, from left to right and without overlap, as a reader's search finds it.

    Args:
        text: the text.
        term: the term.
        tokens: its token table (``start``, ``end``): the words' edges for an outer ``*``.
    """
    spans = [match.span() for match in term.pattern.finditer(text) if match.end() > match.start()]
    if not spans or not (term.opens or term.closes):
        return spans
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    widened: list[Span] = []
    for start, end in spans:
        if term.opens:
            row = int(np.searchsorted(starts, start, side="right")) - 1
            start = int(starts[row]) if row >= 0 and start < ends[row] else start
        if term.closes:
            row = int(np.searchsorted(ends, end, side="left"))
            end = int(ends[row]) if row < len(ends) and starts[row] < end else end
        if not widened or start >= widened[-1][1]:
            widened.append((start, end))
    return widened


def find_hits(text: str, tokens: pd.DataFrame, query: str) -> pd.DataFrame:
    """Every hit of every term of a query.

    Returns:
        One row a hit: ``query`` (the term as typed), ``start``, ``end`` (offsets), by term and
        place. Terms are searched for one by one, so each count is what a search for that term
        alone finds; hits of different terms may overlap.
    """
    rows = [
        (term.text, start, end)
        for term in parse_query(query)
        for start, end in find_term(text, term, tokens)
    ]
    return pd.DataFrame(rows, columns=list(HITS)).astype({"start": "int64", "end": "int64"})


def without_nested(hits: pd.DataFrame) -> pd.DataFrame:
    """Hits in reading order, those that lie within another left out: each place is shown once."""
    ordered = hits.sort_values(["start", "end"], ascending=[True, False], kind="stable")
    reach = ordered["end"].cummax().shift(fill_value=-1)
    return ordered[ordered["end"] > reach].reset_index(drop=True)


def _literal(text: str) -> Term:
    return Term(text, re.compile(re.escape(text), _case(text)))


def _wild(text: str) -> Term:
    inner = re.sub(r"\*+", "*", text)
    opens, closes = inner.startswith("*"), inner.endswith("*")
    fixed = inner.strip("*")
    parts = {"*": _INNER, "?": r"\w"}
    pattern = "".join(parts.get(character) or re.escape(character) for character in fixed)
    return Term(text, re.compile(pattern, _case(text)), opens, closes)


def _case(text: str) -> re.RegexFlag:
    return re.NOFLAG if text != text.lower() else re.IGNORECASE
