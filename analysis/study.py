"""A speech and its tables: what a page asks for, each table made once and when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

import pandas as pd

from analysis.loading.traditional import simplified
from analysis.measures.keywords import keyword_table
from analysis.measures.passages import find_word
from analysis.sections import sections_table
from analysis.segmentation import Progress, segment
from analysis.segmentation.sentences import sentences_of
from analysis.speech import Outline, Span, Speech
from analysis.themes import Themes, evidence, load_themes, section_themes, theme_profiles


class Keeper(Protocol):
    """Something answers are kept with."""

    @property
    def kept(self) -> dict[Any, Any]: ...


K = TypeVar("K", bound=Keeper)
P = ParamSpec("P")
R = TypeVar("R")

# What share of the work is done when a speech is cut into words, and when these are counted.
_CUT, _COUNTED = 0.65, 0.75
MOST_KEPT = 400  # answers kept with a study; people's own stop words make new ones


_NO_SPEECH = Speech("", "", Outline(()))


@dataclass(frozen=True, eq=False)
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
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text every offset points into."""
        return self.speech.text

    def let_go(self) -> None:
        """Forget all tables and answers: what still holds the study then holds little more.

        They would be made again if they were asked for.
        """
        self.kept.clear()
        for name in list(vars(self)):
            if isinstance(getattr(type(self), name, None), cached_property):
                del vars(self)[name]

    def close(self) -> None:
        """Forget the speech too, for good: whatever still holds the study then holds nothing."""
        self.let_go()
        object.__setattr__(self, "speech", _NO_SPEECH)

    def read(self, progress: Progress | None = None) -> None:
        """Make the tables that every page needs, those that take long.

        Args:
            progress: is told, again and again, what share of the work is done (0–1).
        """
        tell = progress or _tell_nobody
        if "tokens" not in vars(self):
            vars(self)["tokens"] = segment(
                self.speech, extra=self.extra, progress=lambda share: tell(share * _CUT)
            )
        _ = self.keywords
        tell(_COUNTED)
        _ = self.profiles
        tell(1.0)

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
    def reading(self) -> str:
        """The text in Simplified characters, as word lists have them; every offset is the same."""
        return self.speech.reading

    @cached_property
    def listed_tokens(self) -> pd.DataFrame:
        """``tokens`` with their words in Simplified characters."""
        if not self.speech.traditional:
            return self.tokens
        places = zip(self.tokens["start"], self.tokens["end"], strict=True)
        return self.tokens.assign(word=[self.reading[start:end] for start, end in places])

    def listed(self, word: str) -> str:
        """A word as word lists have it, in Simplified characters if the speech is not."""
        return simplified(word) if self.speech.traditional else word

    def written(self, words: Iterable[str]) -> list[str]:
        """Words of the lists as the speech writes them where each stands first."""
        if not self.speech.traditional:
            return list(words)
        places = [(word, self.reading.find(word)) for word in words]
        return [self.text[at : at + len(word)] if at >= 0 else word for word, at in places]

    def as_written(self, table: pd.DataFrame, column: str) -> pd.DataFrame:
        """A table whose words are of the lists, with these as the speech writes them."""
        if not self.speech.traditional or table.empty:
            return table
        return table.assign(**{column: self.written(table[column])})

    def find(self, word: str) -> list[Span]:
        """Every place where a word stands, in whichever characters it is asked for."""
        return find_word(self.reading, self.listed(word))

    @cached_property
    def keywords(self) -> pd.DataFrame:
        """See ``keyword_table``."""
        table = keyword_table(self.listed_tokens, self.reading, self.sections)
        return self.as_written(table, "word")

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """See ``themes.evidence``; the cues of the five themes only."""
        found = self.all_evidence
        return found[found["theme"].isin(self.themes.ids)].reset_index(drop=True)

    @cached_property
    def profiles(self) -> pd.DataFrame:
        """See ``theme_profiles``."""
        return theme_profiles(self.all_evidence, self.sections, self.themes)

    @cached_property
    def section_themes(self) -> pd.DataFrame:
        """See ``section_themes``."""
        headings = [self.listed(heading) for heading in self.sections["heading"]]
        listed = self.sections.assign(heading=headings)
        return section_themes(self.all_evidence, listed, self.themes)

    @cached_property
    def all_evidence(self) -> pd.DataFrame:
        """See ``themes.evidence``; the cues of what is about no theme among them."""
        found = evidence(self.reading, self.themes, self.tokens)
        if self.speech.traditional:
            places = zip(found["start"], found["end"], strict=True)
            found["word"] = [self.text[start:end] for start, end in places]
        return found


def _tell_nobody(share: float) -> None:
    """Where nobody wants to know how far the work is."""


def study_of(speech: Speech, *, extra: tuple[str, ...] = ()) -> Study:
    """The speech with the project's own themes and lexicon, and a person's added words."""
    return Study(speech, load_themes(), extra)


def kept(function: Callable[Concatenate[K, P], R]) -> Callable[Concatenate[K, P], R]:
    """``function``, each of its answers kept with the study: pages ask again at every rerun.

    What is given beside the study (or a view of it) must be hashable. Answers are shared: read
    them, never change them.
    """

    code = getattr(function, "__code__", function)  # the same each time a page script is run

    @wraps(function)
    def look_up(holder: K, *args: P.args, **options: P.kwargs) -> R:
        key = (code, args, *options.items())
        if key not in holder.kept:
            if len(holder.kept) >= MOST_KEPT:
                holder.kept.clear()
            holder.kept[key] = function(holder, *args, **options)
        answer: R = holder.kept[key]
        return answer

    return cast(Callable[Concatenate[K, P], R], look_up)
