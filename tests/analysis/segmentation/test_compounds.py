"""Compounds of neighbouring words: what the register says as one term, and what stays cut."""

import re
import tomllib

import pytest

from analysis.assets import ASSETS
from analysis.segmentation import tokenize
from analysis.segmentation.compound_kinds import GAP, OTHER, compound_rules, kind_of
from analysis.segmentation.lexicon import lexicon

RULES = tomllib.loads((ASSETS / "compounds.toml").read_text(encoding="utf-8"))
BY_PART_OF_SPEECH = "NTPaXWYVJUSAcu"


def words_of(text: str, *own: str) -> list[str]:
    return tokenize(text, lexicon(own))[1]


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("由县畜牧兽医站负责，县巡特警大队配合。", "县巡特警大队"),
        ("区妇幼保健院作了发言。", "区妇幼保健院"),
        ("走访了合阳经济开发区的企业。", "合阳经济开发区"),
        ("市政府机关幼儿园办得好。", "市政府机关幼儿园"),
        ("开好全县林场场长会议。", "全县林场场长会议"),
        ("筹备畜牧工作者座谈会。", "畜牧工作者座谈会"),
        ("支持肉牛产业。", "肉牛产业"),
        ("做好库区移民工作。", "移民工作"),
        ("水资源调度管理系统已经建成。", "水资源调度管理系统"),
        ("形势依然十分严峻。", "形势依然十分严峻"),
        ("基层力量较为薄弱。", "基层力量较为薄弱"),
        ("形成良好格局。", "良好格局"),
        ("要牢牢记住，", "牢牢记住"),
        ("深入学习贯彻，", "深入学习贯彻"),
        ("坚守耕地红线。", "坚守耕地红线"),
        ("瞄准一流，", "瞄准一流"),
        ("进入发展新阶段。", "新阶段"),
        ("排查管网渗漏风险点。", "风险点"),
        ("提供有力的政治和纪律保障。", "政治和纪律保障"),
        ("各家农业龙头企业负责人都来了。", "农业龙头企业"),
        ("这是改革与发展的要求。", "改革与发展"),
        ("致以诚挚的慰问。", "诚挚的慰问"),
        ("这是重大民生工程。", "重大民生工程"),
        ("要求不断增多。", "不断增多"),
        ("建设平安××。", "平安××"),
    ],
)
def test_a_compound_stays_whole(text: str, compound: str) -> None:
    assert any(compound in word for word in words_of(text)), words_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们要保障民生工作。", ["保障", "民生工作"]),
        ("村民种植果树。", ["村民", "种植", "果树"]),
        ("加快水利设施改造。", ["加快"]),
        ("完善水利设施。", ["完善"]),
        ("各县区抓好水利工作。", ["水利工作"]),
        ("我县水利工作走在前列。", ["我县", "水利工作"]),
        ("完善水利，制度要跟上。", ["水利", "制度"]),
        ("项目项目，", ["项目"]),
        ("整合资金，", ["整合", "资金"]),
        ("要把制度落实到基层。", ["制度", "落实"]),
        ("乡政府讨论要求很高的方案。", ["要求"]),
    ],
)
def test_what_is_no_compound_stays_cut(text: str, words: list[str]) -> None:
    assert set(words) <= set(words_of(text)), words_of(text)


def test_a_persons_own_word_joins_no_compound() -> None:
    assert "肉牛" in words_of("支持肉牛产业。", "肉牛")
    assert "肉牛产业" in words_of("支持肉牛产业。")


def test_a_name_before_a_title_or_a_verb_of_saying_is_one_name() -> None:
    _, words, tags = tokenize("刚才，董文健同志作了部署。", lexicon())
    assert ("董文健", "nr") in zip(words, tags, strict=True)
    assert "吕忠林" in words_of("会上，吕忠林指出，要抓紧。")


def test_a_compound_is_no_longer_than_its_rule_allows() -> None:
    longest = max(compound_rules().longest)
    text = "水利工程项目建设管理体系能力质量标准规划环境政策机制责任"
    assert all(len(word) <= longest for word in words_of(text * 3))


@pytest.mark.parametrize("rule", RULES["compound"], ids=lambda rule: rule["example"])
def test_patterns_ask_for_kinds_that_there_are(rule: dict[str, str]) -> None:
    known = {*RULES["kinds"], *BY_PART_OF_SPEECH, GAP, OTHER}
    letters = re.findall(r"[A-Za-z]", rule["kinds"])
    assert set(letters) <= known


def test_a_kind_is_one_letter_and_never_a_sign() -> None:
    kinds = set(compound_rules().kinds.values())
    assert all(len(kind) == 1 and kind.isalpha() for kind in kinds)
    assert not kinds & {GAP, OTHER}


@pytest.mark.parametrize(
    ("word", "pos", "kind"),
    [
        ("水利局", "n", "B"),
        ("县委全会精神", "n", "M"),
        ("推进粮食生产", "l", "U"),
        ("依然严峻", "l", "S"),
        ("，", "x", OTHER),
    ],
)
def test_a_long_word_has_the_kind_of_what_it_ends_or_begins_with(
    word: str, pos: str, kind: str
) -> None:
    assert kind_of(word, pos) == kind
