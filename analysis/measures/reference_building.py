"""A reference made from a folder of texts with the project's own segmenter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.errors import BadReference, SpeechError
from analysis.loading import load_bytes
from analysis.measures.lexical import FIGURES, lexical_figures
from analysis.measures.measure_rules import MEASURES
from analysis.measures.reference import DOCUMENTS, WORDS, Reference
from analysis.phrases import phrase_places
from analysis.segmentation import words_of
from analysis.study import study_of

FORMATS = (".txt", ".md", ".docx", ".pdf", ".odt", ".rtf", ".html", ".htm")
_FEWEST: int = MEASURES["reference"]["fewest"]


def build_reference(folder: Path, *, fewest: int = _FEWEST) -> tuple[Reference, list[str]]:
    """Count the texts of a folder.

    Args:
        folder: texts and documents (``FORMATS``); each folder inside it is a group, and files
            that lie in it directly are a group of the folder's name.
        fewest: words with fewer tokens in all texts are left out.

    Returns:
        The reference, and the files that could not be read, each with the reason.

    Raises:
        BadReference: no text in it could be read.
    """
    counts: dict[str, Counter[str]] = {}
    held: dict[str, Counter[str]] = {}
    documents, unread = [], []
    for group, path in _texts(folder):
        try:
            words, figures = _counted(path)
        except (OSError, SpeechError) as error:
            unread.append(f"{path}: {error}")
            continue
        counts.setdefault(group, Counter()).update(words)
        held.setdefault(group, Counter()).update(words.keys())
        documents.append((group, path.stem, words.total(), *figures))
    if not documents:
        raise BadReference("no text or document that can be read in it")
    in_all: Counter[str] = Counter()
    for found in counts.values():
        in_all.update(found)
    rows = [
        (word, group, count, held[group][word])
        for group, found in counts.items()
        for word, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        if in_all[word] >= fewest
    ]
    table = pd.DataFrame(documents, columns=list(DOCUMENTS))
    return Reference(pd.DataFrame(rows, columns=list(WORDS)), table), unread


def _texts(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in FORMATS or not path.is_file():
            continue
        inner = path.relative_to(folder).parts
        yield (inner[0] if len(inner) > 1 else folder.resolve().name), path


def _counted(path: Path) -> tuple[Counter[str], tuple[float, ...]]:
    study = study_of(load_bytes(path.read_bytes(), name=path.name))
    places = phrase_places(study.reading, study.listed_tokens, study.sections)
    figures = lexical_figures(study.tokens, study.sentences, study.sections, places)
    return Counter(words_of(study.listed_tokens)["word"].tolist()), tuple(
        figures[n] for n in FIGURES
    )
