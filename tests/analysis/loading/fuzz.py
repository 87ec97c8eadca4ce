"""Fuzzing by hand: spoilt files of every format must be opened or refused by a named error.

    python tests/analysis/loading/fuzz.py --inputs 20000 [--seed 1] [FILE…]
    python tests/analysis/loading/fuzz.py --atheris FORMAT [CORPUS_FOLDER]

FILEs (real documents) are spoilt beside the project's own. Reading is done in child processes of
this one, not in one a file as in the app, so that thousands of files take minutes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[3])]

from made_documents import EVERY_FORMAT
from mutations import mutated

from analysis.errors import SpeechError
from analysis.loading import load_bytes, process
from analysis.loading.limits import MEMORY, SECONDS
from analysis.loading.worker import read

_BATCH = 100
_SLOW = 5  # seconds


def opened(data: bytes, ending: str) -> str:
    """What became of a file: ``opened``, or the name of our error. Any other error goes through."""
    process.read_apart = read
    try:
        speech = load_bytes(data, name=f"讲话.{ending}")
    except SpeechError as error:
        return type(error).__name__
    assert speech.text and speech.outline is not None
    return "opened"


def _batch(inputs: list[tuple[bytes, str]], results: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY, 2 * MEMORY))
    for data, ending in inputs:
        started = time.perf_counter()
        try:
            outcome = opened(data, ending)
        except BaseException as error:  # noqa: BLE001 — any error but ours is a find
            outcome = f"FOUND {type(error).__name__}: {error}"
        results.send((outcome, time.perf_counter() - started))


def _run(inputs: list[tuple[bytes, str]]) -> list[tuple[str, float]]:
    """Outcomes of a batch; an input that ends or stalls its process is named and passed over."""
    done: list[tuple[str, float]] = []
    while len(done) < len(inputs):
        receiving, sending = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.Process(target=_batch, args=(inputs[len(done) :], sending))
        child.start()
        sending.close()
        try:
            while len(done) < len(inputs):
                if not receiving.poll(SECONDS):
                    done.append(("STOPPED for time", float(SECONDS)))
                    break
                done.append(receiving.recv())
        except EOFError:
            child.join()
            done.append((f"ENDED its process ({child.exitcode})", 0.0))
        child.kill()
        child.join()
    return done


def main() -> None:
    """Spoil, open, count; write down what found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, help="folder to keep files in that found something")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args()
    sources = [(data, ending) for ending, data in EVERY_FORMAT.items()]
    sources += [(path.read_bytes(), path.suffix[1:].lower()) for path in options.files]
    random, outcomes, slowest = Random(options.seed), Counter[tuple[str, str]](), 0.0
    for start in range(0, options.inputs, _BATCH):
        chosen = [random.choice(sources) for _ in range(min(_BATCH, options.inputs - start))]
        inputs = [(mutated(data, ending, random), ending) for data, ending in chosen]
        for number, (outcome, seconds) in enumerate(_run(inputs)):
            data, ending = inputs[number]
            outcomes[ending, outcome] += 1
            slowest = max(slowest, seconds)
            if outcome.startswith(("FOUND", "ENDED", "STOPPED")) or seconds > _SLOW:
                print(f"input {start + number} ({ending}): {outcome}, {seconds:.1f} s", flush=True)
                if options.finds:
                    (options.finds / f"{start + number}.{ending}").write_bytes(data)
    for (ending, outcome), count in sorted(outcomes.items()):
        print(f"{count:7} {ending:6} {outcome}")
    print(f"slowest: {slowest:.2f} s")
    if any(outcome.startswith("FOUND") for _, outcome in outcomes):
        sys.exit(1)


def with_atheris(ending: str) -> None:
    """Let atheris (coverage-guided) make the inputs of one format; needs ``pip install atheris``."""
    import atheris

    atheris.instrument_all()
    atheris.Setup(sys.argv[:1] + sys.argv[3:], lambda data: opened(data, ending) and None)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--atheris"]:
        with_atheris(sys.argv[2])
    else:
        main()
