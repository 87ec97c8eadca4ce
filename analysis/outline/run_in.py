"""Where a heading ends that runs into its text without a stop: 弘扬企业家精神|改革开放以来，…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log

from analysis.outline.enumerators import leading_enumerator
from analysis.outline.rules import PAUSES, RULES
from analysis.outline.run_in_features import Window, features, usual_counts, window_of

_RULES = RULES["run_in"]
_WEIGHTS: dict[str, float] = _RULES["weights"]
_KIND: dict[str, float] = _RULES["kind"]
_LENGTHS: dict[str, float] = _RULES["lengths"]
_MOST = 40  # headings of a run that are compared with one another
_WORST = -10.0  # score where no end is likely
_STOP = re.compile("[。！？]")
_FIRST = re.compile("[（(一1①]")
_NEVER_BEFORE = PAUSES + "—“‘《" + RULES["enumerators"]["never_before"]


def run_in_ends(texts: Sequence[str]) -> list[int]:
    """Lengths of the headings that begin ``texts`` and run into them.

    The texts are those of one run of headings, which are alike: an empty list if they are not of
    this kind; 0 for one that is not, or whose end cannot be told.

    Each place where a heading may end has a score, a weighted sum of signs; a softmax over the
    places of a heading makes shares of it. Headings of a run mostly have one length, so that a
    length which all of them are likely to have is favoured. A heading that the first of the
    points under it follows ends there.
    """
    windows = [window_of(text) for text in texts[:_MOST]]
    scores = [_scores(window, windows[:n] + windows[n + 1 :]) for n, window in enumerate(windows)]
    points = [_first_point(window) for window in windows]
    best = [
        _KIND["surely"] if point else max(found.values(), default=_WORST)
        for point, found in zip(points, scores, strict=True)
    ]
    odds = sum(_kind_odds(window.text, score) for window, score in zip(windows, best, strict=True))
    if odds <= 0:
        return points if any(points) else []
    shares = [{p: 1.0} if p else _softmax(found) for p, found in zip(points, scores, strict=True)]
    favoured = _common_length(shares)
    for found in shares:
        if favoured in found:
            found[favoured] *= _boost(1.0) / _boost(0.0)
    return [max(found, key=lambda n: found[n], default=0) for found in shares] + [0] * len(
        texts[_MOST:]
    )


def _scores(window: Window, others: Sequence[Window]) -> dict[int, float]:
    found = features(window, others, usual_counts())
    return {
        length: sum(_WEIGHTS[name] * value for name, value in signs.items())
        for length, signs in found.items()
    }


def _first_point(window: Window) -> int:
    """Where the first of the points under the heading begins (（一）, 一是), 0 if nowhere."""
    for match in _FIRST.finditer(window.sentence, _RULES["shortest"], _RULES["longest"] + 1):
        place = match.start()
        number = leading_enumerator(window.text[place:])
        if not number or number.ordinal != 1 or window.text[place - 1] in _NEVER_BEFORE:
            continue
        if number.family != "numeral_verb" or window.text[place + 1] in "是要":
            return place
    return 0


def _softmax(scores: dict[int, float]) -> dict[int, float]:
    top = max(scores.values(), default=0.0)
    weights = {length: exp(score - top) for length, score in scores.items()}
    total = sum(weights.values())
    return {length: weight / total for length, weight in weights.items()}


def _common_length(shares: Sequence[dict[int, float]]) -> int:
    """The length that the headings of a run have in common, 0 if none is likely."""
    if len(shares) < 2:
        return 0
    evidence = {
        length: sum(log(_boost(found.get(length, 0.0))) for found in shares)
        for length in {length for found in shares for length in found}
        if length <= _LENGTHS["longest"]
    }
    best = max(evidence, key=lambda length: evidence[length], default=0)
    prior = log(_LENGTHS["one_length"] / (1 - _LENGTHS["one_length"]) * _LENGTHS["by_chance"])
    return best if best and evidence[best] + prior > 0 else 0


def _boost(share: float) -> float:
    """How much likelier a heading is in a run of one length, at whose length it has ``share``."""
    kept = _LENGTHS["kept_to"]
    return kept * share / _LENGTHS["by_chance"] + 1 - kept


def _kind_odds(window: str, best_end: float) -> float:
    stop = _STOP.search(window)
    length = stop.start() if stop else len(window)
    return (
        _KIND["base"]
        + _KIND["length"] * length
        + _KIND["log_length"] * log(length + 1)
        + _KIND["pauses"] * window[:length].count("，")
        + _KIND["best_end"] * best_end
    )
