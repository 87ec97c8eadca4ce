"""Records: what the command line says of a speech, as plain values and as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from analysis.speech import Section, Span, Speech

Record = dict[str, Any]
Row = tuple[Any, ...]
DIGITS = 6  # decimals of a weight


@dataclass(frozen=True, slots=True)
class Report:
    """One command: how it makes the record of a speech, and the rows of that record."""

    record: Callable[[Speech], Record]
    columns: tuple[str, ...]
    rows: Callable[[Record], list[Row]]


def outline_record(speech: Speech) -> Record:
    """``title``, ``salutation`` (text or None) and ``sections``: headings, nested.

    What stands under no heading (opening, closing, …) is listed in ``unheaded``.
    """
    outline = speech.outline
    return {
        "title": _text(speech, outline.title),
        "salutation": _text(speech, outline.salutation),
        "sections": [_nested(section) for section in outline.sections if section.level],
        "unheaded": [
            {"kind": section.kind, "start": section.start, "end": section.end}
            for section in outline.sections
            if not section.level
        ],
    }


def _text(speech: Speech, span: Span | None) -> str | None:
    return speech.text[slice(*span)].strip() if span else None


def _nested(section: Section) -> Record:
    return {
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "start": section.start,
        "end": section.end,
        "children": [_nested(child) for child in section.children],
    }


def _outline_rows(record: Record) -> list[Row]:
    rows: list[Row] = []
    pending = record["sections"][::-1]
    while pending:
        section = pending.pop()
        rows.append(tuple(section[column] for column in OUTLINE.columns))
        pending += section["children"][::-1]
    return rows


def tokens_record(speech: Speech) -> Record:
    """``text`` and ``tokens``: see ``segment``."""
    from analysis.segmentation import segment

    return {"text": speech.text, "tokens": segment(speech).to_dict("records")}


def keywords_record(speech: Speech) -> Record:
    """``keywords``: see ``keyword_table``, and ``hidden``, the reason that hides a stop word.

    Words that rankings show come first, stop words after them.
    """
    from analysis.segmentation.stopwords import stop_words
    from analysis.study import study_of

    stop = replace(stop_words(), traditional=speech.traditional)
    keywords = study_of(speech).keywords.round(DIGITS).to_dict("records")
    for keyword in keywords:
        keyword["hidden"] = stop.reason(keyword["word"]) or None
    return {"keywords": sorted(keywords, key=lambda keyword: keyword["hidden"] is not None)}


def themes_record(speech: Speech) -> Record:
    """``theme`` and ``scores`` of the whole text, and ``sections``: see ``themes.themes_record``."""
    from analysis import themes
    from analysis.study import study_of

    study = study_of(speech)
    tables = study.all_evidence, study.sections, study.section_themes
    span = speech.outline.title
    title = study.reading[slice(*span)] if span else ""
    return themes.themes_record(*tables, study.themes, length=len(study.text), title=title)


def _theme_rows(record: Record) -> list[Row]:
    whole = {"level": 0, "heading": "", "heading_theme": None, "evidence": [], **record}
    return [
        (
            part["level"],
            part["heading"],
            part["theme"],
            part["heading_theme"],
            "; ".join(f"{theme} {score:g}" for theme, score in part["scores"].items() if score),
            "; ".join(dict.fromkeys(word for _, _, word, _ in part["evidence"])),
        )
        for part in (whole, *record["sections"])
    ]


def _rows_of(name: str, columns: tuple[str, ...]) -> Callable[[Record], list[Row]]:
    return lambda record: [tuple(item[column] for column in columns) for item in record[name]]


_TOKENS = ("start", "end", "word", "pos", "sentence", "section")
_KEYWORDS = (
    *("word", "pos", "own", "total", "per_thousand", "sections", "tfidf", "textrank"),
    "hidden",
)
_THEMES = ("level", "heading", "theme", "heading_theme", "scores", "evidence")

OUTLINE = Report(outline_record, ("level", "number", "heading", "start", "end"), _outline_rows)
REPORTS: dict[str, Report] = {
    "outline": OUTLINE,
    "tokens": Report(tokens_record, _TOKENS, _rows_of("tokens", _TOKENS)),
    "keywords": Report(keywords_record, _KEYWORDS, _rows_of("keywords", _KEYWORDS)),
    "themes": Report(themes_record, _THEMES, _theme_rows),
}
