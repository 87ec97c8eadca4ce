"""The five themes: loading, evidence, profiles, the decision, headings, records."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.themes import (
    EVIDENCE_COLUMNS,
    NONE,
    BadThemesFile,
    Themes,
    evidence,
    heading_theme,
    load_themes,
    profile,
    section_themes,
    theme_of,
    theme_profiles,
    themes_record,
)

PASSAGES = {
    "standing": "全局同志要旗帜鲜明讲政治，坚决做到对党忠诚，自觉同党中央保持高度一致。",
    "capability": "这次轮训就是要补上知识空白，让年轻干部掌握新方法，练好调查研究的基本功。",
    "goals": "今年要完成工业投资九十亿元，开工重点项目三十个，确保全年目标任务如期实现。",
    "style": "定下来的事马上就办，不推诿、不拖拉，少开会、多下去，真抓实干见实效。",
    "integrity": "逢年过节更要守住纪律，不收礼品礼金，依法用权，主动接受监督，干干净净做事。",
}
ABOUT_NONE = [
    "这座古城始建于唐代，明清时期商贾云集，城中至今留有书院和碑刻。",
    "预计后天有大到暴雨，气温下降六摄氏度，沿海阵风可达八级。",
    "两国建交四十年来，双边贸易不断扩大，两国人民的友谊历久弥新。",
    "值此新春佳节，我谨向各位来宾致以诚挚的问候和美好的祝愿！",
    "去年全市进出口总额同比增长9.1%，增速居全国前列，旅客吞吐量分别增长8%和7%。",
    "他1931年生于浙江，毕业于师范学院，一生从教四十年，享年八十九岁。",
    "1至10月，全市完成地区生产总值682亿元，同比增长5.3%；固定资产投资416亿元，同比增长4.1%。",
    "据人口普查，全市有412万人，比上次普查减少9.6万人，其中老年人口占22.3%。",
    "下面宣布大会纪律和日程：上午九点开幕，中午在二楼餐厅用餐，下午分组。",
    "",
]
FILE = """
[[themes]]
id = "water"
zh = "水"
en = "Water"
colour = "#123456"
meaning_zh = "水"
meaning_en = "water"
[[themes.cues]]
weight = 2
words = "河流 整修…渠 蓄水#亿"
"""


@pytest.fixture(scope="module")
def themes() -> Themes:
    return load_themes()


def measured(text: str, themes: Themes) -> str | None:
    values = profile(evidence(text, themes), themes, end=len(text))
    return theme_of({k: v.score for k, v in values.items()}, themes, n_chars=len(text))


def sections(*spans: tuple[str, int, int]) -> pd.DataFrame:
    rows = [(i, 1, heading, start, end) for i, (heading, start, end) in enumerate(spans)]
    return pd.DataFrame(rows, columns=["section", "level", "heading", "start", "end"])


def test_the_lexicon_is_broad(themes: Themes) -> None:
    assert themes.ids == ("standing", "capability", "goals", "style", "integrity")
    assert all(len(theme.cues) >= 150 for theme in themes.themes)


@pytest.mark.parametrize(("theme", "text"), PASSAGES.items())
def test_a_plain_passage_of_each_theme(theme: str, text: str, themes: Themes) -> None:
    assert measured(text, themes) == theme


@pytest.mark.parametrize("text", ABOUT_NONE)
def test_what_is_about_none_of_the_themes(text: str, themes: Themes) -> None:
    assert measured(text, themes) is None


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("提高站位抓落实", "standing"),
        ("提升本领抓落实", "capability"),
        ("紧扣目标抓落实", "goals"),
        ("改进作风抓落实", "style"),
        ("廉洁高效抓落实", "integrity"),
        ("天气与收成", None),
        ("", None),
    ],
)
def test_the_theme_a_heading_names(heading: str, theme: str | None, themes: Themes) -> None:
    assert heading_theme(heading, themes) == theme


@pytest.mark.parametrize(
    ("text", "word"),
    [("防范工作风险", "作风"), ("提高发电能力", "能力"), ("听取各方面意见", "各方")],
)
def test_no_cue_across_a_word_border(text: str, word: str, themes: Themes) -> None:
    assert word not in evidence(text, themes)["word"].tolist()


def test_tokens_decide_where_a_cue_would_tear_a_word(themes: Themes) -> None:
    tokens = pd.DataFrame({"start": [0, 2, 3], "end": [2, 3, 5]})
    assert evidence("守住底线上", themes)["word"].tolist() == ["守住底线"]
    torn = pd.DataFrame({"start": [0, 3], "end": [3, 5]})
    assert evidence("守住底线上", themes, torn)["word"].tolist() == []
    assert not evidence("守住底线上", themes, tokens)["word"].tolist()
    whole = pd.DataFrame({"start": [0], "end": [6]})
    assert evidence("党风廉政建设", themes, whole)["word"].tolist() == ["党风廉政建设"]


def test_the_longest_cue_wins_and_a_gap_stays_within_a_clause(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FILE, encoding="utf-8")
    mine = load_themes(path)
    assert mine.ids == ("water",) and mine.none is None
    words = evidence("整修老的水渠，整修桥，渠成，蓄水3.5亿方，河流安澜", mine)["word"].tolist()
    assert words == ["整修老的水渠", "蓄水3.5亿", "河流"]


def test_profiles_and_records_agree(themes: Themes) -> None:
    text = "".join(PASSAGES.values())
    ends = [sum(len(part) for part in list(PASSAGES.values())[: i + 1]) for i in range(5)]
    starts = [0, *ends[:-1]]
    headings = ["讲政治", "强本领", "说家常", "抓投资", "守纪律"]
    table = sections(*zip(headings, starts, ends, strict=True))
    found = evidence(text, themes)
    profiles = theme_profiles(found, table, themes)
    assert len(profiles) == 25
    assert profiles["share"].between(0, 1).all()
    assert profiles["hits"].sum() == (found["theme"] != NONE).sum()
    both = section_themes(found, table, themes)
    assert both["theme"].tolist() == list(PASSAGES)
    assert both["agree"].tolist() == [True, True, True, False, True]
    record = json.loads(json.dumps(themes_record(found, table, both, themes, length=len(text))))
    assert set(record) == {"theme", "scores", "sections"}
    for part, theme, start, end in zip(
        record["sections"], both["theme"], starts, ends, strict=True
    ):
        assert part["theme"] == theme and set(part["scores"]) == set(themes.ids)
        weights = found[found["start"].between(start, end - 1) & (found["theme"] == theme)]
        assert part["scores"][theme] == pytest.approx(weights["weight"].sum())
        assert all(text[a:b] == word and id_ != NONE for a, b, word, id_ in part["evidence"])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("[[themes]]", "[[topics]]"), r"no \[\[themes\]\]"),
        (('en = "Water"', ""), "en is missing"),
        (("#123456", "blue"), "colour 'blue'"),
        (("weight = 2", "weight = 0"), "must be a number above 0"),
        (("weight = 2", 'weight = "two"'), "must be a number above 0"),
        (("河流", "河"), "must start with two fixed characters"),
        (("整修…渠", "整修渠…"), "must start with two fixed characters"),
        (("河流", "河流 河流"), "河流 stands in water and in water"),
        (('"water"', '"none"'), "one is called none"),
        (("[[themes.cues]]", "[[themes.cues"), "mine.toml"),
        (("[[themes]]", "none = 3\n[[themes]]"), "none: is not a table"),
        (("[[themes]]", "[rule]\nfloor = 1\n[[themes]]"), "does not know floor"),
        (("[[themes]]", "blocks = 3\n[[themes]]"), "is not a list"),
    ],
)
def test_a_bad_file_says_what_is_wrong(
    tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FILE.replace(*change), encoding="utf-8")
    with pytest.raises(BadThemesFile, match=reason):
        load_themes(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadThemesFile, match=r"gone\.toml"):
        load_themes(tmp_path / "gone.toml")


_PIECES = st.sampled_from(
    [
        "廉洁",
        "抓落实",
        "提升",
        "工作",
        "风险",
        "增长",
        "5.5%",
        "左右",
        "A",
        "😀",
        "\n",
        "。",
        "目标",
    ]
)


@given(st.lists(_PIECES).map("".join))
def test_evidence_is_in_place_sorted_and_apart(text: str) -> None:
    found = evidence(text, load_themes_once())
    assert tuple(found.columns) == EVIDENCE_COLUMNS
    last = 0
    for start, end, word in zip(found["start"], found["end"], found["word"], strict=True):
        assert last <= start < end <= len(text) and text[start:end] == word
        last = end


_LOADED: list[Themes] = []


def load_themes_once() -> Themes:
    if not _LOADED:
        _LOADED.append(load_themes())
    return _LOADED[0]


def test_time_is_linear_in_the_text(themes: Themes) -> None:
    text = "增长" + "1" * 50 + "提升各级干部的本领，守住廉洁底线。" * 400
    themes.matcher.find(text)

    def seconds(repeats: int) -> float:
        begin = time.perf_counter()
        list(themes.matcher.find(text * repeats))
        return time.perf_counter() - begin

    assert min(seconds(8) for _ in range(3)) < 20 * min(seconds(1) for _ in range(3))
