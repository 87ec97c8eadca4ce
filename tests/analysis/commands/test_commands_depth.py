"""The commands that look at words in depth, run in this process."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from analysis.__main__ import main

SPEECH = """在水利会议上的讲话

同志们：
河道治理要抓落实，抓落实要快。河道治理要见效，水利工程要见底。
一、河道治理。要增强“四个意识”，河道治理要抓落实，一级抓一级。
二、水利工程。水利工程要好，水利工程要省，要看河、看田、看路。
"""
OTHER = "粮食生产要稳，粮食生产要多。粮食生产要抓落实，农田水利要修好。"
QUERIES = {"concordance": "hits", "collocates": "collocates", "dispersion": "dispersion"}
PLAIN = {"phrases": "phrases", "candidates": "candidates"}


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


def records(*arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("speeches")
    paths = folder / "水利.txt", folder / "粮食.txt"
    for path, text in zip(paths, (SPEECH, OTHER), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def test_concordance(files: tuple[str, str]) -> None:
    (record,) = records("concordance", "抓落实|见?", files[0])
    words = [hit["word"] for hit in record["hits"]]
    assert words == ["抓落实", "抓落实", "见效", "见底", "抓落实"]
    assert record["hits"][0]["left"].endswith("河道治理要")
    (record,) = records("concordance", "抓落实", files[0], "--order", "right", "--context", "2")
    assert all(len(hit["left"]) == 2 for hit in record["hits"])


def test_collocates(files: tuple[str, str]) -> None:
    (record,) = records("collocates", "河道治理", files[0], "--within", "window")
    found = {row["word"]: row for row in record["collocates"]}
    assert found["抓落实"]["together"] == 2 and "要" not in found
    assert record["within"] == "window"
    (record,) = records("collocates", "河道治理", files[0], "--all-words")
    assert "要" in {row["word"] for row in record["collocates"]}


def test_dispersion(files: tuple[str, str]) -> None:
    (record,) = records("dispersion", "河道治理 水利工程", files[0])
    assert [row["query"] for row in record["dispersion"]] == ["河道治理", "水利工程"]
    assert [row["count"] for row in record["dispersion"]] == [4, 4]


def test_keyness_against_another_speech(files: tuple[str, str]) -> None:
    (record,) = records("keyness", files[0], "--against", files[1])
    found = {row["word"]: row for row in record["keyness"]}
    assert found["粮食生产"]["use"] == "under" and found["粮食生产"]["count"] == 0
    assert record["against"] == files[1]
    (record,) = records("keyness", files[0], "--against", files[1], "--most", "2")
    assert len(record["keyness"]) == 2


def test_reference_and_keyness_against_it(files: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "own.csv.gz"
    done = run("reference", str(Path(files[0]).parent), str(out))
    assert done.exit_code == 0 and "2 texts" in done.output
    group = Path(files[0]).parent.name
    (record,) = records("keyness", files[0], "--against", str(out), "--group", group)
    assert {row["word"] for row in record["keyness"]} >= {"粮食生产", "抓落实"}
    done = run("keyness", files[0], "--against", str(out), "--group", "none")
    assert done.exit_code == 2 and "no group none" in done.output


def test_phrases(files: tuple[str, str]) -> None:
    (record,) = records("phrases", files[0])
    found = {row["phrase"]: row for row in record["phrases"]}
    assert found["四个意识"]["kind"] == "numeral" and found["四个意识"]["year"] == "2016"


@pytest.mark.parametrize("form", ["table", "csv"])
def test_several_files_in_each_form(files: tuple[str, str], form: str) -> None:
    calls = [(name, "抓落实") for name in QUERIES] + [(name,) for name in PLAIN]
    for name, *query in [*calls, ("keyness", "--against", files[1])]:
        done = run(name, *query, *files, "--format", form)
        assert done.exit_code == 0, done.output
        if form == "csv":
            rows = list(csv.reader(io.StringIO(done.stdout.lstrip("\ufeff"))))
            assert rows[0][0] == "file" and len({len(row) for row in rows}) == 1
        else:
            assert all(file in done.stdout for file in files)


def test_standard_input() -> None:
    done = run("concordance", "抓落实", "-", "--format", "json", given=SPEECH.encode())
    assert len(json.loads(done.stdout)[0]["hits"]) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("concordance", "* ?"),
        ("concordance", "  "),
        ("collocates", "抓", "--span", "0"),
        ("keyness", "--against", "no such file"),
        ("candidates", "--count", "1"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], files: tuple[str, str]) -> None:
    done = run(*arguments, files[0])
    assert done.exit_code == 2 and not done.stdout and done.stderr


def test_what_cannot_be_read_or_written_is_named(files: tuple[str, str], tmp_path: Path) -> None:
    empty, out = tmp_path / "empty.txt", tmp_path / "none" / "out.csv.gz"
    empty.touch()
    done = run("keyness", files[0], "--against", str(empty))
    assert (done.exit_code, done.stderr) == (2, f"{empty}: there is no text to read\n")
    done = run("reference", str(Path(files[0]).parent), str(out))
    assert (done.exit_code, done.stderr.split(":")[0]) == (2, str(out))


def test_an_unread_file_is_told_and_the_others_are_done(files: tuple[str, str]) -> None:
    for name, *query in [(name, "抓落实") for name in QUERIES] + [(name,) for name in PLAIN]:
        done = run(name, *query, "no such file", files[0], "--format", "json")
        assert done.exit_code == 2 and "no such file" in done.stderr
        assert len(json.loads(done.stdout)) == 1


@pytest.mark.parametrize(
    "text", ["国", "一、", "国" * 3000, "（一）" * 300, "“”《》。甲", "1" * 200]
)
def test_hostile_texts(text: str, files: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    calls = [(name, "国") for name in QUERIES] + [(name,) for name in PLAIN]
    for name, *query in [*calls, ("keyness", "--against", files[1])]:
        done = run(name, *query, str(path), "--format", "json")
        assert done.exit_code in (0, 2)
        assert done.exception is None or isinstance(done.exception, SystemExit)


def test_json_has_no_numbers_that_are_none(files: tuple[str, str]) -> None:
    for call in (
        ("collocates", "抓落实"),
        ("dispersion", "粮食生产"),
        ("keyness", "--against", files[0]),
    ):
        done = run(*call, files[1], "--format", "json")
        assert not {"NaN", "Infinity"} & set(done.stdout.replace(",", " ").split())
