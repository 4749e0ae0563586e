"""How long lineage takes: over many reports at once, and for one more.

Generated reports of 300 words; each tenth copies most of the one before, all carry their outlet's closing lines. Seconds are of
the processor, for one process. Each row is measured in a process of its own.

  tools/speed/lineage.py                     1,000 and 10,000 reports (a minute)
  tools/speed/lineage.py 1000 10000 100000 --write    write docs/reference/lineage-speed.md and its picture (ten minutes)
"""

import argparse
import json
import os
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from itertools import accumulate, islice, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.model.base import sha256  # noqa: E402
from firsthand.model.extraction import Extraction  # noqa: E402
from firsthand.model.report import Report  # noqa: E402
from firsthand.trace.beside import beside  # noqa: E402
from firsthand.trace.candidates import copied, retold  # noqa: E402
from firsthand.trace.index import Index  # noqa: E402
from firsthand.trace.lineages import lineages  # noqa: E402
from firsthand.trace.paraphrase import SAMPLE, weights  # noqa: E402
from firsthand.trace.texts import read_text, read_texts  # noqa: E402
from firsthand.trace.words import Lexis  # noqa: E402
from tools.speed.curve import curve  # noqa: E402

SENTENCES, WORDS, OUTLETS, EVERY = 13, 20, 20, 10
ADDED = 60
"""Reports that are added one by one."""
LIMIT_S, LIMIT_MB = 300, 4000
"""Verbatim lineage of 100,000 reports."""
PAGE, PICTURE = ROOT / "docs/reference/lineage-speed.md", ROOT / "docs/pictures/lineage-speed.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True, kw_only=True)
class AtOnce:
    """Seconds for each part over `reports` reports, MB of the process at its largest, and what was found."""

    reports: int
    words: float
    fingerprints: float
    side_by_side: float
    lineages: float
    wall: float
    verbatim_mb: int
    pairs: int
    found: int
    partners: float
    other_words: float
    retold: int
    mb: int

    @property
    def verbatim(self) -> float:
        """Seconds of all parts of verbatim lineage."""
        return self.words + self.fingerprints + self.side_by_side + self.lineages


@dataclass(frozen=True, kw_only=True)
class OneMore:
    """Milliseconds for one more report where `reports` are known: the median and the worst of ADDED that enter no sample, and
    what it costs in seconds where words weigh otherwise from then on."""

    reports: int
    median: float
    worst: float
    anew: float
    mb: int

    @property
    def expected(self) -> float:
        """Milliseconds on average, those included that enter the sample."""
        return self.median + 1000 * self.anew * min(1.0, SAMPLE / self.reports)


class Timed(Index):
    """An index that tells how long the last comparison of all pairs took."""

    took = 0.0

    def weigh(self) -> None:
        """Compare every pair, by the clock of the processor."""
        begin = time.process_time()
        super().weigh()
        self.took = time.process_time() - begin


def generated(number: int, seed: int = 1) -> Iterator[Report]:
    """Reports of invented words, as common and as rare as words are."""
    draw = random.Random(seed)  # noqa: S311 - texts to time, no secret
    syllables = [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"]
    words = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(20_000)]
    common = list(accumulate(1 / (rank + 5) for rank in range(len(words))))

    def sentence() -> str:
        said = draw.choices(words, cum_weights=common, k=WORDS)
        said[0], said[6], said[12] = said[0].capitalize(), draw.choice(words).capitalize(), str(draw.randint(3, 900))
        return f"{' '.join(said)}."

    closings = [f"{sentence()} {sentence()}" for _ in range(OUTLETS)]
    body: list[str] = []
    for k in range(number):
        kept = body[: SENTENCES - 5] if k % EVERY == 0 else []
        body = [*kept, *(sentence() for _ in range(SENTENCES - len(kept)))]
        text = f"{' '.join(body)}\n\n{closings[k % OUTLETS]}\n"
        yield Report(
            sha256=sha256(text.encode()), text=text, names=(f"{k}.txt",), media_type="text/plain", read_on=date(2025, 1, 1)
        )  # fmt: skip


