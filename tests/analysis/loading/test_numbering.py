"""Numbers that a word processor draws itself, as Word counts them."""

from __future__ import annotations

from analysis.loading.numbering import Counter, Level

LEVELS = {
    0: Level(form="chineseCounting", pattern="%1、"),
    1: Level(form="chineseCounting", pattern="（%2）"),
    2: Level(pattern="%1.%2.%3", plain_digits=True),
}


def labels(*depths: int) -> list[str]:
    counter = Counter(LEVELS)
    return [counter.next(depth).strip() for depth in depths]


def test_levels_count_on_and_begin_anew_below_another() -> None:
    assert labels(0, 1, 1, 0, 1) == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_an_item_counts_as_one_of_each_level_above_that_has_none() -> None:
    assert labels(2, 1, 0, 2) == ["1.1.1", "（二）", "二、", "2.1.1"]


def test_a_later_start_above_is_kept() -> None:
    counter = Counter({0: Level(start=2, pattern="%1"), 1: Level(start=99, pattern="%1.%2")})
    first = counter.next(1)
    counter.levels = {0: Level(pattern="%1"), 1: Level(pattern="%1.%2")}
    assert [first, counter.next(1), counter.next(0)] == ["2.99 ", "2.100 ", "3 "]
