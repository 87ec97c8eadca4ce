"""A speech and its tables: what a page asks for, each table made once and when it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.keywords import keyword_table
from analysis.sections import sections_table
from analysis.segmentation import segment
from analysis.sentences import sentences_of
from analysis.speech import Speech
from analysis.themes import Themes, evidence, load_themes, section_themes, theme_profiles


@dataclass(frozen=True)
class Study:
    """One speech under study. The tables are shared: read them, never change them.

    Attributes:
        speech: the speech.
        themes: the themes looked for.
        extra: words added to the lexicon.
    """

    speech: Speech
    themes: Themes
    extra: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text every offset points into."""
        return self.speech.text

    @cached_property
    def sections(self) -> pd.DataFrame:
        """See ``sections_table``."""
        return sections_table(self.speech.outline)

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """See ``sentences_of``."""
        return sentences_of(self.text)

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """See ``segment``."""
        return segment(self.speech, extra=self.extra)

    @cached_property
    def keywords(self) -> pd.DataFrame:
        """See ``keyword_table``."""
        return keyword_table(self.tokens, self.text, self.sections)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """See ``themes.evidence``; the cues of the five themes only."""
        found = self._all_evidence
        return found[found["theme"].isin(self.themes.ids)].reset_index(drop=True)

    @cached_property
    def profiles(self) -> pd.DataFrame:
        """See ``theme_profiles``."""
        return theme_profiles(self._all_evidence, self.sections, self.themes)

    @cached_property
    def section_themes(self) -> pd.DataFrame:
        """See ``section_themes``."""
        return section_themes(self._all_evidence, self.sections, self.themes)

    @cached_property
    def _all_evidence(self) -> pd.DataFrame:
        found = evidence(self.speech.reading, self.themes, self.tokens)
        if self.speech.traditional:
            places = zip(found["start"], found["end"], strict=True)
            found["word"] = [self.text[start:end] for start, end in places]
        return found


def study_of(speech: Speech, *, extra: tuple[str, ...] = ()) -> Study:
    """The speech with the project's own themes and lexicon, and a person's added words."""
    return Study(speech, load_themes(), extra)
