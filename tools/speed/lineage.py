"""How long lineage takes over many reports: generated ones of 300 words, each tenth a copy, all with their outlet's closing.

.venv/bin/python tools/speed/lineage.py 1000 10000 100000
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import accumulate, groupby, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # a script sees only its own folder

from firsthand.model.base import sha256
from firsthand.model.report import Report
from firsthand.trace import paraphrase
from firsthand.trace.lineages import lineages
from firsthand.trace.pairs import Link, compare, judge
from firsthand.trace.texts import read_texts

SENTENCES, WORDS, OUTLETS, EVERY = 13, 20, 20, 10


def generated(number: int, seed: int = 1) -> Iterator[Report]:
    """Reports of invented words, as common and as rare as words are."""
    draw = random.Random(seed)  # noqa: S311 - texts to time, no secret
    syllables = [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"]
    words = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(20_000)]
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))

    def sentence() -> str:
        said = draw.choices(words, cum_weights=weights, k=WORDS)
        said[0], said[6], said[12] = said[0].capitalize(), draw.choice(words).capitalize(), str(draw.randint(3, 900))
        return f"{' '.join(said)}."

    closings = [f"{sentence()} {sentence()}" for _ in range(OUTLETS)]
    body: list[str] = []
    for k in range(number):
        copied = body[: SENTENCES - 5] if k % EVERY == 0 else []
        body = [*copied, *(sentence() for _ in range(SENTENCES - len(copied)))]
        text = f"{' '.join(body)}\n\n{closings[k % OUTLETS]}\n"
        yield Report(
            sha256=sha256(text.encode()), text=text, names=(f"{k}.txt",), media_type="text/plain", read_on=date(2025, 1, 1)
        )  # fmt: skip


def timed(number: int) -> str:
    """Time each part over so many reports, as a row of a table."""
    reports = {report.id: report for report in generated(number)}
    marks = [time.process_time()]
    texts = read_texts(reports, {})
    weight = paraphrase.weights(texts)
    marks.append(time.process_time())
    pairs = sorted(copied(texts))
    marks.append(time.process_time())
    links: list[Link] = []
    known: paraphrase.Known = {}
    for first, group in groupby(pairs, lambda pair: pair[0]):
        for left, right in group:
            found = compare(texts[left], texts[right], weight, reworded=False, known=known)
            links += judge(texts[left], texts[right], (left, right), found, weight) if found else []
        texts[first].forget()
    marks.append(time.process_time())
    found_lineages = len(lineages(texts, links))
    marks.append(time.process_time())
    took = " | ".join(f"{end - begin:.1f}" for begin, end in pairwise(marks))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {number:,} | {took} | {marks[-1] - marks[0]:.1f} | {memory} | {len(pairs):,} | {found_lineages:,} |"


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="*", default=[1_000, 10_000], help="how many reports")
    print("| reports | words, s | fingerprints, s | side by side, s | lineages, s | all, s | MB | pairs | lineages |")
    print("| ---: " * 9 + "|")
    for number in parser.parse_args().numbers:
        print(timed(number), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
