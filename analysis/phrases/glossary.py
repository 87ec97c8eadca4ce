"""The glossary: what set phrases mean, where they come from and since when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from analysis.assets import ASSETS, read_rows


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the glossary.

    Attributes:
        phrase: the phrase.
        expansion: what it stands for, in the words of its source where that is short enough.
        category: field (``政治建设``, ``经济`` …); ``地方提法`` for phrases of one place.
        source: the document, meeting or speech it comes from; ``""`` where there is no single one.
        year: of the source, as text (``2016``); ``""`` where there is no single one.
    """

    phrase: str
    expansion: str
    category: str
    source: str
    year: str


@lru_cache(maxsize=1)
def glossary() -> dict[str, Entry]:
    """Phrase → entry, of ``assets/glossary.tsv``."""
    return {row[0]: Entry(*row) for row in read_rows(ASSETS / "glossary.tsv")}
