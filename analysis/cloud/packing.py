"""Packing boxes into a shape: the search for free places behind the word cloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Shape = Literal["rectangle", "rounded", "ellipse", "star"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Box = tuple[int, int]  # width and height
Place = tuple[int, int]  # left and top

# |x|ⁿ + |y|ⁿ = 1 is an ellipse for n = 2 and the squarer, the greater n is. Clouds grow along it.
POWERS: dict[Shape, float] = {"rectangle": 8, "rounded": 5, "ellipse": 2, "star": 2}
_STAR_WAIST = 0.50  # inner by outer radius: fuller than the .38 of a flag, to leave room for words


def outside(shape: Shape, width: int, height: int) -> NDArray[np.bool_]:
    """Which pixels of a canvas lie outside ``shape``: an array of ``height`` × ``width``.

    Rectangle, rounded rectangle (a superellipse) and ellipse fill the canvas; the star keeps its
    own proportions in the middle of it.
    """
    across = (2 * np.arange(width) + 1) / width - 1
    down = ((2 * np.arange(height) + 1) / height - 1)[:, np.newaxis]
    if shape == "star":
        return _outside_star(across * width, down * height, min(width, height))
    if shape == "rectangle":
        return np.zeros((height, width), dtype=np.bool_)
    power = POWERS[shape]
    found: NDArray[np.bool_] = np.abs(across) ** power + np.abs(down) ** power > 1
    return found


def _outside_star(
    across: NDArray[np.float64], down: NDArray[np.float64], radius: int
) -> NDArray[np.bool_]:
    """A five-pointed star, its point up: between two points its edge is one straight line."""
    tenth = np.pi / 5
    down = down + radius * 0.05  # the middle of its height is below the middle of its circle
    angle = np.abs((np.arctan2(across, -down) + tenth) % (2 * tenth) - tenth)
    distance = np.hypot(across, down) / (radius * 1.05)
    along = _STAR_WAIST * np.sin(tenth)
    edge = along / (along * np.cos(angle) + (1 - _STAR_WAIST * np.cos(tenth)) * np.sin(angle))
    found: NDArray[np.bool_] = distance > edge
    return found


def pack(boxes: Sequence[Box], blocked: NDArray[np.bool_], power: float) -> list[Place | None]:
    """Puts boxes one after another where nothing stands yet, each as near the middle as it can.

    Args:
        boxes: sizes in pixels, in the order in which they are placed.
        blocked: pixels that must stay free.
        power: what counts as near, see ``POWERS``.

    Returns:
        Left and top of each box; the list ends with None at the first box that found no place.
        The same boxes always get the same places.

    References: free places are found with the integral image of the ``wordcloud`` library
    (Mueller, https://github.com/amueller/word_cloud).
    """
    from wordcloud.wordcloud import IntegralOccupancyMap  # late: it imports Matplotlib

    height, width = blocked.shape
    taken = blocked.astype(np.uint8) * 255
    occupancy = IntegralOccupancyMap(height, width, blocked)
    places: list[Place | None] = []
    for across, down in boxes:
        place = _nearest_free(occupancy.integral, (across, down), power)
        if place is None:
            return [*places, None]
        left, top = place
        taken[top : top + down, left : left + across] = 255
        occupancy.update(taken, top, left)
        places.append(place)
    return places


def _nearest_free(sums: NDArray[np.uint32], box: Box, power: float) -> Place | None:
    """The free place for a box nearest to the middle, told by sums of taken pixels."""
    across, down = box
    height, width = sums.shape
    if across >= width or down >= height:
        return None
    inside = sums[down:, across:] - sums[:-down, across:]
    inside -= sums[down:, :-across] - sums[:-down, :-across]
    rows, columns = np.nonzero(inside == 0)
    if not len(rows):
        return None
    aside = np.abs((np.arange(1, width - across + 1) + across / 2) / width - 0.5) ** power
    below = np.abs((np.arange(1, height - down + 1) + down / 2) / height - 0.5) ** power
    best = int((aside[columns] + below[rows]).argmin())
    return int(columns[best]) + 1, int(rows[best]) + 1
