"""The reference: word counts of other texts by group, to see a speech against.

Made from a folder of texts with the project's own segmenter; the texts themselves are not kept.
"""

from __future__ import annotations

import csv
import gzip
import io
from dataclasses import dataclass
from functools import cached_property, lru_cache

import pandas as pd

from analysis.assets import ASSETS
from analysis.errors import BadReference
from analysis.measures.lexical import FIGURES

WORDS = ("word", "group", "tokens", "documents")
DOCUMENTS = ("group", "document", "tokens", *FIGURES)
BUILT_IN = ASSETS / "reference.csv.gz"

_MOST_BYTES = 200_000_000  # unpacked: a small file must not blow up the memory
_DIGITS = 6


@dataclass(frozen=True)
class Reference:
    """Word counts of many texts. The tables are shared: read them, never change them.

    Attributes:
        words: ``word``, ``group``, ``tokens`` (count), ``documents`` (texts of the group that
            hold it); words too rare to matter may be left out.
        documents: one row a text: ``group``, ``document`` (its name), ``tokens`` (its size, rare
            words included) and the figures of ``lexical_figures``.
    """

    words: pd.DataFrame
    documents: pd.DataFrame

    @property
    def groups(self) -> list[str]:
        """The groups, in order."""
        return list(dict.fromkeys(self.documents["group"].tolist()))

    @cached_property
    def known(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.words["word"].tolist())

    def counts(self, group: str | None = None) -> pd.DataFrame:
        """``word``, ``count`` (tokens), ``documents`` of one group, or of all together."""
        if group not in self._counted:
            words = self.words if group is None else self.words[self.words["group"] == group]
            summed = words.groupby("word", sort=False)[["tokens", "documents"]].sum()
            self._counted[group] = summed.reset_index().rename(columns={"tokens": "count"})
        return self._counted[group]

    @cached_property
    def _counted(self) -> dict[str | None, pd.DataFrame]:
        return {}

    def size(self, group: str | None = None) -> int:
        """Tokens of one group, or of all."""
        chosen = self.documents
        chosen = chosen if group is None else chosen[chosen["group"] == group]
        return int(chosen["tokens"].sum())


def write_reference(reference: Reference) -> bytes:
    """The reference as a compressed CSV file: comment lines with the documents, then the words."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("#", *DOCUMENTS))
    for row in reference.documents.round(_DIGITS).itertuples(index=False):
        writer.writerow(("#", *row))
    writer.writerow(WORDS)
    writer.writerows(reference.words[list(WORDS)].itertuples(index=False))
    return gzip.compress(file.getvalue().encode(), mtime=0)


def read_reference(data: bytes, *, name: str = "") -> Reference:
    """A reference from the bytes of a table, compressed or not.

    Args:
        data: what :func:`write_reference` gives, or any UTF-8 CSV table with the columns ``word``
            and ``tokens`` (or ``count``), if need be ``group`` and ``documents``.
        name: group of a table without groups.

    Raises:
        BadReference: it is no such table.
    """
    lines = _unpacked(data).splitlines()
    notes = [line for line in lines if line.startswith("#,")]
    try:
        rows = [line for line in lines if line.strip() and not line.startswith("#")]
        words = pd.read_csv(io.StringIO("\n".join(rows)), keep_default_na=False)
        words = words.rename(columns={"count": "tokens"})
        words = words.assign(
            word=words["word"].astype(str),
            tokens=words["tokens"].astype("int64"),
            group=words["group"].astype(str) if "group" in words else name or "reference",
            documents=words["documents"].astype("int64") if "documents" in words else 1,
        )[list(WORDS)]
        documents = _documents(notes, words)
    except (KeyError, ValueError) as error:
        raise BadReference(f"not a table of word and tokens: {error}") from error
    if words.empty or (words["tokens"] < 0).any():
        raise BadReference("the table has no words, or counts below 0")
    return Reference(words, documents)


@lru_cache(maxsize=1)
def built_in_reference() -> Reference:
    """The reference that comes with the project."""
    return read_reference(BUILT_IN.read_bytes())


def _unpacked(data: bytes) -> str:
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(data)) as file:
                data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise BadReference("the table is too large")
        return data.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadReference("the file is not a table in UTF-8") from error


def _documents(notes: list[str], words: pd.DataFrame) -> pd.DataFrame:
    if notes:
        table = pd.read_csv(io.StringIO("\n".join(notes)))[list(DOCUMENTS)]
        return table.astype({"group": str, "document": str, "tokens": "int64"})
    sizes = words.groupby("group", sort=False)["tokens"].sum()
    table = pd.DataFrame({"group": sizes.index, "document": sizes.index, "tokens": sizes})
    return table.assign(**dict.fromkeys(FIGURES, float("nan"))).reset_index(drop=True)
