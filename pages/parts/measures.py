"""Measures that pages ask for at every rerun, kept with the study; named as what they wrap."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from analysis import phrases as _phrases
from analysis.figures import network as _figures
from analysis.figures.style import Scale
from analysis.measures import keyness as _keyness
from analysis.measures import network as _network
from analysis.measures.reference import built_in_reference
from analysis.phrases import candidates as _candidates
from analysis.phrases import named_figures as _named_figures
from analysis.phrases import openings as _openings
from analysis.phrases import parallelism as _parallelism
from analysis.segmentation.stopwords import StopWords
from analysis.study import Study, kept


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(built_in_reference().words["word"])


@kept
def phrase_places(study: Study) -> pd.DataFrame:
    """See ``phrases.phrase_places``; what the reference knows is not local."""
    return _phrases.phrase_places(
        study.reading, study.listed_tokens, study.sections, extra=study.extra, known=_known()
    )


@kept
def set_phrases(study: Study) -> pd.DataFrame:
    """See ``phrases.set_phrases``."""
    table = _phrases.set_phrases(phrase_places(study), study.sections)
    return study.as_written(table, "phrase")


@kept
def candidates(study: Study, stop: StopWords) -> pd.DataFrame:
    """See ``candidates.candidates``, against the project's reference."""
    table = _candidates.candidates(
        study.listed_tokens, built_in_reference(), stop=stop, extra=study.extra
    )
    return study.as_written(table, "phrase")


@kept
def parallel_clauses(study: Study) -> pd.DataFrame:
    """See ``parallelism.parallel_clauses``."""
    return _parallelism.parallel_clauses(study.text, study.sentences, study.sections)


@kept
def repeated_openings(study: Study) -> pd.DataFrame:
    """See ``openings.repeated_openings``."""
    return study.as_written(_openings.repeated_openings(study.reading, study.sections), "opening")


@kept
def named_figures(study: Study) -> pd.DataFrame:
    """See ``named_figures.named_figures``."""
    table = _named_figures.named_figures(study.reading, study.sentences, study.sections)
    places = zip(table["start"], table["end"], strict=True)
    return table.assign(text=[study.text[start:end] for start, end in places])


@kept
def word_network(study: Study, centre: str, stop: StopWords) -> _network.Network:
    """See ``network.word_network``."""
    return _network.word_network(study.tokens, centre=centre, stop=stop)


@kept
def network_figure(
    study: Study, centre: str, stop: StopWords, scale: Scale, hover: str
) -> go.Figure:
    """See ``figures.network.network_figure``."""
    return _figures.network_figure(word_network(study, centre, stop), scale=scale, hover=hover)


@kept
def keyness_against_reference(study: Study, group: str, stop: StopWords) -> pd.DataFrame:
    """See ``keyness.keyness``, against the project's reference or a group of it."""
    reference = built_in_reference()
    words, documents = reference.words, reference.documents
    if group:
        words, documents = words[words["group"] == group], documents[documents["group"] == group]
    counts = words.groupby("word", as_index=False, sort=False)["tokens"].sum()
    return _keyness.keyness(
        _keyness.word_counts(study.listed_tokens), counts.rename(columns={"tokens": "count"}),
        reference_size=int(documents["tokens"].sum()), stop=stop,
    )  # fmt: skip
