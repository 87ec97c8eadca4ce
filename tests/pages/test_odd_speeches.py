"""Whatever a person pastes, every page stands."""

from __future__ import annotations

import pytest
from drawn import Open, attributes, html_texts, markup, tags

from pages.parts.frame import FILES

ODD = {
    "one_character": "好",
    "one_word": "抓落实",
    "no_chinese": "Good morning. First, we will deliver.\nSecond, we will deliver again.",
    "digits": "2024 100% 3.5 7/8\n12345",
    "signs_and_one_letter": "。！？……——\na",
    "huge_line": "一要抓落实，二要抓项目，" * 1500,
    "repeated": "国" * 900,
    "emoji": "👍🏽 同志们，👨‍👩‍👧‍👦 抓落实 🎉🎉\n一、🎯目标\n加油 💪",
    "only_headings": "一、\n二、\n三、\n（一）\n1.\n",
    "heading_only": "一、抓落实",
    "deep": "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n第一，己\n",
    "masked": "**市委书记***同志在**县*局的讲话\n**市要抓落实",
    "traditional": "同志們：\n一、提高認識\n我們要堅決抓落實，依法行政。\n二、改進作風\n",
    "braces": "{word} {0} {} %s %(a)s {{x}} 抓落实{n:,}",
    "rare": "𠮷野家𬭚䶮抓落实㐂\u3000\u00a0全角　空格",
    "combining": "抓̈́落̷实́" * 40,
    "right_to_left": "אבג抓落实\u0600ابت",
    "newlines": "抓落实\n\n\n\n\n\n" * 60,
    "formula": "=1+1\n@SUM(A1)\n+抓落实\n-抓落实\n",
}  # fmt: skip

every_page = pytest.mark.parametrize("page", FILES)


@pytest.mark.parametrize("name", ODD)
def test_every_page_stands(open_at: Open, name: str) -> None:
    app = open_at("overview", text=ODD[name], projector=name == "emoji")
    for page, file in FILES.items():
        app.switch_page(file).run()
        assert not app.exception, page
        assert not app.error, page
        assert tags(app).count("h1") == 1, page


@every_page
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_stays_text(open_at: Open, hostile_speech: str, page: str, lang: str) -> None:
    app = open_at(page, lang=lang, text=hostile_speech, word="<img src=x onerror=alert(1)>")
    assert not app.exception
    drawn = tags(app)
    assert not {"script", "iframe", "img", "meta", "object", "embed"} & set(drawn)
    assert not {name for name in attributes(app) if name.startswith("on")}
    # Markdown and LaTeX are only read by these, and no page gives them text of a speech.
    assert not app.markdown and not app.latex and not app.caption and not app.title


@pytest.mark.parametrize("page", ["sections", "reader"])
def test_the_text_is_shown_as_typed(open_at: Open, hostile_speech: str, page: str) -> None:
    app = open_at(page, text=hostile_speech, section="2")
    shown = "".join("".join(html_texts(piece)) for piece in markup(app))
    for line in ("$x^2$ 要 :red[醒目]", "&lt;b&gt; &amp;", ":material/home: 图标"):
        assert line.replace(" ", "") in shown.replace(" ", "")


def test_the_whole_text_stands_in_the_reader(open_at: Open, hostile_speech: str) -> None:
    app = open_at("reader", text=hostile_speech, word="抓落实")
    body = next(piece for piece in markup(app) if 'class="reader"' in piece)
    shown = "".join(html_texts(body))
    for line in hostile_speech.split("\n"):
        assert "".join(line.split()) in "".join(shown.split())


def test_words_of_a_person_reach_every_page(open_at: Open, plain_speech: str) -> None:
    app = open_at("keywords", text=plain_speech)
    app.session_state["own_words"] = ("河道治理",)
    app.session_state["hidden"] = frozenset({"抓落实"})
    for file in FILES.values():
        app.switch_page(file).run()
        assert not app.exception


def test_everything_hidden_leaves_pages_standing(open_at: Open) -> None:
    app = open_at("overview", text="抓落实，抓落实。")
    app.session_state["hidden"] = frozenset({"抓落实", "落实", "抓"})
    for file in FILES.values():
        app.switch_page(file).run()
        assert not app.exception
