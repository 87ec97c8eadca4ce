"""The frame around every page: title, style, menu, language, projector mode, the open speech."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

import streamlit as st

from analysis.assets import ASSETS
from analysis.figures.style import ACCENT, ACCENT_PALE, Scale
from analysis.study import Study
from pages.parts.about_text import about_dialog
from pages.parts.clickable import escape
from pages.parts.early import take_back
from pages.parts.language import LANGUAGES, Translate, translator
from pages.parts.open_speech import open_dialog
from pages.parts.session import (
    current_study,
    link_to,
    linked,
    set_language,
    speech_name,
    toggle_projector,
)
from pages.parts.shelf import lay, open_key, shelf
from pages.parts.style import dress

MENU = {
    "read": {"overview": "app.py", "sections": "pages/sections.py", "reader": "pages/reader.py"},
    "words": {
        "keywords": "pages/keywords.py",
        "word_cloud": "pages/word_cloud.py",
        "context": "pages/context.py",
        "phrases": "pages/phrases.py",
    },
    "beside": {"compare": "pages/compare.py"},
}
_QUOTED = re.compile("“[^“”<>]{1,8}”[，。、]?")  # what a line of a headline does not end in
_WHOLE = r'<span class="whole">\g<0></span>'
FILES = {page: file for group in MENU.values() for page, file in group.items()}


@dataclass(frozen=True, slots=True)
class View:
    """What a page needs to draw itself.

    Attributes:
        t: gives the string of a key in the chosen language.
        language: ``zh`` or ``en``.
        projector: whether the page is shown on a projector.
        study: the open speech and its tables.
        name: what the speech is called.
    """

    t: Translate
    language: str
    projector: bool
    study: Study
    name: str

    @property
    def kept(self) -> dict[Any, Any]:
        """What was drawn of the study in this language and mode (see ``study.kept``)."""
        found: dict[Any, Any] = self.study.kept.setdefault((self.language, self.projector), {})
        return found

    @property
    def scale(self) -> Scale:
        """Sizes for figures."""
        return Scale.of(projector=self.projector)


def open_page(page: str) -> View:
    """Draw the frame of ``page`` (a key of ``FILES``); every page calls this first."""
    language, projector = linked()
    t = translator(language)
    st.set_page_config(
        page_title=f"{t(f'menu.{page}')} · {t('app.name')}",
        page_icon=str(ASSETS / "icon.png"),
        layout="wide",
    )
    take_back()
    dress(language, projector=projector)
    study = current_study(t)
    view = View(t, language, projector, study, speech_name(t))
    if projector:
        _projector_bar(page, view)
    else:
        _sidebar(page, view)
    return view


def lead(view: View, headline: str) -> None:
    """The name of the speech, and under it the page's finding as HTML (see ``findings``)."""
    st.html(
        f'<header class="lead"><p class="kicker">{escape(view.name)}</p>'
        f"<h1>{_QUOTED.sub(_WHOLE, headline)}</h1></header>"
    )


def heading(text: str, note: str = "", keys: str = "") -> None:
    """A heading inside a page, with a quiet note beside it, and a legend (see ``legend``)."""
    small = f'<span class="note">{escape(note)}</span>' if note else ""
    st.html(f'<h2 class="part-heading">{escape(text)}{small}</h2>{keys}')


def notice(text: str) -> None:
    """What is missing on a page, and what to do about it."""
    st.html(f'<p class="notice">{escape(text)}</p>')


def legend(view: View) -> str:
    """What the dark and the light end of a keyword bar mean."""
    own, rest = escape(view.t("keywords.own_legend")), escape(view.t("keywords.rest_legend"))
    return (
        f'<p class="legend"><span><i style="--key:{ACCENT}"></i>{own}</span>'
        f'<span><i style="--key:{ACCENT_PALE}"></i>{rest}</span></p>'
    )


def _sidebar(page: str, view: View) -> None:
    t = view.t
    with st.sidebar:
        st.html(f'<p class="brand">{escape(t("app.name"))}</p>')
        _speech_picker(view)
        for group, pages in MENU.items():
            st.html(f'<p class="label group">{escape(t(f"menu.{group}"))}</p>')
            for name in pages:
                _menu_link(view, name, here=name == page)
        with st.container(key="frame_foot"):
            _mode_button(view)
            _language_switch(view)
            st.html(f'<p class="label">{escape(_promise(t))}</p>')


def _speech_picker(view: View) -> None:
    """The open speech, the others of the shelf, and what opens more."""
    t = view.t
    if shelf():
        names = {key: speech_name(t, key) for key in ("", *shelf())}
        key = st.selectbox(
            t("frame.speech"), list(names), index=list(names).index(open_key()),
            format_func=lambda key: names.get(key, ""),
        )  # fmt: skip
        if key != open_key():
            lay(key)
            st.rerun()
    else:
        st.html(
            f'<p class="label">{escape(t("frame.speech"))}</p>'
            f'<p class="speech-name">{escape(view.name)}</p>'
        )
    if st.button(t("frame.open"), key="open_speech", width="stretch"):
        open_dialog(t)
    if open_key() and st.button(t("frame.about"), key="about_text", type="tertiary"):
        about_dialog(t)


def _projector_bar(page: str, view: View) -> None:
    with st.container(horizontal=True, key="projector_bar", vertical_alignment="center"):
        for name in FILES:
            _menu_link(view, name, here=name == page)
        _language_switch(view)
        _mode_button(view)
        st.html(f'<p class="speech-name">{escape(view.name)}</p>')


def _menu_link(view: View, page: str, *, here: bool) -> None:
    """A link to a page; that to the open one alone is in a container, which the style marks."""
    width: Literal["stretch", "content"] = "content" if view.projector else "stretch"
    with st.container(key="menu_here", width=width) if here else nullcontext():
        st.page_link(FILES[page], label=view.t(f"menu.{page}"), query_params=link_to(), width=width)


def _mode_button(view: View) -> None:
    label = view.t("frame.leave_projector" if view.projector else "frame.projector")
    st.button(label, key="projector", on_click=toggle_projector, shortcut="p")


def _language_switch(view: View) -> None:
    other = next(language for language in LANGUAGES if language != view.language)
    name = translator(other)("app.language")
    st.button(name, key="language", on_click=set_language, args=(other,), type="tertiary")


def _promise(t: Translate) -> str:
    """Whether the text leaves this machine: not when the page comes from the machine itself."""
    host = urlsplit(st.context.url or "").hostname
    return t("frame.promise" if host in ("localhost", "127.0.0.1", "::1") else "frame.shared")
