"""Network: sure ties only, at most so many nodes, each in its place."""

import pytest
from cut_by_hand import cut

from analysis.loading import built_in_speech
from analysis.measures.network import EDGES, NODES, word_network
from analysis.segmentation.stopwords import stop_words
from analysis.study import study_of

MARKED = "清河/行动/快。清河/行动/稳。清河/行动/好。水利/工程/大。水利/工程/新。田地/多。粮食/足。人民/乐。"


def test_ties_reckoned_by_hand() -> None:
    nodes, edges = word_network(cut(MARKED).tokens)
    assert tuple(nodes.columns) == NODES and tuple(edges.columns) == EDGES
    pairs = {frozenset(pair) for pair in zip(edges["source"], edges["target"], strict=True)}
    assert pairs == {frozenset({"清河", "行动"}), frozenset({"水利", "工程"})}
    assert edges["together"].tolist() == [3, 2] and edges["log_dice"].tolist() == [14, 14]
    assert edges["enough"].tolist() == [True, False]
    assert nodes.set_index("word")["count"].to_dict() == {
        "清河": 3,
        "行动": 3,
        "水利": 2,
        "工程": 2,
    }
    assert nodes[["x", "y"]].to_numpy().min() >= 0 and nodes[["x", "y"]].to_numpy().max() <= 1


def test_around_a_word() -> None:
    nodes, _ = word_network(cut(MARKED).tokens, centre="水利")
    assert nodes["word"].tolist() == ["水利", "工程"] and nodes["centre"].tolist() == [True, False]
    assert word_network(cut(MARKED).tokens, centre="田地").nodes.empty
    assert word_network(cut(MARKED).tokens, centre="没有").edges.empty


def test_bounds_and_repetition() -> None:
    study = study_of(built_in_speech())
    for most in (5, 40):
        nodes, edges = word_network(study.tokens, stop=stop_words(), most_nodes=most)
        assert 0 < len(nodes) <= most
        assert set(nodes["word"]) == set(edges["source"]) | set(edges["target"])
        assert not set(nodes["word"]) & {"的", "和", "要"}
    again = word_network(study.tokens, stop=stop_words())
    assert again.nodes.equals(word_network(study.tokens, stop=stop_words()).nodes)


@pytest.mark.parametrize("marked", ["好。", "一/二。", "清河/行动。"])
def test_nothing_is_tied(marked: str) -> None:
    nodes, edges = word_network(cut(marked).tokens)
    assert nodes.empty and edges.empty and tuple(nodes.columns) == NODES
