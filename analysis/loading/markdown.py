"""Markdown: the signs that set headings, emphasis, links and quotations are no part of a speech."""

from __future__ import annotations

import re

from analysis.loading.report import Report

_BEFORE, _AFTER = r"(?<![^\s，。：；、（“])", r"(?![^\s，。：；、）”])"
_ROW = re.compile(r"^\|(.+)\|[ \t]*$", re.MULTILINE)
# Only paired, closed marks: a masked place (**市) keeps its asterisks.
_SIGNS = re.compile(
    r"^#{1,6}[ \t]+|(?<![ \t])[ \t]+#+$|^>[ \t]?|^[-*_](?:[ \t]*[-*_]){2,}$"
    r"|(?P<mark>\*\*|__)(?=\S)(?P<inside>[^\n]{1,200}?)(?<=\S)(?P=mark)"
    rf"|{_BEFORE}\*(?=[^\s*])(?P<slanted>[^*\n]{{1,100}})(?<=[^\s*])\*{_AFTER}"
    r"|^(?:```|~~~)[^\n`]{0,40}$|`(?P<code>[^`\n]{1,200})`|^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$\n?"
    r"|!?\[(?P<label>[^\]\n]{0,200})\]\([^)\s]{0,500}\)",
    re.MULTILINE,
)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


_HEADED = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD_LINE = re.compile(r"^(?:[-*+][ \t]+)?\*\*[^*\n]{4,80}\*\*[：:]?[ \t]*$", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Whether a text whose name does not say so has Markdown's signs: headings, or lines that are bold as a whole.

    Masked names (**市) alone are none.
    """
    headed, bold = len(_HEADED.findall(text)), len(_BOLD_LINE.findall(text))
    return headed + bold >= 2


def headings_of(text: str) -> list[tuple[int, int, int]]:
    """Start, end and level of the headings, without their signs."""
    return [(*found.span(2), len(found[1])) for found in _HEADING.finditer(text)]


def without_markdown(text: str, report: Report) -> str:
    """``text`` without Markdown's signs; what they enclose stays."""

    def replace(match: re.Match[str]) -> str:
        report.count("markdown")
        report.example("markdown", match[0])
        return match["inside"] or match["slanted"] or match["code"] or match["label"] or ""

    def cells(match: re.Match[str]) -> str:
        report.count("markdown")
        report.example("markdown", match[0])
        return "\t".join(cell.strip() for cell in match[1].split("|"))

    return _ROW.sub(cells, _SIGNS.sub(replace, text))
