"""What a session remembers: language, mode, the open speech, a person's own words.

Everything that changes what is shown is in the link too (``?lang=en&projector=1``).
"""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from analysis.loading import built_in_speech
from analysis.segmentation.stopwords import StopWords, stop_words
from analysis.speech import Speech
from analysis.study import Study, study_of
from pages.parts.language import LANGUAGES, Translate
from pages.parts.memory import give_back
from pages.parts.shelf import LARGE, open_key, open_shelved, shelf

MOST_STUDIES = 3
# New objects until rubbish is looked for: a long speech makes millions of them.
COLLECTED = 20_000


def linked() -> tuple[str, bool]:
    """Language and projector mode; a session begins with those of its link."""
    state = st.session_state
    if "lang" not in state:
        given = st.query_params.get("lang")
        state.lang = given if given in LANGUAGES else LANGUAGES[0]
        state.projector_on = st.query_params.get("projector") == "1"
    for name, value in link_to().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    for name in {"lang", "projector"} - link_to().keys():
        st.query_params.pop(name, None)
    return state.lang, state.projector_on


def link_to() -> dict[str, str]:
    """The query of a link to a page in the session's language and mode."""
    mode = {"projector": "1"} if st.session_state.projector_on else {}
    return {"lang": st.session_state.lang} | mode


def set_language(language: str) -> None:
    """Change the language of the session."""
    st.session_state.lang = language


def toggle_projector() -> None:
    """Change between desk and projector."""
    st.session_state.projector_on = not st.session_state.projector_on


def asked(name: str, default: str = "") -> str:
    """A value that the link can set and the page changes: from the link when that is new."""
    state = st.session_state
    given = st.query_params.get(name)
    if given is not None and given != state.get(f"link_{name}"):
        state[f"link_{name}"] = state[f"chosen_{name}"] = given
    return str(state.get(f"chosen_{name}", default))


def choose(name: str, value: str) -> None:
    """Set a value that ``asked`` gives."""
    st.session_state[f"chosen_{name}"] = value


def show_in_link(**values: str) -> None:
    """Write values into the page's link; empty ones leave it."""
    for name, value in values.items():
        st.session_state[f"link_{name}"] = value or None
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def own_words() -> tuple[str, ...]:
    """Words that the person added to the lexicon."""
    return tuple(st.session_state.get("own_words", ()))


def own_stop_words() -> StopWords:
    """The list of stop words with the person's own choices, in the script of the speech."""
    state = st.session_state
    shelved = open_shelved()
    traditional = shelved is not None and shelved.speech.traditional
    hide, show = frozenset(state.get("hidden", ())), frozenset(state.get("shown", ()))
    return _edited(hide, show, traditional)


@lru_cache(maxsize=64)  # the same choices give the same object: findings are kept by it
def _edited(hide: frozenset[str], show: frozenset[str], traditional: bool) -> StopWords:
    return replace(stop_words().edited(hide=hide, show=show), traditional=traditional)


def current_study(t: Translate) -> Study:
    """The speech on the table with its tables."""
    return study_under(open_key(), t)


def study_under(key: str, t: Translate) -> Study:
    """A speech of the shelf with its tables; those looked at last are kept, for the session.

    The built-in speech, cut without a person's own words, is kept for all.
    """
    extra = own_words()
    shelved = shelf().get(key)
    if shelved is None and not extra:
        return _built_in()
    speech = shelved.speech if shelved else built_in_speech()
    kept: dict[str, tuple[Speech, tuple[str, ...], Study]] = st.session_state.setdefault(
        "studies", {}
    )
    found = kept.pop(key, None)
    if found is None or (found[0] is not speech and shelved) or found[1] != extra:
        if found:
            found[2].let_go()
        study = study_of(speech, extra=extra)
        _read(study, t)
        found = (speech, extra, study)
    kept[key] = found
    for oldest in list(kept)[:-MOST_STUDIES]:
        kept.pop(oldest)[2].let_go()
    return found[2]


def _read(study: Study, t: Translate) -> None:
    """Make the tables of a speech; for a long one a bar shows how far that is."""
    if len(study.text) < LARGE:
        with st.spinner(t("frame.reading")):
            study.read()
        return
    bar = st.progress(0.0, t("frame.reading"))
    study.read(lambda share: bar.progress(share, t("frame.reading")))
    bar.empty()


def speech_name(t: Translate, key: str | None = None) -> str:
    """What to call a speech of the shelf, or the one on the table."""
    shelved = shelf().get(open_key() if key is None else key)
    if shelved is None:
        return t("speech.built_in")
    return shelved.speech.name or t("speech.unnamed")


@st.cache_resource(show_spinner=False)
def _built_in() -> Study:
    study = study_of(built_in_speech())
    study.read()
    give_back()
    gc.freeze()  # what lasts as long as the server: else each full collection looks through it
    gc.set_threshold(COLLECTED)
    return study
