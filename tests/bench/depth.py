"""Words in depth: the measures of a million characters against segmenting them, and the controls.

Run alone it prints one line of JSON on the measures; ``depth`` starts it in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from browser import Drawn, Step, change, chromium, visit
from large_speech import MILLION, large_speech
from ratios import Result, median
from servers import EMPTY, STUDY, Apps

from pages import ENTRY, moves

COMPANY = "[class*=st-key-depth_] button >> nth=1"
CONTROLS = {  # page, what is opened first, and what is clicked in turn
    "order of the concordance": ("context", "", ("[class*=st-key-context_order] button", 1, 0)),
    "reach of the collocates": ("context", COMPANY, ("[class*=st-key-within] button", 1, 0)),
    "kind of set phrases": ("phrases", "", ("[class*=st-key-kinds_] button", 1, 0)),
    "figures of the comparison": ("compare", "", (".st-key-compare_figures label", 0)),
}
HEADED = Drawn(0, ("h1",))
WORDS = {"a frequent word": "落实", "a pattern": "*发展|城市更新"}


def depth(apps: Apps, rounds: int) -> list[Result]:
    """Each measure once segmentation is done, and each control against a move of the slider."""
    return [*_measures(rounds), *_controls(apps, rounds * 4)]


def _controls(apps: Apps, rounds: int) -> list[Result]:
    results = []
    with chromium() as browser, apps.serve(EMPTY) as empty, apps.serve(STUDY) as study:
        for name, (page, opened, (clicked, *turns)) in CONTROLS.items():
            times: dict[str, list[float]] = {"control": [], "rerun": []}
            with (
                visit(browser, empty.url, ENTRY[EMPTY]) as (bare, _),
                visit(browser, f"{study.url}/{page}", HEADED) as (shown, _),
            ):
                if opened:
                    change(shown, Step(opened, HEADED))
                places = [f"{clicked} >> nth={turn}" for turn in turns]
                slides, clicks = moves(EMPTY), cycle(Step(place, HEADED) for place in places)
                for number in range(rounds + 1):
                    control, rerun = change(shown, next(clicks)), change(bare, next(slides))
                    if number:
                        times["control"].append(control)
                        times["rerun"].append(rerun)
            control, rerun = median(times["control"]), median(times["rerun"])
            results.append(Result(f"{name}, p50", control, 2, rerun))
    return results


def _measures(rounds: int) -> list[Result]:
    command = [sys.executable, __file__, str(rounds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    base = median(found.pop("segmentation"))
    return [
        Result(f"{name} of 1,000,000 characters against segmenting them", median(times), 2, base)
        for name, times in found.items()
    ]


def _measured(rounds: int) -> dict[str, list[float]]:
    from analysis.loading import load_text
    from analysis.measures.collocation import collocates
    from analysis.measures.concordance import concordance
    from analysis.measures.keyness import keyness, word_counts
    from analysis.measures.reference import built_in_reference
    from analysis.segmentation import tokenize
    from analysis.segmentation.lexicon import lexicon
    from analysis.study import study_of

    study_of(load_text(large_speech(MILLION // 20, 99)))  # dictionary and lexicon are read
    reference = built_in_reference().words.groupby("word", as_index=False)["tokens"].sum()
    reference = reference.rename(columns={"tokens": "count"})
    found: dict[str, list[float]] = {}
    for number in range(rounds):
        speech = load_text(large_speech(MILLION, number))
        begun = perf_counter()
        tokenize(speech.text, lexicon(()))
        found.setdefault("segmentation", []).append(1000 * (perf_counter() - begun))
        study = study_of(speech)
        tables = (study.tokens, study.sentences, study.sections)
        for name, query in WORDS.items():
            begun = perf_counter()
            hits = concordance(study.text, *tables, query)
            found.setdefault(f"concordance of {name}", []).append(1000 * (perf_counter() - begun))
            begun = perf_counter()
            collocates(study.text, study.tokens, hits)
            found.setdefault(f"collocates of {name}", []).append(1000 * (perf_counter() - begun))
        begun = perf_counter()
        keyness(word_counts(study.tokens), reference)
        found.setdefault("keyness", []).append(1000 * (perf_counter() - begun))
    return found


if __name__ == "__main__":
    print(json.dumps(_measured(int(sys.argv[1]))))
