"""Rules that keep whole what no list can hold, and what they must leave cut."""

import re
import tomllib

import pytest

from analysis.assets import ASSETS
from analysis.segmentation import tokenize
from analysis.segmentation.lexicon import Lexicon, Term
from analysis.segmentation.plain_reading import read_plainly

RULES = tomllib.loads((ASSETS / "segmentation.toml").read_text(encoding="utf-8"))
NO_TERMS = Lexicon({})


def words_of(text: str, *terms: str, category: str = "work") -> list[str]:
    return tokenize(text, Lexicon({word: Term("n", category) for word in terms}))[1]


@pytest.mark.parametrize("rule", RULES["pattern"], ids=lambda rule: rule["example"])
def test_each_pattern_finds_its_example(rule: dict[str, str]) -> None:
    text = f"今天召开{rule['example']}。{rule['example']}。"  # in a sentence or on its own
    found = [match.group() for match in re.finditer(rule["find"], text)]
    assert rule["example"] in found


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("贯彻县委五届七次全会部署。", "县委五届七次全会"),
        ("传达二十届中央纪委四次全会精神。", "二十届中央纪委四次全会精神"),
        ("迎接市第八次党代会召开。", "市第八次党代会"),
        ("到2031年4月12日为止。", "2031年4月12日"),
        ("比重提高到12.5%左右。", "12.5%"),
        ("增速达到百分之六点三。", "百分之六点三"),
        ("投资七百四十亿元。", "七百四十"),
        ("完成五十一项任务。", "五十一项"),
        ("惠及三千六百多户。", "三千六百多"),
        ("推行一厂一案管理。", "一厂一案"),
        ("实施七大工程。", "七大工程"),
        ("严格按《青禾县河道管理办法》办。", "青禾县河道管理办法"),
        ("开展“青禾先锋”评选。", "青禾先锋"),
        ("用好“三个青禾两个石坝”机制。", "三个青禾两个石坝"),
        ("提高系统性。", "系统性"),
        ("要做到应修尽修。", "应修尽修"),
        ("防止以包代管。", "以包代管"),
        ("克服重栽植轻管护倾向。", "重栽植轻管护"),
        ("筑牢根本之基。", "根本之基"),
        ("要控烟、降噪、治堵、管车。", "治堵"),
        ("做到逐户核对、逐村公示、逐镇汇总。", "逐村公示"),
        ("紧盯物料堆放、渣土外运、围挡设置等环节。", "渣土外运"),
        ("担起为农解难、为农增收的责任。", "为农增收"),
        ("履行为村谋事、为民跑腿的承诺。", "为村谋事"),
        ("坚持城乡身份平等、入学机会平等、就业规则平等。", "入学机会平等"),
        ("在赶超中稳住阵脚、守住摊子。", "稳住阵脚"),
        ("学习习近平总书记关于水文工作的重要论述。", "习近平总书记关于水文工作的重要论述"),
        ("回顾党的十三大以来的历程。", "党的十三大"),
        ("看那边，屋前干净整、河水清又清、村后绿成荫，处处是景。", "河水清又清"),
        ("建设省级青禾水稻种植示范县。", "省级青禾水稻种植示范县"),
        ("落实就是最大的政绩。", "最大的政绩"),
        ("大会圆满完成了各项议程。", "圆满完成了各项议程"),
        ("干部要甲学乙用，深学笃用。", "深学笃用"),
        ("牢记宗旨，为稻农服务、为果农办事。", "为稻农服务"),
        ("知为行之始,学为用之先,贵在坚持。", "知为行之始"),
    ],
)
def test_phrases_that_no_list_holds_stay_whole(text: str, phrase: str) -> None:
    assert phrase in words_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("要加强领导、落实责任。", ["加强", "领导", "落实", "责任"]),
        ("市委市政府高度重视。", ["市委", "市政府"]),
        ("我们走、你们看。", ["我们", "你们"]),
        ("内容上全涵盖、对象上全覆盖。", ["内容", "上", "对象"]),
        ("在第三次第四批中。", ["第三次"]),
        ("人人都是主人。", ["人人", "都"]),
        ("优势转化为果实。", ["转化", "为"]),
        ("我们几个说。", ["我们"]),
        ("水泥等、钢材等。", ["等"]),
    ],
)
def test_what_is_no_phrase_stays_cut(text: str, words: list[str]) -> None:
    assert set(words) <= set(words_of(text))


@pytest.mark.parametrize(
    ("text", "term", "kept"),
    [
        ("防范工作风险。", "工作风", False),
        ("建好基层联系点。", "基层联系", False),
        ("健全基层联系制度。", "基层联系", True),
        ("推进既定任务。", "定任务", False),
        ("加大保护力度。", "大保护", False),
        ("共抓大保护。", "大保护", True),
        ("各县区政府要落实。", "县区政府", True),
    ],
)
def test_a_term_is_not_found_across_ordinary_words(text: str, term: str, kept: bool) -> None:
    assert (term in words_of(text, term)) is kept


def test_a_verb_of_any_object_leaves_its_object_whole() -> None:
    terms = {
        word: Term(pos, "work")
        for word, pos in (
            ("学习先进", "v"),
            ("先进果农", "n"),
            ("实施方案", "n"),
            ("方案明细", "n"),
        )
    }
    assert tokenize("学习先进果农。", Lexicon(terms))[1] == ["学习", "先进果农"]
    assert tokenize("实施方案明细。", Lexicon(terms))[1] == ["实施方案", "明细"]  # no verb here


@pytest.mark.parametrize("term", ["工作风", "定任务"])
def test_a_persons_own_word_is_always_found(term: str) -> None:
    assert term in words_of("推进既定任务，防范工作风险。", term, category="own")


@pytest.mark.parametrize(
    ("text", "term", "category", "name"),
    [
        ("由区纪委监委负责。", "纪委监委", "body", "区纪委监委"),
        ("开好全市教育大会。", "教育大会", "meeting", "全市教育大会"),
        ("要求全市教育局负责。", "教育局", "body", "教育局"),
    ],
)
def test_a_name_takes_its_level_along(text: str, term: str, category: str, name: str) -> None:
    assert name in words_of(text, term, category=category)


def test_words_of_the_plain_reading_tile_the_text() -> None:
    text = "推进既定任务，3.5%，ABC。"
    reading = read_plainly(text)
    assert "".join(text[start:end] for start, end in reading.words) == text
    assert reading.words_of(1, 4) == [(1, 2), (2, 4)]


def test_dates_are_times_and_percentages_numbers() -> None:
    _, words, tags = tokenize("2031年增长3.5%。", NO_TERMS)
    assert dict(zip(words, tags, strict=True)) == {"2031年": "t", "增长": "v", "3.5%": "m"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市水利局、市民政局、市财政局就供水作了安排。", ["市财政局", "就"]),
        ("贯彻省委、XX县区第九次党代会精神。", ["XX县", "区", "第九次党代会精神"]),
        ("总结20xx年工作。", ["总结", "20xx年", "工作"]),
        ("XX市委决定，XX县局配合。", ["XX", "市委", "XX县", "局"]),
    ],
)
def test_a_name_stops_where_it_ends(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert set(words) <= set(found), found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("磨憨镇的干部", "磨憨镇"),
        ("我们沧宁县的", "沧宁县"),  # 宁县 is a county of its own
        ("到沧宁市委报到", "沧宁市委"),
        ("统筹治城治乡", "城"),
        ("大美海岛", "海岛"),
    ],
)
def test_a_place_that_no_list_holds_is_one_word(text: str, word: str) -> None:
    assert word in words_of(text)
