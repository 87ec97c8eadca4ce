"""The word cloud: same words, same place; outlines, not fonts; nothing unescaped."""

import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from analysis.cloud import CloudLayout, cloud_layout, cloud_png, cloud_svg
from analysis.cloud.glyphs import EM, outline_of_word
from analysis.cloud.packing import SHAPES, Shape, outside

SVG = "{http://www.w3.org/2000/svg}"
WORDS = ["抓落实", "营商环境", "项目", "作风", "廉洁", "统筹", "本领", "目标", "GDP", "5G"]
COUNTS = {f"{word}{number or ''}": 40.0 / (1 + number) for word in WORDS for number in range(6)}


def red(word: str) -> str:
    return "#8E1B16"


def boxes(layout: CloudLayout) -> list[tuple[float, float, float, float]]:
    found = []
    for placed in layout.words:
        outline, scale = outline_of_word(placed.word), placed.size / EM
        left, top = placed.x + outline.left * scale, placed.baseline - outline.top * scale
        right, bottom = placed.x + outline.right * scale, placed.baseline - outline.bottom * scale
        found.append((left, top, right, bottom))
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_stands_inside_the_canvas_and_touches_no_other(shape: Shape) -> None:
    layout = cloud_layout(COUNTS, shape=shape)
    assert [placed.word for placed in layout.words[:1]] == ["营商环境"]
    assert not layout.left_out and len(layout.words) == len(COUNTS)
    found = boxes(layout)
    for number, (left, top, right, bottom) in enumerate(found):
        assert 0 <= left < right <= layout.width and 0 <= top < bottom <= layout.height
        for other in found[:number]:
            apart = right < other[0] or other[2] < left or bottom < other[1] or other[3] < top
            assert apart


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "star"])
def test_words_stand_inside_the_shape(shape: Shape) -> None:
    layout = cloud_layout(COUNTS, shape=shape, ratio=1.5)
    forbidden = outside(shape, layout.width, layout.height)
    assert not any(
        forbidden[int(top) : int(bottom), int(left) : int(right)].any()
        for left, top, right, bottom in boxes(layout)
    )


def test_star_ends_where_its_words_do() -> None:
    layout = cloud_layout(COUNTS, shape="star")
    found = boxes(layout)
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    space = max(placed.size for placed in layout.words) / 2
    assert min(*lefts, *tops) < space
    assert layout.width - max(rights) < space and layout.height - max(bottoms) < space
    quarter = layout.height / 4
    wide = [max(r for _, t, r, _ in found if t < at) for at in (quarter, 2 * quarter)]
    assert wide[0] < wide[1]  # the point is narrower than the arms


def test_the_layout_depends_on_counts_alone() -> None:
    backwards = dict(reversed(COUNTS.items()))
    assert cloud_layout(COUNTS) == cloud_layout(backwards)


def test_equal_counts_are_equally_large_and_larger_counts_larger() -> None:
    sizes = {placed.count: placed.size for placed in cloud_layout(COUNTS).words}
    assert all(placed.size == sizes[placed.count] for placed in cloud_layout(COUNTS).words)
    ordered = [size for _, size in sorted(sizes.items())]
    assert ordered == sorted(ordered)


def test_every_word_drawn_is_in_the_layout() -> None:
    layout = cloud_layout(COUNTS, most=25)
    root = ElementTree.fromstring(cloud_svg(layout, red, name="词云"))
    groups = root.findall(f"{SVG}g")
    assert [group.get("data-word") for group in groups] == [p.word for p in layout.words]
    assert len(groups) == 25
    assert root.get("aria-label") == "词云"
    assert all(group.find(f"{SVG}path") is not None for group in groups)
    assert groups[0].get("aria-label") == groups[0].findtext(f"{SVG}title") == "营商环境 · 40"


def test_nothing_is_loaded_from_outside() -> None:
    svg = cloud_svg(cloud_layout(COUNTS), red).replace("http://www.w3.org/2000/svg", "")
    assert not any(sign in svg for sign in ("http", "url(", "href", "<style", "<script", "font-f"))


def test_words_are_escaped() -> None:
    hostile = ["<b>", "&amp;", '"x"', "]]>", "<script>alert(1)</script>", "' onload='x"]
    layout = cloud_layout(dict.fromkeys(hostile, 3.0))
    root = ElementTree.fromstring(cloud_svg(layout, {word: '"><b>' for word in hostile}))
    assert {element.tag for element in root.iter()} <= {
        SVG + t for t in ("svg", "g", "title", "path")
    }
    assert {group.get("data-word") for group in root.findall(f"{SVG}g")} == set(hostile)


def test_control_characters_and_worthless_words_are_left_out() -> None:
    words = {
        "\x00": 3.0,
        "\ud800": 2.0,
        " ": 2.0,
        "": 9.0,
        "零": 0.0,
        "负": -1.0,
        "空": float("nan"),
    }
    layout = cloud_layout(words | {"真": 1.0})
    assert [placed.word for placed in layout.words] == ["真"]


def test_characters_that_the_font_lacks_are_text() -> None:
    layout = cloud_layout({"國家發展": 3.0, "发展": 2.0, "😀": 1.0})
    root = ElementTree.fromstring(cloud_svg(layout, red))
    assert [text.text for text in root.iter(f"{SVG}text")] == ["國家發展", "😀"]
    assert Image.open(io.BytesIO(cloud_png(layout, red, width=400))).size[0] == 400


def test_no_words_give_an_empty_picture() -> None:
    layout = cloud_layout({})
    assert layout.words == ()
    assert ElementTree.fromstring(cloud_svg(layout, red)).findall(f"{SVG}g") == []
    assert cloud_png(layout, red, width=300)


def test_words_stand_in_the_same_places_in_both_pictures() -> None:
    layout = cloud_layout({"抓落实": 9.0, "作风": 4.0, "GDP": 2.0})
    colours = {"抓落实": "#FF0000", "作风": "#00FF00", "GDP": "#0000FF"}
    width = 3840
    image = Image.open(io.BytesIO(cloud_png(layout, colours, width=width, ground="#000000")))
    assert image.size == (width, round(layout.height * width / layout.width))
    scale = width / layout.width
    for (left, top, right, bottom), band in zip(boxes(layout), image.split(), strict=True):
        drawn = band.point(lambda value: 255 if value > 128 else 0).getbbox()
        expected = [left * scale, top * scale, right * scale, bottom * scale]
        assert drawn is not None
        assert drawn == pytest.approx(expected, abs=0.01 * width)


def test_hundreds_of_words_find_room() -> None:
    many = {f"{word}{n}": 100.0 / (1 + n) for word in WORDS for n in range(20)}
    layout = cloud_layout(many, most=200)
    assert len(layout.words) == 200 and not layout.left_out
