"""Glyph outlines of the bundled font: words as drawn shapes that look the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from analysis.assets import ASSETS

FONT = ASSETS / "fonts" / "NotoSansSC-Bold-subset.ttf"
EM = 1000  # font units to the em
_ABOVE, _BELOW = 880, -120  # the box of a Chinese character; stands in for a missing glyph

_reading = Lock()  # the font file is read piece by piece, and an app has many threads


@dataclass(frozen=True, slots=True)
class Outline:
    """The drawn shape of a word in font units, its baseline at 0, ``y`` upwards.

    Attributes:
        path: commands of an SVG path, or ``""`` where the font lacks one of the characters.
        left, bottom, right, top: the box of its ink.
    """

    path: str
    left: int
    bottom: int
    right: int
    top: int


class _PathPen(BasePen):  # type: ignore[misc]
    """Writes SVG path commands in whole font units, relative: two thirds of absolute ones."""

    def __init__(self, glyphs: Any, offset: int) -> None:
        super().__init__(glyphs)
        self.commands: list[str] = []
        self.offset = offset
        self.place = self.start = (0, 0)

    def _step(self, command: str, *points: tuple[float, float]) -> None:
        whole = [(round(x) + self.offset, round(y)) for x, y in points]
        steps = " ".join(f"{x - self.place[0]} {y - self.place[1]}" for x, y in whole)
        self.commands.append(command + steps.replace(" -", "-"))
        self.place = whole[-1]

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.place = self.start = (round(pt[0]) + self.offset, round(pt[1]))
        self.commands.append(f"M{self.place[0]} {self.place[1]}")

    def _lineTo(self, pt: tuple[float, float]) -> None:
        across, up = round(pt[0]) + self.offset - self.place[0], round(pt[1]) - self.place[1]
        if across and up:
            self._step("l", pt)
        else:
            self.commands.append(f"v{up}" if up else f"h{across}")
            self.place = (self.place[0] + across, self.place[1] + up)

    def _qCurveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float]) -> None:
        self._step("q", pt1, pt2)

    def _closePath(self) -> None:
        self.commands.append("z")
        self.place = self.start


@lru_cache(maxsize=1)
def _font() -> tuple[dict[int, str], Any, Any, Any]:
    font = TTFont(FONT, lazy=True)
    return font.getBestCmap(), font.getGlyphSet(), font["glyf"], font["hmtx"]


@lru_cache(maxsize=4096)
def outline_of_word(word: str) -> Outline:
    """The outline of ``word`` set in one horizontal line."""
    with _reading:
        names, glyphs, shapes, metrics = _font()
        if any(ord(character) not in names for character in word):
            return Outline("", 0, _BELOW, EM * len(word), _ABOVE)
        commands: list[str] = []
        boxes: list[tuple[int, int, int, int]] = []
        place = 0
        for name in (names[ord(character)] for character in word):
            pen = _PathPen(glyphs, place)
            glyphs[name].draw(pen)
            commands += pen.commands
            shape = shapes[name]
            if shape.numberOfContours:
                box = (shape.xMin + place, shape.yMin, shape.xMax + place, shape.yMax)
                boxes.append(box)
            place += metrics[name][0]
    if not boxes:
        return Outline("", 0, _BELOW, place, _ABOVE)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Outline("".join(commands), min(lefts), min(bottoms), max(rights), max(tops))
