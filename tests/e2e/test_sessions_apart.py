"""Two people at one server: what one of them opens, names and adds is the other's in no way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, WebSocket, expect
from visit import SLOW, Visit

from pages.parts.frame import FILES
from pages.parts.language import strings

ZH = strings("zh")
ASKED = "鹤鸣滩"  # what the second person's link asks for; the first one's speech is full of it
NAMED = "甲方自存稿"
ADDED = "清淤十八法"
BEHIND = "引水渠"  # always stands behind what is asked for
SECRETS = (NAMED, ADDED, BEHIND)
SPEECH = (
    "在渠系改造现场会上的讲话\n同志们：\n"
    f"一、修好{ASKED}{BEHIND}\n{ASKED}{BEHIND}年久失修，要用{ADDED}，一段一段清到底。\n"
    f"二、管好{ASKED}{BEHIND}\n{ASKED}{BEHIND}修好之后，要有人看、有人管、有人护。\n"
)


class Person:
    """A browser of one's own with the app in it, and all that the server ever sent there."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._sent: list[bytes] = []
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 720})
        page.on("websocket", self._listen)
        self.visit = Visit(page, address)

    def _listen(self, socket: WebSocket) -> None:
        def hear(frame: str | bytes) -> None:
            self._sent.append(frame if isinstance(frame, bytes) else frame.encode())

        socket.on("framereceived", hear)

    def got(self, word: str) -> bool:
        """Whether a word came from the server or stands on the page."""
        needles = (word.encode(), word.encode("unicode_escape"))
        sent = any(needle in frame for frame in self._sent for needle in needles)
        return sent or word in self.visit.page.content()

    def opens(self) -> Locator:
        self.visit.key("open_speech").get_by_role("button").click()
        return self.visit.dialog()


@pytest.fixture
def two(browser: Browser, address: str) -> Iterator[tuple[Person, Person]]:
    """Two people, each in a browser context that shares nothing with the other's."""
    contexts = [browser.new_context(locale="zh-CN") for _ in range(2)]
    first, second = (Person(context, address) for context in contexts)
    yield first, second
    for context in contexts:
        context.close()
    assert first.visit.wrong + second.visit.wrong == []


def puts_on_the_shelf(person: Person) -> None:
    """Upload the speech, give it another name, and add a word to the lexicon."""
    person.visit.open("keywords")
    dialog = person.opens()
    file = {"name": "speech.txt", "mimeType": "text/plain", "buffer": SPEECH.encode()}
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog.get_by_text("speech.txt")).to_be_visible(timeout=SLOW)
    dialog.get_by_role("button", name=ZH["open.go"]).click()
    person.visit.studies("speech")
    name = person.opens().get_by_role("textbox", name=ZH["open.name"])
    name.fill(NAMED)
    name.press("Enter")
    person.visit.idle()
    person.visit.page.keyboard.press("Escape")
    person.visit.studies(NAMED)
    person.visit.page.get_by_text(ZH["lists.open"]).click()
    person.visit.page.get_by_role("textbox", name=ZH["lists.add"]).fill(ADDED)
    person.visit.page.get_by_role("button", name=ZH["lists.apply_words"]).click()
    person.visit.idle()


def sees_nothing(person: Person) -> None:
    """Every page is of the built-in speech, and no word of the other person's ever came."""
    for page in list(FILES)[1:]:
        person.visit.go(page)
        person.visit.studies(ZH["speech.built_in"])
    assert [word for word in SECRETS if person.got(word)] == []


def removes(person: Person) -> None:
    person.opens().get_by_role("button", name=ZH["open.remove"]).click()
    person.visit.studies(ZH["speech.built_in"])


def test_nothing_of_one_session_is_visible_in_another(two: tuple[Person, Person]) -> None:
    first, second = two
    second.visit.open()  # is there before the first one opens anything
    puts_on_the_shelf(first)
    assert all(first.got(word) for word in SECRETS)  # the test can see what it looks for
    sees_nothing(second)
    second.visit.open("reader", word=ASKED)  # a link that names what only the other one has
    expect(second.visit.page.locator(".reader mark")).to_have_count(0)
    second.visit.open("context", word=ASKED)
    second.visit.open("keywords", word=ASKED)
    sees_nothing(second)
    first.visit.go("reader")  # … whose session is as it was
    first.visit.studies(NAMED)
    removes(first)
    sees_nothing(second)


def test_a_session_that_begins_later_sees_nothing(two: tuple[Person, Person]) -> None:
    first, second = two
    puts_on_the_shelf(first)
    second.visit.open("reader", word=ASKED)
    sees_nothing(second)
    second.opens()
    assert not second.visit.page.get_by_text(ZH["open.shelf"]).is_visible()
