"""Run the program on a set as a user would, and score what it says."""

import json
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.measuring.corpus import Corpus
from tools.measuring.floors import Result
from tools.measuring.held_out import parts, taught
from tools.measuring.sets import HEADLINE, NOISE, MeasuredSet, value

LIMIT_S = 3600
# A report appeared before it was read: with a fixed day of reading the figures are the same on every day.
READ_ON = ["--read-on", "2026-11-22"]


class RunError(Exception):
    """A command failed, or printed what it should not."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What a run needs: the corpus, the program, a folder to write to, and whether only the first reports are taken."""

    corpus: Corpus
    program: Path
    folder: Path
    quick: bool
    bench_digest: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A set's result and the seconds it took.

    `evidence`: how much of what was said has its words ("812 of 812"); `without_words`: what has not, where any.
    """

    result: Result
    evidence: str
    without_words: list[str]
    seconds: float


def measure(bench: Bench, measured: MeasuredSet) -> Outcome:
    """Run and score one set. Raises RunError."""
    started = time.monotonic()
    first = measured.quick if bench.quick else None
    place = bench.folder / measured.name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    texts = _texts(bench, measured, place, first)
    extraction = place / "extraction.jsonl"
    _extract(bench, measured, texts, place, extraction)
    record = _record(bench, measured, texts, place) if measured.needs == "record" else None
    evidence, without_words = check_evidence(bench.corpus, extraction, record)
    result = Result(
        name=measured.name,
        first=first,
        corpus=bench.corpus.digest(measured),
        bench=bench.bench_digest,
        values=_score(bench, measured, extraction, record, first),
        noise={HEADLINE: NOISE, **{m.name: m.noise for m in measured.measures}},
    )
    seconds = time.monotonic() - started
    return Outcome(result=result, evidence=evidence, without_words=without_words, seconds=seconds)


def _extract(bench: Bench, measured: MeasuredSet, texts: Path, place: Path, out: Path) -> None:
    """Extract from a set; one that taught scorers fold by fold, each with weights that were learnt without it."""
    if not taught(measured.name):
        _program(bench, ["extract", str(texts), *_options(measured)], place, out)
        return
    with out.open("wb") as whole:
        for weights, chosen in parts(texts).items():
            part = place / f"fold-{weights.name}.jsonl"
            paths = [str(path) for path in chosen]
            _program(bench, ["extract", *paths, "--weights", str(weights), *_options(measured)], place, part)
            whole.write(part.read_bytes())


def _texts(bench: Bench, measured: MeasuredSet, place: Path, first: int | None) -> Path:
    own = {"five": "reports", "cases": "data/cases/texts"}
    if measured.name in own:
        return bench.corpus.folder / own[measured.name]
    texts = place / "texts"
    _script(bench.corpus, ["run.py", measured.name, "--texts", str(texts), *_first(first)])
    return texts


def _first(first: int | None) -> list[str]:
    return [] if first is None else ["--first", str(first)]


def _options(measured: MeasuredSet) -> list[str]:
    """What every run is given. A refused report fails the run, but for the folder whose answers lie beside its reports."""
    return READ_ON if measured.name == "five" else [*READ_ON, "--strict"]


def _record(bench: Bench, measured: MeasuredSet, texts: Path, place: Path) -> Path:
    database, record = place / "record.db", place / "record.json"
    built = ["build", str(texts), "--out", str(database), "--quiet", *_options(measured)]
    _program(bench, built, place, place / "build.out")
    _program(bench, ["export", "--format", "json", str(database)], place, record)
    return record


def _program(bench: Bench, arguments: list[str], place: Path, out: Path) -> None:
    """Run the program; its output goes to a file, what it says on the side to a log."""
    log = place / f"{arguments[0]}.log"
    with out.open("wb") as stdout, log.open("wb") as stderr:
        done = subprocess.run(
            [str(bench.program), *arguments],
            stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, timeout=LIMIT_S, check=False,
        )  # fmt: skip
    if done.returncode != 0:
        said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-5:]
        raise RunError(f"firsthand {arguments[0]} ended with {done.returncode}: " + " | ".join(said))


def _script(corpus: Corpus, arguments: list[str], allowed: tuple[int, ...] = (0,)) -> str:
    """Run a measuring script with this Python and return what it prints."""
    command = [sys.executable, "-B", str(corpus.bench / arguments[0]), *arguments[1:]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    if done.returncode not in allowed:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise RunError(f"{arguments[0]} {arguments[1]} ended with {done.returncode}: " + " | ".join(said))
    return done.stdout


def check_evidence(corpus: Corpus, extraction: Path, record: Path | None) -> tuple[str, list[str]]:
    """How much of what was said has its words, and the first things that have not (never empty where it is not all)."""
    arguments = ["evidence.py", str(extraction), *([str(record)] if record else [])]
    said = _script(corpus, arguments, allowed=(0, 1)).strip().splitlines()
    found = re.match(r"(\d+) of (\d+) have their words", said[-1]) if said else None
    if found is None:
        raise RunError("evidence.py did not say how much has its words")
    complete = found[1] == found[2] != "0"
    return f"{found[1]} of {found[2]}", [] if complete else said[:-1] or ["nothing was said at all"]


def _score(
    bench: Bench, measured: MeasuredSet, extraction: Path, record: Path | None, first: int | None
) -> dict[str, float]:
    if measured.name == "five":
        return {HEADLINE: score_five(_script(bench.corpus, ["seeds.py", str(record)], allowed=(0, 1)))}
    if measured.name == "cases":
        scores = json.loads(_script(bench.corpus, ["cases.py", str(record), "--json"]))
        headline = round(100 * scores["clustering"]["b3_f1"], 2)
    else:
        options = ["--pred", str(record or extraction), "--json", *_first(first)]
        if measured.name == "fakes":
            options += ["--extractions", str(extraction)]
        said: dict[str, Any] = json.loads(_script(bench.corpus, ["run.py", measured.name, *options]))
        scores, headline = said["scores"], round(100 * said["headline"]["value"], 2)
    values = {m.name: value(m, scores) for m in measured.measures}
    return {HEADLINE: headline, **{name: number for name, number in values.items() if number is not None}}


def score_five(said: str) -> float:
    """Share of the facts of the five reports that hold, in points of 100, from the closing line of seeds.py."""
    found = re.search(r"^(\d+) of (\d+) facts hold", said, re.MULTILINE)
    if found is None:
        raise RunError("seeds.py did not say how many facts hold")
    return round(100 * int(found[1]) / int(found[2]), 2)
