"""Export: tables as CSV that opens right in Excel and cannot run anything there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

BYTE_ORDER_MARK = "\ufeff"
# What makes a spreadsheet take a cell for a formula; the full-width forms work in Chinese Excel.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table as CSV: UTF-8 with byte order mark, comma, ``\\r\\n``, one header line, no index.

    Text that a spreadsheet would take for a formula (OWASP: CSV injection) gets a leading
    apostrophe, in the header too; numbers stay numbers. Missing values are empty cells; spans are
    written ``12–15``, lists ``a; b``.

    References: RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
    """
    return csv_of_rows(list(table.columns), zip(*(table[name] for name in table), strict=True))


def csv_of_rows(header: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """The same from plain rows."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", errors="replace")


def _cell(value: Any) -> object:
    if isinstance(value, list | tuple | set | frozenset):
        return _cell(_flat(value))
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA_STARTS) else value
    return "" if pd.isna(value) else value


def _flat(value: Any) -> str:
    """Nested lists in one line."""
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(x, int) for x in value):
        return f"{value[0]}–{value[1]}"
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(_flat(item) for item in value)
    return str(value)
