"""The commands that look at words in depth: ``concordance``, ``collocates``, ``keyness`` …"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import click

from analysis.commands import depth_records
from analysis.commands.records import Record, Report
from analysis.errors import BadReference, SpeechError

BAD_INPUT = 2
Read: TypeAlias = Callable[[Report, tuple[str, ...], list[str]], Iterator[Record]]
Write: TypeAlias = Callable[[Report, Iterator[Record], str], None]

_QUERY = """

QUERY is a word, a phrase, or several (apart by blanks or |). ? is one character, * any number.
FILE is a text or document; - is standard input."""
_FILES = "\n\nFILE is a text or document; - is standard input."


def depth_commands(read: Read, write: Write) -> Iterator[click.Command]:
    """The commands; ``read`` and ``write`` turn files into records and records into output."""

    def command(
        name: str,
        about: str,
        report: Callable[[depth_records.Options], Report],
        *params: click.Parameter,
    ) -> click.Command:
        def run(files: tuple[str, ...], form: str, **options: Any) -> None:
            unread: list[str] = []
            try:
                made = report(options)
            except (OSError, SpeechError) as error:
                click.echo(f"{options.get('against', name)}: {_reason(error)}", err=True)
                sys.exit(BAD_INPUT)
            write(made, read(made, files, unread), form)
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
        first = [param for param in params if isinstance(param, click.Argument)]
        rest = [param for param in params if not isinstance(param, click.Argument)]
        return click.Command(name, callback=run, params=[*first, file, *rest, form], help=about)

    yield command(
        "concordance",
        "Every place of a word in its context, aligned on it." + _QUERY,
        depth_records.concordance_report,
        _query(),
        _choice("order", ("place", "word", "left", "right"), "What like stands beside like."),
        _number("context", 24, "Characters on each side."),
    )
    yield command(
        "collocates",
        "The words that stand with a word, and how strongly they are tied." + _QUERY,
        depth_records.collocates_report,
        _query(),
        _choice("within", ("sentence", "window"), "Where they stand together."),
        _number("span", 5, "Words on each side of a window, within the clause."),
        _flag("all_words", "Stop words too."),
    )
    yield command(
        "dispersion",
        "Whether words run through the whole speech: DP, DPnorm, Juilland's D." + _QUERY,
        depth_records.dispersion_report,
        _query(),
    )
    yield command(
        "keyness",
        "Words used more, or less, than elsewhere: G² (four terms), log ratio." + _FILES,
        depth_records.keyness_report,
        click.Option(
            ["--against"],
            default=depth_records.REFERENCE,
            show_default=True,
            metavar="FILE|reference",
            help="Another speech, a reference table (.csv, .csv.gz), or the project's own.",
        ),
        click.Option(["--group"], help="One group of the reference; all if left out."),
        _number("most", 0, "Rows at most; 0 for all.", least=0),
        _flag("all_words", "Stop words too."),
    )
    yield command(
        "phrases",
        "The set phrases of a speech by kind, with their meanings." + _FILES,
        depth_records.phrases_report,
    )
    yield command(
        "candidates",
        "Runs of words that may be set phrases which the lexicon lacks." + _FILES,
        depth_records.candidates_report,
        _number("count", 3, "Fewest places.", least=2),
    )
    yield reference_command


@click.command("reference")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def reference_command(folder: Path, out: Path) -> None:
    """Count the words of a FOLDER of texts; each folder in it is a group. OUT is a .csv.gz file."""
    from analysis.measures.reference import write_reference
    from analysis.measures.reference_building import build_reference

    place = folder
    try:
        reference, unread = build_reference(folder)
        place = out
        out.write_bytes(write_reference(reference))
    except (OSError, BadReference) as error:
        click.echo(f"{place}: {_reason(error)}", err=True)
        sys.exit(BAD_INPUT)
    for line in unread:
        click.echo(f"cannot be read: {line}", err=True)
    click.echo(f"{out}: {len(reference.documents)} texts, {reference.size()} tokens")
    if unread:
        sys.exit(BAD_INPUT)


def _query() -> click.Argument:
    def checked(context: click.Context, param: click.Parameter, query: str) -> str:
        from analysis.measures.concordance_query import parse_query

        if not parse_query(query):
            raise click.BadParameter("there is nothing to search for in it")
        return query

    return click.Argument(["query"], callback=checked)


def _choice(name: str, values: tuple[str, ...], about: str) -> click.Option:
    kind = click.Choice(values)
    return click.Option([f"--{name}"], type=kind, default=values[0], show_default=True, help=about)


def _number(name: str, default: int, about: str, *, least: int = 1) -> click.Option:
    kind = click.IntRange(least, 10_000)
    return click.Option([f"--{name}"], type=kind, default=default, show_default=True, help=about)


def _flag(name: str, about: str) -> click.Option:
    return click.Option([f"--{name.replace('_', '-')}"], is_flag=True, help=about)


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).replace("\n", " ")
