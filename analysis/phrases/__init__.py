"""Set phrases (提法): the formulas, abbreviations and quoted terms of a speech, by kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.measures.measure_rules import MEASURES
from analysis.phrases.glossary import Entry, glossary
from analysis.phrases.phrase_kinds import KINDS, Kind, kind_of
from analysis.segmentation.cover import Candidate, best_cover
from analysis.segmentation.lexicon import lexicon
from analysis.speech import Span

PHRASE_PLACES = ("phrase", "kind", "start", "end", "sentence", "section")
PHRASES = (
    *("phrase", "kind", "count", "parts", "first", "places"),
    *("entry", "expansion", "category", "source", "year"),
)
SHORTEST = 3  # a shorter entry inside a longer phrase may stand there by chance (三保|障)

_RULES = MEASURES["phrases"]
_TITLE = re.compile(r"《\s*([^《》\n]{2,60}?)\s*》")
_QUOTED = re.compile(
    rf"[“「『]([^“”「」『』，。！？；：《》\s]{{2,{_RULES['longest_quoted']}}})[”」』]"
)
_UNKNOWN = Entry("", "", "", "", "")


def phrase_places(
    text: str,
    tokens: pd.DataFrame,
    sections: pd.DataFrame,
    *,
    extra: tuple[str, ...] = (),
    known: Collection[str] | None = None,
) -> pd.DataFrame:
    """Every set phrase in place, from left to right, none within another.

    Args:
        text: the text.
        tokens, sections: the tables of the speech, segmented with the same ``extra``.
        extra: words that a person added to the lexicon.
        known: words that other texts use (of the reference table). A numeral abbreviation or a
            quoted term that neither they nor the glossary have is ``local``; without ``known``
            only those are that the glossary calls so.

    Returns:
        One row a place: ``phrase``, ``kind`` (see :func:`kind_of`), ``start``, ``end`` (the
        phrase without its quotes or 《》), ``sentence``, ``section`` (row numbers).
    """
    terms = lexicon(extra).terms
    found: dict[Span, Kind] = {}
    quoted = {match.group(1) for match in _QUOTED.finditer(text)}
    columns = (tokens[name].tolist() for name in ("start", "end", "word", "pos"))
    for start, end, word, pos in zip(*columns, strict=True):
        term = terms.get(word)
        kind = kind_of(word, pos, term.category if term else "")
        # a term once quoted is one where it stands bare, too
        plain = kind is None or (kind == "four" and term is None)
        if plain and word in quoted and len(word) >= _RULES["shortest_verb"]:
            kind = "quoted"
        if kind:
            found[start, end] = kind
    for span in _glossary_places(text, tokens):
        found.setdefault(span, kind_of(text[slice(*span)], "", "") or "formula")
    kept = _apart(text, found)
    rows = [(text[start:end], kind, start, end) for start, end, _, kind in kept]
    table = pd.DataFrame(rows, columns=list(PHRASE_PLACES[:4]))
    table = table.astype({"start": "int64", "end": "int64"})
    table["kind"] = _with_local(table, known)
    row = np.searchsorted(tokens["end"].to_numpy(), table["start"].to_numpy(), side="right")
    last = max(len(tokens) - 1, 0)
    table["sentence"] = tokens["sentence"].to_numpy(np.int64)[row.clip(max=last)]
    section = np.searchsorted(sections["start"].to_numpy(), table["start"].to_numpy(), "right")
    table["section"] = (section - 1).clip(0)
    return table


def set_phrases(
    places: pd.DataFrame, sections: pd.DataFrame, meanings: Mapping[str, Entry] | None = None
) -> pd.DataFrame:
    """The set phrases of a speech with their counts and meanings.

    Args:
        places: from :func:`phrase_places`.
        sections: the table of sections.
        meanings: a glossary; the project's own if None.

    Returns:
        One row a phrase, kinds in the order of ``KINDS``, the most frequent first: ``phrase``;
        ``kind``; ``count`` (places); ``parts`` (top-level sections that hold one); ``first``
        (offset of the first); ``places`` (list of spans); ``entry`` (what the glossary explains
        of it: the phrase, or the longest phrase of ``SHORTEST`` characters and more inside it);
        ``expansion``, ``category``, ``source``, ``year`` of that entry. All five are ``""`` where
        the glossary lacks the phrase: it is left unexplained.

    Note:
        A count is of the phrase standing by itself; inside a longer phrase or a title it is part
        of that. A search in the text may therefore find more.
    """
    meanings = glossary() if meanings is None else meanings
    parts = sections["part"].to_numpy()[places["section"].to_numpy()].tolist()
    spans: dict[tuple[Kind, str], list[Span]] = defaultdict(list)
    stands_in: dict[str, set[int]] = defaultdict(set)
    columns = (places[name].tolist() for name in ("phrase", "kind", "start", "end"))
    for part, phrase, kind, start, end in zip(parts, *columns, strict=True):
        spans[kind, phrase].append((start, end))
        stands_in[phrase].add(part)
    rows = []
    for (kind, phrase), found in spans.items():
        # 五个必须坚持 is not 五个必须, nor a plan what its title names: the whole alone has a meaning
        whole = kind in ("numeral", "local", "title")
        entry = meanings.get(phrase, _UNKNOWN) if whole else _explained(phrase, meanings)
        meaning = (entry.phrase, entry.expansion, entry.category, entry.source, entry.year)
        counts = (len(found), len(stands_in[phrase]), found[0][0])
        rows.append((phrase, kind, *counts, found, *meaning))
    rows.sort(key=lambda row: (KINDS.index(row[1]), -row[2], row[4]))
    return pd.DataFrame(rows, columns=list(PHRASES))


def _explained(phrase: str, meanings: Mapping[str, Entry]) -> Entry:
    """The entry of a phrase, or of the longest one inside it: 人类命运共同体|理念."""
    for size in range(len(phrase), SHORTEST - 1, -1):
        for start in range(len(phrase) - size + 1):
            if entry := meanings.get(phrase[start : start + size]):
                return entry
    return meanings.get(phrase, _UNKNOWN)


@lru_cache(maxsize=1)
def _glossary_pattern() -> re.Pattern[str]:
    terms = sorted(glossary(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, terms)) or "(?!)")


def _glossary_places(text: str, tokens: pd.DataFrame) -> Iterator[Span]:
    """Entries of the glossary that begin and end where words do (双随机、一公开)."""
    starts, ends = set(tokens["start"].tolist()), set(tokens["end"].tolist())
    for match in _glossary_pattern().finditer(text):
        if match.start() in starts and match.end() in ends:
            yield match.span()


def _apart(text: str, found: Mapping[Span, Kind]) -> list[Candidate]:
    """Phrases, titles and quoted terms without overlap; the longest stay."""
    phrases = best_cover(Candidate(*span, _weight(span), kind) for span, kind in found.items())
    covered = {span for span in found}
    candidates = list(phrases)
    starts = [phrase.start for phrase in phrases]
    for match in _TITLE.finditer(text):
        candidates.append(Candidate(*match.span(1), len(text) ** 2, "title"))
    for match in _QUOTED.finditer(text):
        start, end = match.span(1)
        inside = phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        whole = sum(min(phrase.end, end) - phrase.start for phrase in inside)
        if (start, end) not in covered and whole < end - start:
            candidates.append(Candidate(start, end, _weight((start, end)), "quoted"))
    return best_cover(candidates)


def _weight(span: Span) -> int:
    return (span[1] - span[0]) ** 2


def _with_local(table: pd.DataFrame, known: Collection[str] | None) -> list[str]:
    """The kinds, ``local`` for abbreviations and quoted terms that nobody else has."""
    meanings = glossary()
    return [
        "local"
        if known is not None
        and kind in ("numeral", "quoted")
        and phrase not in known
        and phrase not in meanings
        else kind
        for phrase, kind in zip(table["phrase"].tolist(), table["kind"].tolist(), strict=True)
    ]
