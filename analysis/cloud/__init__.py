"""Word cloud: one layout for a set of words, drawn as SVG or PNG of any size.

The layout is computed once at one reference size, from a fixed seed, so a word stands in the same
place on a phone, on a projector and in the downloaded picture.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from analysis.cloud.glyphs import EM, FONT, outline_of_word
from analysis.cloud.packing import POWERS, Box, Place, Shape, outside, pack

Ranked = list[tuple[str, float]]
Colours = Mapping[str, str] | Callable[[str], str]

AREA = 260_000  # reference pixels of a layout; twice as many take twice as long
SMALLEST = 0.0175  # font size as share of the height: 19 px on a projector of 1080 lines
LARGEST = 0.30
GROWTH = 0.6  # font size goes with count to this power; at 0.5 area would be proportional
PADDING = 0.13  # free space on each side of a word, in ems
FILLED = 0.95
SHRINK = 0.95


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word in the cloud: ``x`` (left end of its line), ``baseline`` and font ``size``."""

    word: str
    count: float
    x: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class CloudLayout:
    """Where each word stands, in reference pixels.

    Attributes:
        width, height: the reference size; everything scales with it.
        words: placed words, the most frequent first.
        left_out: words among those asked for that found no room.
    """

    width: int
    height: int
    words: tuple[PlacedWord, ...]
    left_out: tuple[str, ...] = ()


def cloud_layout(
    frequencies: Mapping[str, float],
    *,
    shape: Shape = "rectangle",
    ratio: float = 16 / 9,
    most: int = 100,
) -> CloudLayout:
    """Places the most frequent words; all stand upright in horizontal lines.

    Args:
        frequencies: word → count or weight; words without a positive one are left out.
        shape: what the words fill together.
        ratio: width by height of the picture.
        most: how many words at most.

    Returns:
        The layout, empty for empty frequencies. Font size = largest · (count / highest
        count)^``GROWTH``, never below ``SMALLEST`` of the height: equal counts are equally large.
        The same frequencies give the same layout.
    """
    height = round(math.sqrt(AREA / ratio))
    width = round(height * ratio)
    ranked = sorted(
        ((word, count) for word, count in frequencies.items() if _drawable(word, count)),
        key=lambda pair: (-pair[1], -len(pair[0]), pair[0]),
    )[:most]
    if not ranked:
        return CloudLayout(width, height, ())
    blocked = outside(shape, width, height)
    largest = _first_guess(ranked, float((~blocked).sum()), height)
    while True:
        sizes = [max(SMALLEST * height, size * largest) for size in _relative_sizes(ranked)]
        boxes = [_box(word, size) for (word, _), size in zip(ranked, sizes, strict=True)]
        places = pack(boxes, blocked, POWERS[shape])
        if places[-1] is not None or largest <= SMALLEST * height:
            found = [place for place in places if place is not None]
            left = top = 0
            if shape == "star":  # its points hold no words: the picture ends where these do
                (left, top), (width, height) = _filled(found, boxes)
            words = tuple(
                _placed(word, count, size, (x - left, y - top))
                for (word, count), size, (x, y) in zip(ranked, sizes, found, strict=False)
            )
            left_out = tuple(word for word, _ in ranked[len(words) :])
            return CloudLayout(width, height, words, left_out)
        largest *= SHRINK


