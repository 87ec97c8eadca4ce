"""A page speaks one language: no string of the other one stands on it."""

from __future__ import annotations

import re

import pytest
from drawn import Open, texts
from streamlit.testing.v1 import AppTest

from analysis.study import Study
from analysis.themes import load_themes
from pages.parts.frame import FILES
from pages.parts.language import strings

HAN = re.compile(r"[一-鿿]+")
LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")
MEASURES = {"DP", "DPnorm"}  # names of measures are the same in every language
BLANK = re.compile(r"\{[^}]*\}")
LONG = 4  # Han characters that no speech has by chance

every_page = pytest.mark.parametrize("page", FILES)


def chinese_pieces(speech: str) -> set[str]:
    """Runs of Chinese from the interface that neither English strings nor the speech hold."""
    own = [*strings("zh").values(), *(theme.zh for theme in load_themes().themes)]
    runs = {run for text in own for run in HAN.findall(BLANK.sub(" ", text))}
    allowed = " ".join(strings("en").values()) + speech
    return {run for run in runs if run not in allowed} - {strings("zh")["app.language"]}


def english_words(speech: str) -> set[str]:
    """Latin words that a Chinese page may hold: those of the Chinese strings and the speech."""
    return {word for text in (*strings("zh").values(), speech) for word in LATIN.findall(text)}


def strangers(app: AppTest, lang: str, speech: str) -> list[str]:
    """Texts of a page that are in the other language."""
    found = texts(app)
    if lang == "zh":
        allowed = english_words(speech) | MEASURES | {strings("en")["app.language"]}
        return [text for text in found if set(LATIN.findall(text)) - allowed]
    pieces = chinese_pieces(speech)
    long = [piece for piece in pieces if len(piece) >= LONG]
    return [text for text in found if text in pieces or any(piece in text for piece in long)]


@every_page
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
def test_a_page_speaks_one_language(
    open_at: Open, plain_speech: str, page: str, lang: str, projector: bool
) -> None:
    app = open_at(page, lang=lang, projector=projector, text=plain_speech)
    assert strangers(app, lang, plain_speech) == []


@every_page
def test_the_switch_changes_every_string(open_at: Open, plain_speech: str, page: str) -> None:
    app = open_at(page, lang="zh", text=plain_speech)
    app.button(key="language").click().run()
    assert strangers(app, "en", plain_speech) == []
    app.button(key="language").click().run()
    assert strangers(app, "zh", plain_speech) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_dialogs_speak_it_too(open_at: Open, plain_speech: str, lang: str) -> None:
    app = open_at("overview", lang=lang, text=plain_speech)
    app.button(key="open_speech").click().run()
    assert strings(lang)["open.title"] in texts(app)
    assert strangers(app, lang, plain_speech) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("asked", [("word", "河道"), ("word", "没有"), ("theme", "integrity")])
def test_the_evidence_speaks_it_too(
    open_at: Open, plain_speech: str, lang: str, asked: tuple[str, str]
) -> None:
    app = open_at("overview", lang=lang, text=plain_speech)
    app.session_state["asked"] = asked
    app.run()
    assert not app.exception
    assert strangers(app, lang, plain_speech + "没有") == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", FILES)
def test_empty_states_speak_it_too(open_at: Open, page: str, lang: str) -> None:
    app = open_at(page, lang=lang, text="好")
    assert strangers(app, lang, "好") == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reasons_of_stop_words_speak_it_too(
    open_at: Open, plain_speech: str, study: Study, lang: str
) -> None:
    app = open_at("keywords", lang=lang, text=plain_speech)
    app.toggle(key="word_lists").set_value(True).run()
    label = strings(lang)["lists.why"]
    for word in ("的", "我们", "河道", "没有"):
        next(box for box in app.text_input if box.label == label).set_value(word).run()
        assert not app.exception
        assert strangers(app, lang, plain_speech + "没有") == []
