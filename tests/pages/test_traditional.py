"""A Traditional text is measured as its Simplified twin and shown as it is written."""

from __future__ import annotations

from opencc import OpenCC

from analysis.loading import load_text
from analysis.study import study_of
from pages.parts.measures import named_figures, parallel_clauses, repeated_openings

TEXT = """在全县工作会议上的讲话
同志们：
今天开会，部署工作。全年投资1200万元，增长两亿元，完成三千万亩，时间是2023年5月。
让我们的工作更实，让我们的步子更快，让我们的队伍更强。对群众要亲，对困难要清，对纪律要明。
必须坚持党的领导，必须坚持依法办事，必须坚持群众路线。"""


def test_figures_and_rhetoric_of_a_traditional_text() -> None:
    plain = study_of(load_text(TEXT))
    old = study_of(load_text(OpenCC("s2t").convert(TEXT)))
    assert old.speech.traditional and not plain.speech.traditional
    figures = [named_figures(study) for study in (plain, old)]
    columns = ["kind", "start", "end", "sentence"]
    assert figures[0][columns].equals(figures[1][columns])
    assert {"1200万元", "两亿元"} <= set(figures[0]["text"])
    assert {"1200萬元", "兩億元"} <= set(figures[1]["text"])
    rows = [parallel_clauses(study) for study in (plain, old)]
    assert rows[0]["start"].tolist() == rows[1]["start"].tolist() != []
    openings = [repeated_openings(study) for study in (plain, old)]
    assert openings[0]["count"].tolist() == openings[1]["count"].tolist() != []
    assert old.text.count(openings[1]["opening"].iloc[0]) >= 3