def cloud_svg(
    layout: CloudLayout,
    colours: Colours,
    *,
    ground: str = "",
    name: str = "",
    label: Callable[[str, float], str] = lambda word, count: f"{word} · {count:g}",
) -> str:
    """The cloud as an SVG document without fonts, scripts or outside references.

    Args:
        layout: the cloud.
        colours: word → CSS colour.
        ground: colour behind the words; none if empty.
        name: accessible name of the whole picture.
        label: what is shown and read out for a word.

    Returns:
        SVG of the reference ``viewBox``. Each word is a ``<g class="word" data-word="…">`` with
        its label as ``<title>`` and accessible name, and its outline as ``<path>``; a word that
        the bundled font cannot draw is ``<text>`` in whatever font the viewer has.
    """
    size = f"{layout.width} {layout.height}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="group"'
    parts = [head + (f" aria-label={quoteattr(name)}>" if name else ">")]
    if ground:
        parts.append(f'<rect width="100%" height="100%" fill={quoteattr(ground)}/>')
    for placed in layout.words:
        text = label(placed.word, placed.count)
        parts.append(
            f'<g class="word" data-word={quoteattr(placed.word)} role="img"'
            f" aria-label={quoteattr(text)} fill={quoteattr(_colour(colours, placed.word))}>"
            f"<title>{escape(text)}</title>{_shape_of(placed)}</g>"
        )
    return "\n".join([*parts, "</svg>"])


def cloud_png(
    layout: CloudLayout,
    colours: Colours,
    *,
    width: int = 3840,
    ground: str = "#FFFFFF",
) -> bytes:
    """The cloud as PNG, ``width`` pixels wide; words that the bundled font lacks are missing."""
    from PIL import Image, ImageDraw, ImageFont

    scale = width / layout.width
    image = Image.new("RGB", (width, round(layout.height * scale)), ground)
    draw = ImageDraw.Draw(image)
    for placed in layout.words:
        if outline_of_word(placed.word).path:
            font = ImageFont.truetype(FONT, placed.size * scale)
            place = (placed.x * scale, placed.baseline * scale)
            colour = _colour(colours, placed.word)
            draw.text(place, placed.word, fill=colour, font=font, anchor="ls")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def _drawable(word: str, count: float) -> bool:
    return word.strip() != "" and word.isprintable() and 0 < count < math.inf


def _filled(places: list[Place], boxes: list[Box]) -> tuple[Place, Box]:
    """The rectangle that boxes fill: its left and top, its width and height."""
    left, top = (min(place[side] for place in places) for side in (0, 1))
    right, bottom = (
        max(place[side] + box[side] for place, box in zip(places, boxes, strict=False))
        for side in (0, 1)
    )
    return (left, top), (right - left, bottom - top)


def _relative_sizes(ranked: Ranked) -> list[float]:
    return [(count / ranked[0][1]) ** GROWTH for _, count in ranked]


def _box(word: str, size: float) -> Box:
    """Pixels that a word and the free space around it need."""
    outline = outline_of_word(word)
    scale, space = size / EM, 2 * PADDING * size
    across, up = outline.right - outline.left, outline.top - outline.bottom
    return math.ceil(across * scale + space), math.ceil(up * scale + space)


def _first_guess(ranked: Ranked, area: float, height: int) -> float:
    """A largest font size at which the words are about to fill the area."""
    needed = 0.0
    for (word, _), size in zip(ranked, _relative_sizes(ranked), strict=True):
        across, up = _box(word, EM)
        needed += size * size * across * up / EM**2
    return min(LARGEST * height, math.sqrt(FILLED * area / needed))


def _placed(word: str, count: float, size: float, place: Box) -> PlacedWord:
    outline = outline_of_word(word)
    left = place[0] + PADDING * size - outline.left * size / EM
    baseline = place[1] + PADDING * size + outline.top * size / EM
    return PlacedWord(word, count, round(left, 2), round(baseline, 2), round(size, 2))


def _shape_of(placed: PlacedWord) -> str:
    outline = outline_of_word(placed.word)
    if outline.path:
        scale = f"{placed.size / EM:.5g}"
        place = f"translate({placed.x} {placed.baseline}) scale({scale} -{scale})"
        return f'<path transform="{place}" d="{outline.path}"/>'
    width = (outline.right - outline.left) * placed.size / EM
    return (
        f'<text x="{placed.x}" y="{placed.baseline}" font-size="{placed.size}" font-weight="bold"'
        f' font-family="sans-serif" textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">'
        f"{escape(placed.word)}</text>"
    )


def _colour(colours: Colours, word: str) -> str:
    return colours(word) if callable(colours) else colours[word]
