"""Which encoding the bytes of a text file are in, and how sure that is.

A byte order mark or well-formed UTF-8 leave no doubt. Any other bytes can be read as several
Chinese encodings without an error; then the reading with the most common characters is taken,
and called sure only if it is good and the next best is far worse.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.errors import UnreadableFile, WrongEncoding
from analysis.loading.rules import RULES

_RULES = RULES["encodings"]
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_CODECS = {"big5": ("cp950", "big5hkscs")}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
_STRANGE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\xa0\u0250-\u0390\u0400-\u1fff\u2c00-\u2dff\ua000-\uf8ff\ufffd]"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 60_000  # bytes that tell
_FEW = 12  # characters beyond ASCII; as many that are UTF-8 by chance, no other text has


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that leaves no doubt."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Text from bytes.

    Args:
        data: the bytes of a text file.
        encoding: one of ``ENCODINGS`` if a person chose it, None to find it.

    Raises:
        WrongEncoding: the bytes are not of the encoding asked for.
        UnreadableFile: the bytes are no text in any of ``ENCODINGS``.
    """
    if encoding:
        return _as_asked(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            decoded = _with_mark(data[len(mark) :], name)
            break
    else:
        decoded = _without_mark(data)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > len(decoded.text) * _RULES["most_controls"]:
        raise UnreadableFile("the file holds binary data, not text")
    return decoded


def _as_asked(data: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        raise WrongEncoding("not an encoding that is read here", encoding=encoding)
    for mark, name in _MARKS:
        if name == encoding and data.startswith(mark):
            data = data[len(mark) :]
    text = _strict(data, encoding)
    if text is None:
        raise WrongEncoding("the file is not in this encoding", encoding=encoding)
    return Decoded(text, encoding, sure=True)


def _strict(data: bytes, encoding: str) -> str | None:
    for codec in _CODECS.get(encoding, (encoding,)):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _lenient(data: bytes, encoding: str) -> str:
    text = _strict(data, encoding)
    return data.decode(_CODECS.get(encoding, (encoding,))[0], "replace") if text is None else text


def _with_mark(data: bytes, encoding: str) -> Decoded:
    text = _strict(data, encoding)
    if text is not None:
        return Decoded(text, encoding, sure=True)
    return _damaged(data, encoding)


def _damaged(data: bytes, encoding: str) -> Decoded:
    """A text with a few bad bytes, which stay visible as U+FFFD."""
    text = _lenient(data, encoding)
    lost = text.count("\ufffd")
    if lost > 3 + len(text) * _RULES["most_lost"] or lost * 3 > len(text):
        raise UnreadableFile("the file is not text in a known encoding")
    return Decoded(text, encoding, sure=False)


def _without_mark(data: bytes) -> Decoded:
    sample = data[: _SAMPLE - _SAMPLE % 4]
    text = _strict(data, "utf-8")
    if text is not None and "\x00" not in text[:_SAMPLE]:
        few = len(text) < _SAMPLE and sum(1 for _ in _FOREIGN.finditer(text)) < _FEW
        if not few or _likeness(sample, "utf-8") >= _RULES["least_likeness"]:
            return Decoded(text, "utf-8", sure=True)
        others = max(_likeness(sample, name) for name in ENCODINGS[1:])
        if others < _RULES["sure_likeness"]:
            return Decoded(text, "utf-8", sure=others < _RULES["least_likeness"])
        if text.isascii():
            return Decoded(text, "utf-8", sure=False)
    scores = sorted(((_likeness(sample, name), name) for name in ENCODINGS), reverse=True)
    (best, name), (second, _) = scores[:2]
    if best < _RULES["least_likeness"]:
        raise UnreadableFile("the file is not text in a known encoding")
    text = _strict(data, name)
    if text is None:
        return _damaged(data, name)
    foreign = sum(1 for _ in _FOREIGN.finditer(text[:_SAMPLE]))
    sure = (
        best >= _RULES["sure_likeness"]
        and best - second >= _RULES["sure_distance"]
        and foreign >= _RULES["sure_characters"]
    )
    return Decoded(text, name, sure)


def _likeness(sample: bytes, encoding: str) -> float:
    """How much of a sample, read in an encoding, is what Chinese texts are made of: up to 1."""
    if encoding.startswith("utf-16") and len(sample) % 2:
        sample = sample[:-1]
    text = _lenient(sample, encoding)
    if encoding == "utf-8" and text.endswith("\ufffd"):
        text = text.rstrip("\ufffd")
    foreign = _FOREIGN.findall(text)
    common = sum(character in _common() for character in foreign)
    strange = len(_STRANGE.findall(text))
    return (common - 2 * strange) / max(1, len(foreign) + strange) if foreign else 0.0


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(_RULES["common"] + _RULES["common_traditional"] + _RULES["marks"])
