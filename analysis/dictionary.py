"""jieba's general dictionary in a tokenizer of our own, with its parts of speech.

Reading ``dict.txt`` here instead of calling ``Tokenizer.initialize`` keeps three promises: no cache
file is written to the machine, nothing is unpickled from a shared temporary folder, and words and
parts of speech come from one reading of one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import jieba


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A tokenizer that is ready to cut, and the part of speech of each word it knows."""

    tokenizer: jieba.Tokenizer
    pos: dict[str, str]


@lru_cache(maxsize=1)
def general_dictionary() -> Dictionary:
    """jieba's dictionary, read once a process (about a third of a second)."""
    with jieba.get_module_res("dict.txt") as file:
        fields = file.read().decode("utf-8").split()
    words, tags = fields[0::3], fields[2::3]
    counts = [int(count) for count in fields[1::3]]
    frequency = dict(zip(words, counts, strict=True))
    # jieba walks the text by prefixes: each prefix of a word is in the table, with count 0.
    for length in range(1, max(map(len, words))):
        for prefix in {word[:length] for word in words if len(word) > length} - frequency.keys():
            frequency[prefix] = 0
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequency, sum(counts), True
    return Dictionary(tokenizer, dict(zip(words, tags, strict=True)))
