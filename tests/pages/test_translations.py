"""Both languages have every string, code asks for none that is missing, and none lies unused."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from analysis.cloud.packing import SHAPES
from analysis.errors import SpeechError
from analysis.measures.keywords import keyword_table
from analysis.segmentation.parts_of_speech import POS_GROUPS
from analysis.segmentation.stopwords import stop_words
from analysis.study import Study
from pages.parts.frame import FILES, MENU
from pages.parts.language import LANGUAGES, strings

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), ROOT / "analysis/errors.py"]
KEYS = strings("zh").keys() | strings("en").keys()
TABLES = {key.partition(".")[0] for key in KEYS}


def blanks(text: str) -> set[str]:
    """The blanks of a string; how a language writes a number in them is its own affair."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@cache
def trees() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in SOURCES]


def nodes() -> Iterator[ast.AST]:
    for tree in trees():
        yield from ast.walk(tree)


def constants() -> set[str]:
    """Every string in the code that looks like a key of one of our tables."""
    made = {id(part) for node in nodes() if isinstance(node, ast.JoinedStr) for part in node.values}
    found = (n.value for n in nodes() if isinstance(n, ast.Constant) and id(n) not in made)
    texts = {text for text in found if isinstance(text, str) and " " not in text}
    return {text for text in texts if text.partition(".")[0] in TABLES and "." in text[:-1]}


def prefixes() -> set[str]:
    """What stands before the first blank of every f-string that looks like a key."""
    heads = [node.values[0] for node in nodes() if isinstance(node, ast.JoinedStr) and node.values]
    texts = {head.value for head in heads if isinstance(head, ast.Constant)}
    return {text for text in texts if text.partition(".")[0] in TABLES and "." in text}


def calls() -> Iterator[tuple[str, set[str]]]:
    """Key and names of blanks of every ``t("key", …)`` whose key is written out."""
    for node in nodes():
        if not (isinstance(node, ast.Call) and node.args and _is_t(node.func)):
            continue
        key = node.args[0]
        if isinstance(key, ast.Constant) and None not in [word.arg for word in node.keywords]:
            yield str(key.value), {str(word.arg) for word in node.keywords}


def _is_t(function: ast.expr) -> bool:
    names = {"t", "translator"}
    if isinstance(function, ast.Call):
        return _is_t(function.func)
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in names


def test_both_languages_have_the_same_keys() -> None:
    assert strings("zh").keys() == strings("en").keys()


@pytest.mark.parametrize("key", sorted(KEYS))
def test_both_languages_have_the_same_blanks(key: str) -> None:
    assert blanks(strings("zh")[key]) == blanks(strings("en")[key])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_string_is_empty(lang: str) -> None:
    assert [key for key, text in strings(lang).items() if not text.strip()] == []


def test_english_strings_are_english_but_for_examples() -> None:
    # Chinese may stand in an English string as the word that is spoken of.
    many = {
        key: text
        for key, text in strings("en").items()
        if sum("一" <= sign <= "鿿" for sign in text) * 2 > len(text)
    }
    assert many == {}


def test_code_asks_for_no_missing_string() -> None:
    files = ("toml", "py", "css", "js", "txt")
    asked = {key for key in constants() if not key.endswith((*files, "."))}
    assert asked - KEYS == set()
    assert {key for key, _ in calls()} - KEYS == set()
    assert [head for head in prefixes() if not any(key.startswith(head) for key in KEYS)] == []


def test_code_fills_every_blank() -> None:
    wrong = [
        (key, given) for key, given in calls() if given and given != blanks(strings("zh")[key])
    ]
    assert wrong == []


def test_no_string_lies_unused() -> None:
    used = constants()
    heads = tuple(prefixes())
    assert [key for key in sorted(KEYS) if key not in used and not key.startswith(heads)] == []


def family(name: str) -> set[str]:
    return {key.partition(".")[2] for key in KEYS if key.startswith(f"{name}.")}


def test_what_code_makes_keys_of_has_all_its_strings(plain_speech: str) -> None:
    assert family("menu") == set(MENU) | set(FILES)
    assert family("pos") == {"all", *POS_GROUPS}
    assert set(SHAPES) <= family("cloud")
    assert family("stop") >= set(stop_words().reasons.values()) | {"own"}
    assert family("stop") >= {group for group, _ in stop_words().patterns}
    errors = [SpeechError, *SpeechError.__subclasses__()]
    errors = [error for error in errors if error.__module__ == "analysis.errors"]
    assert {error.code.partition(".")[2] for error in errors} <= family("error")


def test_every_column_is_named(study: Study) -> None:
    table = keyword_table(study.tokens, study.text, study.sections)
    assert set(table.columns) <= family("column")
