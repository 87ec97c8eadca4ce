"""Every page runs, in both languages and both modes, and says what to notice."""

from __future__ import annotations

import pytest
from drawn import Open, html_texts, markup, tags, texts

from pages.parts.frame import FILES
from pages.parts.language import LANGUAGES, strings

every_page = pytest.mark.parametrize("page", FILES)
every_language = pytest.mark.parametrize("lang", LANGUAGES)


@every_page
@every_language
@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
def test_runs_and_opens_with_one_finding(
    open_at: Open, page: str, lang: str, projector: bool
) -> None:
    app = open_at(page, lang=lang, projector=projector)
    assert not app.exception
    assert tags(app).count("h1") == 1
    title = next(piece for piece in markup(app) if "<h1" in piece)
    said = html_texts(title)
    assert any(len(text) >= 2 for text in said)
    # A finding is computed: a figure of this speech stands in what the page says first.
    assert any(character.isdigit() for text in said for character in text)


@every_language
def test_overview_shows_five_figures(open_at: Open, lang: str) -> None:
    app = open_at("overview", lang=lang)
    facts = next(piece for piece in markup(app) if 'class="facts"' in piece)
    assert facts.count("<button") == 5
    said = " ".join(html_texts(facts))
    for key in ("characters", "sentences", "words", "minutes"):
        assert strings(lang)[f"overview.{key}"] in said
    assert "5" in said


@every_page
def test_menu_names_every_page_and_marks_none_twice(open_at: Open, page: str) -> None:
    app = open_at(page)
    labels = [link.proto.label for link in app.get("page_link")]
    assert labels == [strings("zh")[f"menu.{name}"] for name in FILES]


@every_page
@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
def test_language_and_mode_can_be_changed_on_the_page(
    open_at: Open, page: str, projector: bool
) -> None:
    app = open_at(page, projector=projector)
    app.button(key="language").click().run()
    assert strings("en")["menu.sections"] in texts(app)
    app.button(key="projector").click().run()
    assert not app.exception
    assert app.query_params["lang"] == ["en"] or app.query_params["lang"] == "en"
    assert ("projector" in app.query_params) is not projector


def test_language_of_the_link_wins_and_nonsense_is_chinese(open_at: Open) -> None:
    assert strings("en")["menu.reader"] in texts(open_at("reader", lang="en"))
    assert strings("zh")["menu.reader"] in texts(open_at("reader", lang="xx<script>"))


@pytest.mark.parametrize("section", ["0", "1", "3", "99999", "-1", "x", "", "<b>", "²", "9" * 5000])
@pytest.mark.parametrize("page", ["sections", "reader"])
def test_section_of_the_link_may_be_nonsense(open_at: Open, page: str, section: str) -> None:
    assert not open_at(page, section=section).exception


@pytest.mark.parametrize(
    "word", ["抓落实", "没有的词", "<script>", "$x$", "\\", "(", " ", "字" * 99]
)
@pytest.mark.parametrize("page", ["keywords", "reader"])
def test_word_of_the_link_may_be_nonsense(open_at: Open, page: str, word: str) -> None:
    assert not open_at(page, word=word).exception
