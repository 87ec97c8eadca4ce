"""Records of the measures: what the command line says of the words of a speech in depth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.commands.records import DIGITS, Record, Report, Row
from analysis.errors import BadReference
from analysis.speech import Speech

if TYPE_CHECKING:  # these take their time: a command imports only what it needs
    import pandas as pd

    from analysis.measures.reference import Reference
    from analysis.segmentation.stopwords import StopWords
    from analysis.study import Study

Options = Mapping[str, Any]
REFERENCE = "reference"  # what stands for the project's own reference table


@dataclass(frozen=True, slots=True)
class Against:
    """What a speech is compared with: counts of words, and the size they are out of."""

    name: str
    counts: pd.DataFrame
    size: int


def concordance_report(options: Options) -> Report:
    """``hits``: see ``concordance``."""
    from analysis.measures.concordance import CONCORDANCE, arranged, concordance

    def record(speech: Speech) -> Record:
        study = _study(speech)
        tables = (study.reading, study.listed_tokens, study.sentences, study.sections)
        query, context = study.listed(options["query"]), options["context"]
        table = concordance(*tables, query, context=context, shown=study.text)
        return {"query": options["query"], "hits": _plain(arranged(table, options["order"]))}

    return _report("hits", record, CONCORDANCE[:8])


def collocates_report(options: Options) -> Report:
    """``collocates``: see ``collocates``."""
    from analysis.measures.collocation import COLLOCATES, collocates

    def record(speech: Speech) -> Record:
        study = _study(speech)
        hits = _hits(study, options["query"])
        stop = None if options["all_words"] else _stop_words(speech)
        within, span = options["within"], options["span"]
        table = collocates(study.text, study.tokens, hits, within=within, span=span, stop=stop)
        return {"query": options["query"], "within": within, "collocates": _plain(table)}

    return _report("collocates", record, COLLOCATES)


def dispersion_report(options: Options) -> Report:
    """``dispersion``: see ``dispersion``."""
    from analysis.measures.dispersion import DISPERSION, dispersion, parts_of

    def record(speech: Speech) -> Record:
        study = _study(speech)
        hits = _hits(study, options["query"])
        table = dispersion(hits, parts_of(study.tokens, study.sections))
        return {"query": options["query"], "dispersion": _plain(table)}

    return _report("dispersion", record, DISPERSION)


def keyness_report(options: Options) -> Report:
    """``keyness``: see ``keyness``; ``against`` names the other side."""
    from analysis.measures.keyness import KEYNESS, keyness, word_counts

    against = against_of(options["against"], options["group"])

    def record(speech: Speech) -> Record:
        study, stop = _study(speech), None if options["all_words"] else _stop_words(speech)
        counts = word_counts(study.listed_tokens)
        table = keyness(counts, against.counts, reference_size=against.size, stop=stop)
        table = study.as_written(table, "word")
        if options["most"]:
            table = table.head(options["most"])
        return {"against": against.name, "keyness": _plain(table)}

    return _report("keyness", record, KEYNESS)


def phrases_report(options: Options) -> Report:
    """``phrases``: see ``set_phrases``."""
    from analysis.phrases import PHRASES, phrase_places, set_phrases

    reference = _own_reference()
    known = reference.known if reference else None

    def record(speech: Speech) -> Record:
        study = _study(speech)
        tables = (study.reading, study.listed_tokens, study.sections)
        table = set_phrases(phrase_places(*tables, known=known), study.sections)
        table = study.as_written(table, "phrase")
        return {"phrases": _plain(table)}

    return _report("phrases", record, PHRASES)


def candidates_report(options: Options) -> Report:
    """``candidates``: see ``candidates``."""
    from analysis.phrases.candidates import CANDIDATES, candidates

    reference = _own_reference()

    def record(speech: Speech) -> Record:
        study, stop = _study(speech), _stop_words(speech)
        table = candidates(study.listed_tokens, reference, stop=stop, count=options["count"])
        table = study.as_written(table, "phrase")
        return {"candidates": _plain(table)}

    return _report("candidates", record, CANDIDATES)


def against_of(name: str, group: str | None) -> Against:
    """What ``--against`` names: the project's reference, a reference table, or a speech.

    Raises:
        SpeechError, OSError: it cannot be read, or has no such group.
    """
    from analysis.measures.reference import built_in_reference, read_reference

    if name == REFERENCE or name.lower().endswith((".csv", ".csv.gz")):
        table = (
            built_in_reference()
            if name == REFERENCE
            else read_reference(Path(name).read_bytes(), name=Path(name).stem)
        )
        if group is not None and group not in table.groups:
            raise BadReference(f"no group {group}; it has {', '.join(table.groups)}")
        return Against(name, table.counts(group), table.size(group))
    from analysis.loading import load_bytes
    from analysis.measures.keyness import word_counts

    counts = word_counts(_study(load_bytes(Path(name).read_bytes(), name=name)).listed_tokens)
    return Against(name, counts, int(counts["count"].sum()))


def _own_reference() -> Reference | None:
    """The project's reference, if it is there."""
    from analysis.measures.reference import BUILT_IN, built_in_reference

    return built_in_reference() if BUILT_IN.exists() else None


def _study(speech: Speech) -> Study:
    from analysis.study import study_of

    return study_of(speech)


def _hits(study: Study, query: str) -> pd.DataFrame:
    from analysis.measures.concordance_query import find_hits

    hits = find_hits(study.reading, study.listed_tokens, study.listed(query))
    return study.as_written(hits, "query")


def _stop_words(speech: Speech) -> StopWords:
    from analysis.segmentation.stopwords import stop_words

    return replace(stop_words(), traditional=speech.traditional)


def _report(name: str, record: Any, columns: tuple[str, ...]) -> Report:
    def rows(made: Record) -> list[Row]:
        return [tuple(item[column] for column in columns) for item in made[name]]

    return Report(record, columns, rows)


def _plain(table: pd.DataFrame) -> list[Record]:
    """Rows as plain values: rounded, and None for what is not a number."""
    rounded = table.round(DIGITS)
    columns = [
        [value if math.isfinite(value) else None for value in values] if kind == "f" else values
        for kind, values in ((rounded[name].dtype.kind, rounded[name].tolist()) for name in rounded)
    ]
    return [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]
