"""The command line: ``python -m analysis outline|tokens|keywords|themes FILE…``."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from analysis.commands.commands_depth import depth_commands
from analysis.commands.records import REPORTS, Record, Report
from analysis.errors import SpeechError

BAD_INPUT = 2
STANDARD_INPUT = "-"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Study speeches: their outline, tokens, keywords and themes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would write in its own code page
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _command(name: str, text: str) -> click.Command:
    def run(files: tuple[str, ...], form: str) -> None:
        unread: list[str] = []
        records = _records(REPORTS[name], files, unread)
        _write(REPORTS[name], records, form)
        if unread:
            sys.exit(BAD_INPUT)

    file = click.Argument(["files"], nargs=-1, required=True, metavar="FILE…")
    form = click.Option(
        ["--format", "form"],
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="How to write the result.",
    )
    about = f"{text}\n\nFILE is a text, Word, OpenDocument, RTF, PDF or HTML file; {STANDARD_INPUT} is standard input."
    return click.Command(name, callback=run, params=[file, form], help=about)


for _name, _text in {
    "outline": "Title, salutation and headings, with their places in the text.",
    "tokens": "Every token with its place, part of speech, sentence and section.",
    "keywords": "Every word with its counts and weights; stop words come last.",
    "themes": "The theme of the text and of each section, with the words that say so.",
}.items():
    main.add_command(_command(_name, _text))


def _records(report: Report, files: tuple[str, ...], unread: list[str]) -> Iterator[Record]:
    """The record of each file that can be read; a line on standard error for each other one."""
    from analysis.loading import load_bytes

    for file in files:
        try:
            speech = load_bytes(_bytes_of(file), name="" if file == STANDARD_INPUT else file)
        except (OSError, SpeechError) as error:
            unread.append(file)
            click.echo(f"{file}: cannot be read: {_reason(error)}", err=True)
        else:
            yield {"file": file, **report.record(speech)}


def _bytes_of(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()


def _reason(error: OSError | SpeechError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).replace("\n", " ")


def _write(report: Report, records: Iterator[Record], form: str) -> None:
    if form == "json":
        found: list[Any] = list(records)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif form == "csv":
        from analysis.export import csv_of_rows

        rows = [(record["file"], *row) for record in records for row in report.rows(record)]
        click.echo(csv_of_rows(("file", *report.columns), rows), nl=False)
    else:
        from analysis.commands.text_table import text_table

        for number, record in enumerate(records):
            title = record["file"] + (f" · {record['title']}" if record.get("title") else "")
            table = text_table(report.columns, report.rows(record))
            click.echo(("\n" if number else "") + f"{title}\n{table}")


for _depth in depth_commands(_records, _write):
    main.add_command(_depth)

if __name__ == "__main__":
    main(prog_name="python -m analysis")
