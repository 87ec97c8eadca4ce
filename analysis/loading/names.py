"""File names as people send them: paths, tricks and all."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Control characters, marks that turn the reading direction (讲话\u202etxt.exe), surrogates.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LONGEST = 120


def plain_name(name: str) -> str:
    """The last part of a path, without characters that cannot be seen; at most 120 characters."""
    name = _SURROGATES.sub("\ufffd", _UNSEEN.sub("", name.replace("\\", "/")))
    name = PurePosixPath(name.strip()).name.strip()
    if len(name) <= _LONGEST:
        return name
    stem, ending = stem_of(name), ending_of(name)
    return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}" if ending else name[:_LONGEST]


def ending_of(name: str) -> str:
    """The ending of a plain name in lower case, without its dot; ``""`` if it has none."""
    suffix = PurePosixPath(name).suffix.lower().lstrip(".")
    return suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 8 else ""


def stem_of(name: str) -> str:
    """A plain name without its ending."""
    return name[: -len(ending_of(name)) - 1] if ending_of(name) else name
