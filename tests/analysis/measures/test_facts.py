"""The figures that say how big a speech is."""

import pytest

from analysis.loading import load_text
from analysis.measures.facts import CHARACTERS_A_MINUTE, count_characters, speech_facts
from analysis.study import study_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\u3000\t", 0),
        ("抓落实", 3),
        ("抓落实。", 4),
        ("“开门红”——好！", 9),
        ("GDP 增长 5.5%", 4),
        ("hello world", 2),
        ("2023年", 2),
        ("国😀家", 3),
    ],
)
def test_characters_as_a_word_processor_counts_them(text: str, count: int) -> None:
    assert count_characters(text) == count


def test_facts_of_a_small_speech() -> None:
    text = "同志们：\n一、抓学习。学习要常抓。一要读书。二要思考。\n二、抓落实。落实要真干。"
    study = study_of(load_text(text))
    facts = speech_facts(study.text, study.tokens, study.sentences, study.speech.outline)
    assert facts.parts == 2
    assert facts.characters == len(text.replace("\n", ""))
    assert facts.minutes == pytest.approx(facts.characters / CHARACTERS_A_MINUTE)
    assert facts.sentences == len(study.sentences)
    assert 0 < facts.types <= facts.words <= len(study.tokens)
