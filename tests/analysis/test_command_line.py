"""The command line as a person runs it: in a process of its own."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from analysis.commands.text_table import display_width, text_table

ROOT = Path(__file__).resolve().parents[2]
SPEECH = """在全县作风建设会议上的讲话

同志们：
今天开会，主要讲三点意见。
一、提高站位，把准方向。要深学细悟，坚决做到“两个维护”。
（一）学深悟透。坚持读原著、学原文、悟原理。
（二）真信笃行。把学习成果转化为实际行动。
二、狠抓落实，改进作风。要马上就办、真抓实干，力戒形式主义。
三、严守底线，廉洁从政。要严守中央八项规定精神，做到清正廉洁。
同志们，让我们一起努力！谢谢大家！
"""
COMMANDS = ("outline", "tokens", "keywords", "themes")


def run(
    *arguments: str, given: bytes = b"", cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=environment,
        timeout=120,
        check=False,
    )


def records(*arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    found: list[dict[str, Any]] = json.loads(done.stdout.decode("utf-8"))
    return found


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("speeches") / "作风讲话.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return str(path)


def test_outline(speech: str) -> None:
    (record,) = records("outline", speech)
    assert record["file"] == speech
    assert record["title"] == "在全县作风建设会议上的讲话"
    assert record["salutation"].startswith("同志们")
    sections = record["sections"]
    assert [section["number"] for section in sections] == ["一、", "二、", "三、"]
    first = sections[0]
    assert set(first) == {"level", "number", "heading", "start", "end", "children"}
    assert first["level"] == 1
    assert [(child["level"], child["heading"]) for child in first["children"]] == [
        (2, "学深悟透"),
        (2, "真信笃行"),
    ]
    places = [(part["start"], part["end"]) for part in (*sections, *record["unheaded"])]
    assert sum(end - start for start, end in places) == max(end for _, end in places)


def test_tokens(speech: str) -> None:
    (record,) = records("tokens", speech)
    text = record["text"]
    assert text.startswith("在全县作风建设会议上的讲话")
    for token in record["tokens"]:
        assert set(token) == {"start", "end", "word", "pos", "sentence", "section"}
        assert text[token["start"] : token["end"]] == token["word"]
        assert isinstance(token["sentence"], int) and isinstance(token["section"], int)
    assert "两个维护" in [token["word"] for token in record["tokens"]]


def test_keywords(speech: str) -> None:
    (record,) = records("keywords", speech)
    columns = {"word", "pos", "own", "total", "per_thousand", "sections", "tfidf", "textrank"}
    assert all(set(keyword) == columns | {"hidden"} for keyword in record["keywords"])
    hidden = [keyword["hidden"] for keyword in record["keywords"]]
    shown = hidden.count(None)
    assert hidden[:shown] == [None] * shown


def test_themes(speech: str) -> None:
    (record,) = records("themes", speech)
    themes = {"standing", "capability", "goals", "style", "integrity"}
    assert set(record) == {"file", "theme", "scores", "sections"}
    assert set(record["scores"]) == themes
    text = records("tokens", speech)[0]["text"]
    for section in record["sections"]:
        assert set(section["scores"]) == themes
        assert {section["theme"], section["heading_theme"]} <= themes | {None}
        for start, end, word, theme in section["evidence"]:
            assert text[start:end] == word and theme in themes
    last = [section for section in record["sections"] if section["level"] == 1][-1]
    assert last["theme"] == last["heading_theme"] == "integrity"


@pytest.mark.parametrize("command", COMMANDS)
def test_table_and_csv_have_a_row_for_each_thing(command: str, speech: str) -> None:
    table = run(command, speech).stdout.decode("utf-8").splitlines()
    data = run(command, speech, "--format", "csv").stdout
    assert data.startswith(b"\xef\xbb\xbffile,") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1][0] == speech and len({len(row) for row in rows}) == 1
    assert len(table) == len(rows) + 2  # the file's name, and a rule under the header


def test_standard_input_and_several_files(speech: str) -> None:
    done = run("outline", "-", speech, "--format", "json", given=SPEECH.encode())
    first, second = json.loads(done.stdout)
    assert (first.pop("file"), second.pop("file")) == ("-", speech)
    assert first == second


def test_what_cannot_be_read_is_named_and_the_rest_is_done(speech: str, tmp_path: Path) -> None:
    (tmp_path / "图片.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    (tmp_path / "empty.txt").write_bytes(b" \n")
    bad = [str(tmp_path / name) for name in ("图片.txt", "empty.txt", "missing.txt")]
    done = run("outline", bad[0], speech, *bad[1:], str(tmp_path), "--format", "json")
    assert done.returncode == 2
    assert [record["file"] for record in json.loads(done.stdout)] == [speech]
    lines = done.stderr.decode("utf-8").splitlines()
    assert [line.split(": ")[0] for line in lines] == [*bad, str(tmp_path)]
    assert all("Traceback" not in line for line in lines)


@pytest.mark.parametrize(
    "arguments", [("outline",), ("nothing", "x"), ("outline", "--format", "x")]
)
def test_wrong_use_is_told_with_exit_code_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2 and b"Usage" in done.stderr and not done.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "text",
    [
        "。",
        "国",
        "一、",
        "一、\n二、\n三、",
        "**市",
        "<script>alert(1)</script>$x$ :red[x] **b**",
        "😀一要\u200d二要\u202e三要",
        "国" * 900,
        "（一）" * 500,
        "同志们：" * 300,
        "\u3000\r\n\r一是\x85二是\u2028",
    ],
)
def test_hostile_input_never_ends_in_a_traceback(command: str, text: str, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from analysis.__main__ import main  # in this process: a new one for each would take minutes

    path = tmp_path / "x.txt"
    path.write_bytes(text.encode())
    done = CliRunner().invoke(main, [command, str(path), "--format", "json"])
    assert done.exit_code == (2 if text == "。" else 0)
    assert done.exception is None or isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_imports_what_only_pages_need(command: str) -> None:
    code = (
        f"import sys; sys.argv = ['analysis', '{command}', '-'];"
        "from analysis.__main__ import main; main(standalone_mode=False);"
        "heavy = {'plotly', 'wordcloud', 'matplotlib', 'fontTools', 'streamlit'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"abc", capture_output=True, cwd=ROOT, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_columns_align_by_display_width() -> None:
    lines = text_table(
        ["word", "own"], [("抓落实", 9), ("GDP", 12), ("两会\n\x1b[31m", 3)]
    ).splitlines()
    assert len(lines) == 5 and "\x1b" not in "".join(lines)
    assert {display_width(line) for line in lines[1:]} == {display_width(lines[1])}
    assert lines[2].endswith("  9") and lines[3].endswith(" 12")
