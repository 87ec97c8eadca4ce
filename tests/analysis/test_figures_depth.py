"""Figures of words in depth: what is drawn is what the table says, and can be clicked."""

import math

import pandas as pd
import plotly.graph_objects as go
import pytest
from cut_by_hand import cut

from analysis.figures.barcode import barcode
from analysis.figures.keyness import keyness_scatter
from analysis.figures.network import network_figure
from analysis.figures.sentences import sentence_strip
from analysis.figures.style import Scale
from analysis.measures.keyness import keyness
from analysis.measures.network import word_network

SCALES = pytest.mark.parametrize("scale", [Scale(), Scale.of(projector=True)])
PARTS = pd.DataFrame(
    {
        "label": ["开场", "抓<b>河\n道"],
        "name": ["开场", "二、抓<b>河道"],
        "from": [0.0, 0.4],
        "to": [0.4, 1.0],
        "start": [0, 40],
    }
)


def points(figure: go.Figure) -> list[object]:
    return [
        datum for trace in figure.data if trace.customdata is not None for datum in trace.customdata
    ]


def no_tags(figure: go.Figure) -> bool:
    return "<script" not in figure.to_json() and "<i>" not in figure.to_json()


@SCALES
def test_barcode(scale: Scale) -> None:
    strokes = pd.DataFrame(
        {"query": ["河<i>", "河<i>", "田"], "start": [3, 50, 7], "place": [0.03, 0.5, 0.07]}
    )
    figure = barcode(strokes, PARTS, scale=scale, hover="{word} {label} {place}")
    (trace,) = figure.data
    assert list(trace.x) == [0.03, 0.5, 0.07] and list(trace.y) == [0, 0, 1]
    assert points(figure)[1] == ["河<i>", 50]
    assert trace.hovertext[1] == "河&lt;i&gt; 二、抓&lt;b&gt;河道 50%"
    assert "<br>" in figure.layout.xaxis.ticktext[1]
    assert barcode(strokes[:0], PARTS, scale=scale, hover="").layout.height > 0


@SCALES
def test_network(scale: Scale) -> None:
    network = word_network(cut("清河/行动/快。" * 3 + "水利/工程/大。" * 2 + "人/多。" * 4).tokens)
    figure = network_figure(network, scale=scale, hover="{word} {count} {ties}")
    assert sorted(map(str, points(figure))) == sorted(network.nodes["word"])
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert {line.line.dash for line in lines} == {"solid", "dot"}
    assert sum(len(line.x) for line in lines) == 3 * len(network.edges)
    empty = word_network(cut("人/多。").tokens)
    assert network_figure(empty, scale=scale, hover="").layout.height > 0


@SCALES
def test_keyness(scale: Scale) -> None:
    here = pd.DataFrame({"word": ["河<i>", "田", "路", "山"], "count": [40, 4, 4, 6]})
    there = pd.DataFrame({"word": ["田", "水"], "count": [300, 50]})
    table = keyness(here, there)
    figure = keyness_scatter(
        table,
        scale=scale,
        hover="{word} {here} {there} {count} {reference}",
        here="here",
        there="there",
    )
    assert set(map(str, points(figure))) == set(table["word"])
    assert {trace.marker.symbol for trace in figure.data} == {"circle", "diamond"}
    assert no_tags(figure)
    places = [(x, y) for trace in figure.data for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(set(places)) == len(places)  # no word hides another
    assert keyness_scatter(table[:0], scale=scale, hover="", here="", there="").layout.height > 0


@SCALES
def test_the_diagonal_of_the_scatter_is_named_where_it_is_in_view(scale: Scale) -> None:
    words = ["河", "田", "路"]
    here, there = (pd.DataFrame({"word": words, "count": n}) for n in ([9, 5, 40], [30, 5, 9]))
    figure = keyness_scatter(
        keyness(here, there), scale=scale, hover="{word}", here="", there="", equal="一样<b>"
    )
    assert [note.text for note in figure.layout.annotations] == ["一样&lt;b&gt;"]


@pytest.mark.parametrize("spread", [1.0, 1.3, 9.0, 4000.0])
@pytest.mark.parametrize("low", [0.021, 0.9, 2.3, 60.0])
def test_both_axes_of_the_scatter_have_numbers(low: float, spread: float) -> None:
    rates = pd.Series([low, low * spread])
    table = pd.DataFrame(
        {
            "word": ["河", "田"],
            "use": ["over", "under"],
            "count": [9, 5],
            "reference": [5, 9],
            "per_thousand": rates,
            "reference_per_thousand": rates[::-1].to_numpy(),
        }
    )
    layout = keyness_scatter(table, scale=Scale(), hover="{word}", here="", there="").layout
    for axis in (layout.xaxis, layout.yaxis):
        low_end, high_end = axis.range
        assert axis.tickvals and len(axis.tickvals) == len(axis.ticktext) <= 8
        assert all(low_end <= math.log10(tick) <= high_end for tick in axis.tickvals)


@SCALES
def test_sentence_strip(scale: Scale) -> None:
    table = pd.DataFrame(
        {
            "sentence": [0, 1, 3],
            "start": [0, 20, 60],
            "characters": [5, 80, 30],
            "words": [2, 30, 11],
        }
    )
    figure = sentence_strip(table, PARTS, scale=scale, hover="{characters} {words}", long=60)
    (bars,) = figure.data
    assert list(bars.y) == [5, 80, 30] and points(figure) == [0, 1, 3]
    assert bars.marker.color[1] != bars.marker.color[0] == bars.marker.color[2]
    assert list(figure.layout.xaxis.tickvals) == [0.5, 2.0]
