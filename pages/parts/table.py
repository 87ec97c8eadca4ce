"""A table on a page: in the page's type and language, sorted by its headings, every row a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.parts.clickable import clickable, escape
from pages.parts.language import Translate

MOST_ROWS = 50  # as many as the bars; the whole table is in the file that can be downloaded
_SORT, _PICK = "sort:", "pick:"


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is shown.

    Attributes:
        name: its name in the table; its heading is the string ``column.<name>``.
        form: how a number is written, such as ``.1f``; ``""`` for words.
        help: key of the string that explains it; ``""`` for none.
    """

    name: str
    form: str = ""
    help: str = ""


def sorted_table(
    t: Translate,
    table: pd.DataFrame,
    columns: Sequence[Column],
    *,
    key: str,
    alt: str,
    on_pick: Callable[[str], None],
    missing: str = "",
) -> None:
    """Show the first rows of a table; to be called in a fragment, for a sort draws it anew.

    A click on a heading sorts all rows by it, numbers from the highest; a second one turns the
    order round; a third gives back the order of ``table``.

    Args:
        t: translator of the page.
        table: rows in their own order, with the columns.
        columns: which columns, the first that of the words.
        key: name of this place on the page.
        alt: what the table is, for those who cannot see it.
        on_pick: called with the word of a row that was clicked.
        missing: what stands for a number that is none.
    """
    state = f"{key}_sort"
    by, turned = st.session_state.get(state, ("", False))
    shown = {column.name: column for column in columns}
    if by in shown:
        rising = (not shown[by].form) != turned
        table = table.sort_values(by, ascending=rising, kind="stable", na_position="last")

    def clicked(value: str) -> None:
        if value.startswith(_PICK):
            on_pick(value.removeprefix(_PICK))
            return
        name = value.removeprefix(_SORT)
        if name != by:
            st.session_state[state] = (name, False)
        else:
            st.session_state[state] = ("", False) if turned else (name, True)

    heads = "".join(_head(t, column, by, turned=turned) for column in columns)
    rows = table.head(MOST_ROWS)
    words = [escape(word) for word in rows[columns[0].name]]
    named = [f'<td><button data-pick="{_PICK}{word}">{word}</button></td>' for word in words]
    cells = zip(named, *(_cells(rows[c.name], c, missing) for c in columns[1:]), strict=True)
    body = "".join(
        f'<tr data-pick="{_PICK}{word}">{"".join(row)}</tr>'
        for word, row in zip(words, cells, strict=True)
    )
    clickable(
        f'<div class="table"><table aria-label="{escape(alt)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>",
        key=key, on_pick=clicked,
    )  # fmt: skip
    if len(table) > MOST_ROWS:
        st.html(f'<p class="count">{escape(t("column.first", most=MOST_ROWS, n=len(table)))}</p>')


def _head(t: Translate, column: Column, by: str, *, turned: bool) -> str:
    """A heading, which is a button that sorts."""
    rising = (not column.form) != turned
    order = f' aria-sort="{"ascending" if rising else "descending"}"' if column.name == by else ""
    told = f' title="{escape(t(column.help))}"' if column.help else ""
    kind = ' class="number"' if column.form else ""
    label = escape(t(f"column.{column.name}"))
    label = label.replace("（", "<br>（").replace(" (", "<br>(")  # the unit has its own line
    return f"<th{kind}{order}><button data-pick={_SORT}{column.name}{told}>{label}</button></th>"


def _cells(values: pd.Series, column: Column, missing: str) -> list[str]:
    """The cells of a column as HTML."""
    if not column.form:
        return [f"<td>{escape(value)}</td>" for value in values]
    written = (missing if pd.isna(value) else format(value, column.form) for value in values)
    return [f'<td class="number">{escape(number)}</td>' for number in written]
