"""The reference: counted from a folder, kept in a small file, read back the same."""

import gzip
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import BadReference
from analysis.loading import load_text
from analysis.measures.keyness import keyness, word_counts
from analysis.measures.lexical import FIGURES
from analysis.measures.reference import (
    BUILT_IN,
    DOCUMENTS,
    WORDS,
    Reference,
    built_in_reference,
    read_reference,
    write_reference,
)
from analysis.measures.reference_building import build_reference
from analysis.study import study_of

TEXTS = {
    "city/甲.txt": "河道治理要抓落实，抓落实要快。",
    "city/乙.txt": "水利工程要快，水利工程要好。",
    "county/丙.txt": "河道治理要稳。",
    "county/deep/丁.txt": "粮食生产要稳。",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    (top / "county" / "broken.txt").write_bytes(b"\x00\x01\x02" * 50)
    (top / "county" / "notes.log").write_text("河道治理", encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def built(folder: Path) -> Reference:
    reference, unread = build_reference(folder)
    assert len(unread) == 1 and "broken.txt" in unread[0]
    return reference


def test_counts_by_group(built: Reference) -> None:
    assert tuple(built.words.columns) == WORDS and tuple(built.documents.columns) == DOCUMENTS
    assert built.groups == ["city", "county"]
    assert sorted(built.documents["document"]) == sorted("甲乙丙丁")
    city = built.counts("city").set_index("word")
    assert city.loc["抓落实", ["count", "documents"]].tolist() == [2, 1]
    both = built.counts().set_index("word")
    assert both.loc["要", ["count", "documents"]].tolist() == [6, 4]
    assert both["count"].sum() == built.size() == built.size("city") + built.size("county")


def test_counted_as_the_speech_is(built: Reference) -> None:
    study = study_of(load_text("".join(TEXTS.values())))
    ours = word_counts(study.tokens).set_index("word")["count"].sort_index()
    theirs = built.counts().set_index("word")["count"].sort_index()
    assert ours.to_dict() == theirs.to_dict()
    assert keyness(word_counts(study.tokens), built.counts())["log_likelihood"].max() < 1e-9


def test_read_back_the_same(built: Reference) -> None:
    data = write_reference(built)
    assert data == write_reference(built)  # the same bytes each time
    again = read_reference(data)
    pd.testing.assert_frame_equal(again.words, built.words, check_dtype=False)
    pd.testing.assert_frame_equal(again.documents, built.documents, check_dtype=False, atol=1e-5)
    assert again.known == built.known >= {"抓落实"}


def test_no_sentence_is_kept(built: Reference) -> None:
    kept = gzip.decompress(write_reference(built)).decode()
    assert all(text not in kept for text in TEXTS.values())


def test_rare_words_can_be_left_out(folder: Path) -> None:
    reference, _ = build_reference(folder, fewest=2)
    assert reference.counts()["count"].min() >= 2
    assert reference.size() > reference.counts()["count"].sum()


@pytest.mark.parametrize(
    "data",
    [
        "word,count\n项目,3\n水利,1\n",
        "word,tokens\n项目,3\n水利,1\n",
        "\ufeffword,group,tokens,documents\r\n项目,own,3,1\r\n水利,own,1,1\r\n",
    ],
)
def test_a_table_of_ones_own(data: str) -> None:
    for raw in (data.encode(), gzip.compress(data.encode())):
        reference = read_reference(raw, name="own")
        assert reference.groups == ["own"] and reference.size() == 4
        assert reference.counts()["word"].tolist() == ["项目", "水利"]
        assert reference.documents[list(FIGURES)].isna().all(axis=None)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8bnothing",
        b"\xff\xfe\x00",
        "项目,3\n".encode(),
        b"word,count\n",
        "word,count\n项目,many\n".encode(),
        "word,count\n项目,-3\n".encode(),
    ],
)
def test_what_is_no_table(data: bytes) -> None:
    with pytest.raises(BadReference):
        read_reference(data)


def test_a_folder_without_texts(tmp_path: Path) -> None:
    with pytest.raises(BadReference):
        build_reference(tmp_path)


def test_the_projects_own() -> None:
    assert BUILT_IN.stat().st_size < 3_000_000
    reference = built_in_reference()
    assert reference.groups == ["national", "provincial", "speeches"]
    assert len(reference.documents) > 70 and reference.size() > 250_000
    assert reference.counts("national").set_index("word").loc["抓落实", "documents"] >= 1
    assert reference.documents[list(FIGURES)].notna().all(axis=None)
    assert reference.words["word"].str.len().max() <= 40  # words, not sentences
