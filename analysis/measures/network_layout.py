"""Where the nodes of a network stand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.measures.association import Floats

_ROUNDS = 120
_GRAVITY = 1.6  # keeps pairs that nothing ties to the rest from drifting to the corners
_ROOM = (0.1, 0.075)  # of the figure, for a node with its label


def force_layout(words: list[str], edges: pd.DataFrame) -> Floats:
    """Force-directed places in the unit square, from a fixed start on a spiral.

    Args:
        words: the nodes.
        edges: ``source`` and ``target``, words.

    Returns:
        One row a word: x and y, 0-1. The same network gives the same places; nodes stand far
        enough from one another for their labels.

    References: Fruchterman & Reingold (1991), "Graph drawing by force-directed placement".
    """
    size = len(words)
    if size < 2:
        return np.full((size, 2), 0.5)
    turn = np.arange(size) * 2.399963  # the golden angle: no two start in line
    radius = np.sqrt((np.arange(size) + 0.5) / size)
    at = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    code = {word: place for place, word in enumerate(words)}
    one = edges["source"].map(code).to_numpy(np.int64)
    other = edges["target"].map(code).to_numpy(np.int64)
    ideal = 2.0 / np.sqrt(size)
    for cool in np.linspace(0.2, 0.005, _ROUNDS):
        gap = at[:, None] - at[None]
        distance = np.maximum(np.hypot(gap[..., 0], gap[..., 1]), 1e-3)
        move = (gap * (ideal**2 / distance**2)[..., None]).sum(axis=1) - _GRAVITY * at
        pull = gap[one, other] * (distance[one, other] / ideal)[:, None]
        np.subtract.at(move, one, pull)
        np.add.at(move, other, pull)
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        at = at + move / length[:, None] * np.minimum(length, cool)[:, None]
    return _unit(_parted(_unit(at)))


def _parted(at: Floats) -> Floats:
    """Nodes pushed up and down until no label covers another."""
    for _ in range(_ROUNDS):
        gap = at[:, None] - at[None]
        close = (np.abs(gap[..., 0]) < _ROOM[0]) & (np.abs(gap[..., 1]) < _ROOM[1])
        np.fill_diagonal(close, False)
        if not close.any():
            break
        up = np.where(
            gap[..., 1] == 0, np.sign(np.arange(len(at))[:, None] - np.arange(len(at))), 0
        )
        step = (np.sign(gap[..., 1]) + up) * (_ROOM[1] - np.abs(gap[..., 1])) / 3
        at = at + np.stack([np.zeros(len(at)), np.where(close, step, 0).sum(axis=1)], axis=1)
    return at


def _unit(at: Floats) -> Floats:
    low, high = at.min(axis=0), at.max(axis=0)
    spread: Floats = (at - low) / np.maximum(high - low, 1e-9)
    return spread
