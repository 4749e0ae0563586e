"""Dating measured by stripping: each dated report alone loses its day among the others, which keep theirs.

  tools/measuring/stripped.py                    all three sets (some minutes: every text is read with and without its day)
  tools/measuring/stripped.py isaf cases         some of them
  tools/measuring/stripped.py gva --first 200    the first reports of a set
  tools/measuring/stripped.py isaf --wrong       also list the reports whose true day was missed

What goes is everything that states the report's own day: header, dateline, label, URL, metadata, release number, and any full
date within days of it that stands in a title or another short line. What stays is what an undated report has: weekdays, what
it tells as past, and what it shares with others. Extraction, passages and links are made once; the dating of one report among
all others is then cheap.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.model.extraction import Extraction
    from firsthand.model.report import Report
    from firsthand.model.when import TimeSpan
    from tools.measuring.kits import Kits
    from tools.measuring.scored import Score

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

SETS = ("gva", "isaf", "cases")
READ_ON = date(2026, 11, 22)
OWN = ("published", "updated", "dateline", "header", "stamp", "heading", "release number", "month")
"""Kinds of clue that state the report's own day."""
CLOSE = 3
"""Days from its day within which a full date in a short line is the report's own."""
SHORT = 120
"""Characters of a line that is no sentence of news."""
URL = re.compile(r"(?:https?://|www\.)\S{1,400}")
TIMES = 4
"""Times that a text is stripped: below one dateline another may come to light."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of a set. `day`: when it appeared, where the set says so apart from the text. `incident`: what it tells."""

    id: str
    text: str
    day: date | None = None
    incident: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A dated report, as it is and without its day."""

    whole: "tuple[Report, Extraction]"
    bare: "tuple[Report, Extraction]"
    day: date
    incident: str | None


def texts(shared: Path, name: str) -> list[Text]:
    """The texts of a set, in the order of their ids."""
    from tools.measuring.corpus import Corpus
    from tools.training.texts import bench

    if name == "cases":
        import json

        gold = json.loads((shared / "data/cases/gold.json").read_text(encoding="utf-8"))["report_incidents"]
        paths = sorted((shared / "data/cases/texts").glob("*.txt"))
        main = {path: (gold.get(path.stem) or {}).get("main") for path in paths}
        return [
            Text(id=p.stem, text=p.read_text(encoding="utf-8"), incident=found[0] if (found := main[p]) else None)
            for p in paths
        ]
    rows: Sequence[Mapping[str, Any]] = bench(Corpus(folder=shared), "run").tasks()[name].rows
    return sorted((_row(row) for row in rows), key=lambda text: text.id)


def _row(row: Mapping[str, Any]) -> Text:
    title = f"{row['title']}\n\n" if row.get("title") else ""
    given = date.fromisoformat(row["date"]) if row.get("date") else None
    return Text(id=str(row["id"]), text=f"{title}{row['text']}\n", day=given, incident=row.get("incident"))


def without_day(report: "Report", extraction: "Extraction", day: date) -> str:
    """The text without what states the report's own day."""
    from firsthand.model.calendar import resolve

    text = report.text
    spans = {(c.span.start, c.span.end) for c in extraction.clues if c.kind in OWN and c.span is not None}
    for stamp in extraction.times:
        when = resolve(stamp.ref)
        close = when.known and when.earliest == when.latest and abs((when.earliest - day).days) <= CLOSE  # type: ignore[operator]
        if close and len(_line(text, stamp.span.start)) <= SHORT:
            spans.add((stamp.span.start, stamp.span.end))
    spans |= {match.span() for match in URL.finditer(text)}
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def _line(text: str, at: int) -> str:
    marks = "\n\u2028\u2029"
    start = max(text.rfind(mark, 0, at) for mark in marks) + 1
    ends = [end for mark in marks if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def read_all(name: str, found: Sequence[Text]) -> Iterator[Told]:
    """Each text that is dated, as it is and stripped. A set that taught scorers is read with those of other folds."""
    from firsthand.date import date_one
    from firsthand.model.base import sha256
    from firsthand.model.report import Report, Stamp
    from tools.measuring.kits import Kits

    kits = Kits(name)
    reports = []
    for text in found:
        stamps = (Stamp(day=text.day, source="the set", trust="high"),) if text.day else ()
        reports.append(
            Report(sha256=sha256(text.id.encode()), text=text.text, names=(text.id,), media_type="text/plain",
                   read_on=READ_ON, stamps=stamps)
        )  # fmt: skip
    whole = kits.extract(reports)
    days = [
        text.day or (span.earliest if (span := date_one(r, x)).width == 0 else None)
        for text, r, x in zip(found, reports, whole, strict=True)
    ]
    bare = stripped(kits, [(r, x, day) for r, x, day in zip(reports, whole, days, strict=True) if day is not None])
    for text, report, extraction, day in zip(found, reports, whole, days, strict=True):
        if day is not None:
            yield Told(whole=(report, extraction), bare=next(bare), day=day, incident=text.incident)


def stripped(kits: "Kits", dated: "Sequence[tuple[Report, Extraction, date]]") -> "Iterator[tuple[Report, Extraction]]":
    """The dated reports without their days, in order: stripped until nothing states it any more."""
    from msgspec.structs import replace

    now = [(replace(report, stamps=(), title=None, url=None), extraction) for report, extraction, _ in dated]
    for _ in range(TIMES):
        cut = [without_day(r, x, day) for (r, x), (_, _, day) in zip(now, dated, strict=True)]
        again = [i for i, text in enumerate(cut) if text != now[i][0].text]
        reports = [replace(now[i][0], text=cut[i]) for i in again]
        for i, report, extraction in zip(again, reports, kits.extract(reports), strict=True):
            now[i] = (report, extraction)
    # Its metadata are gone even where its text held nothing.
    bare = [replace(x, clues=tuple(c for c in x.clues if c.kind != "stamp")) for _, x in now]
    return iter([(report, extraction) for (report, _), extraction in zip(now, bare, strict=True)])


def dated_alone(told: Sequence[Told]) -> "Iterator[tuple[Told, TimeSpan]]":
    """What each report is dated without its day, among all others with theirs."""
    from firsthand.date.together import grounds, settled
    from firsthand.link import likely_pairs
    from firsthand.resources.kinds import Kinds
    from firsthand.resources.weights import Weights
    from firsthand.trace import trace

    kinds, weights = Kinds.open(), Weights.open()
    reports = {t.whole[0].id: t.whole[0] for t in told}
    said = {t.whole[0].id: t.whole[1] for t in told}
    traced = trace(reports, said)
    together = grounds(reports, said, traced, likely_pairs(said, traced, kinds, weights))
    for one in told:
        yield one, settled(together.stripped(*one.bare))[one.whole[0].id]


def measure(shared: Path, name: str, first: int | None = None) -> "Score":
    """Strip and date every report of a set."""
    from tools.measuring.scored import Score

    told = list(read_all(name, texts(shared, name)[:first]))
    incidents = [one.incident for one in told]
    score = Score()
    for one, span in dated_alone(told):
        company = one.incident is not None and incidents.count(one.incident) > 1
        score.add(one.whole[0].name, one.day, span, accompanied=company)
    return score


def main(argv: list[str] | None = None) -> int:
    """Print the table. Exit status 1 where an aim is missed, or nothing is there to measure on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="SET", help=", ".join(SETS))
    parser.add_argument("--first", type=int, metavar="N", help="only the first reports of each set")
    parser.add_argument("--wrong", action="store_true", help="list the reports whose day was missed, with the reasons")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    args = parser.parse_args(argv)
    if not (args.shared / "data").is_dir():
        print(f"stripped: {args.shared.name}/ is not beside the repository, so dating was not measured")
        return 1
    from tools.measuring.scored import HEAD, UNDER, Score

    print(f"{HEAD}\n{UNDER}", flush=True)
    pooled = Score()
    for name in args.sets:
        started = time.monotonic()
        score = measure(args.shared, name, args.first)
        print(f"{score.line(name)}   {time.monotonic() - started:.0f} s", flush=True)
        for line in score.wrong if args.wrong else ():
            print(f"    {line}")
        pooled = pooled.plus(score)
    print(pooled.line("all"))
    missed = pooled.missed()
    print("\n".join(f"dating: FAILED: {aim}" for aim in missed) or "dating: the aims are met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
