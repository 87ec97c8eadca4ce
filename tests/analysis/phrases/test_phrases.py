"""Set phrases: each kind, each place once, meanings where the glossary has them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.loading import built_in_speech, load_text
from analysis.phrases import (
    PHRASE_PLACES,
    PHRASES,
    phrase_places,
    set_phrases,
)
from analysis.phrases.glossary import Entry, glossary
from analysis.phrases.phrase_kinds import KINDS, kind_of
from analysis.study import study_of

TEXT = """同志们：
一、增强“四个意识”，做到“两个维护”。要落实《河道管理办法》和“双随机、一公开”。
二、发扬“竹篓精神”，推行“五清四建”。竹篓精神不能丢。三农工作要抓实，五级书记要抓牢。"""


def table(text: str, **options: object) -> pd.DataFrame:
    study = study_of(load_text(text))
    places = phrase_places(study.text, study.tokens, study.sections, **options)  # type: ignore[arg-type]
    assert tuple(places.columns) == PHRASE_PLACES
    found = set_phrases(places, study.sections)
    assert tuple(found.columns) == PHRASES
    return found.set_index("phrase")


def test_kinds() -> None:
    kinds = table(TEXT)["kind"].to_dict()
    assert kinds["四个意识"] == kinds["两个维护"] == kinds["五级书记"] == "numeral"
    assert kinds["河道管理办法"] == "title"
    assert kinds["双随机、一公开"] == "numeral"  # though no token holds a mark
    assert kinds["竹篓精神"] == "quoted"
    assert "同志们" not in kinds and "要" not in kinds


@pytest.mark.parametrize(
    ("word", "pos", "category", "kind"),
    [
        ("四个意识", "n", "numeral", "numeral"),
        ("七清八改", "l", "", "numeral"),
        ("一身正气", "l", "numeral", "four"),
        ("三次", "m", "", None),
        ("十四五", "n", "", "formula"),
        ("三高四新", "n", "numeral", "local"),
        ("倒排工期", "l", "work", "four"),
        ("以人民为中心", "l", "theory", "formula"),
        ("讲政治", "v", "theory", "formula"),
        ("党员", "n", "party", None),
        ("十分关心", "l", "", "four"),
        ("高标准农田", "n", "rural", "policy"),
        ("教育局", "n", "body", None),
        ("雷厉风行", "i", "", "four"),
        ("GDP", "eng", "", None),
        ("随便什么", "l", "own", "own"),
    ],
)
def test_kind_of_a_word(word: str, pos: str, category: str, kind: str | None) -> None:
    assert kind_of(word, pos, category) == kind


def test_meanings_with_their_source() -> None:
    row = table(TEXT).loc["四个意识"]
    entry = glossary()["四个意识"]
    assert (row["expansion"], row["source"], row["year"]) == (
        entry.expansion,
        entry.source,
        "2016",
    )
    assert table(TEXT).loc["竹篓精神", "expansion"] == ""


def test_an_entry_inside_a_longer_phrase_explains_it() -> None:
    study = study_of(load_text("开展四史教育，推进三保障工作。"), extra=("四个意识教育", "三保障"))
    places = pd.DataFrame(
        [("四个意识教育", "own", 0, 6, 0, 0), ("三保障", "own", 8, 11, 0, 0)],
        columns=list(PHRASE_PLACES),
    )
    entries = set_phrases(places, study.sections).set_index("phrase")["entry"]
    assert entries.to_dict() == {"四个意识教育": "四个意识", "三保障": ""}


def test_a_longer_numeral_abbreviation_is_not_what_a_shorter_one_means() -> None:
    found = table("做到“两个维护”，坚持五个必须坚持，落实“五个必须坚持”。")
    assert "五个必须" in glossary()
    assert found.loc["两个维护", "expansion"]
    assert found.loc["五个必须坚持", "kind"] == "numeral"
    assert found.loc["五个必须坚持", "expansion"] == ""


def test_another_glossary() -> None:
    study = study_of(load_text(TEXT))
    places = phrase_places(study.text, study.tokens, study.sections)
    found = set_phrases(places, study.sections, {"竹篓精神": Entry("竹篓精神", "苦干", "", "", "")})
    rows = found.set_index("phrase")["expansion"]
    assert rows["竹篓精神"] == "苦干" and rows["四个意识"] == ""


def test_what_nobody_else_says_is_local() -> None:
    known = {"四个意识", "五级书记", "三农"}
    kinds = table(TEXT, known=known)["kind"].to_dict()
    assert kinds["竹篓精神"] == kinds["五清四建"] == "local"
    assert kinds["四个意识"] == "numeral"
    assert table(TEXT, known={*known, "竹篓精神"})["kind"]["竹篓精神"] == "quoted"


def test_own_words() -> None:
    assert table("河道清四乱要快，清四乱要实。", extra=("清四乱",))["kind"]["清四乱"] == "own"


def test_places_count_and_lead_back() -> None:
    speech = built_in_speech()
    study = study_of(speech)
    places = phrase_places(study.text, study.tokens, study.sections)
    found = set_phrases(places, study.sections)
    assert found["count"].sum() == len(places)
    for phrase, spans in zip(found["phrase"], found["places"], strict=True):
        assert all(study.text[start:end] == phrase for start, end in spans)
    assert (places["start"].to_numpy()[1:] >= places["end"].to_numpy()[:-1]).all()
    order = [KINDS.index(kind) for kind in found["kind"]]
    assert order == sorted(order)
    rows = found.set_index("phrase")
    for phrase in ("两个确立", "四个意识", "四个自信", "两个维护", "国之大者"):
        assert rows.loc[phrase, "expansion"]
    assert rows.loc["四实两高", "kind"] == "numeral" and not rows.loc["四实两高", "expansion"]


@settings(max_examples=40, deadline=None)
@given(st.text("“四个意识”《三农》一二、。抓实党\n", min_size=1, max_size=40))
def test_any_text(text: str) -> None:
    if any(character.isalnum() for character in text):
        rows = table("字" + text)
        assert (rows["count"] > 0).all()
