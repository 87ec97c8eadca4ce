"""Segmentation: set phrases whole, enumerators and masks no words, the text always comes back."""

import re
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import SpeechError
from analysis.loading import built_in_speech, load_text
from analysis.outline import outline_of
from analysis.segmentation import ENUMERATOR, MASK, TOKENS, segment, tokenize, words_of
from analysis.segmentation.lexicon import Lexicon, lexicon
from analysis.speech import Speech
from analysis.study import study_of

# What general segmenters cut in the built-in speech.
SET_PHRASES = [
    *("抓落实", "大抓落实", "两个确立", "四个意识", "四个自信", "两个维护", "四实两高", "双过半"),
    *("项目为王", "党的二十大精神", "全涵盖", "县区政府", "鼓干劲", "最短时间", "法无授权"),
    *("国之大者", "开门红", "习近平"),
]


def tokens_of(text: str, *extra: str) -> pd.DataFrame:
    return segment(load_text(text), extra=extra)


def words_in(text: str, *extra: str) -> list[str]:
    return words_of(tokens_of(text, *extra))["word"].tolist()


@pytest.fixture(scope="module")
def built_in() -> tuple[Speech, pd.DataFrame]:
    speech = built_in_speech()
    return speech, segment(speech)


@pytest.mark.parametrize("phrase", SET_PHRASES)
def test_set_phrases_of_the_built_in_speech_stay_whole(
    built_in: tuple[Speech, pd.DataFrame], phrase: str
) -> None:
    speech, tokens = built_in
    places = [match.span() for match in re.finditer(phrase, speech.text)]
    assert places
    for start, end in places:
        inside = tokens[(tokens["start"] <= start) & (end <= tokens["end"])]
        assert len(inside) == 1, f"{phrase} is cut"


def test_thesis_of_the_built_in_speech_is_a_word(built_in: tuple[Speech, pd.DataFrame]) -> None:
    words = built_in[1]["word"].value_counts()
    assert words["抓落实"] == 9 and words["大抓落实"] == 1
    assert not {"上全", "一要", "二要", "三要", "两高", "市鼓"} & set(words_of(built_in[1])["word"])


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("要持续优化营商环境，让企业敢投资。", "营商环境"),
        ("坚持以人民为中心的发展思想不动摇。", "以人民为中心的发展思想"),
        ("着力防范化解重大风险，守牢底线。", "防范化解重大风险"),
        ("各级党委（党组）要切实负起责任，抓落实见成效。", "抓落实"),
        ("深刻领悟“两个确立”的决定性意义。", "两个确立"),
        ("打赢脱贫攻坚战以后，更要接续奋斗。", "脱贫攻坚战"),
        ("开展“三抓三促”行动，锤炼作风。", "三抓三促"),
        ("这次活动叫“微光行动”，大家都来。", "微光行动"),
    ],
)
def test_set_phrases_of_any_speech_stay_whole(sentence: str, phrase: str) -> None:
    assert any(phrase in word for word in words_in(sentence))


def test_longer_terms_win_whichever_side_they_stand_on() -> None:
    assert words_in("甲乙丙丁", "甲乙", "乙丙丁") == ["甲", "乙丙丁"]
    assert words_in("甲乙丙丁", "甲乙丙", "丙丁") == ["甲乙丙", "丁"]


@pytest.mark.parametrize(("place", "text"), [("唐山", "前往唐山考察"), ("大连", "在大连召开")])
def test_names_of_places_are_words(place: str, text: str) -> None:
    _, words, tags = tokenize(text, Lexicon({}))
    assert ("ns", place) in zip(tags, words, strict=True)


def test_added_words_belong_to_one_call() -> None:
    sentence = "推进青禾湖治理工程建设。"
    assert "青禾湖治理工程" in words_in(sentence, "青禾湖治理工程")
    assert "青禾湖治理工程" not in words_in(sentence)


def test_a_term_at_the_end_of_the_text_ends_with_it() -> None:
    assert tokens_of("大抓落实", "抓落实", "抓落实大比武")["end"].tolist() == [4]


def test_enumerators_are_no_words() -> None:
    text = (
        "同志们：\n一、抓学习。一要读书。二是思考。（一）常学。（2）常想。\n1.开会。\n①记录。\n"
        "第一，团结。第二，实干。"
    )
    tokens = tokens_of(text)
    found = tokens["word"][tokens["pos"] == ENUMERATOR].tolist()
    assert found == ["一、", "一要", "二是", "（一）", "（2）", "1.", "①", "第一，", "第二，"]
    assert not set(found) & set(words_of(tokens)["word"])


