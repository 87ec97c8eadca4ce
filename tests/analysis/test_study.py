"""A study: tables made once, and let go when their speech is removed."""

from __future__ import annotations

import gc
import weakref

from opencc import OpenCC

from analysis.commands.records import themes_record
from analysis.findings import leading_terms
from analysis.loading import load_text
from analysis.segmentation.stopwords import stop_words
from analysis.study import Study, study_of


def test_a_study_lets_its_tables_go_and_makes_them_again(plain_speech: str) -> None:
    study = study_of(load_text(plain_speech))
    words = leading_terms(study, stop_words())["word"].tolist()
    tokens = weakref.ref(study.tokens)
    assert study.tokens is tokens()
    study.let_go()
    gc.collect()
    assert tokens() is None
    assert not study.kept
    assert leading_terms(study, stop_words())["word"].tolist() == words


def test_a_study_that_is_closed_holds_nothing_of_its_speech(plain_speech: str) -> None:
    study = study_of(load_text(plain_speech))
    study.read()
    tokens = weakref.ref(study.tokens)
    study.close()
    gc.collect()
    assert tokens() is None
    assert study.text == ""
    assert study.tokens.empty and study.profiles.empty


def test_reading_a_long_speech_tells_how_far_it_is(plain_speech: str) -> None:
    study = study_of(load_text(plain_speech * 300))
    shares: list[float] = []
    study.read(shares.append)
    assert len(shares) > 4
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert {"tokens", "keywords", "profiles"} <= set(vars(study))


def test_a_study_is_read_once(plain_speech: str) -> None:
    study = study_of(load_text(plain_speech))
    tokens = study.tokens
    study.read()
    assert study.tokens is tokens


def test_a_traditional_text_is_analysed_as_its_simplified_twin(plain_speech: str) -> None:
    plain = study_of(load_text(plain_speech))
    old = study_of(load_text(OpenCC("s2t").convert(plain_speech)))
    assert old.speech.traditional
    columns = ["own", "total", "sections", "tfidf"]
    assert old.keywords[columns].equals(plain.keywords[columns])
    assert [old.listed(word) for word in old.keywords["word"]] == plain.keywords["word"].tolist()
    word = leading_terms(plain, stop_words())["word"].iloc[0]
    assert old.find(word) == plain.find(word) != []
    assert old.written([word])[0] in old.text
    assert old.section_themes.equals(plain.section_themes)
    whole = [themes_records(study) for study in (old, plain)]
    assert whole[0] == whole[1]


def themes_records(study: Study) -> list[tuple[object, ...]]:
    record = themes_record(study.speech)
    parts = [record, *record["sections"]]
    return [(part["theme"], part.get("heading_theme"), part["scores"]) for part in parts]
