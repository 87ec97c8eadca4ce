"""Compounds: neighbouring words that the register says as one term, found by their kinds.

No list holds 县公安交警大队 or 妇幼卫生事业. Each token has a kind (noun, head of a body's name,
adverb of a formula …), written as one letter; patterns over these letters say which neighbours are
one term. Kinds and patterns are data: ``assets/compounds.toml``.
"""

from __future__ import annotations

from analysis.segmentation.compound_kinds import GAP, OTHER, compound_rules, kind_of
from analysis.segmentation.cover import Candidate


def join_compounds(
    text: str, tokens: list[Candidate], *, barred: frozenset[str]
) -> list[Candidate]:
    """The tokens of a text with those that make a compound joined.

    Args:
        text: the text.
        tokens: its tokens, in order.
        barred: words that stay apart.
    """
    rules = compound_rules()
    letters: list[str] = []
    places: list[int] = []
    reach, before = -1, ""
    for place, (start, end, _, pos) in enumerate(tokens):
        word = text[start:end]
        if start != reach or word == before:  # a word said twice is no compound
            letters.append(GAP)
            places.append(place)
        letters.append(OTHER if word in barred else kind_of(word, pos))
        places.append(place)
        reach, before = end, word
    places.append(len(tokens))
    joined: list[Candidate] = []
    done = 0
    for match in rules.pattern.finditer("".join(letters)):
        rule = (match.lastindex or 1) - 1
        first, last = places[match.start()], places[match.end() - 1]
        while first < last and tokens[last].end - tokens[first].start > rules.longest[rule]:
            first = first + 1 if rules.trimmed[rule] else last
        if first < last:
            joined += tokens[done:first]
            start, end = tokens[first].start, tokens[last].end
            joined.append(Candidate(start, end, 0, rules.pos[rule]))
            done = last + 1
    return joined + tokens[done:]