def memory() -> int:
    """MB of this process at its largest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024)


def at_once(number: int) -> AtOnce:
    """Trace so many reports: what is verbatim, then what is retold."""
    reports = {report.id: report for report in generated(number)}
    wall = time.perf_counter()
    marks = [time.process_time()]
    texts = read_texts(reports, {})
    weight = weights(texts)
    marks.append(time.process_time())
    pairs = copied(texts)
    marks.append(time.process_time())
    links = [link for _, found in beside(texts, pairs, frozenset(), weight) for link in found]
    marks.append(time.process_time())
    found = len(lineages(texts, links))
    marks.append(time.process_time())
    wall, verbatim_mb = time.perf_counter() - wall, memory()
    others = retold(texts)
    marks.append(time.process_time())
    list(beside(texts, frozenset(), others, weight))
    marks.append(time.process_time())
    words, prints, side, grouped, partners, reworded = (end - begin for begin, end in pairwise(marks))
    return AtOnce(
        reports=number, words=words, fingerprints=prints, side_by_side=side, lineages=grouped, wall=wall,
        verbatim_mb=verbatim_mb, pairs=len(pairs), found=found, partners=partners, other_words=reworded,
        retold=len(others), mb=memory(),
    )  # fmt: skip


def one_more(number: int) -> OneMore:
    """Add single reports to an index of so many."""
    reports = generated(number + 20 * ADDED)
    index = Timed(read_texts({report.id: report for report in islice(reports, number)}, {}))
    lexis = Lexis()
    took: list[float] = []
    for report in reports:
        if len(took) < ADDED and not index.weighs_by(report.id):
            begin = time.process_time()
            index.add(read_text(report, Extraction(report=report.id), lexis))
            took.append(1000 * (time.process_time() - begin))
    return OneMore(reports=number, median=statistics.median(took), worst=max(took), anew=index.took, mb=memory())


def tables(whole: Sequence[AtOnce], single: Sequence[OneMore]) -> str:
    """All tables, in Markdown."""
    rows = [
        "| reports | words, s | fingerprints, s | side by side, s | lineages, s | all, s | clock, s | MB | pairs | lineages |"
    ]
    rows += ["| ---: " * 10 + "|"]
    for x in whole:
        times = (x.words, x.fingerprints, x.side_by_side, x.lineages, x.verbatim, x.wall)
        cells = " | ".join(f"{t:.1f}" for t in times)
        rows.append(f"| {x.reports:,} | {cells} | {x.verbatim_mb:,} | {x.pairs:,} | {x.found:,} |")
    rows += [
        "",
        "| reports | paraphrase: candidates, s | side by side, s | MB with verbatim | pairs |",
        "| ---: " * 5 + "|",
    ]
    rows += [f"| {x.reports:,} | {x.partners:.1f} | {x.other_words:.1f} | {x.mb:,} | {x.retold:,} |" for x in whole]
    rows += ["", "| known reports | one more, ms | the slowest, ms | weighing anew, s | on average, ms | MB |"]
    rows += ["| ---: " * 6 + "|"]
    rows += [
        f"| {x.reports:,} | {x.median:.1f} | {x.worst:.1f} | {x.anew:.2f} | {x.expected:.0f} | {x.mb:,} |"
        for x in single
    ]
    return "\n".join(rows)


def write(body: str, single: Sequence[OneMore], busy: float) -> None:
    """Put the tables into the page and draw the curve. `busy`: processes that waited for a core, on average."""
    when, where = datetime.now(UTC).date().isoformat(), f"{os.cpu_count()} cores, Python {platform.python_version()}"
    note = f", which {busy:.0f} other processes shared" if busy >= 1 else ""
    text = PAGE.read_text(encoding="utf-8")
    section = f"{BEGIN}\n\nMeasured on {when} ({where}{note}). Give or take 30 %.\n\n{body}\n\n{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: section, text, flags=re.DOTALL), encoding="utf-8")
    PICTURE.write_text(curve([(x.reports, x.median, x.expected) for x in single]), encoding="utf-8")


def apart(number: int, what: str) -> dict[str, float]:
    """Measure in a process of its own, so that its memory is its own."""
    command = [sys.executable, str(Path(__file__).resolve()), str(number), "--row", what]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def main() -> int:
    """Exit status: 0 measured, 1 over a limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="*", default=[1_000, 10_000], help="how many reports")
    parser.add_argument("--write", action="store_true", help="write the page and its picture")
    parser.add_argument("--row", choices=("whole", "single"), help="print one measurement of the first number as JSON")
    args = parser.parse_args()
    if min(args.numbers) <= SAMPLE:
        parser.error(f"up to {SAMPLE} reports each further one changes what words weigh: give larger numbers")
    if args.row:
        print(json.dumps(asdict(at_once(args.numbers[0]) if args.row == "whole" else one_more(args.numbers[0]))))
        return 0
    whole = [AtOnce(**apart(number, "whole")) for number in args.numbers]  # type: ignore[arg-type]
    single = [OneMore(**apart(number, "single")) for number in args.numbers]  # type: ignore[arg-type]
    print(tables(whole, single))
    if args.write:
        write(tables(whole, single), single, os.getloadavg()[2] - 1)
    return int(any(x.reports <= 100_000 and (x.verbatim > LIMIT_S or x.verbatim_mb > LIMIT_MB) for x in whole))


if __name__ == "__main__":
    sys.exit(main())