@pytest.mark.parametrize(
    "sentence",
    [
        "增长3.5个百分点。",
        "第一书记要到村。",
        "这一要求很明确。",
        "统一是基础。",
        "万一要停电怎么办。",
    ],
)
def test_what_only_looks_like_an_enumerator_is_none(sentence: str) -> None:
    assert ENUMERATOR not in set(tokens_of(sentence)["pos"])


def test_masks_are_one_token_and_never_glue() -> None:
    tokens = tokens_of("印发的《**市鼓干劲方案》，××县和某某镇、XX局都要落实。")
    masks = tokens["word"][tokens["pos"] == MASK].tolist()
    assert masks == ["**市", "××县", "某某镇", "XX局"]
    assert not any("市鼓" in word for word in tokens["word"])


def test_letters_inside_a_word_are_no_mask() -> None:
    assert MASK not in set(tokens_of("Exxon和MAXXI都来了，XXI世纪。")["pos"])


def test_quoted_words_keep_their_part_of_speech() -> None:
    tokens = tokens_of("把“干净”和“干事”统一起来，做到“青禾先锋”。").set_index("word")
    assert tokens.loc["干净", "pos"] == "a"
    assert tokens.loc["青禾先锋", "pos"] == "l"


def test_each_token_knows_its_sentence_and_section() -> None:
    study = study_of(load_text("同志们：\n一、抓学习。要常学。\n二、抓落实。要真干。真干才行。"))
    for token in study.tokens.itertuples():
        for table in (study.sentences, study.sections):
            row = table.iloc[token.sentence if table is study.sentences else token.section]
            assert row["start"] <= token.start < row["end"]
    headings = study.sections["heading"]
    assert headings[study.tokens["section"].iloc[-1]] == "抓落实"


PIECES = st.sampled_from(
    [
        *("抓落实", "两个维护", "以人民为中心", "国之大者", "习近平", "同志们：", "2023年", "3.5%"),
        *("一、", "（一）", "一要", "第一，", "既要", "还要", "首先，", "1.", "①"),
        *("**", "**市", "某某县", "XX局", "×", "“", "”", "《", "》", "。", "，", "！", "……", "——"),
        *("GDP", "5G", "😀", "👨\u200d👩\u200d👧", "國家", "臺灣", "𠮷", "é", "ａ"),
        *("<b>", "$x$", ":red[x]", "\n", "\r\n", "\n\n", "\u3000", "\u200b", "\x85", "\x1c"),
    ]
)
MIX = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(MIX)
def test_tokens_and_gaps_give_the_text_back(text: str) -> None:
    try:
        speech = load_text(text)
    except SpeechError:
        return
    study = study_of(speech)
    tokens = study.tokens
    assert tuple(tokens.columns) == TOKENS
    spans = list(zip(tokens["start"].tolist(), tokens["end"].tolist(), strict=True))
    assert all(0 <= start < end <= len(speech.text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert [speech.text[start:end] for start, end in spans] == tokens["word"].tolist()
    edges = [0, *(edge for span in spans for edge in span), len(speech.text)]
    gaps = [speech.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert not re.search(r"[\u4e00-\u9fff]|[A-Za-z0-9]", "".join(gaps))
    assert tokens["sentence"].between(0, len(study.sentences) - 1).all()
    assert tokens["section"].between(0, len(study.sections) - 1).all()
    assert (study.keywords["own"] <= study.keywords["total"]).all()


def test_long_and_repetitive_texts_take_no_longer_than_their_length() -> None:
    # loading refuses a text of one character; segmentation must stand it nevertheless
    for piece in ("国", "国家", "“好的”", "一要", "（一）", "**市", "1", "同志们：\n"):
        text = piece * 20_000
        assert len(segment(Speech("", text, outline_of(text))))


def test_a_mask_in_quotes_overlaps_nothing() -> None:
    tokens = tokens_of("“数据××县”，“数据要素×”，在**市。")
    assert (tokens["start"].to_numpy()[1:] >= tokens["end"].to_numpy()[:-1]).all()
    assert tokens.loc[tokens["pos"] == "mask", "word"].tolist() == ["××县", "**市"]


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_text_cut_in_stretches_is_cut_as_its_sentences_are(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = (
        "“抓落实”要抓到底，全市优化营商环境大会上讲了：既要快、又要稳，3.5%的目标不变。" + end
    )
    whole = tokenize(sentence * 30, lexicon())
    monkeypatch.setattr("analysis.segmentation.STRETCH", 50)
    monkeypatch.setattr("analysis.segmentation.LONG_STRETCH", 60)
    shares: list[float] = []
    found = segment(load_text(sentence * 30), progress=shares.append)
    assert found["word"].tolist() == whole[1]
    assert found["pos"].tolist() == whole[2]
    assert len(shares) > 10
    assert shares[-1] == 1.0
