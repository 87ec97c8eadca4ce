"""A study: tables made once, and let go when their speech is removed."""

from __future__ import annotations

import gc
import weakref

from analysis.findings import leading_terms
from analysis.loading import load_text
from analysis.segmentation.stopwords import stop_words
from analysis.study import study_of


def test_a_study_lets_its_tables_go_and_makes_them_again(plain_speech: str) -> None:
    study = study_of(load_text(plain_speech))
    words = leading_terms(study, stop_words())["word"].tolist()
    tokens = weakref.ref(study.tokens)
    assert study.tokens is tokens()
    study.let_go()
    gc.collect()
    assert tokens() is None
    assert not study.kept
    assert leading_terms(study, stop_words())["word"].tolist() == words
