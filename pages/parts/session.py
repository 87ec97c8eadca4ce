"""What a session remembers: language, mode, the open speech, a person's own words.

Everything that changes what is shown is in the link too (``?lang=en&projector=1``).
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.loading import built_in_speech
from analysis.speech import Speech
from analysis.stopwords import StopWords, stop_words
from analysis.study import Study, study_of
from pages.parts.language import LANGUAGES, Translate


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


def open_speech(speech: Speech | None) -> None:
    """Put another speech on the table, or the built-in one (None)."""
    st.session_state.speech = speech
    for name in [name for name in st.session_state if str(name).startswith("chosen_")]:
        del st.session_state[name]


def own_words() -> tuple[str, ...]:
    """Words that the person added to the lexicon."""
    return tuple(st.session_state.get("own_words", ()))


def own_stop_words() -> StopWords:
    """The list of stop words with the person's own choices."""
    state = st.session_state
    return stop_words().edited(hide=state.get("hidden", ()), show=state.get("shown", ()))


def current_study(t: Translate) -> Study:
    """The open speech with its tables, kept for the session (the built-in one for all)."""
    speech: Speech | None = st.session_state.get("speech")
    extra = own_words()
    if speech is None and not extra:
        return _built_in()
    return _kept(t, speech or built_in_speech(), extra)


def speech_name(t: Translate) -> str:
    """What to call the open speech."""
    speech: Speech | None = st.session_state.get("speech")
    if speech is None:
        return t("speech.built_in")
    return speech.name or t("speech.unnamed")


@st.cache_resource(show_spinner=False)
def _built_in() -> Study:
    return study_of(built_in_speech())


def _kept(t: Translate, speech: Speech, extra: tuple[str, ...]) -> Study:
    kept: Mapping[str, object] = st.session_state.get("study", {})
    if kept.get("of") != (speech, extra):
        with st.spinner(t("frame.reading")):
            study = study_of(speech, extra=extra)
            _ = study.keywords, study.profiles
        st.session_state.study = kept = {"of": (speech, extra), "study": study}
    study = kept["study"]
    assert isinstance(study, Study)
    return study
