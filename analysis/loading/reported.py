"""News reports about a speech: told by who speaks in them."""

from __future__ import annotations

import re

from analysis.loading.rules import RULES
from analysis.speech import Outline

_RULES = RULES["reported"]
_SAYS = re.compile(
    rf"(?<!我)(?<!我们)(?:{'|'.join(_RULES['verbs'])})[，：:,]"
    rf"|(?:^|[。！？；])[^，。！？；\n的我]{{1,15}}(?:{'|'.join(_RULES['verbs_in_front'])})[，：:,]",
    re.MULTILINE,
)
_DIRECT = re.compile("|".join(_RULES["direct"]))
_SPEAKS = re.compile(_RULES["speaks"])
_DATELINE = re.compile(_RULES["dateline"])
_QUOTED = re.compile(r"“[^”\n]{0,500}”|「[^」\n]{0,500}」")
_SENTENCE_END = re.compile(r"[。！？!?]")
_SAMPLE = 20_000
_TOP = 300


def is_reported(text: str, outline: Outline) -> bool:
    """Whether ``text`` is a news report about a speech (指出, 强调, 要求), not the speech itself.

    It is where nobody is addressed, where the sentences tell what somebody said, and where hardly
    one, outside of quotation marks, speaks for the speaker or to the audience.
    """
    if outline.salutation:
        return False
    sample = _QUOTED.sub("", text[:_SAMPLE])
    if _SPEAKS.search(sample):
        return False
    sentences = max(1, len(_SENTENCE_END.findall(sample)))
    says = len(_SAYS.findall(sample))
    direct = len(_DIRECT.findall(sample))
    if says < _RULES["least_verbs"]:
        return False
    if any(_DATELINE.match(line) for line in text[:_TOP].split("\n")):
        return bool(
            says >= _RULES["share_with_dateline"] * sentences
            and direct <= _RULES["most_direct_with_dateline"] * sentences
        )
    return bool(says >= _RULES["share"] * sentences and direct <= _RULES["most_direct"] * sentences)
