"""What every page must be, read from its source: a new page that forgets a rule fails here."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from pages.parts.frame import FILES
from pages.parts.language import LANGUAGES, strings

ROOT = Path(__file__).resolve().parents[2]
FREE_OF_COMPUTING = {"__future__", "collections", "dataclasses", "pages", "analysis", "pandas"}

every_page = pytest.mark.parametrize("page", FILES)


def source(page: str) -> ast.Module:
    return ast.parse((ROOT / FILES[page]).read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_every_file_is_in_the_menu() -> None:
    files = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")} | {"app.py"}
    assert files == set(FILES.values())


@every_page
def test_is_titled_in_both_languages(page: str) -> None:
    doc = ast.get_docstring(source(page)) or ""
    for lang in LANGUAGES:
        title = strings(lang)[f"menu.{page}"]
        assert title in doc.partition(":")[0], f"{FILES[page]}: the docstring names no {title}"


@every_page
def test_opens_the_page_first_and_under_its_own_name(page: str) -> None:
    run = [node for node in source(page).body if _acts(node)]
    if ast.unparse(run[0]) == "ask_for_charts()":  # all that may come before: nothing to read yet
        run.pop(0)
    first = run[0]
    assert isinstance(first, ast.Assign) and ast.unparse(first) == f"view = open_page('{page}')"


@every_page
def test_says_what_to_notice(page: str) -> None:
    code = (ROOT / FILES[page]).read_text(encoding="utf-8")
    called = re.search(r"\blead\(view, ", code) or "<h1>" in code
    assert called, "a page says its finding through lead(), or draws its own <h1>"


@every_page
def test_computes_nothing_itself(page: str) -> None:
    tops = {name.split(".")[0] for name in imported(source(page))}
    assert tops <= FREE_OF_COMPUTING | {"streamlit"}


@every_page
def test_escapes_in_one_place(page: str) -> None:
    code = (ROOT / FILES[page]).read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in code
    assert "st.markdown" not in code and "st.write" not in code


@pytest.mark.parametrize("path", sorted((ROOT / "analysis").rglob("*.py")), ids=lambda p: p.stem)
def test_analysis_knows_nothing_of_pages(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
    assert not tops & {"streamlit", "pages", "app"}


@pytest.mark.parametrize("path", sorted((ROOT / "pages/parts").glob("*.py")), ids=lambda p: p.stem)
def test_parts_know_no_page(path: Path) -> None:
    stems = {f"pages.{name}" for name in FILES} | {"app"}
    assert not imported(ast.parse(path.read_text(encoding="utf-8"))) & stems


def _acts(node: ast.stmt) -> bool:
    """Whether a top-level statement of a page does something, rather than name something."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
        return False
    if isinstance(node, ast.Assign):
        named = all(isinstance(name, ast.Name) and name.id.isupper() for name in node.targets)
        return not named
    return not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
